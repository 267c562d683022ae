"""The compressed files of a release behind each web server."""

import gzip
import pathlib
import re

import brotli

from client import Answer, Client
from direct import home_of
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test

UNPACKED = {"gzip": gzip.decompress, "br": brotli.decompress}
# lighttpd makes its own; the others send the files that lie there.
MAKES_ITS_OWN = ("lighttpd",)
# What a client may say of gzip without wanting it, or without any of it being there to send.
WITHOUT = ("", "identity", "gzip;q=0", "br;q=0, gzip;q=0", "gzip; q=0.000", "compress", "xgzip", "gzipx")
LARGE = 4_096


def public_folder(portal: Portal) -> pathlib.Path:
    return home_of(portal) / "current" / "public"


def one_of_each_kind(portal: Portal) -> dict[str, pathlib.Path]:
    """Address → file: pages with and without a name of their own, and the largest file of each ending."""
    public = public_folder(portal)
    found = {"/": public / "index.html", "/en/guide/": public / "en" / "guide" / "index.html"}
    packed = sorted((path.with_suffix("") for path in public.rglob("*.gz")), key=lambda path: path.stat().st_size)
    kinds = {path.suffix: path for path in packed if path.name != "index.html"}
    expect({".css", ".js", ".json", ".svg", ".txt", ".xml", ".atom"} <= set(kinds), f"only {set(kinds)} are compressed")
    return found | {f"/{path.relative_to(public)}": path for path in kinds.values()}


def expect_same_apart_from_coding(packed: Answer, plain: Answer) -> None:
    for name in ("Content-Type", "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        expect_equal(packed.headers.get_all(name), plain.headers.get_all(name), f"{name} of {packed.path}")
    for answer in (packed, plain):
        said = [word.strip().lower() for line in answer.headers.get_all("Vary") or () for word in line.split(",")]
        expect_equal(said, ["accept-encoding"], f"Vary of {answer.path} in {answer.headers['Content-Encoding']}")


@test("Who takes gzip or Brotli gets the ready-made file, of the same type and with the same headers", behind=ALL_SERVERS)
def packed_files(portal: Portal) -> None:
    client = Client(portal.address)
    for address, path in one_of_each_kind(portal).items():
        plain = client.get(address)
        expect_equal((plain.status, plain.headers["Content-Encoding"]), (200, None), address)
        expect(plain.body == path.read_bytes(), f"{address} is not the file")
        for coding, ending in (("gzip", ".gz"), ("br", ".br")):
            ready = path.with_name(path.name + ending)
            if not ready.exists() and portal.server not in MAKES_ITS_OWN:
                expect(ending == ".br" and path.with_name(path.name + ".gz").stat().st_size < LARGE, f"{ready} is missing")
                continue
            if portal.server in MAKES_ITS_OWN and path.stat().st_size < 1_000:
                continue  # too small to be worth its time
            answer = client.get(address, {"Accept-Encoding": coding})
            expect_equal((answer.status, answer.headers["Content-Encoding"]), (200, coding), f"{address} as {coding}")
            expect(UNPACKED[coding](answer.body) == plain.body, f"{address} as {coding} is something else")
            if portal.server not in MAKES_ITS_OWN:
                expect(answer.body == ready.read_bytes(), f"{address} as {coding} is not the file beside it")
            expect_same_apart_from_coding(answer, plain)


@test("Each form of a file has an ETag, with which it is not sent again", behind=ALL_SERVERS)
def tags(portal: Portal) -> None:
    client = Client(portal.address)
    for address in one_of_each_kind(portal):
        for coding in ("identity", "gzip"):
            answer = client.get(address, {"Accept-Encoding": coding})
            again = client.get(address, {"Accept-Encoding": coding, "If-None-Match": answer.headers["ETag"]})
            expect_equal((again.status, again.body), (304, b""), f"{address} as {coding} with its ETag")
            expect_equal(again.headers["ETag"], answer.headers["ETag"], address)


@test("Who takes neither gets the file as it is, also with q=0", behind=ALL_SERVERS)
def refused(portal: Portal) -> None:
    client = Client(portal.address)
    for address in ("/", "/login/", next(one for one in one_of_each_kind(portal) if one.endswith(".css"))):
        plain = client.get(address).body
        for words in WITHOUT:
            answer = client.get(address, {"Accept-Encoding": words})
            expect_equal((answer.status, answer.headers["Content-Encoding"]), (200, None), f"{address} with {words!r}")
            expect(answer.body == plain, f"{address} with {words!r} is something else")


@test("What browsers say of themselves is understood", behind=ALL_SERVERS)
def as_browsers_say(portal: Portal) -> None:
    client = Client(portal.address)
    wanted = client.get("/").body
    for words, codings in (("gzip, deflate, br", ("br", "gzip")), ("gzip, deflate, br, zstd", ("br", "gzip")), ("gzip, deflate", ("gzip",)),
                           # Rare words, to which the file as it is is a right answer.
                           ("GZIP", ("gzip", None)), ("deflate;q=0.5, gzip;q=1.0", ("gzip", None)), ("br;q=0, gzip", ("gzip", None))):
        answer = client.get("/", {"Accept-Encoding": words})
        found = answer.headers["Content-Encoding"]
        expect(found in codings, f"{words!r} got {found}")
        expect(UNPACKED.get(found, bytes)(answer.body) == wanted, f"{words!r} got something else")


@test("An error page is itself, in whatever form it comes", behind=ALL_SERVERS)
def error_pages(portal: Portal) -> None:
    client = Client(portal.address)
    for address, page in (("/nothing", "/404.html"), ("/en/nothing", "/en/404.html"), ("/assets/none.css", "/404.html")):
        answer = client.get(address, {"Accept-Encoding": "gzip"})
        expect_equal(answer.status, 404, address)
        unpacked = UNPACKED.get(answer.headers["Content-Encoding"], bytes)(answer.body)
        expect(unpacked == client.get(page).body, f"{address} is not {page}")
        expect_equal(answer.headers["Content-Type"].lower().replace(" ", ""), "text/html;charset=utf-8", address)


@test("Dynamic pages and pictures are not compressed by the way", behind=ALL_SERVERS)
def uncompressed(portal: Portal) -> None:
    client = Client(portal.address)
    page = client.get("/cgi-bin/pishkhan/staff/login", {"Accept-Encoding": "gzip, br"})
    expect_equal((page.status, page.headers["Content-Encoding"]), (200, None))
    picture = re.search(r'href="(/assets/[^"]+\.png)"', client.get("/").text) or ["", "/assets/none.png"]
    for path in {picture[1]} | {f"/{one.relative_to(public_folder(portal))}" for one in list(public_folder(portal).rglob("*.woff2"))[:1]}:
        answer = client.get(path, {"Accept-Encoding": "gzip, br"})
        if answer.status == 200:
            expect_equal(answer.headers["Content-Encoding"], None, path)
