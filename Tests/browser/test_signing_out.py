"""What the browser still shows once its user has signed out."""

from browser import WIDTHS, open_page
from citizen import CGI, new_mobile
from portal import Portal
from sentences import expect, expect_equal, test
from test_whole_way import log_in, staff_log_in


@test("Signing out has the browser clear what it kept, and the way back leads to no page of the desk")
def way_back(portal: Portal) -> None:
    portal.forget_limits()
    base = portal.address.rstrip("/")
    mobile = new_mobile()
    for javascript in (True, False):
        with open_page(javascript=javascript, viewport=WIDTHS[0]) as page:
            answers = []
            page.on("response", lambda answer: answers.append(answer) if answer.url.endswith("/logout") else None)
            for log_in_somebody, personal in ((lambda: log_in(page, portal, mobile), f"{base}{CGI}/desk"),
                                              (lambda: staff_log_in(page, portal, "reviewer"), f"{base}{CGI}/staff/account")):
                portal.forget_limits()
                log_in_somebody()
                page.goto(personal)
                words = page.inner_text("main")
                page.click(f"form[action='{CGI}/logout'] button")
                page.wait_for_url(portal.address)
                expect_equal(answers.pop().all_headers().get("clear-site-data"), '"cache", "storage"', "Clear-Site-Data")
                page.go_back()
                expect("/login" in page.url, f"the way back leads to {page.url}")
                expect(page.inner_text("main") != words and page.locator(f"form[action='{CGI}/logout']").count() == 0,
                       "the page of somebody who has signed out is shown again")
