"""The states of one walk, for all tests that look at them."""

import atexit
import functools

from portal import Portal
from states import State, collect, site_for_walk


@functools.cache
def portal() -> Portal:
    """The portal that the walk goes through; it ends with the tests."""
    started = Portal(config=site_for_walk()).start()
    atexit.register(started.stop)
    return started


@functools.cache
def states() -> tuple[State, ...]:
    return tuple(collect(portal()))
