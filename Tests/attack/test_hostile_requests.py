"""Header injection, a proxy's headers, httpoxy: what the request says about itself is not believed."""

import socket
import threading
import urllib.parse

from answers import seen
from citizen import CGI, Citizen
from client import Client, exchange
from desk_under_attack import content, difference, make_account, rows
from documents import bytes_of
from portal import Portal, free_port
from sentences import expect, expect_equal, test
from staff import Staff
from visitors import desk

INJECTED = "\r\nX-Injected: yes\r\nSet-Cookie: session=injected"


def expect_no_injection(answer: bytes, about: str) -> None:
    head = answer.split(b"\r\n\r\n", 1)[0].lower()
    expect(b"\nx-injected" not in head and b"session=injected" not in head, f"{about}: {head}")


@test("Line ends and zero bytes in paths, queries, fields, cookies and file names never reach a header")
def header_injection(portal: Portal) -> None:
    people = desk(portal)
    citizen, clerk = people.visitor("citizen A"), people.visitor("clerk")
    for end in ("\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "嘍嘊"):
        quoted = urllib.parse.quote(f"en{end}X-Injected: yes{end}{end}<b>")
        for path in (f"/desk?lang={quoted}", f"/track?code={quoted}", f"/verify?code={quoted}", f"/letters/new?unit={quoted}", f"/login/verify?lang={quoted}",
                     f"/staff/letters?state={quoted}&from=1", f"/desk?from={quoted}", f"/{quoted}", f"/desk/{quoted}", f"/letters/1{quoted}"):
            for client in (citizen.client, clerk.client):
                head = f"GET {CGI}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {client.cookie}\r\nConnection: close\r\n\r\n"
                answer = exchange(portal.address, head.encode())
                expect_no_injection(answer, path)
                expect(answer.split(b" ", 2)[1] in (b"200", b"303", b"400", b"403", b"404"), f"{path}: {answer[:100]}")
    for fields in ({"mobile": "0912" + INJECTED, "lang": "en" + INJECTED}, {"mobile": INJECTED}):
        answer = Client(portal.address).post(f"{CGI}/login/code", fields)
        expect(not answer.headers["X-Injected"], f"{fields}")
    answer = citizen.ask("GET", f"{CGI}/desk?lang=en")
    for value in ("en%0d%0aX-Injected: yes", 'x"; X-Injected: yes'):
        client = Client(portal.address, citizen.client.cookies | {"lang": value, "draft": value, "form": value})
        for path in ("/desk", "/letters/new", "/staff/login"):
            expect(not client.get(CGI + path).headers["X-Injected"], f"{path} with the cookie {value}")


@test("A body whose length is negative, signed, huge, doubled, absent or a lie gets 4xx with a page, and leaves nothing")
def lengths(portal: Portal) -> None:
    client = desk(portal).visitor("citizen A").client
    before = content(portal)
    for path in ("/login/code", "/letters", "/staff/login"):
        for length in ("-1", "+5", "0x10", "5 5", "5,5", "99999999999999999999", "1e3", "", "5\r\nContent-Length: 6"):
            head = (f"POST {CGI}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {client.cookie}\r\nConnection: close\r\n"
                    f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n")
            answer = exchange(portal.address, head.encode() + b"token")
            expect(answer.split(b" ", 2)[1].startswith(b"4"), f"{path} with the length {length!r}: {answer[:200]}")
            expect(b"<h1>" in answer, f"{path} with the length {length!r}: no page")
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
            head = (f"POST {CGI}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {client.cookie}\r\nConnection: close\r\n"
                    f"Content-Type: {kind}\r\n")
            answer = exchange(portal.address, head.encode() + b"\r\n")
            expect(answer.split(b" ", 2)[1].startswith(b"4"), f"{path} without a length: {answer[:200]}")
            # A body that never comes: whoever sent the head goes away.
            exchange(portal.address, head.encode() + b"Content-Length: 1000\r\n\r\nx", goes_away=True)
    expect_equal(difference(before, content(portal)), "", "what wrong lengths have changed")


@test("A document's name of line ends, quotes, paths and marks of direction comes back as a name and nothing else")
def file_names(portal: Portal) -> None:
    people = desk(portal)
    citizen = Citizen(portal)
    citizen.client = people.visitor("citizen A").client
    for name in ("a\r\nX-Injected: yes\r\n\r\n.pdf", 'a"; filename=evil.html; x=".pdf', "../../../etc/passwd.pdf", "a\0.html\0.pdf",
                 "‮fdp.exe.pdf", "x" * 250 + ".pdf", "%0d%0aX-Injected:%20yes.pdf", "<script>alert(1)</script>.pdf"):
        answer = citizen.send_letter(unit="education", letter=(name, bytes_of("pdf")))
        if answer.status == 400:
            continue
        expect_equal(answer.status, 303, repr(name))
        letter = answer.location.split("/letters/")[1].split("/")[0]
        got = citizen.client.get(f"{CGI}/letters/{letter}/documents/1")
        disposition = got.headers["Content-Disposition"]
        expect(not got.headers["X-Injected"] and disposition.startswith("attachment;"), f"{name!r}: {got.headers}")
        expect(not any(ord(letter) < 0x20 or ord(letter) > 0x7E for letter in disposition), f"{name!r}: {disposition!r}")
        quoted = disposition.split('filename="')[1].split('"')[0] if 'filename="' in disposition else ""
        expect("/" not in quoted and "\\" not in quoted, disposition)
        expect_equal(got.headers["Content-Type"], "application/pdf")
        expect("sandbox" in got.headers["Content-Security-Policy"], "a document's policy")
        expect(b"<script>alert" not in citizen.client.get(f"{CGI}/letters/{letter}").body, "a name that is markup")


@test("Host, X-Forwarded-* and other words of a proxy change nothing of any page, and no link or redirect leads to them")
def proxies_words(portal: Portal) -> None:
    people = desk(portal)
    lies = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9",
            "Forwarded": "for=203.0.113.9;host=evil.example;proto=https", "X-Real-IP": "203.0.113.9", "X-Original-URL": "/staff/audit",
            "X-Rewrite-URL": "/staff/audit", "X-HTTP-Method-Override": "POST", "X-Forwarded-Prefix": "/evil", "Client-IP": "203.0.113.9"}
    for name in ("nobody", "citizen A", "reviewer"):
        client = people.visitor(name).client
        for path in ("/desk", "/letters/new", "/staff/letters", "/staff/login", "/nothing", "/login/verify"):
            cookies = dict(client.cookies) | {"form": "A" * 43}
            plain = Client(portal.address, dict(cookies)).get(CGI + path)
            lied = Client(portal.address, dict(cookies), lies).get(CGI + path)
            expect(seen(plain, tokens=False) == seen(lied, tokens=False), f"{path} for {name} believes the headers")
            host = Client(portal.address, dict(cookies), {"Host": "evil.example"}).get(CGI + path)
            expect(b"evil.example" not in host.body and "evil.example" not in (host.location or ""), f"{path} repeats the Host")


@test("Tries are counted for the address of the connection, whatever X-Forwarded-For says")
def counted_address(portal: Portal) -> None:
    kinds = "SELECT count(*), sum(count) FROM tally WHERE kind = 'wrongPasswordsPerAddress'"
    staff = Staff(portal, "reviewer")
    staff.account = make_account(portal, "reviewer")
    before = rows(portal, kinds)[0]
    for number in range(2):
        staff.client.headers = {"X-Forwarded-For": f"203.0.113.{number}", "X-Real-IP": f"203.0.113.{number}"}
        expect_equal(staff.log_in("a wrong password").status, 400)
    addresses, tries = rows(portal, kinds)[0]
    expect_equal((addresses, tries), (1, (before[1] or 0) + 2), "addresses and tries")
    staff.client.headers = {}
    expect_equal(staff.log_in().status, 303)


@test("A Proxy header (httpoxy) makes the portal connect to nothing and changes no answer")
def httpoxy(portal: Portal) -> None:
    called = []
    port = free_port()
    with socket.create_server(("127.0.0.1", port)) as listener:
        listener.settimeout(3)

        def listen() -> None:
            try:
                called.append(listener.accept()[1])
            except TimeoutError:
                pass

        thread = threading.Thread(target=listen)
        thread.start()
        lies = {"Proxy": f"http://127.0.0.1:{port}", "Http-Proxy": f"http://127.0.0.1:{port}", "All-Proxy": f"http://127.0.0.1:{port}"}
        citizen = Citizen(portal)
        citizen.client.headers = lies
        citizen.log_in()
        for path in ("/health", "/nothing", "/desk"):
            client = Client(portal.address, dict(citizen.client.cookies))
            expect(seen(client.get(CGI + path), tokens=False) == seen(client.get(CGI + path, lies), tokens=False), path)
        thread.join()
    expect_equal(called, [], "connections to the proxy")
