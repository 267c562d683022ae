"""Forms of 50 MB: one second of processor time and 32 MiB, measured on the real program without a web server."""

import pathlib
import re
import subprocess
import tempfile

from citizen import CGI, Citizen
from direct import AS_USER, environment, home_of
from portal import Portal
from sentences import expect, expect_equal, test_once
from site_copy import site_for_tests

MIB = 1024 * 1024
LIMIT = 50 * MIB  # requestBytes
SECONDS = 1.0
PEAK_KIB = 32 * 1024
BOUNDARY = b"-" * 20 + b"WebKitFormBoundary7MA4YWxkTrZu0gW0123456789abcdefg"  # 70 characters, the most


def field(boundary: bytes, name: str, value: bytes = b"") -> bytes:
    return b"--" + boundary + b'\r\nContent-Disposition: form-data; name="' + name.encode() + b'"\r\n\r\n' + value + b"\r\n"


def file(boundary: bytes, content: bytes, name: str = "letter") -> bytes:
    return (b"--" + boundary + b'\r\nContent-Disposition: form-data; name="' + name.encode()
            + b'"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n' + content + b"\r\n")


def fill(pattern: bytes, length: int) -> bytes:
    return (pattern * (length // len(pattern) + 1))[:length]


def whole(boundary: bytes, token: str, rest: bytes) -> bytes:
    """A body of 50 MB that begins with a right token, so that its files are read, and ends as it should."""
    end = b"\r\n--" + boundary + b"--\r\n"
    return (field(boundary, "token", token.encode()) + rest)[:LIMIT - len(end)] + end


def multipart(make, boundary: bytes = BOUNDARY, status: int = 400):
    """The type, how the body is made once the token is known, and the status of the answer."""
    return b"multipart/form-data; boundary=" + boundary, lambda token: whole(boundary, token, make()), status


def file_of(pattern: bytes, boundary: bytes = BOUNDARY):
    return multipart(lambda: file(boundary, fill(pattern, LIMIT)), boundary)


def lines_of_parameters() -> bytes:
    line = HEAD + fill(b"; a=\"\\\\\\\"\"", 4000).rsplit(b";", 1)[0] + b"\r\n"
    part = b"--" + BOUNDARY + b"\r\n" + line + (b"X: " + fill(b"a;=\"", 4090) + b"\r\n") * 7 + b"\r\n\r\n"
    return part * 30 + file(BOUNDARY, bytes(LIMIT))


HEAD = b'Content-Disposition: form-data; name="a"'
NEAR = b"\r\n--" + BOUNDARY[:-1]
NEXT = b"--" + BOUNDARY + b"\r\n"
ENCODED = b"application/x-www-form-urlencoded"
BODIES = {
    "three files, as a browser sends them": multipart(lambda: file(BOUNDARY, bytes(16 * MIB)) * 3),
    "a file of carriage returns": file_of(b"\r"),
    "a file of empty lines": file_of(b"\r\n"),
    "a file of lines that begin like a boundary": file_of(b"\r\n-"),
    "a file of lines that go on like a boundary": file_of(b"\r\n--"),
    "a file of boundaries that lack their last character": file_of(NEAR + b"x"),
    "a file of boundaries that lack their last character, without anything between": file_of(NEAR),
    "a file of boundaries that begin within another": file_of((b"\r\n--" + BOUNDARY[:30]) * 2 + b"\r"),
    "a file of lines of hyphens, the boundary being hyphens": file_of(b"\r\n" + b"-" * 71, b"-" * 70),
    "a file of line ends, the boundary being one character": file_of(b"\r\n--\r\n-", b"x"),
    "a storm of parts": multipart(lambda: fill(NEXT + HEAD + b"\r\n\r\n\r\n", LIMIT), status=413),
    "a storm of files without a name": multipart(
        lambda: fill(NEXT + HEAD + b'; filename=""\r\n\r\n\r\n', LIMIT), status=413),
    "31 parts of 8 header lines of 4 KiB, of which one is all parameters": multipart(lines_of_parameters),
    "an endless header line": multipart(lambda: NEXT + b"X: " + b"x" * LIMIT),
    "endless header lines": multipart(lambda: NEXT + fill(b"X: y\r\n", LIMIT)),
    "an endless text field": multipart(lambda: field(BOUNDARY, "subject", b"x" * LIMIT), status=413),
    "an endless boundary line": multipart(lambda: b"--" + BOUNDARY + b" " * LIMIT),
    "an epilogue of near-boundaries": multipart(lambda: b"--" + BOUNDARY + b"--\r\n" + fill(NEAR, LIMIT)),
    "a preamble of near-boundaries": (
        b"multipart/form-data; boundary=" + BOUNDARY,
        lambda token: fill(NEAR, LIMIT - 100) + b"\r\n--" + BOUNDARY + b"--\r\n", 403),
    "an urlencoded body that is too long": (ENCODED, lambda token: fill(b"a=%20&", LIMIT), 413),
    "an urlencoded body of escapes, nearly as long as it may be": (
        ENCODED, lambda token: b"&".join(b"%61" * 700 + b"=" + b"%D8%A7" * 300 for _ in range(190)), 403),
    "another type": (b"text/plain", lambda token: bytes(LIMIT), 415),
}


def measure(program: pathlib.Path, environment: dict[str, str], body: bytes) -> tuple[str, float, int]:
    """The first line of the answer, seconds of processor time, and the peak of resident memory in KiB.

    GNU time stands between: Linux counts what a process was before exec, too, and Python is large.
    """
    with tempfile.TemporaryDirectory() as folder:
        sent, measured = pathlib.Path(folder) / "body", pathlib.Path(folder) / "measured"
        sent.write_bytes(body)
        with sent.open("rb") as standard_input:
            ended = subprocess.run(["/usr/bin/time", "-q", "-f", "%U %S %M", "-o", measured, *AS_USER, program],
                                   env=environment, stdin=standard_input, capture_output=True, timeout=120)
        user, system, peak = measured.read_text().split()
    expect_equal(ended.returncode, 0, f"the exit status, after {ended.stderr[:500]}")
    return ended.stdout.split(b"\r\n")[0].decode("latin-1"), float(user) + float(system), int(peak)


def environment_of(citizen: Citizen, kind: bytes, length: int) -> dict[str, str]:
    host = citizen.portal.address.split("//")[1].strip("/")
    return environment(
        home_of(citizen.portal), "POST", "/letters", SERVER_NAME="127.0.0.1", SERVER_PORT=host.split(":")[1],
        REMOTE_ADDR="127.0.0.1", HTTP_HOST=host, CONTENT_TYPE=kind.decode(), CONTENT_LENGTH=str(length),
        HTTP_COOKIE=citizen.client.cookie)


@test_once("A form of 50 MB costs at most a second of processor time and 32 MiB, however it is made, and leaves nothing")
def hostile_forms() -> None:
    with Portal(config=site_for_tests()) as portal:
        home = home_of(portal)
        too_slow = []
        for number, (name, (kind, make, status)) in enumerate(BODIES.items()):
            if number % 3 == 0:  # what a number may send in an hour has room for four of these
                citizen = Citizen(portal)
                citizen.log_in()
                form = citizen.client.get(f"{CGI}/letters/new").form("/letters", having="subject")
            body = make(dict(form.values)["token"])
            sent = environment_of(citizen, kind, len(body))
            first, seconds, peak = measure(home / "bin" / "pishkhan-cgi", sent, body)
            print(f"        {seconds:5.2f} s {peak / 1024:5.1f} MiB  of {len(body) / MIB:4.1f} MiB: {name}", flush=True)
            if seconds > SECONDS or peak > PEAK_KIB:
                too_slow.append(f"{name}: {seconds} s, {peak} KiB")
            expect_equal(int(re.search(r"\d{3}", first).group()), status, name)
        expect_equal(too_slow, [], "above the limits")
        expect_equal(list((portal.messages_log.parent / "incoming").iterdir()), [], "files left in incoming")
