"""A citizen's authenticator app in place of the SMS, and that nobody can tell whose number has one."""

import re

from authenticator import App, add_app, key_on, read_picture, recovery_codes_left
from citizen import CGI, Citizen
from client import Answer
from portal import Portal
from sentences import expect, expect_equal, test
from staff import staff_command


def citizen_with_app(portal: Portal) -> tuple[Citizen, App, list[str]]:
    portal.forget_limits()
    citizen = Citizen(portal)
    desk = citizen.log_in()
    expect(any(link.endswith("/authenticator") for link in desk.page.links), "the desk does not lead to the app")
    page = citizen.client.get(f"{CGI}/authenticator")
    expect(f"secret={key_on(page)}&" in read_picture(page), "the picture holds another key")
    return citizen, *add_app(citizen.client, f"{CGI}/authenticator")


def sign_out(citizen: Citizen) -> None:
    desk = citizen.client.get(f"{CGI}/desk")
    expect_equal(citizen.client.submit(desk, desk.form("/logout")).status, 303)


def verify(page: Answer, citizen: Citizen, **typed: str) -> Answer:
    return citizen.client.submit(page, page.form("/login/verify", having=next(iter(typed))), **typed)


def without_names(answer: Answer, citizen: Citizen) -> str:
    """The page without the visitor's own number and token, and without the second at which it came."""
    national = f"{citizen.mobile[:4]} {citizen.mobile[4:7]} {citizen.mobile[7:]}"
    persian = national.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    text = answer.text_without_number.replace(persian, "NUMBER").replace(citizen.mobile, "NUMBER")
    text = re.sub(r'data-seconds="\d+"', "SECONDS", text)
    return re.sub(r'name="token" value="[^"]*"', "TOKEN", text)


def login_again(portal: Portal, mobile: str) -> Citizen:
    """A new browser of the same number, a minute later."""
    portal.forget_limits()
    return Citizen(portal, mobile)


@test("A citizen adds an app, and then logs in with its code while no SMS leaves; with a recovery code too, once")
def app_in_place_of_sms(portal: Portal) -> None:
    citizen, app, codes = citizen_with_app(portal)
    sent = len(portal.messages(citizen.mobile))
    sign_out(citizen)

    again = login_again(portal, citizen.mobile)
    page = again.client.follow(again.ask_for_code())
    expect_equal(verify(page, again, code=app.wrong_code()).errors, ["code"])
    expect_equal(verify(page, again, code=app.next_code()).location, f"{CGI}/desk")
    expect_equal(again.client.get(f"{CGI}/desk").status, 200)

    lost = login_again(portal, citizen.mobile)
    page = lost.client.follow(lost.ask_for_code())
    expect_equal(verify(page, lost, recovery=codes[1][::-1]).errors, ["recovery"])
    used = verify(page, lost, recovery=codes[0])
    expect_equal((used.status, used.location), (303, f"{CGI}/authenticator"))
    expect_equal(recovery_codes_left(lost.client.follow(used)), 9)
    page = lost.client.get(f"{CGI}/authenticator")
    form = page.form("/authenticator/recovery")
    form.action = form.action.replace("/recovery", "/remove")
    expect_equal(lost.client.submit(page, form, code=app.wrong_code()).errors, ["code"], "a removal without the app")
    expect_equal(lost.client.submit(page, form, recovery=codes[1]).status, 303)
    expect_equal(len(portal.messages(citizen.mobile)), sent, "messages while the app was on")
    expect_equal(again.client.get(f"{CGI}/desk").status, 303, "the other session after the removal")

    back = login_again(portal, citizen.mobile)
    back.log_in()
    expect_equal(len(portal.messages(citizen.mobile)), sent + 1, "messages after the removal")


@test("A citizen without app and recovery codes gets the SMS back from the office's command, and no session survives it")
def reset_by_office(portal: Portal) -> None:
    citizen, _, _ = citizen_with_app(portal)
    expect_equal(staff_command(portal, "reset", "0912", command="applicants").returncode, 2)
    said = staff_command(portal, "reset", citizen.mobile, command="applicants")
    expect_equal(said.returncode, 0, said.stderr)
    expect_equal(citizen.client.get(f"{CGI}/desk").status, 303)
    expect_equal(staff_command(portal, "reset", citizen.mobile, command="applicants").returncode, 1)
    login_again(portal, citizen.mobile).log_in()


@test("At the first step nobody can tell whose number has an app, is known or unknown: answers, limits and tries are the same")
def nobody_can_tell(portal: Portal) -> None:
    owner, _, _ = citizen_with_app(portal)
    known = Citizen(portal)
    known.log_in()
    unknown = Citizen(portal)
    seen = []
    for mobile in (owner.mobile, known.mobile, unknown.mobile):
        citizen = login_again(portal, mobile)
        asked = citizen.ask_for_code()
        page = citizen.client.follow(asked)
        steps = [(asked.status, asked.location, asked.header_names), (page.status, without_names(page, citizen))]
        for typed in ({"code": "12"}, {"recovery": "1" * 16}, {"code": ""}, {"code": "abc"}, {"code": "000"}, {"code": "0000"}):
            answer = verify(page, citizen, **typed)
            steps.append((answer.status, without_names(answer, citizen), answer.header_names))
        again = citizen.ask_for_code()
        steps.append((again.status, re.sub(r"[۰-۹]+ ثانیه", "SECONDS", without_names(again, citizen))))
        seen.append(steps)
    expect_equal(seen[0][0][0], 303)
    expect_equal(seen[0][-1][0], 429)
    for number, (app, plain, new) in enumerate(zip(*seen)):
        expect(app == plain == new, f"step {number} differs:\n{app}\n{plain}\n{new}")


@test("A citizen who logged in more than half an hour ago must log in again before adding an app")
def stale_login(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/authenticator")
    app = App(key_on(page))
    portal.change_database(f"""UPDATE session SET started = started - 1800 WHERE applicant =
        (SELECT id FROM applicant WHERE mobile = '+98{citizen.mobile[1:]}')""")
    expect(not citizen.client.get(f"{CGI}/authenticator").page.forms[1:], "a stale login gets the form")
    refused = citizen.client.submit(page, page.form("/authenticator"), code=app.next_code())
    expect_equal(refused.status, 403)
    expect_equal(citizen.client.get(f"{CGI}/desk").status, 200, "the desk itself")
