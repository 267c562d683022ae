"""`pishkhan serve` and `pishkhan build --watch` while somebody edits."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable

from portal import free_port
from programs import program


def wait_until(condition: Callable[[], object], what: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds} s: {what}")
        time.sleep(0.02)


class Follower:
    """A command that follows the edits of a site; `with` ends it, and sees that it leaves nothing behind."""

    def __init__(self, *words: str | os.PathLike) -> None:
        self.temporary = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-following-"))
        self.output, self.messages = tempfile.TemporaryFile("w+"), tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [program("pishkhan"), *words], stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.messages,
            env={"PATH": os.environ["PATH"], "TMPDIR": str(self.temporary)})

    @staticmethod
    def _text(stream) -> str:
        return os.pread(stream.fileno(), 1 << 24, 0).decode("utf-8", "replace")

    def said(self) -> str:
        """All of standard output, then all of standard error so far."""
        return self._text(self.output) + self._text(self.messages)

    def wait_for(self, words: str, times: int = 1, seconds: float = 20) -> None:
        """Until it has said this so many times since it began."""
        def has_said() -> bool:
            if self.process.poll() is not None and self.said().count(words) < times:
                raise RuntimeError(f"it ended with {self.process.returncode}: {self.said()}")
            return self.said().count(words) >= times
        wait_until(has_said, f"{words!r} {times} times in {self.said()!r}", seconds)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ends it; answers with its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(20)

    def __enter__(self) -> "Follower":
        return self

    def __exit__(self, *_) -> None:
        try:
            self.stop()
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            shutil.rmtree(self.temporary, ignore_errors=True)


class Preview(Follower):
    """A running preview of a site."""

    def __init__(self, config: pathlib.Path, port: int | None = None) -> None:
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        super().__init__("serve", "--port", str(self.port), "--config", config)
        self.wait_for(f"preview {self.address}")


def save(path: pathlib.Path, text: str) -> None:
    """As careful editors save: a new file takes the old one's name."""
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(text, encoding="utf-8")
    draft.rename(path)


def edit(path: pathlib.Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise LookupError(f"{old!r} is not in {path}")
    save(path, text.replace(old, new))
