"""What a power cut may leave of a disk: of what was not synced, any part in any legal combination may be missing."""

import random
from typing import Callable, Iterator

from disk import Disk, EntryChange, Node, put
from recording import Resized, Written

SECTOR = 512  # bytes that a disk writes whole or not at all

# Whether the change number `index` of `count` that were not synced has reached the disk.
Fate = Callable[[int, int], bool]


def fates(chance: random.Random) -> Fate:
    """One of the ways in which a power cut can fall, drawn anew for each state."""
    share, place = chance.choice((0.05, 0.3, 0.5, 0.7, 0.95)), chance.random()
    return chance.choice((
        lambda index, count: False,
        lambda index, count: True,
        lambda index, count: chance.random() < share,
        lambda index, count: chance.random() < share,
        lambda index, count: index < int(place * (count + 1)),
        lambda index, count: index != int(place * count),
        lambda index, count: index == int(place * count),
    ))


def after_power_cut(disk: Disk, chance: random.Random) -> Iterator[tuple[str, Node, bytes]]:
    """Each path that is left, folders before what is in them, with its content."""
    return _left("", disk.top, _arrivals(disk.top, fates(chance)), chance)


def _all_folders(node: Node) -> Iterator[Node]:
    yield node
    seen = {id(entry): entry for entry in node.entries.values()}
    seen |= {id(change.node): change.node for change in node.entry_changes if change.node}
    for entry in seen.values():
        if entry.kind == "folder":
            yield from _all_folders(entry)


def _arrivals(top: Node, fate: Fate) -> set[int]:
    """The changes of entries that have reached the disk, by identity: of each name a first part of its changes."""
    reached: set[int] = set()
    for folder in _all_folders(top):
        by_name: dict[str, list[EntryChange]] = {}
        for change in folder.entry_changes:
            by_name.setdefault(change.name, []).append(change)
        for place, changes in enumerate(by_name.values()):
            for index, change in enumerate(changes):
                if not fate(place + index, len(by_name) + len(changes) - 1):
                    break
                _reach(change, reached)
    return reached


def _reach(change: EntryChange, reached: set[int]) -> None:
    """A name is not gone from its old place before it is in its new one; with it come the earlier changes of that name."""
    reached.add(id(change))
    if (arrival := change.counterpart) and arrival in arrival.folder.entry_changes:
        for earlier in arrival.folder.entry_changes:
            if earlier.name == arrival.name and id(earlier) not in reached:
                _reach(earlier, reached)
            if earlier is arrival:
                break


def _left(path: str, folder: Node, reached: set[int], chance: random.Random) -> Iterator[tuple[str, Node, bytes]]:
    entries = dict(folder.entries)
    for change in folder.entry_changes:
        if id(change) in reached:
            change.apply(entries)
    for name, node in entries.items():
        yield f"{path}/{name}", node, _content(node, fates(chance)) if node.kind == "file" else b""
        if node.kind == "folder":
            yield from _left(f"{path}/{name}", node, reached, chance)


def _content(node: Node, fate: Fate) -> bytes:
    """A file's content: each unsynced sector may be as it was after any of its changes, and so may the size."""
    content = bytearray(node.content)
    if any(isinstance(change, Resized) for change in node.changes):
        for index, change in enumerate(node.changes):
            if not fate(index, len(node.changes)):
                break
            put(content, change)
        return bytes(content)
    changes_of: dict[int, list[Written]] = {}
    for change in node.changes:
        for sector in range(change.offset // SECTOR * SECTOR, change.offset + len(change.content), SECTOR):
            begin, end = max(sector, change.offset), min(sector + SECTOR, change.offset + len(change.content))
            part = Written("", begin, change.content[begin - change.offset:end - change.offset])
            changes_of.setdefault(sector, []).append(part)
    for place, changes in enumerate(changes_of.values()):
        for index, change in enumerate(changes):
            if not fate(place + index, len(changes_of) + len(changes) - 1):
                break
            put(content, change)
    if node.changes and fate(0, 1):
        content.extend(bytes(max(0, node.size() - len(content))))
    return bytes(content)
