"""Faults of rows, each with the words by which the doctor must name it."""

import random
from typing import Callable

from seeded_desk import Patient

LETTER_COLUMNS = ("sender", "senderKind", "unit", "unitTitle", "subject", "language", "submission", "registered")
DECISION_COLUMNS = {"accepted": ("letterNumber", "trackingCode", "decided", "year", "sequence"),
                    "rejected": ("reason", "decided")}


def _event_of(patient: Patient, letter: int, kind: str) -> int:
    return next(id for id, of, what in patient.events if of == letter and what == kind)


def _line(id: int) -> str:
    return f"audit: audit line {id} "


def changed_line(patient: Patient, draw: random.Random) -> str:
    id, letter, kind = draw.choice(patient.events)
    column, value = draw.choice((
        ("text", "'changed'"), ("at", "at + 1"), ("at", "at - 86400"), ("document", "7"),
        ("kind", "'statusAdded'" if kind != "statusAdded" else "'replied'"),
        ("staff", "(SELECT id FROM staff WHERE id IS NOT event.staff LIMIT 1)"),
        ("letter", "(SELECT id FROM letter WHERE id IS NOT event.letter LIMIT 1)"),
        ("seal", "randomblob(32)"), ("seal", "NULL"), ("facts", "randomblob(32)")))
    with patient.writing() as rows:
        rows.execute(f"UPDATE event SET {column} = {value} WHERE id = ?", (id,))
    return _line(id)


def missing_line(patient: Patient, draw: random.Random) -> str:
    id, _, _ = draw.choice(patient.events[:-1])
    with patient.writing() as rows:
        rows.execute("DELETE FROM event WHERE id = ?", (id,))
    return _line(id)


def missing_line_closed_up(patient: Patient, draw: random.Random) -> str:
    """All later lines move up by one: their numbers have no gap then."""
    id, _, _ = draw.choice(patient.events[:-1])
    with patient.writing() as rows:
        rows.execute("DELETE FROM event WHERE id = ?", (id,))
        rows.execute("UPDATE event SET id = -id WHERE id > ?", (id,))
        rows.execute("UPDATE event SET id = -id - 1 WHERE id < 0")
        rows.execute("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'event'")
    return _line(id)


def cut_off_end(patient: Patient, draw: random.Random) -> str:
    """With the counter set back or not: the head's file tells."""
    first = patient.events[-draw.randrange(1, 12)][0]
    with patient.writing() as rows:
        rows.execute("DELETE FROM event WHERE id >= ?", (first,))
        if draw.random() < 0.5:
            rows.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'event'", (first - 1,))
    return _line(first)


def exchanged_lines(patient: Patient, draw: random.Random) -> str:
    one, other = sorted(draw.sample([id for id, _, _ in patient.events], 2))
    with patient.writing() as rows:
        rows.execute("UPDATE event SET id = -1 WHERE id = ?", (one,))
        rows.execute("UPDATE event SET id = ? WHERE id = ?", (one, other))
        rows.execute("UPDATE event SET id = ? WHERE id = -1", (other,))
    return _line(one)


def forged_line(patient: Patient, draw: random.Random) -> str:
    with patient.writing() as rows:
        rows.execute(
            "INSERT INTO event (letter, at, kind, staff, text, document, facts, seal) "
            "SELECT letter, at, kind, staff, text, document, facts, seal FROM event ORDER BY random() LIMIT 1")
    return _line(patient.events[-1][0] + 1)


def changed_letter(patient: Patient, draw: random.Random) -> str:
    letter, _ = draw.choice(patient.letters)
    column = draw.choice(LETTER_COLUMNS)
    value = "registered + 60" if column == "registered" else "x'00'" if column == "submission" else "'changed'"
    with patient.writing() as rows:
        rows.execute(f"UPDATE letter SET {column} = {value} WHERE id = ?", (letter,))
    return _line(_event_of(patient, letter, "registered"))


def changed_decision(patient: Patient, draw: random.Random) -> str:
    letter, state = draw.choice([one for one in patient.letters if one[1] in DECISION_COLUMNS])
    column = draw.choice(DECISION_COLUMNS[state])
    value = f"{column} + 90" if column in ("decided", "year", "sequence") else "'changed'"
    with patient.writing() as rows:
        rows.execute(f"UPDATE letter SET {column} = {value} WHERE id = ?", (letter,))
    return _line(_event_of(patient, letter, state))


def changed_state(patient: Patient, draw: random.Random) -> str:
    letter, state = draw.choice(patient.letters)
    other = draw.choice([one for one in ("underReview", "accepted", "rejected", "lost") if one != state])
    with patient.writing() as rows:
        rows.execute("UPDATE letter SET state = ? WHERE id = ?", (other, letter))
    return f"histories: letter {letter} "


def changed_mobile(patient: Patient, draw: random.Random) -> str:
    letter, _ = draw.choice(patient.letters)
    with patient.writing() as rows:
        rows.execute("UPDATE applicant SET mobile = '+989000000000' WHERE id = (SELECT applicant FROM letter WHERE id = ?)",
                     (letter,))
    return _line(_event_of(patient, letter, "registered"))


def letter_of_another(patient: Patient, draw: random.Random) -> str:
    letter, _ = draw.choice(patient.letters)
    with patient.writing() as rows:
        rows.execute("UPDATE letter SET applicant = (SELECT id FROM applicant WHERE id <> letter.applicant LIMIT 1) "
                     "WHERE id = ?", (letter,))
    return _line(_event_of(patient, letter, "registered"))


def missing_letter(patient: Patient, draw: random.Random) -> str:
    letter, _ = draw.choice(patient.letters)
    with patient.writing() as rows:
        rows.execute("DELETE FROM letter WHERE id = ?", (letter,))
    return f"histories: letter {letter} is missing"


def missing_document_row(patient: Patient, draw: random.Random) -> str:
    letter, number, place = draw.choice(patient.documents)
    with patient.writing() as rows:
        role, = rows.execute("SELECT role FROM document WHERE path = ?", (place,)).fetchone()
        rows.execute("DELETE FROM document WHERE path = ?", (place,))
    return _line(_event_of(patient, letter, "replied" if role == "reply" else "registered"))


def changed_document_row(patient: Patient, draw: random.Random) -> str:
    letter, number, place = draw.choice(patient.documents)
    column, value = draw.choice((("name", "'x.exe'"), ("kind", "'other'"), ("bytes", "bytes + 1"), ("hash", "randomblob(32)"),
                                 ("number", "99")))
    with patient.writing() as rows:
        role, = rows.execute("SELECT role FROM document WHERE path = ?", (place,)).fetchone()
        rows.execute(f"UPDATE document SET {column} = {value} WHERE path = ?", (place,))
    return _line(_event_of(patient, letter, "replied" if role == "reply" else "registered"))


def another_path(patient: Patient, draw: random.Random) -> str:
    letter, number, place = draw.choice(patient.documents)
    path = draw.choice(("../key", "/etc/passwd", "ab/" + "0" * 30, "", place.upper() + "x"))
    with patient.writing() as rows:
        rows.execute("UPDATE document SET path = ? WHERE path = ?", (path, place))
    return f"(document {number} of letter {letter})"


def changed_counter(patient: Patient, draw: random.Random) -> str:
    change = draw.choice(("UPDATE letterCounter SET last = last + 1", "UPDATE letterCounter SET last = last - 1",
                          "DELETE FROM letterCounter", "UPDATE letterCounter SET year = year + 1",
                          "INSERT INTO letterCounter VALUES (1300, 1)"))
    with patient.writing() as rows:
        rows.execute(change)
    return "letter numbers: "


def forged_account(patient: Patient, draw: random.Random) -> str:
    name = "eve" + str(draw.randrange(1_000))
    with patient.writing() as rows:
        rows.execute("INSERT INTO staff (name, role, password, mustChange, created) VALUES (?, ?, '', 0, 1)",
                     (name, draw.choice(("reviewer", "clerk", "administrator"))))
    return f"accounts: account {name} "


def changed_role(patient: Patient, draw: random.Random) -> str:
    with patient.writing() as rows:
        rows.execute("UPDATE staff SET role = 'administrator' WHERE name = ?", (draw.choice(("reviewer", "clerk")),))
    return "tells of something that was changed since"


def dangling_reference(patient: Patient, draw: random.Random) -> str:
    table, column = draw.choice((("letter", "applicant"), ("document", "letter"), ("event", "letter"), ("event", "staff")))
    with patient.writing() as rows:
        # The columns of a table's key are its rows' numbers, so the first row is as good as any.
        rows.execute(f"UPDATE {table} SET {column} = 9999 WHERE {column} = (SELECT max({column}) FROM {table})")
    return f"references: table {table}"


ROW_FAULTS: list[Callable[[Patient, random.Random], str]] = [
    changed_line, missing_line, missing_line_closed_up, cut_off_end, exchanged_lines, forged_line, changed_letter,
    changed_decision, changed_state, changed_mobile, letter_of_another, missing_letter, missing_document_row,
    changed_document_row, another_path, changed_counter, forged_account, changed_role, dangling_reference,
]
