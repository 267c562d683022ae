"""Looking for something in the audit: on its page, and with the command line."""

import datetime
import re

from administrator import Administrator
from citizen import CGI, Citizen
from client import Answer
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff

TEHRAN = datetime.timezone(datetime.timedelta(hours=3, minutes=30))


def lines(page: Answer) -> list[str]:
    return re.findall(r'<tr data-event="([A-Za-z]+)"', page.text)


def search(administrator: Staff, language: str = "fa", **filled) -> Answer:
    page = administrator.client.get(f"{CGI}/staff/audit?lang={language}")
    return administrator.client.submit(page, page.form("/staff/audit", having="since"), **filled)


@test("The audit is searched by letter, account and day, in both languages, and a page of it leads to the next")
def searched(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(unit="education")
    Staff(portal, "reviewer").signed_in().do(letter, "reject", reason="امضا ندارد")
    administrator = Staff(portal, "administrator").signed_in()
    persian = letter.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    for typed in (letter, persian):
        expect_equal(lines(search(administrator, letter=typed)), ["rejected", "registered"], f"letter {typed}")
    expect_equal(lines(search(administrator, letter=letter, person="reviewer")), ["rejected"], "letter and account")
    found = lines(search(administrator, person="reviewer"))
    expect("rejected" in found and "registered" not in found, f"what the reviewer did: {found}")

    today = datetime.datetime.now(TEHRAN).date()
    yesterday, tomorrow = (today + datetime.timedelta(days) for days in (-1, 1))
    for language in ("fa", "en"):
        for span, wanted in ({"since": yesterday, "until": tomorrow}, True), ({"since": tomorrow + (tomorrow - today)}, False), (
                {"until": yesterday - (today - yesterday)}, False):
            page = search(administrator, language, letter=letter, **{name: day.isoformat() for name, day in span.items()})
            expect_equal((page.status, bool(lines(page))), (200, wanted), f"{language} {span}")
    page = search(administrator, "en", since=yesterday.isoformat())
    expect(f'value="{yesterday.isoformat()}"' in page.text, "the English page shows another date")
    again = administrator.client.get(next(link for link in page.page.links if link.endswith("lang=fa")))
    shown = re.search(r'name="since"[^>]*value="([^"]*)"', again.text).group(1)
    expect(re.fullmatch(r"[۰-۹]{4}/[۰-۹]{2}/[۰-۹]{2}", shown), f"the Persian page shows {shown!r}")
    expect_equal(lines(search(administrator, "fa", since=shown)), lines(again), "the date as the Persian page shows it")


@test("What is mistyped in the audit's form is said beside the field, and nothing is searched")
def mistyped(portal: Portal) -> None:
    administrator = Staff(portal, "administrator").signed_in()
    page = search(administrator, letter="x", since="1405/13/01", until="31/12")
    expect_equal((page.status, page.errors), (400, ["letter", "since", "until"]))
    expect("1405/13/01" in page.text, "what was typed is gone")


@test("A page of the audit that was searched leads to the rest of what was found")
def paged(portal: Portal) -> None:
    for _ in range(22):
        Staff(portal, "clerk").signed_in()
    administrator = Staff(portal, "administrator").signed_in()
    page = search(administrator, person="clerk")
    expect_equal(len(lines(page)), 20)
    following = administrator.client.get(next(link for link in page.page.links if "from=" in link and "lang=" not in link))
    expect(len(lines(following)) >= 2 and set(lines(following)) <= {"staffSignedIn", "statusAdded", "replied", "passwordChanged"},
           lines(following))


@test("The command line prints the same audit, and its head")
def command_line(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    administrator = Administrator(portal)
    line, = administrator.audit("--letter", letter)
    expect_equal({name: line[name] for name in ("kind", "letter")}, {"kind": "registered", "letter": int(letter)})
    moment = datetime.datetime.fromisoformat(line["at"])
    expect(abs((datetime.datetime.now(datetime.timezone.utc) - moment).total_seconds()) < 600, line["at"])
    day = moment.astimezone(TEHRAN).date().isoformat()
    expect_equal(administrator.audit("--letter", letter, "--from", day, "--to", day), [line])
    expect_equal(administrator.audit("--letter", letter, "--to", "1405/01/01"), [])
    head = administrator.run("audit", "--head").stdout
    expect(re.fullmatch(r"\d+ [0-9a-f]{64}\n", head), head)
    for words in (["--letter", "x"], ["--person", "nobody"], ["--from", "1405/13/1"]):
        ended = administrator.run("audit", *words)
        expect_equal((ended.returncode, ended.stdout), (2, ""), f"{words}: {ended.stderr}")
