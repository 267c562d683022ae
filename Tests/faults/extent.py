"""How much is run: all of it, or the share of a run of all parts (`FAULTS=share`, set by Tests/run)."""

import concurrent.futures
import os
from typing import Callable, Iterable

IS_SHARE = os.environ.get("FAULTS", "all") == "share"
SEED = int(os.environ.get("FAULTS_SEED", "1"))  # another seed draws other states, in the same number


def extent(whole: int, share: int) -> int:
    return share if IS_SHARE else whole


def in_parallel(work: Callable, each: Iterable) -> list:
    """What `work` answers for each, in order; most of the work is done by other processes."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, each))
