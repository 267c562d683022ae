"""What must stand in the head of every answer."""

import re

from client import Answer

_DYNAMIC = {"default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"}
_STRICT = "max-age=31536000; includeSubDomains"
_DOWNLOAD = {"default-src 'none'", "sandbox", "frame-ancestors 'none'"}


def faults(answer: Answer, is_static: bool, is_secure: bool) -> list[str]:
    """What is wrong with the head of an answer, in words.

    `is_secure`: the portal's address is https, so cookies are for TLS alone.
    """
    found = []
    policies = answer.headers.get_all("Content-Security-Policy") or []
    directives = {one.strip() for one in policies[0].split(";")} if len(policies) == 1 else set()
    is_download = (answer.headers["Content-Disposition"] or "").startswith("attachment")
    for wanted in _DOWNLOAD if is_download else _DYNAMIC:
        if wanted not in directives:
            found.append(f"policy without {wanted}: {policies}")
    for directive in directives:
        name, *sources = directive.split()
        if name.endswith("-src") and not set(sources) <= {"'none'", "'self'"}:
            found.append(f"policy with {directive}")
    for name, wanted in (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")):
        if answer.headers.get_all(name) != [wanted]:
            found.append(f"{name}: {answer.headers.get_all(name)}")
    kept = answer.headers["Cache-Control"] or ""
    if is_static and answer.status < 400:
        if kept != "no-cache" and not ("immutable" in kept and answer.path.startswith("/assets/") and answer.status in (200, 206, 304)):
            found.append(f"Cache-Control: {kept}")
    elif kept != "no-store" and not (is_static and kept == "no-cache"):
        found.append(f"Cache-Control: {kept}")
    if answer.body and not re.match(r"[a-z]+/[a-z0-9.+-]+", answer.headers["Content-Type"] or ""):
        found.append(f"Content-Type: {answer.headers['Content-Type']}")
    if any(byte > 0x7F for byte in answer.body) and answer.headers["Content-Type"].lower() == "text/html":
        found.append(f"Content-Type: {answer.headers['Content-Type']}")
    # Static pages get it from whoever ends TLS. Without its release the program knows of TLS from the web server alone.
    strict = answer.headers.get_all("Strict-Transport-Security") or []
    if strict != ([_STRICT] if is_secure and not is_static and _is_of_release(answer) else []):
        found.append(f"Strict-Transport-Security: {strict}")
    for name in ("X-Powered-By", "Access-Control-Allow-Origin", "Status"):
        if answer.headers[name]:
            found.append(f"{name}: {answer.headers[name]}")
    return found + [fault for line in answer.headers.get_all("Set-Cookie") or () for fault in cookie_faults(line, is_secure)]


def _is_of_release(answer: Answer) -> bool:
    return answer.status < 400 or b'class="masthead"' in answer.body or not answer.body


def cookie_faults(line: str, is_secure: bool) -> list[str]:
    first, *attributes = [part.strip() for part in line.split(";")]
    name, names = first.split("=")[0], {one.split("=")[0].lower(): one.partition("=")[2] for one in attributes}
    found = []
    if "httponly" not in names or names.get("samesite") not in ("Lax", "Strict") or names.get("path") != "/" or "domain" in names:
        found.append(f"cookie {name} with {attributes}")
    if is_secure and "secure" not in names:
        found.append(f"cookie {name} without Secure")
    if is_secure != name.startswith("__Host-"):
        found.append(f"cookie {name} {'without' if is_secure else 'with'} its prefix")
    return found
