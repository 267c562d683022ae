"""The menu of the config, on the pages."""

import pathlib
import re
import subprocess
import tempfile

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site

USUAL = r"(?m)^  menu: .*$"


def build(menu: str, home: str) -> subprocess.CompletedProcess:
    """Builds the example with another menu."""
    config = copy_of_site({USUAL: f"  menu: [{menu}],"})
    return subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home], capture_output=True,
                          text=True, timeout=60)


def menu_of(page: pathlib.Path) -> list[tuple[str, str]]:
    """The path and the words of each link of a page's menu."""
    menu = re.search(r'<nav class="menu">(.*?)</nav>', page.read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', menu[1]) if menu else []


@test_once("The menu leads where the config says, in the language of each page, with words of its own or the page's")
def menu_on_pages() -> None:
    entries = ('{ page: "contact" }, { page: "desk", title: { fa: "میز", en: "Desk & more" } }, '
               '{ path: "/units/health/", title: { fa: "بهداشت", en: "Health" } }, '
               '{ path: "/cgi-bin/pishkhan/letters/new", title: { fa: "نامه", en: "Letter" } }, '
               '{ path: "https://example.org/?a=1&b", title: { fa: "بیرون", en: "Out" } }')
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        ended = build(entries, home)
        expect_equal(ended.returncode, 0, ended.stderr)
        public = pathlib.Path(home) / "current" / "public"
        out, letter = "https://example.org/?a=1&amp;b", "/cgi-bin/pishkhan/letters/new"
        for page in ("index.html", "units/index.html", "units/health/index.html", "404.html"):
            expect_equal(menu_of(public / page), [
                ("/contact/", "تماس با ما"), ("/cgi-bin/pishkhan/desk", "میز"), ("/units/health/", "بهداشت"),
                (letter, "نامه"), (out, "بیرون")], page)
        expect_equal(menu_of(public / "en/guide/index.html"), [
            ("/en/contact/", "Contact"), ("/cgi-bin/pishkhan/desk", "Desk &amp; more"), ("/en/units/health/", "Health"),
            (letter, "Letter"), (out, "Out")])


@test_once("A path of the menu that leads nowhere is a mistake at its place, with a near one, and nothing is written")
def menu_to_nowhere() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        ended = build('{ path: "/units/haelth/", title: { fa: "x", en: "x" } }', home)
        expect_equal((ended.returncode, ended.stdout, list(pathlib.Path(home).glob("releases/*"))), (1, "", []))
        said = ended.stderr.splitlines()[0]
        expect('error: "/units/haelth/" leads to no page; expected a page' in said, said)
        expect(said.endswith('did you mean "/units/health/"?'), said)
