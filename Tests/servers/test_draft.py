"""What was typed into the form of a new letter stays typed."""

from citizen import CGI, Citizen, end_sessions
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test

TYPED = {"sender": "شرکت «آب & برق»", "senderKind": "company", "unit": "education", "subject": "درخواست <گواهی>"}


def typed_in(answer) -> dict[str, str]:
    values = dict(answer.form("/letters", having="subject").values)
    return {name: values.get(name, "") for name in TYPED}


def send(citizen: Citizen, **files):
    page = citizen.client.get(f"{CGI}/letters/new")
    return citizen.client.submit(page, page.form("/letters", having="subject"), **TYPED, **files)


@test("After an error the link to the other language leads to the form with what was typed, until the letter is sent")
def change_of_language(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    wrong = send(citizen)
    expect_equal((wrong.status, wrong.errors, typed_in(wrong)), (400, ["letter"], TYPED))
    english = citizen.client.get(next(link for link in wrong.page.links if "lang=en" in link))
    expect('lang="en"' in english.text, "the link does not lead to English")
    expect_equal(typed_in(english), TYPED, "the English form")
    sent = citizen.client.submit(english, english.form("/letters", having="subject"), letter=("a.pdf", bytes_of("pdf")))
    expect_equal(sent.status, 303, f"errors {sent.errors}")
    expect_equal(set(typed_in(citizen.client.get(f"{CGI}/letters/new")).values()), {""}, "the form after it was sent")


@test("A letter that comes after the session has ended is not taken; what was typed is there after the next login")
def ended_session(portal: Portal) -> None:
    citizen, stranger = Citizen(portal), Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/letters/new")
    end_sessions(portal, citizen)
    before = portal.incoming()
    late = citizen.client.submit(
        page, page.form("/letters", having="subject"), **TYPED, letter=("a.pdf", bytes_of("pdf")))
    expect_equal(late.status, 403)
    expect("نامه ثبت نشد" in late.text, late.text)
    expect(late.form("/login/code", having="mobile"), "no form to log in with")
    expect_equal(portal.incoming(), before, "uploads that stayed")
    expect("گواهی" not in citizen.client.cookies["draft"], "the cookie can be read")

    stranger.log_in()
    stranger.client.cookies["draft"] = citizen.client.cookies["draft"]
    expect_equal(set(typed_in(stranger.client.get(f"{CGI}/letters/new")).values()), {""}, "a stranger's form")
    citizen.log_in()
    again = citizen.client.get(f"{CGI}/letters/new")
    expect_equal(typed_in(again), TYPED, "the form after the login")
    expect("دوباره برگزینید" in again.text, "nothing says that the files must be chosen again")

    other_unit = citizen.client.get(f"{CGI}/letters/new?unit=health")
    expect_equal(typed_in(other_unit), TYPED | {"unit": "health"}, "the form of another unit")
    citizen.client.submit(again, again.form("/logout"))
    expect("draft" not in citizen.client.cookies, "signing out leaves the draft behind")


@test("After the session has ended a forged form keeps nothing")
def forged_form(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/letters/new")
    end_sessions(portal, citizen)
    late = citizen.client.submit(page, page.form("/letters", having="subject"), **TYPED, token="x" * 43)
    expect_equal((late.status, "draft" in citizen.client.cookies), (403, False), "with a wrong token")
    citizen.client.headers["Origin"] = "https://evil.example"
    late = citizen.client.submit(page, page.form("/letters", having="subject"), **TYPED)
    expect_equal((late.status, "draft" in citizen.client.cookies), (403, False), "from another site")
