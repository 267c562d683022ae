"""`pishkhan build --watch`, and what a terminal shows of a long build."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

from preview import Follower, edit, save
from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site
from terminal import Terminal


def watch(config: pathlib.Path, *words) -> Follower:
    return Follower("build", "--watch", "--config", config, *words)


def page(home: pathlib.Path, path: str) -> str:
    return (home / "current/public" / path / "index.html").read_text(encoding="utf-8")


@test_once("build --watch builds at once and after each save, tells of each build in one line, and ends when told")
def each_save() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        config = copy_of_site({})
        home = config.parents[1] / ".portal"
        with watch(config) as building:
            building.wait_for("release 1: ")
            edit(config.parent / "pages/en/guide.md", "Write on white paper", "Write on blue paper")
            building.wait_for("release 2: ")
            expect("Write on blue paper" in page(home, "en/guide"), "the edit is not served")
            lines = building.said().splitlines()
            expect(len(lines) == 2 and all(re.match(r"\d\d:\d\d:\d\d release \d: \d+ files", one) for one in lines), lines)
            expect_equal(building.stop(number), 0, building.said())


@test_once("A mistake leaves the release that is served, is told with its place, and the mended site is built")
def mistake() -> None:
    config = copy_of_site({})
    home = config.parents[1] / ".portal"
    with watch(config, "--strict") as building:
        building.wait_for("release 1: ")
        edit(config, "organisation: {", "organization: {")
        building.wait_for(f'{config}:8:3: error: unknown key "organization"')
        guide = config.parent / "pages/en/guide.md"
        edit(config, "organization: {", "organisation: {")
        building.wait_for("release 2: ")
        edit(guide, "Write on white paper", "Write on [white](/nowhere/) paper")
        building.wait_for("which --strict does not let pass")
        expect_equal(os.readlink(home / "current"), "releases/2")


@test_once("What lies outside the config's folder is followed, and what is built inside it begins no build")
def inside_and_outside() -> None:
    config = copy_of_site({r'home: "../\.portal"': 'home: "built"', r'units: "units\.json5"': 'units: "../lists/units.json5"'})
    units = config.parents[1] / "lists/units.json5"
    units.parent.mkdir()
    (config.parent / "units.json5").rename(units)
    with watch(config) as building:
        building.wait_for("release 1: ")
        time.sleep(0.5)
        expect("release 2" not in building.said(), building.said())
        edit(units, 'en: "Legal Affairs"', 'en: "Lawyers"')
        building.wait_for("release 2: ")
        expect("Lawyers" in page(config.parent / "built", "en/units/legal"), "the edit is not served")


@test_once("A site that goes away is told of, and is built when it comes back")
def gone() -> None:
    config = copy_of_site({})
    away = config.parents[1] / "away"
    with watch(config, "--home", config.parents[1] / "home") as building:
        building.wait_for("release 1: ")
        config.parent.rename(away)
        building.wait_for("cannot be read (No such file or directory)")
        away.rename(config.parent)
        building.wait_for("release 2: ")
        edit(config.parent / "pages/en/guide.md", "Write on white paper", "Write on blue paper")
        building.wait_for("release 3: ")


@test_once("--watch and --dry-run exclude each other")
def no_dry_run() -> None:
    ended = subprocess.run([program("pishkhan"), "build", "--watch", "--dry-run"], capture_output=True, text=True, timeout=20)
    expect(ended.returncode == 2 and "--watch or --dry-run, not both" in ended.stderr, ended.stderr)


@test_once("Where the user's watches are taken, following says so, with what mends it")
def no_watches() -> None:
    ended = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", "trace=inotify_add_watch", "-e", "inject=inotify_add_watch:error=ENOSPC",
         program("pishkhan"), "build", "--watch", "--config", copy_of_site({})], capture_output=True, text=True, timeout=30)
    expect(ended.returncode == 1 and "run: sudo sysctl fs.inotify.max_user_watches=" in ended.stderr, ended.stderr)


def slow_build(config: pathlib.Path) -> list:
    """A build that takes seconds, as a very large site's does: some hundred units, and slow opening of files."""
    units = ",\n".join(f'{{ id: "u{n}", title: {{ fa: "واحد {n}", en: "Unit {n}" }}, letters: true }}' for n in range(400))
    (config.parent / "units.json5").write_text(f"[\n{units}\n]\n", encoding="utf-8")
    shutil.rmtree(config.parents[1] / "home", ignore_errors=True)
    return ["strace", "-f", "-o", "/dev/null", "-e", "trace=openat,write", "-e", "inject=openat:delay_enter=5000",
            program("pishkhan"), "build", "--uncompressed", "--config", config, "--home", config.parents[1] / "home"]


@test_once("A long build shows on a terminal how far it is, and nothing of it stays; elsewhere it is quiet")
def progress() -> None:
    config = copy_of_site({})
    with Terminal(slow_build(config)) as terminal:
        shown = terminal.rest()
        counts = [(int(done), int(total)) for done, total in re.findall(r"\r(\d+) of (\d+) files\x1b\[K", shown)]
        expect(len(counts) >= 2 and counts == sorted(counts) and all(done < total for done, total in counts), repr(shown))
        expect(re.search(r"files\x1b\[K\r\x1b\[Krelease 1: ", shown), repr(shown[-300:]))
    with Terminal(slow_build(config), TERM="dumb") as terminal:
        shown = terminal.rest()
        expect(re.fullmatch(r"release 1: .*\r\n", shown), repr(shown))
    ended = subprocess.run(slow_build(config), capture_output=True, text=True, timeout=120)
    expect_equal((ended.returncode, ended.stderr), (0, ""))


@test_once("A build that is quick shows no progress")
def quick() -> None:
    config = copy_of_site({})
    with Terminal([program("pishkhan"), "build", "--config", config]) as terminal:
        shown = terminal.rest()
        expect(re.fullmatch(r"release 1: .*\r\n", shown), repr(shown))
