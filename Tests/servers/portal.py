"""A running portal: what cgi-bin/serve starts, and what it says."""

import json
import os
import pathlib
import queue
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

from ended import ended
from site_copy import CHECKOUT

SERVE = CHECKOUT / "cgi-bin" / "serve"
START_SECONDS = 1800  # the first build of a fresh checkout takes minutes


@dataclass(frozen=True)
class StaffAccount:
    role: str
    name: str
    password: str


_given_ports: set[int] = set()


def free_port() -> int:
    """A port at which nobody listens, another one each time.

    Not one that the system would give: those are for outgoing connections too, one of which may take it (Linux: 32768 and up).
    """
    while True:
        port = random.randrange(20_000, 32_000)
        if port in _given_ports:
            continue
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given_ports.add(port)
        return port


def is_listening(port: int) -> bool:
    with socket.socket() as peer:
        return peer.connect_ex(("127.0.0.1", port)) == 0


class Portal:
    """`with Portal(...)` starts it where `start()` has not been called before, and stops it at the end."""

    def __init__(self, server="apache", config=None, home=None, port=None, options=()):
        self.server = server
        self.config = config
        self.owns_home = home is None
        self.home = pathlib.Path(home or pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-home-")) / "home")
        self.port = port or free_port()
        self.options = list(options)
        self.address = ""
        self.staff: dict[str, StaffAccount] = {}
        self.messages_log = None
        self.process = None
        self.exit_status = None

    def start(self) -> "Portal":
        command = [str(SERVE), "--home", str(self.home), "--port", str(self.port), *self.options]
        if self.server != "apache":
            command.append(f"--{self.server}")
        if self.config:
            command += ["--config", str(self.config)]
        self.progress = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.progress, text=True)
        lines: queue.Queue = queue.Queue()
        threading.Thread(target=_pass_on, args=(self.process.stdout, lines), daemon=True).start()
        deadline = time.monotonic() + START_SECONDS
        while self.messages_log is None:
            try:
                line = lines.get(timeout=max(0.1, deadline - time.monotonic()))
            except queue.Empty:
                self.stop()
                raise TimeoutError(f"serve did not come up in {START_SECONDS} s:\n{self.said()}") from None
            if not line:
                self.stop()
                raise RuntimeError(f"serve ended with {self.exit_status}:\n{self.said()}")
            self._take(line.split())
        return self

    def _take(self, words: list[str]) -> None:
        match words:
            case ["portal", address]:
                self.address = address
            case ["staff", role, name, password]:
                self.staff[role] = StaffAccount(role, name, password)
            case ["messages", *path]:
                self.messages_log = pathlib.Path(" ".join(path))

    def said(self) -> str:
        """What serve has written to standard error."""
        self.progress.seek(0)
        return self.progress.read()

    def messages(self, to: str | None = None, kind: str | None = None) -> list[dict]:
        """The text messages so far, oldest first."""
        if not self.messages_log.exists():
            return []
        found = [json.loads(line) for line in self.messages_log.read_text(encoding="utf-8").splitlines()]
        if to and to.startswith("0"):
            to = "+98" + to[1:]
        return [m for m in found if (to is None or m["to"] == to) and (kind is None or m["kind"] == kind)]

    def wait_for_message(self, to: str, after: int = 0, kind: str | None = None, seconds: float = 15) -> dict:
        """The message number `after` (from 0) to this number, of this kind if one is named, as soon as it is there."""
        deadline = time.monotonic() + seconds
        while len(found := self.messages(to, kind)) <= after:
            if time.monotonic() > deadline:
                raise TimeoutError(f"no {kind or ''} message number {after} to {to} within {seconds} s: {found}")
            time.sleep(0.05)
        return found[after]

    def incoming(self) -> list[str]:
        """The files that uploads have left behind, or are in the middle of."""
        return [one.name for one in (self.messages_log.parent / "incoming").iterdir()]

    def left_in_incoming(self, seconds: float = 5) -> list[str]:
        """Those that are still there after a while, which a program needs whose client has gone away."""
        deadline = time.monotonic() + seconds
        while self.incoming() and time.monotonic() < deadline:
            time.sleep(0.1)
        return self.incoming()

    def change_database(self, sql: str) -> None:
        """Changes the desk's data behind its back, as time or other addresses would have changed it."""
        subprocess.run(["sqlite3", "-cmd", ".timeout 5000", str(self.messages_log.parent / "desk.sqlite"), sql], check=True)

    def forget_limits(self) -> None:
        """Forgets who has tried and asked how often: all tests come from one address within minutes."""
        self.change_database("DELETE FROM tally")

    def stop(self, with_signal=signal.SIGTERM) -> int:
        """Ends serve, removes the home if it was made for this portal, and answers with serve's exit status."""
        if self.process and self.exit_status is None:
            if self.process.poll() is None:
                self.process.send_signal(with_signal)
            self.exit_status = ended(self.process, 60, self.said)
        if self.owns_home:
            # As root, the home may be a link into /var/lib/pishkhan-serve.
            if self.home.is_symlink():
                shutil.rmtree(self.home.resolve(), ignore_errors=True)
            shutil.rmtree(self.home.parent, ignore_errors=True)
        return self.exit_status

    def __enter__(self) -> "Portal":
        return self if self.process else self.start()

    def __exit__(self, *_) -> None:
        self.stop()


def _pass_on(stream, lines: queue.Queue) -> None:
    for line in stream:
        lines.put(line)
    lines.put("")


def processes_mentioning(text: str) -> list[int]:
    """The processes whose command line or program holds this text, this one's own excepted."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if text.encode() in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                pass
    return found
