"""`pishkhan serve`: the static pages, after each edit, to this computer only."""

import http.client
import json
import pathlib
import re
import signal
import socket
import subprocess

from client import Client
from portal import free_port
from preview import Follower, Preview, edit, save, wait_until
from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site
from test_static_pages import POLICY


def text_of(preview: Preview, path: str) -> str:
    return Client(preview.address).get(path).text


@test_once("The preview shows each page of the site with the servers' policy, and the portal's own page for one that is not")
def pages() -> None:
    with Preview(copy_of_site({r"redirects: \{": 'redirects: { "/old": "/guide/",'})) as preview:
        preview.wait_for("showing")
        client = Client(preview.address)
        for path, words in [("/", "پیشخوان"), ("/guide/", "راهنما"), ("/en/units/", "Recipients"), ("/units.json", '"id"')]:
            answer = client.get(path)
            expect(answer.status == 200 and words in answer.text, f"{path}: {answer.status}")
        home = client.get("/")
        expect_equal({part.strip() for part in home.headers["Content-Security-Policy"].split(";")}, POLICY)
        for asset in re.findall(r'(?:href|src)="(/assets/[^"]+)"', home.text):
            answer = client.get(asset)
            expect(answer.status == 200 and b"preview" not in answer.body, asset)
        paths = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", client.get("/sitemap.xml").text)
        paths += ["/robots.txt", "/manifest.json", "/news/feed.atom"]
        expect(len(paths) > 100, paths)
        for path in paths:
            answer = client.get(path)
            expect(answer.status == 200 and "octet-stream" not in answer.headers["Content-Type"], path)
        expect_equal((client.get("/old").status, client.get("/old").headers["Location"]), (301, "/guide/"))
        missing = client.get("/en/nothing/")
        expect(missing.status == 404 and "Page not found" in missing.text, missing.text)
        expect_equal((client.get("/guide").status, client.get("/guide").headers["Location"]), (301, "/guide/"))
        dynamic = client.get("/cgi-bin/pishkhan/desk")
        expect(dynamic.status == 501 and "cgi-bin/serve" in dynamic.text, dynamic.text)


@test_once("Each edit shows, however the editor saves, in new files and folders too, and the served portal is not touched")
def edits() -> None:
    config = copy_of_site({})
    site = config.parent
    guide = site / "pages/en/guide.md"
    with Preview(config) as preview:
        preview.wait_for("showing")
        guide.write_text(guide.read_text().replace("Write on white paper", "Write on blue paper"))
        wait_until(lambda: "Write on blue paper" in text_of(preview, "/en/guide/"), "an edit in place")
        edit(guide, "Write on blue paper", "Write on [red](/help/) paper")
        wait_until(lambda: "leads to no page" in preview.said(), "a warning of a link that leads nowhere")
        save(site / "pages/en/help.md", "---\ntitle: Help\n---\nnew words\n")
        wait_until(lambda: "new words" in text_of(preview, "/en/help/"), "a new page")
        (site / "moved").mkdir()
        (site / "units.json5").rename(site / "moved/units.json5")
        edit(config, 'units: "units.json5"', 'units: "moved/units.json5"')
        edit(site / "moved/units.json5", 'en: "Legal Affairs"', 'en: "Lawyers"')
        wait_until(lambda: "Lawyers" in text_of(preview, "/en/units/legal/"), "an edit in a new folder")
        expect(not (site.parent / ".portal").exists(), "the config's home was made")


@test_once("All mistakes of an edit stand on top of the page as it was, with place and line, and go when they are mended")
def mistakes() -> None:
    config = copy_of_site({})
    with Preview(config) as preview:
        preview.wait_for("showing")
        right = config.read_text(encoding="utf-8")
        save(config, right.replace('wordMacros: "refused"', 'wordMacros: "refuse"').replace("cgiPath:", "cgiPaht:"))
        wait_until(lambda: "preview-problems" in text_of(preview, "/en/guide/"), "the mistakes")
        page = text_of(preview, "/en/guide/")
        checked = subprocess.run([program("pishkhan"), "check", "--json", "--config", config], capture_output=True, text=True)
        problems = json.loads(checked.stdout)["problems"]
        expect_equal(len(problems), 2, checked.stdout)
        expect_equal(re.findall(r'<span class="place">([^<]+)</span>', page),
                     [f"{one['file']}:{one['line']}:{one['column']}" for one in problems])
        expect("<mark>c</mark>gi" in page and re.search(r"\n +\^</pre>", page), page)
        expect("Write on white paper" in page, "the page itself is gone")
        expect("wordMacros" in preview.said() and "2 mistakes" in preview.said(), preview.said())
        save(config, right)
        wait_until(lambda: "preview-problems" not in text_of(preview, "/en/guide/"), "the mistakes go")


@test_once("A site that cannot be built at first shows what is wrong, and itself as soon as it can")
def wrong_at_first() -> None:
    config = copy_of_site({})
    right = config.read_text(encoding="utf-8")
    save(config, right[:1000])
    with Preview(config) as preview:
        preview.wait_for("1 mistake")
        answer = Client(preview.address).get("/guide/")
        expect(answer.status == 500 and f"{config}:" in answer.text and "preview.js" in answer.text, answer.text)
        save(config, right)
        wait_until(lambda: Client(preview.address).get("/guide/").status == 200, "the guide")


@test_once("The preview listens on this computer's own addresses only, and answers to its own names only")
def loopback() -> None:
    with Preview(copy_of_site({})) as preview:
        preview.wait_for("showing")
        listening = set()
        for table in ("tcp", "tcp6"):
            for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
                local, state = line.split()[1], line.split()[3]
                if state == "0A" and int(local.split(":")[1], 16) == preview.port:
                    listening.add(local.split(":")[0])
        expect(listening and listening <= {"0100007F", "00000000000000000000000001000000"}, listening)
        for host, status in [("evil.example", 421), (f"localhost:{preview.port}", 200), ("127.0.0.1.evil.example", 421)]:
            connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=10)
            connection.request("GET", "/", headers={"Host": host})
            answer = connection.getresponse()
            expect_equal(answer.status, status, host)
            expect((b"<main" in answer.read()) == (status == 200), host)
            connection.close()


@test_once("One connection carries many requests, and a client that says nothing keeps no other waiting")
def connections() -> None:
    with Preview(copy_of_site({})) as preview:
        preview.wait_for("showing")
        silent = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(20)]
        silent[0].sendall(b"GET / HTTP/1.1\r\nHost: loc")
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=10)
        connection.connect()
        used = connection.sock
        for method, path, status in [("GET", "/", 200), ("HEAD", "/guide/", 200), ("GET", "/x", 404), ("GET", "/en/", 200)]:
            connection.request(method, path)
            answer = connection.getresponse()
            answer.read()
            expect_equal((answer.status, connection.sock is used), (status, True), path)
        for junk in (b"\r\n\r\n", b"\x16\x03\x01" + bytes(300) + b"\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"A" * 20_000):
            with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as raw:
                raw.sendall(junk)
                got = raw.recv(100)
                expect(got == b"" or got.startswith(b"HTTP/1.1 400 "), got)
        body = b"mobile=09123456789&" + b"x" * 3_000_000
        connection.request("POST", "/cgi-bin/pishkhan/login/code", body)
        expect_equal(connection.getresponse().status, 501)
        connection.close()
        for one in silent:
            one.close()
        expect_equal(Client(preview.address).get("/").status, 200)


@test_once("Ctrl-C, SIGTERM and a closed terminal end the preview at once, and it has left nothing")
def ending() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        config = copy_of_site({})
        before = sorted(config.parents[1].rglob("*"))
        with Preview(config) as preview:
            preview.wait_for("showing")
            # A browser that waits for events keeps nothing up.
            stream = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=10)
            stream.request("GET", "/.preview/events?after=1")
            expect_equal(stream.getresponse().headers["Content-Type"], "text/event-stream")
            expect_equal(preview.stop(number), 0)
            expect_equal((sorted(config.parents[1].rglob("*")), list(preview.temporary.iterdir())), (before, []))
            stream.close()
            with socket.socket() as probe:
                expect(probe.connect_ex(("127.0.0.1", preview.port)) != 0, "somebody still listens")


@test_once("A port that is taken or no port is refused; without --port the next free one is taken")
def ports() -> None:
    config = copy_of_site({})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run([program("pishkhan"), "serve", "--port", str(port), "--config", config], capture_output=True,
                               text=True, timeout=20)
        expect(ended.returncode == 1 and f"cannot listen on port {port}: " in ended.stderr, ended.stderr)
    for word in ("0", "80", "65536", "http"):
        ended = subprocess.run([program("pishkhan"), "serve", "--port", word, "--config", config], capture_output=True,
                               text=True, timeout=20)
        expect(ended.returncode == 2 and "1024 to 65535" in ended.stderr, ended.stderr)
    with Follower("serve", "--config", config) as one, Follower("serve", "--config", config) as other:
        found = set()
        for preview in (one, other):
            preview.wait_for("preview http")
            found.add(re.search(r"preview http://127\.0\.0\.1:(\d+)/", preview.said())[1])
        expect(len(found) == 2 and all(8080 <= int(port) <= 8180 for port in found), found)
