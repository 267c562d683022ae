"""A web server with well-known holes, on loopback: a scanner that finds nothing here has found nothing anywhere."""

import http.server
import sqlite3
import threading
import urllib.parse


class _Leaky(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        where = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(where.query, keep_blank_values=True))
        if where.path == "/item":
            status, text = self._item(query.get("id", "1"))
        elif where.path == "/search":
            status, text = 200, f"<p>Nothing found for {query.get('q', '')}</p>"
        else:
            status, text = 200, ('<a href="/item?id=1">item</a><a href="/search?q=x">search</a>'
                                 '<form action="/search"><input name="q"></form>')
        body = f"<!DOCTYPE html><html><body>{text}</body></html>".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _item(self, number: str) -> tuple[int, str]:
        database = sqlite3.connect(":memory:")
        database.executescript("CREATE TABLE item (id INTEGER, name TEXT); INSERT INTO item VALUES (1, 'one'), (2, 'two');")
        try:
            found = database.execute(f"SELECT name FROM item WHERE id = {number}").fetchall()
            return 200, f"<p>{found[0][0] if found else 'none'}</p>"
        except sqlite3.Error as error:
            return 500, f"<p>sqlite3.OperationalError: {error}</p>"
        finally:
            database.close()

    def log_message(self, *_) -> None:
        pass


class LeakyServer:
    """`with LeakyServer() as address`."""

    def __enter__(self) -> str:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Leaky)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()
