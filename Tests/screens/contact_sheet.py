"""All pages at a glance: sheets of small pictures, in .build/pages/."""

import dataclasses
import math
import pathlib
import shutil

from PIL import Image, ImageDraw
from site_copy import CHECKOUT

SHEETS = CHECKOUT / ".build" / "pages"
_MARGIN, _LABEL = 6, 16


@dataclasses.dataclass
class _Kind:
    """How much of a page's top is shown, the size of a picture in pixels, and how many a row and a sheet."""

    top: int
    size: tuple[int, int]
    columns: int
    most: int


# By the width of the window.
_KINDS = {360: _Kind(1500, (300, 1250), 6, 18), 1280: _Kind(1700, (480, 640), 4, 16)}


def make(pictures: pathlib.Path) -> None:
    """Makes the sheets of a folder of pictures whose names end with the width."""
    shutil.rmtree(SHEETS, ignore_errors=True)
    SHEETS.mkdir(parents=True)
    for width, kind in _KINDS.items():
        names = sorted(pictures.glob(f"*-{width}.png"))
        for start in range(0, len(names), kind.most):
            _sheet(names[start:start + kind.most], kind).save(SHEETS / f"{width}-{start // kind.most + 1:02}.jpg", quality=88)


def _sheet(names: list[pathlib.Path], kind: _Kind) -> Image.Image:
    width, height = kind.size[0] + 2 * _MARGIN, kind.size[1] + 2 * _MARGIN + _LABEL
    sheet = Image.new("RGB", (kind.columns * width, math.ceil(len(names) / kind.columns) * height), "#888")
    words = ImageDraw.Draw(sheet)
    for number, name in enumerate(names):
        left, top = number % kind.columns * width + _MARGIN, number // kind.columns * height + _MARGIN
        words.text((left, top), name.stem, fill="white")
        # One page at a time: together they are larger than memory should be.
        with Image.open(name) as page:
            small = page.convert("RGB").crop((0, 0, page.width, min(page.height, kind.top)))
        small.thumbnail(kind.size)
        sheet.paste(small, (left, top + _LABEL))
    return sheet
