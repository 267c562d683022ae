"""Sending a letter with scripts: checks before a byte leaves, progress, stopping, and the answer in the place of the page."""

import contextlib
import re

from browser import WIDTHS, open_page, picture, state_of_script, until
from citizen import CGI, new_mobile
from documents import document, large_jpeg
from portal import Portal
from sentences import expect, expect_equal, test
from test_whole_way import log_in

SUBJECT = "درخواست گواهی"


@contextlib.contextmanager
def new_letter(portal: Portal, language: str = "fa"):
    """The form of a new letter of a citizen who has just logged in."""
    portal.forget_limits()
    with open_page(viewport=WIDTHS[0]) as page:
        log_in(page, portal, new_mobile())
        page.goto(portal.address.rstrip("/") + f"{CGI}/letters/new?lang={language}")
        yield page


def fill(page, subject: str = SUBJECT) -> None:
    page.check("[name=senderKind][value=person]")
    page.fill("[name=sender]", "زهرا رضایی")
    page.select_option("[name=unit]", "education")
    page.fill("[name=subject]", subject)


def slow_down(page, bytes_a_second: int) -> None:
    """Lets this page's uploads leave at this speed."""
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_a_second})


def register(page) -> None:
    page.click(".actions button")


@test("With scripts a letter is sent with its files, its progress is shown in Persian digits, and the receipt follows")
def sent(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        page.set_input_files("[name=letter]", str(large_jpeg(1_000_000)))
        page.set_input_files("[name=attachment]", [str(document("pdf")), str(document("docx"))])
        slow_down(page, 400_000)
        register(page)
        figures = page.wait_for_selector(".sending .figures:has-text('در ثانیه')").inner_text()
        expect(re.fullmatch(r"[۰-۹]+٪: [۰-۹٫]+\xa0(کیلوبایت|مگابایت) از ۱٫?[۰-۹]*\xa0مگابایت، [۰-۹٫]+\xa0(کیلوبایت|مگابایت) در ثانیه", figures), figures)
        expect_equal(page.get_attribute("main form", "aria-busy"), "true")
        state_of_script(page, "sending")
        page.wait_for_selector(".announcement:text-matches('(۵۰|۷۵) درصد')")
        # A second press sends nothing twice.
        page.dispatch_event(".actions button", "click")
        page.wait_for_url("**/receipt")
        letter = page.get_attribute("[data-letter]", "data-letter")
        expect(page.locator(".documents li").count() == 3, page.inner_text("main"))
        page.goto(portal.address.rstrip("/") + f"{CGI}/desk")
        expect_equal([one.get_attribute("data-letter") for one in page.query_selector_all("[data-letter]")], [letter], "the desk")
        expect_equal(page.complaints, [])


@test("Stopped on its way a letter is not registered; all is still there, and it can be sent again")
def stopped(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        page.set_input_files("[name=letter]", str(large_jpeg(1_000_000)))
        slow_down(page, 200_000)
        register(page)
        page.wait_for_selector(".sending button")
        page.focus(".sending button")
        page.keyboard.press("Enter")
        page.wait_for_selector(".sending .error:has-text('متوقف شد')")
        expect_equal(page.evaluate("document.activeElement.className"), "button", "the focus is on the button that sends")
        state_of_script(page, "sending-stopped")
        expect_equal(portal.left_in_incoming(20), [])
        slow_down(page, -1)
        register(page)
        page.wait_for_url("**/receipt")
        page.goto(portal.address.rstrip("/") + f"{CGI}/desk")
        expect_equal(page.locator("[data-letter]").count(), 1, "letters on the desk")


@test("Where the connection breaks, the page says so and keeps everything")
def broken(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        page.set_input_files("[name=letter]", str(document("pdf")))
        page.route(f"**{CGI}/letters", lambda route: route.abort("connectionreset"))
        register(page)
        page.wait_for_selector(".sending .error:has-text('ناتمام ماند')")
        expect_equal(page.input_value("[name=subject]"), SUBJECT)
        page.unroute_all()
        register(page)
        page.wait_for_url("**/receipt")


@test("What is missing is said in the server's words before a byte leaves, with the focus on the list of errors")
def checked_before(portal: Portal) -> None:
    with new_letter(portal) as page:
        posts = []
        page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
        register(page)
        by_script = page.inner_text(".error-summary ul"), page.title(), errors_at_fields(page)
        expect_equal(posts, [], "requests")
        expect_equal(page.evaluate("document.activeElement.className"), "error-summary", "the focus")
        state_of_script(page, "new-letter-checked")
        page.click(".error-summary li:nth-child(2) a")
        expect_equal(page.evaluate("document.activeElement.name"), "sender", "a link of the summary leads to its field")
        page.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('main form'))")
        page.wait_for_url("**/letters")
        expect_equal((page.inner_text(".error-summary ul"), page.title(), errors_at_fields(page)), by_script, "the server's words")


def errors_at_fields(page) -> list[tuple[str, str]]:
    return [(one.get_attribute("data-error"), one.inner_text()) for one in page.query_selector_all("[data-error]")]


@test("An error that only the server sees comes as its whole page, with the focus on the summary and the other files still chosen")
def refused(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        locked = {"name": "نامه.pdf", "mimeType": "application/pdf", "buffer": document("pdf").read_bytes()[:400]}
        page.set_input_files("[name=letter]", locked)
        page.set_input_files("[name=attachment]", [str(document("jpg")), str(document("tiff"))])
        register(page)
        page.wait_for_selector(".error-summary:has-text('آسیب دیده')")
        until(page, "document.activeElement.className === 'error-summary'")
        expect(page.title().startswith("خطا:"), page.title())
        expect_equal(page.input_value("[name=subject]"), SUBJECT, "what was typed")
        page.wait_for_selector(".chosen li:nth-child(2)")
        expect_equal(page.evaluate("[...document.querySelector('[name=attachment]').files].map(file => file.name)"),
                     [document("jpg").name, document("tiff").name], "the attachments")
        expect(page.locator("[data-files-again]").count() == 1, "the letter has to be chosen again")
        page.set_input_files("[name=letter]", str(document("pdf")))
        register(page)
        page.wait_for_url("**/receipt")
        expect_equal(page.locator(".documents li").count(), 3, "documents")


@test("When the session has ended meanwhile, the login page comes in place of the form, in working order")
def session_ended(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        page.set_input_files("[name=letter]", str(document("pdf")))
        page.context.clear_cookies(name="session")
        register(page)
        page.wait_for_selector("[name=mobile]")
        expect("دوباره وارد شوید" in page.inner_text("main"), page.inner_text("main"))
        page.fill("[name=mobile]", new_mobile())
        page.click("main form button")
        page.wait_for_url("**/login/verify")


@test("Whoever leaves a form with files is asked first, and not after sending")
def leaving(portal: Portal) -> None:
    with new_letter(portal) as page:
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        fill(page)
        page.set_input_files("[name=letter]", str(document("pdf")))
        page.click(".actions a.secondary")
        page.wait_for_timeout(300)
        expect_equal((asked, page.url.endswith("/letters/new?lang=fa")), (["beforeunload"], True), "with a file")
        register(page)
        page.wait_for_url("**/receipt")
        expect_equal(asked, ["beforeunload"], "after sending")


@test("A clerk's reply is sent in the same way, and nothing of it is kept on the device")
def reply(portal: Portal) -> None:
    from citizen import Citizen
    from staff import Staff
    from test_whole_way import staff_log_in

    portal.forget_limits()
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(unit="education")
    Staff(portal, "reviewer").signed_in().do(letter, "accept")
    with open_page(viewport=WIDTHS[1]) as page:
        staff_log_in(page, portal, "clerk")
        page.goto(portal.address.rstrip("/") + f"{CGI}/staff/letters/{letter}")
        page.fill("[name=text]", "گواهی پیوست است.")
        page.set_input_files("[name=reply]", str(document("pdf")))
        picture(page, "reply-chosen")
        page.click("button:has-text('ارسال پاسخ')")
        page.wait_for_selector(".notice.success")
        expect_equal(page.evaluate("localStorage.length"), 0, "what is kept")
        expect_equal(page.complaints, [])
