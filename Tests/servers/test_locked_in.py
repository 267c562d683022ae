"""The CGI program gives up what it does not need, and the whole way works without it."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from citizen import CGI, Citizen
from client import Client
from direct import AS_USER, answer, home_of
from documents import bytes_of
from portal import Portal
from programs import program
from request_log import lines_in
from sentences import expect, expect_equal, test, test_once
from site_copy import copy_of_site
from staff import Staff

WRAPPER = """#!/bin/sh
exec strace -f -qq -y -o {traces}/$$ -e trace=execve,execveat,fork,vfork,clone,clone3,socket,socketpair,connect,bind,open,openat,\
openat2,creat,truncate,ptrace,landlock_restrict_self,seccomp {program}
"""
# clamd's socket, once a config names one, is the only thing that may be connected to.
FORBIDDEN = ("execveat", "fork", "vfork", "clone", "clone3", "socket", "socketpair", "connect", "bind", "openat2", "creat",
             "truncate", "ptrace")


def walk_the_whole_way(portal: Portal) -> None:
    """Citizen, reviewer and clerk, right and wrong."""
    citizen = Citizen(portal)
    citizen.ask_for_code()
    citizen = Citizen(portal)
    citizen.log_in()
    for kind in ("pdf", "docx", "png"):
        letter, _ = citizen.register_letter(unit="education", letter=(f"letter.{kind}", bytes_of(kind)),
                                            attachment=("photo.jpg", bytes_of("jpg")))
    citizen.send_letter(letter=("x.pdf", b"MZ"))
    citizen.client.get(f"{CGI}/captcha")
    citizen.client.get(f"{CGI}/nothing")
    citizen.client.get(f"{CGI}/track?code=1234567890")
    expect_equal(citizen.client.get(f"{CGI}/letters/{letter}/documents/1").status, 200)
    reviewer = Staff(portal, "reviewer")
    reviewer.log_in("wrong password, twelve letters")
    expect_equal(reviewer.signed_in().do(letter, "accept").status, 303)
    clerk = Staff(portal, "clerk").signed_in()
    expect_equal(clerk.do(letter, "events", status="در حال اقدام").status, 303)
    expect_equal(clerk.do(letter, "reply", text="پیوست", reply=("r.pdf", bytes_of("pdf"))).status, 303)
    expect_equal(Staff(portal, "administrator").signed_in().client.get(f"{CGI}/staff/audit").status, 200)
    desk = citizen.client.get(f"{CGI}/desk")
    expect_equal(citizen.client.submit(desk, desk.form("/logout")).status, 303)
    expect_equal(Client(portal.address).get(f"{CGI}/health").status, 200)


@test("On the whole way no program is started after the CGI itself, nothing is connected to, and only its own files are opened")
def traced(portal: Portal) -> None:
    home = home_of(portal)
    place, real = home / "bin" / "pishkhan-cgi", home / "bin" / "pishkhan-cgi.real"
    traces = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-traces-"))
    os.chmod(traces, 0o777)
    os.rename(place, real)
    try:
        place.write_text(WRAPPER.format(traces=traces, program=real))
        place.chmod(0o755)
        walk_the_whole_way(portal)
    finally:
        os.replace(real, place)
    seen = [one.read_text(errors="replace").splitlines() for one in traces.iterdir()]
    shutil.rmtree(traces)
    expect(len(seen) > 30, f"only {len(seen)} requests were traced")
    for lines in seen:
        judge(lines, home)


def judge(lines: list[str], home: pathlib.Path) -> None:
    """Looks at one process's calls: `PID call(…) = result`."""
    calls = [found.groups() for line in lines if (found := re.match(r"\d+ +(\w+)\((.*)", line))]
    text = "\n".join(lines)
    expect_equal([name for name, _ in calls].count("execve"), 1, f"programs started:\n{text}")
    for name, rest in calls:
        expect(name not in FORBIDDEN, f"{name}({rest}")
    locked = next((index for index, (name, _) in enumerate(calls) if name == "landlock_restrict_self"), None)
    expect(locked is not None and calls[locked][1].endswith("= 0"), f"Landlock is not in force:\n{text}")
    expect(any(name == "seccomp" and rest.endswith("= 0") for name, rest in calls[locked:]), f"no filter is in force:\n{text}")
    for name, rest in calls[locked:]:
        if name in ("open", "openat"):
            path = re.search(r'"([^"]*)"', rest).group(1)
            inside = path.startswith((f"{home}/releases/", f"{home}/current/", f"{home}/data"))
            # SQLite asks for random bytes now and then, and does without.
            is_refused = path == "/dev/urandom" and "= -1 EACCES" in rest
            expect(inside or is_refused, f"{name}({rest}")


def portal_with(policy: str) -> pathlib.Path:
    """A home of its own, whose config has this policy."""
    home = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-locked-"))
    home.chmod(0o755)
    config = copy_of_site({r'(\bsandbox: )"available"': rf'\1"{policy}"'})
    subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home], check=True, capture_output=True)
    (home / "bin").mkdir()
    shutil.copy(program("pishkhan-cgi"), home / "bin" / "pishkhan-cgi")
    return home


def without(call: str, error: str = "ENOSYS") -> list[str]:
    """A kernel that does not know this call, as strace plays it."""
    return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}"]


@test_once("Where the sandbox cannot be put in force, the config decides: 503 with the remedy in the log, or a word in each line")
def policies() -> None:
    for policy in ("required", "available"):
        home = portal_with(policy)
        try:
            whole = answer(home, as_user=[])
            expect_equal(whole.status, 200, policy)
            expect("sandboxLacks" not in whole.said, whole.said)
            for call, words, name in (("landlock_create_ruleset", "Linux 5.19", "Landlock"),
                                      ("landlock_restrict_self", "refused to restrict", "Landlock"),
                                      ("seccomp", "seccomp filters", "seccomp"), ("setrlimit,prlimit64", "limit", "limits")):
                ended = answer(home, before=without(call), as_user=[])
                line = lines_in(ended.said)[0]
                expect_equal(line["sandboxLacks"], name, f"{policy} without {call}")
                expect_equal(ended.status, 503 if policy == "required" else 200, f"{policy} without {call}")
                if policy == "required":
                    expect("<h1>" in ended.body, "no page")
                    for wanted in (words, 'sandbox: "available"', "pishkhan build"):
                        expect(wanted in line["why"], f"{wanted} is not in: {line['why']}")
        finally:
            shutil.rmtree(home)
