"""An authenticator app, as the tests have one: reads the picture or the key of the page, and shows codes."""

import base64
import hashlib
import hmac
import pathlib
import re
import struct
import subprocess
import tempfile
import time

from client import Answer, Client
from sentences import expect, expect_equal

STEP = 30


class App:
    """RFC 6238 with SHA-1; never shows a code again, and waits for the next step where it must."""

    def __init__(self, key: str) -> None:
        self.key = base64.b32decode(key)
        self.last = 0

    def code(self, counter: int) -> str:
        digest = hmac.new(self.key, struct.pack(">Q", counter), hashlib.sha1).digest()
        offset = digest[19] & 15
        return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"

    def next_code(self) -> str:
        """A code that the desk takes and has not seen: of the step before, this one or the next."""
        now = time.time()
        if now % STEP > STEP - 3:
            # Not at a step's end, where the step of the desk's clock could already be another.
            time.sleep(STEP - now % STEP + 0.1)
        present = int(time.time()) // STEP
        counter = max(self.last + 1, present - 1)
        if counter > present + 1:
            time.sleep((counter - 1) * STEP - time.time() + 0.1)
        self.last = counter
        return self.code(counter)

    def wrong_code(self) -> str:
        present = int(time.time()) // STEP
        near = {self.code(counter) for counter in range(present - 3, present + 4)}
        return next(code for code in ("000000", "000001", "000002", "000003", "000004", "000005", "000006", "000007") if code not in near)


def add_app(client: Client, path: str, **typed: str) -> tuple[App, list[str]]:
    """Adds an app on the page that offers one to whoever is signed in; answers with it and with the recovery codes."""
    page = client.get(path)
    app = App(key_on(page))
    added = client.submit(page, page.form("/authenticator"), code=app.next_code(), **typed)
    expect_equal(added.status, 200, added.text[:2000])
    return app, recovery_codes_on(added)


def key_on(page: Answer) -> str:
    """The key that the page shows to type."""
    found = re.search(r'<bdi class="key" dir="ltr">([A-Z2-7 ]+)</bdi>', page.text)
    if not found:
        raise LookupError(f"no key on {page.path} ({page.status}):\n{page.text[:2000]}")
    return found.group(1).replace(" ", "")


def recovery_codes_on(page: Answer) -> list[str]:
    lines = re.search(r'<ol class="recovery-codes">(.*?)</ol>', page.text, re.S)
    if not lines:
        raise LookupError(f"no recovery codes on {page.path} ({page.status}):\n{page.text[:2000]}")
    text = lines.group(1).translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    return [code.replace(" ", "") for code in re.findall(r">([0-9 ]+)</bdi>", text)]


def recovery_codes_left(page: Answer) -> int:
    text = page.text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    return int(re.search(r"(\d+) (?:کد بازیابی مانده|recovery codes are left)", text).group(1))


def read_picture(page: Answer) -> str:
    """What somebody else's reader (zbarimg) reads in the page's picture, drawn from its SVG."""
    svg = re.search(r'<svg class="qr" viewBox="0 0 (\d+) \1".*?</svg>', page.text, re.S)
    side, scale = int(svg.group(1)), 4
    dark = set()
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg.group()):
        dark |= {(int(x) + step, int(y)) for step in range(int(length))}
    expect(dark, "the picture is empty")
    rows = (bytes(0 if (x // scale, y // scale) in dark else 255 for x in range(side * scale)) for y in range(side * scale))
    return read_image(f"P5 {side * scale} {side * scale} 255\n".encode() + b"".join(rows), ".pgm")


def read_image(image: bytes, suffix: str) -> str:
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        pathlib.Path(file.name).write_bytes(image)
        read = subprocess.run(["zbarimg", "--quiet", "--nodbus", "--raw", "--oneshot", file.name],
                              capture_output=True, text=True, timeout=60)
    expect_equal(read.returncode, 0, f"zbarimg: {read.stderr}")
    return read.stdout.rstrip("\n")
