"""Looking for something in the audit, in a browser without JavaScript."""

from browser import WIDTHS, open_page, picture
from citizen import CGI, Citizen
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff


def log_in(page, portal: Portal) -> None:
    account = portal.staff["administrator"]
    page.goto(portal.address.rstrip("/") + f"{CGI}/staff/login")
    page.fill("[name=name]", account.name)
    page.fill("[name=password]", account.password)
    page.click("main button")
    page.wait_for_url("**/staff/audit")


@test("An administrator looks for what an account did on some days, finds nothing, mistypes, and sees all again")
def audit_search(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(unit="education")
    Staff(portal, "reviewer").signed_in().do(letter, "reject", reason="امضا ندارد")
    with open_page(javascript=False, viewport=WIDTHS[1]) as page:
        log_in(page, portal)
        picture(page, "fa-audit")
        page.select_option("[name=person]", "reviewer")
        page.fill("[name=since]", "۱۴۰۵/۱/۱")
        page.click("form.filter button")
        expect(page.locator("tr[data-event=rejected]").count() >= 1, "the rejection is not found")
        expect_equal(page.locator("tr[data-event=registered]").count(), 0, "lines of others")
        expect_equal(page.input_value("[name=since]"), "۱۴۰۵/۰۱/۰۱")
        expect_equal(page.input_value("[name=person]"), "reviewer")
        picture(page, "fa-audit-found")
        page.click("text=English")
        expect_equal(page.input_value("[name=since]"), "2026-03-21")
        picture(page, "en-audit-found")
        page.fill("[name=until]", "2026-03-22")
        page.click("form.filter button")
        expect_equal(page.locator("tr[data-event]").count(), 0, "lines of that day")
        picture(page, "en-audit-nothing")
        page.fill("[name=until]", "31/12")
        page.fill("[name=letter]", "x")
        page.click("form.filter button")
        expect_equal(page.locator("[data-error]").count(), 2, "errors")
        picture(page, "en-audit-mistyped")
        page.click("main form.filter a")
        expect(page.locator("tr[data-event=registered]").count() >= 1, "all events again")
        # The mistyped form was answered with 400, as it should be.
        expect_equal([one for one in page.complaints if "400" not in one], [], "complaints of the browser")
