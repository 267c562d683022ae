"""From the login page to the receipt, and back to the desk."""

from citizen import CGI, Citizen
from documents import KINDS, bytes_of
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test


@test("A citizen logs in with the code of the text message, sends a letter, and finds it under review", behind=ALL_SERVERS)
def letter_is_registered(portal: Portal) -> None:
    citizen = Citizen(portal)
    desk = citizen.log_in()
    expect_equal(desk.letters, {}, "a new number's desk")

    answer = citizen.send_letter(letter=("نامه.pdf", bytes_of("pdf")), attachment=("photo.jpg", bytes_of("jpg")))
    expect_equal(answer.status, 303, f"registering, errors {answer.errors}")
    receipt = citizen.client.follow(answer)
    letter, state = next(iter(receipt.letters.items()))
    expect_equal(state, "underReview", "the state on the receipt")

    portal.wait_for_message(citizen.mobile, after=1)
    again = citizen.client.get(f"{CGI}/desk")
    expect_equal(again.letters, {letter: "underReview"}, "the desk afterwards")
    expect("no-store" in again.headers["Cache-Control"], again.headers["Cache-Control"])


@test("A letter can be a PDF, JPEG, PNG, TIFF, DOCX or DOC file, and comes back byte by byte", behind=ALL_SERVERS)
def every_kind_is_taken(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    for kind in KINDS:
        letter, _ = citizen.register_letter(subject=f"نامهٔ {kind}", letter=(f"letter.{kind}", bytes_of(kind)))
        document = citizen.client.get(f"{CGI}/letters/{letter}/documents/1")
        expect_equal(document.status, 200, f"the document of the {kind} letter")
        expect(document.body == bytes_of(kind), f"the {kind} document came back changed, {len(document.body)} bytes")
        expect(document.headers["Content-Disposition"].startswith("attachment"), document.headers["Content-Disposition"])


@test("Somebody else's letter is the same 404 as one that does not exist")
def letters_are_private(portal: Portal) -> None:
    owner, stranger = Citizen(portal), Citizen(portal)
    owner.log_in()
    letter, _ = owner.register_letter()
    stranger.log_in()
    theirs = stranger.client.get(f"{CGI}/letters/{letter}")
    last = "A" if letter[-1] != "A" else "B"
    nobodys = stranger.client.get(f"{CGI}/letters/{letter[:-1]}{last}" if not letter.isdigit() else f"{CGI}/letters/{letter}9")
    expect_equal((theirs.status, theirs.text_without_number), (nobodys.status, nobodys.text_without_number),
                 "the two answers")
    expect_equal(theirs.status, 404)


@test("Without a session the desk leads to the login page")
def desk_needs_session(portal: Portal) -> None:
    from client import Client

    answer = Client(portal.address).get(f"{CGI}/desk")
    expect_equal(answer.status, 303)
    expect("/login/" in answer.location, answer.location)
