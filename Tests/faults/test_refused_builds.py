"""A release for which there is no room, or no right: what is served stays as it is."""

import os
import pathlib
import subprocess

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site
from small_disk import fill, on_small_disk, set_read_only

DISK_MEBIBYTES = 40
# From no room at all to enough for most of a release, which takes about 2 MiB.
FREE_KIBIBYTES = (0, 4, 12, 40, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000)
NOBODY = 65534


def build(config: pathlib.Path, home: pathlib.Path, prefix: tuple = ()) -> subprocess.CompletedProcess:
    return subprocess.run([*prefix, program("pishkhan"), "build", "--config", config, "--home", home],
                          capture_output=True, text=True, timeout=60)


def served(home: pathlib.Path) -> dict[str, bytes]:
    """What is served, and which release it is."""
    release = home / os.readlink(home / "current")
    files = {str(path.relative_to(release)): path.read_bytes() for path in release.rglob("*") if path.is_file()}
    return files | {"current": os.readlink(home / "current").encode()}


def other_site() -> pathlib.Path:
    """A site each of whose pages differs from the example's."""
    return copy_of_site({r'name: \{ fa: "[^"]*", en: "[^"]*" \}': 'name: { fa: "میز دیگر", en: "Other Desk" }'})


@test_once("A release for which the disk has no room is refused with the reason, and what is served stays as it is")
def full_disk() -> None:
    config, other = copy_of_site({}), other_site()

    def on_disk(place: pathlib.Path) -> None:
        home = place / "home"
        expect_equal(build(config, home).returncode, 0)
        before = served(home)
        for free in FREE_KIBIBYTES:
            filler = fill(place, free)
            ended = build(other, home)
            filler.unlink()
            about = f"{free} KiB free: {ended.stderr}"
            expect_equal(ended.returncode, 1, about)
            expect("No space left on device" in ended.stderr or "database or disk is full" in ended.stderr, about)
            expect(served(home) == before, f"what is served has changed; {about}")
            left = [path.name for path in (home / "releases").iterdir() if path.name != ".spare"]
            expect_equal(left, ["1"], about)
        expect_equal(build(other, home).returncode, 0)
        expect(served(home) != before)

    on_small_disk(DISK_MEBIBYTES, on_disk)


@test_once("A build on a disk that can only be read is refused with the reason, and what is served stays as it is")
def read_only_disk() -> None:
    config, other = copy_of_site({}), other_site()

    def on_disk(place: pathlib.Path) -> None:
        home = place / "home"
        expect_equal(build(config, home).returncode, 0)
        before = served(home)
        set_read_only(place, True)
        ended = build(other, home)
        expect_equal(ended.returncode, 1, ended.stderr)
        expect("Read-only file system" in ended.stderr and str(home) in ended.stderr, ended.stderr)
        expect(served(home) == before)

    on_small_disk(DISK_MEBIBYTES, on_disk)


@test_once("A build in a home of somebody else is refused and says which folder, and what is served stays as it is")
def no_rights() -> None:
    config, other = copy_of_site({}), other_site()
    for path in (other.parents[1], *other.parents[1].rglob("*")):
        path.chmod(0o755)

    def on_disk(place: pathlib.Path) -> None:
        home = place / "home"
        expect_equal(build(config, home).returncode, 0)
        before = served(home)
        # As an ordinary user there is no other one to be: the folders of the home are closed instead.
        prefix: tuple = ()
        if os.geteuid() == 0:
            prefix = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        else:
            (home / "releases").chmod(0o555)
            home.chmod(0o555)
        ended = build(other, home, prefix)
        expect_equal(ended.returncode, 1, ended.stderr)
        expect("Permission denied" in ended.stderr and "its owner, its mode" in ended.stderr, ended.stderr)
        expect(served(home) == before)

    on_small_disk(DISK_MEBIBYTES, on_disk)
