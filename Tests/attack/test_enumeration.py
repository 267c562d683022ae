"""Who has an account, which letters and tracking codes exist: not to be learnt by status, body or time."""

import random
import secrets
import statistics
import time

from answers import body_of, seen
from citizen import CGI
from client import Answer, Client
from desk_under_attack import make_account, disable, site_with_wide_limits, write
from paired_times import ALARM, compare, signed_rank_p, timed, told_apart
from portal import Portal
from sentences import expect, expect_equal, test_once
from tracking_code import nobodys_code
from visitors import NOT_THERE, Desk, desk

FEWEST, MOST = 40, 160
# A staff login takes tens of milliseconds, and differs by as much where it differs.
LOGINS = 25
# The control pair differs by this share of what the request takes: differences of this size are found for certain.
SHARE = 0.5


def numbers(prefix: str, count: int) -> list[str]:
    """Mobile numbers that are far apart, since neighbours share limits."""
    return [f"{prefix}{number:07d}" for number in random.sample(range(10**7), count)]


def one_off(code: str) -> str:
    """A print's code with another last letter."""
    return code[:-1] + ("2" if code[-1] != "2" else "3")


def enough_pairs(request) -> int:
    """How many pairs it takes on this machine, now, to find a request that takes half as long again."""
    usual = statistics.median(timed(request) for _ in range(20))

    def slower() -> None:
        request()
        time.sleep(SHARE * usual)

    pairs = FEWEST
    while True:
        found = compare(request, slower, pairs)
        print(f"  control, slower by {SHARE * usual * 1000:.1f} ms: {found}", flush=True)
        if found.p < ALARM:
            return pairs
        expect(pairs < MOST, f"the machine is too busy: {pairs} pairs do not show a difference of {SHARE:.0%}")
        pairs *= 2


class Pairs:
    """Pairs of requests that must be alike: words, one, other."""

    def __init__(self, portal: Portal, people: Desk) -> None:
        self.portal = portal
        self.people = people
        self.clients = {name: people.visitor(name).client for name in ("nobody", "citizen A", "clerk", "other clerk")}
        login = Client(portal.address)
        page = login.get(f"{CGI}/staff/login")
        self.staff_form = (login, page.form("/staff/login"), page)

    def get(self, who: str, path: str):
        client = self.clients[who]
        return lambda: Client(client.address, dict(client.cookies)).get(CGI + path)

    def code_for(self, mobiles):
        mobiles = iter(mobiles)

        def ask() -> Answer:
            answer = Client(self.portal.address).post(f"{CGI}/login/code", {"mobile": next(mobiles)})
            expect_equal(answer.status, 303, f"{answer.errors}")
            return answer

        return ask

    def staff_login(self, name: str, password: str):
        client, form, page = self.staff_form
        copy = Client(client.address, dict(client.cookies))

        def ask() -> Answer:
            answer = copy.submit(page, form, name=name, password=password)
            expect_equal(answer.status, 400, f"{answer.text[:300]}")
            answer.body = body_of(answer).replace(name.encode(), b"NAME")
            return answer

        return ask

    def by_reading(self) -> list[tuple]:
        names = self.people.names
        others, none = names["B.code"], nobodys_code(names["A.code"], names["B.code"])
        letter, accepted = names["B.review"], names["B.accepted"]
        return [
            ("another's letter, and none", self.get("citizen A", f"/letters/{letter}"), self.get("citizen A", f"/letters/{NOT_THERE}")),
            ("another's document, and none", self.get("citizen A", f"/letters/{accepted}/documents/1"),
             self.get("citizen A", f"/letters/{NOT_THERE}/documents/1")),
            ("another's tracking code, and nobody's", self.get("citizen A", f"/track?code={others}"), self.get("citizen A", f"/track?code={none}")),
            ("a print's code one letter off, and none", self.get("nobody", f"/verify?code={one_off(names['A.print'])}"),
             self.get("nobody", "/verify?code=zzzz-zzzz-zzzz-zzzz")),
            ("a letter of another unit, and none", self.get("other clerk", f"/staff/letters/{accepted}"),
             self.get("other clerk", f"/staff/letters/{NOT_THERE}")),
            ("a letter under review for a clerk, and none", self.get("clerk", f"/staff/letters/{letter}"),
             self.get("clerk", f"/staff/letters/{NOT_THERE}")),
        ]

    def by_login(self) -> list[tuple]:
        known, gone = make_account(self.portal, "reviewer").name, make_account(self.portal, "reviewer")
        disable(self.portal, gone)
        unknown, wrong = "reviewer-" + secrets.token_hex(4), secrets.token_urlsafe(16)
        return [
            ("a staff name, and none", self.staff_login(known, wrong), self.staff_login(unknown, wrong)),
            ("a disabled staff name, and none", self.staff_login(gone.name, gone.password), self.staff_login(unknown, wrong)),
        ]


def expect_alike(words: str, one, other) -> None:
    first, second = one(), other()
    same = seen(first, tokens=False) == seen(second, tokens=False)
    if "code" in words:
        # The typed code stands in its field again.
        strip = lambda answer: [answer.status, body_of(answer).replace(answer.path.split("=")[1].encode(), b"CODE")]  # noqa: E731
        same = strip(first) == strip(second)
    expect(same, f"{words}: the answers differ: {first.status} and {second.status}")


@test_once("Numbers, staff names, tracking codes and letters of others: known and unknown give the same status, body and time")
def enumeration() -> None:
    with Portal(config=site_with_wide_limits()) as portal:
        people = desk(portal)
        pairs = Pairs(portal, people)
        known = numbers("0935", 4 * MOST)
        write(portal, "".join(f"INSERT OR IGNORE INTO applicant (mobile, created) VALUES ('+98{one[1:]}', 1);" for one in known))
        codes = ("a known number, and an unknown one", pairs.code_for(known), pairs.code_for(numbers("0936", 4 * MOST)))
        apart = []

        reading = pairs.by_reading()
        count = enough_pairs(reading[0][1])
        same = pairs.get("citizen A", f"/letters/{NOT_THERE}")
        expect(not told_apart(same, same, count, "control, one and the same"), "the test finds a difference where there is none")
        for words, one, other in [*reading, codes]:
            expect_alike(words, one, other)
            if told_apart(one, other, count, words):
                apart.append(words)

        # A password costs tens of milliseconds by design; a name without one, and so without that time, is the control.
        logins = pairs.by_login()
        empty = pairs.staff_login(secrets.token_hex(8), "")
        expect(told_apart(logins[0][1], empty, LOGINS, "control, with and without a password"), "the test does not see Argon2id")
        for words, one, other in logins:
            expect_alike(words, one, other)
            if told_apart(one, other, LOGINS, words):
                apart.append(words)
        expect_equal(apart, [], "what can be told apart by time")


@test_once("The test of times finds what differs, and errs as seldom as it says where nothing does")
def the_test_itself() -> None:
    chance = random.Random(1)
    noise = lambda: chance.lognormvariate(0, 0.5)  # noqa: E731
    alarms = sum(signed_rank_p([noise() - noise() for _ in range(FEWEST)]) < 0.05 for _ in range(2000))
    expect(60 <= alarms <= 140, f"{alarms} of 2000 alarms at 5 %")
    found = sum(signed_rank_p([noise() + 1 - noise() for _ in range(FEWEST)]) < ALARM for _ in range(200))
    expect(found >= 190, f"only {found} of 200 differences as large as the time itself were found")
