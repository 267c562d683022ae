"""What of logins and rights is written down, and what error pages keep to themselves."""

import re
import time

from accounts import account_with_app, second_step
from citizen import CGI, Citizen, code_in
from client import Client
from direct import home_of
from documents import bytes_of
from portal import Portal
from request_log import lines_of, log_text, number_on, soon
from sentences import expect, expect_equal, test
from staff import Staff, new_account


@test("A line of the log has UTC time")
def utc(portal: Portal) -> None:
    before = int(time.time())
    page = Client(portal.address).get(f"{CGI}/no-such-page")
    line = soon(lambda: lines_of(portal, number_on(page.text)))[0]
    said = time.mktime(time.strptime(line["time"], "%Y-%m-%dT%H:%M:%SZ")) - time.timezone
    expect(before <= said <= time.time(), f"{line['time']} was said at {before} UTC seconds")


@test("Logins of the staff, right, wrong and by recovery code, stand in the audit, and those of citizens in the log")
def logins(portal: Portal) -> None:
    account, app, codes = account_with_app(portal)
    administrator = Staff(portal, "administrator").signed_in()

    def events() -> list[str]:
        page = administrator.client.get(f"{CGI}/staff/audit?person={account.name}").text
        whole = administrator.client.get(f"{CGI}/staff/audit").text
        return re.findall(r'data-event="(\w+)"', page), re.findall(r'data-event="(\w+)"', whole)

    staff = Staff(portal, "", account)
    staff.log_in("not the password")
    expect_equal(events()[1][0], "staffSignInFailed", "after a wrong password")
    staff.log_in()
    second_step(staff, code=app.wrong_code())
    expect_equal(events()[1][0], "staffSignInFailed", "after a wrong code")
    second_step(staff, code=app.next_code())
    expect_equal(events()[0][0], "staffSignedIn", "after a right code")
    again = Staff(portal, "", account)
    again.log_in()
    second_step(again, recovery=codes[0])
    expect_equal(events()[0][:2], ["staffSignedIn", "recoveryCodeUsed"], "after a recovery code")

    citizen = Citizen(portal)
    code_page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    form = code_page.form("/login/verify", having="code")
    wrong = citizen.client.submit(code_page, form, code=f"{(int(code) + 1) % 10**6:06d}")
    line = soon(lambda: [one for one in lines_of(portal) if one["route"] == "/login/verify" and one["method"] == "POST"])[-1]
    expect_equal((wrong.status, line["status"], line["why"]), (400, 400, "code wrongCode"), "a wrong code")
    expect_equal(citizen.client.submit(code_page, form, code=code).status, 303)
    last = lambda: [one for one in lines_of(portal) if one["route"] == "/login/verify" and one["status"] == 303]
    expect(soon(last), "a right code has no line")


@test("What is refused for want of rights has its line: which page it was, and why")
def rights(portal: Portal) -> None:
    portal.forget_limits()
    reviewer = Staff(portal, "reviewer").signed_in()
    page = reviewer.client.get(f"{CGI}/staff/audit")
    line = soon(lambda: lines_of(portal, number_on(page.text)))[0]
    expect_equal((page.status, line["route"], line["refused"]), (403, "/staff/audit", "notAllowed"))
    one, other = Citizen(portal), Citizen(portal)
    one.log_in()
    other.log_in()
    letter, _ = one.register_letter()
    page = other.client.get(f"{CGI}/letters/{letter}")
    line = soon(lambda: lines_of(portal, number_on(page.text)))[0]
    expect_equal((page.status, line["route"], line["refused"]), (404, "/letters/#", "notFound"))


@test("An error page holds no path, no SQL and no name of the inside")
def error_pages(portal: Portal) -> None:
    home = home_of(portal)
    database = home / "data" / "desk.sqlite"
    bytes_before = database.read_bytes()
    pages = []
    session = {"session": "A" * 43}
    for damage in (lambda: database.rename(database.with_name("elsewhere")), lambda: (home / "current").rename(home / "kept")):
        damage()
        try:
            for path in ("/health", "/desk", "/staff/login", "/letters/1"):
                pages.append(Client(portal.address, session).get(CGI + path))
        finally:
            for name, kept in (("data/desk.sqlite", "data/elsewhere"), ("current", "kept")):
                if (home / kept).is_symlink() or (home / kept).exists():
                    (home / kept).rename(home / name)
    for path in ("/nothing", "/letters/0", "/desk?x=%ff", "/letters/new/x"):
        pages.append(Client(portal.address).get(CGI + path))
    expect_equal(database.read_bytes()[:16], bytes_before[:16], "the database is not back")
    expect("desk.sqlite" in log_text(portal), "the log does not say what is missing")
    for page in pages:
        if page.status < 400:
            continue
        for inside in (str(home), "sqlite", "SELECT", ".swift", "Fault", "errno", "/data/", "PISHKHAN_HOME"):
            expect(inside not in page.text, f"{page.status} of {page.path} holds {inside}")
    expect({404, 400, 503} <= {page.status for page in pages}, [page.status for page in pages])


@test("Fields that a form does not have change nothing")
def extra_fields(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/letters/new")
    form = page.form("/letters", having="subject")
    filled = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "نامه", "letter": ("a.pdf", bytes_of("pdf"))}
    for name, value in (("state", "accepted"), ("letterNumber", "1405/1"), ("applicant", "1"), ("id", "1"), ("trackingCode", "0000000000")):
        form.values.append((name, value))
    receipt = citizen.client.follow(citizen.client.submit(page, form, **filled))
    expect_equal(list(receipt.letters.values()), ["underReview"], "a letter that says it is accepted")
    account = new_account(portal)
    staff = Staff(portal, "", account).signed_in()
    page = staff.client.get(f"{CGI}/staff/password")
    form = page.form("/staff/password")
    for name, value in (("role", "administrator"), ("name", "somebody"), ("mustChange", "0"), ("units", "education")):
        form.values.append((name, value))
    new = "four words in no order"
    expect_equal(staff.client.submit(page, form, password=account.password, newPassword=new, repeated=new).status, 303)
    expect_equal(staff.client.get(f"{CGI}/staff/audit").status, 403, "the role that was sent along")
