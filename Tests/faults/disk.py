"""A disk as POSIX promises it: fsync of a file makes its content durable, fsync of a folder its entries, nothing else does."""

import pathlib
from dataclasses import dataclass, field
from typing import Callable

from recording import Answered, Made, Moved, Operation, Removed, Resized, Synced, Written


@dataclass
class Node:
    """A file, folder or link: what is durable, and what has changed since."""

    kind: str = "file"
    target: str = ""
    content: bytearray = field(default_factory=bytearray)
    changes: list[Written | Resized] = field(default_factory=list)
    entries: dict[str, "Node"] = field(default_factory=dict)
    entry_changes: list["EntryChange"] = field(default_factory=list)

    def live_entries(self) -> dict[str, "Node"]:
        """The entries as a running program sees them."""
        entries = dict(self.entries)
        for change in self.entry_changes:
            change.apply(entries)
        return entries

    def size(self) -> int:
        size = len(self.content)
        for change in self.changes:
            size = change.size if isinstance(change, Resized) else max(size, change.offset + len(change.content))
        return size

    def sync(self) -> None:
        for change in self.changes:
            put(self.content, change)
        self.changes.clear()
        self.entries = self.live_entries()
        self.entry_changes.clear()


@dataclass
class EntryChange:
    """A name in a folder that now leads elsewhere, or nowhere; of a rename, the removal knows its counterpart."""

    name: str
    node: Node | None
    folder: Node | None = None
    counterpart: "EntryChange | None" = None

    def apply(self, entries: dict[str, Node]) -> None:
        if self.node is None:
            entries.pop(self.name, None)
        else:
            entries[self.name] = self.node


def put(content: bytearray, change: Written | Resized) -> None:
    if isinstance(change, Resized):
        del content[change.size:]
        content.extend(bytes(change.size - len(content)))
    else:
        content.extend(bytes(max(0, change.offset - len(content))))
        content[change.offset:change.offset + len(change.content)] = change.content


class Disk:
    """The files below `root`, which is durable and empty at the beginning."""

    def __init__(self, root: pathlib.Path, is_synced: Callable[[str], bool] = lambda path: True) -> None:
        """`is_synced` says whether a sync of a path is done: a control leaves some out."""
        self.root, self.top, self.is_synced = str(root), Node("folder"), is_synced

    def apply(self, operation: Operation) -> None:
        match operation:
            case Made(path, kind, target):
                folder, name = self._place(path)
                if name not in folder.live_entries():
                    folder.entry_changes.append(EntryChange(name, Node(kind, target), folder))
            case Written(path, offset, content):
                node = self._node(path)
                node.changes.append(Written(path, node.size() if offset < 0 else offset, content))
            case Resized(path, _):
                self._node(path).changes.append(operation)
            case Synced(""):
                _sync_all(self.top)
            case Synced(path):
                if self.is_synced(path):
                    self._node(path).sync()
            case Moved(path, to):
                self._move(path, to)
            case Removed(path):
                folder, name = self._place(path)
                folder.entry_changes.append(EntryChange(name, None, folder))
            case Answered():
                pass

    def _move(self, path: str, to: str) -> None:
        (source, name), (target, new_name) = self._place(path), self._place(to)
        arrival = EntryChange(new_name, source.live_entries()[name], target)
        target.entry_changes.append(arrival)
        source.entry_changes.append(EntryChange(name, None, source, arrival))

    def _place(self, path: str) -> tuple[Node, str]:
        folder, _, name = path.rpartition("/")
        return self._node(folder), name

    def _node(self, path: str) -> Node:
        node = self.top
        for name in path.removeprefix(self.root).split("/"):
            if name:
                node = node.live_entries()[name]
        return node


def _sync_all(node: Node) -> None:
    node.sync()
    for entry in node.entries.values():
        _sync_all(entry)
