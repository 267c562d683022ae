"""The desk that all tests of a run copy, made when the first one needs it."""

import contextlib
import functools
import itertools
from typing import Iterator

from desk import SCRATCH, Desk, Programs, built_programs, new_desk
from situations import Template, made_template

_numbers = itertools.count()


@functools.cache
def programs() -> Programs:
    return built_programs()


@functools.cache
def template() -> Template:
    return made_template(new_desk(programs(), SCRATCH / "template"))


@contextlib.contextmanager
def fresh_copy() -> Iterator[Desk]:
    """A copy of the template's desk, which is removed afterwards."""
    desk = template().desk.copy(SCRATCH / f"desk-{next(_numbers)}")
    try:
        yield desk
    finally:
        desk.remove()
