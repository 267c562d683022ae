"""`pishkhan serve` in a browser: each save shows by itself."""

from browser import open_page, picture
from preview import Preview, edit
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site

SECONDS = 15_000  # in milliseconds, as Playwright counts


@test_once("A page that is edited changes in the browser by itself, where it was scrolled to, and no other page complains")
def edited_page() -> None:
    config = copy_of_site({})
    guide = config.parent / "pages/en/guide.md"
    with Preview(config) as preview, open_page() as page:
        preview.wait_for("showing")
        page.goto(preview.address + "en/guide/")
        page.evaluate("scrollTo(0, 400)")
        for old, new in (("white paper", "blue paper"), ("blue paper", "yellow paper")):
            edit(guide, f"Write on {old}", f"Write on {new}")
            page.wait_for_selector(f"text=Write on {new}", timeout=SECONDS)
        page.wait_for_function("scrollY === 400", timeout=SECONDS)
        for path in ("", "units/", "login/", "en/"):
            page.goto(preview.address + path)
            # The image of the security code comes from the CGI program, which a preview does not have.
            expect_equal([one for one in page.complaints if "501" not in one], [], path)


@test_once("A mistake covers the page with its place until it is mended; Escape hides it")
def mistake() -> None:
    config = copy_of_site({})
    with Preview(config) as preview, open_page() as page:
        preview.wait_for("showing")
        page.goto(preview.address + "guide/")
        edit(config, 'wordMacros: "refused"', 'wordMacros: "refuse"')
        problems = page.wait_for_selector("#preview-problems.over", timeout=SECONDS)
        text = problems.inner_text()
        line = config.read_text(encoding="utf-8").splitlines().index('    wordMacros: "refuse",') + 1
        expect(f"{config}:{line}:17" in text and 'did you mean "refused"?' in text, text)
        expect('    wordMacros: "refuse",\n' + " " * 16 + "^" in problems.text_content(), problems.text_content())
        box = problems.bounding_box()
        expect((box["x"], box["y"], box["width"]) == (0, 0, page.viewport_size["width"]), box)
        picture(page, "preview-problems")

        page.reload()
        page.wait_for_selector("#preview-problems.over", timeout=SECONDS)
        page.keyboard.press("Escape")
        page.wait_for_selector("#preview-problems", state="detached", timeout=SECONDS)

        edit(config, 'timeZone: "+03:30"', 'timeZone: "Tehran"')
        page.wait_for_selector("#preview-problems.over li + li", timeout=SECONDS)
        edit(config, 'timeZone: "Tehran"', 'timeZone: "+03:30"')
        edit(config, 'wordMacros: "refuse"', 'wordMacros: "refused"')
        page.wait_for_selector("#preview-problems", state="detached", timeout=SECONDS)
        expect_equal(page.locator("h1").count(), 1)
        expect_equal(page.complaints, [])


@test_once("Without scripts a page says at its top that the build failed")
def without_scripts() -> None:
    config = copy_of_site({})
    with Preview(config) as preview, open_page(javascript=False) as page:
        preview.wait_for("showing")
        edit(config, 'wordMacros: "refused"', 'wordMacros: "refuse"')
        preview.wait_for("1 mistake")
        page.goto(preview.address + "guide/")
        expect_equal(page.locator("h1").first.inner_text(), "The build failed")
        boxes = [page.locator(one).bounding_box() for one in ("#preview-problems", "header")]
        expect(boxes[0]["y"] == 0 and boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] + 1, boxes)


@test_once("A page that was open while the preview began anew shows the new one, and a first build that failed becomes a page")
def begun_anew() -> None:
    config = copy_of_site({})
    right = config.read_text(encoding="utf-8")
    with open_page() as page:
        with Preview(config) as preview:
            preview.wait_for("showing")
            page.goto(preview.address + "en/guide/")
            port = preview.port
        edit(config.parent / "pages/en/guide.md", "Write on white paper", "Write on blue paper")
        config.write_text(right[:500], encoding="utf-8")
        with Preview(config, port) as preview:
            preview.wait_for("1 mistake")
            page.wait_for_selector("#preview-problems", timeout=SECONDS)
            config.write_text(right, encoding="utf-8")
            page.wait_for_selector("text=Write on blue paper", timeout=SECONDS)
