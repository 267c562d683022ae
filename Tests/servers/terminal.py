"""A program on a terminal of its own, as a person sees and types it."""

import os
import pty
import select
import subprocess
import time


class Terminal:
    """`with Terminal(words)` starts the program; what is still running at the end is killed."""

    def __init__(self, command: list, **environment: str) -> None:
        self.shown = ""
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                                        env={"PATH": os.environ["PATH"], "TERM": "xterm"} | environment)
        os.close(slave)

    def wait_for(self, words: str, seconds: float = 20) -> None:
        """Until these words were shown after what was waited for last."""
        deadline = time.monotonic() + seconds
        while words not in self.shown:
            if not self._read(deadline - time.monotonic()):
                raise TimeoutError(f"{words!r} was not shown, but {self.shown!r}")
        self.shown = self.shown[self.shown.index(words) + len(words):]

    def rest(self, seconds: float = 60) -> str:
        """All that was shown after what was waited for last, once the program has ended."""
        deadline = time.monotonic() + seconds
        while self._read(deadline - time.monotonic()):
            pass
        self.process.wait(max(1, deadline - time.monotonic()))
        return self.shown

    def _read(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], max(0, seconds))[0]:
            return False
        try:
            self.shown += os.read(self.master, 65536).decode("utf-8", "replace")
        except OSError:
            # The program has ended.
            return False
        return True

    def type(self, line: str) -> None:
        os.write(self.master, line.encode())

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
