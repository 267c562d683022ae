"""Interleaved rounds: every contender in every round, so that a slow minute of the machine slows all of them."""

import concurrent.futures
import re
import statistics
import subprocess
import time
from typing import Callable

ROUNDS = 5


def interleaved(contenders: dict[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median of each contender's results."""
    results: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            results[name].append(measure())
    return {name: statistics.median(found) for name, found in results.items()}


def pages_a_second(url: str, cookie: str = "", seconds: int = 2) -> float:
    """Requests a second by wrk over 4 connections; more than one failed answer in a hundred is an error."""
    command = ["wrk", "-c4", "-t1", f"-d{seconds}s"]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    total = re.search(r"(\d+) requests in", said)
    if "Socket errors" in said or int(total.group(1)) == 0 or (failed and int(failed.group(1)) * 100 > int(total.group(1))):
        raise RuntimeError(f"{url} did not always answer:\n{said}")
    return float(re.search(r"Requests/sec:\s*([0-9.]+)", said).group(1))


def posts_a_second(post: Callable[[int], None], count: int = 40, at_once: int = 4) -> float:
    """How many times a second `post(number)` is done, four at once."""
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        list(pool.map(post, range(count)))
    return count / (time.monotonic() - began)


def table(title: str, results: dict[str, float], yardstick: str, unit: str = "a second") -> None:
    print(f"\n{title}\n")
    width = max(len(name) for name in results)
    for name, value in sorted(results.items(), key=lambda pair: -pair[1]):
        print(f"  {name:{width}}  {value:9.1f} {unit}  {value / results[yardstick]:6.2f} of {yardstick}")
