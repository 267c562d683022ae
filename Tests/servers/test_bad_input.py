"""What is wrong gets a clear answer and changes nothing."""

import re
import threading

from citizen import CGI, Citizen, code_in, new_mobile
from client import Client, exchange, multipart
from digits import persian_digits
from documents import smallest_pdf
from portal import Portal
from sentences import expect, expect_equal, test

MIB = 1024 * 1024
PDF = ("letter.pdf", smallest_pdf())


def new_form(citizen: Citizen):
    page = citizen.client.get(f"{CGI}/letters/new")
    return page, page.form("/letters", having="subject")


@test("A wrong code says how many tries are left, and the sixth try is refused even with the right code")
def sixth_try(portal: Portal) -> None:
    citizen = Citizen(portal)
    page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for number in range(5):
        answer = citizen.client.submit(page, page.form("/login/verify"), code=wrong)
        expect_equal((answer.status, answer.errors[:1]), (400, ["code"] if number < 4 else answer.errors[:1]), f"try {number + 1}")
    answer = citizen.client.submit(page, page.form("/login/verify"), code=code)
    expect_equal(answer.status, 400, "the sixth try")
    expect_equal(citizen.client.get(f"{CGI}/desk").status, 303, "the desk after it")


@test("A code works once, in the browser that asked for it, and empty ones are refused")
def code_is_bound(portal: Portal) -> None:
    citizen, stranger = Citizen(portal), Citizen(portal)
    page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    expect_equal(citizen.client.submit(page, page.form("/login/verify"), code="").errors, ["code"])
    strangers = stranger.client.follow(stranger.ask_for_code())
    expect_equal(stranger.client.submit(strangers, strangers.form("/login/verify"), code=code).status, 400)
    login = citizen.client.cookies["login"]
    expect_equal(citizen.client.submit(page, page.form("/login/verify"), code=code).status, 303)
    citizen.client.cookies["login"] = login
    expect_equal(citizen.client.submit(page, page.form("/login/verify"), code=code).status, 400, "the used code")


@test("Of twenty parallel tries of a code five are counted")
def parallel_tries(portal: Portal) -> None:
    citizen = Citizen(portal)
    page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(citizen.mobile))
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    tries: list[str] = []

    def attempt():
        client = Client(portal.address, dict(citizen.client.cookies))
        answer = client.submit(page, page.form("/login/verify"), code=wrong)
        left = re.search(r"([۰-۹]+) بار دیگر", answer.text)
        tries.append(left.group(1) if left else "none")

    threads = [threading.Thread(target=attempt) for _ in range(20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    expect_equal(sorted(tries), ["none"] * 16 + ["۱", "۲", "۳", "۴"])


@test("A second code within a minute is refused with 429 and the time to wait")
def too_soon(portal: Portal) -> None:
    citizen = Citizen(portal)
    expect_equal(citizen.ask_for_code().status, 303)
    answer = citizen.ask_for_code()
    expect_equal((answer.status, answer.errors), (429, ["mobile"]))
    expect(0 < int(answer.headers["Retry-After"]) <= 60, answer.headers["Retry-After"])


@test("What is no mobile number is refused, and every way of writing one is the same number")
def mobile_numbers(portal: Portal) -> None:
    for wrong in (" ", "0912", "02112345678", "abc", "0912345678901"):
        citizen = Citizen(portal, wrong)
        answer = citizen.ask_for_code()
        expect_equal((answer.status, answer.errors), (400, ["mobile"]), wrong)
    digits = new_mobile()
    persian = persian_digits(digits)
    expect_equal(Citizen(portal, f"+98 {digits[1:4]}-{digits[4:]}").ask_for_code().status, 303)
    expect_equal(Citizen(portal, persian).ask_for_code().status, 429, "the same number in Persian digits")


@test("A body shorter than its length, without a boundary, or without an end gets 400, and nothing stays behind")
def broken_bodies(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page, form = new_form(citizen)
    body, kind = multipart(form.filled({"letter": PDF, "subject": "x"}))

    def send(content_type: str, length: int, sent: bytes, goes_away: bool = False) -> bytes:
        head = (f"POST {CGI}/letters HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {citizen.client.cookie}\r\nConnection: close\r\n"
                f"Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n")
        return exchange(portal.address, head.encode() + sent, goes_away)

    for name, content_type, length, sent in (
        ("no boundary", "multipart/form-data", len(body), body),
        ("no closing boundary", kind, len(body) - 10, body[:-10]),
        ("another type", "text/plain", len(body), body),
    ):
        answer = send(content_type, length, sent)
        status = int(answer.split(b" ", 2)[1])
        expect_equal(status, 415 if name == "another type" else 400, name)
        expect(b"<h1>" in answer, f"{name}: no page")
    # A client that goes away in the middle may get no answer at all; what matters is that nothing stays.
    send(kind, len(body) + 100, body, goes_away=True)
    # A body longer than its length ends where the length says.
    longer = send(kind, len(body), body + b"junk after the end")
    expect_equal(int(longer.split(b" ", 2)[1]), 400, "the body with junk, whose fields are incomplete")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})
    expect_equal(portal.left_in_incoming(), [], "files left in incoming")


@test("A file that is empty, of a wrong type, wrongly named, too large or missing has its own sentence, and typed text stays")
def wrong_files(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    too_large = ("big.pdf", b"%PDF-1.4\n" + bytes(20 * MIB))
    for file, status, words in (
        (("letter.pdf", b""), 400, "خالی است"), (("letter.pdf", b"MZ\x90\x00" * 100), 415, "نوع‌های پذیرفته"),
        (("letter.png", PDF[1]), 400, "پسوند"), (too_large, 413, "بزرگ‌تر از"), (("", b""), 400, "را برگزینید"),
    ):
        answer = citizen.send_letter(subject="موضوع من <&>", letter=file)
        expect_equal((answer.status, answer.errors), (status, ["letter"]), words)
        expect(words in answer.text, f"{words} is not on the page")
        expect_equal(dict(answer.form("/letters").values)["subject"], "موضوع من <&>", "the typed subject")
    answer = citizen.send_letter(attachment=[(f"{n}.pdf", PDF[1]) for n in range(6)])
    expect_equal(answer.errors, ["attachment"], "six attachments")
    expect_equal(portal.incoming(), [], "files left in incoming")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})


@test("An unknown unit, a heading and a closed unit are refused")
def wrong_units(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    for unit in ("no-such-unit", "../x", "hospitals", "faculty-traditional-medicine"):
        expect_equal(citizen.send_letter(unit=unit).errors, ["unit"], unit)


@test("A form that is sent twice, even at once, is one letter with the same receipt")
def sent_twice(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page, form = new_form(citizen)
    filled = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "یک نامه", "letter": PDF}
    receipts: list[str] = []

    def send():
        client = Client(portal.address, dict(citizen.client.cookies))
        receipts.append(client.submit(page, form, **filled).location)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    send()
    expect_equal(len(set(receipts)), 1, f"{receipts}")
    expect_equal(len(citizen.client.get(f"{CGI}/desk").letters), 1)


@test("A forged form is refused with 403: another site's, one without its token, and one with another's token")
def forged_forms(portal: Portal) -> None:
    citizen, other = Citizen(portal), Citizen(portal)
    citizen.log_in()
    other.log_in()
    page, form = new_form(citizen)
    filled = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "یک نامه", "letter": PDF}
    others = dict(new_form(other)[1].values)["token"]
    for token in ("", "x", others):
        form.values = [(name, token if name == "token" else value) for name, value in form.values]
        expect_equal(citizen.client.submit(page, form, **filled).status, 403, f"the token {token!r}")
    page, form = new_form(citizen)
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
        client = Client(portal.address, dict(citizen.client.cookies), headers)
        expect_equal(client.submit(page, form, **filled).status, 403, f"{headers}")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})
    expect_equal(portal.incoming(), [])


@test("An unknown path is 404 and a wrong method 405 with Allow, each as a page in the portal's look")
def paths_and_methods(portal: Portal) -> None:
    client = Client(portal.address)
    for path in ("/nothing", "/letters/1/", "/letters/01", "/letters/-1", "/letters/1x/status", "/desk/x"):
        answer = client.get(CGI + path)
        expect_equal(answer.status, 404, path)
        expect('class="masthead"' in answer.text, f"{path} is not in the portal's look")
    for path, method, allow in (("/desk", "POST", "GET, HEAD"), ("/logout", "GET", "POST"), ("/login/verify", "PUT", "GET, HEAD, POST")):
        answer = client.request(method, CGI + path, b"" if method != "GET" else None)
        expect_equal((answer.status, answer.headers["Allow"]), (405, allow), f"{method} {path}")


@test("Every answer carries the headers of the design")
def page_headers(portal: Portal) -> None:
    client = Client(portal.address)
    for path in ("/desk", "/staff/login", "/nothing", "/captcha", "/health"):
        answer = client.get(CGI + path)
        expect_equal(answer.headers["Cache-Control"], "no-store", path)
        expect_equal(answer.headers["X-Content-Type-Options"], "nosniff", path)
        policy = answer.headers["Content-Security-Policy"]
        for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"):
            expect(part in policy, f"{part} is not in the policy of {path}")


@test("Signing out ends the session at once")
def signing_out(portal: Portal) -> None:
    citizen = Citizen(portal)
    desk = citizen.log_in()
    cookies = dict(citizen.client.cookies)
    expect_equal(citizen.client.submit(desk, desk.form("/logout")).status, 303)
    citizen.client.cookies = cookies
    expect_equal(citizen.client.get(f"{CGI}/desk").status, 303)


@test("A tracking code that is mistyped, unknown or another's is the same answer")
def tracking_codes(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    for code in ("1234567890", "0000000000", "abc", "12"):
        answer = citizen.client.get(f"{CGI}/track?code={code}")
        expect_equal((answer.status, answer.errors), (404, ["code"]), code)
    expect_equal(citizen.client.get(f"{CGI}/track?code=").errors, ["code"])
