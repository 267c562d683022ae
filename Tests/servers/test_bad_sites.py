"""Sites that cannot be right: each is refused with its message, and what is served stays to the byte."""

import os
import pathlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site

BOM = b"\xef\xbb\xbf"
HEAD = "id,title.fa,title.en,parent\n"


def replaced(file: str, old: bytes | str, new: bytes | str) -> Callable[[pathlib.Path], None]:
    """An edit of a file of the site."""
    def edit(site: pathlib.Path) -> None:
        before = (site / file).read_bytes()
        wanted = old.encode() if isinstance(old, str) else old
        if wanted not in before:
            raise LookupError(f"{old!r} is not in {file}")
        (site / file).write_bytes(before.replace(wanted, new.encode() if isinstance(new, str) else new, 1))
    return edit


def table(rows: str | bytes) -> Callable[[pathlib.Path], None]:
    """The units as a spreadsheet's export."""
    def edit(site: pathlib.Path) -> None:
        (site / "units.csv").write_bytes(HEAD.encode() + (rows.encode() if isinstance(rows, str) else rows))
        replaced("portal.json5", 'units: "units.json5"', 'units: "units.csv"')(site)
    return edit


def utf_16(site: pathlib.Path) -> None:
    table("a,الف,A,\n")(site)
    (site / "units.csv").write_text((site / "units.csv").read_text(encoding="utf-8"), encoding="utf-16")


def huge(file: str, megabytes: int) -> Callable[[pathlib.Path], None]:
    """A file whose size alone is too much; it has holes, so that it takes no room."""
    return lambda site: os.truncate(site / file, megabytes << 20)


def linked(file: str) -> Callable[[pathlib.Path], None]:
    """A file that becomes a link to one outside of the site."""
    def edit(site: pathlib.Path) -> None:
        outside = site.parent / "outside"
        outside.mkdir()
        shutil.move(site / file, outside / "file")
        (site / file).symlink_to(outside / "file")
    return edit


OUTSIDE = "cannot be read (it is, or lies in, a link that leads out of the site's folder)"

# Each row: what is wrong, the edit, and the file, the place and the words of a message.
BAD = [
    ("a page that is not UTF-8", replaced("pages/en/guide.md", b"title: Guide", b"title: Gu\xe9de"), "pages/en/guide.md:2:10", "bytes that are not UTF-8"),
    ("a config that is not UTF-8", replaced("portal.json5", b"Electronic", b"Electr\xf6nic"), "portal.json5:5:48", "UTF-8"),
    ("texts that are not UTF-8", replaced("texts/en.json5", b"{", b"{ // \xff"), "texts/en.json5:1:81", "bytes that are not UTF-8"),
    ("a template that is not UTF-8", replaced("theme/page.mustache", b"<html", b"\xff<html"), "theme/page.mustache:2:1", "not UTF-8"),
    ("a table that is not UTF-8", table(b"a,\xc7\xd0,A,\n"), "units.csv:2:3", "a table that was saved as CSV in UTF-8"),
    ("a table in UTF-16", utf_16, "units.csv:1:1", "text in UTF-16; expected a table that was saved as CSV in UTF-8"),
    ("a byte order mark in JSON5", replaced("portal.json5", b"//", BOM + b"//"), "portal.json5:1:1", "begins with a byte order mark"),
    ("a byte order mark in a page", replaced("pages/en/guide.md", b"---", BOM + b"---"), "pages/en/guide.md:1:1", "begins with a byte order mark"),
    ("merged cells: a row that is too short", table("a,الف,A\n"), "units.csv:2:1", "row 2 has 3 cells; expected 4, as in the first row"),
    ("merged cells: a row that is too long", table("a,الف,A,,x\n"), "units.csv:2:10", "row 2 has 5 cells; expected 4, as in the first row"),
    ("merged cells: a row of a heading alone", table("واحدها\na,الف,A,\n"), "units.csv:2:1", "row 2 has 1 cells"),
    ("an id that stands twice", replaced("units.json5", 'id: "health"', 'id: "education"'), "units.json5:", 'duplicate unit id "education"'),
    ("an id that stands twice in a table", table("a,الف,A,\nb,ب,B,\na,پ,C,\n"), "units.csv:4:1", 'duplicate unit id "a"'),
    ("a ring of units", table("a,الف,A,b\nb,ب,B,c\nc,پ,C,a\n"), "units.csv:2:9", '"a" stands below itself'),
    ("an id that is a path", replaced("units.json5", 'id: "health"', 'id: "../health"'), "units.json5:", 'expected 1 to 64 lower-case letters, digits and hyphens'),
    ("an id that is a path in a table", table("../x,الف,A,\n"), "units.csv:2:1", 'column "id" is "../x"'),
    ("a huge config", huge("portal.json5", 65), "portal.json5:1:1", "larger than 64 MB"),
    ("a huge units file", huge("units.json5", 65), "units.json5:1:1", "larger than 64 MB"),
    ("huge texts", huge("texts/fa.json5", 65), "texts/fa.json5:1:1", "larger than 64 MB"),
    ("a huge page", huge("pages/fa/guide.md", 2), "pages/fa/guide.md:1:1", "larger than 1 MB"),
    ("huge news", huge("pages/fa/news/opening.md", 2), "pages/fa/news/opening.md:1:1", "larger than 1 MB"),
    ("a huge template", huge("theme/page.mustache", 2), "theme/page.mustache:1:1", "larger than 1 MB"),
    ("a huge style sheet", huge("theme/style.css", 5), "theme/style.css:1:1", "larger than 4 MB"),
    ("a huge recording", huge("sounds/fa/0.wav", 2), "sounds/fa/0.wav:1:1", "larger than 1 MB"),
    ("a page that is a link out of the site", linked("pages/fa/guide.md"), "pages/fa/guide.md:1:1", OUTSIDE),
    ("texts that are a link out of the site", linked("texts/en.json5"), "texts/en.json5:1:1", OUTSIDE),
    ("units that are a link out of the site", linked("units.json5"), "units.json5:1:1", OUTSIDE),
    ("a template that is a link out of the site", linked("theme/page.mustache"), "theme/page.mustache:1:1", OUTSIDE),
    ("a folder that is a link out of the site", linked("theme"), "theme/style.css:1:1", OUTSIDE),
]


def state(folder: pathlib.Path) -> dict[str, tuple]:
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_ino, path.lstat().st_size) for path in folder.rglob("*")}


def run(*words: str | pathlib.Path) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), *words], capture_output=True, text=True, timeout=60)


@test_once("Each site that cannot be right is refused with its message and its place, and the served release stays as it is")
def refused() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as folder:
        home = pathlib.Path(folder)
        expect_equal(run("build", "--config", copy_of_site({}), "--home", home).returncode, 0)
        before = state(home)
        for what, edit, place, words in BAD:
            config = copy_of_site({})
            edit(config.parent)
            for command in (("check",), ("build", "--home", home), ("build", "--dry-run", "--home", home)):
                ended = run(command[0], "--config", config, *command[1:])
                expect_equal((ended.returncode, ended.stdout), (1, ""), f"{what}: {command[0]}: {ended.stderr}")
                said = [line for line in ended.stderr.splitlines() if line.startswith(f"{config.parent / place}")]
                expect(any(": error: " in line and words in line for line in said), f"{what}: {ended.stderr}")
            expect_equal(state(home), before, f"{what}: something was written")
            shutil.rmtree(config.parent.parent)


@test_once("A site that is itself reached by a link, and what its config names out of it, are no links out of it")
def allowed() -> None:
    config = copy_of_site({})
    outside = config.parent.parent / "units"
    outside.mkdir()
    shutil.move(config.parent / "units.json5", outside / "units.json5")
    replaced("portal.json5", 'units: "units.json5"', 'units: "../units/units.json5"')(config.parent)
    (config.parent / "pages/fa/company.md").rename(config.parent / "pages/fa/other.txt")
    (config.parent / "pages/fa/company.md").symlink_to("other.txt")
    link = config.parent.parent / "link"
    link.symlink_to(config.parent)
    ended = run("check", "--config", link / "portal.json5")
    expect_equal((ended.returncode, ended.stderr), (0, ""))
    ended = subprocess.run([program("pishkhan"), "check", "--config", "portal.json5"], cwd=link, capture_output=True, text=True, timeout=60)
    expect_equal((ended.returncode, ended.stderr), (0, ""))
