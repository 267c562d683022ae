"""The CGI program without a web server: its environment and its standard input by hand."""

import os
import pathlib
import subprocess
from dataclasses import dataclass

from portal import Portal

AS_USER = ["setpriv", "--reuid", "www-data", "--regid", "www-data", "--init-groups"] if os.geteuid() == 0 else []


@dataclass
class DirectAnswer:
    exit_status: int
    head: str
    body: str
    said: str

    @property
    def status(self) -> int:
        return int(self.head.split(" ")[1]) if self.head.startswith("Status: ") else 0


def home_of(portal: Portal) -> pathlib.Path:
    return portal.messages_log.parents[1]


def environment(home: pathlib.Path, method: str = "GET", path: str = "/health", **more: str) -> dict[str, str]:
    """What a web server sets (RFC 3875); None takes a variable away."""
    usual = {"GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": method, "SCRIPT_NAME": "/cgi-bin/pishkhan", "PATH_INFO": path,
             "QUERY_STRING": "", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "192.0.2.1", "PISHKHAN_HOME": str(home)}
    return {name: value for name, value in (usual | more).items() if value is not None}


def answer(home: pathlib.Path, method: str = "GET", path: str = "/health", body: bytes = b"", before=(), after=(),
           stderr=subprocess.PIPE, as_user=AS_USER, **more: str) -> DirectAnswer:
    """Runs the program of this home, behind the command `before` and with the arguments `after`."""
    ended = subprocess.run([*as_user, *before, home / "bin" / "pishkhan-cgi", *after], input=body, stdout=subprocess.PIPE,
                           stderr=stderr, env=environment(home, method, path, **more), timeout=60)
    head, _, rest = ended.stdout.partition(b"\r\n\r\n")
    return DirectAnswer(ended.returncode, head.decode(), rest.decode("utf-8", "replace"), (ended.stderr or b"").decode())
