"""The program is killed, the disk is full, or it fails, at each system call that changes something."""

import collections
import itertools
import random

from extent import SEED, extent, in_parallel
from sentences import expect, expect_equal, test_once
from shared_desk import fresh_copy, template
from situations import LOGS, Act
from system_calls import FAULTS, Point, points_of, with_fault
from wholeness import what_is_wrong


def run(act: Act, log: str, point: Point, fault: str, retries_first: bool) -> tuple[str, list[str]]:
    """Does the act with a fault, and again without; answers with what came of the first, and with what is wrong."""
    with fresh_copy() as desk:
        with LOGS[log](desk):
            ended, was_reached = with_fault(desk, act.request, point, FAULTS[fault])
        if not was_reached:
            return "not reached", []
        wrong = []
        shown = ended.location
        status = ended.answer.status if ended.answer else 0
        if status not in (0, 303, 503) or (status == 0 and fault != "killed" and point.call not in ("write", "writev")):
            wrong.append(f"answered {status}, exit status {ended.status}: {ended.said}")
        if status == 503 and b"<h1>" not in ended.answer.body:
            wrong.append("503 without a page")
        if not retries_first:
            wrong += what_is_wrong(desk, shown=[act.promise] if shown else [], begun=[act.promise])
        again = desk.send(act.request)
        if act.is_taken(again, shown):
            wrong += what_is_wrong(desk, shown=[act.promise], asks_doctor=retries_first)
        else:
            wrong.append(f"sent again: {again.answer and again.answer.status} {again.location} {again.said}")
    return str(status or "no answer"), wrong


@test_once("Killed, or with a full or broken disk, at any call that changes something: nothing is lost, and nothing is there twice")
def every_call() -> None:
    cases = []
    points = 0
    for (log, prepare), act in itertools.product(LOGS.items(), template().acts.values()):
        with fresh_copy() as desk, prepare(desk):
            found, ended = points_of(desk, act.request)
        expect_equal(ended.answer and ended.answer.status, 303, f"{act.name}, {log}: {ended.said}")
        points += len(found)
        cases += [(act, log, point, fault) for point in found for fault in FAULTS]
    chosen = random.Random(SEED).sample(cases, min(len(cases), extent(len(cases), 300)))
    print(f"{points} points, {len(chosen)} of {len(cases)} runs", flush=True)

    results = in_parallel(lambda case: run(*case[1], retries_first=case[0] % 2 == 1), enumerate(chosen))
    outcomes = collections.Counter((case[3], outcome) for case, (outcome, _) in zip(chosen, results))
    for (fault, outcome), count in sorted(outcomes.items()):
        print(f"{fault}: {outcome} {count} times", flush=True)
    bad = [f"{act.name}, {log}, {fault} at {point.call} {point.when}: {wrong}"
           for (act, log, point, fault), (_, wrong) in zip(chosen, results) if wrong]
    expect(not bad, f"{len(bad)} runs\n" + "\n".join(bad[:20]))
    missed = sum(count for (_, outcome), count in outcomes.items() if outcome == "not reached")
    expect(missed * 100 <= len(chosen), f"{missed} points were not reached")
    expect(len(chosen) >= extent(2000, 300), f"only {len(chosen)} runs")
