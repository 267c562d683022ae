"""A clock that stood ahead and was set right: what it has left behind holds nobody up, and opens nothing."""

import json
import time

from accounts import account_with_app, second_step
from administrator import Administrator
from citizen import CGI, Citizen
from portal import Portal
from sentences import expect, expect_equal, test, test_once
from site_copy import site_for_tests
from staff import Staff

YEARS = 10 * 365 * 86_400


def shift_all(portal: Portal) -> None:
    """What has been written so far was written by a clock that stood ten years ahead."""
    for table, columns in (("session", ("started", "seen")), ("tally", ("expires",)), ("loginCode", ("expires",)),
                           ("outbox", ("created", "due", "expires")), ("letter", ("registered", "decided"))):
        portal.change_database(f"UPDATE {table} SET " + ", ".join(f"{column} = {column} + {YEARS}" for column in columns))


@test_once("Once a clock that stood ahead is set right, nobody is locked out, nothing stays open, and messages leave")
def set_right() -> None:
    # On a desk of its own: its letters are ten years older than their events.
    with Portal(config=site_for_tests()) as portal:
        set_back(portal)


def set_back(portal: Portal) -> None:
    citizen, account = Citizen(portal), account_with_app(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    staff = Staff(portal, "", account[0])
    for _ in range(10):
        expect_equal(staff.log_in("not the password").status, 400)
    expect_equal(staff.log_in().status, 429, "locked out while the clock is ahead")
    # A message that the worker has no time for.
    portal.change_database("UPDATE outbox SET state = 'waiting', text = 'late' WHERE id = (SELECT max(id) FROM outbox)")
    shift_all(portal)
    portal.change_database("UPDATE outbox SET expires = NULL WHERE text = 'late'")

    expect_equal(citizen.client.get(f"{CGI}/desk").status, 303, "a session of the future")
    portal.messages_log.parent.joinpath("wake").touch()
    deadline = time.monotonic() + 40
    while not any(json.loads(line)["text"] == "late" for line in portal.messages_log.read_text().splitlines()):
        expect(time.monotonic() < deadline, "a message of the future does not leave")
        time.sleep(0.1)
    citizen.log_in()
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "underReview"}, "the desk")
    expect_equal(staff.log_in().status, 303, "the staff are not locked out")
    second_step(staff, code=account[1].next_code())
    expect_equal(staff.client.get(f"{CGI}/staff/letters").status, 200)
    citizen.register_letter()
    expect(not [one for one in Administrator(portal).doctor()[1] if one["check"] == "clock"], "the clock is right")


@test("A clock that stands before the newest event is said by the doctor", behind=("apache",))
def behind_events(portal: Portal) -> None:
    newest = "WHERE id = (SELECT max(id) FROM event)"
    portal.change_database(f"UPDATE event SET at = at + {YEARS} {newest}")
    try:
        findings = [one for one in Administrator(portal).doctor()[1] if one["check"] == "clock"]
        expect(len(findings) == 1 and "seconds behind what the desk has written already" in findings[0]["problem"]
               and "timedatectl" in findings[0]["remedy"], findings)
    finally:
        portal.change_database(f"UPDATE event SET at = at - {YEARS} {newest}")
