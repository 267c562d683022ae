"""What only the desk's key tells: the digits behind a security code's cookie. And what the page's script computes."""

import base64
import hashlib
import pathlib
import secrets
import struct


def keyed_hash(data: pathlib.Path, purpose: int, *parts: bytes) -> bytes:
    """As in Sources/Secrets/SecretKey.swift."""
    joined = bytes([purpose]) + b"".join(struct.pack("<Q", len(part)) + part for part in parts)
    return hashlib.blake2b(joined, key=(data / "key").read_bytes(), digest_size=32).digest()


def digits_of(cookie: str, data: pathlib.Path) -> str:
    """The digits that answer the cookie `captcha`, by the key in the data folder; see Sources/Store/Challenges.swift."""
    _, level, nonce, _ = cookie.split(".")
    number = struct.unpack("<Q", keyed_hash(data, 3, base64.urlsafe_b64decode(nonce + "="))[:8])[0]
    digits = ""
    for _ in range(int(level)):
        digits += str(number % 10)
        number //= 10
    return digits


def sealed(kind: str, level: int, expires: int, data: pathlib.Path) -> str:
    """The cookie of a challenge as the desk itself would have made it."""
    nonce = secrets.token_bytes(32)
    seal = keyed_hash(data, 8, nonce, f"{kind}.{expires}.{level}".encode())
    return f"{expires}.{level}.{text(nonce)}.{text(seal)}"


def text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def work_for(puzzle: str, bits: int) -> str:
    """A solution of a proof of work."""
    number = 0
    while int.from_bytes(hashlib.sha256(f"{puzzle}:{number}".encode()).digest()[:4]) >> (32 - bits):
        number += 1
    return str(number)
