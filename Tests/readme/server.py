"""The server of the README: a new Debian with systemd on which an administrator does what it says.

Three things are not as out in the world, since the machine has no address there: `portal.example.org` is its own name, certbot is
a program that makes the certificate itself, and Caddy signs its own. The questions of apt are answered with yes. Where the README
says so in words, the config gets its https address as soon as there is a certificate, and what was written by hand for the web
servers goes before `pishkhan setup` is to write its own again.
"""

import pathlib
import re
import shutil
import sys
import time

from blocks import CHECKOUT, Block

sys.path.append(str(CHECKOUT / "Tests" / "machine"))

from machine import Machine  # noqa: E402

FOLDER = "/root/pishkhan"
HOST = "portal.example.org"
WEB_SERVERS = ("apache2", "nginx", "lighttpd", "caddy", "h2o")

_CERTBOT = f"""#!/bin/sh
# Where certbot puts what it gets, a certificate that this machine trusts.
set -e
live=/etc/letsencrypt/live/{HOST}
mkdir -p $live
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN={HOST} -addext subjectAltName=DNS:{HOST} \\
    -keyout $live/privkey.pem -out $live/fullchain.pem 2>/dev/null
cp $live/fullchain.pem $live/chain.pem
cp $live/fullchain.pem /usr/local/share/ca-certificates/{HOST}.crt
update-ca-certificates >/dev/null
"""


class Server:
    """Boots at the first block; FOLDER is to it what the clone is here."""

    def __init__(self) -> None:
        self.machine = Machine().__enter__()
        self.machine.run(f"mkdir -p {FOLDER}")
        self._write("/usr/local/bin/certbot", _CERTBOT, 0o755)

    def end(self) -> None:
        self.machine.__exit__(None, None, None)

    def take_over(self, clone: pathlib.Path) -> None:
        """Programs and packages that were built in the clone, at the same places in FOLDER."""
        built = [*clone.glob(".build/*/release/pishkhan*"), *clone.glob(".build/package/*.deb")]
        for file in (one for one in built if one.is_file() and one.suffix in ("", ".deb")):
            target = self.machine.path(f"{FOLDER}/{file.parent.relative_to(clone).as_posix()}/{file.name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)

    def run(self, block: Block) -> str:
        """Runs a block as the administrator types it; each of its lines must succeed."""
        if found := re.search(rf"systemctl stop ({'|'.join(WEB_SERVERS)})", block.text):
            # The one of those above that the block has in mind.
            self.stop_web_servers()
            self.machine.run(["systemctl", "start", found[1]])
        ended = self.machine.run(["bash", "-e", "-o", "pipefail", "-c", f"cd {FOLDER}\n{block.text}"], check=False,
                                 network="apt-get" in block.text, input="y\n" * 20, minutes=20)
        if ended.returncode:
            raise AssertionError(f"{block.place} ended with {ended.returncode}:\n{block.text}{(ended.stdout + ended.stderr)[-4000:]}")
        return ended.stdout

    def take_address(self) -> None:
        """What the README says in words: the address in the config, and, for what follows there by hand, CGI."""
        self.machine.run(f"sed -i 's|^  address: .*|  address: \"https://{HOST}/\",|' /etc/pishkhan/portal.json5 && pishkhan setup --cgi")

    def forget_hand_written(self) -> None:
        """What the README says in words before `pishkhan setup`; Apache is the server from then on."""
        self.stop_web_servers()
        self.machine.run("rm -f /etc/apache2/sites-*/pishkhan.conf /etc/nginx/sites-*/pishkhan /etc/lighttpd/conf-*/90-pishkhan.conf "
                         "/etc/caddy/Caddyfile /etc/h2o/h2o.conf && systemctl restart apache2")

    def stop_web_servers(self) -> None:
        self.machine.run(["systemctl", "stop", *WEB_SERVERS], check=False)

    def expect_portal(self, block: Block) -> None:
        """The portal answers by TLS, its program too, and nothing is wrong in its web server."""
        if "caddy" in block.text:
            # Let's Encrypt does not reach this machine.
            self.machine.run(r"sed -i '0,/^{$/s//{\n\tlocal_certs/' /etc/caddy/Caddyfile && systemctl restart caddy && sleep 3 && "
                             "cp /var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt /usr/local/share/ca-certificates/caddy.crt && "
                             "update-ca-certificates")
        health = self.machine.run(f"curl -sS --retry 10 --retry-delay 1 --retry-connrefused https://{HOST}/cgi-bin/pishkhan/health", check=False)
        if health.stdout != "ok\n":
            raise AssertionError(f"after {block.place} the portal does not answer: {health.stdout[:300]}{health.stderr}{self.machine.journal()[-3000:]}")
        self.machine.run(["pishkhan", "doctor", "--http", f"https://{HOST}/", "--config", "/etc/pishkhan/portal.json5"])

    def place_file(self, block: Block) -> None:
        """Writes a block whose first line names its file in cron's folder there, and waits until cron has run it."""
        path = re.match(r"# (/etc/cron\.d/\S+)", block.text)[1]
        self._write(path, block.text, 0o644)
        command = block.text.splitlines()[1].split(maxsplit=6)[6]
        deadline = time.monotonic() + 130
        while f"CMD ({command})" not in self.machine.journal("cron"):
            if time.monotonic() > deadline:
                raise AssertionError(f"{block.place}: cron does not run it:\n{self.machine.journal('cron')}")
            time.sleep(2)
        self.machine.run(["rm", path])

    def _write(self, path: str, text: str, mode: int) -> None:
        file = self.machine.path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(mode)
