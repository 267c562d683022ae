"""Pictures in pages of text."""

import pathlib
import re
import subprocess
import tempfile

from built_site import ADDRESS, build
from crawler import Crawl
from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site
from validator import complaints

ICON = CHECKOUT / "site" / "theme" / "icon-192.png"


def with_pictures(text: str, *names: str) -> pathlib.Path:
    """A copy of the example with this text in the English guide, and a picture under each name; answers with its config."""
    config = copy_of_site({})
    guide = config.parent / "pages/en/guide.md"
    guide.write_text(guide.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    for name in names:
        (config.parent / "pages" / name).write_bytes(ICON.read_bytes())
    return config


def check(config: pathlib.Path, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), "check", "--config", config, *options], capture_output=True, text=True, timeout=60)


@test_once("A picture beside a page is published under its hash, with its size and its words, from news and other languages too")
def published() -> None:
    config = with_pictures("![A door](door.png) ![در](../fa/در.png)", "en/door.png", "fa/در.png", "en/news/party.png")
    news = config.parent / "pages/en/news/opening.md"
    news.write_text(news.read_text(encoding="utf-8") + "\n![A party](party.png) ![A door](../door.png)\n", encoding="utf-8")
    expect_equal(check(config, "--strict").returncode, 0, check(config, "--strict").stderr)
    folder = build(config)
    crawl = Crawl(folder)
    expect_equal((crawl.missing, crawl.unused), ([], []))
    expect_equal(complaints(folder), [])
    guide = (folder / "en/guide/index.html").read_text(encoding="utf-8")
    found = re.findall(r'<img src="(/assets/[a-z]+\.[0-9a-f]{12}\.png)" alt="([^"]+)" width="192" height="192" loading="lazy">', guide)
    expect_equal([words for _, words in found], ["A door", "در"])
    for path, _ in found:
        expect_equal((folder / path[1:]).read_bytes(), ICON.read_bytes())
    feed = (folder / "en/news/feed.atom").read_text(encoding="utf-8")
    expect(f"&lt;img src=&quot;{ADDRESS}assets/party." in feed, "the feed has no whole address of the picture")


@test_once("A picture whose name ends with @2x is shown at half its size, and any other at its own")
def for_fine_screens() -> None:
    folder = build(with_pictures("![A door](door@2x.png) ![A gate](gate2x.png)", "en/door@2x.png", "en/gate2x.png"))
    guide = (folder / "en/guide/index.html").read_text(encoding="utf-8")
    found = re.findall(r'<img src="(/assets/[^"]+)" alt="([^"]+)" width="(\d+)" height="(\d+)"', guide)
    expect_equal([one[1:] for one in found], [("A door", "96", "96"), ("A gate", "192", "192")])
    expect_equal((folder / found[0][0][1:]).read_bytes(), ICON.read_bytes())


# Each row: the text of the page, the names of the pictures that are there, and the warning.
WARNINGS = [
    ("![A door](doro.png)", ["en/door.png"], 'there is no picture "en/doro.png" in the pages\' folder', 'did you mean "en/door.png"?'),
    ("![A door](https://example.org/door.png)", [], "a picture from elsewhere", "expected a file beside the page"),
    ("![](door.png)", ["en/door.png"], "an image without words", "![what it shows](door.png)"),
    ("x", ["en/door.png"], "no page shows this picture", "expected ![what it shows]"),
]


@test_once("A picture that is missing, from elsewhere, without words or shown nowhere is a warning")
def warned() -> None:
    for text, names, *words in WARNINGS:
        ended = check(with_pictures(text, *names))
        expect_equal(ended.returncode, 0, ended.stderr)
        lines = [line for line in ended.stderr.splitlines() if "warning:" in line]
        expect(any(all(one in line for one in words) for line in lines), f"{words}: {ended.stderr}")


def refusal(config: pathlib.Path) -> str:
    """What a build says that has refused a site, and written nothing."""
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        ended = subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home], capture_output=True,
                               text=True, timeout=60)
        expect_equal((ended.returncode, ended.stdout), (1, ""), ended.stderr)
        expect(not list(pathlib.Path(home).glob("releases/*")), "something was written")
    return ended.stderr


@test_once("A picture outside of the pages' folder, by its path or by a link, and one that is none, are refused")
def refused() -> None:
    config = with_pictures("![x](../../theme/icon-192.png)")
    text = (config.parent / "pages/en/guide.md").read_text(encoding="utf-8")
    line = text[:text.index("../../theme")].count("\n") + 1
    expect(f'guide.md:{line}:6: error: "../../theme/icon-192.png" leads out of the pages\' folder' in refusal(config), refusal(config))
    config = with_pictures("![x](door.png)")
    (config.parent / "pages/en/door.png").symlink_to(ICON)
    expect("en/door.png:1:1: error: cannot be read (it is, or lies in, a link that leads out of the site's folder)" in refusal(config),
           refusal(config))
    config = with_pictures("![x](door.png)")
    (config.parent / "pages/en/door.png").write_text("no picture")
    expect("en/door.png:1:1: error: no picture of the kind that its name says" in refusal(config), refusal(config))
