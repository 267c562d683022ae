"""Measures `pishkhan build` of large portals beside Hugo, in one run."""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile

from hugo_site import pages_that_differ, write_hugo_site
from large_portal import write_site

UNITS = 10_000
MANY_UNITS = 50_000
ROUNDS = 3
NAME = "pishkhan-generators-"


class Measured:
    """Wall seconds, processor seconds and peak KiB of a command with all that it starts."""

    def __init__(self, command: list, folder: pathlib.Path):
        report = folder / "time"
        subprocess.run(["/usr/bin/time", "-o", report, "-f", "%e %U %S %M", *command], check=True, capture_output=True, cwd=folder)
        wall, user, system, self.peak = map(float, report.read_text().split())
        self.wall, self.processor = wall, user + system


class Generators:
    """The same portal for both generators, on one file system."""

    def __init__(self, pishkhan: pathlib.Path, parent: str | None, count: int, with_hugo: bool):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=NAME, dir=parent))
        self.pishkhan = pishkhan
        self.count = count
        self.config = write_site(self.folder / "site", count)
        self.edits = 0
        if with_hugo:
            self._build("sample")
            public = self.folder / "sample/current/public"
            write_hugo_site(self.folder / "hugo", count, public)
            self.hugo()
            if different := pages_that_differ(self.folder / "hugo-public", public, count):
                raise RuntimeError(f"Hugo makes other pages: {different[:5]} of {len(different)}, in {self.folder}")
            shutil.rmtree(self.folder / "sample")

    def __enter__(self) -> "Generators":
        return self

    def __exit__(self, *_) -> None:
        shutil.rmtree(self.folder)

    def _build(self, home: str, *options: str) -> Measured:
        return Measured([self.pishkhan, "build", "--config", self.config, "--home", self.folder / home, *options], self.folder)

    def hugo(self) -> Measured:
        """Without anything of an earlier run."""
        shutil.rmtree(self.folder / "hugo-public", ignore_errors=True)
        return Measured(["hugo", "--quiet", "--source", self.folder / "hugo", "--destination", self.folder / "hugo-public",
                         "--cacheDir", self.folder / "hugo-cache"], self.folder)

    def hugo_and_gzip(self) -> Measured:
        measured = self.hugo()
        packed = Measured(["sh", "-c", f"find hugo-public -name '*.html' -print0 | xargs -0 -P {os.cpu_count()} -n 250 gzip -9 -k"],
                          self.folder)
        measured.wall += packed.wall
        measured.processor += packed.processor
        return measured

    def scratch(self, *options: str) -> Measured:
        shutil.rmtree(self.folder / "home", ignore_errors=True)
        return self._build("home", *options)

    def edit(self, *options: str) -> Measured:
        """Another title of one unit, in a portal that has been edited before: its oldest release has been pruned."""
        while not (self.folder / "home/releases/.spare").exists():
            self._edit(*options)
        return self._edit(*options)

    def _edit(self, *options: str) -> Measured:
        units = self.config.parent / "units.json5"
        self.edits += 1
        text = units.read_text(encoding="utf-8")
        changed, count = re.subn(r'("id": "unit-4321", "title": \{"fa": ")[^"]*', rf"\g<1>واحد ویراستهٔ {self.edits}", text)
        if count != 1:
            raise RuntimeError("no unit to edit")
        units.write_text(changed, encoding="utf-8")
        return self._build("home", *options)


def measure_generators(pishkhan: pathlib.Path, example: pathlib.Path) -> None:
    """Prints the table."""
    # A program that has just been copied lies in the page cache as any other one does.
    with tempfile.TemporaryDirectory(prefix=NAME) as folder:
        program = pathlib.Path(shutil.copy(pishkhan, folder))
        # Before anything is deleted: ext4 passes over the inodes of files that are gone since less than some minutes, one by
        # one for each new file, and after thousands of them that takes many times as long as the build.
        on_disk = _example_seconds(program, example, pathlib.Path(folder))
        with tempfile.TemporaryDirectory(prefix=NAME, dir="/dev/shm") as memory:
            on_tmpfs = _example_seconds(program, example, pathlib.Path(memory))
        with Generators(program, "/dev/shm", UNITS, with_hugo=True) as generators:
            whole = _print_table(generators, f"tmpfs, median of {ROUNDS}", ROUNDS)
        # A folder of so many entries is slow on some file systems, and a round takes minutes: one shows the proportion.
        with Generators(program, None, UNITS, with_hugo=True) as generators:
            _print_table(generators, "disk, one round", 1)
        with Generators(program, "/dev/shm", MANY_UNITS, with_hugo=False) as many:
            builds = [many.scratch("--uncompressed") for _ in range(ROUNDS)]
        wall = statistics.median(one.wall for one in builds)
        print(f"\n  {MANY_UNITS:,} units on tmpfs, not compressed: {wall:.2f} s, {wall / whole:.1f} times "
              f"as long as {UNITS:,} (goal: less than 6), {max(one.peak for one in builds) / 1024:.0f} MiB")
        print(f"  the example, from scratch: {on_tmpfs * 1000:.0f} ms of CPU on tmpfs, {on_disk * 1000:.0f} ms on disk (goal: 60)")


def _example_seconds(program: pathlib.Path, example: pathlib.Path, folder: pathlib.Path) -> float:
    """Of the processor, for builds of the example in this folder, each with its new desk."""
    builds = [Measured([program, "build", "--config", example, "--home", folder / str(number)], folder) for number in range(5)]
    return statistics.median(build.processor for build in builds)


def _print_table(generators: Generators, name: str, rounds: int) -> float:
    """Answers with the wall seconds of a build from scratch, not compressed."""
    contenders = {
        "Hugo": generators.hugo,
        "pishkhan build --uncompressed": lambda: generators.scratch("--uncompressed"),
        "  one title edited": lambda: generators.edit("--uncompressed"),
        "Hugo, then gzip -9": generators.hugo_and_gzip,
        "pishkhan build (gzip and Brotli)": generators.scratch,
        "  one title edited, compressed": generators.edit,
    }
    found: dict[str, list[Measured]] = {contender: [] for contender in contenders}
    for _ in range(rounds):
        for contender, measure in contenders.items():
            found[contender].append(measure())
    print(f"\n{generators.count:,} units in two languages on {name}\n")
    wall = {contender: statistics.median(one.wall for one in all_) for contender, all_ in found.items()}
    for contender, all_ in found.items():
        beside = {"pishkhan build --uncompressed": "Hugo", "  one title edited": "pishkhan build --uncompressed",
                  "pishkhan build (gzip and Brotli)": "Hugo, then gzip -9",
                  "  one title edited, compressed": "pishkhan build (gzip and Brotli)"}.get(contender)
        ratio = f"{wall[contender] / wall[beside]:5.2f} of {beside.strip()}" if beside else ""
        print(f"  {contender:34} {wall[contender]:6.2f} s {statistics.median(one.processor for one in all_):6.2f} s of CPU "
              f"{statistics.median(one.peak for one in all_) / 1024:6.0f} MiB  {ratio}")
    return wall["pishkhan build --uncompressed"]
