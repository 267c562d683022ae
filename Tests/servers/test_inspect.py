"""`pishkhan inspect`: the CGI program's reader beside two others."""

import os
import subprocess

from bodies import ROWS, TYPE, URLENCODED, form, part, named
from parsers import REFUSED, by_multipart, by_python_multipart, inspected, ours
from programs import program
from sentences import expect, expect_equal, test_once

PIECES = (("--chunk", "1"), ("--chunk", "7"), ())

# Where the other two agree with each other and not with us, with the reason.
DIFFERENCES = {
    "bytes in a file without a name":
        "no browser sends a file whose name is empty: an empty filename says that nothing was chosen",
    "a Windows path as a filename":
        "both cut the path off for an old browser's sake; RFC 7578 gives the name as it was sent, and ours is made safe later",
    "a parameter without a value": "RFC 2045: parameter := attribute \"=\" value",
    "the name twice": "RFC 2045 has each parameter once; which of them counts differs from program to program",
    "the filename twice": "as for the name",
    "a zero byte in a header line": "RFC 5322: NUL is not allowed in a header",
    "Content-Disposition twice": "RFC 2183 has one; which of them counts differs from program to program",
    "blanks after a boundary": "RFC 2046: delimiter transport-padding CRLF; both refuse what is allowed",
    "a boundary of 71 characters": "RFC 2046: boundary := 0*69<bchars> bcharsnospace",
    "an urlencoded escape with one digit": "browsers never send it; both keep the percent sign",
}


@test_once("A body is read the same whether it comes byte by byte, by sevens or at once, and as two other parsers read it")
def table_of_bodies() -> None:
    inspect, found, agreed = program("pishkhan"), set(), 0
    expect(len({row[0] for row in ROWS}) == len(ROWS) >= 80, "two rows have one phrase")
    for phrase, body, *rest in ROWS:
        content_type = rest[0] if rest else TYPE
        seen = [inspected(inspect, body, content_type, *options) for options in PIECES]
        expect(seen[0] == seen[1] == seen[2], f"{phrase}: {seen}")
        one, other = by_multipart(body, content_type), by_python_multipart(body, content_type)
        agreed += one == other
        if one == other != ours(seen[0]):
            found.add(phrase)
            expect(phrase in DIFFERENCES, f"{phrase}: the others {one}, ours {seen[0]}")
    expect_equal(found, set(DIFFERENCES), "the differences that are listed with a reason")
    expect(agreed >= 90, f"the other two agree on {agreed} bodies only")
    print(f"        {len(ROWS)} bodies; the other two agree on {agreed}, and we with them on all but {len(found)}")


@test_once("A refused body has a status and a reason, and neither fields nor files")
def refused_bodies() -> None:
    inspect = program("pishkhan")
    for phrase, body, content_type, status in (
        ("no closing boundary", form(part(named()), close=""), TYPE, 400),
        ("plain text", b"a=1", "text/plain", 415),
        ("33 parts", form(*[part(named())] * 33), TYPE, 413),
        ("201 fields", b"&".join([b"a=1"] * 201), URLENCODED, 413),
    ):
        seen = inspected(inspect, body, content_type)
        expect_equal((seen["error"]["status"], seen["fields"], seen["files"]), (status, [], []), phrase)
        expect(len(seen["error"]["reason"]) > 10, f"{phrase}: {seen['error']}")


@test_once("Without limits a body is read that the portal would refuse for its size")
def without_limits() -> None:
    inspect = program("pishkhan")
    for phrase, body, content_type in (
        ("33 parts", form(*[part(named())] * 33), TYPE),
        ("201 fields", b"&".join([b"a=1"] * 201), URLENCODED),
        ("nine headers and a long one", form(part(named(), *["X: y"] * 8, "X: " + "x" * 100_000)), TYPE),
        ("a field of 1 MB", form(part(named(), content="x" * 1_000_000)), TYPE),
        ("a boundary of 71 characters", form(part(named(), boundary="x" * 71), close=f"--{'x' * 71}--"),
         "multipart/form-data; boundary=" + "x" * 71),
    ):
        expect(ours(inspected(inspect, body, content_type)) == REFUSED, f"{phrase} with limits")
        for options in PIECES[1:]:
            seen = inspected(inspect, body, content_type, "--limits", "none", *options)
            expect(seen["error"] is None and len(seen["fields"]) in (1, 33, 201), f"{phrase}: {seen['error']}")


def run(options: list[str], body: bytes = b"", **environment) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), "inspect", *options], input=body, capture_output=True,
                          env={"PATH": os.environ["PATH"]} | environment, timeout=20)


@test_once("What is wrong with the environment is an error with its status; a request without a body has no form")
def environments() -> None:
    import json

    for environment, status in (
        ({}, 500), ({"REQUEST_METHOD": "G T"}, 400), ({"REQUEST_METHOD": "GET", "PATH_INFO": "x"}, 400),
        ({"REQUEST_METHOD": "GET", "QUERY_STRING": "a=%x"}, 400), ({"REQUEST_METHOD": "POST"}, 411),
        ({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "-1"}, 400), ({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "+1"}, 400),
        ({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "1, 1"}, 400), ({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "9" * 30}, 413),
        ({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "99999999", "CONTENT_TYPE": TYPE}, 413),
        ({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "9", "CONTENT_TYPE": TYPE}, 408),
    ):
        ended = run([], **environment)
        expect_equal((ended.returncode, ended.stderr), (0, b""), f"{environment}")
        expect_equal(json.loads(ended.stdout)["error"]["status"], status, f"{environment}")
    ended = run([], REQUEST_METHOD="GET", PATH_INFO="/نامه", QUERY_STRING="a=%D8%A7&a=&b")
    expect_equal(json.loads(ended.stdout), {"method": "GET", "path": "/نامه", "query": [["a", "ا"], ["a", ""], ["b", ""]],
                                            "fields": [], "files": [], "error": None})


@test_once("Wrong options of inspect are wrong usage")
def wrong_options() -> None:
    for options in (["--chunk", "0"], ["--chunk", "x"], ["--chunk"], ["--limits", "some"], ["--bogus"], ["word"]):
        ended = run(options, REQUEST_METHOD="GET")
        expect_equal((ended.returncode, ended.stdout), (2, b""), f"{options}")
    expect_equal(run(["--help"]).returncode, 0)
