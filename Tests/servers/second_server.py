"""A second web server on the portal of the first, with a configuration that is printed for it."""

import contextlib
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time

from client import Answer
from fastcgi import PortalProcesses
from portal import Portal, free_port, is_listening


class SecondServer:
    """`plain` and `port` are the ports without and with TLS; `trust` believes in the certificate.

    `edits` spoils the printed configuration: each regular expression, which must match, is replaced. `address` is the portal's
    where it is not this server's own.
    """

    def __init__(self, portal: Portal, speaks_fastcgi: bool = False, has_tls: bool = True, edits: dict[str, str] | None = None,
                 config: pathlib.Path | None = None, address: str = "") -> None:
        self.has_tls, self.edits, self.config, self.address = has_tls, edits or {}, config or portal.config, address
        self.portal, self.plain, self.port = portal, free_port(), free_port()
        self.speaks_fastcgi, self.processes = speaks_fastcgi, None
        self.home = portal.messages_log.parents[1]
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-tls-"))
        self.folder.chmod(0o755)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2",
             "-keyout", self.folder / "privkey.pem", "-out", self.folder / "fullchain.pem", "-subj", "/CN=127.0.0.1",
             "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True, timeout=60)
        self.trust = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def __enter__(self) -> "SecondServer":
        if self.speaks_fastcgi:
            self.processes = PortalProcesses(self.home, 4)
            self.processes.__enter__()
        self.process = subprocess.Popen(self._command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        for port in (self.plain, self.port) if self.has_tls else (self.port,):
            while not is_listening(port):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.process.kill()
                    self.end_processes()
                    raise RuntimeError(f"{self.portal.server} with TLS did not come up:\n{self.process.stderr.read()}{self._said()}")
                time.sleep(0.05)
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stderr.close()
        self.end_processes()
        shutil.rmtree(self.folder, ignore_errors=True)

    def end_processes(self) -> None:
        """Ends those that speak FastCGI, so that nobody answers behind the socket."""
        if self.processes:
            self.processes.__exit__(None, None, None)
            self.processes = None

    def ask(self, path: str, method: str = "GET", over_tls: bool = True, context: ssl.SSLContext | None = None,
            body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        import http.client

        connection = (http.client.HTTPSConnection("127.0.0.1", self.port, timeout=20, context=context or self.trust) if over_tls
                      else http.client.HTTPConnection("127.0.0.1", self.plain, timeout=20))
        try:
            # Some servers refuse a body while it is still under way; their answer is there all the same.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError, ssl.SSLEOFError):
                connection.request(method, path, body, headers or {})
            reply = connection.getresponse()
            return Answer(reply.status, reply.headers, reply.read(), path)
        finally:
            connection.close()

    def shake_hands(self, version: ssl.TLSVersion, ciphers: str = "") -> str | None:
        """The cipher suite that both sides agree on in this very version of TLS; None where they do not."""
        context = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        # Python's own limits are lifted, so that only the server's count.
        context.set_ciphers(ciphers or "ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = version
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=20) as plain, \
                    context.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
                return secure.cipher()[0]
        except (ssl.SSLError, ConnectionError):
            return None

    def _command(self) -> list[str]:
        run, server = self.home / "run", self.portal.server
        site = self._printed_site()
        (self.folder / "site.conf").write_text(site)
        outer = ""
        if server in ("apache", "nginx", "lighttpd"):
            outer = (run / f"{server}.conf").read_text().replace(str(run / "site.conf"), str(self.folder / "site.conf"))
            outer = outer.replace(f"{server}.pid", f"{server}-tls.pid")
        if server == "apache":
            if not self.has_tls:
                outer = outer.replace(f"Listen 127.0.0.1:{self.portal.port}", f"Listen 127.0.0.1:{self.port}")
            outer = outer.replace(f"Listen 127.0.0.1:{self.portal.port}", f"Listen 127.0.0.1:{self.plain}\nListen 127.0.0.1:{self.port} https")
            outer = outer.replace("cgid.socket", "cgid-tls.socket")
            if self.speaks_fastcgi:
                outer = re.sub(r"(?m)^LoadModule cgid.*$", "LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so\n"
                               "LoadModule proxy_fcgi_module /usr/lib/apache2/modules/mod_proxy_fcgi.so", outer)
                outer = re.sub(r"(?m)^ScriptSock.*$", "", outer)
            outer = outer.replace("ServerName 127.0.0.1", "ServerName 127.0.0.1\nLoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so\n"
                                  "LoadModule http2_module /usr/lib/apache2/modules/mod_http2.so", 1)
            command = ["apache2", "-f", self.folder / "server.conf", "-DFOREGROUND"]
        elif server == "nginx":
            command = ["nginx", "-e", self.home / "logs" / "tls-error.log", "-p", f"{run}/", "-c", self.folder / "server.conf"]
        elif server == "lighttpd":
            outer = outer.replace(f"server.port = {self.portal.port}", f"server.port = {self.plain if self.has_tls else self.port}")
            command = ["lighttpd", "-D", "-f", self.folder / "server.conf"]
        elif server == "caddy":
            outer = site
            command = ["env", f"HOME={self.folder}", f"CADDY_ADMIN=unix/{self.folder}/admin.socket",
                       "caddy", "run", "--adapter", "caddyfile", "--config", self.folder / "server.conf"]
        else:
            # It is begun as the user that it would become.
            outer = re.sub(r"(?m)^user: .*\n", "", site)
            command = ["h2o", "-c", self.folder / "server.conf"]
        (self.folder / "server.conf").write_text(outer)
        return [str(word) for word in self._as_portal(command)]

    def _printed_site(self) -> str:
        program = ["--program", self.home / "bin" / "pishkhan-cgi"]
        if self.speaks_fastcgi:
            program = ["--fastcgi", self.processes.socket]
        elif self.portal.server in ("nginx", "caddy", "h2o"):
            sockets = re.search(r'unix[:/]+(/[^"]*)/fcgiwrap.socket|port: "(/[^"]*)/fcgiwrap.socket', (self.home / "run" / "site.conf").read_text())
            program += ["--fcgiwrap", f"{sockets[1] or sockets[2]}/fcgiwrap.socket"]
        address = self.address or f"{'https' if self.has_tls else 'http'}://127.0.0.1:{self.port}/"
        text = subprocess.run(
            [self.home / "bin" / "pishkhan", "server-config", self.portal.server, "--config", self.config, "--home", self.home,
             "--address", address, "--listen", f"127.0.0.1:{self.port}",
             "--listen-plain", f"127.0.0.1:{self.plain}", "--certificate", self.folder / "fullchain.pem",
             "--key", self.folder / "privkey.pem", "--logs", self.home / "logs", *program],
            check=True, capture_output=True, text=True, timeout=60).stdout
        for pattern, replacement in self.edits.items():
            text, count = re.subn(pattern, replacement, text)
            if not count:
                raise LookupError(f"{pattern!r} is not in the configuration of {self.portal.server}")
        return text

    def _as_portal(self, command: list) -> list:
        """Apache and nginx begin as root and give up their rights themselves; lighttpd is begun as the user."""
        owner = (self.home / "data").stat().st_uid
        if os.geteuid() != 0 or owner == 0:
            return command
        for path in (self.folder, self.folder / "privkey.pem", self.folder / "fullchain.pem"):
            shutil.chown(path, owner)
        return ["setpriv", "--reuid", str(owner), "--regid", str((self.home / "data").stat().st_gid), "--init-groups", *command]

    def _said(self) -> str:
        return "".join(one.read_text(errors="replace")[-2_000:] for one in (self.home / "logs").glob("*error.log"))
