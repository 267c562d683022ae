"""What a file's name can do on its way back: nothing."""

import re
import urllib.parse

from citizen import CGI, Citizen
from client import Answer, multipart
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test
from staff import Staff

PDF = bytes_of("pdf")
LONGEST = 120  # Unicode scalars of a kept name
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f/\\\\\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

# What is sent → the name that a browser saves; None: anything harmless that ends in .pdf.
NAMES = {
    "نامه.pdf": "نامه.pdf",
    "نامه‌ی من.pdf": "نامه‌ی من.pdf",
    "../../../etc/passwd.pdf": "passwd.pdf",
    "..\\..\\autoexec.pdf": "autoexec.pdf",
    "/etc/x.pdf": "x.pdf",
    ".htaccess.pdf": "htaccess.pdf",
    "..": "document",
    "a.exe.pdf": "a.exe.pdf",
    "a.pdf ": "a.pdf",
    "a.pdf...": "a.pdf",
    "a\u202efdp.pdf": "afdp.pdf",
    "\u2067\u202dx\u2069.pdf": "x.pdf",
    'a"; filename="b.html.pdf': None,
    "a'b;c=d.pdf": "a'b;c=d.pdf",
    "a%0D%0ASet-Cookie: x=1.pdf": "aSet-Cookie: x=1.pdf",
    "a%00.pdf": "a%00.pdf",
    "UTF-8''x.pdf": "UTF-8''x.pdf",
    "<script>alert(1)</script>.pdf": "script>.pdf",
    "😀.pdf": "😀.pdf",
    "ن" * 150 + ".pdf": "ن" * (LONGEST - 4) + ".pdf",  # 304 bytes
    "a" * 300 + ".pdf": "a" * (LONGEST - 4) + ".pdf",
}
# A name whose last extension is another type's, however it is dressed up.
REFUSED = ["a.pdf.exe", "a.html", "a.pdf\u202e.exe", "a\u202efdp.exe", "a.pdf.svg ", "a.exe.", "x/a.js"]


def saved_name(answer: Answer) -> str:
    """The name under which a browser saves: filename* where there is one (RFC 6266, section 4.3)."""
    lines = answer.headers.get_all("Content-Disposition")
    expect_equal(len(lines), 1, "Content-Disposition")
    expect(lines[0].isascii() and lines[0].isprintable(), f"{lines[0]!r}")
    wanted = r'attachment; filename="([^"\\%]*)"(?:; filename\*=UTF-8\'\'([A-Za-z0-9!#$&+.^_`|~%-]+))?'
    found = re.fullmatch(wanted, lines[0])
    expect(found, f"{lines[0]!r} is not of the grammar")
    plain, extended = found.groups()
    expect(plain.isascii() and not HARMFUL.search(plain), f"{plain!r}")
    return urllib.parse.unquote(extended, errors="strict") if extended else plain


def expect_safe_download(answer: Answer, name: str) -> None:
    expect_equal(answer.status, 200, name)
    expect(answer.body == PDF, f"the bytes of {name!r} came back changed")
    expect_equal(answer.headers["Content-Type"], "application/pdf", name)
    expect_equal(answer.headers["X-Content-Type-Options"], "nosniff", name)
    expect_equal(answer.headers["Cache-Control"], "no-store", name)
    policy = {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")}
    expect({"default-src 'none'", "sandbox", "frame-ancestors 'none'"} <= policy, f"{policy}")
    expect(answer.headers["Set-Cookie"] is None and "x" not in answer.headers, f"{answer.headers}")


@test("A hostile file name comes back as a harmless one, on citizens' and on staff's downloads")
def hostile_names(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    names = list(NAMES)
    groups = [names[start:start + 5] for start in range(0, len(names), 5)]
    for group in groups:
        letter, _ = citizen.register_letter(letter=("letter.pdf", PDF), attachment=[(name, PDF) for name in group])
        reviewer = Staff(portal, "reviewer").signed_in().client
        page = citizen.client.get(f"{CGI}/letters/{letter}")
        expect("<script>" not in page.text, "a name became markup")
        for number, name in enumerate(group, start=2):
            path = f"/letters/{letter}/documents/{number}"
            for answer in (citizen.client.get(CGI + path), reviewer.get(f"{CGI}/staff{path}")):
                expect_safe_download(answer, name)
                saved = saved_name(answer)
                expect(not HARMFUL.search(saved) and 0 < len(saved) <= LONGEST, f"{name!r} is saved as {saved!r}")
                expect(saved.endswith(".pdf") or saved == "document", f"{name!r} is saved as {saved!r}")
                expect_equal(saved, NAMES[name] or saved, repr(name))


@test("A name whose last extension is another type's is refused, however it is hidden")
def hidden_extensions(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    for name in REFUSED:
        answer = citizen.send_letter(letter=(name, PDF))
        expect_equal((answer.status, answer.errors), (400, ["letter"]), repr(name))
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})


@test("A name with a NUL, a line end or broken UTF-8 in it as sent is refused with 400")
def raw_names(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    page = citizen.client.get(f"{CGI}/letters/new")
    form = page.form("/letters", having="subject")
    filled = {"sender": "زهرا", "senderKind": "person", "unit": "education", "subject": "x", "letter": ("PLACE.pdf", PDF)}
    body, kind = multipart(form.filled(filled))
    for raw in (b"a\0.pdf", b"a\r\nX-Evil: 1\r\n.pdf", b"a\n.pdf", b"a\r.pdf", b"a\x07.pdf", b"\xff\xfe.pdf", b"\xc0\xaf.pdf"):
        sent = body.replace(b"PLACE.pdf", raw)
        answer = citizen.client.request("POST", f"{CGI}/letters", sent, {"Content-Type": kind})
        expect_equal(answer.status, 400, repr(raw))
        expect("x-evil" not in answer.headers, "a header came through")
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {})
