"""The database is locked, missing, cut off, or has a wrong byte."""

import contextlib
import sqlite3
import time
from typing import Callable, Iterator

from afterwards import expect_recovered, expect_refused
from cgi_client import PreparedRequest
from citizen import CGI
from desk import Desk
from extent import extent, in_parallel
from promises import Promise
from sentences import expect, test_once
from shared_desk import fresh_copy, template
from situations import held_open

HEALTH = PreparedRequest("GET", f"{CGI}/health", b"", {})
WAITING = 5  # seconds for which a request waits for the lock


@test_once("While the database is locked each form waits a few seconds and is answered with 503; afterwards it is taken")
def locked() -> None:
    acts = list(template().acts.values())
    with fresh_copy() as desk:
        database = sqlite3.connect(desk.data / "desk.sqlite", isolation_level=None, check_same_thread=False)
        database.execute("BEGIN IMMEDIATE")
        until = time.monotonic() + extent(60, 1)
        while time.monotonic() < until:
            for (ended, seconds), act in zip(in_parallel(lambda act: timed(desk, act.request), acts), acts):
                expect_refused(ended, f"{act.name}, locked")
                expect(WAITING - 1 < seconds < 4 * WAITING, f"{act.name}: answered after {seconds:.1f} s")
        database.execute("ROLLBACK")
        database.close()
        for act in acts:
            # Of the acceptance and the rejection of one letter the first is taken.
            if act.name != "a rejection":
                expect_recovered(desk, act, "", f"{act.name}, unlocked")


def timed(desk: Desk, request: PreparedRequest):
    began = time.monotonic()
    ended = desk.send(request)
    return ended, time.monotonic() - began


@test_once("A database that is damaged or missing is 503 for every form; nothing is lost, and all works once it is mended")
def damaged() -> None:
    # A decision does not look at the documents; the status is what is done before the damage.
    cases = [(name, act) for name in DAMAGES for act in template().acts.values() if act.name != "a status"
             and not (name.endswith("of documents") and act.name in ("an acceptance", "a rejection"))][::extent(1, 3)]

    def run(case) -> None:
        name, act = case
        with fresh_copy() as desk:
            earlier = settle(desk)
            with DAMAGES[name](desk):
                if " table of " not in name:
                    expect_refused(desk.send(HEALTH), f"health, {name}")
                expect_refused(desk.send(act.request), f"{act.name}, {name}")
                desk.run("work", check=False)
            expect_recovered(desk, act, "", f"{act.name}, {name}", [earlier])

    in_parallel(run, cases)
    print(f"{len(DAMAGES)} damages, {len(cases)} forms", flush=True)


def settle(desk: Desk) -> Promise:
    """Moves the log into the database and does one act more, which then stands in the log only."""
    with held_open(desk):
        with contextlib.closing(sqlite3.connect(desk.data / "desk.sqlite")) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    act = template().acts["a status"]
    expect(desk.send(act.request).location, "the status was not taken")
    return act.promise


def cut_to(size: int) -> Callable[[Desk], contextlib.AbstractContextManager]:
    return changed(lambda content: content[:size])


def wrong_byte(place: Callable[[Desk], int]) -> Callable[[Desk], contextlib.AbstractContextManager]:
    @contextlib.contextmanager
    def damage(desk: Desk) -> Iterator[None]:
        index = place(desk)
        with changed(lambda content: content[:index] + bytes([content[index] ^ 0xFF]) + content[index + 1:])(desk):
            yield

    return damage


def changed(change: Callable[[bytes], bytes]) -> Callable[[Desk], contextlib.AbstractContextManager]:
    """Changes the database file, and puts its content back afterwards."""
    @contextlib.contextmanager
    def damage(desk: Desk) -> Iterator[None]:
        file = desk.data / "desk.sqlite"
        content = file.read_bytes()
        file.write_bytes(change(content))
        try:
            yield
        finally:
            file.write_bytes(content)

    return damage


def gone(*names: str) -> Callable[[Desk], contextlib.AbstractContextManager]:
    @contextlib.contextmanager
    def damage(desk: Desk) -> Iterator[None]:
        for name in names:
            (desk.data / name).rename(desk.home / name)
        try:
            yield
        finally:
            for name in names:
                expect(not (desk.data / name).exists(), f"a missing {name} was made anew")
                (desk.home / name).rename(desk.data / name)

    return damage


def root_of(table: str) -> Callable[[Desk], int]:
    """The first byte of a table's first page, which says what kind of page it is."""
    def place(desk: Desk) -> int:
        with desk.reading() as rows:
            return (rows("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)[0][0] - 1) * 4096

    return place


DAMAGES: dict[str, Callable[[Desk], contextlib.AbstractContextManager]] = {
    "missing": gone("desk.sqlite"),
    "missing with its log": gone("desk.sqlite", "desk.sqlite-wal"),
    "the key is missing": gone("key"),
    "cut to nothing": cut_to(0),
    "cut to one byte": cut_to(1),
    "cut to a part of the header": cut_to(99),
    "cut to a part of the first page": cut_to(4_000),
    "a wrong byte in the magic words": wrong_byte(lambda desk: 3),
    "a wrong byte in the size of its pages": wrong_byte(lambda desk: 16),
    "a wrong byte in the versions of its format": wrong_byte(lambda desk: 18),
    "a wrong byte in the table of letters": wrong_byte(root_of("letter")),
    "a wrong byte in the table of documents": wrong_byte(root_of("document")),
}
