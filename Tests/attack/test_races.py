"""What arrives at the same moment is decided once."""

import re
import time

from at_once import at_once
from citizen import CGI, Citizen, code_in, new_mobile
from client import Client
from desk_under_attack import data_of, rows, site_with_wide_limits
from digits import latin_digits
from documents import bytes_of
from portal import Portal
from security_code import digits_of
from sentences import expect, expect_equal, test, test_once
from visitors import desk


def copies(client: Client, count: int) -> list[Client]:
    return [Client(client.address, dict(client.cookies)) for _ in range(count)]


@test("Of 50 parallel tries of a code five are counted, and the right one among them lets in only if it is one of the five")
def fifty_tries(portal: Portal) -> None:
    citizen = Citizen(portal)
    page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    wrong = [f"{(int(code) + step) % 10**6:06d}" for step in range(1, 51)]
    form = page.form("/login/verify", having="code")
    answers = at_once(*[lambda one=one, client=client: client.submit(page, form, code=one)
                        for one, client in zip(wrong, copies(citizen.client, 50))])
    left = sorted(latin_digits(found.group(1)) for one in answers if (found := re.search(r"([۰-۹]+) بار دیگر", one.text)))
    expect_equal(left, ["1", "2", "3", "4"], "the tries that were counted, but for the fifth, after which none is left")
    expect_equal({one.status for one in answers}, {400})
    tries = rows(portal, "SELECT max(tries) FROM loginCode WHERE used = 0 AND mobile = '+98" + citizen.mobile[1:] + "'")
    expect_equal(tries, [(5,)], "the count in the database")
    last = citizen.client.submit(page, form, code=code)
    expect_equal((last.status, citizen.client.get(f"{CGI}/desk").status), (400, 303), "the right code as the 51st try")


@test("One right code sent ten times at once lets in once")
def right_code_at_once(portal: Portal) -> None:
    citizen = Citizen(portal)
    page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    form = page.form("/login/verify", having="code")
    answers = at_once(*[lambda client=client: client.submit(page, form, code=code) for client in copies(citizen.client, 10)])
    expect_equal(sorted(one.status for one in answers), [303] + [400] * 9)


@test("Of two reviewers at once one decides with 303, and the other is told with 409, whatever each decides")
def two_reviewers(portal: Portal) -> None:
    people = desk(portal)
    citizen = Citizen(portal)
    citizen.client = people.visitor("citizen A").client
    reviewer = people.visitor("reviewer")
    for decisions in (("accept", "accept"), ("accept", "reject"), ("reject", "reject")):
        letter, _ = citizen.register_letter(unit="education")
        before = rows(portal, "SELECT count(*) FROM outbox")[0][0]
        answers = at_once(*[lambda one=one: reviewer.ask("POST", f"{CGI}/staff/letters/{letter}/{one}", {"reason": "ناخوانا"})
                            for one in decisions])
        expect_equal(sorted(one.status for one in answers), [303, 409], str(decisions))
        decided = "SELECT count(*) FROM event WHERE kind IN ('accepted', 'rejected') AND letter = " + letter
        expect_equal(rows(portal, decided), [(1,)], f"events of {decisions}")
        expect_equal(rows(portal, "SELECT count(*) FROM outbox")[0][0], before + 1, f"messages of {decisions}")


@test("Letters accepted at once get numbers without a gap")
def numbers(portal: Portal) -> None:
    people = desk(portal)
    citizen = Citizen(portal)
    citizen.client = people.visitor("citizen A").client
    reviewer = people.visitor("reviewer")
    letters = [citizen.register_letter(unit="education")[0] for _ in range(6)]
    answers = at_once(*[lambda one=one: reviewer.ask("POST", f"{CGI}/staff/letters/{one}/accept") for one in letters])
    expect_equal([one.status for one in answers], [303] * 6)
    given = rows(portal, "SELECT letterNumber FROM letter WHERE letterNumber IS NOT NULL")
    sequence = sorted(int(number.rsplit("/", 1)[1]) for number, in given)
    expect_equal(sequence, list(range(1, len(sequence) + 1)), "the numbers of the year")


@test("One form sent eight times at once is one letter with the same receipt")
def one_form(portal: Portal) -> None:
    people = desk(portal)
    client = people.visitor("citizen A").client
    page = client.get(f"{CGI}/letters/new")
    form = page.form("/letters", having="subject")
    filled = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "یک نامه", "letter": ("a.pdf", bytes_of("pdf"))}
    letters = rows(portal, "SELECT count(*) FROM letter")[0][0]
    answers = at_once(*[lambda one=one: one.submit(page, form, **filled) for one in copies(client, 8)])
    expect_equal([one.status for one in answers], [303] * 8)
    expect_equal(len({one.location for one in answers}), 1, f"receipts {[one.location for one in answers]}")
    expect_equal(rows(portal, "SELECT count(*) FROM letter")[0][0], letters + 1)
    expect_equal(list((data_of(portal) / "incoming").iterdir()), [], "files left in incoming")


@test("Of ten wishes at once for a code to one number one is fulfilled, by one message")
def ten_sends(portal: Portal) -> None:
    mobile = new_mobile()
    answers = at_once(*[lambda: Citizen(portal, mobile).ask_for_code() for _ in range(10)])
    expect_equal(sorted(one.status for one in answers), [303] + [429] * 9)
    portal.wait_for_message(mobile)
    expect_equal(rows(portal, f"SELECT count(*) FROM outbox WHERE recipient = '+98{mobile[1:]}'"), [(1,)])


@test_once("One security code answered ten times at once, for ten numbers, is good for one")
def one_security_code() -> None:
    with Portal(config=site_with_wide_limits(security_code="image")) as portal:
        client = Client(portal.address)
        expect_equal(client.get(f"{CGI}/captcha").status, 200)
        digits = digits_of(client.cookies["captcha"], data_of(portal))
        mobiles = [new_mobile() for _ in range(10)]
        answers = at_once(*[lambda one=one, mobile=mobile: one.post(f"{CGI}/login/code", {"mobile": mobile, "captcha": digits})
                            for one, mobile in zip(copies(client, 10), mobiles)])
        expect_equal(sorted(one.status for one in answers), [303] + [400] * 9)
        expect(all(one.errors == ["captcha"] for one in answers if one.status == 400), [one.errors for one in answers])
        expect_equal(rows(portal, "SELECT count(*) FROM outbox"), [(1,)], "messages")


@test_once("A new code gives a guesser no new tries: after ten wrong ones of a number even the right code of a new wish is refused")
def new_code_same_tries() -> None:
    with Portal(config=site_with_wide_limits(codeInterval=1)) as portal:
        mobile = new_mobile()
        for wish in range(3):
            citizen = Citizen(portal, mobile)
            page = citizen.client.follow(citizen.ask_for_code())
            code = code_in(portal.wait_for_message(mobile, after=wish))
            form = page.form("/login/verify", having="code")
            if wish < 2:
                wrong = f"{(int(code) + 1) % 10**6:06d}"
                answers = at_once(*[lambda one=one: one.submit(page, form, code=wrong) for one in copies(citizen.client, 5)])
                expect_equal({one.status for one in answers}, {400})
                time.sleep(1.5)
            else:
                expect_equal(citizen.client.submit(page, form, code=code).status, 400, "the right code after ten wrong tries")
        other = Citizen(portal)
        other.log_in()
