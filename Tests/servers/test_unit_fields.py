"""What a unit asks of its letters: attachments, days, and who has taken its place."""

import datetime
import os
import re
import subprocess

from citizen import CGI, Citizen
from client import Client
from digits import latin_digits
from documents import bytes_of
from portal import Portal
from rebuilding import build, edited_units, expect_built
from sentences import expect, expect_equal, test
from staff import Staff, new_account

TEHRAN = datetime.timezone(datetime.timedelta(hours=3, minutes=30))


def form_for(citizen: Citizen, unit: str):
    page = citizen.client.get(f"{CGI}/letters/new?unit={unit}")
    return page, page.form("/letters", having="subject")


@test("A letter without the attachments that its unit asks for is refused with their names, and taken with one")
def required_attachments(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page, _ = form_for(citizen, "graduates")
    for words in ("فرم درخواست همین اداره", "تصویر کارت ملی", "<strong>دانشنامه</strong>", "معمولاً تا ۱۰ روز کاری"):
        expect(words in page.text, f"{words!r} does not stand beside the form")
    form = next(link for link in page.page.links if link.endswith(".pdf"))
    expect(re.fullmatch(r"/assets/graduates\.[0-9a-f]{12}\.pdf", form), form)
    expect(citizen.client.get(form).body.startswith(b"%PDF-"), "the form is no PDF")

    refused = citizen.send_letter(unit="graduates", subject="ریزنمرات")
    expect_equal((refused.status, refused.errors), (400, ["attachment"]))
    expect("پیوست کنید: فرم درخواست همین اداره، تصویر کارت ملی." in refused.text, "the refusal does not name them")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {}, "the desk")
    expect_equal(portal.left_in_incoming(), [], "uploads")

    _, receipt = citizen.register_letter(unit="graduates", attachment=("form.pdf", bytes_of("pdf")))
    expect("معمولاً تا ۱۰ روز کاری پاسخ داده می‌شود." in receipt.text, "the receipt does not say how long it takes")
    _, receipt = citizen.register_letter(unit="education")
    expect("روز کاری" not in receipt.text, "the receipt says how long it takes, which nobody knows")


@test("A unit takes letters between its first and its last day, both included, at the portal's place")
def between_days(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    now = datetime.datetime.now(TEHRAN)
    yesterday, today, tomorrow = ((now + datetime.timedelta(days=days)).date() for days in (-1, 0, 1))
    with edited_units(portal, legal=f'opens: "{tomorrow}"', records=f'closes: "{yesterday}"',
                      budget=f'opens: "{today}", closes: "{today}"'):
        for unit, is_open in (("legal", False), ("records", False), ("budget", True)):
            answer = citizen.send_letter(unit=unit)
            expect_equal((answer.status, answer.errors), (303, []) if is_open else (400, ["unit"]), unit)
        closed = citizen.send_letter(unit="records")
        expect("این واحد اکنون نامه نمی‌پذیرد: تا " in closed.text, "the refusal does not say until when")
        page = Client(portal.address).get("/en/units/records/")
        expect(re.search(r"Takes letters until \d+ \w+ \d{4}\.", page.text), "the unit's page does not say until when")
    expect_equal(citizen.send_letter(unit="legal").status, 303, "a letter after the edit was taken back")


@test("Where a unit has taken another's place, letters, links and clerks go over to it, and old letters stay readable")
def replaced(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    accepted, _ = citizen.register_letter(unit="research-ethics")
    waiting, _ = citizen.register_letter(unit="research-ethics")
    page, form = form_for(citizen, "research-ethics")
    reviewer, clerk = Staff(portal, "reviewer").signed_in(), Staff(portal, "clerk").signed_in()
    expect_equal(reviewer.do(accepted, "accept").status, 303)
    expect_equal(clerk.letter(accepted).status, 404, "a letter of another unit")

    with edited_units(portal, research_ethics='replacedBy: "education", notify: ["0912 000 1122"]',
                      education='notify: ["09120003344", "+989120003344"]'):
        visitor = Client(portal.address)
        old = visitor.get("/units/research-ethics/")
        expect('<meta http-equiv="refresh" content="0; url=/units/education/">' in old.text, "the old page does not lead on")
        expect(f'<link rel="canonical" href="{portal.address}units/education/">' in old.text, "no canonical link")
        expect("«کمیته اخلاق در پژوهش» جای خود را به «معاونت آموزشی» داده است." in old.text, "it does not say why")
        expect("research-ethics" not in visitor.get("/units/").text, "the old unit is listed")
        expect(b"research-ethics" not in visitor.get("/units.json").body, "the old unit is listed for programs")

        asked, _ = form_for(citizen, "research-ethics")
        chosen = re.findall(r'<option value="([^"]*)" selected', asked.text)
        expect_equal(chosen, ["education"], "the unit that is chosen")
        expect("جای خود را به «معاونت آموزشی» داده است" in asked.text, "the form does not say so")
        expect('value="research-ethics"' not in asked.text, "the old unit can be chosen")
        late = citizen.client.follow(citizen.client.submit(
            page, form, sender="زهرا", senderKind="person", subject="فرم پیشین", letter=("a.pdf", bytes_of("pdf"))))
        expect("معاونت آموزشی" in late.text, "a form from before is not for the new unit")

        expect_equal(clerk.queue().get(accepted), "accepted", "the clerk's letters")
        expect_equal(clerk.do(accepted, "events", status="در حال اقدام").status, 303)
        mine = citizen.client.get(f"{CGI}/letters/{accepted}")
        expect("کمیته اخلاق در پژوهش" in mine.text and "در حال اقدام" in mine.text, "the citizen does not read it as it was")

        before = len(portal.messages("09120003344", "arrived"))
        expect_equal(reviewer.do(waiting, "accept").status, 303)
        told = latin_digits(portal.wait_for_message("09120003344", before, "arrived")["text"])
        number = re.search(r"\d{4}/\d+", latin_digits(reviewer.letter(waiting).text)).group()
        expect(number in told and "معاونت آموزشی" in told, told)
        expect(citizen.mobile[1:] not in told and "زهرا" not in told, told)
        portal.wait_for_message(citizen.mobile, kind="accepted")
        expect_equal(len(portal.messages("09120003344", "arrived")), before + 1, "messages to one number")
        expect_equal(portal.messages("09120001122"), [], "messages to the old unit's number")
    expect_equal(clerk.letter(accepted).status, 404, "the letter after the edit was taken back")


@test("A build that would leave letters and clerks without a unit is refused, and check says the same; replacedBy lets it pass")
def orphans(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    waiting, _ = citizen.register_letter(unit="budget")
    accepted, _ = citizen.register_letter(unit="budget")
    expect_equal(Staff(portal, "reviewer").signed_in().do(accepted, "accept").status, 303)
    clerk = new_account(portal, "clerk", "--unit", "budget").name
    home = portal.messages_log.parents[1]
    release = os.readlink(home / "current")
    path = portal.config.parent / "units.json5"
    before = path.read_text(encoding="utf-8")
    path.write_text("".join(line for line in before.splitlines(True) if 'id: "budget"' not in line), encoding="utf-8")
    try:
        wrong = re.compile(
            r'site/units\.json5:1:1: error: the unit "budget" \(مدیریت بودجه و پایش عملکرد\) is gone, but (\d+) letters? to it (?:is|are) '
            r"under review, (\d+) accepted letters? to it ha(?:s|ve) no reply and it has the clerks? .*"
            + clerk + r'.*; expected its entry, with replacedBy: "…" for the unit that takes over, or with open: false; ')
        for options in ((), ("--dry-run",)):
            ended = build(portal, *options)
            expect_equal((ended.returncode, ended.stdout), (1, ""), ended.stderr)
            expect(wrong.match(ended.stderr), ended.stderr)
        checked = subprocess.run([home / "bin/pishkhan", "check", "--config", "site/portal.json5"],
                                 cwd=portal.config.parents[1], env=os.environ | {"PISHKHAN_HOME": str(home)},
                                 capture_output=True, text=True, timeout=60)
        expect_equal((checked.returncode, checked.stdout), (1, ""), checked.stderr)
        expect_equal(wrong.match(checked.stderr) is not None, True, checked.stderr)
        expect_equal(os.readlink(home / "current"), release, "the release")
        expect_equal([one.name for one in (home / "releases").iterdir() if one.name.startswith(".")], [], "drafts")

        forced = build(portal, "--force")
        expect_equal((forced.returncode, forced.stderr), (0, ""))
        expect("مدیریت بودجه" in citizen.client.get(f"{CGI}/letters/{waiting}").text, "the citizen's letter")
        expect_equal(citizen.send_letter(unit="education").status, 303)
    finally:
        path.write_text(before, encoding="utf-8")
        expect_built(portal)
    with edited_units(portal, budget='replacedBy: "finance"'):
        expect(citizen.client.get(f"{CGI}/letters/{accepted}").status == 200, "the letter of the replaced unit")
