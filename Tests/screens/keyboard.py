"""Whether the keyboard alone reaches and leaves everything, in reading order, and shows where it is."""

import pathlib

from playwright.sync_api import Page

_MARK = (pathlib.Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8")
# Where the focus is: its number, whether it is marked, and whether it lies in the window. Within a recording's own buttons
# it stays on the recording.
_HERE = """() => {
    const here = document.activeElement
    if (!here || here === document.body) return null
    const { top, bottom, left, right } = here.getBoundingClientRect()
    const style = getComputedStyle(here)
    const stop = here.dataset.stop ?? (here.type === 'radio' ? document.querySelector(`[name="${here.name}"][data-stop]`)?.dataset.stop : undefined)
    return {
        stop: stop === undefined ? -1 : Number(stop), name: here.outerHTML.slice(0, 120), isOwn: here.tagName === 'AUDIO' || here.type === 'file',
        isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    }
}"""


def stumbles(page: Page) -> list[str]:
    """What is wrong on the way through the page with the Tab key, and on the last step back."""
    count = page.evaluate(_MARK)
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.evaluate("() => { getSelection().removeAllRanges(); scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex') }")
    wrong, expected, steps, last = [], 0, 0, None
    while steps < count * 2 + 30:
        steps += 1
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        # Past its last stop a page gives the focus back to the browser, or begins anew where there are no other buttons.
        if here is None or (here["stop"] == 0 and expected == count):
            break
        if here["stop"] == last and here["isOwn"]:
            continue
        if here["stop"] != expected:
            wrong.append(f"stop {here['stop']} follows {expected - 1}: {here['name']}")
            expected = here["stop"]
        expected += 1
        last = here["stop"]
        if not here["isMarked"]:
            wrong.append(f"the focus is not marked: {here['name']}")
        if not here["isSeen"]:
            wrong.append(f"the focus is out of sight: {here['name']}")
    else:
        wrong.append("the keyboard does not leave the page")
    if expected != count:
        wrong.append(f"{expected} of {count} stops were reached")
    page.keyboard.press("Shift+Tab")
    back = page.evaluate(_HERE)
    # Between the page and the browser's own buttons the focus moves in its own time: it may still be on its way to where the
    # last Tab led.
    for _ in range(20):
        if not back or back["stop"] == count - 1:
            break
        page.wait_for_timeout(50)
        back = page.evaluate(_HERE)
    if back and back["stop"] != count - 1:
        wrong.append(f"from the end back the focus goes to {back['name']}")
    return wrong
