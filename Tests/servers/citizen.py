"""What a citizen does, as the test says it."""

import random
import re
import sqlite3

from client import Answer, Client
from digits import latin_digits
from documents import bytes_of
from portal import Portal
from security_code import digits_of
from sentences import expect, expect_equal

CGI = "/cgi-bin/pishkhan"


def new_mobile() -> str:
    """A mobile number that no other test uses."""
    return f"0912{random.randrange(10**7):07d}"


class Citizen:
    def __init__(self, portal: Portal, mobile: str | None = None) -> None:
        self.portal = portal
        self.mobile = mobile or new_mobile()
        self.client = Client(portal.address)

    def ask_for_code(self) -> Answer:
        """Fills in the static login page, whose security code the desk's key tells; answers with what came back."""
        login = self.client.get("/login/")
        form = login.form("/login/code", having="mobile")
        filled = {"mobile": self.mobile}
        if "captcha" in form.names:
            self.client.get(f"{CGI}/captcha")
            filled["captcha"] = digits_of(self.client.cookies["captcha"], self.portal.messages_log.parent)
        return self.client.submit(login, form, **filled)

    def log_in(self) -> Answer:
        """Logs in by the code of the text message; answers with the desk."""
        before = len(self.portal.messages(self.mobile))
        code_page = self.client.follow(self.ask_for_code())
        message = self.portal.wait_for_message(self.mobile, after=before)
        answer = self.client.submit(code_page, code_page.form("/login/verify", having="code"), code=code_in(message))
        desk = self.client.follow(answer)
        expect_equal(desk.status, 200, "the desk")
        return desk

    def send_letter(self, subject="درخواست گواهی", letter=None, attachment=None, unit=None, sender="زهرا رضایی") -> Answer:
        """Fills in the letter form and sends it; answers with what came back."""
        page = self.client.get(f"{CGI}/letters/new")
        form = page.form("/letters", having="subject")
        filled = {"sender": sender, "subject": subject, "letter": letter or ("letter.pdf", bytes_of("pdf")),
                  "unit": unit or next(choice for choice in form.options["unit"] if choice)}
        kinds = form.options.get("senderKind", [])
        if kinds and "senderKind" not in dict(form.values):
            filled["senderKind"] = kinds[0]
        if attachment:
            filled["attachment"] = attachment
        return self.client.submit(page, form, **filled)

    def register_letter(self, **what) -> tuple[str, Answer]:
        """Sends a letter that must be taken; answers with its id and the receipt."""
        receipt = self.client.follow(self.send_letter(**what))
        expect_equal(receipt.status, 200, "the receipt")
        expect(len(receipt.letters) == 1, f"the receipt shows the letters {receipt.letters}")
        return next(iter(receipt.letters)), receipt


def code_in(message: dict) -> str:
    """The six digits of a text message, in Latin digits."""
    text = latin_digits(message["text"])
    found = re.search(r"(?<!\d)\d{6}(?!\d)", text)
    if not found:
        raise LookupError(f"no code in {message['text']!r}")
    return found.group()


def end_sessions(portal: Portal, citizen: Citizen) -> None:
    """Lets this citizen's sessions grow two hours old, and the wait for another code with them."""
    with sqlite3.connect(portal.messages_log.parent / "desk.sqlite", timeout=10) as database:
        number = "+98" + citizen.mobile[1:]
        database.execute(
            "UPDATE session SET seen = seen - 7200, started = started - 7200 "
            "WHERE applicant = (SELECT id FROM applicant WHERE mobile = ?)", (number,))
        database.execute("UPDATE tally SET expires = expires - 7200 WHERE kind = 'codeInterval'")
    database.close()
