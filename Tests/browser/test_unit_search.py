"""The search of the recipient list."""

from browser import open_page, state_of_script
from portal import Portal
from sentences import expect, expect_equal, test
from site_copy import CHECKOUT

BLOCKS = ((0x00, 0x24F), (0x370, 0x4FF), (0x600, 0x6FF), (0x750, 0x77F), (0x2000, 0x206F), (0xFB50, 0xFEFF))


def found(page, wanted: int | None = None) -> list[str]:
    """What was found, as soon as it is so much."""
    until(page, lambda: wanted is None or page.locator("#found a").count() == wanted)
    return page.locator("#found a").all_inner_texts()


def until(page, holds) -> None:
    """Waits for some seconds until something holds. The policy of the pages forbids what Playwright waits by."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(25)


def said(page) -> str:
    return page.locator("[data-found]").inner_text()


@test("Units are found as one types, by words, other spellings and other names; what was typed last counts")
def search(portal: Portal) -> None:
    with open_page() as page:
        page.goto(portal.address + "units/")
        asked = []
        page.on("request", lambda request: "/assets/units-" in request.url and asked.append(request.url))
        expect(page.locator("#units").is_visible() and not page.locator("#found").is_visible(), "the list is not there")
        expect_equal(asked, [], "the index was read before anybody searched")
        page.focus("#find")
        for typed, wanted in (
                ("دانش‌آموختگان", ["اداره دانش‌آموختگان"]), ("دانش آموخت", ["اداره دانش‌آموختگان"]),
                ("كتابخانه", ["کتابخانه مرکزی"]), ("ریزنمرات", ["اداره دانش‌آموختگان"]), ("TRANSCRIPT", ["اداره دانش‌آموختگان"]),
                ("مرکز اسناد", ["کتابخانه مرکزی"]), ("امور حقوقي", ["مدیریت امور حقوقی"]), ("zzz", [])):
            page.fill("#find", typed)
            expect_equal(found(page, len(wanted)), wanted, typed)
            expect(not page.locator("#units").is_visible(), "the tree is shown beside what was found")
        # It is said a moment after it is seen.
        until(page, lambda: said(page).startswith("۰"))
        expect_equal(said(page), "۰ واحد پیدا شد")

        page.fill("#find", "معاونت")
        expect(len(found(page)) > 5 and found(page)[0].startswith("معاونت"), found(page))
        state_of_script(page, "units-found")
        page.fill("#find", "")
        expect(page.locator("#units").is_visible() and not page.locator("#found").is_visible(), "the list is not back")
        page.fill("#find", "امور حقوقی")
        page.click("#found a")
        page.wait_for_url("**/units/legal/")
        expect_equal(len(asked), 1, "how often the index was read")
        expect_equal(page.complaints, [])


@test("Where the index cannot be had, the search says so and the list stays; without scripts there is no search")
def no_index(portal: Portal) -> None:
    with open_page() as page:
        page.route("**/assets/units-*.json", lambda route: route.fulfill(status=503))
        page.goto(portal.address + "units/")
        page.fill("#find", "حقوقی")
        until(page, lambda: said(page))
        expect(said(page).startswith("جستجو اکنون کار نمی‌کند"), said(page))
        expect(page.locator("#units").is_visible(), "the list is gone")
    with open_page(javascript=False) as page:
        page.goto(portal.address + "units/")
        expect(not page.locator("#find").is_visible(), "a box that does nothing")
        expect_equal(page.locator("#units a").first.inner_text(), "حوزه ریاست")
        page.click(".letters a >> text=م")
        page.wait_for_url("**/a-z/#mi")
        expect("مدیریت امور حقوقی" in page.locator("#mi + ul").inner_text(), "the letter's units")


@test("The script folds each letter as the programs do")
def folding(portal: Portal) -> None:
    script = (CHECKOUT / "site/theme/page.js").read_text(encoding="utf-8")
    source = script[script.index("  const plain"):script.index("  // The numbers in a run")]
    lines = (CHECKOUT / "Tests/Persian/folding.tsv").read_text(encoding="utf-8").splitlines()
    table = {int(scalar, 16): "".join(chr(int(one, 16)) for one in folded.split()) for scalar, folded in (line.split("\t") for line in lines)}
    scalars = [scalar for first, last in BLOCKS for scalar in range(first, last + 1)]
    with open_page() as page:
        page.goto(portal.address + "units/")
        got = page.evaluate("([source, scalars]) => { const fold = new Function(source + '; return fold;')();"
                            "return scalars.map((one) => fold('ب' + String.fromCodePoint(one) + 'ب')); }", [source, scalars])
    wrong = [(f"{scalar:x}", text) for scalar, text in zip(scalars, got, strict=True)
             if text != "ب" + table.get(scalar, chr(scalar)) + "ب"]
    expect_equal(wrong, [])
