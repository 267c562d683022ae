"""Acts at the desk, ready to be done, and the states of the desk's log in which they are done."""

import contextlib
import sqlite3
from dataclasses import dataclass, field
from typing import Callable, Iterator

from cgi_client import Ended, PreparedRequest
from citizen import Citizen
from desk import Desk
from documents import bytes_of
from promises import Promise, letter_decided, letter_kept, reply_kept, status_kept

LETTER = ("نامه.pdf", bytes_of("pdf"))
PHOTOGRAPH = ("photo.jpg", bytes_of("jpg"))
FORM = ("form.docx", bytes_of("docx"))
REPLY = ("پاسخ.pdf", bytes_of("pdf"))


@dataclass(frozen=True)
class Act:
    """A form that is ready to be sent, and what it promises when it was taken."""

    name: str
    request: PreparedRequest
    promise: Promise

    def is_taken(self, ended: Ended, shown: str) -> bool:
        """Whether the form, sent again, is answered as it should be: with the same receipt, or that it is decided."""
        status = ended.answer.status if ended.answer else 0
        return (status == 303 and ended.location == (shown or ended.location)) or (
            status == 409 and "letter" not in self.name)


@dataclass
class Template:
    """A desk at which every act is ready to be done; only copies of it are used."""

    desk: Desk
    citizen: Citizen
    acts: dict[str, Act] = field(default_factory=dict)

    def add(self, name: str, client, do: Callable, promise: Promise) -> None:
        self.acts[name] = Act(name, client.prepare(do), promise)


def made_template(desk: Desk) -> Template:
    """A citizen with a letter under review and one that was accepted; a reviewer, a clerk; and their forms."""
    citizen = desk.citizen()
    waiting, _ = citizen.register_letter(subject="در انتظار", unit="education", letter=LETTER)
    accepted, _ = citizen.register_letter(subject="تایید شده", unit="education", letter=LETTER)
    reviewer, clerk = desk.member("reviewer"), desk.member("clerk")
    if reviewer.do(accepted, "accept").status != 303:
        raise RuntimeError("the letter was not accepted")
    desk.work()

    template = Template(desk, citizen)
    for name, attachments in (("a letter", []), ("a letter with attachments", [PHOTOGRAPH, FORM])):
        template.add(
            name, citizen.client,
            lambda: citizen.send_letter(subject=name, letter=LETTER, attachment=attachments, unit="education"),
            letter_kept(name, [LETTER[1]] + [content for _, content in attachments]))
    template.add("an acceptance", reviewer.client, lambda: reviewer.do(waiting, "accept"),
                 letter_decided(waiting, "accepted"))
    template.add("a rejection", reviewer.client, lambda: reviewer.do(waiting, "reject", reason="امضا ندارد"),
                 letter_decided(waiting, "rejected"))
    template.add("a status", clerk.client, lambda: clerk.do(accepted, "events", status="در دست اقدام"),
                 status_kept(accepted, "در دست اقدام"))
    template.add("a reply", clerk.client, lambda: clerk.do(accepted, "reply", reply=REPLY, text="پاسخ پیوست است"),
                 reply_kept(accepted, REPLY[1]))
    with connected(desk) as database:
        # Every request then also writes down that its session was seen.
        database.execute("UPDATE session SET seen = seen - 120")
    return template


@contextlib.contextmanager
def held_open(desk: Desk) -> Iterator[None]:
    """Keeps the database open meanwhile, as the worker does.

    A read-only connection cannot take the lock that it needs to move the log into the database and to delete it when it
    closes, so it leaves everything as it is.
    """
    database = sqlite3.connect(f"file:{desk.data}/desk.sqlite?mode=ro", uri=True, check_same_thread=False)
    try:
        database.execute("PRAGMA user_version").fetchall()
        yield
    finally:
        database.close()


@contextlib.contextmanager
def connected(desk: Desk) -> Iterator[sqlite3.Connection]:
    """A connection that writes without moving the log into the database."""
    with held_open(desk):
        database = sqlite3.connect(f"{desk.data}/desk.sqlite")
        try:
            database.execute("PRAGMA wal_autocheckpoint = 0")
            yield database
            database.commit()
        finally:
            database.close()


def used_by_nobody(desk: Desk) -> contextlib.AbstractContextManager:
    """The first who comes rebuilds the log's index."""
    return contextlib.nullcontext()


@contextlib.contextmanager
def log_moved_into_database(desk: Desk) -> Iterator[None]:
    """The next writer begins the log anew."""
    with held_open(desk):
        desk.work()
        yield


@contextlib.contextmanager
def log_nearly_full(desk: Desk) -> Iterator[None]:
    """The next commit moves the log into the database: SQLite does so after 1000 pages."""
    with log_moved_into_database(desk):
        with connected(desk) as database:
            database.execute("PRAGMA synchronous = OFF")
            for _ in range(997):  # each commit puts one page into the log
                database.execute("UPDATE letterCounter SET last = last")
                database.commit()
        yield


LOGS: dict[str, Callable[[Desk], contextlib.AbstractContextManager]] = {
    "the worker is there": held_open,
    "nobody else is there": used_by_nobody,
    "the log was moved into the database": log_moved_into_database,
    "the log is nearly full": log_nearly_full,
}
