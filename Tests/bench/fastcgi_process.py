"""A FastCGI process: how long a page takes among many, and its memory."""

import re
import subprocess

from citizen import CGI, Citizen
from direct import home_of
from fastcgi import PortalProcesses, resident_kib
from fastcgi_portal import nginx_before
from portal import Portal

PROCESSES = 4
FEW, MANY = 10_000, 100_000


def measure_fastcgi(portal: Portal) -> None:
    """Behind nginx, with a desk of 20 letters."""
    citizen = Citizen(portal)
    citizen.log_in()
    for number in range(20):
        citizen.register_letter(subject=f"نامهٔ {number}")
    cookie = citizen.client.cookie
    # None of them is to leave while the clock runs.
    with PortalProcesses(home_of(portal), PROCESSES, PISHKHAN_REQUESTS="100000000") as processes, \
            nginx_before(portal, processes) as address:
        _print_latency(f"{address.rstrip('/')}{CGI}/desk", cookie)
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
