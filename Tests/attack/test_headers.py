"""The head of every page, static and dynamic, in every status, behind each web server, with an https address."""

import collections
import os
import subprocess

from citizen import CGI, Citizen, code_in, new_mobile
from client import Answer, Client, multipart
from desk_under_attack import data_of, make_account, site_with_wide_limits
from documents import bytes_of
from header_rules import faults
from portal import Portal
from route_table import routes
from security_code import digits_of
from sentences import SERVERS, expect, expect_equal, test, test_once

MIB = 1024 * 1024

# What lighttpd refuses before it looks at the address, and so before it knows whose headers to set: pages of fixed words.
BEFORE_ANY_SITE = {("lighttpd", 400, f"{CGI}/desk?x=%ff"), ("lighttpd", 413, f"{CGI}/login/code")}


def move_to_https(portal: Portal) -> None:
    """Builds the portal anew for a public address, as behind a TLS end; the tests go on asking by plain HTTP."""
    home = data_of(portal).parent
    ended = subprocess.run(
        [home / "bin/pishkhan", "build", "--config", portal.config, "--home", home, "--address", "https://portal.example.org/"],
        capture_output=True, text=True, timeout=60)
    expect_equal(ended.returncode, 0, ended.stderr)


class SecureCitizen(Citizen):
    """Logs in with the security code, which only the desk's key tells, and cookies of another name."""

    def ask_for_code(self) -> Answer:
        self.heads = [self.client.get(f"{CGI}/captcha")]
        digits = digits_of(self.client.cookies["__Host-captcha"], data_of(self.portal))
        self.heads.append(self.client.post(f"{CGI}/login/code", {"mobile": self.mobile, "captcha": digits}))
        return self.heads[-1]


class Inspection:
    """Every head that was seen, and what was wrong."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.wrong: list[str] = []
        self.statuses: collections.Counter = collections.Counter()
        # Pages that are the same for everybody.
        self.fixed: set[bytes] = set()

    def look(self, answer: Answer, is_static: bool = False) -> Answer:
        self.statuses[answer.status] += 1
        if (self.server, answer.status, answer.path) in BEFORE_ANY_SITE and not answer.headers["Cache-Control"]:
            expect(answer.body in self.fixed or b'class="masthead"' not in answer.body, f"{answer.status} of {answer.path} is a page of the portal")
            return answer
        for fault in faults(answer, is_static, is_secure=True):
            self.wrong.append(f"{self.server}: {answer.status} of {answer.path}: {fault}")
        return answer


def public_files(portal: Portal) -> list[str]:
    public = data_of(portal).parent / "current" / "public"
    files = [os.path.relpath(os.path.join(folder, name), public) for folder, _, names in os.walk(public) for name in names]
    return sorted("/" + path.removesuffix("index.html") for path in files)


def static_pages(portal: Portal, heads: Inspection) -> None:
    client = Client(portal.address)
    for path in public_files(portal):
        answer = heads.look(client.get(path), is_static=True)
        if answer.status == 200 and answer.headers["ETag"]:
            heads.look(client.get(path, {"If-None-Match": answer.headers["ETag"]}), is_static=True)
    for path in ("/nothing", "/units/nothing/", "/en/nothing", "/assets/none.css", "/cgi-bin/", "/.hidden", "/login", "/assets"):
        heads.look(client.get(path), is_static=True)
    for method in ("POST", "DELETE", "PUT", "OPTIONS"):
        answer = client.request(method, "/", b"")
        # An answer to OPTIONS says nothing and shows nothing.
        if answer.status >= 400:
            heads.look(answer, is_static=True)


def dynamic_pages(portal: Portal, heads: Inspection) -> None:
    citizen = SecureCitizen(portal)
    code_page = heads.look(citizen.client.follow(citizen.ask_for_code()))
    for answer in citizen.heads:
        heads.look(answer)
    code = code_in(portal.wait_for_message(citizen.mobile))
    form = code_page.form("/login/verify", having="code")
    heads.look(citizen.client.submit(code_page, form, code=f"{(int(code) + 1) % 10**6:06d}"))
    heads.look(citizen.client.submit(code_page, form, code=code))
    page = heads.look(citizen.client.get(f"{CGI}/letters/new?lang=en"))
    filled = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "نامه", "letter": ("a.pdf", bytes_of("pdf"))}
    receipt = heads.look(citizen.client.submit(page, page.form("/letters", having="subject"), **filled))
    expect_equal(receipt.status, 303, f"the letter {receipt.errors}")
    letter = receipt.location.split("/letters/")[1].split("/")[0]
    heads.look(citizen.client.submit(page, page.form("/letters", having="subject"), **filled | {"subject": ""}))

    account, staff = make_account(portal, "reviewer"), Client(portal.address)
    page = heads.look(staff.get(f"{CGI}/staff/login"))
    heads.look(staff.submit(page, page.form("/staff/login"), name=account.name, password="a wrong password"))
    signed_in = heads.look(staff.submit(page, page.form("/staff/login"), name=account.name, password=account.password))
    expect_equal(signed_in.status, 303, "the login of the staff")

    for client in (Client(portal.address), citizen.client, staff):
        for route in routes():
            path = CGI + route.pattern.replace("#", letter, 1).replace("#", "1")
            asking = Client(portal.address, dict(client.cookies))
            if route.method == "GET":
                for language in ("", "?lang=en"):
                    heads.look(asking.get(path + language))
                heads.look(asking.request("HEAD", path))
            else:
                heads.look(asking.post(path, {}))
                heads.look(asking.post(path, {}, {"Origin": "http://evil.example"}))
            heads.look(asking.request("DELETE", path))


def errors(portal: Portal, heads: Inspection) -> None:
    client = Client(portal.address)
    for path in ("/nothing", "/desk/", "/letters/0", "/desk?x=%ff", "/desk?lang=%", "/desk?x=1&x=2"):
        heads.look(client.get(CGI + path))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    expect_equal(heads.look(client.request("POST", f"{CGI}/login/code", b"{}", {"Content-Type": "application/json"})).status, 415)
    heads.look(client.request("POST", f"{CGI}/login/code", b"", form | {"Content-Length": "0"}))
    body, kind = multipart([("x", "y")])
    heads.look(client.request("POST", f"{CGI}/login/code", body[:-20], {"Content-Type": kind}))
    # Between the portal's limit and the web server's, the portal answers; above both, the web server.
    expect_equal(heads.look(client.request("POST", f"{CGI}/login/code", b"x" * (50 * MIB + 1), form)).status, 413)
    heads.fixed.add(client.get("/413.html").body)
    expect_equal(heads.look(client.request("POST", f"{CGI}/login/code", b"x" * (53 * MIB), form), is_static=True).status, 413)
    mobile = new_mobile()
    expect_equal([heads.look(SecureCitizen(portal, mobile).ask_for_code()).status for _ in range(2)], [303, 429])
    database, current = data_of(portal) / "desk.sqlite", data_of(portal).parent / "current"
    for path, kept in ((database, database.with_name("elsewhere")), (current, current.with_name("kept"))):
        path.rename(kept)
        try:
            for route in ("/health", "/desk", "/staff/login"):
                answer = heads.look(Client(portal.address, {"__Host-session": "A" * 43}).get(CGI + route))
                expect_equal(answer.status, 503, f"{route} without {path.name}")
        finally:
            kept.rename(path)


@test_once("Every page of all three web servers, in every status and with an https address, has the headers and cookies of the design")
def every_head() -> None:
    wrong = []
    for server in SERVERS:
        with Portal(server=server, config=site_with_wide_limits(security_code="image")) as portal:
            move_to_https(portal)
            heads = Inspection(server)
            static_pages(portal, heads)
            dynamic_pages(portal, heads)
            errors(portal, heads)
            print(f"{server}: " + ", ".join(f"{count} × {status}" for status, count in sorted(heads.statuses.items())), flush=True)
            expect({200, 303, 400, 403, 404, 405, 413, 415, 429, 503} <= set(heads.statuses), f"statuses not seen: {heads.statuses}")
            wrong += heads.wrong
    for one in wrong:
        print("  " + one, flush=True)
    expect_equal(len(wrong), 0, "wrong headers, listed above")


@test("Cookies of a portal without TLS have neither Secure nor the prefix that promises it, and all the rest")
def plain_cookies(portal: Portal) -> None:
    citizen = Citizen(portal)
    answers = [citizen.ask_for_code(), Client(portal.address).get(f"{CGI}/staff/login?lang=en")]
    for answer in answers:
        expect(answer.headers.get_all("Set-Cookie"), f"{answer.path} sets no cookie")
        expect_equal(faults(answer, is_static=False, is_secure=False), [], answer.path)
