"""Static pages as they look: both languages, both schemes, both widths, printed, and with their own font."""

import re

from appearance import SCHEMES, open_in, printed
from browser import picture
from portal import Portal
from sentences import expect, expect_equal, test

PAGES = {"home": "", "units": "units/", "unit": "units/health/"}
LANGUAGES = {"fa": "", "en": "en/"}

# What a page's text and its ground are, in the browser's words.
COLOURS = "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of `rgb(1, 2, 3)`."""
    shares = [int(one) / 255 for one in re.findall(r"\d+", colour)[:3]]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@test("Home, recipients and a unit's page fit both widths in light and in dark, in both languages, without a complaint")
def screens(portal: Portal) -> None:
    for scheme in SCHEMES:
        with open_in(scheme) as page:
            for language, prefix in LANGUAGES.items():
                for name, path in PAGES.items():
                    page.goto(portal.address + prefix + path)
                    page.evaluate("document.fonts.ready")
                    picture(page, f"{name}-{language}-{scheme}")
                    text, ground = (luminance(one) for one in page.evaluate(COLOURS))
                    expect_equal(ground > text, scheme == "light", f"the colours of {name} in {scheme}")
            expect_equal(page.complaints, [])


@test("Printed, they are black on white, without what only a screen can do, and a unit's page is one sheet")
def prints(portal: Portal) -> None:
    with open_in("dark") as page:
        for language, prefix in LANGUAGES.items():
            for name, path in PAGES.items():
                page.goto(portal.address + prefix + path)
                sheets = printed(page, f"{name}-{language}")
                expect(sheets == 1 or name != "unit", f"{name} takes {sheets} sheets")
                page.emulate_media(media="print")
                text, ground = (luminance(one) for one in page.evaluate(COLOURS))
                expect(ground > 0.99 and text < 0.01, f"{name} is printed in {page.evaluate(COLOURS)}")
                for selector in (".menu", ".languages", ".skip", ".footer", "[type=search]", ".button", "nav.letters"):
                    expect(not page.locator(selector).first.is_visible(), f"{selector} of {name} is printed")
                page.emulate_media(media="null")


@test("Persian stands in the portal's own font, which joins its letters; it comes with the first page and stays")
def own_font(portal: Portal) -> None:
    with open_in("light") as page:
        fonts = []
        page.on("response", lambda answer: ".woff2" in answer.url and fonts.append((answer.url, answer.status)))
        page.goto(portal.address)
        page.evaluate("document.fonts.ready")
        expect_equal(sorted(status for _, status in fonts), [200, 200], f"the fonts {fonts}")
        for weight in ("400", "700"):
            expect(page.evaluate(f"document.fonts.check('{weight} 16px Portal', 'پیشخوان')"), f"weight {weight} is not there")
        loaded = page.evaluate("[...document.fonts].filter(font => font.status == 'loaded').map(font => font.weight)")
        expect_equal(sorted(loaded), ["400", "700"])
        # Joined letters take less room than the same letters apart; the replacement of the browser has other widths.
        widths = page.evaluate("""() => {
            const context = document.createElement("canvas").getContext("2d")
            const width = (font, text) => { context.font = font; return context.measureText(text).width }
            return ["بیت", "ب‌ی‌ت"].map(text => width("100px Portal", text)).concat(width("100px monospace", "بیت"))
        }""")
        expect(widths[0] < widths[1] * 0.8, f"the letters are not joined: {widths}")
        expect(abs(widths[0] - widths[2]) > 1, f"the font is not the portal's: {widths}")
        page.goto(portal.address + "guide/")
        page.evaluate("document.fonts.ready")
        expect_equal(len({url for url, _ in fonts}), 2, "the files of the font")
