"""Data that the program cannot use because of an owner, a mode, the kernel or the disk: it says whose, where, how and what mends it."""

import os
import pathlib
import subprocess

import direct
from direct import AS_USER
from fastcgi import PortalProcesses
from fastcgi_portal import FastCGIPortal
from request_log import lines_in
from sentences import expect, expect_equal, test_fastcgi
from test_fastcgi import a_home_of_its_own, give_to_server

KEPT_OUT = pathlib.Path(__file__).with_name("kept_out.py")


def said_by_all(home: pathlib.Path, *before) -> dict[str, str]:
    """Why each program cannot use the data: what it says on standard error, in one line each."""
    cgi = direct.answer(home, before=before)
    expect_equal((cgi.status, cgi.exit_status), (503, 0), cgi.said)
    expect("<h1" in cgi.body and str(home) not in cgi.body, "no page, or one that tells of the inside")
    worker = subprocess.run([*AS_USER, *before, home / "bin" / "pishkhan", "work", "--home", home], capture_output=True, text=True, timeout=60)
    expect_equal((worker.returncode, worker.stdout), (1, ""), worker.stderr)
    with PortalProcesses(home, before=before) as processes:
        expect_equal(processes.answer().status, 503, processes.said())
        fastcgi = lines_in(processes.said())[-1]["why"]
    return {"cgi": lines_in(cgi.said)[-1]["why"], "fastcgi": fastcgi, "worker": worker.stderr.strip()}


@test_fastcgi("Data of the wrong owner are named by CGI, FastCGI, worker and doctor with user, path, mode and a command, which mends it")
def wrong_owner(portal: FastCGIPortal) -> None:
    if os.geteuid() != 0:
        return
    owner = portal.messages_log.parent.stat()
    user, group = owner.st_uid, owner.st_gid
    with a_home_of_its_own(portal) as (home, _, administrator):
        data = home / "data"
        for path in (data, data / "desk.sqlite", data / "desk.sqlite-wal", data / "key", data / "documents"):
            os.chown(path, 0, 0)
            mode = f"0{path.stat().st_mode & 0o7777:o}"
            command = f"chown -R {user}:{group} '{data}'"
            says = said_by_all(home)
            for who, why in says.items():
                expect(f"{path} belongs to user 0 and has mode {mode}, so user {user}, as whom this program runs, cannot " in why, f"{who}: {why}")
                expect(why.endswith(f"run: {command}"), f"{who}: {why}")
            _, findings = administrator.doctor("--user", "www-data", home=home)
            expect(any(one["subject"] == str(path) and "belongs to root" in one["problem"] and mode in one["problem"]
                       and one["remedy"].startswith("run: chown ") for one in findings), f"{path}: {findings}")
            subprocess.run(command, shell=True, check=True)
            expect_equal(direct.answer(home).status, 200, f"after the command for {path}")


@test_fastcgi("A folder above the data that is closed, and a release that is, are named with the command that opens them")
def closed_folder(portal: FastCGIPortal) -> None:
    if os.geteuid() != 0:
        return
    with a_home_of_its_own(portal) as (home, _, _):
        release = (home / "current").resolve()
        for path, mode, wanted in ((home, 0o700, f"cannot enter it; run: chmod a+x '{home}'"),
                                   (release / "private" / "settings", 0o600, f"run: chmod -R a+rX '{release}/private/settings'")):
            before = path.stat().st_mode & 0o7777
            path.chmod(mode)
            answer = direct.answer(home) if path != home else None
            if answer is None:
                # Nobody can start a program in a closed folder.
                program = home.parent / "pishkhan-cgi"
                program.write_bytes((home / "bin" / "pishkhan-cgi").read_bytes())
                program.chmod(0o755)
                ended = subprocess.run([*AS_USER, program], input=b"", capture_output=True, env=direct.environment(home), timeout=60)
                why = lines_in(ended.stderr.decode())[-1]["why"]
            else:
                expect_equal(answer.status, 503)
                why = lines_in(answer.said)[-1]["why"]
            expect(why.endswith(wanted), why)
            path.chmod(before)


@test_fastcgi("Where owner and mode are right and the kernel refuses all the same, AppArmor and SELinux are named with where they say so")
def security_module(portal: FastCGIPortal) -> None:
    with a_home_of_its_own(portal) as (home, _, _):
        # As words, and by the system's Python: the user of the programs need not be able to read the checkout.
        wrapped = ("/usr/bin/python3", "-c", KEPT_OUT.read_text(encoding="utf-8"))
        expect_equal(direct.answer(home, before=(*wrapped, home / "releases" / "none", "--")).status, 200, "nothing is closed")
        for who, why in said_by_all(home, *wrapped, home / "data", "--").items():
            expect("owner and mode are right, so AppArmor or SELinux may be in the way: journalctl -k | grep -e apparmor -e avc" in why, f"{who}: {why}")


@test_fastcgi("Data on a disk that may only be read are said to be so, with what lets the program write")
def read_only(portal: FastCGIPortal) -> None:
    if os.geteuid() != 0:
        return
    with a_home_of_its_own(portal) as (home, _, _):
        mounted = ("unshare", "-m", "sh", "-c", f"mount --bind '{home}/data' '{home}/data' && mount -o remount,ro,bind '{home}/data' && exec \"$@\"", "sh",
                   *AS_USER)
        answer = direct.answer(home, before=mounted, as_user=[])
        expect_equal(answer.status, 503, answer.said)
        why = lines_in(answer.said)[-1]["why"]
        expect("may only read there" in why and "ReadWritePaths=" in why, why)
