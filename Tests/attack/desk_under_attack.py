"""What an attack needs from outside the pages: limits that are not in its way, accounts, and a look at what changed."""

import hashlib
import pathlib
import re
import secrets
import sqlite3
import subprocess

from portal import Portal, StaffAccount
from site_copy import CHECKOUT, WITHOUT_SECURITY_CODE, copy_of_site

# Who asks a thousand times from one address meets the limits first: these portals measure what lies behind them.
WIDE = {"codesPerAddress": 100_000, "codesPerPrefix": 100_000, "codesPerDay": 1_000_000, "codesPerNumber": 1_000, "staffTries": 1_000}


def site_with_wide_limits(security_code: str = "none", **limits: int) -> pathlib.Path:
    """The example site with these limits beside the wide ones."""
    config = (CHECKOUT / "site" / "portal.json5").read_text(encoding="utf-8")
    edits, added = {}, ""
    for key, value in (WIDE | limits).items():
        if re.search(rf"\b{key}: \d+", config):
            edits[rf"\b{key}: \d+"] = f"{key}: {value}"
        else:
            added += f"\n    {key}: {value},"
    edits[r"\blimits: \{"] = "limits: {" + added
    if security_code == "none":
        edits |= WITHOUT_SECURITY_CODE
    return copy_of_site(edits)


def data_of(portal: Portal) -> pathlib.Path:
    return portal.messages_log.parent


def as_serving_user(portal: Portal, *command: str, said: str = "") -> subprocess.CompletedProcess:
    """Runs a command as the user who owns the data, so that no file there gets another owner."""
    owner = data_of(portal).stat()
    return subprocess.run(
        command, input=said, capture_output=True, text=True, timeout=120, check=True, cwd="/",
        user=owner.st_uid, group=owner.st_gid, extra_groups=[], umask=0o077)


def make_account(portal: Portal, role: str, *options: str, is_new: bool = False) -> StaffAccount:
    """An account with a password of its own, or, if it `is_new`, with a first one that must be changed."""
    account = StaffAccount(role, f"{role[:8]}-{secrets.token_hex(4)}", secrets.token_urlsafe(24))
    keep = () if is_new else ("--keep",)
    as_serving_user(
        portal, f"{data_of(portal).parent}/bin/pishkhan", "staff", "add", account.name, "--role", role, *options,
        "--password-stdin", *keep, "--home", str(data_of(portal).parent), said=account.password + "\n")
    return account


def write(portal: Portal, statements: str) -> None:
    """Changes the database behind the desk's back."""
    as_serving_user(portal, "sqlite3", "-bail", "-cmd", ".timeout 5000", str(data_of(portal) / "desk.sqlite"), said=statements)


def lift_limits(portal: Portal) -> None:
    """No try is counted from now on: a scanner then sees what lies behind the limits of tries."""
    write(portal, """
        CREATE TRIGGER noTally AFTER INSERT ON tally BEGIN DELETE FROM tally; END;
        CREATE TRIGGER noTries AFTER UPDATE OF tries ON loginCode BEGIN UPDATE loginCode SET tries = 0; END;
    """)


def disable(portal: Portal, account: StaffAccount) -> None:
    """As `pishkhan staff disable` does, or in the table where there is no such command yet."""
    program, home = f"{data_of(portal).parent}/bin/pishkhan", str(data_of(portal).parent)
    if "disable" in as_serving_user(portal, program, "staff", "--help").stdout:
        as_serving_user(portal, program, "staff", "disable", account.name, "--home", home)
    else:
        write(portal, f"UPDATE staff SET disabled = 1 WHERE name = '{account.name}';")


def rows(portal: Portal, query: str) -> list[tuple]:
    """Reads the database, and only reads."""
    database = sqlite3.connect(f"file:{data_of(portal)}/desk.sqlite?mode=ro", uri=True, timeout=5)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


# What time and the worker change by themselves.
VOLATILE = {("session", "seen"), *(("outbox", name) for name in ("state", "attempts", "due", "error", "text", "arguments"))}

def content(portal: Portal) -> dict[str, str]:
    """A hash of each table and of the list of documents: equal before and after what must change nothing."""
    found = {}
    for (table,) in rows(portal, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"):
        columns = [name for _, name, *_ in rows(portal, f"PRAGMA table_info({table})") if (table, name) not in VOLATILE]
        # The bytes that came are counted whether they are kept or not.
        but = " WHERE kind NOT LIKE 'bytes%'" if table == "tally" else ""
        all_rows = rows(portal, f"SELECT {', '.join(columns)} FROM {table}{but} ORDER BY 1, 2")
        found[table] = f"{len(all_rows)} rows, {hashlib.sha256(repr(all_rows).encode()).hexdigest()[:12]}"
    files = sorted(str(one) for folder in ("documents", "incoming") for one in (data_of(portal) / folder).rglob("*"))
    return found | {"files": f"{len(files)} files, {hashlib.sha256(repr(files).encode()).hexdigest()[:12]}"}


def difference(before: dict[str, str], after: dict[str, str]) -> str:
    """Which tables differ, in words; empty where none does."""
    return "; ".join(
        f"{table}: {before.get(table)} → {after.get(table)}"
        for table in sorted(before.keys() | after.keys()) if before.get(table) != after.get(table))
