"""What the package is made of."""

import subprocess

from packages import package
from sentences import expect, expect_equal, test_once

MOST_BYTES = 30 << 20


def _said(*words) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


@test_once("The package is no larger than 30 MiB and has programs, units, manual page, completions and logrotate")
def contents() -> None:
    size = package().stat().st_size
    expect(size <= MOST_BYTES, f"it has {size / 2**20:.1f} MiB")
    files = {line.split()[-1] for line in _said("dpkg-deb", "--contents", package()).splitlines()}
    wanted = {"usr/bin/pishkhan", "usr/lib/cgi-bin/pishkhan", "etc/pishkhan/", "var/lib/pishkhan/", "etc/logrotate.d/pishkhan",
              "usr/share/man/man1/pishkhan.1.gz", "usr/share/bash-completion/completions/pishkhan",
              "usr/share/zsh/vendor-completions/_pishkhan", "usr/share/fish/vendor_completions.d/pishkhan.fish",
              "usr/lib/sysusers.d/pishkhan.conf",
              *(f"usr/lib/systemd/system/{unit}" for unit in ("pishkhan.socket", "pishkhan@.service", "pishkhan-work.service"))}
    missing = {path for path in wanted if f"./{path}" not in files}
    expect(not missing, f"missing are {missing} among {sorted(files)}")
    print(f"        {package().name} has {size / 2**20:.1f} MiB", flush=True)


@test_once("lintian finds no error and nothing to warn of in the package")
def lintian() -> None:
    ended = subprocess.run(["lintian", "--fail-on", "error,warning", "--allow-root", "--tag-display-limit", "0", package()],
                           capture_output=True, text=True)
    expect_equal((ended.returncode, ended.stdout.strip()), (0, ""), ended.stderr)


@test_once("The package needs no library that its control file does not name, and nothing of Swift")
def dependencies() -> None:
    depends = _said("dpkg-deb", "--field", package(), "Depends")
    expect("libcurl4" in depends and "libsodium23" in depends, depends)
    expect("swift" not in depends.lower(), depends)


@test_once("The same commit makes the same package")
def reproducible() -> None:
    from packages import build_again

    first = package().read_bytes()
    expect(build_again().read_bytes() == first, "the second build differs")
