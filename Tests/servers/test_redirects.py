"""The config's redirects behind each web server, and the files that programs ask for by their names."""

from urllib.parse import quote

from client import Client
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test_once
from site_copy import NEVER_WITHOUT_SANDBOX, WITHOUT_SECURITY_CODE, copy_of_site

ADDED = """  redirects: {
    "/help.html": "/guide/",
    "/راهنما/نامه": "/guide/#آماده-کردن-نامه",
    "/a+b(c)*.php": "/contact/",
    "/index.php": "https://other.example/x?a=1&b=%D8%A7",
  },
  security: { contact: ["mailto:security@example.org"], expires: "1406/09/03" },
"""
MOVED = {
    "/help.html": "/guide/",
    "/" + quote("راهنما/نامه"): "/guide/#" + quote("آماده-کردن-نامه"),
    "/a+b(c)*.php": "/contact/",
    "/index.php": "https://other.example/x?a=1&b=%D8%A7",
}


def expect_redirects(client: Client, address: str) -> None:
    for path, target in MOVED.items():
        answer = client.get(path)
        expect_equal(answer.status, 301, path)
        expect_equal(answer.location.removeprefix(address.rstrip("/")), target, path)
    for path in ("/help.htmlx", "/xhelp.html", "/helpxhtml", "/help.html/", "/aab(c)*.php", "/a+b(c)xphp", "/x/index.php"):
        expect_equal(client.get(path).status, 404, path)


def expect_named_files(client: Client) -> None:
    kinds = {"/robots.txt": "text/plain;charset=utf-8", "/.well-known/security.txt": "text/plain;charset=utf-8",
             "/manifest.json": "application/json", "/en/manifest.json": "application/json"}
    for path, kind in kinds.items():
        answer = client.get(path)
        found = answer.headers["Content-Type"].lower().replace(" ", "")
        # nginx names the charset of JSON too, which has one alone.
        expect_equal((answer.status, found.removesuffix(";charset=utf-8" if "json" in kind else "")), (200, kind), path)
    kind = client.get("/sitemap.xml").headers["Content-Type"].lower()
    expect(kind.split(";")[0] in ("application/xml", "text/xml"), kind)


@test_once("Each old path of the config leads to the new one behind each server, whatever stands in it, and no other path does")
def redirects() -> None:
    config = copy_of_site(WITHOUT_SECURITY_CODE | NEVER_WITHOUT_SANDBOX | {r"  redirects: \{(?s:.*?)\n  \},\n": ADDED})
    for server in ALL_SERVERS:
        with Portal(server=server, config=config) as portal:
            client = Client(portal.address)
            try:
                expect_redirects(client, portal.address)
                expect_named_files(client)
            except AssertionError as failure:
                raise AssertionError(f"{server}: {failure}") from None
