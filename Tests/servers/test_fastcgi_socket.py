"""The socket behind which FastCGI processes wait: left over, in the way, or gone."""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

from citizen import CGI
from client import Client
from direct import home_of
from portal import Portal
from second_server import SecondServer
from sentences import expect, expect_equal, test
from test_doctor_http import say


@test("A FastCGI socket that is gone, left over or another file is the portal's own error page, and the doctor names what mends it", behind=("nginx", "apache"))
def spoilt_socket(portal: Portal) -> None:
    with SecondServer(portal, speaks_fastcgi=True, has_tls=False) as server:
        address, path = f"http://127.0.0.1:{server.port}/", server.processes.socket
        kept = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-kept-")) / "socket"
        try:
            expect_equal(say(portal, address, "--fastcgi", str(path)), (0, []), "while all is well")
            path.rename(kept)
            for spoil, problem, remedy in (
                    (lambda: None, "is missing, so nobody runs the program", "systemctl restart pishkhan.socket"),
                    (lambda: left_over(path), "is there, but nobody listens behind it", "systemctl restart pishkhan.socket"),
                    (lambda: path.write_text("another file"), "is no socket, and in the way of one", f"run: rm '{path}'")):
                spoil()
                answer = Client(address).get(f"{CGI}/desk")
                expect(answer.status in (502, 503, 504), answer.status)
                expect_equal(answer.body, Client(address).get("/50x.html").body, "another page than 50x.html")
                _, findings = say(portal, address, "--fastcgi", str(path))
                expect_equal([(one["check"], one["subject"]) for one in findings], [("program", str(path))], problem)
                expect(problem in findings[0]["problem"] and remedy in findings[0]["remedy"], findings)
                path.unlink(missing_ok=True)
            kept.rename(path)
            expect_equal(Client(address).get(f"{CGI}/health").status, 200, "once the socket is back")
        finally:
            shutil.rmtree(kept.parent)


def left_over(path: pathlib.Path) -> None:
    """A socket of a process that is gone."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
    os.chmod(path, 0o666)


@test("Two that want one socket: the second does not begin, says why, and takes nothing from the first", behind=("nginx",))
def in_use(portal: Portal) -> None:
    with SecondServer(portal, speaks_fastcgi=True, has_tls=False) as server, socket.socket(socket.AF_UNIX) as second:
        address = f"http://127.0.0.1:{server.port}/"
        try:
            second.bind(str(server.processes.socket))
            raise AssertionError("the socket was taken twice")
        except OSError as fault:
            expect_equal(fault.strerror, "Address already in use")
        expect_equal(Client(address).get(f"{CGI}/health").status, 200)
        ended = subprocess.run([home_of(portal) / "bin" / "pishkhan-cgi"], stdin=second, env={"PISHKHAN_HOME": str(home_of(portal))},
                               capture_output=True, text=True, timeout=20)
        expect_equal(ended.returncode, 2, ended.stderr)
        expect("FastCGI" in ended.stderr, ended.stderr)
