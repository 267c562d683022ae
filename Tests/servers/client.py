"""A browser for tests: keeps cookies, follows nothing by itself, fills in forms as they came."""

import contextlib
import http.client
import http.cookies
import re
import secrets
import socket
import urllib.parse
from dataclasses import dataclass, field

from page import Form, PageReader


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes
    path: str

    def __post_init__(self):
        self._page = None

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def text_without_number(self) -> str:
        """The page without the number of its request, which is random."""
        return re.sub(r'data-request="[^"]*">[^<]*<', "<", self.text)

    @property
    def location(self) -> str | None:
        return self.headers["Location"]

    @property
    def header_names(self) -> list[str]:
        """Those that the portal sets; how a body is framed is for the web server, by how fast its pieces come."""
        return sorted(name for name in self.headers.keys() if name not in ("Content-Length", "Transfer-Encoding"))

    @property
    def page(self) -> PageReader:
        if self._page is None:
            self._page = PageReader(self.text)
        return self._page

    def form(self, action_ends: str = "", having: str = "") -> Form:
        """The first form whose action ends so, and that has a field of this name."""
        for form in self.page.forms:
            if form.action.split("?")[0].endswith(action_ends) and (not having or having in form.names):
                return form
        raise LookupError(f"no form …{action_ends} with {having!r} in {self.path} ({self.status}):\n{self.text[:2000]}")

    @property
    def letters(self) -> dict[str, str]:
        """data-letter → data-state of each letter on the page."""
        return self.page.letters

    @property
    def errors(self) -> list[str]:
        """The data-error of each field that was refused."""
        return self.page.errors


@dataclass
class Client:
    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The header of the cookies."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self.request("GET", path, headers=headers)

    def post(self, path: str, fields: dict[str, str] | None = None, headers: dict[str, str] | None = None) -> Answer:
        body = urllib.parse.urlencode(fields or {}).encode()
        return self.request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"} | (headers or {}))

    def submit(self, answer: Answer, form: Form, **filled) -> Answer:
        """Sends the form back with these values; a value `(file name, bytes)` fills a file field, a list several."""
        path = urllib.parse.urljoin(answer.path, form.action or answer.path)
        pairs = form.filled(filled)
        if form.method == "get":
            return self.get(path.split("?")[0] + "?" + urllib.parse.urlencode(pairs))
        if form.enctype == "multipart/form-data":
            body, kind = multipart(pairs)
        else:
            body, kind = urllib.parse.urlencode(pairs).encode(), "application/x-www-form-urlencoded"
        return self.request("POST", path, body, {"Content-Type": kind})

    def follow(self, answer: Answer) -> Answer:
        """Follows one redirect, inside the portal only."""
        if answer.status not in (301, 302, 303, 307, 308) or not answer.location:
            errors = answer.errors if b"<" in answer.body else ""
            raise AssertionError(f"{answer.path} answered {answer.status}, not a redirect {errors}\n{answer.text[:2000]}")
        target = urllib.parse.urljoin(self.address, urllib.parse.urljoin(answer.path, answer.location))
        if not target.startswith(self.address):
            raise AssertionError(f"a redirect leaves the portal: {answer.location}")
        return self.get("/" + target[len(self.address):])

    def request(self, method: str, path: str, body: bytes | None = None, headers=None, timeout=60) -> Answer:
        where = urllib.parse.urlsplit(self.address)
        connection = http.client.HTTPConnection(where.hostname, where.port, timeout=timeout)
        sent = dict(self.headers)
        if self.cookies:
            sent["Cookie"] = self.cookie
        try:
            # Some servers refuse a body while it is still under way; their answer is there all the same.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.request(method, path, body, sent | (headers or {}))
            reply = connection.getresponse()
            answer = Answer(reply.status, reply.headers, reply.read(), path)
        finally:
            connection.close()
        self._keep_cookies(answer)
        return answer

    def _keep_cookies(self, answer: Answer) -> None:
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in http.cookies.SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value


def exchange(address: str, sent: bytes, goes_away: bool = False) -> bytes:
    """All bytes of the answer to these very bytes; the client then waits, or `goes_away` from its side of the connection."""
    where = urllib.parse.urlsplit(address)
    with socket.create_connection((where.hostname, where.port), timeout=30) as peer:
        peer.sendall(sent)
        if goes_away:
            peer.shutdown(socket.SHUT_WR)
        answered = b""
        try:
            while chunk := peer.recv(65536):
                answered += chunk
        except ConnectionError:
            pass
        return answered


def multipart(pairs) -> tuple[bytes, str]:
    """multipart/form-data (RFC 7578) as browsers write it."""
    boundary = "----" + secrets.token_hex(16)
    parts = []
    for name, value in pairs:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'
        if isinstance(value, tuple):
            file_name, content = value
            quoted = file_name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
            head += f'; filename="{quoted}"\r\nContent-Type: application/octet-stream'
        else:
            content = value.encode("utf-8")
        parts.append(head.encode("utf-8") + b"\r\n\r\n" + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
