"""Registering letters, beside a program that only keeps the body."""

import time

from citizen import CGI, Citizen
from client import Answer, Client, multipart
from documents import large_jpeg
from portal import Portal
from rounds import interleaved, posts_a_second, table
from servers import BaselineServer

LETTERS_A_ROUND = 36  # of 1 MB: five rounds stay below a number's quota of 200 MB


def measure_letters(portal: Portal, beside: BaselineServer) -> None:
    """Registering a letter of 1 MB beside a program that only keeps the body, synced."""
    citizen = Citizen(portal)
    citizen.log_in()
    photograph = large_jpeg(1_000_000).read_bytes()
    contenders = {
        "keep the body, synced (C)": lambda: bodies_a_second(beside.address, photograph),
        "POST /letters": lambda: letters_a_second(citizen, portal.address, photograph),
    }
    table(f"Letters of 1 MB behind {portal.server}, 4 at once", interleaved(contenders), "keep the body, synced (C)")


def bodies_a_second(address: str, photograph: bytes) -> float:
    """How many bodies with this photograph the program keeps a second, 4 at once.

    Each is one of its own, made ready and thrown away as those of the letters are: the machine may have to be asked for memory
    that is new to it, which takes longer than all else, and neither contender is to live on what the other leaves.
    """
    ready = [multipart([("number", str(number)), ("letter", ("photo.jpg", photograph))]) for number in range(LETTERS_A_ROUND)]

    def keep(number: int) -> None:
        body, kind = ready[number]
        _expect(Client(address).request("POST", "/b/store", body, {"Content-Type": kind}), 303)

    return posts_a_second(keep, LETTERS_A_ROUND)


def letters_a_second(citizen: Citizen, address: str, photograph: bytes) -> float:
    """How many letters of this photograph are registered a second at an address of the portal, 4 at once."""
    # All bodies are ready before the clock runs: the making of them is the measurer's own time.
    ready = [filled_letter(citizen, photograph, number) for number in range(LETTERS_A_ROUND)]

    def send(number: int) -> None:
        path, body, kind = ready[number]
        client = Client(address, cookies=dict(citizen.client.cookies))
        _expect(client.request("POST", path, body, {"Content-Type": kind}), 303)

    return posts_a_second(send, LETTERS_A_ROUND)


def filled_letter(citizen: Citizen, photograph: bytes, number: int) -> tuple[str, bytes, str]:
    """The form of a letter, read and filled in but not sent: where to, the body and its type."""
    form = citizen.client.get(f"{CGI}/letters/new").form("/letters", having="subject")
    filled = {"sender": "زهرا رضایی", "subject": f"نامهٔ {number} {time.monotonic_ns()}",
              "letter": ("photo.jpg", photograph), "unit": next(choice for choice in form.options["unit"] if choice)}
    if (kinds := form.options.get("senderKind")) and "senderKind" not in dict(form.values):
        filled["senderKind"] = kinds[0]
    return form.action, *multipart(form.filled(filled))


def _expect(answer: Answer, status: int) -> None:
    if answer.status != status:
        raise RuntimeError(f"{answer.path} answered {answer.status}, not {status}: {answer.text[:500]}")
