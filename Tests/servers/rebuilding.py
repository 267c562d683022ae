"""The administrator of a running portal edits its site and builds it anew."""

import contextlib
import subprocess
from collections.abc import Iterator

from portal import Portal
from sentences import expect_equal


def build(portal: Portal, *options: str) -> subprocess.CompletedProcess:
    home = portal.messages_log.parents[1]
    return subprocess.run(
        [home / "bin/pishkhan", "build", "--config", "site/portal.json5", "--home", home, "--address", portal.address, *options],
        cwd=portal.config.parents[1], capture_output=True, text=True, timeout=60)


@contextlib.contextmanager
def edited_units(portal: Portal, **fields: str) -> Iterator[None]:
    """Adds fields to units, by their ids with _ for -, and builds; at the end all is as before."""
    path = portal.config.parent / "units.json5"
    before = path.read_text(encoding="utf-8")
    text = before
    for unit, added in fields.items():
        start = f'id: "{unit.replace("_", "-")}",'
        if text.count(start) != 1:
            raise LookupError(f"{start} stands {text.count(start)} times in {path}")
        text = text.replace(start, f"{start} {added},")
    path.write_text(text, encoding="utf-8")
    try:
        expect_built(portal)
        yield
    finally:
        path.write_text(before, encoding="utf-8")
        expect_built(portal)


def expect_built(portal: Portal) -> None:
    ended = build(portal)
    expect_equal(ended.returncode, 0, ended.stderr)
