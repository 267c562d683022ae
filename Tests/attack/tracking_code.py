"""Tracking codes whose last digit is right, so that they reach the database (Damm's check, see Sources/Desk/TrackingCode.swift)."""

import re

from site_copy import CHECKOUT

_SOURCE = (CHECKOUT / "Sources" / "Desk" / "TrackingCode.swift").read_text(encoding="utf-8")
_QUASIGROUP = [[int(digit) for digit in re.findall(r"\d", row)] for row in re.findall(r"\[((?:\d, ){9}\d)\]", _SOURCE)]


def with_check_digit(nine: str) -> str:
    interim = 0
    for digit in nine:
        interim = _QUASIGROUP[interim][int(digit)]
    return nine + str(interim)


def nobodys_code(*taken: str) -> str:
    """A right code that is none of those."""
    return next(code for code in map(with_check_digit, map(str, range(271828182, 271828999))) if code not in taken)
