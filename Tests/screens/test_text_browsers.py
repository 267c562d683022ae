"""The whole way in w3m, and every state in lynx: nothing needs more than text."""

import html
import os
import pathlib
import re
import subprocess
import tempfile

from citizen import CGI, code_in, new_mobile
from documents import document
from portal import Portal
from sentences import expect, test, test_once
from staff import Staff
from walked import states
from text_browser import w3m


@test("A citizen goes the whole way in w3m: login, letter, receipt, desk, status, signing out")
def whole_way(portal: Portal) -> None:
    portal.forget_limits()
    mobile = new_mobile()
    base = portal.address.rstrip("/")
    with w3m(portal.address + "en/") as browser:
        browser.wait_for("Log in and send a letter")
        browser.press("Log in and send a letter", "Mobile number")
        browser.fill("Mobile number", mobile)
        browser.press("Send code", "Confirmation code")
        browser.fill("Confirmation code", code_in(portal.wait_for_message(mobile)))
        browser.press("Confirm code", "My desk")
        browser.go(f"{base}{CGI}/letters/new?unit=education", "Who signs the letter")
        # Empty, it comes back with its errors.
        browser.press("Submit", "Please mend the following")
        browser.find("Who signs the letter", again=1)
        browser.keys("Tab", "Enter")
        browser.fill("Full name", "Zahra Rezaei", again=2)
        browser.fill("The whole subject", "Certificate")
        browser.attach("The signed letter", str(document("pdf")))
        browser.press("Submit", "Your letter is registered")
        letter = re.search(r"Receipt number:?\s+(\d+)", browser.screen()).group(1)
        Staff(portal, "reviewer").signed_in().do(letter, "accept")
        browser.press("Back to the desk", "Accepted")
        browser.press("Get latest status", "Latest status")
        expect("Certificate" in browser.screen(), browser.screen())
        browser.press("Sign out", "Log in and send a letter")
        browser.go(f"{base}{CGI}/desk", "Mobile number")


# What stands in a page's markup and must be read in a text browser too.
_SAID = re.compile(r'<(h1|label|legend|button|dt|p class="error"|summary)\b[^>]*>(.*?)</(?:h1|label|legend|button|dt|p|summary)>', re.S)


@test_once("lynx shows the heading, labels, errors, buttons and alternative texts of every state of every page")
def in_lynx() -> None:
    with tempfile.TemporaryDirectory() as name:
        for state in states():
            file = pathlib.Path(name, "page.html")
            file.write_bytes(state.html)
            shown = squeezed(subprocess.run(
                ["lynx", "-dump", "-nolist", "-width=200", "-assume_charset=utf-8", "-display_charset=utf-8", "-force_html", file],
                capture_output=True, text=True, timeout=30, check=True, env=os.environ | {"LC_ALL": "C.UTF-8"}).stdout)
            text = state.html.decode("utf-8")
            said = [re.sub(r"<[^>]*>", "", words) for tag, words in _SAID.findall(text[text.index("<main"):])]
            said += re.findall(r'<img [^>]*alt="([^"]+)"', text)
            for words in filter(None, (squeezed(html.unescape(one)) for one in said)):
                expect(words in shown, f"{state.label}: {words!r} is not in\n{shown}")


def squeezed(text: str) -> str:
    """A text without its spaces and line ends, by which text browsers differ, and without marks of direction."""
    return re.sub(r"[\s\u200c-\u200f\u2066-\u2069_]+", "", text)
