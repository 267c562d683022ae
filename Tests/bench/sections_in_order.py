"""Writes cgi-bin/local/sections.order: the CGI's functions and variables in the order in which requests first touch them.

The linker lays their sections out in that order, so that a process touches few pages of its program and of its memory;
names that no longer exist are passed over. To be run after larger changes, as root: sections_in_order.py (it needs
valgrind, which the sandbox would lock in with the program: what is measured is a copy that does not enter it, and the
sandbox's own functions are put first by their names).
"""

import bisect
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

ORDER = CHECKOUT / "cgi-bin" / "local" / "sections.order"
PAGE = 4096


class Layout:
    """Which section and which symbol an address of the program belongs to."""

    def __init__(self, program: pathlib.Path, link_map: pathlib.Path) -> None:
        # lld's columns: address, load address, size (all in base 16), alignment, file:(section).
        line = re.compile(r"^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\d+ +[^<\s].*:\(\.(?:text|data(?!\.rel\.ro)|bss)\S*\)$", re.M)
        found = ((int(start, 16), int(size, 16)) for start, size in line.findall(link_map.read_text()))
        self.sections = sorted((start, size) for start, size in found if size > 0)
        listed = subprocess.run(["nm", str(program)], check=True, capture_output=True, text=True).stdout
        self.symbols = sorted((int(address, 16), name) for address, name in re.findall(r"^([0-9a-f]+) \w (\S+)$", listed, re.M))

    def section_at(self, address: int) -> tuple[int, int] | None:
        place = bisect.bisect_right(self.sections, (address, sys.maxsize)) - 1
        start, size = self.sections[place]
        return (start, size) if place >= 0 and address < start + size else None

    def symbol_at(self, address: int) -> str:
        return self.symbols[bisect.bisect_right(self.symbols, (address, "\x7f")) - 1][1]

    def functions_of(self, module: str) -> list[str]:
        """The linker's names of a Swift module's functions."""
        return [name for address, name in self.symbols
                if name.startswith(f"$s{len(module)}{module}") and self.section_at(address)]

    def variants(self, names: list[str]) -> list[str]:
        """The other forms of these functions of the C library: a processor that knows more than valgrind's gets another one."""
        form = r"_(?:sse|ssse|avx|evex)\w*"
        bases = {found[1] for name in names if (found := re.fullmatch(rf"(__\w+?){form}", name))}
        return [name for _, name in self.symbols if (found := re.fullmatch(rf"(__\w+?){form}", name)) and found[1] in bases]


def touched(program: pathlib.Path, layout: Layout, environment: dict[str, str], body: bytes = b"") -> dict[str, int]:
    """The names by which the linker finds the sections that one request touches, in the order of the first touch, and how
    large the sections are."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        subprocess.run(
            [*AS_USER, "env", "-i", *[f"{name}={value}" for name, value in environment.items()], "/usr/bin/valgrind",
             "--tool=lackey", "--trace-mem=yes", f"--log-file={folder}/touched", str(program)],
            input=body, stdout=subprocess.DEVNULL, check=True)
        # "I  0023C790,2", " L 1FFEFFE780,8", and S and M for what is stored and modified; each address once is enough.
        with open(f"{folder}/touched", encoding="ascii", errors="replace") as lines:
            addresses = dict.fromkeys(line[3:].partition(",")[0] for line in lines if line[:3] in ("I  ", " L ", " S ", " M "))
    names: dict[tuple[int, int], str] = {}
    for address in (int(text, 16) for text in addresses):
        if section := layout.section_at(address):
            names.setdefault(section, layout.symbol_at(address))
    return {name: size for (_, size), name in names.items()}


def main() -> None:
    with Portal(config=site_for_tests()) as portal, tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        home = portal.messages_log.parents[1]
        link_map = pathlib.Path(folder) / "map"
        program = unlocked_program(pathlib.Path(folder) / "unlocked", "-Xlinker", f"-Map={link_map}")
        layout = Layout(program, link_map)
        citizen, reviewer = Citizen(portal), Staff(portal, "reviewer").signed_in()
        citizen.log_in()
        letters = [citizen.register_letter(subject=f"نامهٔ {number}")[0] for number in range(3)]

        def request(path: str, client, body: bytes = b"", kind: str = "") -> dict[str, int]:
            environment = letter_environment(home, client.cookie, kind, len(body), portal.address) | {
                "REQUEST_METHOD": "POST" if body else "GET", "PATH_INFO": path, "DOCUMENT_ROOT": f"{home}/current/public"}
            return touched(program, layout, environment, body)

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
        desk = list(requests[0])
        first = layout.functions_of("Sandbox") + desk + layout.variants(desk)
    sizes = {name: size for one in requests for name, size in one.items()}
    # What is larger than a page is touched here and there: between small sections it would part them.
    names = sorted(dict.fromkeys(first + list(sizes)), key=lambda name: sizes.get(name, 0) > PAGE)
    ORDER.write_text("".join(f"{name}\n" for name in names))
    print(f"{ORDER.relative_to(CHECKOUT)}: {len(names)} sections")


if __name__ == "__main__":
    main()
