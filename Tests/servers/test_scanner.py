"""The virus scanner: Debian's clamd, and what happens while it is down, slow or odd."""

import io
import pathlib
import time
import zipfile

from citizen import CGI, Citizen
from client import Client
from documents import bytes_of, large_jpeg, smallest_pdf
from portal import Portal
from scanner import EICAR, OWN, Clamd, Impostor, ScannerFolder
from sentences import expect, expect_equal, test_once
from site_copy import WITHOUT_SECURITY_CODE, copy_of_site
from staff import Staff
from test_broken_desk import log_of

INFECTED = ("نامه‌ی من.pdf", smallest_pdf(comment=EICAR))


def scanned_portal(folder: ScannerFolder, when_down: str, server: str = "apache", timeout: int = 3) -> Portal:
    scanner = f'scanner: {{ socket: "{folder.socket}", whenDown: "{when_down}", timeout: {timeout} }},'
    portal = Portal(server=server, config=copy_of_site(
        WITHOUT_SECURITY_CODE | {r"(?m)^  sms: \{": f"  {scanner}\n  sms: {{"}))
    if when_down == "quarantine":
        return portal.start()
    # Without its scanner such a portal is not healthy, and serve waits until it is.
    with Clamd(folder):
        return portal.start()


def signed_in(portal: Portal) -> Citizen:
    citizen = Citizen(portal)
    citizen.log_in()
    return citizen


def files_of(portal: Portal) -> list[str]:
    """The files of uploads and of letters."""
    data = portal.messages_log.parent
    return [str(one) for folder in ("incoming", "documents") for one in (data / folder).rglob("*") if one.is_file()]


def infected_docx() -> bytes:
    """A real letter of Word with EICAR compressed in a part of its own."""
    whole = io.BytesIO(bytes_of("docx"))
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bin", bytes(1000) + OWN + bytes(1000))
    return whole.getvalue()


def queue(portal: Portal) -> dict[str, str]:
    return Staff(portal, "reviewer").signed_in().client.get(f"{CGI}/staff/letters").letters


def wait_until(condition, what: str, seconds: float = 30):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        expect(time.monotonic() < deadline, f"not within {seconds} s: {what}")
        time.sleep(0.2)
    return found


@test_once("With clamd a clean letter goes to the reviewers, and malware is refused with its file's name: nothing is kept")
def malware() -> None:
    with ScannerFolder() as folder, scanned_portal(folder, "quarantine", timeout=20) as portal, Clamd(folder):
        citizen = signed_in(portal)
        letter, _ = citizen.register_letter(attachment=[("a.docx", bytes_of("docx")), ("b.jpg", bytes_of("jpg"))], unit="education")
        expect_equal(queue(portal), {letter: "underReview"})
        kept = files_of(portal)
        expect_equal(len(kept), 3, "the files of the clean letter")

        for language, words in (("fa", "بدافزار پیدا شد و چیزی ثبت نشد"), ("en", "Malware was found in the file")):
            citizen.client.cookies["lang"] = language
            answer = citizen.send_letter(letter=INFECTED, subject="موضوع من")
            expect_equal((answer.status, answer.errors), (400, ["letter"]), language)
            expect(words in answer.text and INFECTED[0] in answer.text, f"{words} with the file's name is not on the page")
            expect_equal(dict(answer.form("/letters").values)["subject"], "موضوع من", "the typed subject")
        citizen.client.cookies["lang"] = "fa"
        answer = citizen.send_letter(attachment=[("clean.pdf", bytes_of("pdf")), ("gift.docx", infected_docx())])
        expect_equal((answer.status, answer.errors), (400, ["attachment"]))
        expect("gift.docx" in answer.text and "clean.pdf" not in answer.text, "not the infected file alone is named")
        expect_equal(files_of(portal), kept, "files of refused letters")
        expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "underReview"})

        reviewer = Staff(portal, "reviewer").signed_in()
        expect_equal(reviewer.do(letter, "accept").status, 303)
        clerk = Staff(portal, "clerk").signed_in()
        answer = clerk.do(letter, "reply", text="بفرمایید", reply=INFECTED)
        expect_equal((answer.status, answer.errors), (400, ["reply"]), "malware in a reply")
        expect_equal(files_of(portal), kept, "files of the refused reply")
        expect_equal(clerk.do(letter, "reply", text="بفرمایید", reply=("r.pdf", bytes_of("pdf"))).status, 303)

        audit = Staff(portal, "administrator").signed_in().client.get(f"{CGI}/staff/audit").text
        expect_equal(audit.count('data-event="malwareFound"'), 4, "malware in the audit")
        expect("malware refused: Eicar-Test" in log_of(portal) and "Own-Test" in log_of(portal), "malware in the log")
        expect(INFECTED[0] not in log_of(portal) and "gift" not in log_of(portal), "the log names a file")


@test_once("While clamd is down a letter waits unseen by the staff; when it is back, the worker passes it on or rejects it")
def quarantine() -> None:
    with ScannerFolder() as folder, scanned_portal(folder, "quarantine") as portal:
        with Clamd(folder):
            citizen = signed_in(portal)
            before, _ = citizen.register_letter(unit="education")
            expect_equal(Staff(portal, "reviewer").signed_in().do(before, "accept").status, 303)
        health = Client(portal.address).get(f"{CGI}/health")
        expect_equal((health.status, health.text), (200, "ok\nscanner down, letters wait in quarantine\n"))

        clean, receipt = citizen.register_letter()
        expect_equal(receipt.letters, {clean: "underReview"})
        infected, _ = citizen.register_letter(letter=("letter.pdf", bytes_of("pdf")), attachment=INFECTED)
        portal.wait_for_message(citizen.mobile, kind="registered")
        expect_equal(citizen.client.get(f"{CGI}/desk").letters, {before: "accepted", clean: "underReview", infected: "underReview"})
        expect_equal(citizen.client.get(f"{CGI}/letters/{clean}/documents/1").status, 200, "the citizen's own document")
        staff = Staff(portal, "reviewer").signed_in().client
        expect_equal(staff.get(f"{CGI}/staff/letters").letters, {}, "the queue")
        for path in (f"{clean}", f"{clean}/documents/1", f"{infected}", f"{infected}/documents/2"):
            expect_equal(staff.get(f"{CGI}/staff/letters/{path}").status, 404, path)
        token = dict(staff.get(f"{CGI}/staff/letters").form("/logout").values)["token"]
        expect_equal(staff.post(f"{CGI}/staff/letters/{clean}/accept", {"token": token}).status, 404, "accepting it unseen")
        answer = Staff(portal, "clerk").signed_in().do(before, "reply", text="x", reply=("r.pdf", bytes_of("pdf")))
        expect_equal((answer.status, answer.errors), (503, ["reply"]), "a reply")
        time.sleep(6)
        expect_equal(queue(portal), {}, "the queue after a round of the worker")

        with Clamd(folder):
            wait_until(lambda: queue(portal) == {clean: "underReview"}, "the clean letter in the queue, alone")
            text = portal.wait_for_message(citizen.mobile, kind="rejected")["text"]
            expect("بدافزار" in text and INFECTED[0] in text, text)
            expect_equal(citizen.client.get(f"{CGI}/desk").letters, {before: "accepted", clean: "underReview", infected: "rejected"})
            page = citizen.client.get(f"{CGI}/letters/{infected}")
            expect("بدافزار" in page.text, "the reason is not on the letter's page")
            expect_equal([citizen.client.get(f"{CGI}/letters/{infected}/documents/{n}").status for n in (1, 2)], [200, 404])
            expect(not any(EICAR in pathlib.Path(one).read_bytes() for one in files_of(portal)), "malware is on the disk")
            audit = Staff(portal, "administrator").signed_in().client.get(f"{CGI}/staff/audit").text
            for kind in ("scanned", "malwareFound"):
                expect_equal(audit.count(f'data-event="{kind}"'), 1, kind)
            expect_equal(Client(portal.address).get(f"{CGI}/health").text, "ok\n")


@test_once("While clamd is down a portal that is told to refuse answers 503 in words, keeps what was typed, and no file")
def refusing() -> None:
    with ScannerFolder() as folder, scanned_portal(folder, "refuse", server="nginx") as portal:
        citizen = signed_in(portal)
        for language, words in (("fa", "اکنون نمی‌توان فایل‌ها را"), ("en", "Files cannot be checked for malware right now")):
            citizen.client.cookies["lang"] = language
            answer = citizen.send_letter(subject="موضوع من")
            expect_equal((answer.status, answer.errors, answer.headers["Retry-After"]), (503, ["letter"], "300"), language)
            expect(words in answer.text, f"{words} is not on the page")
            expect_equal(dict(answer.form("/letters").values)["subject"], "موضوع من", "the typed subject")
        expect_equal((files_of(portal), citizen.client.get(f"{CGI}/desk").letters), ([], {}))
        expect_equal(Client(portal.address).get(f"{CGI}/health").status, 503)
        expect("start clamd" in log_of(portal), "the log does not say what to do")
        with Clamd(folder):
            citizen.client.cookies["lang"] = "fa"
            letter, _ = citizen.register_letter()
            expect_equal(queue(portal), {letter: "underReview"})
            expect_equal(citizen.send_letter(letter=INFECTED).status, 400)
            expect_equal(Client(portal.address).get(f"{CGI}/health").status, 200)


@test_once("A scanner that hangs holds a letter up for its time only, and no login code at all")
def hanging() -> None:
    with ScannerFolder() as folder, scanned_portal(folder, "quarantine", server="lighttpd", timeout=2) as portal:
        with Impostor(folder, None) as scanner:
            citizen = signed_in(portal)
            began = time.monotonic()
            letter, _ = citizen.register_letter(attachment=[(f"{n}.pdf", bytes_of("pdf")) for n in range(5)])
            took = time.monotonic() - began
            expect(2 <= took < 10, f"the letter took {took:.1f} s")
            expect_equal(scanner.streams, 1, "scans of a scanner that hangs")
            wait_until(lambda: scanner.streams == 2, "the worker's own scan")
            began = time.monotonic()
            signed_in(portal)
            took = time.monotonic() - began
            expect(took < 8, f"a login took {took:.1f} s while the worker scans")
            expect_equal(queue(portal), {})
            began = time.monotonic()
            health = Client(portal.address).get(f"{CGI}/health")
            expect_equal(health.text, "ok\n", "a scanner that answers PING")
        with Impostor(folder, None, pings=False):
            began = time.monotonic()
            health = Client(portal.address).get(f"{CGI}/health")
            took = time.monotonic() - began
            expect("scanner down" in health.text and took < 6, f"{health.text} after {took:.1f} s")
        with Clamd(folder):
            wait_until(lambda: queue(portal) == {letter: "underReview"}, "the letter in the queue")


@test_once("Whatever else than a verdict a scanner says, no letter passes: errors, early and odd answers, a size limit")
def odd_answers() -> None:
    photograph = ("photograph.jpg", large_jpeg(300_000).read_bytes())
    with ScannerFolder() as folder, scanned_portal(folder, "refuse") as portal:
        citizen = signed_in(portal)
        for answer, reads in ((b"stream: OK\0", 1000), (b"INSTREAM size limit exceeded. ERROR\0", 1000), (b"", 1000),
                              (b"stream: OK", None), (b"OK\0", None), (b"stream: Can't allocate memory ERROR\0", None),
                              (b"PONG\0", None), (b"x" * 5000, None)):
            with Impostor(folder, answer, reads):
                expect_equal(citizen.send_letter(letter=photograph).status, 503, f"{answer[:40]} after {reads}")
        with Clamd(folder, "StreamMaxLength 100K"):
            expect_equal(citizen.send_letter(letter=photograph).status, 503, "above StreamMaxLength")
            expect("let clamd's StreamMaxLength exceed" in log_of(portal), "the log does not say what to do")
            citizen.register_letter()
        with Clamd(folder, "MaxFileSize 100K\nMaxScanSize 100K"):
            # clamd passes what it has not looked into; AlertExceedsMax makes it say so.
            expect(citizen.send_letter(letter=photograph).status != 303, "above MaxFileSize")
        with Impostor(folder, b"stream: OK\0"):
            citizen.register_letter()


@test_once("A letter that the scanner refuses stays in quarantine and keeps no other one waiting")
def refused_by_the_scanner() -> None:
    photograph = ("photograph.jpg", large_jpeg(300_000).read_bytes())
    with ScannerFolder() as folder, scanned_portal(folder, "quarantine") as portal:
        citizen = signed_in(portal)
        large, _ = citizen.register_letter(letter=photograph)
        small, _ = citizen.register_letter()
        with Clamd(folder, "StreamMaxLength 100K"):
            wait_until(lambda: queue(portal) == {small: "underReview"}, "the small letter in the queue")
        with Clamd(folder):
            wait_until(lambda: sorted(queue(portal)) == sorted([large, small]), "both letters in the queue")
