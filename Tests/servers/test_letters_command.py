"""`pishkhan letters`: a list, one letter, and a copy of it with its documents."""

import csv
import io
import json
import pathlib
import re
import sqlite3
import stat
import tempfile

from administrator import Administrator
from citizen import Citizen
from digits import latin_digits
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def ask(portal: Portal, statement: str, letter: str) -> list[tuple]:
    """What a statement about a letter answers with."""
    with sqlite3.connect(portal.messages_log.parent / "desk.sqlite", timeout=10) as database:
        rows = database.execute(statement, (letter,)).fetchall()
    database.close()
    return rows


def listed(administrator: Administrator, *words: str) -> list[dict]:
    ended = administrator.run("letters", "list", "--json", *words)
    expect_equal((ended.returncode, ended.stderr), (0, ""), f"letters list {words}")
    return [json.loads(line) for line in ended.stdout.splitlines()]


@test("The command line lists letters, by state and unit, the newest first")
def lists(portal: Portal) -> None:
    citizen, administrator = Citizen(portal), Administrator(portal)
    citizen.log_in()
    first, _ = citizen.register_letter(unit="education", subject="یک")
    second, _ = citizen.register_letter(unit="education", subject="دو")
    Staff(portal, "reviewer").signed_in().do(first, "reject", reason="امضا ندارد")

    both = [one for one in listed(administrator) if one["mobile"].endswith(citizen.mobile[1:])]
    expect_equal([one["id"] for one in both], [int(second), int(first)])
    expect_equal([(one["state"], one.get("reason"), one["subject"]) for one in both],
                 [("underReview", None, "دو"), ("rejected", "امضا ندارد", "یک")])
    for words, letter, other in ((("--state", "rejected"), first, second), (("--state", "underReview", "--unit", "education"), second, first)):
        ids = [one["id"] for one in listed(administrator, *words)]
        expect(int(letter) in ids and int(other) not in ids, f"{words}: {ids}")
    expect(all(one["unit"] == "education" for one in listed(administrator, "--unit", "education")), "another unit's letters")
    plain = administrator.run("letters", "list", "--state", "rejected").stdout
    expect(re.search(rf"^{first}  \d{{4}}-\d\d-\d\d \d\d:\d\d  rejected  –  education  ", plain, re.M), plain)

    formula, _ = citizen.register_letter(subject="=1+1", sender="رضا, «الف»")
    table = administrator.run("letters", "list", "--csv").stdout
    expect(table.startswith("\ufeff"), table[:200])
    row = next(one for one in csv.DictReader(io.StringIO(table[1:])) if one["id"] == formula)
    expect_equal((row["subject"], row["sender"], row["state"], row["mobile"]), ("'=1+1", "رضا, «الف»", "underReview", f"'+98{citizen.mobile[1:]}"))

    for words, said in ((["--csv", "--json"], "--csv or --json"), (["--state", "green"], "accepted or rejected"), (["--unit", "educatoin"], "did you mean 'education'"), (["x"], "letters list")):
        ended = administrator.run("letters", "list", *words)
        expect_equal((ended.returncode, ended.stdout), (2, ""), f"{words}")
        expect(said in ended.stderr, ended.stderr)


@test("The command line shows a letter by each of its numbers, and copies it out with the documents as they were sent")
def shows_and_exports(portal: Portal) -> None:
    citizen, administrator = Citizen(portal), Administrator(portal)
    citizen.log_in()
    sent = {"letter": ("نامه.pdf", bytes_of("pdf")), "attachment": ("عکس.jpg", bytes_of("jpg"))}
    letter, _ = citizen.register_letter(**sent)
    Staff(portal, "reviewer").signed_in().do(letter, "accept")
    code = re.search(r"(?<!\d)\d{10}(?!\d)", latin_digits(portal.wait_for_message(citizen.mobile, kind="accepted")["text"])).group()

    shown = json.loads(administrator.run("letters", "show", letter, "--json").stdout)
    expect_equal((shown["id"], shown["state"], shown["trackingCode"]), (int(letter), "accepted", code))
    expect_equal([(one["role"], one["name"], one["bytes"]) for one in shown["documents"]],
                 [(role, name, len(content)) for role, (name, content) in sent.items()])
    expect_equal([one["kind"] for one in shown["events"] if one["kind"] != "scanned"], ["registered", "accepted"])
    for name in (letter.translate(PERSIAN), code, code.translate(PERSIAN), shown["letterNumber"]):
        expect_equal(json.loads(administrator.run("letters", "show", name, "--json").stdout), shown, name)
    plain = administrator.run("letters", "show", letter).stdout
    expect(all(words in plain for words in ("نامه.pdf", code, "accepted")), plain)

    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place, "letter")
        ended = administrator.run("letters", "export", letter, "--to", str(folder))
        expect_equal(ended.returncode, 0, ended.stderr)
        expect_equal(stat.S_IMODE(folder.stat().st_mode), 0o700, "who can enter the folder")
        expect_equal(json.loads((folder / "letter.json").read_text()), shown)
        expect_equal({one.name: one.read_bytes() for one in folder.iterdir() if one.name != "letter.json"},
                     {one["file"]: content for one, (_, content) in zip(shown["documents"], sent.values())})
        again = administrator.run("letters", "export", letter, "--to", str(folder))
        expect("File exists" in again.stderr and again.returncode == 1 and (folder / "letter.json").exists(), again.stderr)

        other = pathlib.Path(place, "other")
        ask(portal, "UPDATE letter SET unscanned = 1 WHERE id = ?", letter)
        ended = administrator.run("letters", "export", letter, "--to", str(other))
        ask(portal, "UPDATE letter SET unscanned = 0 WHERE id = ?", letter)
        expect_equal((ended.returncode, ended.stdout, other.exists()), (1, "", False), "a letter in quarantine")
        expect("quarantine" in ended.stderr, ended.stderr)

        (path,), = ask(portal, "SELECT path FROM document WHERE letter = ? AND number = 2", letter)
        document = portal.messages_log.parent / "documents" / path
        whole = document.read_bytes()
        document.write_bytes(whole[:-1] + b"x")
        ended = administrator.run("letters", "export", letter, "--to", str(other))
        document.write_bytes(whole)
        expect_equal((ended.returncode, ended.stdout, other.exists()), (1, "", False), "a document that was changed")
        expect("document 2" in ended.stderr, ended.stderr)

    ended = administrator.run("letters", "show", "999999999")
    expect_equal((ended.returncode, ended.stdout), (1, ""))
    expect_equal(administrator.run("letters", "export", letter).returncode, 2, "no folder is named")
