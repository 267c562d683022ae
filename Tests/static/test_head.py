"""What stands in the head of static pages, and beside them for programs."""

import base64
import hashlib
import json
import pathlib
import re
import struct
import xml.etree.ElementTree as ElementTree
from datetime import datetime

from built_site import ADDRESS, build, example
from crawler import Crawl
from references import Referring
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site


def pages(folder: pathlib.Path) -> dict[str, Referring]:
    """Every page that an address leads to."""
    crawl = Crawl(folder)
    return {path: crawl.pages[path] for path in sorted(crawl.reached)}


@test_once("Each page names its own address, and itself in each of its languages, which name it in turn")
def addresses() -> None:
    found = pages(example())
    for path, page in found.items():
        expect_equal(page.links["canonical", ""], ADDRESS + path[1:])
        alternates = {language: address for (rel, language), address in page.links.items() if rel == "alternate" and language}
        own = "en" if path.startswith("/en/") else "fa"
        expect_equal(alternates[own], ADDRESS + path[1:], path)
        expect_equal(set(alternates), {"fa", "en", "x-default"}, path)
        expect_equal(alternates["x-default"], alternates["fa"], path)
        for language in ("fa", "en"):
            other = found[alternates[language].replace(ADDRESS, "/", 1)]
            expect_equal(other.links["alternate", own], ADDRESS + path[1:], f"{path} is not named by its {language} page")


@test_once("A page that is there in one language names no other, and its link to the other language leads to the home page")
def one_language() -> None:
    config = copy_of_site({})
    (config.parent / "pages/fa/faq.md").write_text("---\ntitle: پرسش‌ها\n---\n[x](/faq/)\n", encoding="utf-8")
    guide = config.parent / "pages/fa/guide.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n[پرسش‌ها](/faq/)\n", encoding="utf-8")
    crawl = Crawl(build(config))
    expect_equal((crawl.missing, crawl.unreachable), ([], []))
    page = crawl.pages["/faq/"]
    expect_equal([key for key in page.links if key[0] == "alternate" and key[1]], [])
    expect_equal([one.target for one in page.references if one.leads and one.target.startswith("/en/")], ["/en/"])


@test_once("Each page says what it is about, and how a link to it is shown")
def cards() -> None:
    for path, page in pages(example()).items():
        meta = page.meta
        expect(meta.get("description"), f"{path} has no description")
        expect_equal(meta["og:description"], meta["description"], path)
        expect_equal(meta["og:url"], ADDRESS + path[1:], path)
        expect_equal(meta["og:locale"], "en_GB" if path.startswith("/en/") else "fa_IR", path)
        is_news = re.search("/news/[^/]+/$", path) is not None
        expect_equal(meta["og:type"], "article" if is_news else "website", path)
        for name in ("og:title", "og:site_name", "og:image"):
            expect(meta.get(name), f"{path} has no {name}")
        expect("robots" not in meta, path)


@test_once("The home page alone tells who runs the portal, and no text can end that script")
def organisation() -> None:
    for path, page in pages(example()).items():
        expect_equal(bool(page.facts), path in ("/", "/en/"), path)
    facts = json.loads(pages(example())["/en/"].facts)
    expect_equal((facts["@context"], facts["@type"], facts["url"]), ("https://schema.org", "Organization", ADDRESS))
    expect_equal(facts["name"], "Negarestan University of Medical Sciences")
    hostile = '</script><b>&"'
    folder = build(copy_of_site({r'en: "Negarestan University of Medical Sciences"': "en: " + json.dumps(hostile)}))
    expect_equal(json.loads(pages(folder)["/en/"].facts)["name"], hostile)


@test_once("Error pages are for no search engine, and need nothing but assets of the release")
def error_pages() -> None:
    crawl = Crawl(example())
    for path, page in crawl.pages.items():
        if path in crawl.reached or page.leads_on:
            continue
        expect_equal(page.meta.get("robots"), "noindex", path)
        expect(("canonical", "") not in page.links, path)
        for one in page.references:
            expect(one.leads or one.target.startswith(("/assets/", "#")), f"{path} needs {one.target}")


@test_once("Each style sheet and script is checked against its content, on every page")
def integrity() -> None:
    crawl = Crawl(example())
    for path, page in crawl.pages.items():
        expect(len(page.integrities) >= 2, path)
        for address, wanted in page.integrities.items():
            content = (example() / address[1:]).read_bytes()
            expect_equal(wanted, "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode(), f"{address} of {path}")


@test_once("The sitemap lists every page that can be reached, and no other; robots.txt names it and shuts the dynamic pages off")
def sitemap() -> None:
    tree = ElementTree.parse(example() / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    expect_equal(tree.tag, space + "urlset")
    listed = [one.text for one in tree.iter(space + "loc")]
    expect_equal(sorted(listed), sorted(ADDRESS + path[1:] for path in pages(example())))
    expect_equal((example() / "robots.txt").read_text(),
                 f"User-agent: *\nDisallow: /cgi-bin/pishkhan/\n\nSitemap: {ADDRESS}sitemap.xml\n")


@test_once("The manifest of each language has the portal's name and icons of the sizes that it says")
def manifest() -> None:
    for path, language, direction in (("manifest.json", "fa", "rtl"), ("en/manifest.json", "en", "ltr")):
        found = json.loads((example() / path).read_text(encoding="utf-8"))
        expect_equal((found["lang"], found["dir"], found["scope"]), (language, direction, "/"))
        expect_equal(found["start_url"], "/" if language == "fa" else "/en/")
        sizes = []
        for icon in found["icons"]:
            content = (example() / icon["src"][1:]).read_bytes()
            if icon["type"] == "image/png":
                width, height = struct.unpack(">II", content[16:24])
                expect_equal(icon["sizes"], f"{width}x{height}")
            sizes.append(icon["sizes"])
        expect_equal(sizes, ["192x192", "512x512", "any"])


@test_once("security.txt is there where the config names whom to tell, by RFC 9116, the same at each build")
def security() -> None:
    expect(not (example() / ".well-known").exists(), "the example names nobody")
    key = 'security: { contact: ["mailto:security@example.org", "https://example.org/hole"], expires: "1406/09/03" },'
    config = copy_of_site({r"  // security: .*": "  " + key})
    texts = [(build(config, moment) / ".well-known/security.txt").read_text() for moment in (1_795_552_200, 1_800_000_000)]
    expect_equal(texts[0], texts[1])
    fields = [line.split(": ", 1) for line in texts[0].splitlines()]
    expect_equal([value for name, value in fields if name == "Contact"], ["mailto:security@example.org", "https://example.org/hole"])
    expires = [value for name, value in fields if name == "Expires"]
    expect_equal(expires, ["2027-11-24T23:59:59+03:30"])
    datetime.fromisoformat(expires[0])
    expect_equal([value for name, value in fields if name == "Canonical"], [ADDRESS + ".well-known/security.txt"])
    expect_equal([value for name, value in fields if name == "Preferred-Languages"], ["fa, en"])
