"""The program gets too little memory."""

import collections
import resource

from afterwards import expect_recovered, expect_refused
from extent import extent, in_parallel
from sentences import expect, test_once
from shared_desk import fresh_copy, template
from situations import Act
from wholeness import what_is_wrong

MEBIBYTE = 1 << 20
STEP = 16 << 10
MOST = 64 * MEBIBYTE  # more than any request needs


def with_memory(desk, act: Act, limit: int):
    """Sends the act's form to a program whose address space has `limit` bytes."""
    return desk.send(act.request, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))


def least_memory(act: Act) -> int:
    """The least memory, to a step, with which the form is taken."""
    too_little, enough = MEBIBYTE, MOST
    while enough - too_little > STEP:
        middle = (too_little + enough) // 2
        with fresh_copy() as desk:
            if with_memory(desk, act, middle).location:
                enough = middle
            else:
                too_little = middle
    return enough


@test_once("With too little memory the program may end or answer 503, but nothing is lost, and no receipt is without its letter")
def too_little_memory() -> None:
    acts, steps = list(template().acts.values())[::extent(1, 3)], extent(64, 16)
    outcomes: collections.Counter[str] = collections.Counter()

    def run(case) -> str:
        act, limit = case
        about = f"{act.name} with {limit >> 10} KiB"
        with fresh_copy() as desk:
            ended = with_memory(desk, act, limit)
            if ended.answer and not ended.location:
                expect_refused(ended, about)
            wrong = what_is_wrong(desk, [act.promise] if ended.location else [], [act.promise], asks_doctor=False)
            expect(not wrong, f"{about}: {wrong}")
            expect_recovered(desk, act, ended.location, about)
        return "taken" if ended.location else "503" if ended.answer else "ended without an answer"

    for act in acts:
        least = least_memory(act)
        # Most of the steps close below what is needed, where the program is well under way when the memory ends.
        limits = [least - number * STEP for number in range(-2, steps * 3 // 4)]
        limits += [least * number // steps for number in range(1, steps - len(limits) + 1)]
        found = collections.Counter(in_parallel(run, [(act, limit) for limit in limits]))
        print(f"{act.name}: needs {least >> 10} KiB; {len(limits)} limits: {dict(found)}", flush=True)
        outcomes += found
    expect(outcomes["taken"] and outcomes["ended without an answer"], outcomes)
