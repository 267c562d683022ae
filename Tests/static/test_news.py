"""The news: their list, their pages, their feed, and where they are led to."""

import pathlib
import re
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from urllib.parse import urlsplit

from built_site import ADDRESS, build, example
from crawler import Crawl
from references import read_page
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site
from validator import complaints

ATOM = "{http://www.w3.org/2005/Atom}"
COUNT = 45


def site_with(news: dict[str, str]) -> pathlib.Path:
    """A copy of the example whose news are these and no others; answers with its config."""
    config = copy_of_site({})
    for language in ("fa", "en"):
        for file in (config.parent / "pages" / language / "news").iterdir():
            file.unlink()
    for name, text in news.items():
        (config.parent / "pages" / name).write_text(text, encoding="utf-8")
    return config


def many() -> dict[str, str]:
    """Forty-five in Persian, one for each of the first days of 1405's winter; one of them in English too."""
    found = {f"fa/news/n{day}.md": f"---\ntitle: خبر {day}\ndate: 1405/{10 + (day - 1) // 30:02}/{(day - 1) % 30 + 1:02}\n---\n"
                                   "[راهنما](/guide/) [دیگر](../n1/) [خود](#main) ![x](https://example.org/x.png)\n"
             for day in range(1, COUNT + 1)}
    return found | {"en/news/n45.md": "---\ntitle: News & <more>\ndate: 2027-02-04\n---\n[desk](/cgi-bin/pishkhan/desk)\n"}


def titles(folder: pathlib.Path, page: str, heading: int) -> list[str]:
    return re.findall(rf"<h{heading}><a href=\"[^\"]+\">([^<]+)</a></h{heading}>", (folder / page).read_text(encoding="utf-8"))


@test_once("A long list of news has pages of twenty, newest first; all pages are valid and every link leads somewhere")
def paged() -> None:
    folder = build(site_with(many()))
    crawl = Crawl(folder)
    expect_equal((crawl.missing, crawl.unreachable, crawl.unused), ([], [], []))
    expect_equal(complaints(folder), [])
    found = [titles(folder, page, 2) for page in ("news/index.html", "news/page-2/index.html", "news/page-3/index.html")]
    expect_equal([len(page) for page in found], [20, 20, 5])
    expect_equal(sum(found, []), [f"خبر {day}" for day in range(COUNT, 0, -1)])
    expect(not (folder / "news" / "page-4").exists(), "there is a fourth page")
    expect_equal(titles(folder, "index.html", 3), ["خبر 45", "خبر 44", "خبر 43"])
    expect("۱۵ بهمن ۱۴۰۵" in (folder / "news/n45/index.html").read_text(encoding="utf-8"), "the day is not as Persians write it")
    expect("4 February 2027" in (folder / "en/news/n45/index.html").read_text(encoding="utf-8"), "the day is not Gregorian")


@test_once("The other language's link leads from a piece of news to its translation, or to the list of that language")
def languages() -> None:
    folder = build(site_with(many()))
    for page, other in (("news/n45/", "/en/news/n45/"), ("news/n1/", "/en/news/"), ("news/page-2/", "/en/news/"),
                        ("en/news/n45/", "/news/n45/")):
        expect(f'<li><a href="{other}" lang=' in (folder / page / "index.html").read_text(encoding="utf-8"), f"{page}: {other}")
    alone = build(site_with({"fa/news/x.md": many()["fa/news/n1.md"].replace("../n1/", "/news/")}))
    expect('<li><a href="/en/" lang=' in (alone / "news/x/index.html").read_text(encoding="utf-8"), "English has no news")
    expect_equal(Crawl(alone).missing, [])


@test_once("Without news there is no list, no feed, no entry of the menu, and nothing on the home page")
def none() -> None:
    folder = build(site_with({}))
    expect_equal([str(path) for path in folder.rglob("*news*")], [])
    for page in ("index.html", "en/index.html"):
        text = (folder / page).read_text(encoding="utf-8")
        expect("/news/" not in text and 'class="newest"' not in text, page)
    expect('<a href="/news/">' in (example() / "guide/index.html").read_text(encoding="utf-8"), "the example's menu has no news")


@test_once("The home page shows a piece of news until its last day, local time; the list keeps it")
def until() -> None:
    config = site_with({"fa/news/x.md": "---\ntitle: تعطیلی\ndate: 2026-11-23\nuntil: 2026-11-24\n---\nمتن\n"})
    # Tehran's 25 November begins at 20:30 UTC.
    for moment, shown in ((1795552199, ["تعطیلی"]), (1795552200, [])):
        folder = build(config, moment)
        expect_equal(titles(folder, "index.html", 3), shown, str(moment))
        expect_equal(titles(folder, "news/index.html", 2), ["تعطیلی"])
    expect('<li data-until="2026-11-24T20:30Z">' in (build(config, 1795552199) / "index.html").read_text(encoding="utf-8"),
           "browsers are not told when it ends")


# "atom:feed elements MUST contain exactly one …" (RFC 4287, 4.1.1 and 4.1.2)
ONCE = ("id", "title", "updated")


def expect_right_feed(folder: pathlib.Path, path: str, language: str) -> ElementTree.Element:
    feed = ElementTree.parse(folder / path).getroot()
    expect_equal(feed.tag, ATOM + "feed")
    expect_equal(feed.get("{http://www.w3.org/XML/1998/namespace}lang"), language)
    expect(feed.find(f"{ATOM}author/{ATOM}name").text, "the feed names no author")
    entries = feed.findall(ATOM + "entry")
    ids = [one.find(ATOM + "id").text for one in entries]
    expect_equal(len(ids), len(set(ids)), "ids")
    for one in [feed, *entries]:
        for name in ONCE:
            found = one.findall(ATOM + name)
            expect(len(found) == 1 and found[0].text, f"{path}: {len(found)} of {name}")
        expect(urlsplit(one.find(ATOM + "id").text).scheme == "https", "an id is no absolute IRI")
        for name in ("updated", "published"):
            for moment in one.findall(ATOM + name):
                expect(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", moment.text), moment.text)
                datetime.fromisoformat(moment.text)
        links = one.findall(ATOM + "link")
        kinds = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in links]
        expect_equal(len(kinds), len(set(kinds)), "two alternate links of one type and language")
        for link in links:
            expect(link.get("href").startswith(ADDRESS), link.get("href"))
    expect_equal(feed.find(f"{ATOM}link[@rel='self']").get("href"), ADDRESS + path)
    for one in entries:
        expect(one.find(f"{ATOM}link[@rel='alternate']") is not None, "an entry without its page")
        content = one.find(ATOM + "content")
        expect_equal(content.get("type"), "html")
        for reference in read_page(content.text).references:
            expect(urlsplit(reference.target).scheme, f"{path} holds the relative address {reference.target}")
            if reference.target.startswith(ADDRESS) and "/cgi-bin/" not in reference.target:
                file = reference.target.removeprefix(ADDRESS).split("#")[0] + "index.html"
                expect((folder / file).is_file(), reference.target)
    return feed


@test_once("Each language's feed is Atom by RFC 4287, with whole addresses and the newest twenty")
def feeds() -> None:
    for language, path in (("fa", "news/feed.atom"), ("en", "en/news/feed.atom")):
        expect_right_feed(example(), path, language)
    folder = build(site_with(many()))
    feed = expect_right_feed(folder, "news/feed.atom", "fa")
    expect_equal([one.find(ATOM + "title").text for one in feed.findall(ATOM + "entry")],
                 [f"خبر {day}" for day in range(COUNT, COUNT - 20, -1)])
    expect_equal(feed.find(ATOM + "updated").text, "2027-02-04T00:00:00+03:30")
    english = expect_right_feed(folder, "en/news/feed.atom", "en")
    expect_equal(english.find(f"{ATOM}entry/{ATOM}title").text, "News & <more>")
