"""The security code in a browser: work in its place with scripts, the image and the sound without."""

from browser import PHONE, WIDTHS, open_page, picture
from citizen import code_in, new_mobile
from portal import Portal
from security_code import digits_of
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site, site_with_security_code


def image_digits(page, portal: Portal) -> str:
    """The digits of the image that the page shows, in Persian."""
    page.wait_for_load_state("networkidle")
    cookie = next(one["value"] for one in page.context.cookies() if one["name"] == "captcha")
    return digits_of(cookie, portal.messages_log.parent).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def expect_signed_in(page, portal: Portal, mobile: str) -> None:
    page.wait_for_url("**/login/verify")
    page.fill("[name=code]", code_in(portal.wait_for_message(mobile)))
    page.click("main form button")
    page.wait_for_url("**/desk")


@test_once("Where scripts run, the browser computes and nobody reads an image: with the work that the example asks for")
def with_scripts() -> None:
    with Portal() as portal, open_page(viewport=WIDTHS[0]) as page:
        mobile = new_mobile()
        page.goto(portal.address + "login/")
        expect(not page.is_visible(".security-code"), "the image is shown though scripts run")
        expect_equal(page.inner_text(".work"), "", "words before anything happens")
        page.fill("[name=mobile]", mobile)
        expect("لازم نیست" in page.inner_text(".work"), page.inner_text(".work"))
        picture(page, "login-work")
        page.wait_for_selector(".work:has-text('انجام شد')", timeout=60_000)
        expect(page.input_value("[name=work]").isdigit(), page.input_value("[name=work]"))
        picture(page, "login-work-done")
        page.click("main form button.button")
        expect_signed_in(page, portal, mobile)
        # Back to the login page, its answer used: another is computed.
        page.goto(portal.address + "en/login/")
        mobile = new_mobile()
        page.fill("[name=mobile]", mobile)
        page.keyboard.press("Enter")
        expect_signed_in(page, portal, mobile)
        expect_equal(page.complaints, [], "complaints of the browser")


@test_once("Whoever sends the form before the work is done waits, and the form is sent by itself")
def impatient() -> None:
    config = copy_of_site({r"\bworkBits: 18": "workBits: 21"})
    with Portal(config=config) as portal, open_page(viewport=WIDTHS[0]) as page:
        mobile = new_mobile()
        page.goto(portal.address + "login/")
        page.fill("[name=mobile]", mobile)
        page.keyboard.press("Enter")
        expect("خودبه‌خود" in page.inner_text(".work"), page.inner_text(".work"))
        # The page answers while the work goes on beside it.
        expect(page.evaluate("new Promise(done => { const t = performance.now(); setTimeout(() => done(performance.now() - t), 20) })") < 500,
               "the page stands still")
        page.wait_for_url("**/login/verify", timeout=120_000)


@test_once("Where the work fails, the image is there, another one comes without a new page, and the code can be heard")
def without_work() -> None:
    with Portal() as portal, open_page(viewport=WIDTHS[0]) as page:
        page.route("**/captcha/work", lambda route: route.fulfill(status=503, body=""))
        mobile = new_mobile()
        page.goto(portal.address + "login/")
        page.fill("[name=mobile]", mobile)
        page.wait_for_selector(".security-code", state="visible")
        picture(page, "login-image")
        first = image_digits(page, portal)
        page.fill("[name=captcha]", "123")
        page.click("text=تصویر دیگر")
        page.wait_for_selector(".security-code img[src*='&n=']")
        page.wait_for_load_state("networkidle")
        expect(image_digits(page, portal) != first, "the other image has the same code")
        expect_equal((page.input_value("[name=captcha]"), page.input_value("[name=mobile]")), ("", mobile), "the fields")
        page.click("text=شنیدن کد")
        picture(page, "login-sound")
        heard = page.evaluate("""async () => {
            const sound = document.querySelector('audio');
            sound.muted = true;
            await sound.play();
            await new Promise(done => setTimeout(done, 600));
            return [sound.currentTime > 0.1, sound.duration > 3 && sound.duration < 12, sound.error];
        }""")
        expect_equal(heard, [True, True, None], "the sound")
        page.fill("[name=captcha]", image_digits(page, portal))
        page.click("main form button.button")
        expect_signed_in(page, portal, mobile)


@test_once("Without scripts the image is read, Enter sends the form, and another image keeps the number")
def without_scripts() -> None:
    with Portal() as portal, open_page(javascript=False, viewport=PHONE) as page:
        mobile = new_mobile()
        page.goto(portal.address + "login/")
        picture(page, "login-no-scripts")
        page.fill("[name=mobile]", mobile)
        page.click("text=تصویر دیگر")
        expect_equal(page.input_value("[name=mobile]"), mobile, "the number")
        page.fill("[name=captcha]", "00000")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-error=captcha]")
        expect(page.is_visible(".security-code img"), "the image after a wrong answer")
        picture(page, "login-wrong-code")
        page.fill("[name=captcha]", image_digits(page, portal))
        page.keyboard.press("Enter")
        expect_signed_in(page, portal, mobile)
        page.goto(portal.address + "en/login/")
        picture(page, "en-login-no-scripts")


@test_once("Past the limit of an address the page says that the code is longer, and shows it")
def longer_code() -> None:
    config = site_with_security_code(codesPerAddress=1, harderCodeDigits=7)
    with Portal(config=config) as portal, open_page(javascript=False, viewport=WIDTHS[0]) as page:
        for expected in (5, 7):
            mobile = new_mobile()
            page.goto(portal.address + "login/")
            page.fill("[name=mobile]", mobile)
            page.fill("[name=captcha]", image_digits(page, portal))
            page.keyboard.press("Enter")
            if expected == 7:
                page.wait_for_selector("[data-error=captcha]")
                expect("بلندتر" in page.inner_text("[data-error=captcha]"), page.inner_text("[data-error=captcha]"))
                digits = image_digits(page, portal)
                expect_equal(len(digits), 7, "digits of the longer code")
                picture(page, "login-longer-code")
                page.fill("[name=captcha]", digits)
                page.keyboard.press("Enter")
            expect_signed_in(page, portal, mobile)
            page.context.clear_cookies()
