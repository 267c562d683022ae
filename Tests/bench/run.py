"""Measures the portal beside programs that do less: run.py [pages] [fastcgi] [letters] [memory] [generators]"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "servers")]

from baselines import Baselines  # noqa: E402
from citizen import CGI, Citizen  # noqa: E402
from client import Client, multipart  # noqa: E402
from documents import large_jpeg  # noqa: E402
from fastcgi_rates import measure_fastcgi  # noqa: E402
from generators import measure_generators  # noqa: E402
from large_portal import add_units  # noqa: E402
from memory import letter_environment, peak_kib  # noqa: E402
from portal import Portal  # noqa: E402
from programs import program  # noqa: E402
from rounds import interleaved, pages_a_second, posts_a_second, table  # noqa: E402
from servers import AS_USER, BaselineServer  # noqa: E402
from site_copy import CHECKOUT, NEVER_WITHOUT_SANDBOX, copy_of_site  # noqa: E402
from unlocked_program import serving_instead, unlocked_program  # noqa: E402

PARTS = ("pages", "fastcgi", "letters", "memory", "generators")
MANY_UNITS = 50_000
LETTERS_A_ROUND = 36  # of 1 MB: five rounds stay below a number's quota of 200 MB


def measure_pages(portal: Portal, beside: BaselineServer, unlocked: pathlib.Path) -> None:
    """The desk with 20 letters beside Fossil's timeline with 20 check-ins, programs that do nothing, and itself without
    its sandbox.
    """
    citizen = Citizen(portal)
    citizen.log_in()
    for number in range(20):
        citizen.register_letter(subject=f"نامهٔ {number}")
    desk = citizen.client.get(f"{CGI}/desk")
    if len(desk.letters) != 20:
        raise RuntimeError(f"the desk shows {len(desk.letters)} letters, not 20")
    base, cookie = portal.address.rstrip("/"), citizen.client.cookie

    def desk_without_sandbox() -> float:
        with serving_instead(unlocked, portal.messages_log.parents[1]):
            return pages_a_second(f"{base}{CGI}/desk", cookie)

    contenders = {
        "empty C CGI": lambda: pages_a_second(f"{beside.address}/b/empty-c"),
        "empty Perl CGI": lambda: pages_a_second(f"{beside.address}/b/empty-perl"),
        "Fossil timeline": lambda: pages_a_second(f"{beside.address}/b/fossil/timeline?n=20"),
        "GET /health": lambda: pages_a_second(f"{base}{CGI}/health"),
        "GET /captcha": lambda: pages_a_second(f"{base}{CGI}/captcha"),
        "GET /desk": lambda: pages_a_second(f"{base}{CGI}/desk", cookie),
        "GET /desk without the sandbox": desk_without_sandbox,
    }
    found = interleaved(contenders)
    table(f"Pages behind {portal.server}, 4 connections", found, "empty C CGI")
    cost = 1 - found["GET /desk"] / found["GET /desk without the sandbox"]
    print(f"\n  the sandbox costs the desk {cost:.1%} of its requests a second")


def measure_lookup(portal: Portal) -> None:
    """A letter's page, which looks its unit up, with the example's units and with many more."""
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    home = portal.messages_log.parents[1]
    few = int(os.readlink(home / "current").rpartition("/")[2])
    config = copy_of_site(NEVER_WITHOUT_SANDBOX)
    add_units(config, MANY_UNITS)
    _pishkhan(home, "build", "--uncompressed", "--config", config, "--address", portal.address)

    def measured(release: int) -> float:
        _pishkhan(home, "rollback", str(release))
        return pages_a_second(f"{portal.address.rstrip('/')}{CGI}/letters/{letter}", citizen.client.cookie)

    contenders = {"with the example's units": lambda: measured(few), f"with {MANY_UNITS:,} more": lambda: measured(few + 1)}
    table(f"A letter's page behind {portal.server}, which looks its unit up", interleaved(contenders), "with the example's units")
    _pishkhan(home, "rollback", str(few))


def _pishkhan(home: pathlib.Path, *words) -> None:
    subprocess.run([home / "bin" / "pishkhan", *words, "--home", home], check=True, capture_output=True)


def measure_letters(portal: Portal, beside: BaselineServer) -> None:
    """Registering a letter of 1 MB beside a program that only keeps the body, synced."""
    citizen = Citizen(portal)
    citizen.log_in()
    photograph = large_jpeg(1_000_000).read_bytes()
    body, kind = multipart([("letter", ("photo.jpg", photograph))])

    def keep(_: int) -> None:
        _expect(Client(beside.address).request("POST", "/b/store", body, {"Content-Type": kind}), 303)

    def letters() -> float:
        # Both bodies are ready before the clock runs: the making of them is the measurer's own time.
        ready = []
        for number in range(LETTERS_A_ROUND):
            _, form, filled = _letter(citizen, photograph, number)
            ready.append((form.action, *multipart(form.filled(filled))))

        def send(number: int) -> None:
            path, body, kind = ready[number]
            client = Client(portal.address, cookies=dict(citizen.client.cookies))
            _expect(client.request("POST", path, body, {"Content-Type": kind}), 303)

        return posts_a_second(send, LETTERS_A_ROUND)

    contenders = {
        "keep the body, synced (C)": lambda: posts_a_second(keep, LETTERS_A_ROUND),
        "POST /letters": letters,
    }
    table(f"Letters of 1 MB behind {portal.server}, 4 at once", interleaved(contenders), "keep the body, synced (C)")


def _letter(citizen: Citizen, photograph: bytes, number: int):
    """A letter form, read and filled in but not sent."""
    page = citizen.client.get(f"{CGI}/letters/new")
    form = page.form("/letters", having="subject")
    filled = {"sender": "زهرا رضایی", "subject": f"نامهٔ {number} {time.monotonic_ns()}",
              "letter": ("photo.jpg", photograph), "unit": next(choice for choice in form.options["unit"] if choice)}
    if (kinds := form.options.get("senderKind")) and "senderKind" not in dict(form.values):
        filled["senderKind"] = kinds[0]
    return page, form, filled


def measure_memory(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    home = portal.messages_log.parents[1]
    print("\nPeak resident memory of the CGI\n")
    for size in (200_000, 19_000_000):
        photograph = large_jpeg(size).read_bytes()
        _, form, filled = _letter(citizen, photograph, size)
        body, kind = multipart(form.filled(filled))
        environment = letter_environment(home, citizen.client.cookie, kind, len(body), portal.address)
        kib, first = peak_kib(home / "bin" / "pishkhan-cgi", environment, body, AS_USER)
        print(f"  upload of {len(body) / 1e6:5.1f} MB: {kib / 1024:6.1f} MiB  ({first})")


def _expect(answer, status: int) -> None:
    if answer.status != status:
        raise RuntimeError(f"{answer.path} answered {answer.status}, not {status}: {answer.text[:500]}")


def main() -> int:
    parts = sys.argv[1:] or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        print(f"unknown: {unknown}; known: {PARTS}", file=sys.stderr)
        return 2
    if "generators" in parts:
        measure_generators(program("pishkhan"), CHECKOUT / "site" / "portal.json5")
    if parts == ["generators"]:
        return 0
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-bench-"))
    try:
        unlocked = unlocked_program(folder / "unlocked") if "pages" in parts else None
        baselines = Baselines(folder)
        for kind in ("apache", "nginx"):
            with (Portal(server=kind, config=copy_of_site(NEVER_WITHOUT_SANDBOX)) as portal,
                  BaselineServer(kind, folder / kind, baselines.cgi, baselines.kept) as beside):
                if "pages" in parts:
                    measure_pages(portal, beside, unlocked)
                if kind == "nginx" and "fastcgi" in parts:
                    measure_fastcgi(portal, folder / "rows")
                if "letters" in parts:
                    measure_letters(portal, beside)
                if kind == "nginx" and "pages" in parts:
                    measure_lookup(portal)
                if kind == "apache" and "memory" in parts:
                    measure_memory(portal)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
