"""CONTENT_LENGTH and the body, as a web server or somebody behind it may send them."""

import os
import subprocess

from citizen import CGI, Citizen
from client import exchange, multipart
from direct import AS_USER, answer, environment, home_of
from portal import Portal
from request_log import lines_in
from sentences import expect, expect_equal, test

MIB = 1024 * 1024
FORM = "application/x-www-form-urlencoded"


@test("A length that is negative, signed, no number, a list, huge, absent or wrong gets a page with its status, and leaves nothing")
def wrong_lengths(portal: Portal) -> None:
    home = home_of(portal)
    for length, status in (
        ("-1", 400), ("+5", 400), (" 5", 400), ("5 ", 400), ("0x5", 400), ("1e3", 400), ("5, 5", 400), ("5,6", 400), ("۵", 400),
        ("9" * 19, 413), ("9" * 30, 413), (str(50 * MIB + 1), 413), ("", 411), (None, 411), ("0", 403), ("6", 408),
    ):
        ended = answer(home, "POST", "/login/code", b"a=%20", CONTENT_LENGTH=length, CONTENT_TYPE=FORM)
        # Nothing of the form is read before it is whole: an empty one lacks its fields.
        expect(ended.status == status or (length == "0" and ended.status == 400), f"{length!r}: {ended.status}, not {status}")
        expect(ended.exit_status == 0 and "<h1>" in ended.body, f"{length!r}: no page")
        lines = lines_in(ended.said)
        expect_equal(len(lines), 1, f"{length!r}: {ended.said}")
        if length and not (length.isascii() and length.isdigit()):
            expect_equal(lines[0]["refused"], "request", f"{length!r}: {ended.said}")
        expect(len(ended.said) < 600, f"{length!r}: standard error has {len(ended.said)} bytes")
    expect_equal(portal.incoming(), [], "files left in incoming")


@test("Exactly as many bytes are read as the length says, and the end of the input is not waited for")
def no_more_than_the_length(portal: Portal) -> None:
    home = home_of(portal)
    # A form that is read, and one that is refused and drained.
    for path, status in (("/login/code", b"400"), ("/letters", b"403")):
        reading, writing = os.pipe()
        os.write(writing, b"mobile=1&x=1JUNK")
        process = subprocess.Popen([*AS_USER, home / "bin" / "pishkhan-cgi"], stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=environment(home, "POST", path, CONTENT_LENGTH="12", CONTENT_TYPE=FORM))
        try:
            out, _ = process.communicate(timeout=20)  # the pipe's other end stays open
            expect(out.startswith(b"Status: " + status), out[:100])
            os.set_blocking(reading, False)
            expect_equal(os.read(reading, 100), b"JUNK", "what was left")
        finally:
            process.kill()
            os.close(reading)
            os.close(writing)


@test("Methods that the program does not know get 405 with Allow, and nonsense gets 400")
def odd_methods(portal: Portal) -> None:
    home = home_of(portal)
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "Post", "PROPFIND", "X" * 32):
        ended = answer(home, method, "/login/verify")
        expect_equal(ended.status, 405, method)
        expect("\r\nAllow: GET, HEAD, POST" in ended.head, f"{method}: {ended.head}")
    for method in ("G ET", "GET\r\nX", "", "X" * 33, "نامه"):
        ended = answer(home, method, "/login/verify")
        expect(ended.status == (500 if not method else 400) and "<h1>" in ended.body, f"{method!r}: {ended.status}")


@test("An upload above the portal's limit gets 413 with the portal's page, though its bytes are wanted by nobody")
def too_large(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/letters/new")
    form = page.form("/letters", having="subject")
    big = [("a.pdf", b"%PDF-1.4\n" + bytes(17 * MIB))] * 3
    answered = citizen.client.submit(page, form, subject="x", attachment=big)
    expect_equal(answered.status, 413)
    expect("masthead" in answered.text and "data-request" in answered.text, "not the portal's page")
    expect_equal(portal.incoming(), [], "files left in incoming")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})


@test("A body that ends before its length is 408 where the server passes it on, and leaves nothing behind any")
def cut_off(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/letters/new")
    body, kind = multipart(page.form("/letters", having="subject").filled({"letter": ("a.pdf", b"%PDF-1.4\n" + bytes(9000)), "subject": "x"}))
    ended = answer(home_of(portal), "POST", "/letters", body[:-3000], CONTENT_LENGTH=str(len(body)), CONTENT_TYPE=kind,
                   HTTP_COOKIE=citizen.client.cookie)
    expect_equal(ended.status, 408)
    expect("data-request" in ended.body, "no page")
    head = (f"POST {CGI}/letters HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {len(body)}\r\nCookie: {citizen.client.cookie}\r\n\r\n")
    answered = exchange(portal.address, head.encode() + body[:-3000], goes_away=True)
    if portal.server == "apache":
        # Apache itself says 400 where the body's bytes do not come, with a page of the release.
        expect(answered[:12] in (b"HTTP/1.1 408", b"HTTP/1.1 400") and b"masthead" in answered, answered[:300])
    else:
        # These two take the whole body first, and end the connection of who does not send it.
        expect(answered == b"" or b" 40" in answered[:20], answered[:300])
    expect_equal(portal.left_in_incoming(), [], "files left in incoming")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})
