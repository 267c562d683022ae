"""Photographs of the pages of a letter, as telephones, scanners and drawing programs store them."""

import io
import pathlib
import subprocess
import tempfile

from PIL import Image, ImageChops, ImageDraw, ImageOps

DOTS = 60  # an inch, at which pages are compared


def page(number: int, size=(600, 800), colours="RGB") -> Image.Image:
    """A page on which above, below, left and right differ, and which no other number has."""
    image = Image.new("RGB", size, (245, 240, 225))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((width * 0.08, height * 0.06, width * 0.55, height * 0.16), fill=(20, 30, 120))
    draw.rectangle((width * 0.7, height * 0.3, width * 0.92, height * 0.5), fill=(200, 40, 30))
    for line in range(number + 1):
        top = height * (0.6 + 0.05 * line)
        draw.rectangle((width * 0.1, top, width * 0.8, top + height * 0.02), fill=(0, 0, 0))
    return image.convert(colours)


def jpeg(image: Image.Image, orientation: int | None = None, **options) -> bytes:
    """As a camera stores it: `image` is what the sensor saw."""
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    output = io.BytesIO()
    image.save(output, "JPEG", quality=92, exif=exif, **options)
    return output.getvalue()


def png(image: Image.Image, **options) -> bytes:
    output = io.BytesIO()
    image.save(output, "PNG", **options)
    return output.getvalue()


def as_seen(content: bytes) -> Image.Image:
    """The photograph upright and on white paper, by somebody else's program."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
    if image.mode == "I;16":
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if image.mode in ("RGBA", "LA"):
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def checked_pages(document: bytes) -> list[Image.Image]:
    """The pages of a PDF document as poppler shows them; qpdf must find nothing wrong with it."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "document.pdf").write_bytes(document)
        checked = subprocess.run(["qpdf", "--check", folder / "document.pdf"], capture_output=True, text=True, timeout=60)
        if checked.returncode or "WARNING" in checked.stderr:
            raise AssertionError(f"qpdf: {checked.stdout}{checked.stderr}")
        shown = subprocess.run(["pdftoppm", "-r", str(DOTS), folder / "document.pdf", folder / "page"], capture_output=True, text=True, timeout=120)
        if shown.returncode or shown.stderr:
            raise AssertionError(f"pdftoppm: {shown.stderr}")
        return [Image.open(one).convert("RGB").copy() for one in sorted(folder.glob("page-*.ppm"))]


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart on average, of 255."""
    size = (60, 80)
    pixels = ImageChops.difference(one.resize(size, Image.Resampling.BOX), other.resize(size, Image.Resampling.BOX)).convert("L")
    return sum(pixels.tobytes()) / (size[0] * size[1])
