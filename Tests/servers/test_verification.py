"""Printed letters: what whoever holds the paper is told, and what not."""

import pathlib
import re
import shutil
import tempfile
import urllib.parse

import direct
from administrator import Administrator
from authenticator import read_picture
from citizen import CGI, Citizen
from client import Answer, Client
from digits import latin_digits, persian_digits
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff

SENDER, SUBJECT, REASON = "پروین نیک‌نهاد", "شکایت از تاخیر در صدور گواهی", "نامه امضا ندارد"
# Both titles of the unit, see site/units.json5.
UNIT = ("education", "معاونت آموزشی", "Vice-Chancellery for Education")


def code_on(page: Answer) -> str:
    """The code as the page shows it in words."""
    found = re.search(r'<bdi class="code" dir="ltr">([0-9a-z]{4}(?:-[0-9a-z]{4}){3})</bdi>', page.text)
    if not found:
        raise LookupError(f"no code on {page.path} ({page.status}):\n{page.text[:2000]}")
    return found.group(1)


def verify(portal: Portal, code: str, **more: str) -> Answer:
    """What somebody without any cookie is answered."""
    return Client(portal.address).get(f"{CGI}/verify?" + urllib.parse.urlencode({"code": code} | more))


def letters_in_each_state(portal: Portal) -> tuple[Citizen, dict[str, tuple[str, Answer]]]:
    """State → id and receipt."""
    citizen = Citizen(portal)
    citizen.log_in()
    letters = {state: citizen.register_letter(sender=SENDER, subject=SUBJECT, unit=UNIT[0], letter=("secret-name.pdf", bytes_of("pdf")))
               for state in ("underReview", "accepted", "rejected")}
    reviewer = Staff(portal, "reviewer").signed_in()
    expect_equal(reviewer.do(letters["accepted"][0], "accept").status, 303)
    expect_equal(reviewer.do(letters["rejected"][0], "reject", reason=REASON).status, 303)
    return citizen, letters


@test("Whoever holds a printed letter is told its numbers, days and state, in both languages, and nothing else")
def told(portal: Portal) -> None:
    citizen, letters = letters_in_each_state(portal)
    message = latin_digits(portal.wait_for_message(citizen.mobile, kind="accepted")["text"])
    tracking = re.search(r"(?<!\d)\d{10}(?!\d)", message).group()
    number = re.search(r"\d{4}/\d+", message).group()
    words = {"underReview": ("در حال بررسی", "Under review"), "accepted": ("تایید شده", "Accepted"), "rejected": ("رد شده", "Rejected")}
    for state, (letter, receipt) in letters.items():
        address = read_picture(receipt)
        code = code_on(receipt)
        expect_equal(address, f"{portal.address.rstrip('/')}{CGI}/verify?code={code}", "the picture")
        expect(f">{portal.address.rstrip('/')}{CGI}/verify</bdi>" in receipt.text, "the address in words is not on the receipt")
        own = citizen.client.get(f"{CGI}/letters/{letter}")
        expect_equal((code_on(own), read_picture(own)), (code, address), "code and picture of the letter's page")
        for language, word in zip(("fa", "en"), words[state]):
            answer = verify(portal, code, lang=language)
            expect_equal((answer.status, answer.letters), (200, {letter: state}), "the page")
            text = latin_digits(answer.text)
            expect(word in answer.text and f'lang="{language}"' in answer.text, f"{word} is not on the page")
            expect_equal(f">{number}<" in text, state == "accepted", f"the letter number of a letter {state}")
            expect(f">{letter}<" in text, "the receipt number is not on the page")
            national = citizen.mobile[1:]
            for secret in (SENDER, SUBJECT, REASON, *UNIT[1:], tracking, national, f"{national[:3]} {national[3:6]} {national[6:]}",
                           "secret-name", "documents/", "پروین"):
                expect(secret not in text and persian_digits(secret) not in answer.text, f"the page of a letter {state} tells {secret}")
            expect("no-store" in answer.headers["Cache-Control"], answer.headers["Cache-Control"])
            expect_equal((answer.headers["X-Robots-Tag"], answer.headers["Referrer-Policy"]), ("noindex", "same-origin"))
        # Signed in or not, and even the letter's owner: the same page, but for the cookies.
        expect_equal(citizen.client.get(f"{CGI}/verify?code={code}").text_without_number, verify(portal, code).text_without_number)


@test("A code may be typed into the form with capitals, spaces, Persian digits and letters that look like digits")
def typed(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, receipt = citizen.register_letter()
    code = code_on(receipt)
    client = Client(portal.address)
    page = client.get(f"{CGI}/verify")
    expect_equal((page.status, page.letters, page.errors), (200, {}, []))
    for form in (code, code.upper(), code.replace("-", ""), f" {code.replace('-', ' ')} ", persian_digits(code),
                 code.replace("0", "o").replace("1", "l")):
        found = client.submit(page, page.form("/verify"), code=form)
        expect_equal((found.status, found.letters), (200, {letter: "underReview"}), form)


@test("A code that is mistyped, unknown or a tracking code is one and the same 404, and only reading is allowed")
def not_there(portal: Portal) -> None:
    citizen, letters = letters_in_each_state(portal)
    code = code_on(letters["accepted"][1])
    tracking = re.search(r"(?<!\d)\d{10}(?!\d)", latin_digits(portal.wait_for_message(citizen.mobile, kind="accepted")["text"])).group()
    last = "2" if code[-1] != "2" else "3"
    pages = set()
    for wrong in (code[:-1] + last, "7" * 16, "0" * 16, "z" * 16, code[:-1], code + "0", tracking, letters["accepted"][0], "%", "' OR 1=1 --", "x" * 4000):
        answer = verify(portal, wrong)
        expect_equal((answer.status, answer.errors, answer.letters), (404, ["code"], {}), wrong)
        field = re.sub(r' value="[^"]*"', "", answer.text_without_number)
        pages.add(re.sub(r'href="[^"]*lang=en"', "", field))
    expect_equal(len(pages), 1, "different pages")
    expect_equal(verify(portal, "").errors, ["code"])
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = Client(portal.address).request(method, f"{CGI}/verify?code={code}", b"")
        expect_equal((answer.status, answer.headers["Allow"]), (405, "GET, HEAD"), method)
    expect_equal(Client(portal.address).request("HEAD", f"{CGI}/verify?code={code}").status, 200)
    for path in ("/verify/", "/verify/0000-0000-0000-0000", "/Verify"):
        expect_equal(Client(portal.address).get(CGI + path).status, 404, path)
    for log in (portal.messages_log.parents[1] / "logs").glob("*.log"):
        expect(code not in log.read_text(encoding="utf-8", errors="replace"), f"{log.name} holds a code")


@test("A print stays good: its code leads to the letter in a desk that came back from a backup and whose key was renewed")
def outlives(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, receipt = citizen.register_letter()
    code = code_on(receipt)
    administrator = Administrator(portal)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-prints-"))
    try:
        home = folder / "home"
        for words, where in ((("backup", str(folder / "desk.tar"), "--config", str(portal.config)), None),
                             (("restore", str(folder / "desk.tar")), home),
                             (("build", "--config", f"{home}/restored-config/portal.json5"), home)):
            ended = administrator.run(*words, home=where)
            expect_equal(ended.returncode, 0, ended.stderr)
        shutil.copytree(administrator.home / "bin", home / "bin")

        def state() -> str | None:
            answer = direct.answer(home, path="/verify", as_user=[], QUERY_STRING=f"code={code}")
            found = re.search(rf'data-letter="{letter}" data-state="(\w+)"', answer.body)
            return found and found.group(1)

        expect_equal(state(), "underReview", "after the backup came back")
        ended = administrator.run("key", "renew", home=home)
        expect_equal(ended.returncode, 0, ended.stderr)
        expect_equal(state(), "underReview", "after the key was renewed")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
