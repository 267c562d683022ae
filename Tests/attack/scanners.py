"""Runs wapiti and sqlmap, bounded in time, and reads what they found."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
from dataclasses import dataclass, field

# All of Debian's wapiti, but for what needs a host in the internet that the portal should call back (ssrf, xxe: the
# program opens no connection at all, see the sandbox's tests), lists that are downloaded (nikto, wapp), guesses of names
# by the hundred thousand (buster), and guesses of passwords (brute_login_form: the limit of tries has its own tests).
WAPITI_MODULES = (
    "backup", "blindsql", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess", "http_headers", "methods", "permanentxss",
    "redirect", "shellshock", "sql", "xss",
)


@dataclass
class Scan:
    # What was asked for, in words for the list.
    tried: list[str] = field(default_factory=list)
    # What was found, in words.
    findings: list[str] = field(default_factory=list)


def _run(command: list[str], folder: str, seconds: float) -> str:
    """Everything that the program said; one that does not end in time is ended."""
    # A home of its own: scanners keep what they knew of an address, and ports are used again.
    environment = os.environ | {"HOME": folder, "TERM": "dumb", "PYTHONWARNINGS": "ignore"}
    try:
        ended = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, timeout=seconds)
        return ended.stdout.decode(errors="replace")
    except subprocess.TimeoutExpired as over:
        return (over.stdout or b"").decode(errors="replace") + f"\n{command[0]} was ended after {seconds} s"


def wapiti(address: str, starts: list[str] = [], crawl_seconds=40, module_seconds=7) -> Scan:
    """Crawls from an address and from paths below it, then tries each module on all that was found."""
    with tempfile.TemporaryDirectory(prefix="wapiti-") as folder:
        report = pathlib.Path(folder) / "report.json"
        command = ["wapiti", "-u", address, "--scope", "domain", "-m", ",".join(WAPITI_MODULES), "--max-scan-time", str(crawl_seconds),
                   "--max-attack-time", str(module_seconds), "-t", "30", "-f", "json", "-o", str(report), "--no-bugreport", "-v", "2",
                   "--flush-session", "--store-session", folder + "/session", "--store-config", folder + "/config", "-S", "normal"]
        for start in starts:
            command += ["-s", address.rstrip("/") + start]
        said = _run(command, folder, crawl_seconds + 2 * module_seconds * len(WAPITI_MODULES))
        if not report.exists():
            raise RuntimeError(f"wapiti wrote no report:\n{said[-3000:]}")
        found = json.loads(report.read_text())
    scan = Scan()
    scan.tried = list(WAPITI_MODULES)
    scan.tried += [line.strip() for line in said.splitlines() if "time was reached" in line or "was ended after" in line]
    for group in ("vulnerabilities", "anomalies"):
        for category, entries in found[group].items():
            scan.findings += [f"{category}: {one['method']} {one['path']} {one['parameter'] or ''}: {one['info']}" for one in entries]
    return scan


@dataclass(frozen=True)
class Target:
    """A request of which one or more parameters are attacked; `*` in the path marks a place as well."""

    path: str
    parameters: str = ""
    body: str = ""
    cookies: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        place = "the marked place" if "*" in self.path else self.parameters
        return f"{'POST' if self.body else 'GET'} {re.sub('=.*', '=…', self.path)}: {place}"


def sqlmap(address: str, target: Target, seconds: float = 120) -> Scan:
    with tempfile.TemporaryDirectory(prefix="sqlmap-") as folder:
        command = ["sqlmap", "-u", address.rstrip("/") + target.path, "--batch", "--disable-coloring", "--flush-session", "--level", "1",
                   "--risk", "2", "--technique", "BEUSTQ", "--time-sec", "4", "--timeout", "30", "--retries", "1", "--dbms", "SQLite",
                   "--ignore-redirects", "--ignore-code", "*", "--skip-heuristics", "--output-dir", folder]
        if target.parameters:
            command += ["-p", target.parameters]
        if target.body:
            command += ["--data", target.body]
        if target.cookies:
            command += ["--cookie", "; ".join(f"{name}={value}" for name, value in target.cookies)]
        said = _run(command, folder, seconds)
        logs = "".join(one.read_text() for one in pathlib.Path(folder).rglob("log"))
    scan = Scan(tried=[f"{target} ({len(re.findall('testing ', said))} kinds of injection)"])
    if "all tested parameters do not appear to be injectable" not in said and not logs:
        raise RuntimeError(f"sqlmap came to no result for {target}:\n{said[-3000:]}")
    if logs:
        scan.findings.append(f"SQL injection: {target}: {logs[:600]}")
    return scan
