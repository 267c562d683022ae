"""The CGI without its sandbox, for what the sandbox would lock in as well, and for what it costs."""

import contextlib
import os
import pathlib
import shutil
import subprocess
from typing import Iterator

from site_copy import CHECKOUT


def unlocked_program(folder: pathlib.Path, *options: str) -> pathlib.Path:
    """The CGI, built in this folder from a copy of the checkout whose sandbox gives up nothing; with options for SwiftPM."""
    shutil.copytree(CHECKOUT, folder, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
    sandbox = folder / "Sources" / "Sandbox" / "Sandbox.swift"
    before = sandbox.read_text()
    after = before.replace("umask(0o077)\n", "umask(0o077)\n        if getpid() > 0 { return SandboxState() }\n")
    if after == before:
        raise RuntimeError(f"{sandbox} has changed: there is no umask(0o077) to return after")
    sandbox.write_text(after)
    subprocess.run(["swift", "build", "-c", "release", "--product", "pishkhan-cgi", "--static-swift-stdlib",
                    "-Xswiftc", "-static-executable", *options], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / ".build" / "release" / "pishkhan-cgi"


@contextlib.contextmanager
def serving_instead(program: pathlib.Path, home: pathlib.Path) -> Iterator[None]:
    """Has the web server of this home start another program instead of its CGI meanwhile."""
    served, kept, other = (home / "bin" / name for name in ("pishkhan-cgi", ".kept-cgi", ".other-cgi"))
    shutil.copy(program, other)
    os.link(served, kept)
    os.replace(other, served)
    try:
        yield
    finally:
        os.replace(kept, served)
