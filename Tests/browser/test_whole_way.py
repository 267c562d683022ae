"""The whole way in a browser without JavaScript: login, letter, review, acceptance, rejection, status, reply."""

import pathlib

from browser import WIDTHS, note_failure, open_page, picture
from citizen import CGI, code_in, new_mobile
from documents import document
from portal import Portal
from sentences import expect, expect_equal, test


def log_in(page, portal: Portal, mobile: str) -> None:
    after = len(portal.messages("+98" + mobile[1:]))
    page.goto(portal.address + "login/")
    page.fill("[name=mobile]", mobile)
    picture(page, "login")
    page.click("text=ارسال کد")
    page.wait_for_url("**/login/verify")
    message = portal.wait_for_message("+98" + mobile[1:], after=after)
    picture(page, "code")
    page.fill("[name=code]", code_in(message))
    page.click("main form button")
    page.wait_for_url("**/desk")


def staff_log_in(page, portal: Portal, role: str) -> None:
    account = portal.staff[role]
    page.goto(portal.address.rstrip("/") + f"{CGI}/staff/login")
    page.fill("[name=name]", account.name)
    page.fill("[name=password]", account.password)
    picture(page, "staff-login")
    page.click("main button")
    page.wait_for_url("**/staff/*")


def send_letter(page, subject: str, unit: str = "education", kind: str = "pdf") -> str:
    page.click("section.panel a.button")
    page.check("[name=senderKind][value=person]")
    page.fill("[name=sender]", "زهرا رضایی")
    page.select_option("[name=unit]", unit)
    page.fill("[name=subject]", subject)
    page.set_input_files("[name=letter]", str(document(kind)))
    page.set_input_files("[name=attachment]", [str(document("jpg")), str(document("tiff"))])
    page.click("form button:has-text('ثبت')")
    page.wait_for_url("**/receipt")
    return page.get_attribute("[data-letter]", "data-letter")


@test("A citizen and the staff go the whole way in a browser with JavaScript off")
def whole_way(portal: Portal) -> None:
    mobile = new_mobile()
    e164 = "+98" + mobile[1:]
    base = portal.address.rstrip("/")
    with open_page(javascript=False, viewport=WIDTHS[0]) as page, open_page_in(page) as staff:
        page.goto(portal.address)
        picture(page, "home")
        page.click("main >> text=ورود و ارسال نامه >> nth=0")
        log_in(page, portal, mobile)
        picture(page, "desk-empty")

        # An empty form comes back with its errors, and what was typed stays typed.
        page.goto(f"{base}{CGI}/letters/new?unit=education")
        expect_equal(page.input_value("[name=unit]"), "education", "the unit from the address")
        page.fill("[name=subject]", "درخواست گواهی")
        page.click("form button:has-text('ثبت')")
        expect(page.title().startswith("خطا:"), page.title())
        found = [one.get_attribute("data-error") for one in page.query_selector_all("[data-error]")]
        expect_equal(found, ["senderKind", "sender", "letter"], "the errors")
        expect_equal(page.input_value("[name=subject]"), "درخواست گواهی", "the subject")
        picture(page, "new-letter-errors")
        page.goto(f"{base}{CGI}/desk")

        accepted = send_letter(page, "درخواست گواهی اشتغال به تحصیل")
        picture(page, "receipt")
        page.goto(f"{base}{CGI}/desk")
        rejected = send_letter(page, "اعتراض به نمرهٔ درس فیزیولوژی", kind="docx")
        page.goto(f"{base}{CGI}/desk")
        waiting = send_letter(page, "درخواست انتقال", kind="doc")

        staff_log_in(staff, portal, "reviewer")
        picture(staff, "queue")
        staff.goto(f"{base}{CGI}/staff/letters/{accepted}")
        picture(staff, "review")
        staff.click("button:has-text('تایید نامه')")
        expect(staff.is_visible(".notice.success"), "no confirmation of the acceptance")
        accepted_message = portal.wait_for_message(e164, kind="accepted")
        for words in ("شماره نامه", "شماره پیگیری", "تاریخ ثبت"):
            expect(words in accepted_message["text"], f"{words} is not in {accepted_message}")

        staff.goto(f"{base}{CGI}/staff/letters/{rejected}")
        staff.click("button:has-text('رد نامه')")
        expect_equal(staff.get_attribute("[data-error]", "data-error"), "reason", "a rejection without a reason")
        staff.select_option("[name=choice]", index=1)
        staff.click("button:has-text('رد نامه')")
        reason = portal.wait_for_message(e164, kind="rejected")["text"]
        expect("دلیل" in reason, reason)

        page.goto(f"{base}{CGI}/desk")
        states = [(one.get_attribute("data-letter"), one.get_attribute("data-state")) for one in page.query_selector_all("[data-letter]")]
        expect_equal(states, [(waiting, "underReview"), (rejected, "rejected"), (accepted, "accepted")], "the desk")
        picture(page, "desk")

        staff_log_in(staff, portal, "clerk")
        picture(staff, "clerk")
        staff.click(f"tr[data-letter='{accepted}'] a")
        staff.fill("[name=status]", "در حال صدور گواهی")
        staff.click("button:has-text('ثبت وضعیت')")
        portal.wait_for_message(e164, kind="status")
        staff.fill("[name=text]", "گواهی پیوست است.")
        staff.set_input_files("[name=reply]", str(document("pdf")))
        staff.click("button:has-text('ارسال پاسخ')")
        picture(staff, "clerk-letter")
        portal.wait_for_message(e164, kind="replied")

        code = page.inner_text(f"[data-letter='{accepted}'] dd:nth-of-type(5)")
        page.fill("[name=code]", code)
        page.click("button:has-text('پیگیری')")
        page.wait_for_url(f"**/letters/{accepted}/status")
        expect("گواهی پیوست است." in page.inner_text("main"), "the words of the reply")
        picture(page, "status")
        with page.expect_download() as download:
            page.click(".documents a")
        expect(pathlib.Path(download.value.path()).read_bytes() == document("pdf").read_bytes(), "the reply came back changed")
        page.goto(f"{base}{CGI}/letters/{accepted}")
        picture(page, "letter")

        staff_log_in(staff, portal, "administrator")
        picture(staff, "audit")
        expect(staff.locator("tr[data-event=replied]").count() >= 1, "the reply is not in the audit")

        page.click("button:has-text('خروج')")
        page.goto(f"{base}{CGI}/desk")
        expect(page.url.endswith("/login/"), f"after signing out the desk leads to {page.url}")
        # The empty form was answered with 400, as it should be.
        others = [one for one in page.complaints if "400" not in one]
        expect_equal(others, [], "complaints of the citizen's browser")
        expect_equal(staff.complaints, [], "complaints of the staff's browser")


@test("The pages are there in English too, from left to right")
def english(portal: Portal) -> None:
    mobile = new_mobile()
    base = portal.address.rstrip("/")
    with open_page(javascript=False, viewport=WIDTHS[1]) as page:
        for path in ("en/", "en/units/", "en/guide/", "en/units/education/", "units/", "guide/", "units/education/"):
            page.goto(portal.address + path)
            picture(page, path.strip("/").replace("/", "-"))
        page.goto(portal.address + "en/login/")
        page.fill("[name=mobile]", mobile)
        page.click("text=Send code")
        page.wait_for_url("**/login/verify")
        message = portal.wait_for_message("+98" + mobile[1:])
        expect("your code is" in message["text"], message)
        page.fill("[name=code]", code_in(message))
        page.click("main form button")
        page.wait_for_url("**/desk")
        expect_equal(page.get_attribute("html", "dir"), "ltr")
        page.goto(f"{base}{CGI}/letters/new")
        picture(page, "en-new-letter")
        page.goto(f"{base}{CGI}/letters/9999999")
        expect("Page not found" in page.inner_text("h1"), page.inner_text("h1"))
        page.click("text=فارسی")
        expect_equal(page.get_attribute("html", "dir"), "rtl", "after choosing Persian")


def open_page_in(page):
    """A second person's page in a browser context of its own."""
    import contextlib

    @contextlib.contextmanager
    def opened():
        context = page.context.browser.new_context(
            java_script_enabled=False, viewport=WIDTHS[1], locale="fa-IR", accept_downloads=True)
        other = context.new_page()
        other.complaints = []
        other.on("requestfailed", lambda request: note_failure(other, request))
        yield other
        context.close()

    return opened()
