"""What visitors see while the CGI program itself is broken."""

import contextlib
import re

from client import Client
from direct import home_of
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test


@contextlib.contextmanager
def broken_program(portal: Portal):
    """In the program's place stands one that ends without a word."""
    program = home_of(portal) / "bin" / "pishkhan-cgi"
    kept = program.with_name("kept")
    program.rename(kept)
    try:
        program.write_text("#!/bin/sh\nexit 1\n")
        program.chmod(0o755)
        yield
    finally:
        kept.replace(program)


@test("While the program is broken, dynamic pages are the portal's own error page, and look right: all that it needs is there", behind=ALL_SERVERS)
def error_page(portal: Portal) -> None:
    client = Client(portal.address)
    with broken_program(portal):
        answer = client.get("/cgi-bin/pishkhan/desk")
        expect(500 <= answer.status <= 504, answer.status)
        expect_equal(answer.body, client.get("/50x.html").body, "another page than 50x.html")
        needed = re.findall(r'<(?:link rel="(?:icon|stylesheet)"|script)[^>]*(?:href|src)="([^"]+)"', answer.text)
        expect(len(needed) >= 3 and any(one.endswith(".css") for one in needed), needed)
        for path in needed:
            expect_equal(client.get(path).status, 200, path)
        expect_equal(client.get("/").status, 200, "the static pages stay")
    expect_equal(client.get("/cgi-bin/pishkhan/health").status, 200, "the program works again")
