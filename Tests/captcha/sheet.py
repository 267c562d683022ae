"""A sheet of 20 images for a person's eye, once without and once with the answers below."""

import pathlib

from PIL import Image, ImageDraw

from images import CodeImage
from preparing import opened

COLUMNS, GAP, LINE = 4, 12, 16


def write_sheets(folder: pathlib.Path, language: str, codes: list[CodeImage]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    images = [opened(code.png) for code in codes]
    width, height = max(image.width for image in images), images[0].height
    for name, with_answers in ((language, False), (f"{language}-answers", True)):
        rows = -(-len(codes) // COLUMNS)
        sheet = Image.new("L", (GAP + COLUMNS * (width + GAP), GAP + rows * (height + LINE + GAP)), 255)
        draw = ImageDraw.Draw(sheet)
        for number, (code, image) in enumerate(zip(codes, images)):
            x, y = GAP + number % COLUMNS * (width + GAP), GAP + number // COLUMNS * (height + LINE + GAP)
            sheet.paste(image, (x, y))
            draw.text((x, y + height + 2), f"{number + 1}" + (f": {code.digits}" if with_answers else ""), fill=0)
        sheet.save(folder / f"{name}.png")
