"""Debian's clamd with a signature database of our own, in a temporary folder; and what only sits in its place."""

import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time

# Not in one piece: this file is no malware for anybody else's scanner.
EICAR = b"".join((rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$", b"EICAR-STANDARD-", b"ANTIVIRUS-TEST", b"-FILE!$H+H*"))
OWN = b"only-the-tests-of-the-front-desk-hold-this"


class ScannerFolder:
    """`with ScannerFolder() as folder`: the socket is `folder.socket`, whoever listens there."""

    def __enter__(self) -> "ScannerFolder":
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-clamd-"))
        self.path.chmod(0o755)
        self.socket = self.path / "clamd.ctl"
        return self

    def __exit__(self, *_) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


class Clamd:
    """`with Clamd(folder)`: the scanner, until the end of the block."""

    def __init__(self, folder: ScannerFolder, options: str = "") -> None:
        self.folder = folder
        self.options = options

    def __enter__(self) -> "Clamd":
        path = self.folder.path
        (path / "signatures").mkdir(exist_ok=True)
        (path / "signatures" / "tests.ndb").write_text(
            f"Eicar-Test:0:*:{EICAR.hex()}\nOwn-Test:0:*:{OWN.hex()}\n")
        (path / "clamd.conf").write_text(
            f"DatabaseDirectory {path}/signatures\nLocalSocket {self.folder.socket}\nLocalSocketMode 666\n"
            f"TemporaryDirectory {path}\nLogFile {path}/clamd.log\nForeground yes\nAlertExceedsMax yes\n{self.options}\n")
        # A copy, which the system's AppArmor profile, made for the system's own folders, does not know.
        program = path / "clamd"
        if not program.exists():
            shutil.copy("/usr/sbin/clamd", program)
        self.process = subprocess.Popen([program, "-c", path / "clamd.conf"], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                self.__exit__()
                raise TimeoutError(f"clamd does not answer:\n{(path / 'clamd.log').read_text()}")
            time.sleep(0.1)
        return self

    def _answers(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as peer:
                peer.settimeout(5)
                peer.connect(str(self.folder.socket))
                peer.sendall(b"zPING\0")
                return peer.recv(16) == b"PONG\0"
        except OSError:
            return False

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self.folder.socket.unlink(missing_ok=True)


class Impostor:
    """`with Impostor(folder, answer)`: listens in clamd's place, answers PING rightly and each stream as told.

    `answer` None: never answers a stream. `reads`: how many bytes it reads before it answers; None: to the end.
    """

    def __init__(self, folder: ScannerFolder, answer: bytes | None, reads: int | None = None, pings=True) -> None:
        self.folder, self.answer, self.reads, self.pings = folder, answer, reads, pings
        self.streams = 0

    def __enter__(self) -> "Impostor":
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.folder.socket))
        self.folder.socket.chmod(0o666)
        self.listener.listen(50)
        self.open: list[socket.socket] = []
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def _listen(self) -> None:
        while True:
            try:
                peer, _ = self.listener.accept()
            except OSError:
                return
            self.open.append(peer)
            threading.Thread(target=self._serve, args=(peer,), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        try:
            command = peer.recv(6)
            if command == b"zPING\0":
                if self.pings:
                    peer.sendall(b"PONG\0")
                    peer.close()
                return
            self.streams += 1
            if self.answer is None:
                return
            received = command
            while (self.reads is None and not received.endswith(bytes(4))) or len(received) < (self.reads or 0):
                more = peer.recv(65536)
                if not more:
                    return
                received = (received + more)[-(1 << 20):] if self.reads is None else received + more
            peer.sendall(self.answer)
            peer.close()
        except OSError:
            pass

    def __exit__(self, *_) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for peer in self.open:
            peer.close()
        self.folder.socket.unlink(missing_ok=True)
