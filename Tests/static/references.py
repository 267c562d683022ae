"""What a page refers to, and what can be referred to in it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes that hold an address, by element; those of the last group hold ids of the same page.
ADDRESSES = {"a": "href", "area": "href", "audio": "src", "form": "action", "iframe": "src", "img": "src", "link": "href",
             "script": "src", "source": "src", "track": "src", "video": "src"}
IDS = ("aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-labelledby",
       "aria-owns", "for", "form", "headers", "list")


@dataclass(frozen=True)
class Reference:
    target: str
    line: int
    # Whether a visitor gets there by it, as by a link.
    leads: bool
    method: str = "GET"


@dataclass
class Referring:
    references: list[Reference] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    # What meta elements say, by name or property.
    meta: dict[str, str] = field(default_factory=dict)
    # The links of the head, by rel and hreflang.
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    # What scripts and style sheets are checked against, by address; empty for one that has none.
    integrities: dict[str, str] = field(default_factory=dict)
    # Whether browsers go on from it to another page by themselves.
    leads_on: bool = False
    # What the page says in JSON-LD.
    facts: str = ""


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found = Referring()
        self._in_style = False
        self._in_facts = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        got = {name: value or "" for name, value in attributes}
        line = self.getpos()[0]
        for name in ("id", "name") if tag == "a" else ("id",):
            self.found.anchors.add(got.get(name, ""))
        if (name := ADDRESSES.get(tag)) in got:
            method = got.get("method", "get").upper() if tag == "form" else "GET"
            self._refer(got[name], line, tag in ("a", "area", "form"), method)
        for candidate in filter(None, got.get("srcset", "").split(",")):
            self._refer(candidate.split()[0], line, False)
        for name in IDS:
            for anchor in got.get(name, "").split():
                self._refer("#" + anchor, line, False)
        if "data-index" in got:
            self._refer(got["data-index"], line, False)
        if tag == "meta":
            self.found.meta[got.get("name") or got.get("property", "")] = got.get("content", "")
            if got.get("http-equiv") == "refresh":
                self.found.leads_on = True
                self._refer(got["content"].partition("url=")[2], line, True)
            if got.get("property") in ("og:url", "og:image"):
                self._refer(got["content"], line, False)
        if tag == "script" and "src" in got or got.get("rel") == "stylesheet":
            self.found.integrities[got.get("src") or got["href"]] = got.get("integrity", "")
        self._in_facts = got.get("type") == "application/ld+json"
        if tag == "link":
            self.found.links[got.get("rel", ""), got.get("hreflang", "")] = got.get("href", "")
        self._in_style = tag == "style"

    def handle_data(self, data):
        if self._in_facts:
            self.found.facts += data
        if self._in_style:
            for target in style_addresses(data):
                self._refer(target, self.getpos()[0], False)

    def handle_endtag(self, tag):
        self._in_style = self._in_facts = False

    def _refer(self, target: str, line: int, leads: bool, method: str = "GET") -> None:
        self.found.references.append(Reference(target.strip(), line, leads, method))


def read_page(text: str) -> Referring:
    return _Reader(text).found


def style_addresses(text: str) -> list[str]:
    """The addresses in a style sheet."""
    return [found.strip("'\" ") for found in re.findall(r"(?:url\(|@import\s+)([^);]+)", text)]
