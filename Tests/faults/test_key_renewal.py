"""`pishkhan key renew` is killed, the disk is full, or it fails, at each system call that changes something."""

import collections
import fcntl
import pathlib
import random
import tempfile

from citizen import CGI
from desk import Desk
from extent import SEED, extent, in_parallel
from sentences import expect, expect_equal, test_once
from shared_desk import fresh_copy
from system_calls import CHANGING, FAULTS, OPENING, STRACE, Point, points_in
from wholeness import what_is_wrong

HEALTH = CGI + "/health"  # opens the database


def renew(desk: Desk, *tracing: str) -> tuple[int, str, str]:
    """Renews the key under strace: exit status, what was printed as a fault, and what strace saw."""
    with tempfile.NamedTemporaryFile("r") as trace:
        traced = Desk(desk.programs, desk.home, lambda: [*STRACE, trace.name, *tracing])
        ended = traced.run("key", "renew", check=False)
        return ended.returncode, ended.stderr, trace.read()


def run(point: Point, fault: str, comes_next: str) -> tuple[str, list[str]]:
    """Renews the key with a fault, then lets somebody open the desk; answers with what came of it, and what is wrong."""
    with fresh_copy() as desk:
        old = key(desk)
        status, said, seen = renew(desk, "-e", f"trace={point.call}", "-e",
                                   f"inject={point.call}:{FAULTS[fault]}:when={point.when}")
        if "(INJECTED)" not in seen and status >= 0:
            return "not reached", []
        wrong = []
        if status == 0 and key(desk) == old:
            wrong.append(f"it said that the key is renewed: {said}")
        if comes_next == "a request":
            page = desk.client().get(HEALTH)
            if page.status != 200:
                wrong.append(f"the desk answered {page.status}")
        elif comes_next == "the worker":
            desk.work()
        else:
            desk.run("key", "renew")
        if len(key(desk)) != 32:
            wrong.append("there is no key of 32 bytes")
        wrong += what_is_wrong(desk)
        return ("renewed" if key(desk) != old else "the old key"), wrong


def key(desk: Desk) -> bytes:
    return pathlib.Path(desk.data / "key").read_bytes()


@test_once("Interrupted at any call that changes something, a renewal of the key leaves a desk that one key opens, with a whole audit")
def every_call() -> None:
    with fresh_copy() as desk:
        old = key(desk)
        status, said, seen = renew(desk, "-e", f"trace={','.join((*CHANGING, *OPENING))}")
        expect_equal(status, 0, said)
        expect(key(desk) != old, "the key is the same")
        wrong = what_is_wrong(desk)
        expect(not wrong, f"{wrong}")
        expect_equal(desk.client().get(HEALTH).status, 200, "the desk's health")
    points = points_in(seen.splitlines())
    cases = [(point, fault) for point in points for fault in FAULTS]
    chosen = random.Random(SEED).sample(cases, min(len(cases), extent(len(cases), 40)))
    print(f"{len(points)} points, {len(chosen)} of {len(cases)} runs", flush=True)
    next_ones = ("a request", "the worker", "another renewal")
    results = in_parallel(lambda case: run(*case[1], next_ones[case[0] % 3]), enumerate(chosen))
    for outcome, count in sorted(collections.Counter(
            (fault, outcome) for (_, fault), (outcome, _) in zip(chosen, results)).items()):
        print(f"{outcome}: {count} times", flush=True)
    bad = [f"{fault} at {point.call} {point.when}: {wrong}" for (point, fault), (_, wrong) in zip(chosen, results) if wrong]
    expect(not bad, f"{len(bad)} runs\n" + "\n".join(bad[:20]))
    missed = sum(outcome == "not reached" for outcome, _ in results)
    expect(missed * 20 <= len(chosen), f"{missed} points were not reached")


@test_once("A key is not renewed while the worker runs")
def with_the_worker() -> None:
    with fresh_copy() as desk:
        old = key(desk)
        with open(desk.data / "worker.lock", "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            ended = desk.run("key", "renew", check=False)
        expect_equal(ended.returncode, 1, ended.stdout)
        expect("worker" in ended.stderr, ended.stderr)
        expect_equal(key(desk), old, "the key")
