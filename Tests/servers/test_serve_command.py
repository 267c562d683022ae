"""cgi-bin/serve as a command: options, ports, homes, signals."""

import os
import pathlib
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time

from portal import SERVE, Portal, free_port, processes_mentioning
from sentences import SERVERS, expect, expect_equal, test_once
from site_copy import site_for_tests


def serve(*options, **environment) -> subprocess.CompletedProcess:
    return subprocess.run([str(SERVE), *options], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env=os.environ | environment, timeout=600)


@test_once("serve refuses wrong options with 2 and says which is wrong")
def wrong_options() -> None:
    for options, word in ((["--bogus"], "--bogus"), (["--port"], "--port"), (["--port", "80"], "'80'"),
                          (["--port", "http"], "'http'"), (["--port", "65536"], "65536"),
                          (["--nginx", "--lighttpd"], "exclude"), (["--config", "/nonexistent"], "/nonexistent")):
        ended = serve(*options)
        expect_equal((ended.returncode, ended.stdout), (2, ""), f"{options}")
        expect(word in ended.stderr, f"{options}: {ended.stderr}")


@test_once("serve --help describes every option on standard output")
def help_text() -> None:
    ended = serve("--help")
    expect_equal(ended.returncode, 0)
    for option in ("--nginx", "--lighttpd", "--port", "--config", "--home", "--fresh"):
        expect(option in ended.stdout, option)


@test_once("serve answers a web server that runs it as a CGI program with 403, and starts nothing")
def not_a_cgi_program() -> None:
    ended = serve(GATEWAY_INTERFACE="CGI/1.1", REQUEST_METHOD="GET")
    expect_equal(ended.returncode, 2)
    expect(ended.stdout.startswith("Status: 403"), ended.stdout)


@test_once("serve says so when its port is taken")
def taken_port() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = serve("--port", port, "--home", tempfile.mkdtemp() + "/home")
        expect_equal(ended.returncode, 1)
        expect(port in ended.stderr and "taken" in ended.stderr, ended.stderr)


@test_once("serve neither uses nor deletes a folder that holds something else")
def foreign_home() -> None:
    folder = pathlib.Path(tempfile.mkdtemp())
    os.chmod(folder, 0o755)
    (folder / "precious").write_text("mine")
    for options in ([], ["--fresh"]):
        ended = serve("--port", str(free_port()), "--home", str(folder), *options)
        expect_equal(ended.returncode, 1, f"{options} {ended.stderr}")
        expect_equal([one.name for one in folder.iterdir()], ["precious"])


@test_once("serve --fresh does not delete a home that it has not made")
def fresh_foreign_home() -> None:
    folder = pathlib.Path(tempfile.mkdtemp())
    os.chmod(folder, 0o755)
    (folder / "releases").mkdir()
    ended = serve("--port", str(free_port()), "--home", str(folder), "--fresh")
    expect_equal(ended.returncode, 1)
    expect((folder / "releases").is_dir(), "releases was deleted")


@test_once("A second start finds the data and prints the same accounts; a fresh one does not")
def accounts_are_kept() -> None:
    home = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan home ")) / "home"  # the space is part of the test
    seen = []
    for options in ([], [], ["--fresh"]):
        portal = Portal(config=site_for_tests(), home=home, options=options)
        with portal:
            seen.append(portal.staff)
            data = portal.messages_log.parent
            expect_equal(stat.S_IMODE(data.stat().st_mode), 0o700, "the mode of data/")
            accounts = data.parent / "staff-accounts"
            expect_equal(stat.S_IMODE(accounts.stat().st_mode), 0o600, "the mode of staff-accounts")
        expect_equal(portal.exit_status, 0, "the exit status after SIGTERM")
    shutil.rmtree(home.resolve())
    shutil.rmtree(home.parent)
    expect_equal(set(seen[0]), {"reviewer", "clerk", "administrator"}, "the roles")
    expect_equal(seen[1], seen[0], "the accounts at the second start")
    expect(all(seen[2][role] != seen[0][role] for role in seen[0]), "a fresh home has the old passwords")


@test_once("However serve ends, nothing that it started is left running")
def nothing_is_left() -> None:
    for server in SERVERS:
        for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
            portal = Portal(server=server, config=site_for_tests())
            with portal:
                place = str(portal.messages_log.parents[1])
                expect(processes_mentioning(place), "no process mentions the home, so this test proves nothing")
                status = portal.stop(with_signal=ending)
            expect_equal(status, -9 if ending == signal.SIGKILL else 0, f"{server} {ending.name}")
            deadline = time.monotonic() + 5
            while (left := processes_mentioning(place)) and time.monotonic() < deadline:
                time.sleep(0.1)
            expect_equal(left, [], f"{server} after {ending.name}")


@test_once("When what it started dies, serve says what and ends with 1")
def child_dies() -> None:
    for server, name in (("apache", "apache"), ("nginx", "fcgiwrap"), ("lighttpd", "work")):
        with Portal(server=server, config=site_for_tests()) as portal:
            _expect_complaint(portal, name)


def _expect_complaint(portal: Portal, name: str) -> None:
    """Kills serve's child of this name."""
    children = pathlib.Path(f"/proc/{portal.process.pid}/task/{portal.process.pid}/children").read_text().split()
    word = b"apache2" if name == "apache" else name.encode()
    victim = next(int(one) for one in children if word in pathlib.Path(f"/proc/{one}/cmdline").read_bytes())
    os.kill(victim, signal.SIGKILL)
    expect_equal(portal.process.wait(timeout=30), 1, f"{portal.server} without {name}")
    expect(f"'{name}'" in portal.said(), portal.said())
    expect_equal(processes_mentioning(str(portal.messages_log.parents[1])), [], f"left of {portal.server}")


@test_once("Two portals of different homes run side by side; a second run on one home is refused")
def side_by_side() -> None:
    with Portal(config=site_for_tests()) as one, Portal(server="nginx", config=site_for_tests()) as other:
        expect(one.address != other.address, one.address)
        ended = serve("--port", str(free_port()), "--home", str(one.home), "--fresh")
        expect_equal(ended.returncode, 1)
        expect("another run" in ended.stderr, ended.stderr)
        expect(one.messages_log.parent.is_dir(), "the refused run has deleted the home")
