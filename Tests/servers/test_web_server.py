"""What the web servers' own configurations must refuse."""

import socket
import urllib.parse

from citizen import CGI, Citizen
from client import Client
from direct import home_of
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test


def said_to(portal: Portal, request: str) -> bytes:
    """All that comes back for these very bytes, until the server closes the connection."""
    where = urllib.parse.urlsplit(portal.address)
    with socket.create_connection((where.hostname, where.port), timeout=20) as peer:
        peer.sendall(request.encode("latin-1"))
        answer = b""
        try:
            while chunk := peer.recv(65536):
                answer += chunk
        except (ConnectionError, TimeoutError):
            pass
        return answer


@test("TRACE is refused and repeats nothing, on static and dynamic pages", behind=ALL_SERVERS)
def trace(portal: Portal) -> None:
    client = Client(portal.address)
    for path in ("/", "/login/", f"{CGI}/desk", f"{CGI}/staff/login"):
        answer = client.request("TRACE", path, headers={"X-Repeated": "what-was-sent"})
        expect(answer.status in (400, 403, 405, 501), f"TRACE {path}: {answer.status}")
        expect(b"what-was-sent" not in answer.body, f"TRACE {path} repeats the request")


@test("The web server lists no folder", behind=ALL_SERVERS)
def listings(portal: Portal) -> None:
    public = home_of(portal) / "current" / "public"
    folder = public / "assets" / "folder"
    folder.mkdir()
    (folder / "a-name-to-be-listed.txt").write_text("x")
    try:
        for path in ("/assets/", "/assets/folder/", "/assets/folder"):
            answer = Client(portal.address).get(path)
            answer = Client(portal.address).get(answer.location) if answer.status == 301 else answer
            expect(answer.status in (403, 404), f"{path}: {answer.status}")
            expect(b"a-name-to-be-listed" not in answer.body and b"Index of" not in answer.body, f"{path} lists the folder")
    finally:
        (folder / "a-name-to-be-listed.txt").unlink()
        folder.rmdir()


@test("An answer says how long it is, so that browsers show how far a download is", behind=ALL_SERVERS)
def length(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    for path in ("/desk", "/letters/new", f"/letters/{letter}/documents/1", "/letters/0"):
        answer = citizen.client.get(CGI + path)
        expect_equal(answer.headers.get("Content-Length"), str(len(answer.body)), path)


# Caddy and H2O read such a body by its chunks and go on with what follows, as RFC 9112, section 6.3, lets them.
@test("A body with both a length and Transfer-Encoding never becomes two requests")
def one_request(portal: Portal) -> None:
    where = urllib.parse.urlsplit(portal.address).netloc
    second = f"GET {CGI}/health HTTP/1.1\r\nHost: {where}\r\nConnection: close\r\n\r\n"
    for encoding in ("chunked", "chunked, chunked", "identity, chunked", "\tchunked", "x"):
        head = (f"POST {CGI}/login/code HTTP/1.1\r\nHost: {where}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(second) + 5}\r\nTransfer-Encoding: {encoding}\r\n\r\n")
        answer = said_to(portal, head + "0\r\n\r\n" + second)
        expect_equal(answer.count(b"HTTP/1.1 "), 1, f"answers to a request with Transfer-Encoding: {encoding!r}")
        expect(answer.split(b" ", 2)[1].startswith((b"4", b"5")), answer[:200])
