"""Faults of files, each with the words by which the doctor must name it."""

import os
import random
from typing import Callable

from seeded_desk import Patient

HEX = "0123456789abcdef"
OLD = 4 * 86_400


def _document(patient: Patient, draw: random.Random):
    letter, number, place = draw.choice(patient.documents)
    return patient.touch(patient.data / "documents" / place), f"documents: {patient.data}/documents/{place}"


def missing_document(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    path.unlink()
    return named


def flipped_bit(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    content = bytearray(path.read_bytes())
    content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
    path.write_bytes(content)
    return named


def cut_off_document(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    os.truncate(path, draw.randrange(path.stat().st_size))
    return named


def longer_document(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    path.write_bytes(path.read_bytes() + draw.randbytes(draw.randrange(1, 2_000)))
    return named


def another_content(patient: Patient, draw: random.Random) -> str:
    """Of the same length: only the hash tells."""
    path, named = _document(patient, draw)
    path.write_bytes(draw.randbytes(path.stat().st_size))
    return named


def readable_document(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    path.chmod(draw.choice((0o640, 0o604, 0o644, 0o660, 0o606, 0o601, 0o666, 0o777)))
    return named


def link_for_document(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    path.unlink()
    path.symlink_to(draw.choice(("/etc/hostname", "/dev/null", "../../key", "nowhere")))
    return named


def moved_document(patient: Patient, draw: random.Random) -> str:
    path, named = _document(patient, draw)
    target = patient.touch(path.with_name("".join(draw.choices(HEX, k=30))))
    path.rename(target)
    return named


def old_orphan(patient: Patient, draw: random.Random) -> str:
    folder = patient.data / "documents" / "".join(draw.choices(HEX, k=2))
    path = patient.touch(folder / "".join(draw.choices(HEX, k=30)))
    path.write_bytes(draw.randbytes(draw.randrange(100)))
    path.chmod(0o600)
    moment = path.stat().st_mtime - draw.randrange(OLD, 100 * OLD)
    os.utime(path, (moment, moment))
    return f"files without rows: {path}"


def stranger(patient: Patient, draw: random.Random) -> str:
    folder = patient.data / "documents" / "".join(draw.choices(HEX, k=2))
    name = draw.choice(("notes.txt", "x" * 30, "a" * 31, "a" * 29, ".hidden", "shell.php", "نامه.pdf"))
    path = patient.touch(folder / name)
    path.write_bytes(b"x")
    path.chmod(0o600)
    return f"files without rows: {path}"


def stale_upload(patient: Patient, draw: random.Random) -> str:
    path = patient.touch(patient.data / "incoming" / "".join(draw.choices(HEX, k=20)))
    path.write_bytes(draw.randbytes(10))
    path.chmod(0o600)
    moment = path.stat().st_mtime - draw.randrange(OLD, 100 * OLD)
    os.utime(path, (moment, moment))
    return f"files without rows: {path}"


def exposed_place(patient: Patient, draw: random.Random) -> str:
    name = draw.choice(("", "desk.sqlite", "key", "wake", "documents", "incoming", "audit.head", "messages.log",
                        "documents/" + "".join(draw.choices(HEX, k=2))))
    path = patient.touch(patient.data / name if name else patient.data)
    path.chmod(path.stat().st_mode & 0o7777 | draw.choice((0o040, 0o004, 0o020, 0o002, 0o010, 0o001, 0o077)))
    return f"permissions: {path} "


def foreign_owner(patient: Patient, draw: random.Random) -> str:
    """Only root can give a file away."""
    if os.geteuid() != 0:
        return exposed_place(patient, draw)
    path = patient.touch(patient.data / draw.choice(("desk.sqlite", "key", "wake", "audit.head", "messages.log")))
    os.chown(path, 65_534, -1)
    return f"permissions: {path} "


def harmed_key(patient: Patient, draw: random.Random) -> str:
    path = patient.touch(patient.data / "key")
    harm = draw.choice(("missing", "short", "long", "flipped"))
    if harm == "missing":
        path.unlink()
    elif harm == "flipped":
        content = bytearray(path.read_bytes())
        content[draw.randrange(32)] ^= 1 << draw.randrange(8)
        path.write_bytes(content)
        return "audit: audit line 1 "
    else:
        path.write_bytes(draw.randbytes(draw.randrange(32) if harm == "short" else 33))
    return f"key: {path} "


def harmed_head(patient: Patient, draw: random.Random) -> str:
    path = patient.touch(patient.data / "audit.head")
    event, seal = path.read_text().split()
    harm = draw.choice(("missing", "empty", "garbage", "ahead", "another line"))
    if harm == "missing":
        path.unlink()
    elif harm in ("empty", "garbage"):
        path.write_text("" if harm == "empty" else draw.choice(("x", "1", seal, f"{event} {seal}0", f"-1 {seal}")))
    elif harm == "ahead":
        ahead = int(event) + draw.randrange(1, 50)
        path.write_text(f"{ahead} {draw.randbytes(32).hex()}\n")
        return f"audit: audit line {int(event) + 1} "
    else:
        line = draw.randrange(1, int(event))
        path.write_text(f"{line} {seal}\n")
        return f"audit: audit line {line} "
    return f"audit: {path} "


def missing_place(patient: Patient, draw: random.Random) -> str:
    path = patient.touch(patient.data / draw.choice(("desk.sqlite", "wake")))
    path.unlink()
    return f"{path} is missing"


def emptied_database(patient: Patient, draw: random.Random) -> str:
    path = patient.touch(patient.database)
    os.truncate(path, draw.choice((0, 0, draw.randrange(1, 4_000))))
    return f"{path} "


def overwritten_page(patient: Patient, draw: random.Random) -> str:
    path = patient.touch(patient.database)
    page = draw.randrange(patient.pages)
    with open(path, "r+b") as file:
        file.seek(page * patient.page_size)
        file.write(draw.choice((bytes(patient.page_size), draw.randbytes(patient.page_size))))
    return f"{path} "


FILE_FAULTS: list[Callable[[Patient, random.Random], str]] = [
    missing_document, flipped_bit, cut_off_document, longer_document, another_content, readable_document,
    link_for_document, moved_document, old_orphan, stranger, stale_upload, exposed_place, foreign_owner, harmed_key,
    harmed_head, missing_place, emptied_database, overwritten_page,
]
