"""Debian's Kannel with its fake operator: a real SMS gateway on loopback, and what arrives behind it."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.parse

from portal import free_port

OPERATOR = "/usr/lib/kannel/test/fakesmsc"
CONFIG = """
group = core
admin-port = {admin}
admin-password = unused
smsbox-port = {box}
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
host = 127.0.0.1
port = {operator}
connect-allow-ip = "127.0.0.1"

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {http}
global-sender = 3000

group = sendsms-user
username = portal
password = "{password}"
concatenation = true
max-messages = 9
"""


class Kannel:
    password = "pass&word%2F"

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-kannel-"))
        self.ports = {name: free_port() for name in ("admin", "box", "operator", "http")}
        self.processes: list[subprocess.Popen] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports['http']}/cgi-bin/sendsms"

    def __enter__(self) -> "Kannel":
        config = self.folder / "kannel.conf"
        config.write_text(CONFIG.format(password=self.password, **self.ports))
        self._start("bearerbox", str(config))
        self._wait_until_up("bearerbox")
        self._start("smsbox", str(config))
        self._start(OPERATOR, "-H", "127.0.0.1", "-r", str(self.ports["operator"]), "-m", "0", "-v", "0")
        return self

    def __exit__(self, *_) -> None:
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdin.close()
        shutil.rmtree(self.folder)

    def _start(self, program: str, *arguments: str) -> None:
        log = open(self._log(program), "wb")
        # The fake operator ends when its standard input does.
        self.processes.append(subprocess.Popen(
            [program, *arguments], stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=self.folder,
            env=os.environ | {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}))
        log.close()

    def _wait_until_up(self, program: str) -> None:
        deadline = time.monotonic() + 10
        while "entering mainloop" not in (said := self._log(program).read_text(encoding="utf-8")):
            if time.monotonic() > deadline or self.processes[-1].poll() is not None:
                raise RuntimeError(f"{program} does not start:\n{said}")
            time.sleep(0.05)

    def _log(self, program: str) -> pathlib.Path:
        return self.folder / (pathlib.Path(program).name + ".log")

    def arrived(self) -> list[tuple[str, str]]:
        """Receiver and text of each message that the operator has got; the parts of a long one are put together."""
        messages: list[tuple[str, str]] = []
        parts: list[str] = []
        for line in self._log(OPERATOR).read_text(encoding="ascii").splitlines():
            match re.split(r"[< >]", line.partition(" message ")[2]):
                case [_, _, _, to, "ucs-2", text, *_]:
                    messages.append((to, _text(text)))
                # A user data header of a concatenated message: 05 00 03, reference, parts, number of this part.
                case [_, _, _, to, "udh", header, _, text, *_]:
                    number, last = urllib.parse.unquote_to_bytes(header)[5], urllib.parse.unquote_to_bytes(header)[4]
                    parts = [*(parts if number > 1 else []), _text(text)]
                    if number == last:
                        messages.append((to, "".join(parts)))
        return messages

    def wait_for(self, to: str, after: int = 0, seconds: float = 20) -> str:
        """The text of the message number `after` (from 0) to this number, as soon as all of its parts are there."""
        deadline = time.monotonic() + seconds
        while len(found := [text for receiver, text in self.arrived() if receiver == to]) <= after:
            if time.monotonic() > deadline:
                raise TimeoutError(f"no message number {after} to {to} within {seconds} s; arrived: {self.arrived()}")
            time.sleep(0.05)
        return found[after]


def _text(encoded: str) -> str:
    return urllib.parse.unquote_to_bytes(encoded.replace("+", " ")).decode("utf-16-be")
