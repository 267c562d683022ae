"""Receipt and letter on A4: as they are printed, and what somebody else's reader reads on the paper."""

import os
import pathlib
import re
import subprocess
import tempfile

from appearance import open_in
from authenticator import read_image
from browser import WIDTHS, picture
from citizen import CGI, Citizen
from client import Client
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff

POINTS_A_MILLIMETRE = 72 / 25.4
DOTS_A_MILLIMETRE = 300 / 25.4
ORGANISATION = {"fa": "دانشگاه", "en": "University"}


def sign_in(page, citizen: Citizen) -> None:
    page.context.add_cookies([{"name": name, "value": value, "url": citizen.portal.address} for name, value in citizen.client.cookies.items()])


class Print:
    """A page as the browser itself prints it: its sheets as text and as pictures of 300 dots an inch."""

    def __init__(self, page, name: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(os.environ.get("PISHKHAN_PICTURES") or folder)
            place.mkdir(parents=True, exist_ok=True)
            file = place / f"{name}.pdf"
            # Size and margins are those of the style sheet; backgrounds are left out, as browsers do.
            page.pdf(path=file, prefer_css_page_size=True)
            self.info = self._run("pdfinfo", file)
            self.text = self._run("pdftotext", "-layout", file, "-")
            self.sheets = int(re.search(r"Pages: +(\d+)", self.info).group(1))
            self._run("pdftoppm", "-r", "300", "-gray", file, place / name)
            self.pictures = [one.read_bytes() for one in sorted(place.glob(f"{name}-*.pgm"))]
            if place != pathlib.Path(folder):
                self._run("pdftoppm", "-r", "80", "-png", file, place / name)
                for one in place.glob(f"{name}-*.pgm"):
                    one.unlink()

    @staticmethod
    def _run(*command) -> str:
        return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, timeout=60).stdout

    def code(self) -> tuple[int, str]:
        """The sheet with the QR code, and what it says."""
        for sheet, one in enumerate(self.pictures):
            try:
                return sheet, read_image(one, ".pgm")
            except AssertionError:
                pass
        raise AssertionError("zbarimg reads no code on any sheet")


def code_is_large_enough(page, name: str) -> None:
    """The modules have 25 mm at least, and four modules of white around them."""
    page.emulate_media(media="print")
    box = page.locator("svg.qr").bounding_box()
    side = int(page.get_attribute("svg.qr", "viewBox").split()[2])
    width = box["width"] * (side - 8) / side * 25.4 / 96
    expect(width >= 25 and abs(box["width"] - box["height"]) < 0.5, f"the code of {name} has {width:.1f} mm: {box}")
    page.emulate_media(media="null")


def expect_print(page, portal: Portal, name: str, language: str, code: str, letter: str, state: str) -> Print:
    page.evaluate("document.fonts.ready")
    code_is_large_enough(page, name)
    printed = Print(page, f"print-{name}")
    width, height = (float(one) for one in re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", printed.info).groups())
    expect(abs(width - 210 * POINTS_A_MILLIMETRE) < 1 and abs(height - 297 * POINTS_A_MILLIMETRE) < 1, f"{name} is no A4: {width} × {height}")
    _, address = printed.code()
    query = "" if language == "fa" else f"&lang={language}"
    expect_equal(address, f"{portal.address.rstrip('/')}{CGI}/verify?code={code}{query}", f"the code of {name}")
    found = Client(portal.address).get(address.removeprefix(portal.address.rstrip("/")))
    expect_equal((found.status, found.letters, f'lang="{language}"' in found.text), (200, {letter: state}, True), "where the code leads")
    # Latin letters stand in the text as they are; Persian ones as the font has shaped them.
    expect(code in printed.text and f"{CGI}/verify" in printed.text, f"code and address are not in the words of {name}:\n{printed.text}")
    dots = printed.pictures[0].split(b"\n", 3)[3]
    expect(dots[0] == 255 and min(dots) < 40 and dots.count(255) > len(dots) * 0.8, f"{name} is not black on white")
    # Nothing in the margins: printers cannot reach them.
    row = round(width / 72 * 300)
    edge = round(14 * DOTS_A_MILLIMETRE)
    expect(set(dots[:edge * row]) == {255} or sum(1 for one in dots[:edge * row] if one < 250) == 0, f"{name} is printed in the upper margin")
    page.emulate_media(media="print")
    for selector in (".menu", ".languages", ".account", ".skip", ".footer", ".button", "form", ".on-screen", "nav"):
        for one in page.locator(selector).all():
            expect(not one.is_visible(), f"{selector} of {name} is printed")
    for selector in (".name", ".name svg, .name img", ".letter-head .reference", ".verification .qr", ".tag"):
        expect(page.locator(selector).first.is_visible(), f"{selector} of {name} is not printed")
    expect(ORGANISATION[language] in page.inner_text(".masthead .name"), "the organisation's name")
    # What the paper has between its margins, in the browser's pixels of 96 an inch.
    before = page.viewport_size
    page.set_viewport_size({"width": round((210 - 2 * 16) / 25.4 * 96), "height": 900})
    outside = page.evaluate("""() => [...document.querySelectorAll('main *')].filter(one => {
        const box = one.getBoundingClientRect(), block = one.closest('.reference') ?? document.body
        return box.width && (box.left < block.getBoundingClientRect().left - 1 || box.right > block.getBoundingClientRect().right + 1)
    }).map(one => one.outerHTML)""")
    expect_equal(outside, [], f"what stands outside its block or the paper of {name}")
    page.set_viewport_size(before)
    broken = page.evaluate("""() => ['.facts', '.reference', '.verification', '.history li', '.documents li'].filter(
        one => [...document.querySelectorAll(one)].some(e => getComputedStyle(e).breakInside != 'avoid'))""")
    expect_equal(broken, [], "blocks that a page break may cut")
    page.emulate_media(media="null")
    return printed


@test("Receipt and letter print on A4 in black on white from light and dark, with a code that a reader reads and that leads to them")
def prints(portal: Portal) -> None:
    portal.forget_limits()
    citizen = Citizen(portal)
    citizen.log_in()
    reviewer, clerk = Staff(portal, "reviewer").signed_in(), Staff(portal, "clerk").signed_in()
    long = "درخواست صدور گواهی اشتغال به تحصیل برای ارائه به سازمان نظام وظیفه و تمدید معافیت تحصیلی در نیم‌سال نخست"
    waiting, _ = citizen.register_letter(subject="درخواست گواهی", letter=("نامه.pdf", bytes_of("pdf")))
    accepted, receipt = citizen.register_letter(subject=long, unit="education", letter=("نامه.pdf", bytes_of("pdf")),
                                                attachment=[("photo.jpg", bytes_of("jpg")), ("scan.tiff", bytes_of("tiff"))])
    rejected, _ = citizen.register_letter()
    expect_equal(reviewer.do(accepted, "accept").status, 303)
    expect_equal(reviewer.do(rejected, "reject", reason="امضا ندارد").status, 303)
    code = {}
    for letter in (waiting, accepted, rejected):
        page = citizen.client.get(f"{CGI}/letters/{letter}")
        code[letter] = re.search(r'<bdi class="code" dir="ltr">([^<]+)', page.text).group(1)
    base = portal.address.rstrip("/") + CGI
    for scheme in ("light", "dark"):
        with open_in(scheme) as page:
            sign_in(page, citizen)
            for language in ("fa", "en"):
                for letter, state in ((waiting, "underReview"), (accepted, "accepted"), (rejected, "rejected")):
                    for kind, path in (("receipt", "/receipt"), ("letter", "")):
                        if scheme == "dark" and state != "accepted":
                            continue
                        page.goto(f"{base}/letters/{letter}{path}?lang={language}")
                        name = f"{kind}-{state}-{language}-{scheme}"
                        picture(page, name)
                        printed = expect_print(page, portal, name, language, code[letter], letter, state)
                        expect_equal(printed.sheets, 1, f"sheets of {name}")
            expect_equal(page.complaints, [], "complaints of the browser")
    # A letter with a long history goes over several sheets; nothing is cut, and the code is still whole.
    for number in range(25):
        expect_equal(clerk.do(accepted, "events", status=f"گام {number}: در حال بررسی در کمیسیون موارد خاص، نتیجه تا پایان ماه اعلام می‌شود").status, 303)
    with open_in("light") as page:
        sign_in(page, citizen)
        page.goto(f"{base}/letters/{accepted}?lang=fa")
        printed = expect_print(page, portal, "letter-long-fa", "fa", code[accepted], accepted, "accepted")
        expect(printed.sheets > 1, "the long letter takes one sheet")


@test("The page for whoever holds a print fits both widths in light and in dark, and works by keyboard without scripts")
def verification(portal: Portal) -> None:
    portal.forget_limits()
    citizen = Citizen(portal)
    citizen.log_in()
    reviewer = Staff(portal, "reviewer").signed_in()
    letters = {state: citizen.register_letter() for state in ("underReview", "accepted", "rejected")}
    reviewer.do(letters["accepted"][0], "accept")
    reviewer.do(letters["rejected"][0], "reject", reason="ناخوانا")
    base = portal.address.rstrip("/") + CGI
    for scheme in ("light", "dark"):
        with open_in(scheme) as page:
            for language in ("fa", "en"):
                page.goto(f"{base}/verify?lang={language}")
                picture(page, f"verify-{language}-{scheme}")
                page.fill("[name=code]", "7777-7777-7777-7777")
                page.press("[name=code]", "Enter")
                expect_equal(page.get_attribute("[data-error]", "data-error"), "code")
                picture(page, f"verify-unknown-{language}-{scheme}")
                for state, (letter, receipt) in letters.items():
                    page.goto(f"{base}/verify")
                    page.fill("[name=code]", re.search(r'<bdi class="code" dir="ltr">([^<]+)', receipt.text).group(1))
                    page.press("[name=code]", "Enter")
                    expect_equal((page.get_attribute("[data-letter]", "data-letter"), page.get_attribute("[data-letter]", "data-state")),
                                 (letter, state))
                    expect_equal(page.get_attribute("html", "lang"), language)
                    picture(page, f"verified-{state}-{language}-{scheme}")
            # An unknown code is answered with 404, as it should be.
            expect_equal([one for one in page.complaints if "404" not in one], [], "complaints of the browser")
