"""An upload whose first half has arrived, and what is left of it."""

import contextlib
import socket
import urllib.parse

from citizen import CGI, Citizen
from client import multipart
from documents import large_jpeg


def letter_request(citizen: Citizen, netloc: str, size: int = 1_000_000) -> tuple[bytes, bytes]:
    """The head and the body of a letter that would be taken, as the bytes of HTTP/1.1."""
    page = citizen.client.get(f"{CGI}/letters/new")
    form = page.form("/letters", having="subject")
    filled = {"sender": "زهرا", "subject": "نیمه", "letter": ("photo.jpg", large_jpeg(size).read_bytes()),
              "unit": next(choice for choice in form.options["unit"] if choice)}
    if (kinds := form.options.get("senderKind")) and "senderKind" not in dict(form.values):
        filled["senderKind"] = kinds[0]
    body, kind = multipart(form.filled(filled))
    head = (f"POST {CGI}/letters HTTP/1.1\r\nHost: {netloc}\r\nConnection: close\r\nCookie: {citizen.client.cookie}\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode(), body


@contextlib.contextmanager
def half_an_upload(citizen: Citizen, address: str):
    """A connection that has sent half of a letter, and the other half."""
    where = urllib.parse.urlsplit(address)
    head, body = letter_request(citizen, where.netloc)
    with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
        connection.sendall(head + body[:len(body) // 2])
        yield connection, body[len(body) // 2:]
