"""A client that curl speaks for: other versions of HTTP, TLS, and addresses of one's own to come from."""

import email.parser
import http.client
import re
import subprocess
from dataclasses import dataclass, field

from client import Answer, Client


@dataclass
class CurlClient(Client):
    """`options` are curl's, such as `--http2` or `--interface`; `versions` are the ones of HTTP that were spoken."""

    options: tuple[str, ...] = ()
    versions: set[str] = field(default_factory=set)

    def request(self, method: str, path: str, body: bytes | None = None, headers=None, timeout=60) -> Answer:
        sent = dict(self.headers) | (headers or {})
        if self.cookies:
            sent["Cookie"] = self.cookie
        # Neither a type that curl makes up, nor a second of waiting for a "100 Continue".
        sent = {"Expect": "", "Content-Type": ""} | sent
        command = ["curl", "--silent", "--show-error", "--include", "--max-time", str(timeout), "--path-as-is", *self.options]
        command += ["--head"] if method == "HEAD" else ["--request", method]
        for name, value in sent.items():
            command += ["--header", f"{name}: {value}" if value else f"{name}:"]
        if body is not None:
            command += ["--data-binary", "@-"]
        ended = subprocess.run([*command, self.address.rstrip("/") + path], input=body or b"", capture_output=True, timeout=timeout + 10)
        if not ended.stdout:
            raise ConnectionError(f"curl ended with {ended.returncode}: {ended.stderr.decode()}")
        answer = answer_in(ended.stdout, path, self.versions)
        self._keep_cookies(answer)
        return answer


def answer_in(said: bytes, path: str, versions: set[str]) -> Answer:
    """The last answer of what curl prints, after those that only told it to go on."""
    while True:
        head, _, said = said.partition(b"\r\n\r\n")
        first, _, lines = head.decode("latin-1").partition("\r\n")
        version, status = re.match(r"HTTP/(\S+) (\d+)", first).groups()
        if int(status) >= 200 and "connection established" not in first.lower():
            versions.add(version)
            parser = email.parser.Parser(_class=http.client.HTTPMessage)
            return Answer(int(status), parser.parsestr(lines), said, path)
