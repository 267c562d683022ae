"""The links, anchors, assets and images of the static site."""

import re

from built_site import example, new_portal, spoilt
from crawler import Crawl
from sentences import expect, expect_equal, test_once


@test_once("From the home page on, every link, anchor, asset and image of the example is there, and every page is reached")
def whole() -> None:
    crawl = Crawl(example())
    expect_equal(crawl.missing, [])
    expect_equal(crawl.unreachable, [])
    expect_equal(crawl.unused, [])
    expect(len(crawl.reached) > 100, f"only {len(crawl.reached)} pages were reached")


@test_once("The same holds of a portal that pishkhan init begins")
def new() -> None:
    crawl = Crawl(new_portal())
    expect_equal((crawl.missing, crawl.unreachable, crawl.unused), ([], [], []))
    expect(len(crawl.reached) > 10, f"only {len(crawl.reached)} pages were reached")


# Each row: the file, what is put in place of what, and the reference that is then missing.
PLANTED = [
    ("guide/index.html", '<main id="main" tabindex="-1">', '<main id="main" tabindex="-1"><a href="/contcat/">x</a>', "/contcat/"),
    ("guide/index.html", "</main>", '<a href="/guide/#nothing">x</a></main>', "/guide/#nothing"),
    ("guide/index.html", "</main>", '<a href="#nothing">x</a></main>', "#nothing"),
    ("guide/index.html", "</main>", '<a href="../en/contact/x">x</a></main>', "../en/contact/x"),
    ("guide/index.html", "</main>", '<img src="/assets/none.png" alt="x"></main>', "/assets/none.png"),
    ("guide/index.html", "</main>", '<a href="/cgi-bin/pishkhan/dekc">x</a></main>', "/cgi-bin/pishkhan/dekc"),
    ("guide/index.html", "</main>", '<form action="/cgi-bin/pishkhan/desk" method="post"></form></main>', "/cgi-bin/pishkhan/desk"),
    ("guide/index.html", "</main>", '<a href="https://desk.example.org/gude/">x</a></main>', "https://desk.example.org/gude/"),
    ("login/index.html", 'aria-describedby="mobile', 'aria-describedby="nobody mobile', "#nobody"),
    ("404.html", "</main>", '<a href="/contcat/">x</a></main>', "/contcat/"),
]


@test_once("The crawler finds what is planted: a missing page, anchor, asset, image, route or label, and a page without a link")
def planted() -> None:
    folder = spoilt(*(edit[:3] for edit in PLANTED))
    missing = Crawl(folder).missing
    expect_equal(sorted(re.sub(r":\d+: ", " ", one) for one in missing), sorted(f"{file} {target}" for file, _, _, target in PLANTED))
    (folder / "alone").mkdir()
    (folder / "alone" / "index.html").write_text("<a href='/alone/'>x</a>", encoding="utf-8")
    (folder / "assets" / "alone.png").touch()
    crawl = Crawl(folder)
    expect_equal((crawl.unreachable, crawl.unused), (["/alone/"], ["/assets/alone.png"]))
