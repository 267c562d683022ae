"""The one table: what people ask for, by CGI and by FastCGI, beside programs that do less, behind one kind of web server."""

import contextlib
import pathlib
import re
from typing import Callable

from citizen import CGI, Citizen
from digits import latin_digits
from documents import large_jpeg
from letters import letters_a_second
from portal import Portal
from rounds import interleaved, pages_a_second, table
from rows import rows
from second_server import SecondServer
from servers import BaselineServer
from staff import Staff
from unlocked_program import serving_instead

PROCESSES = 4
YARDSTICK = "empty C CGI"


def measure_pages(portal: Portal, beside: BaselineServer, unlocked: pathlib.Path, folder: pathlib.Path) -> None:
    """Desk with 20 letters beside a timeline of 20 check-ins and a repository of 20 commits."""
    citizen = Citizen(portal)
    citizen.log_in()
    for number in range(20):
        letter, _ = citizen.register_letter(subject=f"نامهٔ {number}")
    desk = citizen.client.get(f"{CGI}/desk")
    if len(desk.letters) != 20:
        raise RuntimeError(f"the desk shows {len(desk.letters)} letters, not 20")
    Staff(portal, "reviewer").signed_in().do(letter, "accept")
    message = latin_digits(portal.wait_for_message(citizen.mobile, kind="accepted")["text"])
    code = re.search(r"(?<!\d)\d{10}(?!\d)", message).group()
    cookie, photograph = citizen.client.cookie, large_jpeg(200_000).read_bytes()

    with contextlib.ExitStack() as stack:
        by_fastcgi = stack.enter_context(SecondServer(portal, speaks_fastcgi=True, has_tls=False))
        contenders: dict[str, Callable[[], float]] = {}
        for way, base in (("CGI", portal.address.rstrip("/")), ("FastCGI", f"http://127.0.0.1:{by_fastcgi.port}")):
            contenders |= {
                f"{name} by {way}": lambda url=f"{base}{path}": pages_a_second(url, cookie)
                for name, path in {"security code": f"{CGI}/captcha", "desk": f"{CGI}/desk", "letter": f"{CGI}/letters/{letter}",
                                   "tracking code": f"{CGI}/track?code={code}"}.items()}
            contenders[f"letter of 200 KB registered by {way}"] = lambda base=base: letters_a_second(citizen, base, photograph)
        base = portal.address.rstrip("/")

        def desk_without_sandbox() -> float:
            with serving_instead(unlocked, portal.messages_log.parents[1]):
                return pages_a_second(f"{base}{CGI}/desk", cookie)

        contenders |= {
            "desk by CGI without the sandbox": desk_without_sandbox,
            "home page, a file": lambda: pages_a_second(f"{base}/"),
            "login page, a file": lambda: pages_a_second(f"{base}/login/"),
            YARDSTICK: lambda: pages_a_second(f"{beside.address}/b/empty-c"),
            "empty Perl CGI": lambda: pages_a_second(f"{beside.address}/b/empty-perl"),
            "Fossil's timeline": lambda: pages_a_second(f"{beside.address}/b/fossil/timeline?n=20"),
            "cgit's repository page": lambda: pages_a_second(f"{beside.address}/b/cgit/letters/"),
        }
        if portal.server == "nginx":
            rows_at = stack.enter_context(rows(folder / "rows", PROCESSES))
            contenders |= {name: lambda url=url: pages_a_second(url) for name, url in rows_at.items()}
        found = interleaved(contenders)
    table(f"Behind {portal.server}, 4 connections; FastCGI with {PROCESSES} processes", found, YARDSTICK)
    print()
    for one, other in (("desk by CGI", "Fossil's timeline"), ("desk by FastCGI", "desk by CGI"), ("desk by FastCGI", "PHP, one row"),
                       ("desk by FastCGI", "C FastCGI, one row"), ("desk by CGI", "desk by CGI without the sandbox")):
        if one in found and other in found:
            print(f"  {one} has {found[one] / found[other]:.2f} of the rate of: {other}")
