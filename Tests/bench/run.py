"""Measures the portal beside programs that do less: run.py [pages] [fastcgi] [letters] [memory] [generators]"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "servers")]

from baselines import Baselines  # noqa: E402
from citizen import CGI, Citizen  # noqa: E402
from documents import large_jpeg  # noqa: E402
from fastcgi_process import measure_fastcgi  # noqa: E402
from generators import measure_generators  # noqa: E402
from large_portal import add_units  # noqa: E402
from letters import filled_letter, measure_letters  # noqa: E402
from memory import letter_environment, peak_kib  # noqa: E402
from pages import measure_pages  # noqa: E402
from portal import Portal  # noqa: E402
from programs import program  # noqa: E402
from rounds import interleaved, pages_a_second, table  # noqa: E402
from servers import AS_USER, BaselineServer  # noqa: E402
from site_copy import CHECKOUT, NEVER_WITHOUT_SANDBOX, copy_of_site  # noqa: E402
from unlocked_program import unlocked_program  # noqa: E402

PARTS = ("pages", "fastcgi", "letters", "memory", "generators")
MANY_UNITS = 50_000


def measure_lookup(portal: Portal) -> None:
    """A letter's page, which looks its unit up, with the example's units and with many more."""
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    home = portal.messages_log.parents[1]
    few = int(os.readlink(home / "current").rpartition("/")[2])
    config = copy_of_site(NEVER_WITHOUT_SANDBOX)
    add_units(config, MANY_UNITS)
    _pishkhan(home, "build", "--uncompressed", "--config", config, "--address", portal.address)

    def measured(release: int) -> float:
        _pishkhan(home, "rollback", str(release))
        return pages_a_second(f"{portal.address.rstrip('/')}{CGI}/letters/{letter}", citizen.client.cookie)

    contenders = {"with the example's units": lambda: measured(few), f"with {MANY_UNITS:,} more": lambda: measured(few + 1)}
    table(f"A letter's page behind {portal.server}, which looks its unit up", interleaved(contenders), "with the example's units")
    _pishkhan(home, "rollback", str(few))


def _pishkhan(home: pathlib.Path, *words) -> None:
    subprocess.run([home / "bin" / "pishkhan", *words, "--home", home], check=True, capture_output=True)


def measure_memory(portal: Portal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    home = portal.messages_log.parents[1]
    print("\nPeak resident memory of the CGI\n")
    for size in (200_000, 19_000_000):
        photograph = large_jpeg(size).read_bytes()
        _, body, kind = filled_letter(citizen, photograph, size)
        environment = letter_environment(home, citizen.client.cookie, kind, len(body), portal.address)
        kib, first = peak_kib(home / "bin" / "pishkhan-cgi", environment, body, AS_USER)
        print(f"  upload of {len(body) / 1e6:5.1f} MB: {kib / 1024:6.1f} MiB  ({first})")


def main() -> int:
    parts = sys.argv[1:] or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        print(f"unknown: {unknown}; known: {PARTS}", file=sys.stderr)
        return 2
    if "generators" in parts:
        measure_generators(program("pishkhan"), CHECKOUT / "site" / "portal.json5")
    if parts == ["generators"]:
        return 0
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-bench-"))
    try:
        unlocked = unlocked_program(folder / "unlocked") if "pages" in parts else None
        baselines = Baselines(folder)
        for kind in ("apache", "nginx"):
            with (Portal(server=kind, config=copy_of_site(NEVER_WITHOUT_SANDBOX)) as portal,
                  BaselineServer(kind, folder / kind, baselines) as beside):
                if "pages" in parts:
                    measure_pages(portal, beside, unlocked, folder)
                if kind == "nginx" and "fastcgi" in parts:
                    measure_fastcgi(portal)
                if "letters" in parts:
                    measure_letters(portal, beside)
                if kind == "nginx" and "pages" in parts:
                    measure_lookup(portal)
                if kind == "apache" and "memory" in parts:
                    measure_memory(portal)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
