"""A browser that goes away in the middle: of what it sends, and of what it is sent."""

import socket
import struct
import time
import urllib.parse

from citizen import CGI, Citizen
from client import Client
from documents import large_jpeg
from half_upload import half_an_upload
from portal import Portal
from second_server import SecondServer
from sentences import ALL_SERVERS, expect, expect_equal, test


def break_off(connection: socket.socket) -> None:
    """Goes away without a word: whoever writes next is told so."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def go_away_in_the_middle(portal: Portal, address: str) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(subject="همین", letter=("photo.jpg", large_jpeg(3_000_000).read_bytes()))
    for wait in (0, 0.3):
        with half_an_upload(citizen, address) as (connection, _):
            time.sleep(wait)
            break_off(connection)
    expect_equal(portal.left_in_incoming(), [], "files of uploads that broke off")
    where = urllib.parse.urlsplit(address)
    for path in (f"/letters/{letter}/documents/1", "/desk", "/captcha"):
        with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            connection.sendall(f"GET {CGI}{path} HTTP/1.1\r\nHost: {where.netloc}\r\nCookie: {citizen.client.cookie}\r\n\r\n".encode())
            expect(connection.recv(20).startswith(b"HTTP/1.1 "), f"no answer for {path}")
            break_off(connection)
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "underReview"}, "the desk")
    expect_equal(Client(address).get(f"{CGI}/health").status, 200)
    expect_equal(portal.change_database("BEGIN IMMEDIATE; COMMIT"), None, "a transaction is still open")


@test("A browser that goes away in the middle of an upload or an answer leaves nothing registered and nothing lying about", behind=ALL_SERVERS)
def by_cgi(portal: Portal) -> None:
    go_away_in_the_middle(portal, portal.address)


@test("The same through processes that speak FastCGI, which go on answering", behind=ALL_SERVERS)
def by_fastcgi(portal: Portal) -> None:
    with SecondServer(portal, speaks_fastcgi=True, has_tls=False) as server:
        before = sorted(server.processes.processes)
        go_away_in_the_middle(portal, f"http://127.0.0.1:{server.port}/")
        expect_equal(sorted(server.processes.processes), before, "the processes")
        expect_equal(server.processes.exit_statuses, [], server.processes.said()[-1_000:])


# A server that keeps the whole body first, and one that passes it on as it comes, whichever the printed configuration is not.
OTHER_WAY = {
    "nginx": {r"fastcgi_request_buffering on;": "fastcgi_request_buffering off;"},
    "lighttpd": {r"server.stream-request-body = 0": "server.stream-request-body = 2"},
    "caddy": {r"transport fastcgi \{": "buffer_requests\n\t\t\ttransport fastcgi {"},
}


@test("Letters are taken whether or not the server keeps the whole body before it passes it on", behind=tuple(OTHER_WAY))
def buffering(portal: Portal) -> None:
    for speaks_fastcgi in (False, True):
        with SecondServer(portal, speaks_fastcgi=speaks_fastcgi, has_tls=False, edits=OTHER_WAY[portal.server]) as server:
            address, citizen = f"http://127.0.0.1:{server.port}/", Citizen(portal)
            citizen.client = Client(address)
            citizen.log_in()
            content = large_jpeg(3_000_000).read_bytes()
            letter, _ = citizen.register_letter(letter=("photo.jpg", content))
            expect(citizen.client.get(f"{CGI}/letters/{letter}/documents/1").body == content, "another document than was sent")
            # In small pieces, with time between them.
            with half_an_upload(citizen, address) as (connection, rest):
                for start in range(0, len(rest), 100_000):
                    connection.sendall(rest[start:start + 100_000])
                    time.sleep(0.05)
                answered = b"".join(iter(lambda: connection.recv(65_536), b""))
            expect(answered.startswith(b"HTTP/1.1 303 "), f"{address}: {answered[:200]}")
            go_away_in_the_middle(portal, address)
