"""`pishkhan releases`, `rollback` and `build --dry-run`."""

import os
import pathlib
import re
import subprocess
import tempfile

from client import Client
from portal import Portal
from programs import program
from sentences import expect, expect_equal, test, test_once
from site_copy import copy_of_site


def run(home: str | pathlib.Path, *words: str | pathlib.Path) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), *words, "--home", home], capture_output=True, text=True, timeout=60)


def said(home: str | pathlib.Path, *words: str | pathlib.Path) -> list[str]:
    ended = run(home, *words)
    expect_equal((ended.returncode, ended.stderr), (0, ""), f"{words}")
    return ended.stdout.splitlines()


def everything(folder: str) -> dict[str, tuple]:
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in pathlib.Path(folder).rglob("*")}


@test_once("An older release is served again, and the next build goes on from the newest")
def rollback() -> None:
    config = copy_of_site({})
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        for _ in range(4):
            said(home, "build", "--config", config)
        lines = said(home, "releases")
        expect_equal([re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "TIME", line) for line in lines],
                     ["2\tTIME", "3\tTIME", "4\tTIME\tserved"])
        expect_equal(said(home, "rollback"), [f"release 3 is served from {home}"])
        expect_equal(os.readlink(f"{home}/current"), "releases/3")
        expect_equal(said(home, "rollback"), [f"release 2 is served from {home}"])
        before = everything(home)
        ended = run(home, "rollback")
        expect_equal((ended.returncode, ended.stdout), (1, ""))
        expect("has no release before the one that is served" in ended.stderr, ended.stderr)
        ended = run(home, "rollback", "7")
        expect_equal((ended.returncode, ended.stdout), (1, ""))
        expect_equal(run(home, "rollback", "x").returncode, 2)
        expect_equal(run(home, "rollback", "-- ", "1").returncode, 2)
        expect_equal(everything(home), before, "a refused rollback has changed something")
        expect_equal(said(home, "rollback", "4"), [f"release 4 is served from {home}"])
        said(home, "rollback", "3")
        said(home, "build", "--config", config)
        expect_equal([line.split("\t")[0::2] for line in said(home, "releases")], [["3"], ["4"], ["5", "served"]])


@test_once("A release that this version cannot read is not served again")
def unreadable_release() -> None:
    config = copy_of_site({})
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        for _ in range(2):
            said(home, "build", "--config", config)
        settings = pathlib.Path(home) / "releases/1/private/settings"
        version, rest = settings.read_bytes().split(b"\0", 1)
        settings.write_bytes(b"%d\0" % (int(version) + 1) + rest)
        ended = run(home, "rollback")
        expect_equal((ended.returncode, os.readlink(f"{home}/current")), (1, "releases/2"), ended.stderr)
        settings.unlink()
        ended = run(home, "rollback", "1")
        expect_equal((ended.returncode, os.readlink(f"{home}/current")), (1, "releases/2"), ended.stderr)


@test_once("A dry run says what would change and writes nothing, not even a home")
def dry_run() -> None:
    config = copy_of_site({})
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as folder:
        home = f"{folder}/home"
        lines = said(home, "build", "--dry-run", "--config", config)
        expect("+ public/index.html" in lines and "+ private" in lines, lines[:5])
        expect(not os.path.exists(home), "a home was made")

        built = said(home, "build", "--config", config)[0]
        before = everything(home)
        lines = said(home, "build", "--dry-run", "--config", config)
        expect_equal(len(lines), 1, f"{lines}")
        expect(lines[0].startswith("0 new, 0 changed, 0 gone, ") and built.startswith("release 1: "), lines)

        guide, faq = config.parent / "pages/en/guide.md", config.parent / "pages/en/faq.md"
        guide.write_text(guide.read_text().replace("Write on white paper", "Write on [white](/faq/) paper"))
        faq.write_text("---\ntitle: FAQ\n---\ntext\n")
        units = config.parent / "units.json5"
        units.write_text(units.read_text().replace('{ id: "selection", ', '{ id: "choice", '))
        config.write_text(config.read_text().replace("codeLifetime: 300", "codeTries: 4, codeLifetime: 300"))
        lines = said(home, "build", "--dry-run", "--config", config)
        changes = ["+ public/assets/units-en.json", "+ public/assets/units-fa.json", "+ public/en/faq/index.html",
                   "+ public/en/units/choice/index.html", "+ public/units/choice/index.html",
                   "- public/en/units/selection/index.html", "- public/units/selection/index.html", "~ private: settings",
                   "~ private: units", "~ public/a-z/index.html", "~ public/en/a-z/index.html", "~ public/en/guide/index.html",
                   "~ public/en/units/index.html", "~ public/en/units/presidency/index.html", "~ public/sitemap.xml",
                   "~ public/units.json", "~ public/units/index.html", "~ public/units/presidency/index.html"]
        expect_equal(sorted(re.sub(r"\.[0-9a-f]{12}\.", ".", line) for line in lines[:-1]), changes)
        expect(lines[-1].startswith("5 new, 11 changed, 2 gone, "), lines[-1])
        # Whoever reads the desk renews the index of its log.
        changed = sorted(path for path, _ in before.items() ^ everything(home).items() if not path.endswith("-shm"))
        expect_equal(changed, [], "a dry run has written")
        said(home, "build", "--config", config)
        lines = said(home, "build", "--dry-run", "--config", config)
        expect_equal(len(lines), 1, f"{lines}")


@test("A release that is served again shows its own pages from the next request on")
def served_again(portal: Portal) -> None:
    client, home = Client(portal.address), portal.messages_log.parents[1]
    page = portal.config.parent / "pages" / "en" / "guide.md"
    right = page.read_text(encoding="utf-8")
    build = ("build", "--config", portal.config, "--address", portal.address)
    try:
        said(home, *build)
        page.write_text(right.replace("Write on white paper", "Write on blue paper"), encoding="utf-8")
        said(home, *build)
        expect("Write on blue paper" in client.get("/en/guide/").text, "the edit does not show")
        said(home, "rollback")
        expect("Write on white paper" in client.get("/en/guide/").text, "the older page does not show")
        expect_equal(client.get("/cgi-bin/pishkhan/health").status, 200)
    finally:
        page.write_text(right, encoding="utf-8")
        said(home, *build)
