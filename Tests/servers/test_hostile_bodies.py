"""Documents of 50 MB made to be slow or large: each within a second of CPU and 32 MiB, by the kernel's limits.

test_hostile_forms.py does it for the forms that they come in."""

import os
import pathlib
import struct
import subprocess
import tempfile
import zlib

from citizen import CGI, Citizen
from client import multipart
from portal import Portal
from sentences import expect, test

AS_USER = ["setpriv", "--reuid", "www-data", "--regid", "www-data", "--init-groups"] if os.geteuid() == 0 else []
FILE = 20 * 1024 * 1024 - 100  # room for an end
PIXELS = struct.pack(">IIBBBBB", 2, 3, 8, 2, 0, 0, 0)


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def filled_up(start: bytes, pattern: bytes, size: int = FILE) -> bytes:
    return start + pattern * ((size - len(start)) // len(pattern))


def shared_strips() -> bytes:
    """A TIFF of thousands of pages that all have the same list of millions of strips."""
    strips = 5_000_000
    file = bytearray(struct.pack("<2sHI", b"II", 42, 8 + 4 * strips) + struct.pack("<I", 8) * strips)
    for _ in range(9_000):
        entries = ((256, 2), (257, 3), (273, 8), (279, 8))
        file += struct.pack("<H", len(entries))
        for tag, value in entries:
            file += struct.pack("<HHII", tag, 4, strips if tag > 257 else 1, value)
        file += struct.pack("<I", len(file) + 4)
    return bytes(file)


FILES = {
    "segments of no length": ("a.jpg", filled_up(b"\xff\xd8\xff\xc0\0\x0b\x08\0\2\0\2\1\1\x11\0", b"\xff\xfe\0\2")),
    "markers alone": ("a.jpg", filled_up(b"\xff\xd8", b"\xff\x01")),
    "chunks of no length": ("a.png", filled_up(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", PIXELS), chunk(b"IDAT"))),
    "strips that are shared": ("a.tif", shared_strips()),
    "a PDF of its own words": ("a.pdf", filled_up(b"%PDF-1.4\nxref\n", b"/Roo ") + b"trailer startxref\n9\n%%EOF"),
    "ends of archives": ("a.docx", filled_up(b"PK\3\4", b"PK\5\6")),
}


@test("Hostile documents of 50 MB are answered within a second of CPU and 32 MiB, whatever is in them")
def hostile_bodies(portal: Portal) -> None:
    for what, (name, content) in FILES.items():
        citizen = Citizen(portal)  # one for each: what a number may send in an hour has room for four of these
        citizen.log_in()
        form = citizen.client.get(f"{CGI}/letters/new").form("/letters", having="subject")
        filled = {"sender": "x", "senderKind": "person", "unit": "education", "subject": what, "letter": (name, content),
                  "attachment": [(name, content), (name, content[:9 * 1024 * 1024])]}
        body, kind = multipart(form.filled(filled))
        expect(len(body) > 45_000_000, f"{what}: {len(body)} bytes")
        answer = answered_within_limits(portal, citizen, body, kind)
        expect(answer.startswith(b"Status: 400"), f"{what}: {answer[:200]!r}")
        expect(b'data-error="letter"' in answer, f"{what}: the page does not say so")


def answered_within_limits(portal: Portal, citizen: Citizen, body: bytes, kind: str) -> bytes:
    """What the CGI answers where the kernel ends it after a second of CPU, and gives it no more than 32 MiB."""
    home = portal.messages_log.parents[1]
    host = portal.address.split("//")[1].strip("/")
    environment = {
        "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "SCRIPT_NAME": CGI, "PATH_INFO": "/letters",
        "QUERY_STRING": "", "SERVER_PROTOCOL": "HTTP/1.1", "SERVER_NAME": host.split(":")[0],
        "SERVER_PORT": host.split(":")[1], "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": host, "CONTENT_TYPE": kind,
        "HTTP_COOKIE": citizen.client.cookie,
        "CONTENT_LENGTH": str(len(body)), "PISHKHAN_HOME": str(home),
    }
    with tempfile.TemporaryFile() as sent:
        sent.write(body)
        sent.seek(0)
        ended = subprocess.run(
            [*AS_USER, "env", "-i", *[f"{name}={value}" for name, value in environment.items()], "/bin/bash", "-c",
             'ulimit -t 1 -d 32768; exec "$0"', str(home / "bin" / "pishkhan-cgi")],
            stdin=sent, capture_output=True, check=False)
    expect(ended.returncode == 0, f"the program ended with {ended.returncode}: {ended.stderr[-300:]!r}")
    expect(not list(pathlib.Path(home / "data" / "incoming").iterdir()), "files left in incoming")
    return ended.stdout
