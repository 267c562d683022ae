"""A fresh clone of the checkout, in which the README's blocks for whoever tries and edits a portal are run."""

import os
import pathlib
import queue
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from blocks import CHECKOUT, Block
from ended import ended

MINUTES = 45  # the first build of a fresh clone takes minutes


class Clone:
    """`run` runs a block, `run_until` one that goes on until Ctrl-C."""

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-readme-")) / "pishkhan"
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", CHECKOUT, self.folder], check=True)

    def remove(self) -> None:
        portal = self.folder / ".portal"
        # As root, the home is a link into /var/lib/pishkhan-serve.
        if portal.is_symlink():
            shutil.rmtree(portal.resolve(), ignore_errors=True)
        shutil.rmtree(self.folder.parent, ignore_errors=True)

    def run(self, block: Block) -> str:
        """Its output; each of its lines must succeed."""
        ended = subprocess.run(_bash(block), cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=MINUTES * 60)
        if ended.returncode:
            raise AssertionError(f"{block.place} ended with {ended.returncode}:\n{block.text}{(ended.stdout + ended.stderr)[-4000:]}")
        return ended.stdout

    def run_until(self, block: Block, words: str) -> None:
        """Runs it until it says these words, and ends it as Ctrl-C does: it must go at once, and leave nothing running."""
        process = subprocess.Popen(_bash(block), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   text=True, start_new_session=True)
        lines: queue.Queue = queue.Queue()
        threading.Thread(target=_pass_on, args=(process.stdout, lines), daemon=True).start()
        said, deadline = [], time.monotonic() + MINUTES * 60
        try:
            while words not in (line := lines.get(timeout=max(1, deadline - time.monotonic()))):
                said.append(line)
                if not line:
                    raise AssertionError(f"{block.place} ended without {words!r}:\n{''.join(said)[-4000:]}")
            os.killpg(process.pid, signal.SIGINT)
            ended(process, 60, lambda: "".join(said))
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _bash(block: Block) -> list[str]:
    return ["bash", "-e", "-o", "pipefail", "-c", block.text]


def _pass_on(stream, lines: queue.Queue) -> None:
    for line in stream:
        lines.put(line)
    lines.put("")
