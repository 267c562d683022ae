"""A browser whose web server is this process: each request starts the CGI program as a child (RFC 3875)."""

import http.client
import io
import pathlib
import subprocess
import tempfile
import urllib.parse
from dataclasses import dataclass, field
from typing import Callable

from citizen import CGI
from client import Answer, Client

ADDRESS = "http://127.0.0.1:8080/"


@dataclass(frozen=True)
class PreparedRequest:
    """A request that can be sent again and again, byte by byte the same."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]

    def environment(self, home: pathlib.Path) -> dict[str, str]:
        """The variables that a web server sets."""
        where = urllib.parse.urlsplit(self.path)
        named = {name.lower(): value for name, value in self.headers.items()}
        return {
            "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "SERVER_SOFTWARE": "faults",
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8080", "REMOTE_ADDR": "127.0.0.1",
            "REQUEST_METHOD": self.method, "REQUEST_URI": self.path, "SCRIPT_NAME": CGI,
            "PATH_INFO": where.path.removeprefix(CGI), "QUERY_STRING": where.query,
            "CONTENT_LENGTH": str(len(self.body)), "CONTENT_TYPE": named.get("content-type", ""),
            "HTTP_COOKIE": named.get("cookie", ""), "PISHKHAN_HOME": str(home),
        }


@dataclass
class Ended:
    """How a child ended, and what it answered until then."""

    status: int
    answer: Answer | None
    said: str

    @property
    def location(self) -> str:
        """Where a whole answer leads; empty for none."""
        return (self.answer.location or "") if self.answer and self.answer.status == 303 else ""


def run_child(command: list[str], request: PreparedRequest, home: pathlib.Path, **options) -> Ended:
    """Runs a CGI program with this request; its body is a file, so that each read gives as much as was asked for."""
    with tempfile.TemporaryFile() as body:
        body.write(request.body)
        body.seek(0)
        ended = subprocess.run(command, stdin=body, capture_output=True, env=request.environment(home), timeout=120,
                               **options)
    return Ended(ended.returncode, answer_in(ended.stdout, request.path), ended.stderr.decode(errors="replace"))


def answer_in(output: bytes, path: str) -> Answer | None:
    """The answer that a web server would pass on, or None where it broke off."""
    head, end, body = output.partition(b"\r\n\r\n")
    if not end:
        return None
    headers = http.client.parse_headers(io.BytesIO(head + end))
    length = headers["Content-Length"]
    if length is not None and int(length) != len(body):
        return None
    return Answer(int((headers["Status"] or "200").split()[0]), headers, body, path)


@dataclass
class CGIClient(Client):
    """Keeps cookies and fills in forms like `Client`; static pages come from the release."""

    address: str = ADDRESS
    home: pathlib.Path = pathlib.Path()
    send: Callable[[PreparedRequest], Ended] | None = None
    sent: PreparedRequest | None = field(default=None, repr=False)
    holds_posts: bool = False

    def request(self, method: str, path: str, body: bytes | None = None, headers=None, timeout=60) -> Answer:
        if not path.startswith(CGI):
            file = self.home / "current" / "public" / path.strip("/") / "index.html"
            return Answer(200, http.client.HTTPMessage(), file.read_bytes(), path)
        self.sent = PreparedRequest(method, path, body or b"", self.headers | (headers or {}) | {"Cookie": self.cookie})
        if self.holds_posts and method == "POST":
            return Answer(0, http.client.HTTPMessage(), b"", path)
        ended = self.send(self.sent)
        if ended.answer is None:
            raise ConnectionError(f"{method} {path}: no answer, exit status {ended.status}\n{ended.said}")
        self._keep_cookies(ended.answer)
        return ended.answer

    def prepare(self, do: Callable[[], object]) -> PreparedRequest:
        """The form that `do` fills in, which is kept instead of being sent."""
        self.holds_posts = True
        try:
            do()
        finally:
            self.holds_posts = False
        return self.sent
