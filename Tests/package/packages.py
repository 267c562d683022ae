"""The Debian packages that the tests install."""

import functools
import pathlib
import subprocess

from site_copy import CHECKOUT

PACKAGE = "cgi-bin/package"


@functools.cache
def package() -> pathlib.Path:
    """That of this checkout; it is built first."""
    return _built(CHECKOUT)


@functools.cache
def previous_package() -> pathlib.Path:
    """That of the commit before; of this one with a lower version where that had no package yet."""
    has_package = subprocess.run(["git", "cat-file", "-e", f"HEAD~1:{PACKAGE}"], cwd=CHECKOUT, capture_output=True).returncode == 0
    if not has_package:
        return _built(CHECKOUT, "--version", "0+1.gthis.commit")
    commit = subprocess.run(["git", "rev-parse", "HEAD~1"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout.strip()
    clone = CHECKOUT / ".build" / "package" / "previous"
    if not clone.exists():
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", CHECKOUT, clone], check=True)
    subprocess.run(["git", "fetch", "--quiet", "origin", commit], cwd=clone, check=True)
    subprocess.run(["git", "checkout", "--quiet", "--force", "--detach", commit], cwd=clone, check=True)
    return _built(clone)


def _built(checkout: pathlib.Path, *words: str) -> pathlib.Path:
    ended = subprocess.run([checkout / PACKAGE, *words], capture_output=True, text=True)
    if ended.returncode:
        raise RuntimeError(f"{PACKAGE} ended with {ended.returncode}:\n{ended.stderr[-5000:]}")
    return pathlib.Path(ended.stdout.strip())


def build_again() -> pathlib.Path:
    """Packs the same programs once more."""
    return _built(CHECKOUT)
