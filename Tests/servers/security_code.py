"""What only the desk's key tells: the digits behind a security code's cookie. And what the page's script computes."""

import base64
import hashlib
import pathlib
import struct


def digits_of(cookie: str, data: pathlib.Path) -> str:
    """The digits that answer the cookie `captcha`, by the key in the data folder; see Sources/Store/Challenges.swift."""
    expires, level, nonce, seal = cookie.split(".")
    purpose = bytes([3])  # SecretKey.Purpose.securityCode
    raw = base64.urlsafe_b64decode(nonce + "=")
    hashed = hashlib.blake2b(purpose + struct.pack("<Q", len(raw)) + raw, key=(data / "key").read_bytes(), digest_size=32)
    number = struct.unpack("<Q", hashed.digest()[:8])[0]
    digits = ""
    for _ in range(int(level)):
        digits += str(number % 10)
        number //= 10
    return digits


def work_for(puzzle: str, bits: int) -> str:
    """A solution of a proof of work."""
    number = 0
    while int.from_bytes(hashlib.sha256(f"{puzzle}:{number}".encode()).digest()[:4]) >> (32 - bits):
        number += 1
    return str(number)
