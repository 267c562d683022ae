"""A server that a test starts beside the portal's own."""

import contextlib
import subprocess

from direct import AS_USER
from fastcgi import wait_until


@contextlib.contextmanager
def running(command: list, is_ready, what: str):
    """Runs it as the portal's user for as long as the block lasts, which begins when it is ready."""
    process = subprocess.Popen([*AS_USER, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        wait_until(is_ready, what)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)
