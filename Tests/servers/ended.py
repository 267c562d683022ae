"""Waits for the end of a process that was told to end; where it does not come, the error says what everything hangs on."""

import pathlib
import subprocess
from typing import Callable


def ended(process: subprocess.Popen, seconds: float, said: Callable[[], str]) -> int:
    """Its exit status."""
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as late:
        raise TimeoutError(f"process {process.pid} has not ended within {seconds} s; it said\n{said()}\n{_all_processes()}") from late


def _all_processes() -> str:
    """A line for each process: its number, its parent's, its state, where in the kernel it waits, and its command."""
    lines = []
    for entry in sorted((one for one in pathlib.Path("/proc").iterdir() if one.name.isdigit()), key=lambda one: int(one.name)):
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            state, parent = (entry / "stat").read_text().rpartition(") ")[2].split()[:2]
            waits = (entry / "wchan").read_text()
        except OSError:
            continue
        if command:
            lines.append(f"{entry.name} {parent} {state} {waits} {command}")
    return "\n".join(lines)
