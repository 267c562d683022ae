"""Where somebody is signed in: seen, and ended."""

import re

from citizen import CGI, Citizen
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff, new_account


def marks(page) -> list[str]:
    return re.findall(r'name="session" value="([0-9a-f]{16})"', page.text)


@test("A citizen sees the own sessions and ends one, or all others, soon after a login only")
def citizens_sessions(portal: Portal) -> None:
    portal.forget_limits()
    phones = []
    mobile = None
    for _ in range(3):
        phones.append(Citizen(portal, mobile))
        mobile = phones[0].mobile
        phones[-1].log_in()
        portal.forget_limits()
    stranger = Citizen(portal)
    stranger.log_in()
    own = phones[0].client
    desk = own.get(f"{CGI}/desk")
    expect(f'href="{CGI}/sessions"' in desk.text, "the desk has no link to the sessions")
    page = own.get(f"{CGI}/sessions")
    expect_equal(len(marks(page)), 2, "other sessions on the page")
    expect_equal(len(marks(stranger.client.get(f"{CGI}/sessions"))), 0, "sessions on a stranger's page")
    form = page.form("/sessions")
    for value, about in (("0" * 16, "an unknown mark"), (marks(page)[0], "another's mark")):
        token = re.search(r'name="token" value="([^"]+)"', stranger.client.get(f"{CGI}/desk").text).group(1)
        stranger.client.post(f"{CGI}/sessions", {"token": token, "session": value})
        expect_equal([one.client.get(f"{CGI}/desk").status for one in phones], [200] * 3, about)

    form.values.append(("session", marks(page)[0]))
    ended = own.submit(page, form)
    expect_equal((ended.status, ended.location), (303, f"{CGI}/sessions?done=ended"))
    expect('role="status"' in own.follow(ended).text, "nothing says that it was ended")
    expect_equal(sorted(one.client.get(f"{CGI}/desk").status for one in phones), [200, 200, 303], "after the end of one")
    expect_equal(own.get(f"{CGI}/desk").status, 200, "the session that asked")
    page = own.get(f"{CGI}/sessions")
    form = page.form("/sessions")
    expect_equal(own.submit(page, form).status, 400, "neither one nor all")
    form.values.append(("all", "1"))
    expect_equal(own.submit(page, form).status, 303)
    expect_equal([one.client.get(f"{CGI}/desk").status for one in phones], [200, 303, 303], "after the end of all others")

    phones[1].log_in()
    portal.change_database("UPDATE session SET started = started - 1800")
    page = own.get(f"{CGI}/sessions")
    form = page.form("/sessions")
    form.values.append(("all", "1"))
    expect_equal(own.submit(page, form).status, 403, "half an hour after the login")
    expect_equal(phones[1].client.get(f"{CGI}/desk").status, 200, "the other session then")


@test("The staff see their sessions, and end others with their password")
def staffs_sessions(portal: Portal) -> None:
    portal.forget_limits()
    account = new_account(portal, "reviewer", "--keep")
    one, other = (Staff(portal, "", account).signed_in() for _ in range(2))
    expect(f'href="{CGI}/staff/sessions"' in one.client.get(f"{CGI}/staff/account").text, "the account has no link to the sessions")
    page = one.client.get(f"{CGI}/staff/sessions")
    expect_equal(len(marks(page)), 1, "other sessions")
    form = page.form("/staff/sessions")
    form.values.append(("all", "1"))
    for password in ("", "not the password"):
        refused = one.client.submit(page, form, password=password)
        expect_equal((refused.status, refused.errors), (400, ["password"]), password)
    expect_equal(other.client.get(f"{CGI}/staff/letters").status, 200, "the other session before")
    expect_equal(one.client.submit(page, form, password=account.password).status, 303)
    expect_equal(other.client.get(f"{CGI}/staff/letters").status, 303, "the other session after")
    expect_equal(one.client.get(f"{CGI}/staff/letters").status, 200, "the session that asked")
