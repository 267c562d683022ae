"""All pages at a glance: sheets of small pictures, in .build/pages/."""

import pathlib
import shutil
import subprocess

from site_copy import CHECKOUT

SHEETS = CHECKOUT / ".build" / "pages"
# By the width of the window: how much of a page's top is shown, the size of a picture, and how many a row and a sheet.
_KINDS = {360: ("360x1500+0+0", "300x1250", 6, 18), 1280: ("1280x1700+0+0", "480x640", 4, 16)}


def make(pictures: pathlib.Path) -> None:
    """Makes the sheets of a folder of pictures whose names end with the width."""
    shutil.rmtree(SHEETS, ignore_errors=True)
    SHEETS.mkdir(parents=True)
    for width, (part, size, columns, most) in _KINDS.items():
        names = sorted(pictures.glob(f"*-{width}.png"))
        for start in range(0, len(names), most):
            subprocess.run(["montage", "-label", "%t", *names[start:start + most], "-crop", part, "+repage", "-geometry", f"{size}+6+6",
                            "-gravity", "north", "-tile", f"{columns}x", "-background", "#888",
                            SHEETS / f"{width}-{start // most + 1:02}.jpg"], check=True, timeout=120, capture_output=True)
