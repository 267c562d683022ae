"""Sessions: who holds one, and how it ends."""

import secrets

from citizen import CGI, Citizen, code_in
from client import Client
from desk_under_attack import disable, make_account
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff
from visitors import signed_in


def client_with(portal: Portal, **cookies: str) -> Client:
    return Client(portal.address, cookies)


@test("A cookie that was in the browser before login is not the session after it, and stays worthless")
def fixation(portal: Portal) -> None:
    planted = secrets.token_urlsafe(32)
    citizen = Citizen(portal)
    citizen.client.cookies |= {"session": planted, "staff": planted}
    citizen.log_in()
    expect(citizen.client.cookies["session"] != planted, "the planted id became a citizen's session")
    expect_equal(client_with(portal, session=planted).get(f"{CGI}/desk").status, 303, "the planted session")
    account = make_account(portal, "reviewer")
    staff = Staff(portal, "reviewer")
    staff.account = account
    staff.client.cookies["staff"] = planted
    expect_equal(staff.log_in().status, 303)
    expect(staff.client.cookies["staff"] != planted, "the planted id became a session of the staff")
    expect_equal(client_with(portal, staff=planted).get(f"{CGI}/staff/letters").status, 303, "the planted session")


@test("Each login gives a new id, 43 letters that no earlier one has")
def new_ids(portal: Portal) -> None:
    account = make_account(portal, "reviewer")
    ids = [signed_in(portal, "", account).client.cookies["staff"] for _ in range(5)]
    expect_equal((len(set(ids)), {len(one) for one in ids}), (5, {43}))


@test("An id of one kind is none of another, and one that is changed in any way is none at all")
def kinds_of_ids(portal: Portal) -> None:
    citizen = Citizen(portal)
    code_page = citizen.client.follow(citizen.ask_for_code())
    login = citizen.client.cookies["login"]
    message = portal.wait_for_message(citizen.mobile)
    citizen.client.submit(code_page, code_page.form("/login/verify"), code=code_in(message))
    session = citizen.client.cookies["session"]
    staff = signed_in(portal, "", make_account(portal, "reviewer")).client.cookies["staff"]
    expect_equal(client_with(portal, session=session).get(f"{CGI}/desk").status, 200, "the session itself")
    flipped = session[:-2] + ("A" if session[-2] != "A" else "B") + session[-1]
    for wrong in (staff, login, flipped, session[:-1], session + "A", session + "=", session.swapcase(), "", "A" * 43, "' OR 1=1 --"):
        expect_equal(client_with(portal, session=wrong).get(f"{CGI}/desk").status, 303, f"session={wrong}")
    for wrong in (session, login, staff[:-1], "A" * 43):
        expect_equal(client_with(portal, staff=wrong).get(f"{CGI}/staff/letters").status, 303, f"staff={wrong}")


@test("Signing out ends that session at once and no other; with its cookie nothing can be read or sent")
def signing_out(portal: Portal) -> None:
    account = make_account(portal, "reviewer")
    one, other = signed_in(portal, "one", account), signed_in(portal, "other", account)
    expect_equal(one.ask("POST", f"{CGI}/logout").status, 303)
    expect_equal(one.ask("GET", f"{CGI}/staff/letters").status, 303, "the session that was ended")
    expect_equal(one.ask("POST", f"{CGI}/staff/letters/1/accept").location, f"{CGI}/staff/login", "a form of it")
    expect_equal(other.ask("GET", f"{CGI}/staff/letters").status, 200, "the other session")


@test("A disabled account's sessions are dead at once, and it cannot log in: the same answer as a wrong password")
def disabling(portal: Portal) -> None:
    account = make_account(portal, "clerk", "--unit", "education")
    visitor = signed_in(portal, "", account)
    expect_equal(visitor.ask("GET", f"{CGI}/staff/letters").status, 200)
    disable(portal, account)
    expect_equal(visitor.ask("GET", f"{CGI}/staff/letters").location, f"{CGI}/staff/login")
    expect_equal(visitor.ask("POST", f"{CGI}/staff/password").location, f"{CGI}/staff/login")
    staff = Staff(portal, "clerk")
    staff.account = account
    answer = staff.log_in()
    expect_equal((answer.status, answer.errors), (400, ["name"]))


@test("A new password ends the account's other sessions at once")
def new_password(portal: Portal) -> None:
    account = make_account(portal, "reviewer")
    one, other = signed_in(portal, "one", account), signed_in(portal, "other", account)
    new = secrets.token_urlsafe(20)
    fields = {"password": account.password, "newPassword": new, "repeated": new}
    expect_equal(one.ask("POST", f"{CGI}/staff/password", fields).status, 303)
    expect_equal(one.ask("GET", f"{CGI}/staff/letters").status, 200, "the session that changed it")
    expect_equal(other.ask("GET", f"{CGI}/staff/letters").status, 303, "the other session")
