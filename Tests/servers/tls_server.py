"""A second web server on the portal of the first: its sample configuration with TLS, as its head says to switch it on."""

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
from portal import Portal, free_port, is_listening


class TLSServer:
    """`plain` and `port` are the ports without and with TLS; `trust` believes in the certificate."""

    def __init__(self, portal: Portal) -> None:
        self.portal, self.plain, self.port = portal, free_port(), free_port()
        self.home = portal.messages_log.parents[1]
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-tls-"))
        self.folder.chmod(0o755)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2",
             "-keyout", self.folder / "privkey.pem", "-out", self.folder / "fullchain.pem", "-subj", "/CN=127.0.0.1",
             "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True, timeout=60)
        self.trust = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def __enter__(self) -> "TLSServer":
        self.process = subprocess.Popen(self._command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        for port in (self.plain, self.port):
            while not is_listening(port):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.process.kill()
                    raise RuntimeError(f"{self.portal.server} with TLS did not come up:\n{self.process.stderr.read()}{self._said()}")
                time.sleep(0.05)
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stderr.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, path: str, method: str = "GET", over_tls: bool = True, context: ssl.SSLContext | None = None) -> Answer:
        import http.client

        connection = (http.client.HTTPSConnection("127.0.0.1", self.port, timeout=20, context=context or self.trust) if over_tls
                      else http.client.HTTPConnection("127.0.0.1", self.plain, timeout=20))
        try:
            connection.request(method, path)
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
        run = self.home / "run"
        outer = (run / f"{self.portal.server}.conf").read_text().replace(str(run / "site.conf"), str(self.folder / "site.conf"))
        site = (run / "site.conf").read_text()
        address = f"127.0.0.1:{self.portal.port}"
        outer = outer.replace(f"{self.portal.server}.pid", f"{self.portal.server}-tls.pid")
        site = re.sub(r"(?m)^#TLS ", "", site)
        site = site.replace("/etc/letsencrypt/live/portal.example.org", str(self.folder))
        if self.portal.server == "apache":
            outer = outer.replace(f"Listen {address}", f"Listen 127.0.0.1:{self.plain}\nListen 127.0.0.1:{self.port} https")
            outer = outer.replace(f'"{address}"', f'"127.0.0.1:{self.port}"').replace("cgid.socket", "cgid-tls.socket")
            outer = outer.replace("ServerName 127.0.0.1", "ServerName 127.0.0.1\nLoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so", 1)
            outer = re.sub(r'Define PISHKHAN_NAME ".*"', f'Define PISHKHAN_NAME "https://127.0.0.1:{self.port}"', outer)
            outer = outer.replace("Define PISHKHAN_ADDRESS", f'Define PISHKHAN_PLAIN_ADDRESS "127.0.0.1:{self.plain}"\nDefine PISHKHAN_ADDRESS')
            site = site.replace("#Define", "Define")
            command = ["apache2", "-f", self.folder / "server.conf", "-DFOREGROUND"]
        elif self.portal.server == "nginx":
            site = site.replace("portal.example.org$request_uri", f"127.0.0.1:{self.port}$request_uri")
            # The site's own plain line goes, as its head says.
            site = site.replace(f"    listen {address};\n    listen 443", "    listen 443")
            site = re.sub(rf"(?m)^(    listen (?:80|{re.escape(address)});)", f"    listen 127.0.0.1:{self.plain};", site, count=1)
            site = site.replace(f"    listen {address};\n", "").replace("listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;")
            command = ["nginx", "-e", self.home / "logs" / "tls-error.log", "-p", f"{run}/", "-c", self.folder / "server.conf"]
        else:
            outer = outer.replace(f"server.port = {self.portal.port}", f"server.port = {self.plain}")
            site = site.replace(f'"{address}"', f'"127.0.0.1:{self.port}"').replace("https://portal.example.org$", f"https://127.0.0.1:{self.port}$")
            command = ["lighttpd", "-D", "-f", self.folder / "server.conf"]
        (self.folder / "server.conf").write_text(outer)
        (self.folder / "site.conf").write_text(site)
        return [str(word) for word in self._as_portal(command)]

    def _as_portal(self, command: list) -> list:
        """Apache and nginx begin as root and give up their rights themselves; lighttpd is begun as the user."""
        owner = (self.home / "data").stat().st_uid
        if os.geteuid() != 0 or owner == 0:
            return command
        for name in ("privkey.pem", "fullchain.pem"):
            shutil.chown(self.folder / name, owner)
        return ["setpriv", "--reuid", str(owner), "--regid", str((self.home / "data").stat().st_gid), "--init-groups", *command]

    def _said(self) -> str:
        return "".join(one.read_text(errors="replace")[-2_000:] for one in (self.home / "logs").glob("*error.log"))
