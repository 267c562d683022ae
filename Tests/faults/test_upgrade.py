"""An upgrade of the database on a disk that fills up meanwhile."""

import pathlib
import re
import shutil
import sqlite3
import subprocess

from desk import ADDRESS, Desk
from extent import extent
from sentences import expect, expect_equal, test_once
from shared_desk import template
from site_copy import CHECKOUT
from small_disk import fill, on_small_disk

SIZE = 96  # MiB
LETTERS = 12_000


def first_schema() -> str:
    """The tables of the first version, as the program that brings them to today's has them."""
    source = (CHECKOUT / "Sources" / "Store" / "Schema.swift").read_text(encoding="utf-8")
    return re.search(r'private static let first = """\n(.*?)"""', source, re.DOTALL).group(1)


def desk_of_first_version(place: pathlib.Path) -> Desk:
    """A desk with a release, whose data are of the first version: as many letters as make the database some megabytes."""
    desk = template().desk.copy(place / "home")
    (application,) = sqlite3.connect(desk.data / "desk.sqlite").execute("PRAGMA application_id").fetchone()
    owner = (desk.data / "desk.sqlite").stat()
    for ending in ("", "-wal", "-shm"):
        pathlib.Path(f"{desk.data}/desk.sqlite{ending}").unlink(missing_ok=True)
    database = sqlite3.connect(desk.data / "desk.sqlite")
    database.execute("PRAGMA journal_mode = WAL")
    database.executescript(first_schema() + f"PRAGMA application_id = {application}; PRAGMA user_version = 1;")
    database.execute("INSERT INTO applicant VALUES (1, '+989120000001', 1)")
    database.executemany(
        "INSERT INTO letter VALUES (?, 1, ?, 's', 'person', 'education', 't', ?, 'fa', 1, 'accepted', 2, ?, ?, NULL)",
        ((number, number.to_bytes(8, "big"), "موضوع " * 20, f"1404/{number}", f"{number:010d}") for number in range(1, LETTERS + 1)))
    database.executemany("INSERT INTO event (letter, at, kind, text) VALUES (?, ?, ?, ?)", (
        event for number in range(1, LETTERS + 1) for event in ((number, 1, "registered", ""), (number, 2, "accepted", f"1404/{number}"))))
    database.execute("INSERT INTO letterCounter VALUES (1404, ?)", (LETTERS,))
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    (desk.data / "desk.sqlite").chmod(0o600)
    expect_equal((desk.data / "desk.sqlite").stat().st_uid, owner.st_uid, "the owner of the database")
    return desk


def dump(desk: Desk) -> list[tuple]:
    with desk.reading() as query:
        expect_equal(query("PRAGMA integrity_check"), [("ok",)])
        return [query("PRAGMA user_version"), query("SELECT * FROM letter ORDER BY id"), query("SELECT * FROM event ORDER BY id")]


def build(desk: Desk) -> subprocess.CompletedProcess:
    return desk.run("build", "--config", str(desk.config), "--address", ADDRESS, check=False)


@test_once("An upgrade for which the disk has no room leaves database and release as they were, says what to do, and is made once there is room")
def full_disk() -> None:
    def test(place: pathlib.Path) -> None:
        refusals = set()
        # Nothing; a release and no copy; a copy and no upgrade; nearly enough.
        for room in (0, 1_500, 3_000, 6_000, 9_000, 12_000, 16_000)[::extent(1, 2)]:
            desk = desk_of_first_version(place)
            before, served = dump(desk), (desk.home / "current").readlink()
            filler = fill(place, room)
            ended = build(desk)
            if ended.returncode == 0:
                print(f"{room} KiB are enough", flush=True)
            else:
                expect_equal(ended.returncode, 1, ended.stderr)
                refusals.add(re.sub(r"[0-9]+|/\S+", "…", ended.stderr))
                expect("make room" in ended.stderr or "check its owner, its mode and the free space" in ended.stderr, f"{room} KiB: {ended.stderr}")
                expect_equal((dump(desk) == before, (desk.home / "current").readlink()), (True, served), f"{room} KiB: what was there")
                expect(not list(desk.data.glob("*.new")), "half a copy is left")
                filler.unlink()
                ended = build(desk)
            expect_equal(ended.returncode, 0, ended.stderr)
            after = dump(desk)
            expect(after[0] > before[0] and len(after[1]) == LETTERS and len(after[2]) == 2 * LETTERS, after[0])
            kept = next(desk.data.glob("desk.sqlite.before-*"))
            expect_equal(sqlite3.connect(f"file:{kept}?mode=ro", uri=True).execute("PRAGMA user_version").fetchone(), (1,), "what is kept")
            filler.unlink(missing_ok=True)
            shutil.rmtree(desk.home)
        print("\n".join(sorted(refusals)), flush=True)
        expect(any("was not brought to this version and is as it was" in one for one in refusals), refusals)

    on_small_disk(SIZE, test)
