"""A small desk with letters in every state, which seeded faults are put into one after the other, each taken back."""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
from dataclasses import dataclass
from typing import Iterator

from desk import SCRATCH, Desk, new_desk
from shared_desk import programs
from situations import LETTER, PHOTOGRAPH, REPLY

SPOILT = -1  # a file that is there no more


def desk_with_letters() -> Desk:
    """Nine letters of three citizens: three accepted, of which two have a status and a reply, two rejected, four waiting."""
    desk = new_desk(programs(), SCRATCH / "seeded")
    reviewer, clerk = desk.member("reviewer"), desk.member("clerk")
    letters = []
    for _ in range(3):
        citizen = desk.citizen()
        letters += [citizen.register_letter(unit="education", letter=LETTER, attachment=[PHOTOGRAPH])[0] for _ in range(3)]
    for letter in (letters[7], letters[0], letters[4]):
        reviewer.do(letter, "accept")
    for letter in (letters[2], letters[5]):
        reviewer.do(letter, "reject", reason="امضا ندارد")
    for letter in (letters[0], letters[4]):
        clerk.do(letter, "events", status="در دست اقدام")
        clerk.do(letter, "reply", reply=REPLY, text="پیوست")
    desk.work()
    # The doctor looks for the home page, which the desks of other faults do without.
    (desk.home / "current" / "public" / "index.html").touch()
    make_small(desk.data / "desk.sqlite")
    return desk


def make_small(database: pathlib.Path) -> None:
    """Without the room to grow a run costs a tenth."""
    small = database.with_name("small")
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(small),))
    for ending in ("-wal", "-shm"):
        pathlib.Path(f"{database}{ending}").unlink(missing_ok=True)
    small.chmod(0o600)
    small.rename(database)


@dataclass
class Kept:
    """What was at a path before a fault was put there."""

    path: pathlib.Path
    content: bytes | None
    mode: int
    times: tuple[int, int]


class Patient:
    """A copy of the desk in which one fault at a time is put, and taken back."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.data = desk, desk.data
        self.database = self.data / "desk.sqlite"
        self._kept: list[Kept] = []
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as rows:
            self.documents = rows.execute("SELECT letter, number, path FROM document").fetchall()
            self.events = rows.execute("SELECT id, letter, kind FROM event ORDER BY id").fetchall()
            self.letters = rows.execute("SELECT id, state FROM letter").fetchall()
            self.pages = rows.execute("PRAGMA page_count").fetchone()[0]
            self.page_size = rows.execute("PRAGMA page_size").fetchone()[0]

    def touch(self, path: pathlib.Path) -> pathlib.Path:
        """Remembers what is at a path that is about to be changed."""
        if path.exists():
            status = path.stat()
            content = path.read_bytes() if path.is_file() else None
            self._kept.append(Kept(path, content, status.st_mode & 0o7777, (status.st_atime_ns, status.st_mtime_ns)))
        else:
            self._kept.append(Kept(path, None, SPOILT, (0, 0)))
        return path

    def heal(self) -> None:
        """Puts everything back."""
        for kept in reversed(self._kept):
            put_back(kept)
        self._kept.clear()
        for ending in ("-wal", "-shm"):
            pathlib.Path(f"{self.database}{ending}").unlink(missing_ok=True)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Writes as somebody with a shell does: no foreign keys, no checks, and no trace in the log."""
        self.touch(self.database)
        connection = sqlite3.connect(self.database)
        try:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            yield connection
            connection.commit()
        finally:
            connection.close()

    def said(self) -> tuple[int, list[str]]:
        """The exit status of `doctor --verify`, and the lines of what it calls wrong."""
        ended = self.desk.run("doctor", "--verify", "--json", "--user", self.data.owner(), check=False)
        findings = json.loads(ended.stdout)["findings"]
        return ended.returncode, [
            f'{one["check"]}: {one["subject"]} {one["problem"]}' for one in findings if one["weight"] == "wrong"]


def put_back(kept: Kept) -> None:
    path = kept.path
    if kept.content is not None or kept.mode == SPOILT:
        # Made anew rather than written over: a link, another owner and another kind of file go with the old one.
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    if kept.mode == SPOILT:
        return
    if kept.content is not None:
        path.write_bytes(kept.content)
    path.chmod(kept.mode)
    os.utime(path, ns=kept.times)
