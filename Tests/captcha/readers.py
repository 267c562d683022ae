"""The programs that try to read the images: each takes a list of images and answers with a text for each."""

import os
import pathlib
import subprocess
import tempfile

import ddddocr
from PIL import Image, ImageOps

from preparing import encoded

LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
WHITELISTS = {"eng": "0123456789", "fas": "۰۱۲۳۴۵۶۷۸۹", "ara": "٠١٢٣٤٥٦٧٨٩"}


def digits_in(text: str) -> str:
    return "".join(letter for letter in text.translate(LATIN) if letter in "0123456789")


def tesseract(images: list[Image.Image], language: str, mode: int) -> list[str]:
    """One run of tesseract for all images: a page each."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, image in enumerate(images):
            names.append(f"{folder}/{number}.png")
            ImageOps.expand(image, 20, 240).save(names[-1])
        pathlib.Path(folder, "list").write_text("\n".join(names))
        said = subprocess.run(
            ["tesseract", f"{folder}/list", "stdout", "-l", language, "--psm", str(mode), "-c",
             f"tessedit_char_whitelist={WHITELISTS[language]}"],
            capture_output=True, text=True, check=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"}).stdout
    pages = said.split("\f")[:len(images)]
    if len(pages) != len(images):
        raise RuntimeError(f"tesseract read {len(pages)} of {len(images)} images")
    return [digits_in(page) for page in pages]


class Classifier:
    """ddddocr, as its manual uses it: with all its letters, or told that there are digits only."""

    def __init__(self, newer_model: bool, digits_only: bool) -> None:
        self.digits_only = digits_only
        self.model = ddddocr.DdddOcr(beta=newer_model, show_ad=False)

    def read(self, images: list[Image.Image]) -> list[str]:
        if not self.digits_only:
            return [self.model.classification(encoded(image)).translate(LATIN) for image in images]
        return [self._most_likely_digits(image) for image in images]

    def _most_likely_digits(self, image: Image.Image) -> str:
        """The likeliest of ten digits and nothing in each column, repeats joined: `set_ranges(0)` of the library keeps the
        likeliest of all letters and drops it where it is none, which finds much less."""
        said = self.model.classification(encoded(image), probability=True)
        letters = {letter: place for place, letter in enumerate(said["charset"])}
        columns = [letters[""]] + [letters[digit] for digit in "0123456789"]
        text, last = "", 0
        for step in said["probabilities"]:
            row = step[0] if isinstance(step[0], list) else step
            best = max(range(11), key=lambda choice: row[columns[choice]])
            if best and best != last:
                text += str(best - 1)
            last = best
        return text
