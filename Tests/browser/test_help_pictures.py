"""The pictures of the help pages against the pages that they show."""

import difflib
import io
import re

from help_pictures import PAGES, note, noted
from help_walk import LANGUAGES, HelpPicture, pictures
from PIL import Image, ImageChops, ImageFilter, ImageStat
from sentences import expect, expect_equal, test_once

MOST_BYTES = 600_000
ANEW = "take the pictures anew: .build/venv/bin/python Tests/browser/help_pictures.py"
# How much of their height two pictures of one page may differ by: other fonts for Latin letters break lines elsewhere.
_HEIGHT = 0.05
# The mean difference of two pictures, of 255, once what is smaller than a word is blurred: another text or colour of a line
# is above it, other edges of letters are below.
_DIFFERENCE = 4.0


def difference(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ, to somebody who stands too far away to read."""
    small = [picture.convert("RGB").resize((90, 90), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1)) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


def wrong(picture: HelpPicture, notes: dict[str, dict]) -> list[str]:
    """What of a picture is not as the page is now."""
    file = (PAGES / picture.path).read_bytes()
    found = []
    if note(picture, file)["file"] != notes[picture.path]["file"]:
        found.append("the file is not the one whose words were noted")
    words = "\n".join(line for line in difflib.unified_diff(notes[picture.path]["words"], list(picture.words), "picture", "page", lineterm="", n=0))
    found += [words] if words else []
    kept, now = Image.open(io.BytesIO(file)), Image.open(io.BytesIO(picture.png))
    if kept.width != now.width or abs(kept.height - now.height) > _HEIGHT * now.height:
        found.append(f"it has {kept.size} pixels, the page {now.size}")
    elif not picture.is_random and (seen := difference(kept, now)) > _DIFFERENCE:
        found.append(f"it looks unlike the page, by {seen:.1f} of 255")
    return [f"{picture.path}: {one}" for one in found]


@test_once("Each picture of the help still looks like its page, in both languages: its words, its size and its colours")
def pictures_are_right() -> None:
    notes, now = noted(), {picture.path: picture for picture in pictures()}
    expect_equal(sorted(now), sorted(notes), ANEW)
    expect_equal(sorted(str(file.relative_to(PAGES)) for file in PAGES.glob("*/help-*.webp")), sorted(notes), ANEW)
    found = [line for picture in now.values() for line in wrong(picture, notes)]
    expect(not found, "\n".join([ANEW, *found]))
    # Another word, another height, another colour, and another picture are seen.
    right = now["fa/help-login@2x.webp"]
    for spoilt, said in ((HelpPicture(right.name, "fa", right.png, (*right.words, "کد")), "+کد"),
                         (HelpPicture(right.name, "fa", cropped(right.png), right.words), "pixels"),
                         (HelpPicture(right.name, "fa", tinted(right.png), right.words), "unlike"),
                         (HelpPicture("help-code", "fa", right.png, right.words), "help-code")):
        expect(any(said in one for one in wrong(spoilt, notes)), f"{said}: {wrong(spoilt, notes)}")


def cropped(png: bytes) -> bytes:
    whole = Image.open(io.BytesIO(png))
    return _png(whole.crop((0, 0, whole.width, whole.height * 9 // 10)))


def tinted(png: bytes) -> bytes:
    return _png(ImageChops.multiply(Image.open(io.BytesIO(png)).convert("RGB"), Image.new("RGB", Image.open(io.BytesIO(png)).size, (255, 235, 235))))


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


@test_once("The help's pictures take 600 KB at most, hold no organisation's name, and each is shown with its words in its language")
def shown() -> None:
    notes = noted()
    expect(sum((PAGES / path).stat().st_size for path in notes) <= MOST_BYTES, {path: (PAGES / path).stat().st_size for path in notes})
    for path, about in notes.items():
        named = [one for one in about["words"] for name in ("نگارستان", "دانشگاه", "Negarestan", "niversity") if name in one]
        expect_equal(named, [], path)
    for language in LANGUAGES:
        text = "\n".join(page.read_text(encoding="utf-8") for page in sorted((PAGES / language).glob("help-*.md")))
        shown = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", text)
        expect_equal(sorted(f"{language}/{file}" for _, file in shown), sorted(path for path in notes if path.startswith(language + "/")))
        expect(all(len(words.split()) >= 4 for words, _ in shown), shown)


@test_once("Each word that the help puts between quotation marks stands on the pages that it shows")
def quoted() -> None:
    for language, marks in {"fa": "«([^»]+)»", "en": "“([^”]+)”"}.items():
        words = [one for path, about in noted().items() if path.startswith(language + "/") for one in about["words"]]
        for page in sorted((PAGES / language).glob("help-*.md")):
            quotes = set(re.findall(marks, page.read_text(encoding="utf-8")))
            texts = (PAGES.parent / "texts" / f"{language}.json5").read_text(encoding="utf-8")
            missing = [one for one in quotes if not any(one in word for word in words) and f'"{one}"' not in texts]
            expect_equal(missing, [], page.name)
