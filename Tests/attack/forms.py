"""Every form of the portal, filled in so that it is taken: what a forger would send from another site."""

import secrets
from dataclasses import dataclass, field
from typing import Callable

from authenticator import add_app
from citizen import CGI, Citizen, code_in, new_mobile
from client import Client, multipart
from desk_under_attack import make_account
from documents import bytes_of
from portal import Portal
from sentences import expect_equal
from staff import Staff
from visitors import Desk, signed_in, token_on


@dataclass
class FilledForm:
    client: Client
    path: str
    fields: dict[str, object]
    token: str | None
    # The answer when it comes from the portal's own page.
    taken: int = 303
    # The fields that may come once.
    single: tuple[str, ...] = field(default=())

    def send(self, token: str | None, headers: dict[str, str] | None = None, more: tuple = ()):
        pairs = ([("token", token)] if token is not None else []) + list(self.fields.items()) + list(more)
        body, kind = multipart(pairs)
        client = Client(self.client.address, dict(self.client.cookies))
        return client.request("POST", self.path, body, {"Content-Type": kind} | (headers or {}))


def _code(portal: Portal, people: Desk) -> FilledForm:
    # On a static page, so without a token: the security code stands in its place.
    return FilledForm(Client(portal.address), f"{CGI}/login/code", {"mobile": new_mobile()}, None, single=("mobile", "captcha"))


def _verify(portal: Portal, people: Desk) -> FilledForm:
    citizen = Citizen(portal)
    page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    return FilledForm(citizen.client, f"{CGI}/login/verify", {"code": code}, dict(page.form(having="code").values)["token"],
                      single=("code",))


def _logout(portal: Portal, people: Desk) -> FilledForm:
    client = signed_in(portal, "", people.accounts["reviewer"]).client
    return FilledForm(client, f"{CGI}/logout", {}, token_on(client, "/staff/letters"))


def _letter(portal: Portal, people: Desk) -> FilledForm:
    visitor = people.visitor("citizen A")
    fields = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "جعل",
              "submission": secrets.token_urlsafe(32), "letter": ("a.pdf", bytes_of("pdf"))}
    return FilledForm(visitor.client, f"{CGI}/letters", fields, visitor.token,
                      single=("sender", "senderKind", "unit", "subject", "submission"))


def _staff_login(portal: Portal, people: Desk) -> FilledForm:
    account, client = people.accounts["clerk"], Client(portal.address)
    page = client.get(f"{CGI}/staff/login")
    return FilledForm(client, f"{CGI}/staff/login", {"name": account.name, "password": account.password},
                      dict(page.form("/staff/login").values)["token"], single=("name", "password"))


def _password(portal: Portal, people: Desk) -> FilledForm:
    account = make_account(portal, "reviewer", is_new=True)
    visitor = signed_in(portal, "", account, "/staff/password")
    new = secrets.token_urlsafe(20)
    return FilledForm(visitor.client, f"{CGI}/staff/password", {"password": account.password, "newPassword": new, "repeated": new},
                      visitor.token, single=("newPassword", "repeated"))


def _on_letter(visitor: str, action: str, fields: dict, accepted: bool, single: tuple[str, ...]):
    def filled(portal: Portal, people: Desk) -> FilledForm:
        citizen, reviewer = Citizen(portal), Staff(portal, "reviewer")
        citizen.client, reviewer.client = people.visitor("citizen A").client, people.visitor("reviewer").client
        letter, _ = citizen.register_letter(unit="education")
        if accepted:
            expect_equal(reviewer.do(letter, "accept").status, 303)
        who = people.visitor(visitor)
        return FilledForm(who.client, f"{CGI}/staff/letters/{letter}/{action}", fields, who.token, single=single)

    return filled


def _app(base: str, action: str, taken: int):
    """The forms of an authenticator app, of somebody who has none: a wrong code is 400, and there is nothing to change."""
    def filled(portal: Portal, people: Desk) -> FilledForm:
        who = people.visitor("reviewer" if base.startswith("/staff") else "citizen A")
        return FilledForm(who.client, f"{CGI}{base}/authenticator{action}", {"code": "123456"}, who.token, taken, ("code",))

    return filled


def _sessions(base: str):
    """The others are ended; there are none."""
    def filled(portal: Portal, people: Desk) -> FilledForm:
        name = "reviewer" if base else "citizen A"
        password = {"password": people.accounts[name].password} if base else {}
        who = people.visitor(name)
        return FilledForm(who.client, f"{CGI}{base}/sessions", {"all": "1"} | password, who.token, single=("all", *password))

    return filled


def _second_step(portal: Portal, people: Desk) -> FilledForm:
    account = make_account(portal, "reviewer")
    first = signed_in(portal, "", account)
    app, _ = add_app(first.client, f"{CGI}/staff/authenticator", password=account.password)
    staff = Staff(portal, "reviewer")
    staff.account = account
    page = staff.client.follow(staff.log_in())
    token = dict(page.form("/staff/login/code").values)["token"]
    return FilledForm(staff.client, f"{CGI}/staff/login/code", {"code": app.next_code()}, token, single=("code",))


FORMS: dict[str, Callable[[Portal, Desk], FilledForm]] = {
    "/login/code": _code,
    "/login/verify": _verify,
    "/logout": _logout,
    "/authenticator": _app("", "", 400),
    "/authenticator/recovery": _app("", "/recovery", 303),
    "/authenticator/remove": _app("", "/remove", 303),
    "/sessions": _sessions(""),
    "/letters": _letter,
    "/staff/login": _staff_login,
    "/staff/login/code": _second_step,
    "/staff/authenticator": _app("/staff", "", 400),
    "/staff/authenticator/recovery": _app("/staff", "/recovery", 303),
    "/staff/authenticator/remove": _app("/staff", "/remove", 303),
    "/staff/sessions": _sessions("/staff"),
    "/staff/password": _password,
    "/staff/letters/#/accept": _on_letter("reviewer", "accept", {}, False, ()),
    "/staff/letters/#/reject": _on_letter("reviewer", "reject", {"choice": "", "reason": "جعل"}, False, ("choice", "reason")),
    "/staff/letters/#/events": _on_letter("clerk", "events", {"status": "جعل"}, True, ("status",)),
    "/staff/letters/#/reply": _on_letter("clerk", "reply", {"text": "جعل", "reply": ("r.pdf", bytes_of("pdf"))}, True, ("text",)),
}
