"""The portal by FastCGI beside itself by CGI and beside programs that do less, all behind nginx; and its memory."""

import pathlib
import re
import subprocess

from citizen import CGI, Citizen
from direct import home_of
from fastcgi import PortalProcesses, resident_kib
from fastcgi_portal import nginx_before
from portal import Portal
from rounds import interleaved, pages_a_second, table
from rows import rows

PROCESSES = 4
FEW, MANY = 10_000, 100_000


def measure_fastcgi(portal: Portal, folder: pathlib.Path) -> None:
    """The desk with 20 letters, the security code, and following a letter that is looked for in vain."""
    citizen = Citizen(portal)
    citizen.log_in()
    for number in range(20):
        citizen.register_letter(subject=f"نامهٔ {number}")
    cookie, by_cgi = citizen.client.cookie, portal.address.rstrip("/")
    # None of them is to leave while the clock runs.
    with rows(folder, PROCESSES) as rows_at, PortalProcesses(home_of(portal), PROCESSES, PISHKHAN_REQUESTS="100000000") as processes, \
            nginx_before(portal, processes) as by_fastcgi:
        contenders = {}
        for name, base in (("CGI", by_cgi), ("FastCGI", by_fastcgi.rstrip("/"))):
            contenders[f"GET /desk by {name}"] = lambda base=base: pages_a_second(f"{base}{CGI}/desk", cookie)
            contenders[f"GET /captcha by {name}"] = lambda base=base: pages_a_second(f"{base}{CGI}/captcha")
            # A code that none of this citizen's letters has is answered with 404, which wrk counts as a failure; an empty
            # place of the list makes the same queries.
            contenders[f"GET /letters/1 by {name}"] = lambda base=base: pages_a_second(f"{base}{CGI}/letters/1", cookie)
        contenders["GET /login/, a file"] = lambda: pages_a_second(f"{by_fastcgi}login/")
        contenders |= {name: lambda url=url: pages_a_second(url) for name, url in rows_at.items()}
        found = interleaved(contenders)
        table(f"FastCGI behind nginx, {PROCESSES} processes, 4 connections", found, "GET /desk by CGI")
        desk = found["GET /desk by FastCGI"]
        for name in rows_at:
            print(f"  the desk by FastCGI has {desk / found[name]:.2f} of the rate of: {name}")
        _print_latency(f"{by_fastcgi.rstrip('/')}{CGI}/desk", cookie)
    _print_memory(portal, cookie)


def _print_latency(url: str, cookie: str) -> None:
    """The median and the 99th percentile of 16 connections."""
    said = subprocess.run(["wrk", "-c16", "-t1", "-d5s", "--latency", "-H", f"Cookie: {cookie}", url],
                          capture_output=True, text=True, check=True).stdout
    median, last = (re.search(rf"{part}%\s+(\S+)", said).group(1) for part in (50, 99))
    print(f"\n  the desk by FastCGI, 16 connections: half within {median}, 99 of 100 within {last}")


def _print_memory(portal: Portal, cookie: str) -> None:
    """What one process has resident after many requests and after ten times as many."""
    with PortalProcesses(home_of(portal), PISHKHAN_REQUESTS="100000000") as processes, nginx_before(portal, processes) as address:
        process, found, sent = processes.process, [], 0
        for wanted in (FEW, MANY):
            while sent < wanted:
                for path in ("/desk", "/captcha", "/letters/new", "/letters/1"):
                    said = subprocess.run(["wrk", "-c4", "-t1", "-d1s", "-H", f"Cookie: {cookie}", f"{address.rstrip('/')}{CGI}{path}"],
                                          capture_output=True, text=True, check=True).stdout
                    sent += int(re.search(r"(\d+) requests in", said).group(1))
            found.append((sent, resident_kib(process)))
        if processes.process != process:
            raise RuntimeError(f"the process ended: {processes.said()[-500:]}")
    print("\nResident memory of a FastCGI process\n")
    for count, kib in found:
        print(f"  after {count:7,} requests: {kib / 1024:6.2f} MiB")
