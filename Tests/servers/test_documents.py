"""Documents are looked at before they are kept: those with a fault are refused, with a sentence each."""

from bad_documents import cases
from citizen import CGI, Citizen
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff


@test("Each document with a fault is refused with a sentence of its own, as letter and as attachment, and nothing is kept")
def refused(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    for what, file, status, words in cases():
        answer = citizen.send_letter(letter=file)
        expect_equal((answer.status, answer.errors), (status, ["letter"]), what)
        expect(words in answer.text, f"{what}: «{words}» is not on the page")
        expect(f"«\u2066{file[0]}\u2069»" in answer.text, f"{what}: the page does not name the file")
        answer = citizen.send_letter(attachment=file)
        expect_equal((answer.status, answer.errors), (status, ["attachment"]), f"{what}, as attachment")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})
    expect_equal(portal.incoming(), [], "files left in incoming")


@test("A clerk's reply is looked at like a citizen's letter")
def reply(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter(unit="education")
    expect_equal(Staff(portal, "reviewer").signed_in().do(letter, "accept").status, 303)
    clerk = Staff(portal, "clerk").signed_in()
    for what, file, status, words in cases():
        answer = clerk.do(letter, "reply", text="پیوست است", reply=file)
        expect_equal((answer.status, answer.errors), (status, ["reply"]), what)
        expect(words in answer.text, f"{what}: «{words}» is not on the page")
    expect("/documents/" not in citizen.client.get(f"{CGI}/letters/{letter}/status").text, "a reply is there")
