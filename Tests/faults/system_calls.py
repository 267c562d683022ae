"""The system calls of a child that change something, and faults in them: `strace` puts both in from outside."""

import collections
import re
import signal
import tempfile
from dataclasses import dataclass

from cgi_client import Ended, PreparedRequest
from desk import Desk

# What writes, syncs, renames, links, creates, removes, truncates or marks.
CHANGING = (
    "write writev pwrite64 pwritev pwritev2 sendfile copy_file_range fsync fdatasync sync_file_range syncfs msync "
    "rename renameat renameat2 link linkat symlink symlinkat mkdir mkdirat creat unlink unlinkat rmdir "
    "truncate ftruncate fallocate utimensat chmod fchmod fchmodat chown fchown fchownat").split()
OPENING = ("open", "openat")  # counted where they may create
STRACE = ("strace", "-qq", "-s", "0", "-o")
FAULTS = {
    "killed": "signal=KILL",
    "disk full": "error=ENOSPC",
    "disk fails": "error=EIO",
}
LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")


@dataclass(frozen=True)
class Point:
    """The call number `when`, from 1, of all calls of this name."""

    call: str
    when: int


def points_of(desk: Desk, request: PreparedRequest) -> tuple[list[Point], Ended]:
    """The points at which a request changes something, in order, and how it ended without a fault."""
    with tempfile.NamedTemporaryFile("r") as trace:
        ended = desk.send(request, [*STRACE, trace.name, "-e", f"trace={','.join((*CHANGING, *OPENING))}"])
        return points_in(trace.read().splitlines()), ended


def points_in(trace: list[str]) -> list[Point]:
    """The points in the lines that strace has written."""
    counts: collections.Counter[str] = collections.Counter()
    points = []
    for line in trace:
        if found := LINE.match(line):
            call = found.group(1)
            counts[call] += 1
            if call not in OPENING or "O_CREAT" in found.group(2):
                points.append(Point(call, counts[call]))
    return points


def with_fault(desk: Desk, request: PreparedRequest, point: Point, fault: str) -> tuple[Ended, bool]:
    """Sends a request with a fault at a point: `signal=KILL` or `error=ENOSPC`. Also: whether the point was reached."""
    with tempfile.NamedTemporaryFile("r") as trace:
        ended = desk.send(request, [*STRACE, trace.name, "-e", f"trace={point.call}",
                                    "-e", f"inject={point.call}:{fault}:when={point.when}"])
        said = trace.read()
    # strace ends in the way in which its child ended.
    return ended, "(INJECTED)" in said or ended.status == -signal.SIGKILL
