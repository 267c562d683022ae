"""`pishkhan setup` where there is no package."""

import pathlib
import subprocess

from installed_portal import ADDRESS, InstalledPortal, answer_for_tests, doctor
from letters_way import go_the_whole_way
from machine import Machine
from packages import package
from programs import program
from sentences import expect, expect_equal, test_once

FOLDERS = ("/etc", "/usr", "/var/lib")


def _bring_programs(machine: Machine, *packages: str) -> None:
    """Both programs, and the libraries that the README names."""
    folder = machine.path("/root/programs")
    folder.mkdir()
    for name in ("pishkhan", "pishkhan-cgi"):
        (folder / name).write_bytes(program(name).read_bytes())
        (folder / name).chmod(0o755)
    needed = subprocess.run(["dpkg-deb", "--field", package(), "Depends"], capture_output=True, text=True, check=True).stdout.strip()
    machine.run(["apt-get", "-y", "satisfy", "--no-install-recommends", needed], network=True)
    machine.install(*packages)


def _state(machine: Machine) -> str:
    return machine.run(f"find {' '.join(FOLDERS)} -xdev -printf '%p %m %u %T@ %l\\n' | grep -v '/var/lib/systemd/' | sort").stdout


@test_once("setup --dry-run tells each step and changes nothing; setup takes them, and a second time changes nothing more")
def without_package() -> None:
    with Machine() as machine:
        _bring_programs(machine, "nginx")
        before = _state(machine)
        told = machine.run("/root/programs/pishkhan setup --dry-run").stdout
        expect_equal(_state(machine), before, "the dry run has changed something")
        for step in ("write: /usr/bin/pishkhan", "write: /usr/lib/cgi-bin/pishkhan", "run: systemd-sysusers", "pishkhan@.service",
                     "pishkhan init /etc/pishkhan", "pishkhan build", "chown", "systemctl enable", "nothing was changed"):
            expect(step in told, f"{step} is not in {told}")
        refused = machine.run("setpriv --reuid=nobody --clear-groups /usr/bin/env /root/programs/pishkhan setup || "
                              "install -m 755 /root/programs/pishkhan /tmp/p && setpriv --reuid=nobody --clear-groups /tmp/p setup", check=False)
        expect("only root" in refused.stderr, refused.stderr)

        machine.run("/root/programs/pishkhan setup")
        expect_equal(doctor(machine), [])
        answer_for_tests(machine)
        portal = InstalledPortal(machine, "nginx")
        portal.make_accounts()
        with machine.network():
            go_the_whole_way(portal)
        expect_equal(doctor(machine, "--verify") + doctor(machine, "--http", ADDRESS), [])

        told = machine.run("pishkhan setup").stdout
        changes = [line for line in told.splitlines() if line.startswith(("write:", "remove:", "link:"))]
        expect_equal(changes, [], "what a second time changes")
        expect("init" not in told and "chown" not in told and "enable" not in told, told)

        machine.run("pishkhan setup --remove")
        expect_equal(machine.run("pgrep -x pishkhan", check=False).stdout, "", "processes that are left")
        machine.run("nginx -t && test ! -e /etc/nginx/sites-enabled/pishkhan && test -e /var/lib/pishkhan/data/desk.sqlite")


@test_once("Where systemd does not run, setup does all but starting something, and says so")
def in_a_chroot() -> None:
    with Machine() as machine:
        _bring_programs(machine, "apache2")
        # A root without /run, as in a chroot or while an image is made.
        told = machine.run("unshare --mount bash -c 'mount -t tmpfs tmpfs /run && mkdir -m 1777 /run/lock && /root/programs/pishkhan setup'").stdout
        expect("systemd does not run here" in told, told)
        expect_equal(machine.run("stat -c %U /var/lib/pishkhan/data").stdout.strip(), "pishkhan")
        expect_equal(machine.run("pgrep -x pishkhan", check=False).stdout, "", "something was started")
        machine.run("apachectl configtest && systemctl is-enabled pishkhan.socket pishkhan-work.service pishkhan@1.service")
