"""Nine who ask: nobody, two citizens, and the staff in each role and state; and the letters that they ask for."""

import re
from dataclasses import dataclass

from citizen import CGI, Citizen
from client import Client
from desk_under_attack import disable, make_account
from digits import latin_digits
from documents import bytes_of
from portal import Portal, StaffAccount
from sentences import expect_equal
from staff import Staff

NOT_THERE = 999_999_999


@dataclass
class Visitor:
    name: str
    client: Client
    # The token that belongs to the visitor's own session.
    token: str = "A" * 43

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None):
        """Asks with the visitor's cookies, and keeps none that comes back: each question stands for itself."""
        client = Client(self.client.address, dict(self.client.cookies))
        if method == "POST":
            return client.post(path, {"token": self.token} | (fields or {}))
        return client.request(method, path)


@dataclass
class Desk:
    """A desk with letters of two citizens, one in each state, and everybody signed in."""

    visitors: list[Visitor]
    # Words in the rights table → ids, tracking codes and the codes of prints.
    names: dict[str, str]
    accounts: dict[str, StaffAccount]

    def visitor(self, name: str) -> Visitor:
        return next(one for one in self.visitors if one.name == name)

    def path(self, template: str) -> str:
        for word, value in self.names.items():
            template = template.replace("{" + word + "}", value)
        return CGI + template


def signed_in(portal: Portal, name: str, account: StaffAccount, page: str = "/staff/letters") -> Visitor:
    """A member of the staff, signed in; `page` is one that they may see, and that has a form."""
    staff = Staff(portal, "reviewer")
    staff.account = account
    return Visitor(name, staff.signed_in().client, token_on(staff.client, page))


def token_on(client: Client, page: str) -> str:
    return dict(client.get(CGI + page).form(having="token").values)["token"]


def citizen_with_letters(portal: Portal, name: str, reviewer: Staff) -> tuple[Visitor, dict[str, str]]:
    """A citizen with a letter under review, a rejected one and an accepted one, and the words for them."""
    citizen = Citizen(portal)
    citizen.log_in()
    letters = {state: citizen.register_letter(unit="education")[0] for state in ("review", "accepted", "rejected")}
    expect_equal(reviewer.do(letters["accepted"], "accept").status, 303, "accepting")
    expect_equal(reviewer.do(letters["rejected"], "reject", reason="ناخوانا").status, 303, "rejecting")
    message = portal.wait_for_message(citizen.mobile, kind="accepted")
    code = re.search(r"(?<!\d)\d{10}(?!\d)", latin_digits(message["text"])).group()
    printed = re.search(r'<bdi class="code" dir="ltr">([^<]+)', citizen.client.get(f"{CGI}/letters/{letters['accepted']}").text).group(1)
    words = {f"{name}.{state}": letter for state, letter in letters.items()} | {f"{name}.code": code, f"{name}.print": printed}
    return Visitor(f"citizen {name}", citizen.client, token_on(citizen.client, "/letters/new")), words


_desks: dict[str, Desk] = {}


def desk(portal: Portal) -> Desk:
    """The desk of this portal, made when it is first asked for."""
    if portal.address not in _desks:
        _desks[portal.address] = _new_desk(portal)
    return _desks[portal.address]


def desk_to_spend(portal: Portal) -> Desk:
    """The same, for a test that ends all sessions: nobody gets it afterwards."""
    people = desk(portal)
    del _desks[portal.address]
    return people


def _new_desk(portal: Portal) -> Desk:
    accounts = {
        "reviewer": make_account(portal, "reviewer"),
        "clerk": make_account(portal, "clerk", "--unit", "education"),
        "other clerk": make_account(portal, "clerk", "--unit", "treatment"),
        "administrator": make_account(portal, "administrator"),
        "first password": make_account(portal, "reviewer", is_new=True),
        "disabled": make_account(portal, "reviewer"),
    }
    pages = {"administrator": "/staff/audit", "first password": "/staff/password"}
    staff = [signed_in(portal, name, account, pages.get(name, "/staff/letters")) for name, account in accounts.items()]
    reviewer = Staff(portal, "reviewer")
    reviewer.client = staff[0].client
    (one, ones), (other, others) = (citizen_with_letters(portal, name, reviewer) for name in "AB")
    clerk = Staff(portal, "clerk")
    clerk.client = staff[1].client
    answered = clerk.do(ones["A.accepted"], "reply", text="پیوست است", reply=("reply.pdf", bytes_of("pdf")))
    expect_equal(answered.status, 303, "the reply")
    disable(portal, accounts["disabled"])
    return Desk([Visitor("nobody", Client(portal.address)), one, other, *staff], ones | others | {"none": str(NOT_THERE)}, accounts)
