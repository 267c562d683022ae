"""Every page in every state: collected on one walk through a running portal, in each language."""

import dataclasses
import pathlib
from collections.abc import Iterator

from accounts import PASSWORD, change_password, second_step
from authenticator import App, key_on, recovery_codes_on
from citizen import CGI, Citizen, code_in, end_sessions
from client import Answer, Client
from documents import bytes_of
from portal import Portal
from security_code import digits_of
from sentences import expect, expect_equal
from site_copy import site_with_security_code
from staff import Staff, new_account

LANGUAGES = {"fa": "", "en": "en/"}
PDF = ("letter.pdf", bytes_of("pdf"))
FORM = "application/x-www-form-urlencoded"
SUBJECTS = ("درخواست گواهی اشتغال به تحصیل برای ارائه به سفارت و تمدید روادید دانشجویی",
            "Request for a transcript of records", "اعتراض به نمرهٔ درس فیزیولوژی")


@dataclasses.dataclass(frozen=True)
class State:
    """A page as the portal answered it; `path` is where a browser would see it."""

    name: str
    language: str
    path: str
    status: int
    html: bytes

    @property
    def label(self) -> str:
        return f"{self.name}-{self.language}"


def site_for_walk() -> pathlib.Path:
    """The example with its security code, lists of five, and work that takes no time."""
    return site_with_security_code(pageLength=5, wrongCodesPerHour=10000)


def collect(portal: Portal) -> list[State]:
    """All of them; the portal must have been started with `site_for_walk`."""
    states = list(static_states(portal))
    for language in LANGUAGES:
        walk = Walk(portal, language)
        walk.go()
        states += walk.states
    names = [state.label for state in states]
    expect_equal(len(names), len(set(names)), "two states have one name")
    return states


def static_states(portal: Portal) -> Iterator[State]:
    """The static pages; of units and letters of the alphabet only some, since they differ in words alone."""
    public = (portal.home / "current" / "public").resolve()
    units = ("education", "graduates", "talented-students", "faculty-traditional-medicine", "documentation-centre", "faculties")
    letters = 0
    for file in sorted(public.rglob("*.html")):
        path = "/" + str(file.relative_to(public)).removesuffix("index.html")
        language = "en" if path.startswith("/en/") else "fa"
        place = path.removeprefix("/en").strip("/") or "home"
        if place.startswith("units/") and place.removeprefix("units/") not in units:
            continue
        if place.startswith("a-z/"):
            letters += 1
            if letters % 12:
                continue
        yield State("static-" + place.replace("/", "-"), language, path, 200, file.read_bytes())


class Walk:
    """The way of a citizen and of the staff in one language, with all that can go wrong on it."""

    def __init__(self, portal: Portal, language: str) -> None:
        self.portal, self.language = portal, language
        self.states: list[State] = []

    def go(self) -> None:
        self.portal.forget_limits()
        self._log_in()
        self._desk_and_letters()
        self._new_letter()
        self._citizens_account()
        self._refusals()
        self._staff_login()
        self._staff_account()
        self._staff_letters()
        self._audit()

    def take(self, name: str, answer: Answer, status: int = 200) -> Answer:
        """Keeps a page; it must have been answered with this status and in this language."""
        expect_equal(answer.status, status, f"{name}: {answer.path}")
        expect(f'<html lang="{self.language}"' in answer.text, f"{name} is in another language")
        self.states.append(State(name, self.language, answer.path, status, answer.body))
        return answer

    def client(self) -> Client:
        return Client(self.portal.address, {"lang": self.language})

    def citizen(self) -> Citizen:
        citizen = Citizen(self.portal)
        citizen.client = self.client()
        return citizen

    def signed_in(self) -> Citizen:
        self.portal.forget_limits()
        citizen = self.citizen()
        code = citizen.client.follow(self._ask(citizen))
        message = self.portal.wait_for_message(citizen.mobile)
        citizen.client.submit(code, code.form("/login/verify", having="code"), code=code_in(message))
        return citizen

    def _ask(self, citizen: Citizen, **filled: str) -> Answer:
        """Fills in the login page of this language; the desk's key tells its security code."""
        login = citizen.client.get(f"/{LANGUAGES[self.language]}login/")
        citizen.client.get(f"{CGI}/captcha")
        digits = digits_of(citizen.client.cookies["captcha"], self.portal.messages_log.parent)
        return citizen.client.submit(login, login.form("/login/code", having="mobile"),
                                     **({"mobile": citizen.mobile, "captcha": digits} | filled))

    def _log_in(self) -> None:
        citizen = self.citizen()
        self.take("login-nothing-typed", self._ask(citizen, mobile="", captcha=""), 400)
        self.take("login-no-mobile-number", self._ask(citizen, mobile="02188776655"), 400)
        self.take("login-wrong-security-code", self._ask(citizen, captcha="0"), 400)
        self.take("login-another-image", self._ask(citizen, another="1"))
        code = self.take("code", citizen.client.follow(self._ask(citizen)))
        self.take("login-too-many-codes", self._ask(citizen), 429)
        verify = code.form("/login/verify", having="code")
        self.take("code-missing", citizen.client.submit(code, verify, code=""), 400)
        right = code_in(self.portal.wait_for_message(citizen.mobile))
        wrong = f"{(int(right) + 1) % 10**6:06d}"
        self.take("code-wrong", citizen.client.submit(code, verify, code=wrong), 400)
        recovery = code.form("/login/verify", having="recovery")
        self.take("code-recovery-missing", citizen.client.submit(code, recovery, recovery=""), 400)
        self.take("code-recovery-wrong", citizen.client.submit(code, recovery, recovery="0" * 16), 400)
        for _ in range(4):
            expired = citizen.client.submit(code, verify, code=wrong)
        self.take("code-expired", expired, 400)
        self.portal.forget_limits()

    def _desk_and_letters(self) -> None:
        self.owner = owner = self.signed_in()
        client = owner.client
        self.take("desk-empty", client.get(f"{CGI}/desk"))
        registered = [owner.register_letter(subject=subject, unit=unit, attachment=attachment) for subject, unit, attachment in (
            (SUBJECTS[0], "graduates", [("دانشنامه.jpg", bytes_of("jpg")), ("a" * 90 + ".png", bytes_of("png"))]),
            (SUBJECTS[1], "education", None), (SUBJECTS[2], "education", None))]
        (self.waiting, receipt), (self.accepted, _), (self.rejected, _) = registered
        self.take("receipt", receipt)
        reviewer, clerk = Staff(self.portal, "reviewer").signed_in(), Staff(self.portal, "clerk").signed_in()
        reviewer.do(self.accepted, "accept")
        self.take("status-accepted", client.get(f"{CGI}/letters/{self.accepted}/status"))
        reviewer.do(self.rejected, "reject", reason="نامه امضا ندارد. آن را امضا کنید و دوباره بفرستید.")
        clerk.do(self.accepted, "events", status="در حال صدور گواهی")
        clerk.do(self.accepted, "reply", text="گواهی پیوست است.", reply=("پاسخ نهایی واحد آموزش.pdf", bytes_of("pdf")))
        for name, letter in (("under-review", self.waiting), ("replied", self.accepted), ("rejected", self.rejected)):
            self.take(f"letter-{name}", client.get(f"{CGI}/letters/{letter}"))
            self.take(f"status-{name}", client.get(f"{CGI}/letters/{letter}/status"))
        self.take("desk", client.get(f"{CGI}/desk"))
        for number in range(4):
            owner.register_letter(subject=f"{SUBJECTS[1]} {number}")
        first = self.take("desk-first-page", client.get(f"{CGI}/desk"))
        following = next(link for link in first.page.links if "from=" in link and "lang=" not in link)
        self.take("desk-last-page", client.get(following))
        self.take("desk-wrong-tracking-code", client.get(f"{CGI}/track?code=1234567890"), 404)

    def _new_letter(self) -> None:
        client = self.owner.client
        new = self.take("new-letter", client.get(f"{CGI}/letters/new"))
        form = new.form("/letters", having="subject")
        self.take("new-letter-to-unit", client.get(f"{CGI}/letters/new?unit=graduates"))
        self.take("new-letter-to-replaced-unit", client.get(f"{CGI}/letters/new?unit=documentation-centre"))
        self.take("new-letter-nothing-typed", client.submit(new, form), 400)
        self.take("new-letter-restored", client.get(f"{CGI}/letters/new?unit=education"))
        self.take("new-letter-too-long", client.submit(
            new, form, sender="ا" * 121, senderKind="person", subject="موضوع " * 40, unit="faculty-traditional-medicine", letter=PDF), 400)
        typed = {"sender": "شرکت آب و برق", "senderKind": "company", "subject": SUBJECTS[0], "unit": "graduates"}
        self.take("new-letter-refused-files", client.submit(
            new, form, **typed, letter=("نامهٔ بریده.pdf", bytes_of("pdf")[:500]),
            attachment=[("empty.pdf", b""), ("photo.png", bytes_of("jpg")), ("very_long_name_" * 8 + ".docx", b"PK")]), 415)
        self.take("new-letter-attachments-missing", client.submit(new, form, **typed, letter=PDF), 400)
        self.portal.change_database("UPDATE tally SET count = 1000000000000 WHERE kind = 'bytesPerNetwork'")
        self.take("new-letter-too-much", client.submit(new, form, **typed, letter=PDF), 429)
        self.portal.forget_limits()
        end_sessions(self.portal, self.owner)
        self.take("login-draft-kept", client.submit(new, form, **typed, letter=PDF), 403)

    def _citizens_account(self) -> None:
        citizen = self.signed_in()
        client = citizen.client
        self.take("sessions-alone", client.get(f"{CGI}/sessions"))
        self._sign_in_again(citizen)
        several = self.take("sessions", citizen.client.get(f"{CGI}/sessions"))
        ended = citizen.client.submit(several, several.form("/sessions", having="all"), all="1")
        self.take("sessions-ended", citizen.client.follow(ended))
        client = citizen.client
        page = self.take("authenticator-offered", client.get(f"{CGI}/authenticator"))
        app = App(key_on(page))
        form = page.form("/authenticator")
        self.take("authenticator-wrong-code", client.submit(page, form, code=app.wrong_code()), 400)
        added = self.take("authenticator-added", client.submit(page, form, code=app.next_code()))
        codes = recovery_codes_on(added)
        self.take("authenticator-sent-again", client.submit(page, form, code=app.next_code()), 409)
        on = self.take("authenticator-on", client.get(f"{CGI}/authenticator"))
        renewal = on.form("/authenticator/recovery")
        self.take("authenticator-renewal-refused", client.submit(on, renewal, code=app.wrong_code()), 400)
        removal = dataclasses.replace(renewal, action=renewal.action.replace("/recovery", "/remove"))
        self.take("authenticator-removal-refused", client.submit(on, removal, code=""), 400)
        removed = client.submit(on, removal, recovery=codes[0])
        self.take("authenticator-removed", client.follow(removed) if removed.status == 303 else removed)

    def _sign_in_again(self, citizen: Citizen) -> None:
        """The same citizen in another browser, which is used from then on."""
        self.portal.forget_limits()
        citizen.client = self.client()
        sent = len(self.portal.messages(citizen.mobile))
        code = citizen.client.follow(self._ask(citizen))
        message = self.portal.wait_for_message(citizen.mobile, after=sent)
        citizen.client.submit(code, code.form("/login/verify", having="code"), code=code_in(message))

    def _refusals(self) -> None:
        citizen = self.signed_in()
        client = citizen.client
        self.take("not-found", client.get(f"{CGI}/letters/9999999"), 404)
        self.take("bad-request", client.get(f"{CGI}/desk?from=x"), 400)
        self.take("wrong-method", client.request("DELETE", f"{CGI}/desk"), 405)
        self.take("too-large", client.request("POST", f"{CGI}/sessions", b"x" * 2_000_000, {"Content-Type": FORM}), 413)
        new = client.get(f"{CGI}/letters/new")
        form = new.form("/letters", having="subject")
        forged = dataclasses.replace(form, values=[(name, "x" if name == "token" else value) for name, value in form.values])
        self.take("forged-form", client.submit(new, forged, letter=PDF), 403)
        self.take("unsupported", client.request("POST", f"{CGI}/letters", b"{}", {"Content-Type": "application/json"}), 415)
        self.take("login-signed-out", self.client().post(f"{CGI}/sessions"), 403)

    def staff(self, role: str, account=None) -> Staff:
        staff = Staff(self.portal, role, account)
        staff.client = self.client()
        return staff

    def _staff_login(self) -> None:
        staff = self.staff("reviewer")
        page = self.take("staff-login", staff.client.get(f"{CGI}/staff/login"))
        form = page.form("/staff/login")
        self.take("staff-login-nothing-typed", staff.client.submit(page, form, name="", password=""), 400)
        self.take("staff-login-wrong", staff.client.submit(page, form, name="nobody", password="x"), 400)
        account = new_account(self.portal)
        first = self.staff("reviewer", account)
        first.log_in()
        password = self.take("staff-first-password", first.client.get(f"{CGI}/staff/password"))
        form = password.form("/staff/password")
        self.take("staff-password-nothing-typed", first.client.submit(password, form), 400)
        self.take("staff-password-short", first.client.submit(
            password, form, password="x", newPassword="short", repeated="other"), 400)

    def _staff_account(self) -> None:
        account = new_account(self.portal)
        staff = self.staff("reviewer", account)
        staff.log_in()
        change_password(staff, account.password, PASSWORD)
        account = dataclasses.replace(account, password=PASSWORD)
        self.take("staff-account", staff.client.get(f"{CGI}/staff/account"))
        self.take("staff-password", staff.client.get(f"{CGI}/staff/password"))
        self.take("staff-sessions-alone", staff.client.get(f"{CGI}/staff/sessions"))
        other = self.staff("reviewer", account)
        other.log_in()
        several = self.take("staff-sessions", other.client.get(f"{CGI}/staff/sessions"))
        form = several.form("/sessions", having="all")
        self.take("staff-sessions-refused", other.client.submit(several, form, password="x", all="1"), 400)
        page = self.take("staff-authenticator-offered", staff.client.get(f"{CGI}/staff/authenticator"))
        app, form = App(key_on(page)), page.form("/authenticator")
        self.take("staff-authenticator-refused", staff.client.submit(page, form, password="", code=app.wrong_code()), 400)
        added = self.take("staff-authenticator-added", staff.client.submit(page, form, password=PASSWORD, code=app.next_code()))
        codes = recovery_codes_on(added)
        other = self.staff("reviewer", account)
        other.log_in()
        self.take("second-step", other.client.get(f"{CGI}/staff/login/code"))
        self.take("second-step-wrong-code", second_step(other, code=app.wrong_code()), 400)
        self.take("second-step-wrong-recovery-code", second_step(other, recovery="0" * 16), 400)
        for code in codes[:8]:
            self.portal.forget_limits()
            other = self.staff("reviewer", account)
            other.log_in()
            used = second_step(other, recovery=code)
        self.take("staff-authenticator-few-codes", other.client.follow(used))

    def _staff_letters(self) -> None:
        citizen = self.signed_in()
        letters = [citizen.register_letter(subject=subject, unit="education")[0] for subject in SUBJECTS + SUBJECTS]
        reviewer, other = self.staff("reviewer"), self.staff("reviewer")
        reviewer.log_in(), other.log_in()
        queue = f"{CGI}/staff/letters"
        for state in ("underReview", "accepted", "rejected"):
            self.take(f"queue-{state}", reviewer.client.get(f"{queue}?state={state}"))
        taken, refused, stale = letters[:3]
        page = self.take("review", reviewer.letter(taken))
        old = other.letter(taken)
        self.take("review-nothing-said", reviewer.client.submit(page, page.form("/reject")), 400)
        self.take("review-accepted", reviewer.client.follow(reviewer.client.submit(page, page.form("/accept"))))
        self.take("review-conflict", other.client.submit(old, old.form("/accept")), 409)
        page = reviewer.letter(refused)
        self.take("review-rejected", reviewer.client.follow(reviewer.client.submit(page, page.form("/reject"), reason="ناخواناست.")))
        clerk = self.staff("clerk")
        clerk.log_in()
        self.take("clerk-queue", clerk.client.get(queue))
        page = self.take("clerk-letter", clerk.letter(taken))
        self.take("clerk-no-status", clerk.client.submit(page, page.form("/events"), status=""), 400)
        self.take("clerk-no-reply", clerk.client.submit(page, page.form("/reply"), text=""), 400)
        self.take("clerk-refused-reply", clerk.client.submit(page, page.form("/reply"), text="x", reply=("reply.exe", b"MZ")), 415)
        self.take("clerk-status", clerk.client.follow(clerk.client.submit(page, page.form("/events"), status="در دست اقدام")))
        self.take("clerk-replied", clerk.client.follow(clerk.client.submit(page, page.form("/reply"), text="پیوست را ببینید.", reply=PDF)))
        self.take("clerk-not-found", clerk.letter(stale), 404)
        empty = self.staff("clerk", new_account(self.portal, "clerk", "--unit", "emergency"))
        empty.log_in()
        change_password(empty, empty.account.password, PASSWORD)
        self.take("clerk-queue-empty", empty.client.get(queue))

    def _audit(self) -> None:
        administrator = self.staff("administrator")
        administrator.log_in()
        client = administrator.client
        self.take("audit", client.get(f"{CGI}/staff/audit"))
        self.take("audit-nothing-found", client.get(f"{CGI}/staff/audit?letter=999999999"))
        self.take("audit-refused", client.get(f"{CGI}/staff/audit?letter=x&since=y&until=z"), 400)
        self.take("not-allowed", client.get(f"{CGI}/staff/letters"), 403)
