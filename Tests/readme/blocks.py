"""The blocks between fences of the README and of the pages beside it, in the order in which they are read."""

import pathlib
import re
from dataclasses import dataclass

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
# The reference of the config is made by a command, and a test holds it against that.
PAGES = [CHECKOUT / "README.md", *sorted(one for one in (CHECKOUT / ".readme").glob("*.md") if one.name != "config.md")]

_BLOCK = re.compile(r"^( *)```([a-z0-9]*)\n(.*?)^\1```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    """What stands between two fences; `kind` is the word after the first."""

    page: str
    line: int
    kind: str
    text: str

    @property
    def first(self) -> str:
        """Its first line, by which the table knows it."""
        return self.text.partition("\n")[0]

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(page: pathlib.Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(str(page.relative_to(CHECKOUT)), text[:found.start()].count("\n") + 1, found[2], found[3])
            for found in _BLOCK.finditer(text)]


def all_blocks() -> list[Block]:
    return [block for page in PAGES for block in blocks(page)]


def prose(page: pathlib.Path) -> str:
    """A page without its blocks."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))
