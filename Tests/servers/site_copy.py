"""Copies of the example site whose configuration differs in a few values."""

import atexit
import pathlib
import re
import shutil
import tempfile

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]

# Edits of the example that many tests need.
WITHOUT_SECURITY_CODE = {r'\bsecurityCode: "image"': 'securityCode: "none"'}
NEVER_WITHOUT_SANDBOX = {r'\bsandbox: "available"': 'sandbox: "required"'}


def copy_of_site(edits: dict[str, str]) -> pathlib.Path:
    """Copies site/ into a temporary folder and answers with its portal.json5.

    `edits` maps a regular expression, which must match exactly once, to its replacement.
    """
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(CHECKOUT / "site", folder / "site")
    config = folder / "site" / "portal.json5"
    text = config.read_text(encoding="utf-8")
    for pattern, replacement in edits.items():
        text, count = re.subn(pattern, replacement, text)
        if count != 1:
            raise LookupError(f"{pattern!r} occurs {count} times in {config}, not once")
    config.write_text(text, encoding="utf-8")
    return config


def site_with_security_code(**limits: int) -> pathlib.Path:
    """The example as it is, but for a proof of work that takes no time, and these limits."""
    named = (CHECKOUT / "site" / "portal.json5").read_text(encoding="utf-8")
    edits, added = {r"\bharderWorkBits: 20": "harderWorkBits: 12"}, "workBits: 10"
    for key, value in limits.items():
        if re.search(rf"\b{key}: \d+", named):
            edits[rf"\b{key}: \d+"] = f"{key}: {value}"
        else:
            added += f", {key}: {value}"
    return copy_of_site(edits | {r"\bworkBits: 18": added})


def site_for_tests() -> pathlib.Path:
    """The example without a security code, which only a person can read, and never without the sandbox.

    All tests come from one address, and one address is a wall where there is no harder code to ask for.
    """
    return copy_of_site(WITHOUT_SECURITY_CODE | NEVER_WITHOUT_SANDBOX
                        | {r"\bcodesPerAddress: 30": "codesPerAddress: 10000"})
