"""How many bytes the first visit takes: what Chromium asks for, compressed as the build has written it beside each file."""

import gzip
from urllib.parse import urlsplit

from browser import WIDTHS
from portal import Portal
from sentences import expect, test, test_once
from shown import chromium
from site_copy import CHECKOUT

MOST_WITH_FONTS = 60_000
MOST_WITHOUT_FONTS = 25_000
MOST_OF_ALL_SCRIPTS = 15_000


@test("The first visit of home and of the login takes 60 KB at most with the fonts, and 25 KB without")
def first_visit(portal: Portal) -> None:
    with chromium() as browser:
        for path in ("", "login/", "en/", "en/login/"):
            page = browser.new_context(viewport=WIDTHS[0]).new_page()
            answers = []
            page.on("response", lambda answer: answers.append(answer))
            page.goto(portal.address + path, wait_until="networkidle")
            sizes = {answer.url: size_of(answer, portal) for answer in answers}
            fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
            whole = sum(sizes.values())
            print(f"/{path}: {whole} bytes, {whole - fonts} without fonts")
            expect(len(sizes) >= 3 and whole <= MOST_WITH_FONTS and whole - fonts <= MOST_WITHOUT_FONTS, f"/{path}: {sizes}")
            page.context.close()


def size_of(answer, portal: Portal) -> int:
    """The bytes of an answer with its head; of a file that has a compressed one beside it, as if the server had sent that."""
    sizes = answer.request.sizes()
    path = urlsplit(answer.url).path
    ready = (portal.home / "current" / "public" / (path[1:] + "index.html" if path.endswith("/") else path[1:])).resolve()
    compressed = ready.with_name(ready.name + ".gz")
    return sizes["responseHeadersSize"] + (compressed.stat().st_size if compressed.exists() else sizes["responseBodySize"])


@test_once("All scripts of the theme together have 15 KB at most, compressed one by one")
def scripts() -> None:
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in (CHECKOUT / "site" / "theme").glob("*.js")}
    expect(len(sizes) >= 7 and sum(sizes.values()) <= MOST_OF_ALL_SCRIPTS, sizes)
