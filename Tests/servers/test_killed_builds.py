"""Builds that are killed, refused or meet each other, while somebody reads the portal."""

import os
import pathlib
import random
import re
import signal
import subprocess
import threading
import time

from client import Client
from portal import Portal
from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site

KILLS = 100
PLACES = ("/", "/en/", "/units/", "/en/units/", "/units/legal/", "/en/units/legal/", "/guide/", "/login/", "/no-such-page")
NAMES = ("Front Desk of Spring", "Front Desk of Autumn")


class Reader(threading.Thread):
    """Fetches pages, and what they name, until it is told to stop; counts what no visitor may see."""

    def __init__(self, address: str, random_numbers: random.Random):
        super().__init__(daemon=True)
        self.client = Client(address)
        self.random = random_numbers
        self.is_done = threading.Event()
        self.wrong: list[str] = []
        self.pages = 0
        self.seen: set[str] = set()

    def run(self) -> None:
        while not self.is_done.is_set():
            try:
                self._read(self.random.choice(PLACES))
            except Exception as error:
                self.wrong.append(repr(error))

    def _read(self, place: str) -> None:
        page = self.client.get(place)
        status = 404 if place == "/no-such-page" else 200
        named = set(re.findall("Front Desk of [A-Z][a-z]+", page.text))
        if page.status != status or not page.text.rstrip().endswith("</html>") or len(named) != 1:
            self.wrong.append(f"{place}: {page.status}, {len(page.text)} characters, names {named}")
        self.seen |= named
        for asset in re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.text):
            found = self.client.get(asset)
            if found.status != 200:
                self.wrong.append(f"{asset} of {place}: {found.status}")
        self.pages += 1


def sites() -> list[pathlib.Path]:
    """Two sites whose every page names one of them, with style sheets of their own."""
    made = []
    for name in NAMES:
        config = copy_of_site({r'name: \{ fa: "[^"]*", en: "[^"]*" \}': f'name: {{ fa: "{name}", en: "{name}" }}'})
        style = config.parent / "theme/style.css"
        style.write_text(style.read_text(encoding="utf-8") + f"\n/* {name} */\n", encoding="utf-8")
        made.append(config)
    return made


@test_once("A build that is killed at any of a hundred moments leaves readers a whole portal, and the next one cleans up")
def killed() -> None:
    seed = int(os.environ.get("KILLS_SEED", "0")) or random.randrange(1, 1 << 32)
    numbers = random.Random(seed)
    spring, autumn = sites()
    with Portal(config=spring) as portal:
        home = portal.messages_log.parents[1]
        command = [program("pishkhan"), "build", "--home", home, "--address", portal.address, "--config"]
        began = time.monotonic()
        subprocess.run([*command, autumn], check=True, capture_output=True)
        whole = time.monotonic() - began
        readers = [Reader(portal.address, random.Random(seed + number)) for number in range(2)]
        for reader in readers:
            reader.start()
        killed = ended = 0
        while killed < KILLS:
            # Every edit is large: its build makes each page anew.
            config = (spring, autumn)[(killed + ended) % 2]
            build = subprocess.Popen([*command, config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            began = time.monotonic()
            try:
                build.wait(numbers.uniform(0, whole * 1.1))
                ended += 1
                # So that not most of the moments lie after the end.
                whole = min(whole, time.monotonic() - began)
            except subprocess.TimeoutExpired:
                build.send_signal(signal.SIGKILL)
                build.wait()
                killed += 1
            expect(ended < 5 * KILLS, f"{killed} builds were killed, {ended} ended")
            served = os.readlink(home / "current")
            expect((home / served / "public/index.html").exists(), f"{served} is served and is not there")
        subprocess.run([*command, spring], check=True, capture_output=True)
        for reader in readers:
            reader.is_done.set()
            reader.join(30)
        about = f"KILLS_SEED={seed}, {killed} builds were killed, {ended} ended"
        expect_equal([wrong for reader in readers for wrong in reader.wrong][:10], [], about)
        expect(sum(reader.pages for reader in readers) > KILLS, "the readers read hardly anything")
        expect_equal(set().union(*(reader.seen for reader in readers)), set(NAMES), "the readers saw one portal only")
        left = sorted(path.name for path in (home / "releases").iterdir() if path.name != ".spare")
        expect(len(left) == 3 and all(name.isdigit() for name in left), f"{about}; the home holds {left}")


@test_once("Of two builds at once one says that the other is at work, and what is served is one of theirs")
def two_builds() -> None:
    spring, autumn = sites()
    with Portal(config=spring) as portal:
        home = portal.messages_log.parents[1]
        command = [program("pishkhan"), "build", "--home", home, "--address", portal.address, "--config"]
        busy = 0
        for _ in range(10):
            builds = [subprocess.Popen([*command, config], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                      for config in (spring, autumn)]
            for build in builds:
                _, said = build.communicate(timeout=60)
                if build.returncode != 0:
                    busy += 1
                    expect("another build is at work" in said, said)
            page = Client(portal.address).get("/units/legal/").text
            expect_equal(len(set(re.findall("Front Desk of [A-Z][a-z]+", page))), 1)
        expect(0 < busy <= 10, f"{busy} of 20 builds were refused")
