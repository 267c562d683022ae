"""One line of JSON for each request: enough to find a fault, nothing that is somebody's."""

import json
import os
import re
import subprocess
import tempfile
import time

from citizen import CGI, Citizen, code_in, new_mobile
from client import Client
from direct import AS_USER, answer, environment, home_of
from documents import bytes_of
from portal import Portal
from request_log import lines_in, lines_of, log_text, number_on, soon
from sentences import expect, expect_equal, test
from staff import Staff


@test("The number on an error page leads to its line, which says what was refused and why, in both languages")
def number_leads_to_line(portal: Portal) -> None:
    client = Client(portal.address)
    for language in ("fa", "en"):
        page = client.get(f"{CGI}/no-such-page?lang={language}")
        lines = soon(lambda: lines_of(portal, number_on(page.text)))
        expect_equal([(one["status"], one["route"], one["refused"], one["method"]) for one in lines], [(404, None, "notFound", "GET")])
    # The page for when nothing can be read has both languages.
    ended = answer(home_of(portal), QUERY_STRING="x=%ff")
    line = lines_in(ended.said)[0]
    expect_equal((ended.status, line["status"], line["refused"], line["request"]), (400, 400, "request", number_on(ended.body)))
    expect_equal(ended.body.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")).count(line["request"]), 2, "the number on it")
    page = client.post(f"{CGI}/logout", {"token": "x"})
    line = soon(lambda: lines_of(portal, number_on(page.text)))[0]
    expect_equal((line["route"], line["status"], line["refused"]), ("/logout", 403, "forgedForm"))
    expect(0 < line["microseconds"] < 10_000_000, line)
    expect(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line["time"]), line["time"])
    page = Client(portal.address).post(f"{CGI}/login/code", {"mobile": "123"})
    line = soon(lambda: lines_of(portal, number_on(page.text)))[0]
    expect_equal((line["refused"], line["why"]), ("form", "mobile notAMobileNumber"))


@test("The log holds nobody's number, code, token, password, file name, subject or name, whatever happens")
def nothing_personal(portal: Portal) -> None:
    mobile = new_mobile()
    citizen = Citizen(portal, mobile)
    code_page = citizen.client.follow(citizen.ask_for_code())
    code = code_in(portal.wait_for_message(mobile))
    citizen.client.submit(code_page, code_page.form("/login/verify"), code=f"{(int(code) + 1) % 10**6:06d}")
    citizen.client.follow(citizen.client.submit(code_page, code_page.form("/login/verify"), code=code))
    page = citizen.client.get(f"{CGI}/letters/new")
    token = dict(page.form("/letters", having="subject").values)["token"]
    citizen.send_letter(subject="موضوع محرمانه", sender="زهرا محرمانه", letter=("sekret-name.exe", b"MZ" * 50))
    letter, _ = citizen.register_letter(subject="موضوع محرمانه", sender="زهرا محرمانه", unit="education",
                                        letter=("sekret-name.pdf", bytes_of("pdf")))
    citizen.client.get(f"{CGI}/track?code=2718281828")
    staff = Staff(portal, "reviewer")
    staff.log_in("sekret password 12345")
    staff.signed_in().do(letter, "accept")
    secrets = [mobile, mobile[1:], "989" + mobile[2:], code, token, "sekret", "محرمانه", "2718281828", staff.account.password,
               staff.account.name + '"', *citizen.client.cookies.values(), *staff.client.cookies.values()]
    expect(soon(lambda: any(one["route"] == "/staff/letters/#/accept" for one in lines_of(portal))), "the last line is missing")
    lines = [json.dumps(one, ensure_ascii=False) for one in lines_of(portal)]
    for secret in secrets:
        if len(secret) > 3:
            expect(not any(secret in line for line in lines), f"the log holds {secret!r}")
    expect(f'"/letters/{letter}' not in log_text(portal), "the log holds a letter's address")


@test("A log that is full, closed, or that nobody reads costs the line and not the answer")
def log_is_no_burden(portal: Portal) -> None:
    home = home_of(portal)
    with open("/dev/full", "wb") as full:
        expect_equal(answer(home, stderr=full).status, 200, "a full disk")
    expect_equal(answer(home, before=["sh", "-c", 'exec "$@" 2>&-', "sh"]).status, 200, "a closed standard error")
    expect_equal(answer(home, before=["sh", "-c", 'exec "$@" <&- 2>&-', "sh"], method="POST", path="/logout").status, 411,
                 "a closed standard input")
    reading, writing = os.pipe()
    try:
        os.set_blocking(writing, False)
        while True:
            try:
                os.write(writing, b"x" * 4096)
            except BlockingIOError:
                break
        os.set_blocking(writing, True)
        began = time.monotonic()
        expect_equal(answer(home, stderr=writing).status, 200, "a pipe that nobody reads")
        expect(time.monotonic() - began < 10, "it waited for a reader")
    finally:
        os.close(reading)
        os.close(writing)


@test("PISHKHAN_LOG names a file that gets the lines; one that cannot be opened is complained about on standard error")
def log_file(portal: Portal) -> None:
    home = home_of(portal)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        log = os.path.join(folder, "requests.log")
        for _ in range(2):
            ended = answer(home, path="/desk", PISHKHAN_LOG=log)
            expect_equal((ended.status, ended.said), (303, ""))
        with open(log, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        expect_equal([(one["route"], one["refused"]) for one in lines], [("/desk", "signedOut")] * 2)
        expect_equal(os.stat(log).st_mode & 0o777, 0o600, "the log's mode")
        os.mkfifo(os.path.join(folder, "pipe"), 0o666)
        for name in ("no/such/folder", "pipe", "."):
            ended = answer(home, PISHKHAN_LOG=os.path.join(folder, name))
            expect_equal(ended.status, 200, name)
            expect("PISHKHAN_LOG" in lines_in(ended.said)[0]["why"], f"{name}: {ended.said}")


@test("Control characters in a log line are escaped, and a long one is cut")
def no_forged_lines(portal: Portal) -> None:
    ended = answer(home_of(portal), method='GET\r\n{"time":"forged"}\x1b[2J\u202e')
    expect_equal(ended.status, 400)
    expect_equal(ended.said.count("\n"), 1, repr(ended.said))
    expect("\x1b" not in ended.said and "\u202e" not in ended.said, repr(ended.said))
    expect_equal(json.loads(ended.said)["method"], 'GET\r\n{"time":"forged"}\x1b[2J\u202e')
    ended = answer(home_of(portal), method="\x01" * 50_000)
    expect(len(ended.said) < 4096 and json.loads(ended.said)["status"] == 400, f"{len(ended.said)} bytes")


@test("The program takes no notice of its arguments, and without GATEWAY_INTERFACE it says what it is")
def arguments(portal: Portal) -> None:
    home = home_of(portal)
    expect_equal(answer(home, after=["--help"]).status, 200)
    expect_equal(answer(home, after=["-x", "a+b", "/etc/passwd"]).status, 200)
    ended = answer(home, GATEWAY_INTERFACE=None)
    expect_equal((ended.exit_status, ended.head), (2, ""))
    expect("a program that a web server starts" in ended.said, ended.said)
