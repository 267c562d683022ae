"""Whether a desk's data is whole: read from its files, so that the product does not judge itself alone."""

import hashlib
import json
import os
import pwd
import sqlite3
from typing import Callable, Iterable

from desk import Desk
from promises import Promise

# Each event of these kinds is told to the citizen by a message of this kind.
TOLD = {"registered": "registered", "accepted": "accepted", "rejected": "rejected", "statusAdded": "status",
        "replied": "replied"}

# No worker runs here, and how much room the disk has is not asked.
OF_THE_MACHINE = ("worker", "space")


def what_is_wrong(
    desk: Desk, shown: Iterable[Promise] = (), begun: Iterable[Promise] = (), asks_doctor: bool = True
) -> list[str]:
    """Faults of the data; promises that were shown and not kept; acts that were begun and done by half, or twice."""
    found = []
    try:
        with desk.reading() as rows:
            for promise in shown:
                times, wrong = promise.times(rows, desk.data / "documents")
                found += wrong + ([] if times == 1 else [f"shown, but done {times} times: {promise.counted[0]}"])
            for promise in begun:
                times, wrong = promise.times(rows, desk.data / "documents")
                found += wrong + ([] if times <= 1 else [f"done {times} times: {promise.counted[0]}"])
            found += _damage(rows) + _wrong_documents(desk, rows) + _wrong_numbers(rows) + _wrong_messages(rows)
    except sqlite3.Error as error:
        found.append(f"the database cannot be read: {error}")
    return found + (said_by_doctor(desk) if asks_doctor else [])


def _damage(rows: Callable) -> list[str]:
    return [f"database: {line}" for line, in rows("PRAGMA integrity_check") if line != "ok"] + [
        f"foreign key: {row}" for row in rows("PRAGMA foreign_key_check")]


def _wrong_documents(desk: Desk, rows: Callable) -> list[str]:
    found = []
    for path, size, content_hash in rows("SELECT path, bytes, hash FROM document"):
        file = desk.data / "documents" / path
        content = file.read_bytes() if file.exists() else None
        if content is None:
            found.append(f"{path}: a row without a file")
        elif len(content) != size or hashlib.blake2b(content, digest_size=32).digest() != content_hash:
            found.append(f"{path}: another content than its row says")
    return found + [f"letter {letter} has no document" for letter, in rows(
        "SELECT id FROM letter WHERE NOT EXISTS (SELECT 1 FROM document WHERE letter = letter.id AND role = 'letter')")]


def _wrong_numbers(rows: Callable) -> list[str]:
    numbers = sorted(int(number.rpartition("/")[2]) for number, in
                     rows("SELECT letterNumber FROM letter WHERE state = 'accepted'"))
    last = rows("SELECT coalesce(max(last), 0) FROM letterCounter")[0][0]
    return [] if numbers == list(range(1, last + 1)) else [f"letter numbers {numbers}, counted until {last}"]


def _wrong_messages(rows: Callable) -> list[str]:
    found = []
    for event, message in TOLD.items():
        events = rows("SELECT count(*) FROM event WHERE kind = ?", event)[0][0]
        messages = rows("SELECT count(*) FROM outbox WHERE kind = ?", message)[0][0]
        if events != messages:
            found.append(f"{events} events {event}, {messages} messages")
    return found


def said_by_doctor(desk: Desk) -> list[str]:
    """What `pishkhan doctor --verify` complains of, but for what is the machine's matter and not the desk's."""
    user = pwd.getpwuid(os.geteuid()).pw_name
    ended = desk.run("doctor", "--verify", "--json", "--user", user, "--config", str(desk.config), check=False)
    if ended.returncode not in (0, 1):
        return [f"the doctor ended with {ended.returncode}: {ended.stderr}"]
    return [f"the doctor: {finding}" for finding in json.loads(ended.stdout)["findings"]
            if finding["weight"] == "wrong" and finding["check"] not in OF_THE_MACHINE]
