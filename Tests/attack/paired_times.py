"""Whether two requests can be told apart by how long they take: a test with a known rate of false alarms.

Both are timed in pairs, one right after the other, in an order that a coin decides. If they take equally long, each
difference of a pair is as likely to be positive as negative, whatever else the machine does meanwhile and however that
changes: Wilcoxon's signed-rank test (F. Wilcoxon, "Individual comparisons by ranking methods", 1945) then errs exactly
as often as it says.
"""

import math
import random
import statistics
import time
from dataclasses import dataclass
from typing import Callable

# A pair of requests is called different below this, in two measurements that agree.
ALARM = 0.001


@dataclass(frozen=True)
class Comparison:
    pairs: int
    # Seconds.
    one: float
    other: float
    difference: float
    # The probability of so clear a difference where there is none.
    p: float

    def __str__(self) -> str:
        return (f"{self.one * 1000:7.1f} ms and {self.other * 1000:7.1f} ms, difference {self.difference * 1000:+6.2f} ms, "
                f"p = {self.p:.4f} ({self.pairs} pairs)")


def compare(one: Callable[[], object], other: Callable[[], object], pairs: int) -> Comparison:
    """Times both, `pairs` times each."""
    times: list[tuple[float, float]] = []
    for _ in range(pairs):
        if random.getrandbits(1):
            times.append((timed(one), timed(other)))
        else:
            second = timed(other)
            times.append((timed(one), second))
    differences = [second - first for first, second in times]
    return Comparison(pairs, statistics.median(first for first, _ in times), statistics.median(second for _, second in times),
                      statistics.median(differences), signed_rank_p(differences))


def timed(request: Callable[[], object]) -> float:
    began = time.perf_counter()
    request()
    return time.perf_counter() - began


def signed_rank_p(differences: list[float]) -> float:
    """Two-sided, by the normal approximation, which is good from 20 pairs on."""
    ranked = sorted((one for one in differences if one), key=abs)
    count = len(ranked)
    if not count:
        return 1.0
    positive = sum(rank for rank, one in enumerate(ranked, 1) if one > 0)
    deviation = abs(positive - count * (count + 1) / 4) - 0.5
    spread = math.sqrt(count * (count + 1) * (2 * count + 1) / 24)
    return math.erfc(max(0, deviation) / spread / math.sqrt(2))


def told_apart(one: Callable[[], object], other: Callable[[], object], pairs: int, about: str) -> bool:
    """Whether two measurements in a row find the same difference; the second is twice as long."""
    first = compare(one, other, pairs)
    print(f"  {about}: {first}", flush=True)
    if first.p >= ALARM:
        return False
    second = compare(one, other, 2 * pairs)
    print(f"  {about}, again: {second}", flush=True)
    return second.p < ALARM and (first.difference > 0) == (second.difference > 0)
