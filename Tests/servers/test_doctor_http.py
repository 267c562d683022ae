"""`pishkhan doctor --http`: a web server that is wrong in one way each time, and what is said of it."""

import http.server
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time

from client import Client
from direct import home_of
from portal import Portal
from second_server import SecondServer
from sentences import ALL_SERVERS, expect, expect_equal, test
from site_copy import copy_of_site

# What is spoilt, for each server: the words of the configuration and what stands in their place.
WITHOUT_POLICY = {
    "apache": r".*Header always set Content-Security-Policy.*\n", "nginx": r".*add_header Content-Security-Policy.*\n",
    "lighttpd": r'.*"Content-Security-Policy" =>.*\n', "caddy": r".*header Content-Security-Policy.*\n",
    "h2o": r".*header.set: \"Content-Security-Policy.*\n",
}
WITHOUT_GZIP = {
    "apache": {r"RewriteEngine On": "RewriteEngine Off"}, "nginx": {r"gzip_static on;": "", r"brotli_static on;": ""},
    "lighttpd": {r"deflate.mimetypes = \( .*\)": "deflate.mimetypes = ()"}, "caddy": {r"precompressed br gzip": ""},
    "h2o": {r"file.send-compressed: ON": "file.send-compressed: OFF"},
}
SMALL_UPLOADS = {
    "apache": {r"LimitRequestBody \d+": "LimitRequestBody 1048576"}, "nginx": {r"client_max_body_size \d+": "client_max_body_size 1m"},
    "lighttpd": {r"max-request-size = \d+": "max-request-size = 1024"}, "h2o": {r"limit-request-body: \d+": "limit-request-body: 1048576"},
}
WITHOUT_PROGRAM = {
    "apache": {r'ScriptAlias "/cgi-bin/pishkhan"': 'ScriptAlias "/cgi-bin/elsewhere"'}, "nginx": {r"try_files /cgi-bin/no-such-file @pishkhan": "try_files /no =404"},
    # The file stands for the whole path, or it would be none.
    "lighttpd": {r"cgi.assign = .*\n": "", r'alias.url = \( "/cgi-bin/pishkhan" =>': 'alias.url = ( "/cgi-bin/pishkhan/health" =>'},
    "caddy": {r"@dynamic path_regexp .*": "@dynamic path /elsewhere"},
    "h2o": {r'"/cgi-bin/pishkhan":': '"/cgi-bin/elsewhere":'},
}


def say(portal: Portal, address: str, *words: str, config: pathlib.Path | None = None, **environment: str) -> tuple[int, list[dict]]:
    """The exit status and what was found."""
    home = home_of(portal)
    ended = subprocess.run(
        [home / "bin" / "pishkhan", "doctor", "--http", address, "--json", "--config", config or portal.config, "--home", home,
         "--program", home / "bin" / "pishkhan-cgi", *words], capture_output=True, text=True, timeout=120, env=os.environ | environment)
    expect(ended.returncode in (0, 1), ended.stderr)
    return ended.returncode, json.loads(ended.stdout)["findings"]


def spoilt(portal: Portal, edits: dict[str, str], *words: str) -> list[dict]:
    """What is found of a second server whose configuration is spoilt."""
    with SecondServer(portal, has_tls=False, edits=edits) as server:
        return say(portal, f"http://127.0.0.1:{server.port}/", *words)[1]


def expect_one(findings: list[dict], check: str, problem: str, remedy: str) -> None:
    expect_equal({one["check"] for one in findings}, {check}, f"{findings}")
    expect(all(problem in one["problem"] for one in findings), findings)
    expect(all(remedy in one["remedy"] for one in findings), findings)


@test("The doctor finds nothing in a portal that is served by the printed configuration, with TLS or without", behind=ALL_SERVERS)
def well(portal: Portal) -> None:
    expect_equal(say(portal, portal.address), (0, []), portal.address)
    with SecondServer(portal) as server:
        trust = {"CURL_CA_BUNDLE": str(server.folder / "fullchain.pem")}
        expect_equal(say(portal, f"https://127.0.0.1:{server.port}", **trust), (0, []), "with TLS")
        expect_equal(say(portal, f"http://127.0.0.1:{server.plain}/", **trust), (0, []), "the plain port")
        status, findings = say(portal, f"https://127.0.0.1:{server.port}/")
        expect_equal(status, 1, "a certificate of nobody")
        expect_one(findings, "web server", "does not answer", "systemctl status")


@test("Headers that are missing are named, with the command that prints the configuration anew", behind=ALL_SERVERS)
def headers(portal: Portal) -> None:
    findings = spoilt(portal, {WITHOUT_POLICY[portal.server]: ""})
    expect_one(findings, "headers", "comes without Content-Security-Policy", "pishkhan server-config")
    expect_equal(len(findings), 2, "the front page and an error page")


@test("Missing compression is a note", behind=ALL_SERVERS)
def compression(portal: Portal) -> None:
    findings = spoilt(portal, WITHOUT_GZIP[portal.server])
    expect_one(findings, "compression", "is not sent in gzip", "pishkhan server-config")
    expect_equal({one["weight"] for one in findings}, {"note"})


@test("A limit of uploads below the config's is found before anything is uploaded", behind=tuple(SMALL_UPLOADS))
def upload_limit(portal: Portal) -> None:
    expect_one(spoilt(portal, SMALL_UPLOADS[portal.server]), "upload limit", "is refused by the web server", "pishkhan server-config")


@test("A program that is not mounted, or is handed out in place of its answers, is told apart", behind=ALL_SERVERS)
def no_program(portal: Portal) -> None:
    problem = "hands out the program itself" if portal.server == "lighttpd" else "no program is mounted there"
    expect_one(spoilt(portal, WITHOUT_PROGRAM[portal.server]), "program", problem, "pishkhan server-config")


@test("A program that may not be run, or is gone, is named with its user, mode and command", behind=("apache", "nginx"))
def closed_program(portal: Portal) -> None:
    program = home_of(portal) / "bin" / "pishkhan-cgi"
    os.chmod(program, 0o600)
    try:
        _, findings = say(portal, portal.address)
        expect_equal([(one["check"], one["subject"], one["remedy"]) for one in findings], [("program", str(program), f"run: chmod a+rx '{program}'")])
        expect("mode 0600, so www-data cannot run it" in findings[0]["problem"], findings)
        subprocess.run(findings[0]["remedy"].removeprefix("run: "), shell=True, check=True)
        expect_equal(say(portal, portal.address), (0, []), "after the command")
    finally:
        os.chmod(program, 0o755)
    kept = program.with_name("kept")
    program.rename(kept)
    try:
        expect_one(say(portal, portal.address)[1], "program", "is missing", "install -m 755")
    finally:
        kept.rename(program)


@test("A fcgiwrap that is not there, or whose socket is closed to the web server, is named with its socket and command", behind=("nginx", "caddy"))
def fcgiwrap(portal: Portal) -> None:
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-socket-"))
    folder.chmod(0o755)
    path = folder / "fcgiwrap.socket"
    try:
        edits = {r'(unix[:/]+/?)[^"\n]*/fcgiwrap.socket': rf"unix{':' if portal.server == 'nginx' else '/'}{path}"}
        with SecondServer(portal, has_tls=False, edits=edits) as server:
            address, words = f"http://127.0.0.1:{server.port}/", ("--fcgiwrap", str(path))
            expect_one(say(portal, address, *words)[1], "program", "is missing, so nobody runs the program", "systemctl restart fcgiwrap.socket")
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind(str(path))
                listener.listen()
                os.chmod(path, 0o600)
                if os.geteuid() == 0:
                    _, findings = say(portal, address, *words)
                    expect_one(findings, "program", "belongs to root and has mode 0600, so www-data cannot write to it", f"run: chown www-data: '{path}' && chmod 660 '{path}'")
                    expect_equal(findings[0]["subject"], str(path))
            os.chmod(path, 0o666)
            expect_one(say(portal, address, *words)[1], "program", "nobody listens behind it", "systemctl restart fcgiwrap.socket")
    finally:
        shutil.rmtree(folder)


@test("A home that is handed out whole is an alarm", behind=("apache", "nginx", "lighttpd"))
def open_home(portal: Portal) -> None:
    home = home_of(portal)
    # Beside the real data, which no web server can enter but by the program's user.
    open_home = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-open-"))
    try:
        open_home.chmod(0o755)
        shutil.copytree(home / "current" / "public", open_home, dirs_exist_ok=True)
        (open_home / "data").mkdir()
        (open_home / "data" / "key").write_bytes(bytes(32))
        for one in (*open_home.rglob("*"),):
            one.chmod(0o755 if one.is_dir() else 0o644)
        findings = spoilt(portal, {rf"{home}/current/public(?=[\"/])": str(open_home)})
        expect_one(findings, "closed files", "is handed out, so people's letters", f"then run: pishkhan key renew --home '{home}'")
        expect(len(findings) == 1 and findings[0]["subject"].endswith("/data/key"), findings)
    finally:
        shutil.rmtree(open_home)


@test("Another release than the one that is to be served is seen", behind=("nginx",))
def old_release(portal: Portal) -> None:
    home = home_of(portal)
    old = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-old-"))
    try:
        old.chmod(0o755)
        shutil.copytree(home / "current" / "public", old / "public")
        page = old / "public" / "index.html"
        page.write_bytes(page.read_bytes() + b"<!-- old -->")
        findings = spoilt(portal, {rf"{home}/current/public(?=[\"/])": str(old / "public")})
        expect_one(findings, "shown release", "shows another page than", "pishkhan server-config")
    finally:
        shutil.rmtree(old)


@test("A plain address that does not lead to https is found, also where its program answers", behind=("nginx",))
def no_redirect(portal: Portal) -> None:
    home = home_of(portal)
    built = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-tls-home-"))
    try:
        config = copy_of_site({r'\baddress: "[^"]*"': 'address: "https://desk.example.org/"', r'\bhome: "[^"]*"': f'home: "{built}"'})
        subprocess.run([home / "bin" / "pishkhan", "build", "--config", config], check=True, capture_output=True, timeout=60)
        ended = subprocess.run([home / "bin" / "pishkhan", "doctor", "--http", portal.address, "--json", "--config", config],
                               capture_output=True, text=True, timeout=60)
        found = [one["problem"] for one in json.loads(ended.stdout)["findings"] if one["check"] == "TLS"]
        expect_equal(ended.returncode, 1)
        expect(len(found) == 2 and "does not lead to https" in found[0] and "without TLS" in found[1], found)
    finally:
        shutil.rmtree(built)


@test("A clock that goes wrong is found", behind=("apache",))
def wrong_clock(portal: Portal) -> None:
    class Late(http.server.BaseHTTPRequestHandler):
        """Passes GET on to the portal, and says that it is a day ago."""

        def do_GET(self) -> None:
            answer = Client(portal.address).get(self.path, {"Accept-Encoding": self.headers.get("Accept-Encoding", "")})
            self.send_response_only(answer.status)
            for name, value in answer.headers.items():
                if name not in ("Date", "Transfer-Encoding", "Connection", "Keep-Alive", "Content-Length"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.send_header("Date", self.date_time_string(time.time() - 86_400))
            self.end_headers()
            self.wfile.write(answer.body)

        def do_POST(self) -> None:
            self.send_response(403)
            self.end_headers()

        def log_message(self, *_) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Late)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _, findings = say(portal, f"http://127.0.0.1:{server.server_port}/")
        expect_one(findings, "web server's clock", "seconds behind the clock of this machine", "timedatectl")
    finally:
        server.shutdown()
        server.server_close()


@test("Nobody at the address, and no address, are told apart", behind=("apache",))
def nobody(portal: Portal) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        expect_one(say(portal, f"http://127.0.0.1:{closed.getsockname()[1]}/")[1], "web server", "does not answer", "systemctl status")
    for words in (("--http", "desk.example.org"), ("--http", portal.address, "--verify")):
        ended = subprocess.run([home_of(portal) / "bin" / "pishkhan", "doctor", *words], capture_output=True, text=True, timeout=60)
        expect_equal((ended.returncode, ended.stdout), (2, ""), f"{words}")


@test("Without libcurl the doctor says what to install, and what sends nothing does not need it", behind=("apache",))
def no_libcurl(portal: Portal) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "libcurl.so.4").write_bytes(b"no library")
        expect_one(say(portal, portal.address, LD_LIBRARY_PATH=folder)[1], "web server", "too short; install", "apt-get install libcurl4")
        checked = subprocess.run([home_of(portal) / "bin" / "pishkhan", "check", "--config", portal.config], capture_output=True,
                                 text=True, timeout=60, env=os.environ | {"LD_LIBRARY_PATH": folder})
        expect_equal(checked.returncode, 0, checked.stderr)
