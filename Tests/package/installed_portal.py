"""A portal in a machine, with what the clients of Tests/servers need of it."""

import json
import pathlib
import re

from machine import Machine
from portal import Portal, StaffAccount

CONFIG = "/etc/pishkhan/portal.json5"
HOME = "/var/lib/pishkhan"
ADDRESS = "http://127.0.0.1/"
LETTERS = f"{HOME}/data"


class InstalledPortal(Portal):
    """Looks like any portal, from within `machine.network()`."""

    def __init__(self, machine: Machine, server: str) -> None:
        super().__init__(server=server, home=HOME)
        self.machine = machine
        self.address = ADDRESS
        self.messages_log = machine.path(f"{LETTERS}/messages.log")
        self.config = pathlib.Path(CONFIG)

    def make_accounts(self) -> None:
        """One for each role, with a password that lasts."""
        for role, words in {"reviewer": "", "clerk": "--unit records", "administrator": ""}.items():
            password = "سه واژهٔ بی‌ربط باهم"
            self.machine.run(f"pishkhan staff add test-{role} --role {role} {words} --password-stdin --keep", input=password + "\n")
            self.staff[role] = StaffAccount(role, f"test-{role}", password)


def install(machine: Machine, file: pathlib.Path, *packages: str, check: bool = True, **words):
    """Installs a package of ours with apt."""
    inside = f"/root/{file.name}"
    machine.path(inside).write_bytes(file.read_bytes())
    return machine.install(*packages, inside, **words)


def answer_for_tests(machine: Machine) -> None:
    """Gives the portal an address that these tests can ask, and no security code, which only a person can read."""
    config = machine.path(CONFIG)
    text = config.read_text(encoding="utf-8")
    for pattern, replacement in {r'(?m)^(\s*)address: "[^"]*"': rf'\1address: "{ADDRESS}"',
                                 r'\bsecurityCode: "image"': 'securityCode: "none"',
                                 r'\bsandbox: "available"': 'sandbox: "required"'}.items():
        text, count = re.subn(pattern, replacement, text)
        if count != 1:
            raise LookupError(f"{pattern!r} occurs {count} times in {CONFIG}, not once")
    config.write_text(text, encoding="utf-8")
    machine.run("pishkhan setup")


def doctor(machine: Machine, *words: str) -> list[dict]:
    """What it finds that is wrong."""
    ended = machine.run(["pishkhan", "doctor", "--json", *words], check=False)
    return [one for one in json.loads(ended.stdout)["findings"] if one["weight"] == "wrong"]


def exposure(machine: Machine, unit: str) -> float:
    """What `systemd-analyze security` thinks of a unit, from 0 (locked up) to 10."""
    printed = machine.run(f"systemd-analyze security --no-pager {unit}").stdout
    return float(re.search(r"Overall exposure level for \S+: ([0-9.]+)", printed)[1])
