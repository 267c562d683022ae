"""What an attacker sees of an answer, without what differs from one to the next by itself."""

import re

from client import Answer

# The request's number on error pages, in either language's digits.
_DIGITS = rb"(?:[0-9]|\xdb[\xb0-\xb9]){4}"
_NUMBER = re.compile(rb"-".join([_DIGITS] * 3))
# Tokens of forms and cookies: 43 letters of base64, of 32 bytes that nobody can guess.
_TOKEN = re.compile(rb"\b[A-Za-z0-9_-]{43}\b")
# How the answer is framed is for the web server, by how its pieces come.
_FRAMING = {"date", "transfer-encoding", "content-length", "keep-alive", "connection", "set-cookie", "server"}


def body_of(answer: Answer) -> bytes:
    return _NUMBER.sub(b"NUMBER", answer.body)


def seen(answer: Answer, tokens: bool = True) -> tuple:
    """Status, headers, names and attributes of cookies, and body.

    `tokens: False` leaves out what the random tokens in a page are, for pages that differ in nothing else.
    """
    headers = sorted((name.lower(), value) for name, value in answer.headers.items() if name.lower() not in _FRAMING)
    cookies = sorted(re.sub("=[^;]*", "", line, count=1) for line in answer.headers.get_all("Set-Cookie") or ())
    body = body_of(answer) if tokens else _TOKEN.sub(b"TOKEN", body_of(answer))
    return answer.status, headers, cookies, body
