"""A go-between on loopback: gives a crawler a visitor's cookies, keeps it from signing out, and counts what it asks for."""

import collections
import http.client
import http.server
import re
import secrets
import threading
import urllib.parse

from citizen import CGI
from route_table import route_of


def as_browsers_send_it(body: bytes) -> bytes:
    """wapiti gives every field of a form with files its own name as a file name; the portal takes such a field for a file."""
    return re.sub(rb'name="([^"]*)"; filename="\1"', rb'name="\1"', body)


class PassingOn:
    """`with PassingOn(portal address, cookies) as between:` listens at `between.address`."""

    def __init__(self, address: str, cookies: dict[str, str]) -> None:
        self._portal = urllib.parse.urlsplit(address)
        self._cookies = cookies
        # Method and route → status → how often.
        self.asked: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
        between = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def handle_one(self) -> None:
                try:
                    between._pass_on(self)
                except ConnectionError:
                    # The scanner has lost its patience.
                    self.close_connection = True

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_TRACE = do_ABC = handle_one

            def log_message(self, *_) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def _pass_on(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0)) or None
        path = urllib.parse.urlsplit(handler.path).path
        asked = self.asked[str(route_of(handler.command, path.removeprefix(CGI)))]
        if path == f"{CGI}/logout" and body:
            # Not passed on, and no answer like another.
            handler.send_error(403, secrets.token_hex(8))
            return
        if body and handler.headers.get_content_type() == "multipart/form-data":
            body = as_browsers_send_it(body)
        headers = {name: value for name, value in handler.headers.items() if name.lower() not in ("host", "connection", "cookie", "content-length")}
        others = [pair.strip() for pair in (handler.headers.get("Cookie") or "").split(";")]
        kept = [pair for pair in others if pair and pair.split("=")[0] not in self._cookies]
        headers["Cookie"] = "; ".join(kept + [f"{name}={value}" for name, value in self._cookies.items()])
        connection = http.client.HTTPConnection(self._portal.hostname, self._portal.port, timeout=60)
        try:
            connection.request(handler.command, handler.path, body, headers)
            reply = connection.getresponse()
            content = reply.read()
        except OSError:
            handler.send_error(502)
            return
        finally:
            connection.close()
        asked[reply.status] += 1
        handler.send_response(reply.status, reply.reason)
        for name, value in reply.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length", "date", "server"):
                handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(content)

    def __enter__(self) -> "PassingOn":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()
