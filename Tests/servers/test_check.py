"""`pishkhan check`: every mistake at its place, and what is worth mending."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site

# What is written in portal.json5 in place of what, and at which of its words the mistake stands.
PLANTED = [
    ('name: { fa: "پیشخوان الکترونیکی", en:', 'name: { fa: "پیش‌خوانِ الکترونیکی", ne:', "ne:", "unknown key"),
    ("organisation: {", "organization: {", "organization", 'did you mean "organisation"?'),
    ('"http://127.0.0.1:8080/"', '/* نشانی */ "127.0.0.1:8080"', '"127.0.0.1:8080"', "expected http:// or https://"),
    ('cgiPath: "/cgi-bin/pishkhan"', 'cgiPath: "/cgi-bin/pishkhan/"', '"/cgi-bin/pishkhan/"', "without a slash at its end"),
    ('timeZone: "+03:30"', 'timeZone: "Asia/Tehran"', '"Asia/Tehran"', 'such as "+03:30"'),
    ('"{year}/{sequence}"', '"{yaer}/{sequence}"', '"{yaer}', "unknown placeholder {yaer}"),
    ('wordMacros: "refused"', 'wordMacros: "refuse"', '"refuse"', 'did you mean "refused"?'),
    ('securityCode: "image"', "securityCode: true", "true,", 'expected "image" or "none"'),
    ("networks: []", 'networks: ["10.0.0.0/8", "10.0.0.1/8"]', '"10.0.0.1/8"', "bits set beyond its prefix"),
    ("digits: 10", 'digits: "۱۰"', '"۱۰"', "expected a whole number from 6 to 12"),
    ("attachments: 5", "attachments: 21", "21,", "expected a whole number from 0 to 20"),
    ("    prefixOmits: 4,", "    prefixOmits: 4, workBits: 18,", "workBits: 18,\n    harder", "duplicate key"),
]


def check(config: pathlib.Path, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), "check", "--config", config, *options], capture_output=True, text=True,
                          timeout=60)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if unicodedata.category(one) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def planted_config() -> tuple[pathlib.Path, list[tuple[int, int, str]]]:
    """The example with all mistakes, and where they stand."""
    config = copy_of_site({})
    text = config.read_text(encoding="utf-8")
    for old, new, *_ in PLANTED:
        expect_equal(text.count(old), 1, old)
        text = text.replace(old, new)
    config.write_text(text, encoding="utf-8")
    places = []
    for _, new, at, words in PLANTED:
        start = text.index(new) + new.index(at) if at in new else text.index(at)
        line = text.count("\n", 0, start) + 1
        places.append((line, start - text.rfind("\n", 0, start), words))
    return config, sorted(places)


@test_once("Twelve planted mistakes are twelve lines in the file's order, right to the column, each with its caret")
def twelve_mistakes() -> None:
    config, places = planted_config()
    source = config.read_text(encoding="utf-8").splitlines()
    ended = check(config)
    expect_equal((ended.returncode, ended.stdout), (1, ""))
    lines = ended.stderr.splitlines()
    expect_equal(lines.pop(), "12 mistakes")
    expect_equal(len(lines), 36, ended.stderr)
    for (line, column, words), said, shown, caret in zip(places, lines[::3], lines[1::3], lines[2::3], strict=True):
        expect(said.startswith(f"{config}:{line}:{column}: error: "), f"{line}:{column} {words!r}: {said}")
        expect(words in said, f"{words!r} is not in {said}")
        expect_equal(shown, source[line - 1])
        expect_equal(caret, " " * columns(source[line - 1][:column - 1]) + "^", said)


@test_once("As JSON the same twelve stand at the same places, and each has its parts")
def twelve_as_json() -> None:
    config, places = planted_config()
    ended = check(config, "--json")
    expect_equal((ended.returncode, ended.stderr), (1, ""))
    report = json.loads(ended.stdout)
    expect_equal((report["errors"], report["warnings"]), (12, 0))
    expect_equal([(one["line"], one["column"]) for one in report["problems"]], [place[:2] for place in places])
    for one, (_, _, words) in zip(report["problems"], places, strict=True):
        expect_equal((one["file"], one["severity"]), (str(config), "error"))
        expect(one["problem"] and one["expected"], one)
        expect(words.removeprefix("expected ") in f"{one['problem']}; {one['expected']}; {one.get('note')}", one)


@test_once("The example has neither mistakes nor warnings")
def example_is_clean() -> None:
    ended = check(CHECKOUT / "site" / "portal.json5", "--strict")
    expect_equal((ended.returncode, ended.stderr), (0, ""))
    expect_equal(ended.stdout, f"{CHECKOUT}/site/portal.json5: no mistakes\n")


def edited(file: str, edit: Callable[[str], str]) -> pathlib.Path:
    """A copy of the example with one file changed, or made; answers with its config."""
    config = copy_of_site({})
    path = config.parent / file
    path.write_text(edit(path.read_text(encoding="utf-8") if path.exists() else ""), encoding="utf-8")
    return config


def last(text: str) -> Callable[[str], str]:
    return lambda page: page + "\n" + text + "\n"


# Each row: the file, what is done to it, the text at which the warning stands, and its words.
WARNINGS = [
    ("units.json5", lambda text: text.replace(', en: "Public Relations"', ""), '{ fa: "روابط عمومی"',
     "lacks its text in en, so the one in fa is shown"),
    ("texts/en.json5", lambda text: text.replace("\n{", "\n{ xyzzy: 'x',", 1), "xyzzy", '"xyzzy" is used nowhere'),
    ("pages/en/guide.md", last("سلام [x](/contcat/)"), "/contcat/", 'did you mean "/contact/"?'),
    ("pages/fa/guide.md", last("سلام [x](/contcat/)"), "/contcat/", 'did you mean "/contact/"?'),
    ("pages/en/guide.md", last("[x](/en/contact/)"), "/en/contact/", "leads to no page"),
    ("pages/fa/guide.md", last("[x](/units/nobody/)"), "/units/nobody/", "leads to no page"),
    ("pages/en/guide.md", last("[x][y]\n\n[y]: /nowhere/"), "/nowhere/", "leads to no page"),
    ("pages/en/guide.md", last("[x](#log-on)"), "#log-on", 'did you mean "#log-in"?'),
    ("pages/en/home.md", last("[x](/guide/#log-on)"), "/guide/#log-on", 'did you mean "#log-in"?'),
    ("pages/fa/guide.md", last("[x](#آماده-کردن-نامع)"), "#آماده-کردن-نامع", 'did you mean "#آماده-کردن-نامه"?'),
    ("pages/en/guide.md", last("سلام ![](https://example.org/x.png)"), "https://example.org/x.png", "an image without words"),
    ("pages/en/faq.md", lambda _: "---\ntitle: FAQ\n---\n[x](/faq/)\n", "---", "no link leads to this page"),
    ("portal.json5", lambda text: text.replace("redirects: {", 'redirects: { "/x": "/guied/",'), '"/guied/"', 'did you mean "/guide/"?'),
    ("portal.json5", lambda text: text.replace("redirects: {", 'redirects: { "/guide": "/contact/",'), '"/guide"', "which the redirect hides"),
    ("portal.json5", lambda text: text.replace("// security: {", 'security: { contact: ["tel:1"], expires: "2020-01-01" },\n// {'),
     '"2020-01-01"', "security.txt expired on 2020-01-01"),
    ("portal.json5", lambda text: text.replace("// security: {", 'security: { contact: ["tel:1"], expires: "2040-01-01" },\n// {'),
     '"2040-01-01"', "expected a day within a year"),
    ("theme/style.css", lambda text: text.replace("--muted: #5c5269", "--muted: #9c9299"), "#9c9299",
     "--muted on --ground has a contrast of 2.7:1 on light screens"),
    ("theme/style.css", lambda text: text.replace("--on-button: #21113a", "--on-button: #71618a"), "#71618a",
     "--on-button on --button has a contrast of 2.7:1 on dark screens"),
]


@test_once("Each thing that is worth mending is a warning at its place, and --strict makes it a mistake")
def warnings() -> None:
    for file, edit, at, words in WARNINGS:
        config = edited(file, edit)
        text = (config.parent / file).read_text(encoding="utf-8")
        start = text.index(at) if at == "---" else text.rindex(at)
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        ended = check(config)
        expect_equal(ended.returncode, 0, f"{file}: {words}: {ended.stderr}")
        place = f"{config.parent / file}:{line}:{column}: warning: "
        found = [one for one in ended.stderr.splitlines() if one.startswith(place) and words in one]
        expect_equal(len(found), 1, f"{place}{words}: {ended.stderr}")
        expect(re.search(r": no mistakes, \d+ warnings?$", ended.stdout.strip()), ended.stdout)
        ended = check(config, "--strict")
        expect_equal((ended.returncode, ended.stdout), (1, ""), f"{file}: {words} with --strict")


@test_once("What is right gives no warning: anchors, links to programs and other places, pages that a page links to")
def no_warnings() -> None:
    links = ("[a](#log-in) [b](/guide/#log-in) [c](../contact/) [d](/units/health/) [e](/units.json) [f](mailto:a@example.org) "
             "[g](https://example.org/#x) [h](/cgi-bin/pishkhan/desk) [i](//example.org/) [j](/) [k](#main) [l](/faq/) "
             "[m](tel:+982155) [n](/units/?x=1)")
    config = edited("pages/en/guide.md", last(links))
    (config.parent / "pages" / "en" / "faq.md").write_text("---\ntitle: FAQ\n---\n## Log in\n\n## Log in\n\n[x](#log-in-2)\n")
    ended = check(config, "--strict")
    expect_equal((ended.returncode, ended.stderr), (0, ""))


@test_once("build says warnings and builds; with --strict, or with a mistake, nothing is written")
def building() -> None:
    config = edited("pages/en/guide.md", last("[x](/contcat/)"))
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        def build(*options: str) -> subprocess.CompletedProcess:
            return subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home, *options],
                                  capture_output=True, text=True, timeout=60)

        ended = build("--strict")
        expect_equal((ended.returncode, ended.stdout, os.listdir(home)), (1, "", []), ended.stderr)
        ended = build()
        expect_equal(ended.returncode, 0, ended.stderr)
        expect("warning: " in ended.stderr and "\n    ^\n" in ended.stderr, ended.stderr)
        config.write_text(config.read_text().replace("languages:", "langauges:"))
        ended = build()
        expect_equal((ended.returncode, ended.stdout), (1, ""))
        expect_equal(os.readlink(f"{home}/current"), "releases/1")
