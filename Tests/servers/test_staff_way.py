"""Review, status, reply and audit."""

import re

from citizen import CGI, Citizen
from client import Client
from digits import latin_digits
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff


@test("An accepted letter gets number, tracking number and date by SMS, then its status and its reply")
def accepted(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(unit="education")
    reviewer = Staff(portal, "reviewer").signed_in()
    expect(letter in reviewer.client.get(f"{CGI}/staff/letters").letters, "the letter is not in the queue")
    expect_equal(reviewer.do(letter, "accept").status, 303)

    text = latin_digits(portal.wait_for_message(citizen.mobile, kind="accepted")["text"])
    code = re.search(r"(?<!\d)\d{10}(?!\d)", text).group()
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "accepted"})
    status = citizen.client.follow(citizen.client.get(f"{CGI}/track?code={code}"))
    expect_equal(status.letters, {letter: "accepted"}, "following up by tracking code")

    clerk = Staff(portal, "clerk").signed_in()
    expect_equal(clerk.do(letter, "events", status="در حال اقدام").status, 303)
    expect("در حال اقدام" in citizen.client.get(f"{CGI}/letters/{letter}/status").text, "the status is not shown")
    expect_equal(clerk.do(letter, "reply", text="پیوست است", reply=("پاسخ.pdf", bytes_of("pdf"))).status, 303)
    portal.wait_for_message(citizen.mobile, kind="replied")
    status = citizen.client.get(f"{CGI}/letters/{letter}/status")
    link = next(one for one in status.page.links if "/documents/" in one)
    reply = citizen.client.get(link)
    expect(reply.body == bytes_of("pdf"), "the reply came back changed")
    expect("filename*=UTF-8''" in reply.headers["Content-Disposition"], reply.headers["Content-Disposition"])

    audit = Staff(portal, "administrator").signed_in().client.get(f"{CGI}/staff/audit").text
    for kind in ("accepted", "statusAdded", "replied"):
        expect(f'data-event="{kind}"' in audit, f"{kind} is not in the audit")


@test("A rejected letter shows its reason, which also goes out by SMS; a rejection without a reason is refused")
def rejected(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    reviewer = Staff(portal, "reviewer").signed_in()
    expect_equal(reviewer.do(letter, "reject").errors, ["reason"])
    expect_equal(reviewer.do(letter, "reject", reason="امضا ندارد <b>").status, 303)
    expect("امضا ندارد" in portal.wait_for_message(citizen.mobile, kind="rejected")["text"], "the reason is not in the message")
    desk = citizen.client.get(f"{CGI}/desk")
    expect_equal(desk.letters, {letter: "rejected"})
    expect("امضا ندارد &lt;b&gt;" in desk.text, "the reason is not on the desk, or not escaped")


@test("Of two reviewers at once one decides, and the other is told with 409")
def two_reviewers(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    one, other = Staff(portal, "reviewer").signed_in(), Staff(portal, "reviewer").signed_in()
    page = other.letter(letter)
    expect_equal(one.do(letter, "accept").status, 303)
    expect_equal(other.client.submit(page, page.form("/accept")).status, 409)


@test("Each role reaches its own pages only, and a citizen none of the staff's")
def rights(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(unit="health")
    pages = (f"{CGI}/staff/letters", f"{CGI}/staff/letters/{letter}", f"{CGI}/staff/letters/{letter}/documents/1", f"{CGI}/staff/audit")
    table = {"reviewer": (200, 200, 200, 403), "clerk": (200, 404, 404, 403), "administrator": (403, 404, 404, 200)}
    for role, wanted in table.items():
        client = Staff(portal, role).signed_in().client
        expect_equal(tuple(client.get(page).status for page in pages), wanted, role)
    for client in (citizen.client, Client(portal.address)):
        expect_equal(tuple(client.get(page).status for page in pages), (303,) * 4, "without a staff session")


@test("A wrong password is the same answer as an unknown name, and signing out ends the session at once")
def staff_session(portal: Portal) -> None:
    staff = Staff(portal, "reviewer")
    wrong = staff.log_in("not the password at all")
    expect_equal((wrong.status, wrong.errors), (400, ["name"]))
    staff.signed_in()
    cookies = dict(staff.client.cookies)
    page = staff.client.get(f"{CGI}/staff/letters")
    expect_equal(staff.client.submit(page, page.form("/logout")).status, 303)
    staff.client.cookies = cookies
    expect_equal(staff.client.get(f"{CGI}/staff/letters").status, 303, "the old cookie")
