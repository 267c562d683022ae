"""The citizen's way through the example, as the help pages show it: each picture with the words that stand in it.

No picture holds the name of an organisation or what differs from run to run, but for digits: each portal's help has them.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from accounts import PASSWORD, change_password
from browser import CHROMIUM, until
from citizen import CGI, code_in
from documents import bytes_of
from playwright.sync_api import Browser, Page, sync_playwright
from portal import Portal
from site_copy import site_with_security_code
from staff import Staff, new_account

LANGUAGES = ("fa", "en")
WIDTH = 360
PAPER = 600
FILES = ("letter.jpg", "identity-card.png", "reply.pdf")
# The example and a new portal both have it.
UNIT = "records"
# Room above and below what is shown, in pixels.
_ROOM = 12
# The visible texts that lie in a clip, from the top; what only screen readers find is not in the picture.
_WORDS = """([top, bottom]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2 + scrollY;
    if (node.data.trim() && box.width > 1 && middle > top && middle < bottom
      && !node.parentElement.closest("script, style, select, .announcement, .skip, [hidden]")) found.push(node.data);
  }
  return found;
}"""

_OF = {
    "fa": {"sender": "زهرا رضایی", "subjects": ("درخواست گواهی", "درخواست دیدار", "پرسش دربارهٔ ساعت کار"),
           "reason": "نامه امضا ندارد. آن را امضا کنید و دوباره بفرستید.", "reply": "گواهی شما آماده و پیوست است."},
    "en": {"sender": "Zahra Rezaei", "subjects": ("Request for a certificate", "Request for a meeting", "A question about your hours"),
           "reason": "The letter has no signature. Sign it and send it again.", "reply": "Your certificate is ready and attached."},
}
# 24 November 2026, 09:40 in Tehran, and the minutes after it: the day does not depend on when the pictures are made.
_MORNING = 1_795_500_600
_ARRIVED = 7 * 60


@dataclass(frozen=True)
class HelpPicture:
    """One picture of the help."""

    name: str
    language: str
    png: bytes
    words: tuple[str, ...]
    # Whether it shows what is drawn anew each time.
    is_random: bool = False

    @property
    def path(self) -> str:
        """Its place in the pages' folder."""
        return f"{self.language}/{self.name}@2x.webp"


def pictures() -> Iterator[HelpPicture]:
    """All pictures, from a portal of their own."""
    with Portal(config=site_with_security_code()) as portal, sync_playwright() as playwright:
        for number, language in enumerate(LANGUAGES):
            # No sandbox: the tests may be run by root, and load only the portal's own pages. The browser's own buttons are in
            # its words for the language (package chromium-l10n).
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], env=os.environ | {"LANGUAGE": language})
            try:
                yield from _Walk(portal, chromium, language, f"0912345678{9 - number}").pictures()
            finally:
                chromium.close()


class _Walk:
    def __init__(self, portal: Portal, chromium: Browser, language: str, mobile: str) -> None:
        self.portal, self.chromium, self.language, self.mobile = portal, chromium, language, mobile
        self.own = _OF[language]
        self.root = portal.address + ("" if language == "fa" else f"{language}/")
        self.desk = portal.address.rstrip("/") + CGI

    def pictures(self) -> Iterator[HelpPicture]:
        self.portal.forget_limits()
        with self._page(scripts=False) as page:
            page.goto(self.root + "login/")
            until(page, "document.querySelector('.security-code img').naturalWidth > 0")
            yield self._take(page, "help-security-code", ".security-code")
        with self._page() as page:
            yield from self._login(page)
            yield from self._letter(page)
            yield from self._following(page)

    @contextlib.contextmanager
    def _page(self, scripts: bool = True) -> Iterator[Page]:
        context = self.chromium.new_context(
            viewport={"width": WIDTH, "height": 740}, device_scale_factor=2, locale=self.language, color_scheme="light",
            java_script_enabled=scripts, reduced_motion="reduce")
        try:
            yield context.new_page()
        finally:
            context.close()

    def _login(self, page: Page) -> Iterator[HelpPicture]:
        page.goto(self.root)
        yield self._take(page, "help-home", "main > .actions")
        page.click("main > .actions .button:not(.secondary)")
        page.fill("[name=mobile]", self.mobile)
        until(page, "document.querySelector('.work').textContent === document.querySelector('.work').dataset.done")
        yield self._take(page, "help-login", "main form")
        page.click("main form .actions button")
        page.wait_for_url("**/login/verify")
        page.fill("[name=code]", code_in(self.portal.wait_for_message(self.mobile)))
        yield self._take(page, "help-code", "main form")
        page.click("main details summary")
        yield self._take(page, "help-no-message", "main details")
        page.click("main form .actions button")
        page.wait_for_url("**/desk")
        yield self._take(page, "help-desk", "main > .columns")

    def _letter(self, page: Page) -> Iterator[HelpPicture]:
        letter, attachment, _ = FILES
        page.click("main > .columns a.button")
        self._fill_in(page, self.own["subjects"][0])
        yield self._take(page, "help-letter", "fieldset.choices", ".field:has([name=subject])")
        # A file that is cut off is refused by the server; the others stay chosen.
        page.set_input_files("[name=letter]", {"name": letter, "mimeType": "image/jpeg", "buffer": bytes_of("jpg")[:400]})
        self._submit(page)
        page.wait_for_selector("[data-error=letter]")
        yield self._take(page, "help-refused", ".field:has([name=letter])")
        page.set_input_files("[name=letter]", {"name": letter, "mimeType": "image/jpeg", "buffer": bytes_of("jpg")})
        page.set_input_files("[name=attachment]", {"name": attachment, "mimeType": "image/png", "buffer": bytes_of("png")})
        yield self._take(page, "help-files", ".field:has([name=letter])", "main form > .actions")
        accepted = self._send(page)
        self._set_time(accepted, 0)
        page.reload()
        yield self._take(page, "help-receipt", "main > .receipt", "main > .documents")
        yield self._print(page)
        self._decide(page, accepted)

    def _print(self, page: Page) -> HelpPicture:
        """The receipt as it is printed, with the margins of the paper, and the address of a portal that is out in the world."""
        page.emulate_media(media="print", color_scheme="light")
        page.set_viewport_size({"width": PAPER, "height": 900})
        page.evaluate("document.body.style.padding = '0 1.5rem'")
        page.evaluate("([here, there]) => { const address = document.querySelector('.verification bdi'); "
                      "address.textContent = address.textContent.replace(here, there); }", [self.portal.address, "https://portal.example.org/"])
        taken = self._take(page, "help-print", "main > .receipt", "main .verification")
        page.set_viewport_size({"width": WIDTH, "height": 740})
        page.emulate_media(media="screen")
        return taken

    def _decide(self, page: Page, accepted: str) -> None:
        """What the staff do meanwhile, and the citizen's two other letters."""
        reviewer = Staff(self.portal, "reviewer").signed_in()
        clerk = Staff(self.portal, "clerk", new_account(self.portal, "clerk", "--unit", UNIT)).signed_in()
        change_password(clerk, clerk.account.password, PASSWORD)
        reviewer.do(accepted, "accept")
        clerk.do(accepted, "reply", text=self.own["reply"], reply=(FILES[2], bytes_of("pdf")))
        self._set_time(accepted, 60)
        for minutes, subject in ((70, self.own["subjects"][1]), (80, self.own["subjects"][2])):
            page.goto(self.desk + "/letters/new")
            self._fill_in(page, subject)
            page.set_input_files("[name=letter]", {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": bytes_of("pdf")})
            letter = self._send(page)
            if minutes == 70:
                reviewer.do(letter, "reject", reason=self.own["reason"])
            self._set_time(letter, minutes)

    def _following(self, page: Page) -> Iterator[HelpPicture]:
        page.goto(self.desk + "/desk")
        for number, state in enumerate(("underReview", "rejected", "accepted"), start=1):
            yield self._take(page, f"help-{('under-review', 'rejected', 'accepted')[number - 1]}", f"[data-state={state}]")
        page.click("[data-state=accepted] .actions a")
        page.wait_for_url("**/status")
        yield self._take(page, "help-status", "article .panel")
        yield self._take(page, "help-sign-out", ".account")

    def _fill_in(self, page: Page, subject: str) -> None:
        page.check("[name=senderKind][value=person]")
        page.fill("[name=sender]", self.own["sender"])
        page.select_option("[name=unit]", UNIT)
        page.fill("[name=subject]", subject)

    def _submit(self, page: Page) -> None:
        page.click("main form > .actions button")

    def _send(self, page: Page) -> str:
        self._submit(page)
        page.wait_for_url("**/receipt")
        return page.get_attribute("[data-letter]", "data-letter")

    def _set_time(self, letter: str, minutes: int) -> None:
        """Lets a letter have come so many minutes into the morning, and what has happened to it a few minutes later."""
        came = _MORNING + minutes * 60
        self.portal.change_database(
            f"UPDATE letter SET registered = {came}, decided = CASE WHEN decided IS NULL THEN NULL ELSE {came + _ARRIVED} END WHERE id = {letter};"
            f"UPDATE event SET at = {came + _ARRIVED} WHERE letter = {letter}")

    def _take(self, page: Page, name: str, first: str, last: str | None = None) -> HelpPicture:
        """The page from the top of one element to the bottom of another, as wide as the window."""
        page.evaluate("document.activeElement && document.activeElement.blur()")
        page.evaluate("document.fonts.ready")
        top, bottom = page.evaluate(
            "([first, last]) => [document.querySelector(first).getBoundingClientRect().top + scrollY, "
            "document.querySelector(last).getBoundingClientRect().bottom + scrollY]", [first, last or first])
        top, bottom = top - _ROOM, bottom + _ROOM
        png = page.screenshot(full_page=True, animations="disabled", caret="hide",
                              clip={"x": 0, "y": top, "width": page.viewport_size["width"], "height": bottom - top})
        return HelpPicture(name, self.language, png, tuple(_alike(one) for one in page.evaluate(_WORDS, [top, bottom])),
                           page.query_selector(f"{first} img[src*=captcha]") is not None)


def _alike(words: str) -> str:
    """Words without what differs from run to run: digits, and the letters of a verification code."""
    words = " ".join(words.split())
    words = re.sub(r"\b[0-9a-z]{4}(-[0-9a-z]{4}){3}\b", "0-0-0-0", words)
    return re.sub(r"\d+", "0", words)
