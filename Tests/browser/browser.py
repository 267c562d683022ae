"""Debian's Chromium, driven by Playwright; collects what the pages complain about."""

import contextlib
import os
import pathlib
import time

import axe
from citizen import code_in, new_mobile
from playwright.sync_api import Page, sync_playwright
from portal import Portal

CHROMIUM = "/usr/bin/chromium"
WIDTHS = ({"width": 360, "height": 740}, {"width": 1280, "height": 900})
PHONE = {"width": 320, "height": 640}


@contextlib.contextmanager
def open_page(javascript: bool = True, viewport: dict = PHONE):
    """A page of a fresh browser; `page.complaints` lists console errors, script errors and failed requests."""
    with sync_playwright() as playwright:
        # No sandbox: the tests may be run by root, and load only the portal's own pages.
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            page: Page = chromium.new_page(java_script_enabled=javascript, viewport=viewport, locale="fa-IR")
            page.complaints = []
            page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            page.on("requestfailed", lambda request: note_failure(page, request))
            yield page
        finally:
            chromium.close()


def log_in_by_keyboard(page: Page, portal: Portal) -> None:
    """Logs in a new citizen, in Persian."""
    mobile = new_mobile()
    page.goto(portal.address + "login/")
    page.fill("[name=mobile]", mobile)
    page.press("[name=mobile]", "Enter")
    page.wait_for_url("**/login/verify")
    page.fill("[name=code]", code_in(portal.wait_for_message(mobile)))
    page.press("[name=code]", "Enter")
    page.wait_for_url("**/desk")


def note_failure(page: Page, request) -> None:
    """A request that failed is a complaint, unless the browser itself gave it up for the next page."""
    if request.failure != "net::ERR_ABORTED":
        page.complaints.append(f"{request.url} {request.failure}")


def until(page: Page, expression: str, seconds: float = 10) -> None:
    """Waits until an expression is true in the page, whose policy forbids Playwright's own way."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{expression} was not true within {seconds} s")
        page.wait_for_timeout(50)


def picture(page: Page, name: str) -> None:
    """Keeps pictures of the whole page at both widths, where PISHKHAN_PICTURES names a folder for them."""
    folder = os.environ.get("PISHKHAN_PICTURES")
    wide = False
    before = page.viewport_size
    for size in WIDTHS:
        page.set_viewport_size(size)
        width = page.evaluate("document.documentElement.scrollWidth") if page.context else 0
        wide = wide or width > size["width"]
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{folder}/{name}-{size['width']}.png", full_page=True)
    page.set_viewport_size(before)
    if wide:
        raise AssertionError(f"{name} scrolls sideways")


def state_of_script(page: Page, name: str) -> None:
    """Looks at a state that only scripts make, which no inspection of the pages as they are sent can see; keeps pictures."""
    picture(page, name)
    wrong = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        wrong += [f"{name}, {scheme}: {one}" for one in axe.violations(page, only_colours=scheme == "dark")]
    page.emulate_media(color_scheme="light")
    if wrong:
        raise AssertionError("\n".join(wrong))
