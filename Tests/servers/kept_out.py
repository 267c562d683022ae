"""Runs a command that may not open anything in some folders, though owners and modes are right: kept_out.py FOLDER… -- COMMAND…

It stands for AppArmor and SELinux, which refuse with the same word: Landlock (landlock(7)), which needs no rights.
"""

import ctypes
import os
import pathlib
import struct
import sys

CREATE, ADD, RESTRICT = 444, 445, 446
PATH_BENEATH, NO_NEW_PRIVILEGES = 1, 38
# What the first version knows: all but carrying out and the making of devices.
HANDLED = 0x1FFF & ~(1 << 0)

libc = ctypes.CDLL(None, use_errno=True)


def call(*words) -> int:
    result = libc.syscall(*words)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"system call {words[0]}")
    return result


def allow(rules: int, path: pathlib.Path) -> None:
    place = os.open(path, os.O_PATH)
    rights = HANDLED if path.is_dir() else HANDLED & 0b110
    call(ADD, rules, PATH_BENEATH, struct.pack("=Qi", rights, place), 0)
    os.close(place)


def allow_around(rules: int, folder: pathlib.Path, closed: list[pathlib.Path]) -> None:
    """Allows all that lies in a folder, but for what is closed."""
    for entry in folder.iterdir():
        if entry.is_symlink() or entry in closed:
            continue
        if any(entry in one.parents for one in closed):
            allow_around(rules, entry, closed)
        elif entry.is_dir() or entry.is_file():
            try:
                allow(rules, entry)
            except OSError:
                continue  # Gone meanwhile, or nobody's to open.


def main() -> None:
    end = sys.argv.index("--")
    closed = [pathlib.Path(word).resolve() for word in sys.argv[1:end]]
    rules = call(CREATE, struct.pack("=Q", HANDLED), ctypes.c_size_t(8), 0)
    allow_around(rules, pathlib.Path("/"), closed)
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    call(RESTRICT, rules, 0)
    os.execvp(sys.argv[end + 1], sys.argv[end + 1:])


if __name__ == "__main__":
    main()
