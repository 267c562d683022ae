"""Makes the pictures of the help pages anew, and notes the words in them: .build/venv/bin/python Tests/browser/help_pictures.py"""

import hashlib
import io
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), *(str(HERE.parent / folder) for folder in ("servers", "screens"))]

from help_walk import HelpPicture, pictures  # noqa: E402
from PIL import Image  # noqa: E402
from site_copy import CHECKOUT  # noqa: E402

PAGES = CHECKOUT / "site" / "pages"
# What each picture shows in words, by its place in the pages' folder: no program reads that out of pixels.
NOTED = HERE / "help_pictures.json"
# Colours of a picture, its most frequent ones: those of the theme as they are, and shades between them at edges of letters.
COLOURS = 64


def webp(png: bytes) -> bytes:
    """The same picture in as few bytes as phones understand."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    frequent = sorted(whole.getcolors(whole.width * whole.height), reverse=True)[:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in frequent for part in colour])
    few = whole.quantize(palette=palette, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.convert("RGB").save(written, "WEBP", lossless=True, quality=100, method=6)
    return written.getvalue()


def noted() -> dict[str, dict]:
    return json.loads(NOTED.read_text(encoding="utf-8"))


def note(picture: HelpPicture, file: bytes) -> dict:
    return {"file": hashlib.sha256(file).hexdigest()[:16], "words": list(picture.words)}


def main() -> None:
    notes = {}
    for picture in pictures():
        file = webp(picture.png)
        (PAGES / picture.path).write_bytes(file)
        notes[picture.path] = note(picture, file)
        print(f"{len(file):7} {picture.path}")
    NOTED.write_text(json.dumps(dict(sorted(notes.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
