"""w3m in a terminal of its own (tmux), driven by its keys."""

import contextlib
import secrets
import subprocess
import time
from collections.abc import Iterator


class TextBrowser:
    """What is on the screen, and the keys that somebody at a terminal would press."""

    def __init__(self, server: str) -> None:
        self._server = server

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p", "-t", "w3m").stdout

    def keys(self, *keys: str) -> None:
        """Named keys such as `Enter` or `Tab`."""
        self._tmux("send-keys", "-t", "w3m", *keys)

    def type(self, text: str) -> None:
        self._tmux("send-keys", "-t", "w3m", "-l", text)

    def wait_for(self, words: str, seconds: float = 20) -> str:
        deadline = time.monotonic() + seconds
        while words not in (screen := self.screen()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{words!r} did not come within {seconds} s:\n{screen}")
            time.sleep(0.1)
        return screen

    def go(self, address: str, words: str) -> None:
        """Opens an address and waits for words of its page."""
        self.keys("U")
        self.wait_for("Goto URL:")
        self.keys("C-u")
        self.type(address)
        self.keys("Enter")
        self.wait_for(words)

    def find(self, words: str, again: int = 0) -> None:
        """Puts the cursor on words, from the top of the page, or where they stand `again` so often."""
        self.keys("g", "/")
        self.wait_for("Forward:")
        self.type(words)
        self.keys("Enter")
        time.sleep(0.3)
        for _ in range(again):
            self.keys("n")

    def press(self, words: str, then: str) -> None:
        """Follows the link or presses the button of these words, and waits for words of the page that comes."""
        self.find(words)
        self.keys("Enter")
        self.wait_for(then)

    def fill(self, label: str, text: str, again: int = 0) -> None:
        """Types into the field after these words."""
        self._answer(label, again, "TEXT:", text)

    def attach(self, label: str, file: str) -> None:
        """Chooses the file for the field after these words."""
        self._answer(label, 0, "Filename:", file)

    def _answer(self, label: str, again: int, question: str, text: str) -> None:
        self.find(label, again)
        self.keys("Tab", "Enter")
        self.wait_for(question)
        self.type(text)
        self.keys("Enter")
        time.sleep(0.3)

    def _tmux(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(["tmux", "-L", self._server, *words], capture_output=True, text=True, timeout=20, check=True)


@contextlib.contextmanager
def w3m(address: str) -> Iterator[TextBrowser]:
    """w3m on a page, with cookies; it ends with its terminal."""
    server = f"pishkhan-{secrets.token_hex(4)}"
    browser = TextBrowser(server)
    subprocess.run(["tmux", "-u", "-L", server, "-f", "/dev/null", "new-session", "-d", "-s", "w3m", "-x", "100", "-y", "120",
                    "env", "LC_ALL=C.UTF-8", "HOME=/nonexistent", "w3m", "-cookie", "-o", "accept_cookie=1", "-o", "use_history=0",
                    "-o", "display_charset=UTF-8", "-o", "confirm_qq=0", address], check=True, timeout=20)
    try:
        yield browser
    finally:
        subprocess.run(["tmux", "-L", server, "kill-server"], check=False, capture_output=True, timeout=20)
