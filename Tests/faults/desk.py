"""A desk without a web server: a home that `pishkhan build` has made, whose CGI program is run as a child."""

import atexit
import contextlib
import functools
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
from dataclasses import dataclass
from typing import Callable, Iterator, Sequence

from cgi_client import ADDRESS, CGIClient, Ended, PreparedRequest, run_child
from citizen import Citizen
from portal import StaffAccount
from site_copy import CHECKOUT, WITHOUT_SECURITY_CODE, copy_of_site
from staff import Staff

STAFF = {"reviewer": (), "clerk": ("--unit", "education")}
PASSWORD = "a-password-of-the-tests"

# Memory where there is some: what a sync does is not looked at here, only where it stands among the other calls.
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-faults-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)


@dataclass(frozen=True)
class Programs:
    command: pathlib.Path
    cgi: pathlib.Path


def built_programs() -> Programs:
    """Builds both programs as cgi-bin/serve does."""
    folder = SCRATCH / "programs"
    (folder / "bin").mkdir(parents=True)
    (folder / "logs").mkdir()
    script = """
        set -u; checkout=$1 home=$2
        source "$checkout/cgi-bin/local/processes.bash"; source "$checkout/cgi-bin/local/headers.bash"
        source "$checkout/cgi-bin/local/executables.bash"
        build_executables 8>/dev/null 9>/dev/null
    """
    subprocess.run(["bash", "-c", script, "build", str(CHECKOUT), str(folder)], check=True, stdin=subprocess.DEVNULL)
    return Programs(folder / "bin" / "pishkhan", folder / "bin" / "pishkhan-cgi")


@functools.cache
def site_of_faults() -> pathlib.Path:
    """The config of the desk: no security code, and nothing runs out while the tests are at it."""
    return copy_of_site(WITHOUT_SECURITY_CODE | {
        r"codeLifetime: 300,": "codeLifetime: 300, codeInterval: 1, sessionIdle: 86400, staffSessionIdle: 86400,",
        r"codesPerAddress: 30,": "codesPerAddress: 100000,",
        r"codesPerPrefix: 60,": "codesPerPrefix: 100000,",
        # Their disks are small on purpose: it is the last byte that they are about.
        r"freeBytes: 1073741824,": "freeBytes: 0,",
    })


class Desk:
    """What `Citizen` and `Staff` take for a portal."""

    address = ADDRESS

    @property
    def config(self) -> pathlib.Path:
        return site_of_faults()

    def __init__(self, programs: Programs, home: pathlib.Path, before: Callable[[], list[str]] = list) -> None:
        """`before` gives the words of a program that runs each child, or none."""
        self.programs, self.home, self.data, self.before = programs, home, home / "data", before
        self.staff = {role: StaffAccount(role, role, PASSWORD) for role in STAFF}

    def run(self, *words: str, check: bool = True, **options) -> subprocess.CompletedProcess:
        """Runs `pishkhan` for this home."""
        command = [*self.before(), str(self.programs.command), *words, "--home", str(self.home)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=120, **options)
        if check and ended.returncode != 0:
            raise RuntimeError(f"pishkhan {' '.join(words)} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}")
        return ended

    def work(self) -> None:
        """One round of the worker."""
        self.run("work")

    def send(self, request: PreparedRequest, before: Sequence[str] = (), **options) -> Ended:
        """Sends a request; `before` are the words of a program that runs the CGI program."""
        return run_child([*self.before(), *before, str(self.programs.cgi)], request, self.home, **options)

    def client(self) -> CGIClient:
        return CGIClient(home=self.home, send=self.send)

    def citizen(self, mobile: str | None = None) -> Citizen:
        citizen = Citizen(self, mobile)
        citizen.client = self.client()
        citizen.log_in()
        return citizen

    def member(self, role: str) -> Staff:
        staff = Staff(self, role)
        staff.client = self.client()
        return staff.signed_in()

    def messages(self, to: str) -> list[dict]:
        """The text messages to a number so far, oldest first."""
        log = self.data / "messages.log"
        found = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
        return [one for one in found if one["to"] == "+98" + to[1:]]

    def wait_for_message(self, to: str, after: int = 0) -> dict:
        self.work()
        return self.messages(to)[after]

    def copy(self, home: pathlib.Path) -> "Desk":
        """A desk with the same data and release, while nobody uses this one."""
        subprocess.run(["cp", "-a", f"{self.home}/.", str(home)], check=True)
        return Desk(self.programs, home)

    def remove(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Callable[..., list[tuple]]]:
        """Gives a function for queries. The connection is read-only: it moves nothing out of the log when it closes."""
        database = sqlite3.connect(f"file:{self.data}/desk.sqlite?mode=ro", uri=True)
        try:
            yield lambda sql, *values: database.execute(sql, values).fetchall()
        finally:
            database.close()


def new_desk(programs: Programs, home: pathlib.Path, before: Callable[[], list[str]] = list) -> Desk:
    """A new desk with its staff; of the public pages only a few are kept, so that copies are small."""
    desk = Desk(programs, home, before)
    desk.run("build", "--config", str(desk.config), "--address", ADDRESS)
    for role, options in STAFF.items():
        desk.run("staff", "add", role, "--role", role, *options, "--password-stdin", "--keep", input=PASSWORD + "\n")
    public = home / "current" / "public"
    for entry in public.iterdir():
        if entry.is_dir() and entry.name != "login":
            shutil.rmtree(entry)
    return desk
