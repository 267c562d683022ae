"""Photographs of the pages of a letter, chosen together in a browser."""

import pathlib
import tempfile

from browser import WIDTHS, log_in_by_keyboard, open_page, picture
from citizen import CGI
from client import Client
from photographs import as_seen, checked_pages, difference, jpeg, page as drawn_page, png
from portal import Portal
from sentences import expect, expect_equal, test


@test("Photographs that are chosen together become one document, with scripts and without")
def chosen_together(portal: Portal) -> None:
    contents = {"IMG_2.jpg": jpeg(drawn_page(1), 6), "IMG_10.png": png(drawn_page(2)), "IMG_1.jpg": jpeg(drawn_page(3, (800, 600)), 8)}
    base = portal.address.rstrip("/") + CGI
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / name for name in contents]
        for file in files:
            file.write_bytes(contents[file.name])
        for javascript in (True, False):
            portal.forget_limits()
            with open_page(javascript=javascript, viewport=WIDTHS[0]) as page:
                log_in_by_keyboard(page, portal)
                page.goto(f"{base}/letters/new?unit=education")
                picture(page, "new-letter-photographs")
                page.check("[name=senderKind][value=person]")
                page.fill("[name=sender]", "زهرا رضایی")
                page.fill("[name=subject]", "درخواست گواهی")
                expect(page.get_attribute("[name=letter]", "multiple") is not None, "only one file can be chosen")
                page.set_input_files("[name=letter]", files)
                page.click("form button.button:has-text('ثبت')")
                page.wait_for_url("**/receipt")
                expect("۳ عکس به همین ترتیب یک سند شد" in page.inner_text(".documents"), page.inner_text(".documents"))
                picture(page, "receipt-photographs")
                cookies = {one["name"]: one["value"] for one in page.context.cookies()}
                document = Client(portal.address, cookies).get(page.get_attribute(".documents a", "href")).body
                pages = checked_pages(document)
                expect_equal(len(pages), 3, "pages")
                for shown, file in zip(pages, files):
                    expect(difference(shown, as_seen(contents[file.name])) < 6, f"the page of {file.name}")
                expect_equal(page.complaints, [], "complaints of the browser")
