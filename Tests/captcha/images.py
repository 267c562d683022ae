"""Images of security codes with their answers, from the CGI itself."""

import os
import pathlib
import re
import subprocess
from dataclasses import dataclass

from security_code import digits_of


@dataclass(frozen=True)
class CodeImage:
    png: bytes
    digits: str


def code_images(home: pathlib.Path, language: str, count: int) -> list[CodeImage]:
    """So many new images, each answered by `GET /captcha`."""
    environment = {
        "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "SCRIPT_NAME": "/cgi-bin/pishkhan", "PATH_INFO": "/captcha",
        "QUERY_STRING": f"lang={language}", "REMOTE_ADDR": "127.0.0.1", "PISHKHAN_HOME": str(home),
    }
    program = os.environ.get("PISHKHAN_CGI") or str(home / "bin" / "pishkhan-cgi")
    images = []
    for _ in range(count):
        answer = subprocess.run([program], env=environment, capture_output=True, check=True).stdout
        head, _, body = answer.partition(b"\r\n\r\n")
        cookie = re.search(rb"captcha=([^;]+);", head)
        if not cookie:
            raise RuntimeError(f"GET /captcha gave no code: {head.decode()}")
        images.append(CodeImage(body, digits_of(cookie.group(1).decode(), home / "data")))
    return images
