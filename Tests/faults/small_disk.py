"""A small disk of its own (tmpfs), which vanishes with the process that mounted it."""

import ctypes
import os
import pathlib
import subprocess
import sys
import traceback
from typing import Callable

from desk import SCRATCH

CLONE_NEWNS, CLONE_NEWUSER = 0x00020000, 0x10000000


def on_small_disk(mebibytes: int, test: Callable[[pathlib.Path], None]) -> None:
    """Runs `test` in a child that has a disk of this size at the path that it is given."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            test(_mounted(mebibytes))
            status = 0
        except BaseException:
            traceback.print_exc(file=sys.stdout)
        sys.stdout.flush()
        os._exit(status)
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise AssertionError("the test on the small disk failed; why stands above")


def _mounted(mebibytes: int) -> pathlib.Path:
    """Enters a mount namespace, and as an ordinary user a user namespace as well, and mounts the disk."""
    user, group, is_root = os.getuid(), os.getgid(), os.geteuid() == 0
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNS | (0 if is_root else CLONE_NEWUSER)) != 0:
        raise OSError(ctypes.get_errno(), "unshare: the kernel allows no mounts to this user")
    if not is_root:
        pathlib.Path("/proc/self/setgroups").write_text("deny")
        pathlib.Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        pathlib.Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    place = SCRATCH / "small-disk"
    place.mkdir(exist_ok=True)
    for command in (["mount", "--make-rprivate", "/"],
                    ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m,mode=755", "tmpfs", str(place)]):
        subprocess.run(command, check=True)
    return place


def set_read_only(place: pathlib.Path, is_read_only: bool) -> None:
    subprocess.run(["mount", "-o", f"remount,{'ro' if is_read_only else 'rw'}", str(place)], check=True)


def fill(place: pathlib.Path, leave_kibibytes: int) -> pathlib.Path:
    """Fills the disk up to so many KiB, and answers with the file that does."""
    filler = place / "filler"
    space = os.statvfs(place)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, space.f_bavail * space.f_bsize - leave_kibibytes * 1024))
    return filler
