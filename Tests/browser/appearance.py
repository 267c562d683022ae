"""How pages look: on screens of both widths and schemes, and printed."""

import contextlib
import os
import pathlib
import subprocess

from browser import CHROMIUM, WIDTHS, note_failure
from playwright.sync_api import Page, sync_playwright

SCHEMES = ("light", "dark")


@contextlib.contextmanager
def open_in(scheme: str):
    """A page of a fresh browser with light or dark colours; `page.complaints` as in `open_page`."""
    with sync_playwright() as playwright:
        # No sandbox: the tests may be run by root, and load only the portal's own pages.
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            page: Page = chromium.new_page(viewport=WIDTHS[0], locale="fa-IR", color_scheme=scheme)
            page.complaints = []
            page.on("console", lambda said: said.type in ("error", "warning") and page.complaints.append(said.text))
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            page.on("requestfailed", lambda request: note_failure(page, request))
            yield page
        finally:
            chromium.close()


def printed(page: Page, name: str) -> int:
    """Prints a page on A4 and answers with the number of sheets; they are kept as pictures where PISHKHAN_PICTURES names a
    folder for them."""
    document = page.pdf(format="A4", margin={side: "15mm" for side in ("top", "right", "bottom", "left")})
    folder = os.environ.get("PISHKHAN_PICTURES")
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run(["pdftoppm", "-r", "60", "-png", "-", f"{folder}/{name}-print"], input=document, check=True)
    sheets = subprocess.run(["pdfinfo", "-"], input=document, capture_output=True, check=True).stdout.decode()
    return int(sheets.partition("Pages:")[2].split()[0])
