"""The static pages on a small phone."""

from browser import log_in_by_keyboard, open_page
from portal import Portal
from sentences import expect, expect_equal, test

PAGES = ("/", "/login/", "/units/", "/guide/")


@test("Static pages load in Chromium without a complaint, policy violations included")
def no_complaints(portal: Portal) -> None:
    with open_page() as page:
        for path in PAGES:
            page.goto(portal.address.rstrip("/") + path)
            expect_equal(page.complaints, [], path)


@test("At 320 pixels no static page scrolls sideways")
def no_sideways_scrolling(portal: Portal) -> None:
    with open_page() as page:
        for path in PAGES:
            page.goto(portal.address.rstrip("/") + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            expect(width <= 320, f"{path} is {width} pixels wide")


@test("Each static page is Persian, from right to left, with one main heading")
def persian(portal: Portal) -> None:
    with open_page() as page:
        for path in PAGES:
            page.goto(portal.address.rstrip("/") + path)
            root = page.locator("html")
            expect_equal((root.get_attribute("lang"), root.get_attribute("dir")), ("fa", "rtl"), path)
            expect_equal(page.locator("h1").count(), 1, f"headings of {path}")


@test("A citizen reaches the desk by keyboard and phone with JavaScript off")
def login_without_javascript(portal: Portal) -> None:
    with open_page(javascript=False) as page:
        log_in_by_keyboard(page, portal)
        expect_equal(page.complaints, [])
