"""What is typed into the form of a new letter and kept on the device until it is sent."""

from browser import WIDTHS, open_page, state_of_script, until
from citizen import CGI, new_mobile
from documents import document
from portal import Portal
from sentences import expect, expect_equal, test
from test_sending import fill, new_letter, register, SUBJECT
from test_whole_way import log_in

KEPT = "localStorage.getItem('pishkhan.draft')"


def form(page, portal: Portal) -> None:
    page.goto(portal.address.rstrip("/") + f"{CGI}/letters/new")


def wait_until_kept(page) -> str:
    until(page, f"{KEPT} !== null")
    page.wait_for_timeout(600)
    return page.evaluate(KEPT)


@test("What was typed is back when the form is opened again, cannot be read on the device, and is gone once it is sent")
def kept(portal: Portal) -> None:
    with new_letter(portal) as page:
        expect("روی همین دستگاه" in page.inner_text(".draft"), "the page does not say so")
        fill(page)
        text = wait_until_kept(page)
        expect("گواهی" not in text and "education" not in text and "\\u" not in text, f"it can be read: {text}")
        form(page, portal)
        until(page, "document.querySelector('[name=subject]').value !== ''")
        expect_equal((page.input_value("[name=subject]"), page.input_value("[name=sender]"), page.input_value("[name=unit]"),
                      page.is_checked("[name=senderKind][value=person]")), (SUBJECT, "زهرا رضایی", "education", True))
        expect("بازگردانده شد" in page.inner_text(".draft"), page.inner_text(".draft"))
        state_of_script(page, "draft-restored")
        page.set_input_files("[name=letter]", str(document("pdf")))
        register(page)
        page.wait_for_url("**/receipt")
        expect_equal(page.evaluate(KEPT), None, "after sending")
        form(page, portal)
        page.wait_for_timeout(300)
        expect_equal(page.input_value("[name=subject]"), "", "the form after it was sent")
        expect_equal(page.complaints, [])


@test("Nobody else who logs in on the same device gets it, and signing out or the button throws it away")
def forgotten(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        wait_until_kept(page)
        page.context.clear_cookies()
        portal.forget_limits()
        log_in(page, portal, new_mobile())
        form(page, portal)
        page.wait_for_timeout(500)
        expect_equal(page.input_value("[name=subject]"), "", "somebody else's form")
        fill(page, "دیگری")
        wait_until_kept(page)
        page.click(".draft button")
        expect_equal(page.evaluate(KEPT), None, "after the button")
        expect("پاک شد" in page.inner_text(".draft"), page.inner_text(".draft"))
        page.fill("[name=subject]", "باز هم")
        page.wait_for_timeout(700)
        expect_equal(page.evaluate(KEPT), None, "what is typed after the button")
        form(page, portal)
        fill(page)
        wait_until_kept(page)
        page.click(f"form[action='{CGI}/logout'] button")
        page.wait_for_url(portal.address)
        expect_equal(page.evaluate(KEPT), None, "after signing out")


@test("It is kept for a day")
def old(portal: Portal) -> None:
    with new_letter(portal) as page:
        fill(page)
        wait_until_kept(page)
        page.evaluate(f"() => {{ const kept = JSON.parse({KEPT}); kept.at -= 86400001; localStorage.setItem('pishkhan.draft', JSON.stringify(kept)) }}")
        page.goto(portal.address)
        expect_equal(page.evaluate(KEPT), None, "on any page, a day later")


@test("Nothing is kept where scripts do not run, and the page does not say that it were")
def without_scripts(portal: Portal) -> None:
    portal.forget_limits()
    with open_page(javascript=False, viewport=WIDTHS[0]) as page:
        log_in(page, portal, new_mobile())
        form(page, portal)
        expect(not page.is_visible(".draft"), "the sentence is shown")
