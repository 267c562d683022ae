"""The page of the code with scripts: the code fills itself in, and a clock counts down to another."""

import re

from browser import WIDTHS, open_page, state_of_script, until
from citizen import code_in, new_mobile
from portal import Portal
from sentences import expect, expect_equal, test

# What a telephone with WebOTP has; the message itself is fetched from the portal's own log.
WEB_OTP = """window.OTPCredential = class {}
navigator.credentials.get = options => new Promise(resolve => {
    window.asked = JSON.stringify(options.otp)
    window.arrive = code => resolve({ code })
})"""


@test("The code of the message is filled in by the telephone and sent by its owner; the message names the portal's host")
def filled_in(portal: Portal) -> None:
    portal.forget_limits()
    mobile = new_mobile()
    with open_page(viewport=WIDTHS[0]) as page:
        page.add_init_script(WEB_OTP)
        page.goto(portal.address + "login/")
        page.fill("[name=mobile]", mobile)
        page.press("[name=mobile]", "Enter")
        page.wait_for_url("**/login/verify")
        expect_equal(page.evaluate("asked"), '{"transport":["sms"]}')
        text = portal.wait_for_message(mobile)["text"]
        code = code_in({"text": text})
        host = portal.address.removeprefix("http://").rstrip("/")
        expect_equal(text.splitlines()[-1], f"@{host} #{code}", "the line that binds the code to the portal")
        page.evaluate("code => arrive(code)", code)
        until(page, "document.querySelector('[name=code]').value !== ''")
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk")
        expect_equal(page.complaints, [])


@test("A clock counts down to another code, also after an error, and then a link is there to ask for one")
def countdown(portal: Portal) -> None:
    portal.forget_limits()
    with open_page(viewport=WIDTHS[0]) as page:
        page.clock.install()
        page.goto(portal.address + "login/")
        page.fill("[name=mobile]", new_mobile())
        page.press("[name=mobile]", "Enter")
        page.wait_for_url("**/login/verify")
        left = re.search(r"([۰-۹]+) ثانیه", page.inner_text(".again"))
        expect(left and 50 <= int(left.group(1)) <= 60, page.inner_text(".again"))
        expect(not page.is_visible(".again a"), "the link is there too early")
        state_of_script(page, "code-countdown")
        page.fill("[name=code]", "1")
        page.click("main form button")
        page.wait_for_selector(".error-summary")
        expect(re.search(r"[۰-۹]+ ثانیه", page.inner_text(".again")), page.inner_text(".again"))
        page.clock.run_for(61_000)
        page.wait_for_selector(".again a")
        expect_equal(page.inner_text(".again [role=status]"), "اکنون می‌توانید کد تازه بخواهید.")
        state_of_script(page, "code-countdown-over")
        page.click(".again a")
        page.wait_for_url("**/login/")
