"""Notices on top of every page: which of them are there, by the time of the build and of the request."""

import pathlib
import re
import subprocess
import time
from datetime import datetime, timedelta, timezone

from built_site import build
from crawler import Crawl
from direct import environment
from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site
from validator import complaints

LOCAL = timezone(timedelta(hours=3, minutes=30))


def local(moment: int) -> str:
    return datetime.fromtimestamp(moment, LOCAL).strftime("%Y-%m-%d %H:%M")


def site_with(*notices: str) -> pathlib.Path:
    return copy_of_site({r"notices: \[(?s:.*?)\n  \],": "notices: [" + ", ".join(notices) + "],"})


def notice(words: str, begins: int, ends: int, weight: str = "info") -> str:
    return (f'{{ text: {{ fa: "{words}ی [راهنما](/guide/)", en: "{words} [guide](/guide/)" }}, weight: "{weight}", '
            f'from: "{local(begins)}", until: "{local(ends)}" }}')


def shown(text: str) -> dict[str, bool]:
    """The notices of a page, and whether each is visible without a script."""
    box = re.search(r'<div class="notices"[^>]*?(hidden)?>\n(.*?)\n</div>\n</div>\n', text, re.DOTALL)
    if not box:
        return {}
    found = re.findall(r'<div class="notice(?: warning)?"([^>]*)>.*?<p>(\w+)', box.group(2), re.DOTALL)
    visible = {words: "hidden" not in attributes for attributes, words in found}
    expect_equal(bool(box.group(1)), not any(visible.values()), "the box is hidden where all in it is")
    return visible


@test_once("A static page has what was current when it was made, hidden what is to come, and not what is over")
def static_pages() -> None:
    begins = 1_795_552_200 - 1_795_552_200 % 60
    config = site_with(notice("first", begins, begins + 600), notice("second", begins + 600, begins + 1200, "warning"))
    for moment, wanted in ((begins - 1, {"first": False, "second": False}), (begins, {"first": True, "second": False}),
                           (begins + 599, {"first": True, "second": False}), (begins + 600, {"second": True}),
                           (begins + 1200, {})):
        folder = build(config, moment)
        for page in ("en/index.html", "en/units/health/index.html", "en/login/index.html", "en/404.html"):
            expect_equal(shown((folder / page).read_text(encoding="utf-8")), wanted, f"{page} made at {moment - begins:+} s")
        if moment == begins - 1:
            expect_equal((complaints(folder), Crawl(folder).missing), ([], []))
            text = (folder / "en/index.html").read_text(encoding="utf-8")
            expect('<a href="/en/guide/">' in text and "<strong>Warning</strong>" in text, "the link or the weight is missing")


@test_once("A dynamic page shows what is current at the request, whenever the release was made")
def dynamic_pages() -> None:
    now = int(time.time())
    config = site_with(notice("over", now - 7200, now - 3600), notice("current", now - 3600, now + 3600, "warning"),
                       notice("coming", now + 3600, now + 7200))
    folder = build(config, now - 86400)
    ended = subprocess.run([program("pishkhan-cgi")], env=environment(folder.parents[2], path="/staff/login", QUERY_STRING="lang=en"),
                           capture_output=True, text=True, timeout=60)
    expect_equal(shown(ended.stdout), {"current": True}, ended.stdout[:300] + ended.stderr)
    expect("data-until" not in ended.stdout, "the page of a request needs no times")
    expect_equal(shown((folder / "en/index.html").read_text(encoding="utf-8")), {"over": False, "current": False, "coming": False})


@test_once("A link of a notice that leads nowhere is a warning at its column in the config")
def dead_link() -> None:
    config = site_with('{ text: { fa: "سلام [x](/contcat/)", en: "x" } }')
    ended = subprocess.run([program("pishkhan"), "check", "--config", config], capture_output=True, text=True, timeout=60)
    text = config.read_text(encoding="utf-8")
    place = text.index("/contcat/")
    column = place - text.rfind("\n", 0, place)
    expect(f"{config}:{text.count(chr(10), 0, place) + 1}:{column}: warning: \"/contcat/\" leads to no page" in ended.stderr,
           ended.stderr)
