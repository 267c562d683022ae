"""The lines of JSON that the CGI program leaves in the server's logs."""

import json
import re
import time

from portal import Portal
from sentences import expect


def lines_in(text: str) -> list[dict]:
    """The program's lines among those of a web server, which may put words before and after them."""
    return [json.loads(found) for found in re.findall(r'\{"time":.*?\}(?=$|[^"}])', text, re.MULTILINE)]


def log_text(portal: Portal) -> str:
    folder = portal.messages_log.parents[1] / "logs"
    return "".join(one.read_text(encoding="utf-8", errors="replace") for one in sorted(folder.glob("*.log")))


def lines_of(portal: Portal, number: str | None = None) -> list[dict]:
    return [one for one in lines_in(log_text(portal)) if number is None or one["request"] == number]


def number_on(text: str) -> str:
    """What the page tells the person to read out."""
    found = re.search(r"[0-9]{4}-[0-9]{4}-[0-9]{4}", text)
    expect(found, f"no request number on the page:\n{text[-1500:]}")
    return found.group()


def soon(find, seconds: float = 5):
    """What `find` answers, as soon as it is something: some servers write their log a little later."""
    deadline = time.monotonic() + seconds
    while not (found := find()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found
