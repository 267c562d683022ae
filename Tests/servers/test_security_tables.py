"""Tests/security: what its tables and notes name must be there."""

import collections
import csv
import re

from sentences import expect, expect_equal, test_once
from site_copy import CHECKOUT
from tests_by_sentence import TESTS, declared_sentences

SECURITY = TESTS / "security"
SOURCES = CHECKOUT / "Sources"


def rows(name: str) -> list[dict[str, str]]:
    with open(SECURITY / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def named(row: dict[str, str]) -> list[str]:
    return row["shown by"].split(" | ") if row["shown by"] else []


def problems(row: dict[str, str]) -> list[str]:
    """What is wrong with a requirement's row."""
    found = [f"there is no test {sentence!r}" for sentence in named(row) if sentence not in declared_sentences()]
    if None in row or None in row.values():
        return ["the row has not six cells"]
    if not row["asks for"]:
        found.append("it does not say what is asked for")
    if row["status"] not in ("holds", "not applicable", "open"):
        found.append(f"{row['status']!r} is no status")
    elif row["status"] == "not applicable" and named(row):
        found.append("a test for what does not apply")
    if not row["remark"] and (row["status"] != "holds" or not named(row)):
        found.append("neither test nor reason")
    return found


@test_once("Each of ASVS's 253 requirements of levels 1 and 2 has its row, with tests that exist or a reason")
def requirements() -> None:
    table = rows("asvs.csv")
    numbers = [[int(part) for part in re.fullmatch(r"V(\d+)\.(\d+)\.(\d+)", row["requirement"]).groups()] for row in table]
    expect_equal(numbers, sorted(numbers), "the order of the requirements")
    expect_equal(len({row["requirement"] for row in table}), 253, "requirements")
    expect_equal(collections.Counter(row["level"] for row in table), {"1": 70, "2": 183}, "levels")
    wrong = [f"{row['requirement']}: {problem}" for row in table for problem in problems(row)]
    expect(not wrong, "\n".join(wrong))


@test_once("A row with a test that is not there, an unknown status, or neither test nor reason is found")
def wrong_rows() -> None:
    right = next(row for row in rows("asvs.csv") if row["status"] == "holds" and row["shown by"] and not row["remark"])
    expect_equal(problems(right), [], "the row as it is")
    for change in ({"shown by": right["shown by"] + "!"}, {"shown by": right["shown by"] + " | "}, {"shown by": ""}, {"status": "yes"},
                   {"status": "open"}, {"asks for": ""}, {"status": "not applicable", "remark": "why"}):
        expect(problems(right | change), f"nobody finds {change}")


@test_once("Each threat of the design has its row, with tests that exist")
def threats() -> None:
    table = rows("threats.csv")
    expect(len(table) >= 22, f"only {len(table)} threats")
    expect_equal(len({row["threat"] for row in table}), len(table), "threats")
    wrong = [f"{row['threat'][:40]}…: {sentence!r}" for row in table for sentence in named(row) or [""] if sentence not in declared_sentences()]
    expect(not wrong, "there are no such tests:\n" + "\n".join(wrong))


def section(title: str) -> str:
    notes = (SECURITY / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^## {re.escape(title)}\n(.*?)(?=^## |\Z)", notes)
    expect(found, f"the notes have no section {title!r}")
    return found.group(1)


def expect_named(names: set[str], title: str) -> None:
    expect(names, f"nothing was found that {title!r} should name")
    missing = names - set(re.findall(r"`([^`]+)`", section(title)))
    expect(not missing, f"the section {title!r} does not name {sorted(missing)}")


def found(pattern: str, files: str) -> set[str]:
    return {one for path in SOURCES.glob(files) for one in re.findall(pattern, path.read_text(encoding="utf-8"))}


@test_once("The security notes name every field of every form")
def fields() -> None:
    read = {name for names in found(r"readFields\(([^)]*)\)", "pishkhan-cgi/*.swift") for name in re.findall(r'"(\w+)"', names)}
    letter = re.search(r"enum Field: [^{]*\{\s*case ([^\n]*)", (SOURCES / "Desk/LetterDraft.swift").read_text(encoding="utf-8"))
    expect_named(read | set(letter.group(1).split(", ")) | {"token"}, "Input")


@test_once("The security notes name every purpose of the desk's key")
def purposes() -> None:
    expect_named(found(r"(?m)^ +case (\w+) = \d+$", "Secrets/SecretKey.swift"), "Keys")


@test_once("The security notes class every table of the database")
def tables() -> None:
    expect_named(found(r"CREATE TABLE (\w+)", "Store/Schema*.swift") - found(r"DROP TABLE (\w+)", "Store/Schema*.swift"), "Data")


@test_once("The security notes name every library that a module map links")
def libraries() -> None:
    expect_named(found(r'link "(?::lib)?([^".]+)', "*/module.modulemap"), "Libraries")
