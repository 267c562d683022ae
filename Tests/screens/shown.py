"""States in Chromium: each is shown at its own address, with the style sheet, fonts and scripts of the running portal."""

import contextlib
import os
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from browser import CHROMIUM
from playwright.sync_api import Page, sync_playwright
from states import State

_SCRIPT = re.compile(rb"<script\b[^>]*></script>")
# The page of a unit that another has replaced would lead on before it has been looked at.
_REFRESH = re.compile(rb'<meta http-equiv="refresh"[^>]*>')


@contextlib.contextmanager
def chromium() -> Iterator:
    """A browser for many pages."""
    with sync_playwright() as playwright:
        # No sandbox: the tests may be run by root, and load only the portal's own pages.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Shown:
    """One tab, in which states are shown one after the other."""

    def __init__(self, browser, address: str) -> None:
        self.address = address
        # Rules of a policy would keep axe out; that the pages obey theirs, Tests/browser shows.
        self.page: Page = browser.new_context(bypass_csp=True, locale="fa-IR").new_page()
        # What the browser itself says against the page, its scripts and what it loads.
        self.complaints: list[str] = []
        self.page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def show(self, state: State, scripts: bool) -> None:
        """Loads a state's bytes; without scripts, as if none had arrived."""
        html = _REFRESH.sub(b"", state.html)
        html = html if scripts else _SCRIPT.sub(b"", html)
        url = urljoin(self.address, state.path)
        self.page.unroute_all()
        self.page.route(url, lambda route: route.fulfill(status=200, content_type="text/html; charset=utf-8", body=html))
        self.page.goto(url, wait_until="load")
        self.page.evaluate("document.fonts.ready")

    def picture(self, folder: str, name: str) -> None:
        os.makedirs(folder, exist_ok=True)
        self.page.screenshot(path=f"{folder}/{name}.png", full_page=True)
