"""Authenticator app and recovery codes in a browser, for a member of the staff and for a citizen."""

from authenticator import App, read_image
from browser import WIDTHS, log_in_by_keyboard, open_page, picture
from citizen import CGI, code_in, new_mobile
from portal import Portal
from sentences import expect, expect_equal, test
from staff import new_account

PASSWORD = "چهار واژهٔ بی‌ربط باهم"


def key_shown(page) -> str:
    """The key as the page shows it, which must be the one that a telephone reads from the screen."""
    key = page.inner_text("bdi.key").replace(" ", "")
    for size in WIDTHS:
        page.set_viewport_size(size)
        read = read_image(page.locator("svg.qr").screenshot(), ".png")
        expect(f"secret={key}&" in read, f"at {size['width']} pixels the picture says {read!r}, the key is {key}")
    expect_equal(page.get_attribute("main a[href^='otpauth:']", "href"), read, "the link to the app")
    return key


def codes_shown(page) -> list[str]:
    text = page.locator(".recovery-codes li").all_inner_texts()
    return [line.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")).replace(" ", "") for line in text]


def no_complaints(page) -> None:
    # Forms with a wrong code were answered with 400, as they should be.
    expect_equal([one for one in page.complaints if "400" not in one], [], "complaints of the browser")


@test("A member of the staff adds an app in a browser with JavaScript off, and logs in with its code and a recovery code")
def staff_app(portal: Portal) -> None:
    portal.forget_limits()
    base = portal.address.rstrip("/") + CGI
    account = new_account(portal)
    with open_page(javascript=False, viewport=WIDTHS[1]) as page:
        page.goto(f"{base}/staff/login")
        page.fill("[name=name]", account.name)
        page.fill("[name=password]", account.password)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/staff/password")
        picture(page, "staff-first-password")
        page.fill("[name=password]", account.password)
        page.fill("[name=newPassword]", PASSWORD)
        page.fill("[name=repeated]", PASSWORD)
        page.click("main form button")
        page.wait_for_url("**/staff/account")
        picture(page, "staff-account")
        page.goto(f"{base}/staff/authenticator?lang=en")
        picture(page, "en-staff-app-offered")
        key_shown(page)
        page.goto(f"{base}/staff/authenticator?lang=fa")
        picture(page, "staff-app-offered")
        app = App(key_shown(page))
        page.fill("[name=password]", PASSWORD)
        page.fill("[name=code]", app.wrong_code())
        page.click("main form button")
        expect_equal(page.get_attribute("[data-error]", "data-error"), "code")
        picture(page, "staff-app-wrong-code")
        page.fill("[name=password]", PASSWORD)
        page.fill("[name=code]", app.next_code())
        page.click("main form button")
        codes = codes_shown(page)
        expect_equal((len(codes), {len(code) for code in codes}), (10, {16}), "the recovery codes")
        picture(page, "staff-recovery-codes")
        page.click("text=کدها را نگه داشتم")
        picture(page, "staff-account-with-app")
        page.click("text=خروج")

        def first_step():
            page.goto(f"{base}/staff/login")
            page.fill("[name=name]", account.name)
            page.fill("[name=password]", PASSWORD)
            page.press("[name=password]", "Enter")
            page.wait_for_url("**/staff/login/code")

        first_step()
        picture(page, "staff-second-step")
        page.fill("[name=code]", app.next_code())
        page.press("[name=code]", "Enter")
        page.wait_for_url("**/staff/letters")
        page.click("text=خروج")
        first_step()
        page.goto(f"{base}/staff/login/code?lang=en")
        page.click("summary")
        picture(page, "en-staff-second-step-open")
        page.fill("[name=recovery]", "1" * 16)
        page.press("[name=recovery]", "Enter")
        expect_equal(page.get_attribute("[data-error]", "data-error"), "recovery")
        expect(page.is_visible("[name=recovery]"), "the field with the error is folded away")
        picture(page, "en-staff-second-step-wrong")
        page.fill("[name=recovery]", codes[4])
        page.press("[name=recovery]", "Enter")
        page.wait_for_url("**/staff/authenticator")
        picture(page, "en-staff-app")
        page.goto(f"{base}/staff/authenticator?lang=fa")
        picture(page, "staff-app")
        no_complaints(page)


@test("A citizen adds an app in a browser with JavaScript off, and logs in with its code")
def citizen_app(portal: Portal) -> None:
    portal.forget_limits()
    base = portal.address.rstrip("/") + CGI
    mobile = new_mobile()
    with open_page(javascript=False, viewport=WIDTHS[0]) as page:

        def ask_for_code():
            page.goto(portal.address + "login/")
            page.fill("[name=mobile]", mobile)
            page.press("[name=mobile]", "Enter")
            page.wait_for_url("**/login/verify")

        ask_for_code()
        page.fill("[name=code]", code_in(portal.wait_for_message(mobile)))
        page.click("main form button")
        page.wait_for_url("**/desk")
        page.click("text=ورود با برنامهٔ رمزساز")
        picture(page, "app-offered")
        page.goto(f"{base}/authenticator?lang=en")
        picture(page, "en-app-offered")
        app = App(key_shown(page))
        page.fill("[name=code]", app.next_code())
        page.click("main form button")
        expect_equal(len(codes_shown(page)), 10)
        picture(page, "en-recovery-codes")
        page.goto(f"{base}/desk?lang=fa")
        picture(page, "desk-with-app")
        page.click("text=خروج")

        portal.forget_limits()
        ask_for_code()
        page.click("summary >> nth=0")
        picture(page, "code-with-app")
        page.fill("[name=code]", app.next_code())
        page.press("[name=code]", "Enter")
        page.wait_for_url("**/desk")
        page.goto(f"{base}/authenticator")
        picture(page, "app")
        no_complaints(page)


@test("A login that is too old to add an app is sent to a new one")
def stale(portal: Portal) -> None:
    portal.forget_limits()
    with open_page(javascript=False, viewport=WIDTHS[0]) as page:
        log_in_by_keyboard(page, portal)
        portal.change_database("UPDATE session SET started = started - 1800 WHERE applicant IS NOT NULL")
        page.goto(portal.address.rstrip("/") + f"{CGI}/authenticator")
        picture(page, "app-stale-login")
        page.click("text=ورود دوباره")
        expect(page.url.endswith("/login/"), page.url)
