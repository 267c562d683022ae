"""The two programs, built as `serve` builds them, for tests that need no web server."""

import functools
import pathlib
import subprocess

from site_copy import CHECKOUT

_OPTIONS = {"pishkhan": [], "pishkhan-cgi": ["-Xswiftc", "-static-executable"]}
_FOLDERS = {"pishkhan": "pishkhan", "pishkhan-cgi": "cgi"}


@functools.cache
def program(name: str) -> pathlib.Path:
    """Its path; it is built first, which takes seconds where nothing has changed."""
    scratch = CHECKOUT / ".build" / _FOLDERS[name]
    lock = CHECKOUT / ".build" / "serve.lock"
    lock.parent.mkdir(exist_ok=True)
    subprocess.run(["flock", lock, "swift", "build", "-c", "release", "--product", name, "--static-swift-stdlib",
                    *_OPTIONS[name], "--scratch-path", scratch], cwd=CHECKOUT, check=True, capture_output=True)
    return scratch / "release" / name
