"""Writes cgi-bin/local/functions.order: the CGI's functions in the order in which requests first call them.

The linker lays them out in that order, so that a process touches few pages of its program; names that no longer exist
are passed over. To be run after larger changes, as root: functions_in_order.py (it needs valgrind, which the sandbox
would lock in with the program: what is measured is a copy that does not enter it, and the sandbox's own functions are put
first by their names).
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "servers")]

from citizen import CGI, Citizen  # noqa: E402
from client import multipart  # noqa: E402
from documents import bytes_of  # noqa: E402
from memory import letter_environment  # noqa: E402
from portal import Portal  # noqa: E402
from servers import AS_USER  # noqa: E402
from site_copy import CHECKOUT, site_for_tests  # noqa: E402
from staff import Staff  # noqa: E402
from unlocked_program import unlocked_program  # noqa: E402

ORDER = CHECKOUT / "cgi-bin" / "local" / "functions.order"


def functions_of(module: str, program: pathlib.Path) -> list[str]:
    """The linker's names of a module's functions."""
    listed = subprocess.run(["nm", str(program)], check=True, capture_output=True, text=True).stdout
    return re.findall(rf"^[0-9a-f]+ [tT] (\$s{len(module)}{module}\S+)", listed, re.M)


def called(program: pathlib.Path, environment: dict[str, str], body: bytes = b"") -> list[str]:
    """The linker's names of the functions that one request calls, in the order of the first call."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        subprocess.run(
            [*AS_USER, "env", "-i", *[f"{name}={value}" for name, value in environment.items()], "/usr/bin/valgrind", "-q",
             "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={folder}/calls", str(program)],
            input=body, stdout=subprocess.DEVNULL, check=True)
        names = re.findall(r"^c?fn=\(\d+\) (\S+)", pathlib.Path(f"{folder}/calls").read_text(), re.M)
    return [re.sub(r"'\d+$", "", name) for name in names if not name.startswith("0x")]


def main() -> None:
    with Portal(config=site_for_tests()) as portal, tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        home = portal.messages_log.parents[1]
        program = unlocked_program(pathlib.Path(folder))
        citizen, reviewer = Citizen(portal), Staff(portal, "reviewer").signed_in()
        citizen.log_in()
        letters = [citizen.register_letter(subject=f"نامهٔ {number}")[0] for number in range(3)]

        def request(path: str, client, body: bytes = b"", kind: str = "") -> list[str]:
            environment = letter_environment(home, client.cookie, kind, len(body), portal.address) | {
                "REQUEST_METHOD": "POST" if body else "GET", "PATH_INFO": path, "DOCUMENT_ROOT": f"{home}/current/public"}
            return called(program, environment, body)

        page = citizen.client.get(f"{CGI}/letters/new")
        form = page.form("/letters", having="subject")
        body, kind = multipart(form.filled({
            "sender": "زهرا", "subject": "مرخصی", "senderKind": "person", "letter": ("letter.pdf", bytes_of("pdf")),
            "unit": next(choice for choice in form.options["unit"] if choice)}))
        requests = [
            request("/desk", citizen.client), request("/letters/new", citizen.client),
            request("/letters", citizen.client, body, kind), request(f"/letters/{letters[0]}", citizen.client),
            request("/captcha", citizen.client), request("/staff/letters", reviewer.client),
            request(f"/staff/letters/{letters[0]}", reviewer.client), request("/none", citizen.client),
        ]
        sandbox = functions_of("Sandbox", program)
    names = dict.fromkeys(sandbox + [name for names in requests for name in names])
    ORDER.write_text("".join(f"{name}\n" for name in names))
    print(f"{ORDER.relative_to(CHECKOUT)}: {len(names)} functions")


if __name__ == "__main__":
    main()
