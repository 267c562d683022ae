"""What the administrator does with the command line, as the test says it."""

import json
import pathlib
import subprocess

from portal import Portal


class Administrator:
    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.home = portal.messages_log.parents[1]

    def run(self, *words: str, home: pathlib.Path | None = None) -> subprocess.CompletedProcess:
        """Runs `pishkhan` of the running portal, for its home or another one."""
        command = [str(self.home / "bin" / "pishkhan"), *words, "--home", str(home or self.home)]
        return subprocess.run(command, capture_output=True, text=True, timeout=300)

    def doctor(self, *words: str, home: pathlib.Path | None = None) -> tuple[int, list[dict]]:
        """The exit status, and the findings that are more than notes."""
        ended = self.run("doctor", "--json", "--config", str(self.portal.config), *words, home=home)
        findings = json.loads(ended.stdout)["findings"]
        return ended.returncode, [one for one in findings if one["weight"] == "wrong"]

    def audit(self, *words: str) -> list[dict]:
        ended = self.run("audit", "--json", *words)
        if ended.returncode != 0:
            raise RuntimeError(ended.stderr)
        return [json.loads(line) for line in ended.stdout.splitlines()]
