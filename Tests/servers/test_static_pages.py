"""What the web server itself must do: the printed configurations."""

from client import Answer, Client
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test

POLICY = {
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "font-src 'self'",
    "connect-src 'self'", "media-src 'self'", "manifest-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
}


def expect_safe_headers(answer: Answer) -> None:
    policies = answer.headers.get_all("Content-Security-Policy") or []
    expect(len(policies) == 1, f"{answer.path} has {len(policies)} policies")
    expect_equal({part.strip() for part in policies[0].split(";")}, POLICY, answer.path)
    expect_equal(answer.headers["X-Content-Type-Options"], "nosniff", answer.path)
    expect_equal(answer.headers["Referrer-Policy"], "same-origin", answer.path)


@test("Each static page is UTF-8 HTML with the security headers, and is asked for again each time", behind=ALL_SERVERS)
def static_pages(portal: Portal) -> None:
    client = Client(portal.address)
    for path in ("/", "/login/", "/units/", "/guide/"):
        page = client.get(path)
        expect_equal(page.status, 200, path)
        expect_equal(page.headers["Content-Type"].lower().replace(" ", ""), "text/html;charset=utf-8", path)
        expect_equal(page.headers["Cache-Control"], "no-cache", path)
        expect_safe_headers(page)
        again = client.get(path, headers={"If-None-Match": page.headers["ETag"]})
        expect_equal((again.status, again.body), (304, b""), f"{path} with its ETag")


@test("The feed of the news is Atom to each server", behind=ALL_SERVERS)
def feed(portal: Portal) -> None:
    for path in ("/news/feed.atom", "/en/news/feed.atom"):
        answer = Client(portal.address).get(path)
        expect_equal((answer.status, answer.headers["Content-Type"]), (200, "application/atom+xml"), path)
        expect_safe_headers(answer)


@test("An asset may be kept for a year", behind=ALL_SERVERS)
def assets(portal: Portal) -> None:
    client = Client(portal.address)
    home = client.get("/")
    styles = [link for link in _stylesheets(home.text) if "/assets/" in link]
    expect(styles, "the home page links no stylesheet below /assets/")
    style = client.get(styles[0])
    expect_equal(style.status, 200, styles[0])
    expect_equal(style.headers["Cache-Control"], "public, max-age=31536000, immutable")
    expect_safe_headers(style)


@test("What is no asset, or is asked for in a wrong way, may not be kept", behind=ALL_SERVERS)
def no_asset(portal: Portal) -> None:
    client = Client(portal.address)
    style = next(link for link in _stylesheets(client.get("/").text) if "/assets/" in link)
    answers = [
        client.get("/assets/none.css"), client.get(style + "x"), client.get(style + "/x"),
        client.get(style, headers={"Range": "bytes=99999999-"}),
        client.request("DELETE", style), client.request("POST", style, b"x" * (53 * 1024 * 1024)),
    ]
    expect_equal([answer.status for answer in answers[:2]], [404] * 2)
    expect(answers[2].status in (403, 404), f"{answers[2].path} answered {answers[2].status}")
    for answer in answers:
        # Some servers give the whole asset to whoever asks for a wrong part of it, or posts to it.
        if answer.status == 200:
            continue
        expect(answer.status >= 400, f"{answer.path} answered {answer.status}")
        kept = answer.headers["Cache-Control"] or ""
        expect("immutable" not in kept and "max-age" not in kept, f"{answer.status} of {answer.path} has {kept}")


def _stylesheets(text: str) -> list[str]:
    import re

    return re.findall(r'<link[^>]*href="([^"]+\.css)"', text)


@test("A page that does not exist is the portal's own 404 page, and may not be kept", behind=ALL_SERVERS)
def missing_page(portal: Portal) -> None:
    client = Client(portal.address)
    wanted = client.get("/404.html").body
    for path in ("/nothing", "/units/nothing/", "/cgi-bin/", "/cgi-bin/pishkhanx"):
        answer = client.get(path)
        expect_equal(answer.status, 404, path)
        expect(answer.body == wanted, f"{path} shows another page than 404.html: {answer.text[:200]}")
        expect_equal(answer.headers["Cache-Control"], "no-cache", path)
        expect_safe_headers(answer)


@test("A path without its last slash leads to the page, on the portal's own address whatever the Host", behind=ALL_SERVERS)
def last_slash(portal: Portal) -> None:
    answer = Client(portal.address).get("/login", headers={"Host": "evil.example"})
    expect_equal(answer.status, 308 if portal.server == "caddy" else 301)
    expect("evil" not in answer.location and answer.location.endswith("/login/"), answer.location)


@test("Nothing outside the public folder is served", behind=ALL_SERVERS)
def nothing_else(portal: Portal) -> None:
    client = Client(portal.address)
    for path in ("/../data/key", "/%2e%2e/data/key", "/data/key", "/../private/", "/.made-by-serve", "/assets/"):
        answer = client.get(path)
        expect(answer.status in (400, 403, 404), f"{path} answered {answer.status}")
