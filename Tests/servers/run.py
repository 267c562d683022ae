"""Runs the tests of this folder behind each web server: run.py [--only WORDS] [apache|nginx|lighttpd|caddy|h2o|fastcgi]…"""

import argparse
import importlib
import pathlib
import signal
import sys
import time
import traceback

HERE = pathlib.Path(__file__).parent
# What drives the browser, the validator and machines, for tests that need them.
sys.path[:0] = [str(HERE), *(str(HERE.parent / folder) for folder in ("browser", "static", "machine", "screens"))]

from fastcgi_portal import FastCGIPortal  # noqa: E402
from portal import Portal  # noqa: E402
from sentences import ALL_SERVERS, FASTCGI, Test, registered  # noqa: E402
from site_copy import site_for_tests  # noqa: E402


class Tally:
    def __init__(self) -> None:
        self.passed = 0
        self.failed: list[str] = []

    def run(self, name: str, function) -> None:
        began = time.monotonic()
        try:
            function()
        except Exception:
            self.failed.append(name)
            print(f"FAILED  {name}\n{traceback.format_exc()}", flush=True)
        else:
            self.passed += 1
            print(f"passed  {name} ({time.monotonic() - began:.1f} s)", flush=True)


def run_behind(server: str, tests: list[Test], tally: Tally) -> None:
    try:
        config = site_for_tests()
        portal = FastCGIPortal(config) if server == FASTCGI else Portal(server=server, config=config)
        portal.start()
    except Exception:
        tally.failed.append(f"The portal starts [{server}]")
        print(f"FAILED  The portal starts [{server}]\n{traceback.format_exc()}", flush=True)
        return
    with portal:
        for test in tests:
            tally.run(f"{test.sentence} [{server}]", lambda: test.run(portal))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("servers", nargs="*", choices=[*ALL_SERVERS, FASTCGI, []], default=[])
    arguments.add_argument("--only", default="", help="run the tests whose sentence holds these words")
    arguments.add_argument("--folder", default=str(HERE), help="where the test modules are")
    chosen = arguments.parse_args()

    # A shell that starts the tests in the background has them ignore Ctrl-C, and with them all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)

    sys.path.insert(0, chosen.folder)
    for module in sorted(pathlib.Path(chosen.folder).glob("test_*.py")):
        importlib.import_module(module.stem)
    tests = [test for test in registered if chosen.only in test.sentence]

    tally = Tally()
    for test in tests:
        if not test.servers:
            tally.run(test.sentence, test.run)
    for server in chosen.servers or (*ALL_SERVERS, FASTCGI):
        if behind_it := [test for test in tests if server in test.servers]:
            run_behind(server, behind_it, tally)

    for name in tally.failed:
        print(f"failed: {name}")
    print(f"{tally.passed} passed, {len(tally.failed)} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
