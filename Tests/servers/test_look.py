"""The look that the config gives the pages: colours, logo and corners."""

import pathlib
import re
import subprocess
import tempfile

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site

LOOK = 'look: { light: { brand: "#0b4f4a" }, logo: "ours.svg", corner: 4 },'


def built(look: str, home: str) -> pathlib.Path:
    """The public folder of the example with a look of its own."""
    config = copy_of_site({r'(?m)^  theme: "theme",$': f'  theme: "theme",\n  {look}'})
    (config.parent / "ours.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    ended = subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home], capture_output=True,
                           text=True, timeout=60)
    expect_equal((ended.returncode, ended.stderr), (0, ""))
    return pathlib.Path(home) / "current" / "public"


@test_once("Colours, logo and corners of the config are on every page, and another colour is another style sheet")
def look_on_pages() -> None:
    sheets = set()
    for look in ("", LOOK, LOOK.replace("#0b4f4a", "#0b4f4b")):
        with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
            public = built(look, home)
            for page in ("index.html", "en/units/health/index.html", "404.html"):
                text = (public / page).read_text(encoding="utf-8")
                sheet = re.search(r'<link rel="stylesheet" href="([^"]+)"', text)[1]
                logo = re.search(r'<img src="(/assets/logo\.[0-9a-f]+\.svg)" alt="" height="48">', text)
                expect_equal(logo is not None, look != "", f"the logo on {page}")
                expect_equal("<svg viewBox" in text.partition("</header>")[0], look == "", f"the mark on {page}")
                if logo:
                    expect((public / logo[1][1:]).is_file(), f"there is no {logo[1]}")
                    expect(f'<link rel="icon" href="{logo[1]}">' in text, f"the icon of {page}")
                    expect('<meta name="theme-color" content="#0b4f4' in text, f"the window of {page}")
            sheets.add(sheet)
            styles = (public / sheet[1:]).read_text(encoding="utf-8")
            expect_equal("--round: 4px;" in styles and "--brand: #0b4f4" in styles, look != "", "the style sheet")
    expect_equal(len(sheets), 3, sheets)
