"""Installing by apt, and what runs then."""

from installed_portal import (ADDRESS, InstalledPortal, answer_for_tests, doctor, exposure, install)
from letters_way import go_the_whole_way
from machine import Machine
from packages import package
from sentences import expect, expect_equal, test_once

UNITS = ("pishkhan@1.service", "pishkhan-work.service")
# What systemd-analyze calls "OK" ends at 4.9, with "safe" at 1.9.
MOST_EXPOSURE = 1.9
SERVERS = {"apache": "apache2", "nginx": "nginx"}


def _installed_behind(server: str) -> None:
    with Machine() as machine:
        said = install(machine, package(), SERVERS[server]).stdout
        expect_equal(machine.run("systemctl is-system-running", check=False).stdout.strip(), "running", said)
        for unit in (*UNITS, "pishkhan@2.service", "pishkhan.socket"):
            expect_equal(machine.run(f"systemctl is-active {unit}", check=False).stdout.strip(), "active", unit)
        ask = "curl --silent --fail http://portal.example.org"
        at_first = machine.run(f"{ask}/ && {ask}/cgi-bin/pishkhan/health")
        expect(at_first.stdout.endswith("ok\n"), at_first.stdout[-200:])
        expect_equal(doctor(machine), [], "right after the installation")

        answer_for_tests(machine)
        portal = InstalledPortal(machine, server)
        portal.make_accounts()
        with machine.network():
            go_the_whole_way(portal)
        expect_equal(doctor(machine, "--verify"), [], "after a letter's way")
        expect_equal(doctor(machine, "--http", ADDRESS), [], "from outside")
        expect_equal(machine.run("stat -c %U:%a /var/lib/pishkhan/data /run/pishkhan.socket").stdout.split(),
                     ["pishkhan:700", "www-data:600"])
        running = machine.run("ps -o user= -C pishkhan").stdout.split()
        expect(running and set(running) == {"pishkhan"}, f"processes of {running}")
        for unit in UNITS:
            expect(exposure(machine, unit) <= MOST_EXPOSURE, f"{unit}: {exposure(machine, unit)}")
        log = machine.journal()
        expect("sandboxLacks" not in log, log[-3000:])


@test_once("apt installs the package with Apache: services run hardened, the doctor is content, a letter goes the whole way")
def apache() -> None:
    _installed_behind("apache")


@test_once("apt installs the package with nginx: services run hardened, the doctor is content, a letter goes the whole way")
def nginx() -> None:
    _installed_behind("nginx")


@test_once("The log goes to a file where a drop-in says so; logrotate puts it aside, and the next request is in the new one")
def log_file() -> None:
    with Machine() as machine:
        install(machine, package(), "nginx")
        machine.path("/etc/systemd/system/pishkhan@.service.d").mkdir()
        machine.path("/etc/systemd/system/pishkhan@.service.d/log.conf").write_text(
            "[Service]\nEnvironment=PISHKHAN_LOG=/var/log/pishkhan/requests.log\n")
        machine.run("systemctl daemon-reload && systemctl restart 'pishkhan@*'")
        ask = "curl --silent --fail http://portal.example.org/cgi-bin/pishkhan/health"
        machine.run(f"{ask} && grep --quiet /health /var/log/pishkhan/requests.log")
        machine.run("logrotate --force /etc/logrotate.d/pishkhan")
        machine.run(f"test -s /var/log/pishkhan/requests.log.1 && test ! -s /var/log/pishkhan/requests.log && {ask} && {ask}")
        machine.run("grep --quiet /health /var/log/pishkhan/requests.log")


@test_once("A web server that comes after the package is set up by itself, and setup for CGI gives it the letters and takes them back")
def later_server() -> None:
    with Machine() as machine:
        said = install(machine, package())
        expect("there is no web server" in said.stdout + said.stderr, said.stdout + said.stderr)
        machine.install("apache2")
        answer_for_tests(machine)
        portal = InstalledPortal(machine, "apache")
        portal.make_accounts()
        with machine.network():
            go_the_whole_way(portal)
        for words, owner in (("--cgi", "www-data"), ("--fastcgi", "pishkhan")):
            machine.run(f"pishkhan setup {words}")
            expect_equal(machine.run("stat -c %U /var/lib/pishkhan/data/desk.sqlite").stdout.strip(), owner, words)
            expect_equal(set(machine.run("ps -o user= -C pishkhan").stdout.split()), {owner}, words)
            expect_equal(doctor(machine) + doctor(machine, "--http", ADDRESS), [], words)
            with machine.network():
                go_the_whole_way(portal)


@test_once("Where the web server's configuration is faulty already, or refuses the portal's, setup says so and leaves it as it was")
def faulty_server() -> None:
    with Machine() as machine:
        install(machine, package(), "nginx")
        site = machine.path("/etc/nginx/sites-available/pishkhan")
        before = site.read_bytes()
        machine.path("/etc/nginx/conf.d/broken.conf").write_text("no such word;\n")
        ended = machine.run("pishkhan setup --only server", check=False)
        expect(ended.returncode == 1 and "faulty as it is" in ended.stderr and "broken.conf" in ended.stderr, ended.stderr)
        machine.run("rm /etc/nginx/conf.d/broken.conf")

        # An https address without a certificate.
        machine.run("sed -i 's|address: \"http://|address: \"https://|' /etc/pishkhan/portal.json5")
        ended = machine.run("pishkhan setup", check=False)
        expect(ended.returncode == 1 and "goes on as before" in ended.stderr and "fullchain.pem" in ended.stderr, ended.stderr)
        expect_equal(site.read_bytes(), before)
        machine.run("nginx -t && curl --silent --fail --output /dev/null http://portal.example.org/")

        # What an administrator has changed stays.
        machine.run("sed -i 's|address: \"https://|address: \"http://|' /etc/pishkhan/portal.json5")
        site.write_bytes(before + b"# my own line\n")
        expect("changed by hand" in machine.run("pishkhan setup").stdout, "nothing is said of the changed file")
        expect_equal(site.read_bytes(), before + b"# my own line\n")
