"""Nobody fills the disk: quotas of a number, a network and the portal, and the floor of free space."""

import pathlib
import subprocess
import threading

from citizen import CGI, Citizen
from client import Answer, Client
from documents import bytes_of, smallest_pdf
from portal import Portal
from sentences import expect, expect_equal, test_once
from site_copy import WITHOUT_SECURITY_CODE, copy_of_site
from staff import Staff
from test_broken_desk import log_of
from test_scanner import files_of, signed_in

KB = 1000
PDF = ("letter.pdf", smallest_pdf(comment=b"x" * (100 * KB - len(smallest_pdf(comment=b"x")))))  # a request has a little more


def portal_with(limits: dict[str, int], **what) -> Portal:
    return Portal(config=config_with(limits), **what)


def config_with(limits: dict[str, int]) -> pathlib.Path:
    lines = "".join(f"{name}: {value}, " for name, value in limits.items())
    return copy_of_site(WITHOUT_SECURITY_CODE | {
        r"(?s)(?m)^  limits: \{.*?^  \}": f"  limits: {{ {lines}}}"})


def rebuild(portal: Portal, limits: dict[str, int]) -> None:
    """Serves the portal with other limits from now on."""
    home = portal.messages_log.parents[1]
    subprocess.run([home / "bin" / "pishkhan", "build", "--config", config_with(limits), "--home", home,
                    "--address", portal.address], check=True, capture_output=True)


def expect_refused(citizen: Citizen, status: int, persian: str, english: str) -> Answer:
    """A letter is refused with these words, keeps what was typed, and leaves no file."""
    before = files_of(citizen.portal)
    for language, words in (("en", english), ("fa", persian)):
        citizen.client.cookies["lang"] = language
        answer = citizen.send_letter(letter=PDF, subject="موضوع من")
        expect_equal((answer.status, answer.errors), (status, ["letter"]), words)
        expect(words in answer.text, f"{words} is not on the page")
        expect_equal(dict(answer.form("/letters").values)["subject"], "موضوع من", "the typed subject")
    expect_equal(files_of(citizen.portal), before, "files of a refused letter")
    return answer


@test_once("A number that has sent what it may waits, with 429 and the time, and keeps nobody else waiting")
def number_quota() -> None:
    with portal_with({"requestBytes": 150 * KB, "fileBytes": 120 * KB, "applicantBytes": 250 * KB}) as portal:
        citizen = signed_in(portal)
        for _ in range(2):
            citizen.register_letter(letter=PDF)
        answer = expect_refused(citizen, 429, "به سقف حجم فایل‌ها رسیده است", "has sent as many bytes as it may")
        expect("۳۰ روز دیگر" in answer.text, "the page does not say when")
        expect(29 * 86_400 < int(answer.headers["Retry-After"]) <= 30 * 86_400, answer.headers["Retry-After"])
        signed_in(portal).register_letter(letter=PDF)
        # Uploads that come to nothing count for an hour.
        clumsy = signed_in(portal)
        for _ in range(2):
            expect_equal(clumsy.send_letter(letter=PDF, unit="no-such-unit").errors, ["unit"])
        answer = expect_refused(clumsy, 429, "به سقف حجم فایل‌ها رسیده است", "has sent as many bytes as it may")
        expect(0 < int(answer.headers["Retry-After"]) <= 3_600, answer.headers["Retry-After"])


@test_once("Of twelve letters that one number sends at once, as many are kept as have room")
def parallel_letters() -> None:
    with portal_with({"requestBytes": 150 * KB, "fileBytes": 120 * KB, "applicantBytes": 550 * KB}, server="nginx") as portal:
        citizen = signed_in(portal)
        answers: list[int] = []

        def send() -> None:
            sender = Citizen(portal, citizen.mobile)
            sender.client = Client(portal.address, dict(citizen.client.cookies))
            answers.append(sender.send_letter(letter=PDF).status)

        threads = [threading.Thread(target=send) for _ in range(12)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        expect_equal(sorted(answers), [303] * 5 + [429] * 7)
        expect_equal((len(citizen.client.get(f"{CGI}/desk").letters), len(files_of(portal))), (5, 5))


@test_once("A network and the whole portal have quotas of their own, each with its own words")
def network_and_portal_quota() -> None:
    sizes = {"requestBytes": 150 * KB, "fileBytes": 120 * KB}
    with portal_with(sizes | {"networkBytes": 350 * KB}, server="lighttpd") as portal:
        for _ in range(3):
            signed_in(portal).register_letter(letter=PDF)
        citizen = signed_in(portal)
        answer = expect_refused(citizen, 429, "از شبکه‌ای که به آن وصل هستید", "came from the network")
        expect(0 < int(answer.headers["Retry-After"]) <= 3_600, answer.headers["Retry-After"])

        rebuild(portal, sizes | {"portalBytes": 450 * KB})
        citizen.register_letter(letter=PDF)
        citizen = signed_in(portal)
        answer = expect_refused(citizen, 429, "سامانه امروز بیش از این فایل نمی‌پذیرد", "takes no more files today")
        expect(86_000 < int(answer.headers["Retry-After"]) <= 86_400, answer.headers["Retry-After"])
        rebuild(portal, sizes)
        citizen.register_letter(letter=PDF)


@test_once("Below the floor of free space nothing is kept, of citizens or of clerks, and health is 503; reading goes on")
def floor() -> None:
    with portal_with({}) as portal:
        citizen = signed_in(portal)
        letter, _ = citizen.register_letter(unit="education")
        expect_equal(Staff(portal, "reviewer").signed_in().do(letter, "accept").status, 303)
        rebuild(portal, {"freeBytes": 2**50})
        answer = expect_refused(citizen, 503, "جای کافی برای فایل‌ها ندارد", "not enough room for files")
        expect_equal(answer.headers["Retry-After"], "3600")
        answer = Staff(portal, "clerk").signed_in().do(letter, "reply", text="x", reply=("r.pdf", bytes_of("pdf")))
        expect_equal((answer.status, answer.errors), (503, ["reply"]))
        expect_equal(len(files_of(portal)), 1)
        expect_equal(Client(portal.address).get(f"{CGI}/health").status, 503)
        expect("make room on the disk" in log_of(portal), "the log does not say what to do")
        expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "accepted"})
        rebuild(portal, {})
        citizen.register_letter()
        expect_equal(Client(portal.address).get(f"{CGI}/health").status, 200)
