"""Upgrading, removing and purging."""

import threading
import urllib.error
import urllib.request

from citizen import CGI
from installed_portal import ADDRESS, CONFIG, LETTERS, InstalledPortal, answer_for_tests, doctor, install
from letters_way import go_the_whole_way
from machine import Machine
from packages import package, previous_package
from sentences import expect, expect_equal, test_once

KEEPING = "pishkhan pishkhan/remove-letters boolean {}\n"


class Visitor(threading.Thread):
    """Asks for a dynamic page again and again, and keeps what was no answer."""

    def __init__(self, machine: Machine) -> None:
        super().__init__(daemon=True)
        self._machine, self._ends = machine, threading.Event()
        self.answers, self.failures = 0, []

    def run(self) -> None:
        with self._machine.network():
            while not self._ends.is_set():
                try:
                    with urllib.request.urlopen(f"{ADDRESS.rstrip('/')}{CGI}/health", timeout=60) as answer:
                        answer.read()
                    self.answers += 1
                except (urllib.error.URLError, OSError) as fault:
                    self.failures.append(f"{fault}")

    def end(self) -> None:
        self._ends.set()
        self.join(timeout=60)


@test_once("An upgrade from the commit before keeps config and letters, runs the new programs, and cuts no request off")
def upgrade() -> None:
    with Machine() as machine:
        install(machine, previous_package(), "nginx")
        answer_for_tests(machine)
        portal = InstalledPortal(machine, "nginx")
        portal.make_accounts()
        with machine.network():
            go_the_whole_way(portal)
        config = machine.path(CONFIG).read_bytes()
        letters = machine.run(f"find {LETTERS}/documents -type f -exec b2sum {{}} + | sort").stdout
        expect(letters, "there are no documents")
        processes = machine.run("pgrep -x pishkhan").stdout.split()
        visitor = Visitor(machine)
        visitor.start()
        install(machine, package())
        visitor.end()
        expect(visitor.answers > 10 and not visitor.failures, f"{visitor.answers} answers, {visitor.failures[:5]}")
        expect(not set(processes) & set(machine.run("pgrep -x pishkhan").stdout.split()), "old processes run on")
        installed = machine.run("dpkg-query --show --showformat='${Version}' pishkhan").stdout
        expect(installed in package().name, installed)
        expect_equal(machine.path(CONFIG).read_bytes(), config, "the config")
        expect_equal(machine.run(f"find {LETTERS}/documents -type f -exec b2sum {{}} + | sort").stdout, letters, "the documents")
        expect_equal(doctor(machine, "--verify"), [])
        with machine.network():
            go_the_whole_way(portal)


def _files(machine: Machine) -> set[str]:
    """All paths but those of dpkg's, apt's and systemd's own books, of logs and of caches."""
    return set(machine.run(
        "find / -xdev \\( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /root -o -path /var/cache "
        "-o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/lib/systemd -o -path /var/log -o -path /var/lib/apache2 "
        "-o -path /var/tmp -o -path /etc/passwd- -o -path /etc/group- -o -path /etc/shadow- -o -path /etc/gshadow- "
        "-o -path /etc/subuid- -o -path /etc/subgid- \\) -prune -o -print").stdout.splitlines())


def _machine_with_letters(machine: Machine) -> set[str]:
    """Installs the package and registers a letter; answers with the files that were there before."""
    machine.path(f"/root/{package().name}").write_bytes(package().read_bytes())
    needed = machine.run(["dpkg-deb", "--field", f"/root/{package().name}", "Depends"]).stdout.strip()
    machine.install("apache2", "dbus", "debconf-utils")
    machine.run(["apt-get", "-y", "satisfy", "--no-install-recommends", needed], network=True)
    before = _files(machine)
    install(machine, package())
    answer_for_tests(machine)
    portal = InstalledPortal(machine, "apache")
    portal.make_accounts()
    with machine.network():
        go_the_whole_way(portal)
    return before


@test_once("Removing takes the site out of the web server and keeps config and letters; installed again, the portal goes on")
def remove() -> None:
    with Machine() as machine:
        _machine_with_letters(machine)
        letters = machine.run(f"find {LETTERS} -type f | sort").stdout
        machine.run("apt-get -y remove pishkhan")
        machine.run("apachectl configtest && systemctl is-active apache2")
        expect_equal(machine.run("pgrep -x pishkhan", check=False).stdout, "", "processes that are left")
        expect(not machine.path("/etc/apache2/sites-enabled/pishkhan.conf").is_symlink(), "the site is still in force")
        expect(machine.path(CONFIG).exists() and machine.run(f"find {LETTERS} -type f | sort").stdout == letters, "something went")
        install(machine, package())
        expect_equal(doctor(machine, "--verify") + doctor(machine, "--http", ADDRESS), [])


@test_once("A purge leaves the letters alone and nothing else, and where its question was answered with yes not even those")
def purge() -> None:
    with Machine() as machine:
        before = _machine_with_letters(machine)
        machine.run("apt-get -y purge pishkhan")
        left = _files(machine) - before
        letters = {path for path in left if path.startswith(LETTERS)}
        expect(f"{LETTERS}/desk.sqlite" in letters and f"{LETTERS}/key" in letters, f"of the letters are left: {letters}")
        # Other sites may use Apache's modules by now.
        rest = {path for path in left - letters if not path.startswith("/etc/apache2/mods-enabled/")}
        expect_equal(rest, {"/var/lib/pishkhan"}, "what is left beside the letters")
        machine.run("id pishkhan && apachectl configtest")

        install(machine, package())
        expect_equal(doctor(machine, "--verify"), [], "with the letters of before")
        machine.run("debconf-set-selections", input=KEEPING.format("true"))
        machine.run("apt-get -y purge pishkhan")
        left = {path for path in _files(machine) - before if not path.startswith("/etc/apache2/mods-enabled/")}
        expect_equal(left, set(), "what is left")
        expect(machine.run("id pishkhan", check=False).returncode != 0, "the user is left")
