"""`pishkhan server-config` as a command."""

import pathlib
import subprocess
import tempfile

from programs import program
from sentences import ALL_SERVERS, expect, expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site


def printed(*words: str, config: pathlib.Path | None = None) -> subprocess.CompletedProcess:
    command = [program("pishkhan"), "server-config", *words, "--config", config or CHECKOUT / "site" / "portal.json5"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@test_once("server-config refuses wrong options with 2, and a path that no server's configuration can hold with 1")
def wrong_options() -> None:
    for words, code, said in (
            ([], 2, "'apache', 'nginx'"), (["iis"], 2, "'apache', 'nginx'"), (["nginx", "apache"], 2, "one of"),
            (["nginx", "--listen", "0"], 2, "--listen"), (["nginx", "--listen", "80;"], 2, "--listen"),
            (["nginx", "--listen-plain", "x"], 2, "--listen-plain"), (["nginx", "--address", "example.org"], 2, "--address"),
            (["nginx", "--key", "/k.pem"], 2, "--certificate"), (["apache", "--fcgiwrap", "/run/x"], 2, "apache runs CGI itself"),
            (["nginx", "--fastcgi", "/run/x", "--program", "/p"], 2, "--fastcgi alone"),
            (["nginx", "--home", "/srv/a$b"], 1, "the home"), (["nginx", "--program", "/srv/a\nb"], 1, "the CGI program"),
            (["nginx", "--fastcgi", "/run/a\";x"], 1, "the socket"), (["nginx", "--logs", "/var/log/a{b}"], 1, "the logs")):
        ended = printed(*words)
        expect_equal((ended.returncode, ended.stdout), (code, ""), f"{words}: {ended.stderr}")
        expect(said in ended.stderr, f"{words}: {ended.stderr}")


@test_once("Address, languages, cgiPath, home and the limit of a request come from the config, and Debian's places without options")
def from_config() -> None:
    with tempfile.TemporaryDirectory() as home:
        config = copy_of_site({
            r'\baddress: "[^"]*"': 'address: "https://desk.example.org/"', r'\bcgiPath: "[^"]*"': 'cgiPath: "/run/the.desk"',
            r'\bhome: "[^"]*"': f'home: "{home}"', r"\brequestBytes: \d+": "requestBytes: 104857600"})
        for server in ALL_SERVERS:
            ended = printed(server, config=config)
            expect_equal((ended.returncode, ended.stderr), (0, ""), server)
            for wanted in ("desk.example.org", f"{home}/current/public", "102 MiB", "/en/",
                           "/usr/lib/cgi-bin/pishkhan", "/var/log/apache2" if server == "apache" else f"/var/log/{server}"):
                expect(wanted in ended.stdout, f"{server}: no {wanted}")
            # In regular expressions its dot is no sign.
            expect("/run/the.desk" in ended.stdout or r"^/run/the\.desk(/|$)" in ended.stdout, server)
            expect(("letsencrypt/live/desk.example.org" in ended.stdout) == (server != "caddy"), server)
            expect(("/run/fcgiwrap.socket" in ended.stdout) == (server not in ("apache", "lighttpd")), server)


@test_once("A home that the config names beside itself is printed from the root on")
def absolute_home() -> None:
    config = copy_of_site({r'\bhome: "[^"]*"': 'home: "../.portal"'})
    (config.parents[1] / ".portal").mkdir()
    expect(f'root "{config.parents[1].resolve()}/.portal/current/public";' in printed("nginx", config=config).stdout, "a relative home")
