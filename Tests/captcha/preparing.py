"""What a simple solver does to an image before it reads it."""

import io

from PIL import Image, ImageFilter, ImageOps


def plain(image: Image.Image) -> Image.Image:
    return image


def larger(image: Image.Image) -> Image.Image:
    return image.resize((image.width * 3, image.height * 3), Image.Resampling.LANCZOS)


def black_and_white(image: Image.Image) -> Image.Image:
    return larger(image).filter(ImageFilter.MedianFilter(5)).point(lambda grey: 255 if grey > 140 else 0)


def edges(image: Image.Image) -> Image.Image:
    """The outlines as dark lines: where ink meets paper, whichever is on which side."""
    return ImageOps.invert(larger(image).filter(ImageFilter.GaussianBlur(2)).filter(ImageFilter.FIND_EDGES)).point(
        lambda grey: max(0, 255 - (255 - grey) * 4))


PREPARATIONS = {"as it is": plain, "black and white": black_and_white, "edges": edges}


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def encoded(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
