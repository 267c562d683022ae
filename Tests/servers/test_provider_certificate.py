"""An SMS provider over TLS: whom the worker believes."""

import contextlib
import http.server
import pathlib
import ssl
import subprocess
import tempfile
import threading
import time

from citizen import Citizen
from portal import Portal
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site


@contextlib.contextmanager
def provider(folder: pathlib.Path):
    """A provider on loopback whose certificate nobody has signed; yields its port and the bodies that arrive."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2", "-subj",
         "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True, capture_output=True, timeout=60)
    arrived: list[bytes] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            arrived.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_) -> None:
            pass

    class Quiet(http.server.ThreadingHTTPServer):
        def handle_error(self, *_) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port, arrived
    finally:
        server.shutdown()
        server.server_close()


def config_for(port: int) -> pathlib.Path:
    gateway = ('gateway: "http", http: { requests: [{ url: "https://127.0.0.1:' + str(port) + '/send", method: "POST", '
               'form: { to: "{to}", text: "{text}" } }], timeout: 5 },')
    return copy_of_site({r'(\bsecurityCode: )"image"': r'\1"none"', r'(?m)^    gateway: "log",': "    " + gateway})


def last_error(portal: Portal) -> str:
    database = portal.messages_log.parent / "desk.sqlite"
    return subprocess.run(["sqlite3", "-readonly", str(database), "SELECT attempts, error FROM outbox"], check=True,
                          capture_output=True, text=True, timeout=20).stdout.strip()


@test_once("A provider whose certificate nobody vouches for gets nothing")
def unknown_certificate() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-provider-") as name:
        folder = pathlib.Path(name)
        with provider(folder) as (port, arrived), Portal(config=config_for(port)) as portal:
            expect_equal(Citizen(portal).ask_for_code().status, 303, "the wish for a code")
            deadline = time.monotonic() + 15
            # What stands there before a try's end says that the worker has ended during it.
            while "reached" not in (said := last_error(portal)):
                expect(time.monotonic() < deadline, f"no try within 15 s: {said}, {arrived}")
                time.sleep(0.1)
            expect("SSL" in said or "certificate" in said, f"the fault does not say why: {said}")
            expect_equal(arrived, [], "what arrived at a provider that nobody vouches for")
