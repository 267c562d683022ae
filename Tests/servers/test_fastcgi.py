"""FastCGI: one process answers one request after the other, and keeps nothing of one for the next."""

import contextlib
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from administrator import Administrator
from citizen import CGI, Citizen
from client import Client
from direct import AS_USER, home_of
from documents import bytes_of
from fastcgi import PortalProcesses, descriptors, resident_kib, wait_until, waits_at_its_socket
from fastcgi_portal import FastCGIPortal, nginx_before
from half_upload import half_an_upload
from rebuilding import expect_built
from request_log import lines_in
from sentences import expect, expect_equal, test_fastcgi
from staff import Staff
from test_locked_in import judge, walk_the_whole_way

# What no two answers share: the request's number, and tokens of forms that are sent once.
_OF_ONE_ANSWER = re.compile(r'data-request="[^"]*">[^<]*<|name="submission" value="[^"]*"')


@test_fastcgi("Citizen, reviewer and clerk go the whole way through one FastCGI process")
def whole_way(portal: FastCGIPortal) -> None:
    process = portal.processes.process
    walk_the_whole_way(portal)
    expect_equal(portal.processes.process, process, portal.processes.said()[-1000:])


@test_fastcgi("Two citizens, the staff and strangers in one process each see what a process of their own would show, and nothing else")
def nothing_is_carried_over(portal: FastCGIPortal) -> None:
    visitors = []
    for number, language in enumerate(("fa", "en")):
        citizen = Citizen(portal)
        citizen.log_in()
        letter, _ = citizen.register_letter(subject=f"موضوع {number} {citizen.mobile}", attachment=("a.jpg", bytes_of("jpg")))
        citizen.client.get(f"{CGI}/desk?lang={language}")
        visitors.append((citizen.client, citizen.mobile[4:], [f"/letters/{letter}", f"/letters/{letter}/receipt",
                                                              f"/letters/{letter}/documents/1"]))
    reviewer = Staff(portal, "reviewer").signed_in()
    letters = [path for _, _, paths in visitors for path in paths]
    common = ["/desk", "/letters/new", "/track?code=1234567890", "/sessions", "/staff/letters", "/none", "/desk?lang=fa",
              "/desk?lang=en", *letters]
    clients = [*visitors, (reviewer.client, None, []), (Client(portal.address), None, [])]
    requests = [(client, secret, path) for client, secret, own in clients for path in common]
    random.Random(7).shuffle(requests)
    process = portal.processes.process
    for client, secret, path in requests * 2:
        shown = Client(portal.address, dict(client.cookies)).get(f"{CGI}{path}")
        alone = Client(portal.cgi_address, dict(client.cookies)).get(f"{CGI}{path}")
        expect_equal((shown.status, shown.location), (alone.status, alone.location), path)
        if (shown.headers["Content-Type"] or "").startswith("text/html"):
            expect_equal(_OF_ONE_ANSWER.sub("", shown.text), _OF_ONE_ANSWER.sub("", alone.text), path)
            for _, other, _ in visitors:
                # The reviewer sees everybody's.
                expect(other == secret or client is reviewer.client or other not in shown.text, f"{path} shows somebody else's")
        else:
            expect_equal(shown.body, alone.body, path)
    expect_equal(portal.processes.process, process, "not one process answered all")


@test_fastcgi("A release that goes live between two requests of one process is what the second shows")
def new_release(portal: FastCGIPortal) -> None:
    process, client = portal.processes.process, Client(portal.address)
    before = portal.config.read_text(encoding="utf-8")
    expect("Electronic Front Desk" in client.get(f"{CGI}/none?lang=en").text, "not the example")
    portal.config.write_text(before.replace("Electronic Front Desk", "Another Front Desk"), encoding="utf-8")
    try:
        expect_built(portal)
        expect("Another Front Desk" in client.get(f"{CGI}/none?lang=en").text, "still the old release")
    finally:
        portal.config.write_text(before, encoding="utf-8")
        expect_built(portal)
    expect("Another" not in client.get(f"{CGI}/none?lang=en").text, "still the release before")
    expect_equal(portal.processes.process, process)


@contextlib.contextmanager
def begun_upload(portal: FastCGIPortal, address: str):
    """Half of a letter, of which the process has some already; and the other half."""
    citizen = Citizen(portal)
    citizen.log_in()
    with half_an_upload(citizen, address) as both:
        wait_until(portal.incoming, "the upload begins")
        yield both


@test_fastcgi("SIGTERM in the middle of an upload lets it finish; a process that waits leaves at once")
def terminated(portal: FastCGIPortal) -> None:
    processes = portal.processes
    with nginx_before(portal, processes, buffers_body=False) as address:
        process = processes.process
        with begun_upload(portal, address) as (connection, rest):
            os.kill(process, signal.SIGTERM)
            time.sleep(0.3)
            expect(process in processes.processes, "the process left in the middle of a request")
            connection.sendall(rest)
            answer = b"".join(iter(lambda: connection.recv(65_536), b""))
        expect(answer.startswith(b"HTTP/1.1 303 "), answer[:300])
    wait_until(lambda: process not in processes.processes, "the process leaves after the request")
    waiting, began = processes.process, time.monotonic()
    os.kill(waiting, signal.SIGTERM)
    wait_until(lambda: waiting not in processes.processes, "a process that waits leaves")
    expect(time.monotonic() - began < 1, "it took its time")
    expect_equal(processes.exit_statuses[-2:], [0, 0])
    expect_equal(Client(portal.address).get(f"{CGI}/health").status, 200)


@test_fastcgi("A browser or a web server that goes away in the middle leaves nothing behind, and the next request is answered")
def gone_away(portal: FastCGIPortal) -> None:
    processes, citizen = portal.processes, Citizen(portal)
    citizen.log_in()
    # What stays open is opened.
    citizen.register_letter()
    process = processes.process
    before = descriptors(process)
    with nginx_before(portal, processes, buffers_body=False) as address:
        for _ in range(3):
            with begun_upload(portal, address) as (connection, _):
                connection.close()
            expect_equal(portal.left_in_incoming(), [], "files of an upload that broke off")
    kind = {"CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": "1000"}
    for sent in (b"", b"mobile=0912"):
        with processes.begin("POST", "/login/code", **kind) as exchange:
            exchange.send(sent)
    for path in ("/desk", "/health", "/captcha"):
        # The answer finds nobody.
        processes.begin(path=path, HTTP_COOKIE=citizen.client.cookie).__exit__()
    for garbage in (b"GET / HTTP/1.1\r\n\r\n", b"\0" * 64, b"\1\1\0\1\0\10\0\0\0\2\0\0\0\0\0\0", b"\1\4\0\1\0\4\0\0\xff\xff\xff\xff"):
        with socket.socket(socket.AF_UNIX) as peer:
            peer.connect(str(processes.socket))
            peer.sendall(garbage)
    expect_equal(processes.answer().body, "ok\n")
    expect_equal(portal.change_database("BEGIN IMMEDIATE; COMMIT"), None, "a transaction is still open")
    expect_equal((processes.process, descriptors(process)), (process, before))


@test_fastcgi("A process leaves after as many requests as it was told, and none is lost")
def leaves(portal: FastCGIPortal) -> None:
    with PortalProcesses(home_of(portal), PISHKHAN_REQUESTS="3") as processes:
        expect_equal([processes.answer().status for _ in range(10)], [200] * 10)
        wait_until(lambda: len(processes.exit_statuses) == 3, "three processes leave")
        expect_equal(processes.exit_statuses, [0, 0, 0])


@test_fastcgi("What the process must know it is told at its start: a request cannot say another home, and a wrong start says why")
def told_at_start(portal: FastCGIPortal) -> None:
    processes = portal.processes
    expect_equal(processes.answer(PISHKHAN_HOME=None).status, 200, "a request that says no home")
    answer = processes.answer(PISHKHAN_HOME="/elsewhere", HTTP_PISHKHAN_HOME="/elsewhere")
    expect_equal(answer.status, 503)
    expect("/elsewhere" in lines_in(processes.said())[-1]["why"], processes.said()[-500:])
    expect_equal(processes.answer(PISHKHAN_LOG="/etc/passwd", HTTP_PISHKHAN_HOME="/x", PISHKHAN_REQUESTS="1").status, 200)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(processes.folder / "other"))
        listener.listen()
        for variables, word in (({}, "PISHKHAN_HOME"), ({"PISHKHAN_HOME": "relative"}, "PISHKHAN_HOME"),
                                ({"PISHKHAN_HOME": "/x", "PISHKHAN_REQUESTS": "0"}, "PISHKHAN_REQUESTS")):
            ended = subprocess.run([home_of(portal) / "bin" / "pishkhan-cgi"], stdin=listener, env=variables, timeout=20,
                                   capture_output=True, text=True)
            expect_equal((ended.returncode, word in ended.stderr), (1, True), ended.stderr)
    ended = subprocess.run([home_of(portal) / "bin" / "pishkhan-cgi"], stdin=subprocess.DEVNULL, env={}, capture_output=True, text=True)
    expect_equal((ended.returncode, "FastCGI" in ended.stderr), (2, True), ended.stderr)


@test_fastcgi("A FastCGI process is locked in before its first request, and takes connections at its own socket only")
def locked_in(portal: FastCGIPortal) -> None:
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-traces-"))
    folder.chmod(0o777)
    calls = "execve,execveat,fork,vfork,clone,clone3,socket,socketpair,connect,bind,open,openat,openat2,creat,truncate,ptrace," \
            "landlock_restrict_self,seccomp,accept,accept4,listen"
    try:
        with PortalProcesses(home_of(portal), before=["strace", "-D", "-f", "-qq", "-y", "-o", folder / "trace", "-e", f"trace={calls}"]) as processes, \
                nginx_before(portal, processes) as address:
            before, portal.address = portal.address, address
            try:
                walk_the_whole_way(portal)
            finally:
                portal.address = before
        lines = (folder / "trace").read_text(errors="replace").splitlines()
    finally:
        shutil.rmtree(folder)
    judge(lines, home_of(portal))
    taken = [line for line in lines if "accept" in line]
    expect(len(taken) > 30 and all(" accept(0<" in line for line in taken), taken[:5])


@contextlib.contextmanager
def a_home_of_its_own(portal: FastCGIPortal):
    """A copy of the portal's desk that no worker and no web server uses, and the backup that it was made of."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-restored-"))
    folder.chmod(0o755)
    home, backup, administrator = folder / "home", folder / "desk.tar", Administrator(portal)
    try:
        expect_equal(administrator.run("backup", str(backup), "--config", str(portal.config)).returncode, 0)
        restore(administrator, backup, home)
        ended = administrator.run("build", "--config", f"{home}/restored-config/portal.json5", home=home)
        expect_equal(ended.returncode, 0, ended.stderr)
        shutil.copytree(home_of(portal) / "bin", home / "bin")
        yield home, backup, administrator
    finally:
        shutil.rmtree(folder)


def restore(administrator: Administrator, backup: pathlib.Path, home: pathlib.Path) -> None:
    ended = administrator.run("restore", str(backup), home=home)
    expect_equal(ended.returncode, 0, ended.stderr)
    give_to_server(home)


def give_to_server(home: pathlib.Path) -> None:
    if AS_USER:
        subprocess.run(["chown", "-R", "www-data:", home / "data"], check=True)


@test_fastcgi("Data that are restored, a database that is replaced, and a new key are taken up by the next request")
def replaced_data(portal: FastCGIPortal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    with a_home_of_its_own(portal) as (home, backup, administrator), PortalProcesses(home) as processes:
        def desk() -> int:
            return processes.answer(path="/desk", HTTP_COOKIE=citizen.client.cookie).status

        def let_in() -> None:
            token = subprocess.run(["sqlite3", portal.messages_log.parent / "desk.sqlite", ".dump session"], capture_output=True, text=True, check=True)
            rows = "\n".join(line for line in token.stdout.splitlines() if line.startswith("INSERT"))
            subprocess.run(["sqlite3", home / "data" / "desk.sqlite", rows], check=True)

        # A backup has no sessions: whoever is let in afterwards is let in by this database.
        expect_equal(desk(), 303, "a session before the backup")
        let_in()
        process = processes.process
        expect_equal(desk(), 200)

        database = home / "data" / "desk.sqlite"
        subprocess.run(["sqlite3", database, "PRAGMA wal_checkpoint(TRUNCATE)", f"VACUUM INTO '{home}/copy'"], check=True, capture_output=True)
        subprocess.run(["sqlite3", home / "copy", "DELETE FROM session; PRAGMA journal_mode = WAL"], check=True, capture_output=True)
        for path in (f"{database}-wal", f"{database}-shm"):
            pathlib.Path(path).write_bytes(b"")
        os.replace(home / "copy", database)
        give_to_server(home)
        os.chmod(database, 0o600)
        expect_equal((desk(), processes.answer().body), (303, "ok\n"), "the database was replaced")
        expect_equal(processes.process, process)

        answers: list[int] = []
        is_over = threading.Event()

        def keep_asking() -> None:
            while not is_over.is_set():
                answers.append(processes.answer().status)

        asking = threading.Thread(target=keep_asking)
        asking.start()
        try:
            wait_until(lambda: len(answers) > 20, "requests are answered")
            renewed = administrator.run("key", "renew", home=home)
        finally:
            is_over.set()
            asking.join()
        expect_equal(renewed.returncode, 0, f"a key is renewed while the process is busy: {renewed.stderr}")
        expect_equal((set(answers), processes.answer().body), ({200}, "ok\n"))

        for folder in ("data", "restored-config"):
            os.rename(home / folder, home / f"{folder}.old")
        restore(administrator, backup, home)
        expect_equal(processes.answer().body, "ok\n", processes.said()[-500:])
        expect(processes.process != process, "the process is still bound to the old folder")
        opened = [path for path in descriptors(processes.process) if "desk.sqlite" in path]
        expect(opened and not any("data.old" in path for path in opened), opened)


# The program itself keeps the first process; inotify(7) has no room for it, as where a user's instances are used up.
_WITHOUT_WORD = ("strace", "-D", "-qq", "-o", "/dev/null", "-e", "trace=inotify_init1", "-e", "inject=inotify_init1:error=EMFILE")


@test_fastcgi("What changes around the data counts at the next request, whether the kernel tells of it or has no room to")
def changed_around(portal: FastCGIPortal) -> None:
    with a_home_of_its_own(portal) as (home, _, _):
        data, key = home / "data", home / "data" / "key"
        for before in ((), _WITHOUT_WORD):
            with PortalProcesses(home, before=before) as processes:
                def statuses(change, back) -> list[int]:
                    found = [processes.answer().status]
                    for step in (change, back):
                        step()
                        found.append(processes.answer().status)
                    return found

                expect_equal(processes.answer().status, 200)
                told = [path for path in descriptors(processes.process) if "inotify" in path]
                expect_equal(len(told), 0 if before else 1, before)
                expect_equal(statuses(lambda: data.chmod(0o755), lambda: data.chmod(0o700)), [200, 503, 200], "the folder's mode")
                expect_equal(statuses(lambda: key.rename(home / "key"), lambda: (home / "key").rename(key)), [200, 503, 200], "no key")
                whole = key.read_bytes()
                expect_equal(statuses(lambda: key.write_bytes(whole[:5]), lambda: key.write_bytes(whole)), [200, 503, 200], "half a key")
                for _ in range(3):
                    expect_equal(processes.answer().status, 200)


@test_fastcgi("An idle process closes the desk's database, and opens it for the next request")
def idle(portal: FastCGIPortal) -> None:
    with PortalProcesses(home_of(portal)) as processes:
        def has_it_open() -> bool:
            return any("desk.sqlite" in path for path in descriptors(processes.process))

        expect_equal(processes.answer().status, 200)
        expect(has_it_open(), "it was not kept")
        wait_until(lambda: not has_it_open(), "the database is closed", seconds=5)
        expect_equal(processes.answer().status, 200)


@test_fastcgi("A process's memory and descriptors are the same after two thousand requests and after twelve thousand")
def memory(portal: FastCGIPortal) -> None:
    citizen = Citizen(portal)
    citizen.log_in()
    letter, _ = citizen.register_letter()
    paths = ["/desk", "/letters/new", f"/letters/{letter}", "/captcha", "/none", "/track?code=1"]
    with PortalProcesses(home_of(portal), PISHKHAN_REQUESTS="100000") as processes:
        process = processes.process

        def ask(count: int) -> tuple[int, list[str]]:
            for number in range(count):
                path, _, query = paths[number % len(paths)].partition("?")
                expect(processes.answer(path=path, QUERY_STRING=query, HTTP_COOKIE=citizen.client.cookie).status in (200, 303, 400, 404), path)
            wait_until(lambda: waits_at_its_socket(process), "the process waits")
            return resident_kib(process), descriptors(process)

        few, many = ask(2_000), ask(10_000)
        expect_equal(processes.process, process)
        expect(many[0] - few[0] <= 256 and many[0] < 24 * 1024, f"{few[0]} KiB, then {many[0]} KiB")
        expect_equal(many[1], few[1])
