"""Looks at states in every way in which they can be shown."""

import dataclasses
import multiprocessing
import os
import pathlib
import re
import traceback

import axe
import keyboard
from shown import Shown, chromium
from states import State

WIDTHS = (320, 360, 768, 1280)
SCHEMES = ("light", "dark")
_LAYOUT = (pathlib.Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
_SCRIPTS = re.compile(r"<script\b[^>]*></script>")


@dataclasses.dataclass(frozen=True)
class Extent:
    """How much is looked at."""

    # The widths at which axe looks; the layout is looked at in all.
    axe_widths: tuple[int, ...] = WIDTHS
    # Whether the page is also looked at as it is without scripts, where they change it.
    both_ways: bool = True
    # Whether somebody goes through it with the Tab key.
    keyboard: bool = True


WHOLE = Extent()
SHARE = Extent(axe_widths=(360,), both_ways=False)


def inspect(states: list[State], address: str, extent: Extent, pictures: str | None = None) -> list[str]:
    """Everything that is wrong, in as many browsers as there are processors; `pictures` is a folder for pictures of all pages."""
    workers = min(len(states), os.cpu_count() or 1)
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        parts = pool.starmap(_inspect_some, [(states[number::workers], address, extent, pictures) for number in range(workers)], chunksize=1)
    return [one for part in parts for one in part]


def _inspect_some(states: list[State], address: str, extent: Extent, pictures: str | None) -> list[str]:
    wrong: list[str] = []
    with chromium() as browser:
        shown = Shown(browser, address)
        for state in states:
            try:
                wrong += [f"{state.label}{one}" for one in _inspect_state(shown, state, extent, pictures)]
            except Exception:
                wrong.append(f"{state.label}: {traceback.format_exc()}")
    return wrong


def _inspect_state(shown: Shown, state: State, extent: Extent, pictures: str | None) -> list[str]:
    wrong = []
    with_scripts = None
    for scripts in (True, False) if extent.both_ways else (True,):
        shown.page.set_viewport_size({"width": WIDTHS[0], "height": 740})
        shown.page.emulate_media(color_scheme="light")
        shown.complaints.clear()
        shown.show(state, scripts)
        markup = _SCRIPTS.sub("", shown.page.evaluate("document.documentElement.outerHTML"))
        if markup == with_scripts:
            break
        with_scripts = markup
        way = "" if scripts else " without scripts"
        wrong += [f"{way}: {one}" for one in shown.complaints]
        wrong += [f"{way} {one}" for one in look(shown, extent, state.label, pictures if scripts else None)]
        if extent.keyboard:
            wrong += [f"{way} by keyboard: {one}" for one in keyboard.stumbles(shown.page)]
    return wrong


def look(shown: Shown, extent: Extent, name: str, pictures: str | None) -> list[str]:
    """What is wrong with the page as it is shown now, at each width and in each scheme."""
    wrong = []
    for scheme in SCHEMES:
        shown.page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            shown.page.set_viewport_size({"width": width, "height": 740})
            where = f"{width} {scheme}"
            if scheme == "light" or extent.both_ways:
                wrong += [f"{where}: {one}" for one in shown.page.evaluate(_LAYOUT)]
            if pictures and scheme == "light" and width in (360, 1280):
                shown.picture(pictures, f"{name}-{width}")
            if width in extent.axe_widths:
                wrong += [f"{where}: {one}" for one in axe.violations(shown.page, only_colours=scheme == "dark")]
    return wrong
