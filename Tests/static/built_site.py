"""A build of the example site, for tests that look at its files."""

import atexit
import functools
import os
import pathlib
import shutil
import subprocess
import tempfile

from programs import program
from site_copy import copy_of_site

ADDRESS = "https://desk.example.org/"


def build(config: pathlib.Path, moment: int | None = None) -> pathlib.Path:
    """Builds a site into a home of its own, and answers with the folder that a web server would serve.

    `moment` is the time at which it seems to be built, in UTC seconds.
    """
    home = tempfile.mkdtemp(prefix="pishkhan-home-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home, "--address", ADDRESS], check=True,
                   capture_output=True, timeout=60, env=os.environ | ({"SOURCE_DATE_EPOCH": str(moment)} if moment else {}))
    return pathlib.Path(home, "current", "public").resolve()


@functools.cache
def example() -> pathlib.Path:
    """The example, built once; nobody writes into it."""
    return build(copy_of_site({}))


@functools.cache
def new_portal() -> pathlib.Path:
    """A portal as `pishkhan init` begins it, built once; nobody writes into it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    subprocess.run([program("pishkhan"), "init", "--yes", folder], check=True, capture_output=True, timeout=60)
    return build(folder / "portal.json5")


def spoilt(*edits: tuple[str, str, str]) -> pathlib.Path:
    """A copy of the built example in which `file`, `old`, `new` have been replaced, each once."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-spoilt-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(example(), folder, dirs_exist_ok=True)
    for file, old, new in edits:
        text = (folder / file).read_text(encoding="utf-8")
        if old not in text:
            raise LookupError(f"{old!r} is not in {file}")
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
