"""What children do to the files below a folder, recorded by strace: a list of operations for `Disk`."""

import pathlib
import re
from dataclasses import dataclass
from typing import Iterator

CALLS = ("open openat creat close dup dup2 dup3 fcntl lseek write writev pwrite64 ftruncate fallocate fsync fdatasync syncfs "
         "rename renameat renameat2 link linkat symlink symlinkat unlink unlinkat rmdir mkdir mkdirat").split()
CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
UNFINISHED, RESUMED = " <unfinished ...>", re.compile(r"<\.\.\. \w+ resumed>(.*)")


@dataclass(frozen=True)
class Made:
    """A new file, or a folder, or a link with a target."""

    path: str
    kind: str = "file"
    target: str = ""


@dataclass(frozen=True)
class Written:
    path: str
    offset: int
    content: bytes


@dataclass(frozen=True)
class Resized:
    path: str
    size: int


@dataclass(frozen=True)
class Synced:
    """A file's content, or a folder's entries; everything where the path is empty."""

    path: str


@dataclass(frozen=True)
class Moved:
    path: str
    to: str


@dataclass(frozen=True)
class Removed:
    path: str


@dataclass(frozen=True)
class Answered:
    """The child with this number has answered."""

    child: int


Operation = Made | Written | Resized | Synced | Moved | Removed | Answered


class Recorder:
    """`before` makes each child leave a trace; `operations` reads them in the order of the children."""

    def __init__(self, folder: pathlib.Path, traces: pathlib.Path) -> None:
        self.folder, self.traces, self.children = str(folder), traces, 0
        traces.mkdir()

    def before(self) -> list[str]:
        self.children += 1
        return ["strace", "-f", "-qq", "-xx", "-s", str(1 << 26), "-o", str(self.traces / str(self.children)),
                "-e", f"trace={','.join(CALLS)}", "-e", "signal=none"]

    def operations(self) -> Iterator[Operation]:
        for child in range(1, self.children + 1):
            with (self.traces / str(child)).open(encoding="ascii") as lines:
                yield from (one for one in _Child(child).operations(_whole_lines(lines))
                            if not hasattr(one, "path") or one.path == "" or one.path.startswith(self.folder))


def _whole_lines(lines) -> Iterator[str]:
    """The lines without their process ids; a call that another thread's interrupted is put together again."""
    begun: dict[str, str] = {}
    for line in lines:
        thread, _, call = line.rstrip("\n").partition(" ")
        call = call.lstrip()
        if call.endswith(UNFINISHED):
            begun[thread] = call.removesuffix(UNFINISHED)
        elif resumed := RESUMED.match(call):
            yield begun.pop(thread) + resumed.group(1)
        else:
            yield call


def _texts(arguments: str) -> list[bytes]:
    return [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]


class _Child:
    """A process with its open files."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.paths: dict[int, str] = {}
        self.offsets: dict[int, int] = {}
        self.has_answered = False

    def operations(self, lines: Iterator[str]) -> Iterator[Operation]:
        for line in lines:
            found = CALL.match(line)
            if found and found.group(3) != "?" and int(found.group(3)) >= 0:
                yield from self._done(found.group(1), found.group(2), int(found.group(3)))

    def _done(self, call: str, arguments: str, result: int) -> Iterator[Operation]:
        match call:
            case "open" | "openat" | "creat":
                yield from self._opened(call, arguments, result)
            case "mkdir" | "mkdirat":
                yield Made(self._path(arguments), "folder")
            case "symlink" | "symlinkat":
                target, path = _texts(arguments)
                yield Made(path.decode(), "link", target.decode())
            case "rename" | "renameat" | "renameat2":
                path, to = (text.decode() for text in _texts(arguments))
                # What is open below the old name is written and synced under the new one.
                for descriptor, name in self.paths.items():
                    if name == path or name.startswith(path + "/"):
                        self.paths[descriptor] = to + name[len(path):]
                yield Moved(path, to)
            case "unlink" | "unlinkat" | "rmdir":
                yield Removed(self._path(arguments))
            case "link" | "linkat":
                raise NotImplementedError("the disk does not know links between files yet")
            case "syncfs":
                yield Synced("")
            case _:
                yield from self._done_to_open_file(call, arguments, result)

    def _opened(self, call: str, arguments: str, descriptor: int) -> Iterator[Operation]:
        path = self._path(arguments)
        self.paths[descriptor], self.offsets[descriptor] = path, -1 if "O_APPEND" in arguments else 0
        if "O_CREAT" in arguments or call == "creat":
            yield Made(path)
        if "O_TRUNC" in arguments or call == "creat":
            yield Resized(path, 0)

    def _done_to_open_file(self, call: str, arguments: str, result: int) -> Iterator[Operation]:
        numbers = re.findall(r"(?:^|, )(-?\d+)(?=,|$)", re.sub(TEXT, "", arguments))
        descriptor = int(numbers[0])
        if call in ("write", "writev") and descriptor == 1 and not self.has_answered:
            self.has_answered = True
            yield Answered(self.number)
        if descriptor not in self.paths:
            return
        path = self.paths[descriptor]
        match call:
            case "close":
                del self.paths[descriptor]
            case "dup" | "dup2" | "dup3" | "fcntl" if call != "fcntl" or "F_DUPFD" in arguments:
                self.paths[result], self.offsets[result] = path, self.offsets[descriptor]
            case "lseek":
                self.offsets[descriptor] = result
            case "write" | "writev":
                content = b"".join(_texts(arguments))[:result]
                yield Written(path, self.offsets[descriptor], content)
                if self.offsets[descriptor] >= 0:
                    self.offsets[descriptor] += result
            case "pwrite64":
                yield Written(path, int(numbers[-1]), _texts(arguments)[0][:result])
            case "ftruncate":
                yield Resized(path, int(numbers[-1]))
            case "fallocate":
                raise NotImplementedError("the disk does not know fallocate yet")
            case "fsync" | "fdatasync":
                yield Synced(path)

    def _path(self, arguments: str) -> str:
        """The first path of a call; one that is seen from an open folder becomes whole."""
        path = _texts(arguments)[0].decode()
        folder = re.match(r"(\d+), ", arguments)
        return path if path.startswith("/") or not folder else f"{self.paths[int(folder[1])]}/{path}"
