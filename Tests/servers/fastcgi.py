"""FastCGI processes at a socket as systemd would start them, and a client that speaks to them without a web server."""

import os
import pathlib
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time

from direct import AS_USER, DirectAnswer, environment

# FastCGI 1.0, section 8: types of records, and the one role that there is here.
BEGIN_REQUEST, END_REQUEST, PARAMS, STDIN, STDOUT = 1, 3, 4, 5, 6
RESPONDER = 1


class FastCGIProcesses:
    """`with FastCGIProcesses(command, variables) as processes`: at `processes.socket`; whichever ends is started anew."""

    def __init__(self, command: list, variables: dict[str, str], count: int = 1) -> None:
        self.count = count
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-fastcgi-"))
        self.folder.chmod(0o755)
        self.socket = self.folder / "socket"
        self.log = self.folder / "log"
        self.exit_statuses: list[int] = []
        self._command, self._variables = [*AS_USER, *command], variables
        self._running: list[subprocess.Popen] = []
        self._lock = threading.Lock()
        self._is_ending = False

    def __enter__(self) -> "FastCGIProcesses":
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.socket))
        self.socket.chmod(0o666)
        self._listener.listen(128)
        for _ in range(self.count):
            threading.Thread(target=self._keep_running, daemon=True).start()
        wait_until(lambda: len(self.processes) == self.count, "the processes start")
        return self

    def __exit__(self, *_) -> None:
        self._is_ending = True
        for process in list(self._running):
            process.terminate()
        wait_until(lambda: not self._running, "the processes end")
        self._listener.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _keep_running(self) -> None:
        while not self._is_ending:
            with self.log.open("ab") as log:
                process = subprocess.Popen(self._command, stdin=self._listener, stdout=subprocess.DEVNULL, stderr=log,
                                           env=self._variables)
            with self._lock:
                self._running.append(process)
            if self._is_ending:
                process.terminate()
            status = process.wait()
            with self._lock:
                self._running.remove(process)
                self.exit_statuses.append(status)

    @property
    def processes(self) -> list[int]:
        """The ids of those that run."""
        with self._lock:
            return [process.pid for process in self._running]

    @property
    def process(self) -> int:
        """The id of the only one, when it runs and can take a signal."""
        wait_until(lambda: len(self.processes) == 1 and waits_at_its_socket(self.processes[0]), "the process waits")
        return self.processes[0]

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


class PortalProcesses(FastCGIProcesses):
    """Those of the program in this home, behind the command `before`."""

    def __init__(self, home: pathlib.Path, count: int = 1, before=(), **variables: str) -> None:
        self.home = home
        super().__init__([*before, self.home / "bin" / "pishkhan-cgi"], {"PISHKHAN_HOME": str(self.home)} | variables, count)

    def begin(self, method: str = "GET", path: str = "/health", **more: str) -> "Exchange":
        """A request without its body."""
        return Exchange(self.socket, environment(self.home, method, path, GATEWAY_INTERFACE=None, **more))

    def answer(self, method: str = "GET", path: str = "/health", body: bytes = b"", **more: str) -> DirectAnswer:
        """A whole request and its answer."""
        if body:
            more = {"CONTENT_LENGTH": str(len(body))} | more
        with self.begin(method, path, **more) as exchange:
            exchange.send(body)
            return exchange.answer()


class Exchange:
    """One request at the socket; leaving the block closes the connection, whatever has come by then."""

    def __init__(self, path: pathlib.Path, parameters: dict[str, str]) -> None:
        self._connection = socket.socket(socket.AF_UNIX)
        self._connection.settimeout(60)
        self._connection.connect(str(path))
        begin = record(BEGIN_REQUEST, struct.pack(">HB5x", RESPONDER, 0))
        self._connection.sendall(begin + stream(PARAMS, pairs(parameters)) + record(PARAMS, b""))

    def __enter__(self) -> "Exchange":
        return self

    def __exit__(self, *_) -> None:
        self._connection.close()

    def send(self, body: bytes) -> None:
        self._connection.sendall(stream(STDIN, body))

    def answer(self) -> DirectAnswer:
        """Ends the body and reads the answer to its end."""
        self._connection.sendall(record(STDIN, b""))
        answered, status = b"", None
        while status is None:
            kind, content = self._record()
            if kind == STDOUT:
                answered += content
            elif kind == END_REQUEST:
                status = struct.unpack(">I", content[:4])[0]
        head, _, rest = answered.partition(b"\r\n\r\n")
        return DirectAnswer(status, head.decode(), rest.decode("utf-8", "replace"), "")

    def _record(self) -> tuple[int, bytes]:
        _, kind, _, length, padding, _ = struct.unpack(">BBHHBB", self._read(8))
        return kind, self._read(length + padding)[:length]

    def _read(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            piece = self._connection.recv(count - len(found))
            if not piece:
                raise ConnectionError(f"the connection ended within a record: {found!r}")
            found += piece
        return found


def record(kind: int, content: bytes) -> bytes:
    return struct.pack(">BBHHBB", 1, kind, 1, len(content), 0, 0) + content


def stream(kind: int, content: bytes) -> bytes:
    """The records of a stream, without the empty one that ends it."""
    return b"".join(record(kind, content[start:start + 65_535]) for start in range(0, len(content), 65_535))


def pairs(parameters: dict[str, str]) -> bytes:
    def length(content: bytes) -> bytes:
        return bytes([len(content)]) if len(content) < 128 else struct.pack(">I", len(content) | 1 << 31)

    encoded = [(name.encode(), value.encode()) for name, value in parameters.items()]
    return b"".join(length(name) + length(value) + name + value for name, value in encoded)


def waits_at_its_socket(process: int) -> bool:
    """Whether it has given up what it does not need, and sleeps."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
        return "Seccomp:\t2" in status and "State:\tS" in status
    except OSError:
        return False


def descriptors(process: int) -> list[str]:
    """What a process has open, in order."""
    folder = pathlib.Path(f"/proc/{process}/fd")
    return sorted(os.readlink(one) for one in folder.iterdir())


def resident_kib(process: int) -> int:
    lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def wait_until(is_so, what: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds} s: {what}")
        time.sleep(0.02)
