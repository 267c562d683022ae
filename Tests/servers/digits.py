"""The digits of Persian pages and messages, and those of programs."""

PERSIAN, LATIN = "۰۱۲۳۴۵۶۷۸۹", "0123456789"


def latin_digits(text: str) -> str:
    return text.translate(str.maketrans(PERSIAN, LATIN))


def persian_digits(text: str) -> str:
    return text.translate(str.maketrans(LATIN, PERSIAN))
