"""Requests that arrive together."""

import threading
from typing import Callable


def at_once(*functions: Callable) -> list:
    """Runs each in a thread of its own, all let go at the same moment; answers with what they gave, in their order."""
    gate = threading.Barrier(len(functions))
    given: list = [None] * len(functions)

    def run(place: int) -> None:
        gate.wait(timeout=60)
        try:
            given[place] = functions[place]()
        except Exception as error:  # noqa: BLE001 (thrown again below, in the test's own thread)
            given[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in given:
        if isinstance(one, Exception):
            raise one
    return given
