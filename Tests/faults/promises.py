"""What an answer promises, and whether a desk has kept it: read from its files, not asked of the program."""

import pathlib
from dataclasses import dataclass
from typing import Callable



@dataclass(frozen=True)
class Promise:
    """`counted` are queries, each with a name, that answer how often the act was done; they must agree."""

    counted: tuple[tuple[str, str], ...]
    documents: str = ""  # a query for the paths of the documents that came with it
    contents: tuple[bytes, ...] = ()

    def times(self, rows: Callable, documents: pathlib.Path) -> tuple[int, list[str]]:
        """How often the act was done, and what is wrong; `rows` answers queries."""
        found = {name: rows(sql)[0][0] for name, sql in self.counted}
        times = max(found.values())
        wrong = [] if set(found.values()) == {times} else [f"half done: {found}"]
        if times == 1 and self.documents:
            wrong += self._wrong_documents([documents / path for path, in rows(self.documents)])
        return times, wrong

    def _wrong_documents(self, files: list[pathlib.Path]) -> list[str]:
        if len(files) != len(self.contents):
            return [f"{len(files)} documents of {len(self.contents)}"]
        return [f"{file} is not whole" for file, content in zip(files, self.contents)
                if not file.exists() or file.read_bytes() != content]


def letter_kept(subject: str, contents: list[bytes]) -> Promise:
    """A letter with this subject, which no other letter has."""
    its = f"(SELECT id FROM letter WHERE subject = '{subject}')"
    return Promise(
        (("letter", f"SELECT count(*) FROM letter WHERE subject = '{subject}'"),
         ("event", f"SELECT count(*) FROM event WHERE kind = 'registered' AND letter IN {its}")),
        f"SELECT path FROM document WHERE letter IN {its} AND role <> 'reply' ORDER BY number", tuple(contents))


def letter_decided(letter: str, state: str) -> Promise:
    return Promise(
        (("letter", f"SELECT count(*) FROM letter WHERE id = {letter} AND state = '{state}'"),
         ("event", f"SELECT count(*) FROM event WHERE kind = '{state}' AND letter = {letter}")))


def status_kept(letter: str, text: str) -> Promise:
    return Promise(
        (("event", f"SELECT count(*) FROM event WHERE kind = 'statusAdded' AND letter = {letter} AND text = '{text}'"),))


def reply_kept(letter: str, content: bytes) -> Promise:
    its = f"FROM document WHERE letter = {letter} AND role = 'reply'"
    return Promise(
        (("reply", f"SELECT count(*) {its}"),
         ("event", f"SELECT count(*) FROM event WHERE kind = 'replied' AND letter = {letter}")),
        f"SELECT path {its}", (content,))
