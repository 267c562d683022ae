"""The power is cut at any moment of a day at the desk."""

import functools
import os
import random
import re
from dataclasses import dataclass

from cgi_client import PreparedRequest
from citizen import CGI
from desk import SCRATCH, Desk, new_desk
from disk import Disk
from documents import bytes_of
from extent import SEED, extent, in_parallel
from power_cut import after_power_cut
from promises import Promise, letter_decided, letter_kept, reply_kept, status_kept
from recording import Answered, Operation, Recorder
from sentences import expect, test_once
from shared_desk import programs
from situations import held_open
from wholeness import what_is_wrong

HEALTH = PreparedRequest("GET", f"{CGI}/health", b"", {})
LETTERS = extent(75, 12)  # with 75 the log becomes so long that a letter's own commit moves it into the database

SYNCED = {"the files": r"/incoming/|/documents/../", "their folders": r"/documents/..$", "the log": r"/desk\.sqlite-wal$"}


@dataclass(frozen=True)
class Day:
    """What happened to the disk, and what was promised, by the number of the child whose answer did."""

    operations: list[Operation]
    promises: dict[int, Promise]


@functools.cache
def recorded_day() -> Day:
    """From the first build to the last reply."""
    home = SCRATCH / "recorded"
    home.mkdir()
    recorder = Recorder(home, SCRATCH / "traces")
    desk = new_desk(programs(), home, recorder.before)
    promises: dict[int, Promise] = {}

    def promised(promise: Promise) -> None:
        promises[recorder.children] = promise

    citizen, reviewer, clerk = desk.citizen(), desk.member("reviewer"), desk.member("clerk")

    def letters(numbers) -> None:
        for number in numbers:
            kinds = ["pdf"] if number % 3 else ["pdf", "jpg", "docx"]
            files = [(f"file.{kind}", bytes_of(kind)) for kind in kinds]
            subject = f"letter {number}"
            answer = citizen.send_letter(subject=subject, letter=files[0], attachment=files[1:], unit="education")
            expect(answer.status == 303, answer.text)
            promised(letter_kept(subject, [content for _, content in files]))

    def decide(letter: int) -> None:
        expect(reviewer.do(str(letter), "accept").status == 303)
        promised(letter_decided(str(letter), "accepted"))
        expect(reviewer.do(str(letter + 1), "reject", reason="ناخوانا").status == 303)
        promised(letter_decided(str(letter + 1), "rejected"))
        expect(clerk.do(str(letter), "events", status="در دست اقدام").status == 303)
        promised(status_kept(str(letter), "در دست اقدام"))
        expect(clerk.do(str(letter), "reply", reply=("reply.pdf", bytes_of("pdf")), text="").status == 303)
        promised(reply_kept(str(letter), bytes_of("pdf")))

    letters(range(1, 5))
    decide(1)
    desk.work()
    with held_open(desk):
        desk.work()
        letters(range(5, LETTERS))
        decide(3)
        desk.work()
        letters(range(LETTERS, LETTERS + 3))
    decide(5)
    return Day(list(recorder.operations()), promises)


def states(day: Day, count: int, is_synced=lambda path: True):
    """`count` disks after a power cut: number, files, the promises whose answer had left before, and the others."""
    first = next(place for place, one in enumerate(day.operations) if isinstance(one, Answered))
    chance = random.Random(SEED)
    cuts = sorted(chance.randrange(first, len(day.operations) + 1) for _ in range(count))
    disk, done, shown = Disk(SCRATCH / "recorded", is_synced), 0, []
    for number, cut in enumerate(cuts):
        for operation in day.operations[done:cut]:
            disk.apply(operation)
            if isinstance(operation, Answered) and operation.child in day.promises:
                shown.append(day.promises[operation.child])
        done = cut
        begun = [promise for promise in day.promises.values() if promise not in shown]
        yield number, list(after_power_cut(disk, random.Random(f"{SEED}.{number}"))), tuple(shown), begun


def laid_out(number: int, files) -> Desk:
    home = SCRATCH / f"cut-{number}"
    home.mkdir()
    for path, node, content in files:
        target = f"{home}{path}"
        match node.kind:
            case "folder":
                os.mkdir(target, 0o700)
            case "link":
                os.symlink(node.target, target)
            case _:
                with open(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
                    file.write(content)
    return Desk(programs(), home)


def verdict(state) -> list[str]:
    """What is wrong with a desk that is opened after a power cut, and after the worker has been there."""
    number, files, shown, begun = state
    desk = laid_out(number, files)
    try:
        health = desk.send(HEALTH)
        wrong = [] if health.answer and health.answer.status == 200 else [f"GET /health: {health.said}"]
        wrong += what_is_wrong(desk, shown, begun, asks_doctor=number % 2 == 0)
        if number % 2 == 1 and not wrong:
            desk.work()
            wrong += what_is_wrong(desk, shown, begun)
        return [f"state {number}: {one}" for one in wrong]
    finally:
        desk.remove()


@test_once("Whatever a power cut takes of what was not synced, every receipt that was shown has its letter, whole")
def power_cut() -> None:
    day, count = recorded_day(), extent(1000, 120)
    print(f"{len(day.operations)} operations, {len(day.promises)} promises, {count} states", flush=True)
    wrong = [one for found in in_parallel(verdict, states(day, count)) for one in found]
    expect(not wrong, f"{len(wrong)} faults\n" + "\n".join(wrong[:20]))


@test_once("The model of the power cut finds the loss where the files, their folders or the log were not synced")
def control() -> None:
    day = recorded_day()
    for what, places in SYNCED.items():
        found = in_parallel(verdict, states(day, 16, lambda path: not re.search(places, path)))
        bad = sum(1 for wrong in found if wrong)
        print(f"without syncs of {what}: faults in {bad} of 16 states", flush=True)
        expect(bad, f"nothing was lost without syncs of {what}")
