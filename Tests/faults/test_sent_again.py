"""A letter form is sent again: at once, and a day later by the back button."""

import time
from dataclasses import replace

from extent import in_parallel
from sentences import expect, expect_equal, test_once
from shared_desk import fresh_copy, template
from wholeness import what_is_wrong


@test_once("A letter form that is sent eight times at once is one letter with one receipt")
def at_once() -> None:
    act = template().acts["a letter with attachments"]
    with fresh_copy() as desk:
        receipts = {ended.location for ended in in_parallel(lambda _: desk.send(act.request), range(8))}
        expect(len(receipts) == 1 and "/receipt" in receipts.pop(), f"the receipts {receipts}")
        wrong = what_is_wrong(desk, [act.promise])
        expect(not wrong, wrong)


@test_once("A letter form that is sent again in a new session, by the back button, leads to the receipt of its letter")
def by_back_button() -> None:
    act = template().acts["a letter"]
    with fresh_copy() as desk:
        receipt = desk.send(act.request).location
        desk.work()
        owner, stranger = template().citizen.mobile, desk.citizen()
        time.sleep(1.1)  # a number gets a code a second
        again = desk.citizen(owner)
        expect_equal(desk.send(in_session(act.request, again)).location, receipt, "the receipt")
        taken = desk.send(in_session(act.request, stranger))
        expect_equal((taken.answer.status, taken.location), (403, ""), "the same form from somebody else")
        wrong = what_is_wrong(desk, [act.promise])
        expect(not wrong, wrong)
        expect_equal(list((desk.data / "incoming").iterdir()), [], "uploads that were kept")


@test_once("A letter form of a session that is over, which was never taken, is refused without a trace")
def never_taken() -> None:
    act = template().acts["a letter"]
    with fresh_copy() as desk:
        again = desk.citizen(template().citizen.mobile)
        expect_equal(desk.send(in_session(act.request, again)).answer.status, 403, "the answer")
        wrong = what_is_wrong(desk, begun=[act.promise])
        expect(not wrong, wrong)
        with desk.reading() as rows:
            expect_equal(act.promise.times(rows, desk.data / "documents"), (0, []), "letters")


def in_session(request, citizen):
    """The request as the browser of this citizen sends it."""
    return replace(request, headers=request.headers | {"Cookie": citizen.client.cookie})
