"""The machine that the other tests of this folder stand on."""

import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.request

from machine import Machine, has_ended
from sentences import expect, expect_equal, test_once

HERE = pathlib.Path(__file__).resolve()


@test_once("A machine boots with systemd, has services and a network of its own, and is gone afterwards with all that it wrote")
def boots() -> None:
    with Machine() as machine:
        expect_equal(machine.run("systemctl is-system-running", check=False).stdout.strip(), "running")
        expect_equal(machine.run("hostname --fqdn").stdout.strip(), "portal.example.org")
        expect("Debian" in machine.console(), machine.console())
        machine.run("systemd-run --unit=sleeper sleep 600")
        expect("Started sleeper.service" in machine.journal("sleeper"), machine.journal())
        machine.path("/etc/written").write_text("here")
        expect_equal(machine.run("cat /etc/written").stdout, "here")
        init = machine.init
    expect(has_ended(init), "its systemd is still there")
    with Machine() as machine:
        expect(not machine.path("/etc/written").exists(), "another machine has what the first one wrote")


def listeners() -> set[str]:
    """What listens in the network of the tests."""
    said = subprocess.run(["ss", "-ltnpH"], capture_output=True, text=True, check=True).stdout
    return set(said.splitlines())


@test_once("A machine installs a web server by apt, which answers inside it and nowhere else")
def installs() -> None:
    before = listeners()
    with Machine() as machine:
        machine.install("nginx-light")
        with machine.network():
            with urllib.request.urlopen("http://127.0.0.1/", timeout=20) as answer:
                expect_equal(answer.status, 200)
        new = "\n".join(listeners() - before)
        expect(f"pid={machine.init}," not in new and '"nginx"' not in new, new)


@test_once("A machine ends when the tests that booted it are killed")
def ends_with_its_tests() -> None:
    script = ("import sys, time\nfrom machine import Machine\n"
              "with Machine() as machine:\n    print(machine.init, flush=True)\n    time.sleep(600)\n")
    path = os.pathsep.join(str(HERE.parents[1] / folder) for folder in ("machine", "servers"))
    tests = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": path})
    init = int(tests.stdout.readline())
    tests.send_signal(signal.SIGKILL)
    tests.wait(timeout=30)
    deadline = time.monotonic() + 20
    while not has_ended(init):
        expect(time.monotonic() < deadline, f"systemd {init} is still there")
        time.sleep(0.1)
