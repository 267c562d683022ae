"""What the scanners are let loose on: each parameter that reaches the database, with the session of somebody who may ask."""

from authenticator import add_app
from citizen import CGI, Citizen
from client import Client
from desk_under_attack import make_account
from portal import Portal
from scanners import Target
from staff import Staff
from visitors import Desk, token_on

# The pages of somebody with an authenticator app, and those in the middle of a login, with a token that belongs to each.
PAGES_WITH_APP = ("/login/verify", "/authenticator", "/staff/login/code", "/staff/authenticator")


def browser_with_apps(portal: Portal) -> Client:
    """A browser in which a citizen and a member of the staff are signed in, both with an app, and log in once more.

    Both new logins wait for a code; they are good for five minutes.
    """
    citizen, staff = Citizen(portal), Staff(portal, "", make_account(portal, "reviewer"))
    client = staff.client = citizen.client
    citizen.log_in()
    add_app(client, f"{CGI}/authenticator")
    staff.signed_in()
    add_app(client, f"{CGI}/staff/authenticator", password=staff.account.password)
    citizen.ask_for_code()
    staff.log_in()
    return client


def sqlmap_targets(portal: Portal, people: Desk) -> list[Target]:
    # The logins first: those that have begun last for minutes.
    return _of_logins_and_apps(portal) + _of_offered_apps(people) + _of_letters(people)


def _of_logins_and_apps(portal: Portal) -> list[Target]:
    visitor, client = Citizen(portal), browser_with_apps(portal)
    code_token = dict(visitor.client.follow(visitor.ask_for_code()).form(having="code").values)["token"]
    login = Client(portal.address)
    login_token = dict(login.get(f"{CGI}/staff/login").form("/staff/login").values)["token"]
    cookies, tokens = tuple(client.cookies.items()), {page: token_on(client, page) for page in PAGES_WITH_APP}

    def both(action: str, page: str, right: str = "code") -> list[Target]:
        """The code, and the recovery code that counts in its place."""
        return [Target(CGI + action, "code", f"token={tokens[page]}&code=123456", cookies),
                Target(CGI + action, "recovery", f"token={tokens[page]}&recovery=1234123412341234", cookies)]

    return [
        Target(f"{CGI}/login/verify", "code", f"token={code_token}&code=123456", tuple(visitor.client.cookies.items())),
        *both("/login/verify", "/login/verify"),
        *both("/staff/login/code", "/staff/login/code"),
        Target(f"{CGI}/staff/login/code", "step", cookies=cookies),
        Target(f"{CGI}/login/code", "mobile", "mobile=09120000001"),
        Target(f"{CGI}/staff/login", "name", f"token={login_token}&name=reviewer&password=wrong", tuple(login.cookies.items())),
        *(target for base in ("/authenticator", "/staff/authenticator") for action in ("/recovery", "/remove")
          for target in both(base + action, base)),
    ]


def _of_offered_apps(people: Desk) -> list[Target]:
    """The forms with which those who have no app add one."""
    return [
        Target(f"{CGI}{path}", parameters, f"token={visitor.token}&{fields}", tuple(visitor.client.cookies.items()))
        for path, visitor, parameters, fields in (
            ("/authenticator", people.visitor("citizen A"), "code", "code=123456"),
            ("/staff/authenticator", people.visitor("reviewer"), "password,code", "password=wrong&code=123456"))
    ] + [Target(f"{CGI}/authenticator?done=removed", "done", cookies=tuple(people.visitor("citizen A").client.cookies.items()))]


def _of_letters(people: Desk) -> list[Target]:
    def of(name: str) -> tuple:
        return tuple(people.visitor(name).client.cookies.items())

    def form(visitor: str, **fields: str) -> str:
        return "&".join(f"{name}={value}" for name, value in ({"token": people.visitor(visitor).token} | fields).items())

    letter, accepted = people.names["A.review"], people.names["A.accepted"]
    letter_form = {"sender": "x", "senderKind": "person", "unit": "education", "subject": "x", "submission": "A" * 43}
    return [
        Target(f"{CGI}/desk?from=5&lang=fa", "from,lang", cookies=of("citizen A")),
        Target(f"{CGI}/track?code={people.names['A.code']}", "code", cookies=of("citizen A")),
        Target(f"{CGI}/verify?code={people.names['A.print']}&lang=fa", "code,lang"),
        Target(f"{CGI}/letters/new?unit=education", "unit", cookies=of("citizen A")),
        Target(f"{CGI}/letters/{letter}*", cookies=of("citizen A")),
        Target(f"{CGI}/letters/{letter}/documents/1*", cookies=of("citizen A")),
        Target(f"{CGI}/letters", "sender,unit,subject,submission", form("citizen A", **letter_form), of("citizen A")),
        Target(f"{CGI}/staff/letters?state=accepted&from=99", "state,from", cookies=of("reviewer")),
        Target(f"{CGI}/staff/letters/{letter}*", cookies=of("reviewer")),
        Target(f"{CGI}/staff/letters/{accepted}/events", "status", form("clerk", status="x"), of("clerk")),
        Target(f"{CGI}/staff/letters/{letter}/reject", "reason", form("clerk", reason="x"), of("clerk")),
        Target(f"{CGI}/staff/audit?from=99&letter=1&person=x&since=1405/01/01", "from,letter,person,since", cookies=of("administrator")),
        Target(f"{CGI}/desk", "session", cookies=(("session", "A" * 43),)),
        Target(f"{CGI}/staff/letters", "staff", cookies=(("staff", "A" * 43),)),
    ]
