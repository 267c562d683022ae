"""A backup is taken while the desk is in use."""

import concurrent.futures
import threading
import time

from citizen import Citizen
from desk import SCRATCH, Desk
from extent import extent
from promises import Promise, letter_kept
from sentences import expect, expect_equal, test_once
from shared_desk import fresh_copy, programs
from situations import LETTER, PHOTOGRAPH
from wholeness import what_is_wrong

BETWEEN = 4  # letters, at least, between two backups


@test_once("A backup that is taken while letters come in can be restored, and has each letter whose receipt was shown before")
def under_load() -> None:
    with fresh_copy() as desk, concurrent.futures.ThreadPoolExecutor(3) as pool:
        shown: list[Promise] = []
        is_over = threading.Event()
        senders = [pool.submit(send_letters, desk.citizen(), shown, is_over) for _ in range(3)]
        backups = []
        try:
            for number in range(extent(6, 2)):
                wait_for(lambda: len(shown) >= (number + 1) * BETWEEN)
                before = list(shown)
                file = SCRATCH / f"backup-{number}.tar"
                desk.run("backup", str(file), "--config", str(desk.config))
                backups.append((file, before, len(shown) - len(before)))
        finally:
            is_over.set()
        for sender in senders:
            sender.result()
        for file, before, meanwhile in backups:
            restored = Desk(programs(), file.with_suffix(".restored"))
            restored.run("restore", str(file))
            restored.run("build", "--config", str(restored.home / "restored-config" / "portal.json5"))
            wrong = what_is_wrong(restored, before)
            expect(not wrong, f"{file.name}: {wrong}")
            print(f"{len(before)} letters before, {meanwhile} during the backup", flush=True)
            restored.remove()
        expect(any(meanwhile for _, _, meanwhile in backups), "no letter came in during a backup")


def send_letters(citizen: Citizen, shown: list[Promise], is_over: threading.Event) -> None:
    number = 0
    while not is_over.is_set():
        number += 1
        subject = f"{citizen.mobile} {number}"
        answer = citizen.send_letter(subject=subject, letter=LETTER, attachment=[PHOTOGRAPH], unit="education")
        expect_equal(answer.status, 303, f"a letter during the backup: {answer.errors if answer.body else ''}")
        shown.append(letter_kept(subject, [LETTER[1], PHOTOGRAPH[1]]))


def wait_for(condition, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        expect(time.monotonic() < until, "no letters come in")
        time.sleep(0.02)
