"""What must be true of a fault and after it."""

from typing import Sequence

from cgi_client import Ended
from desk import Desk
from promises import Promise
from sentences import expect
from situations import Act
from wholeness import what_is_wrong


def expect_refused(ended: Ended, about: str) -> None:
    """503, with a page for the person and a word for the log."""
    expect(ended.answer, f"{about}: no answer, exit status {ended.status}: {ended.said}")
    expect(ended.answer.status == 503, f"{about}: answered {ended.answer.status} {ended.location} {ended.said}")
    expect(b"<h1>" in ended.answer.body, f"{about}: 503 without a page")
    expect("503" in ended.said, f"{about}: nothing in the log: {ended.said!r}")


def expect_recovered(desk: Desk, act: Act, shown: str, about: str, earlier: Sequence[Promise] = ()) -> None:
    """The same form is taken once the fault is mended; nothing of what was promised earlier is lost, nothing is there twice."""
    again = desk.send(act.request)
    expect(act.is_taken(again, shown),
           f"{about}: sent again {again.answer and again.answer.status} {again.location} {again.said}")
    wrong = what_is_wrong(desk, shown=[act.promise, *earlier])
    expect(not wrong, f"{about}: {wrong}")
