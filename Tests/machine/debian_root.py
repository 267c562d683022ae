"""A small Debian in a folder, from this machine's own package sources; made once and kept in `.build/machine/`."""

import hashlib
import os
import pathlib
import shutil
import subprocess

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
KEPT = CHECKOUT / ".build" / "machine"
# The packages that machines have fetched, for the next one.
ARCHIVES = KEPT / "archives"

# What a server that somebody rents has at least, beside what `minbase` brings.
PACKAGES = ("systemd", "systemd-sysv", "dbus", "ca-certificates", "adduser", "apt-utils", "debconf", "iproute2", "netbase", "less",
            "sudo", "cron", "logrotate", "procps", "curl")
MINUTES = 20


def debian_root() -> pathlib.Path:
    """Its folder; nobody may write into it, for it is what every machine is made from."""
    release = _os_release()["VERSION_CODENAME"]
    ARCHIVES.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{release}-{_fingerprint()}"
    if not kept.exists():
        _forget_others(release)
        being_made = KEPT / f"{kept.name}.{os.getpid()}"
        try:
            _bootstrap(release, being_made)
            _let_apt_work(being_made)
            being_made.rename(kept)
        finally:
            shutil.rmtree(being_made, ignore_errors=True)
    return kept


def _bootstrap(release: str, folder: pathlib.Path) -> None:
    keyring = pathlib.Path("/usr/share/keyrings/debian-archive-keyring.gpg")
    _run(["debootstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", f"--keyring={keyring}", release, folder,
          _archive(release)])


def _archive(release: str) -> str:
    """The address from which this machine gets its own packages, as apt knows it."""
    listed = _run(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", f"Codename: {release}",
                   "Component: main", "Origin: Debian"]).split()
    if not listed:
        raise LookupError(f"apt knows no archive of Debian {release} on this machine: see /etc/apt/sources.list.d, and run apt-get update")
    return listed[0]


def _let_apt_work(folder: pathlib.Path) -> None:
    """Gives the folder this machine's sources, keys and ways to them, and lists of what there is."""
    shutil.rmtree(folder / "etc/apt/sources.list.d")
    for name in ("sources.list", "sources.list.d", "trusted.gpg", "trusted.gpg.d", "keyrings", "auth.conf.d", "preferences.d"):
        _copy(pathlib.Path("/etc/apt") / name, folder / "etc/apt" / name)
    if not (folder / "etc/apt/sources.list").exists() and not any((folder / "etc/apt/sources.list.d").glob("*")):
        raise LookupError("/etc/apt has neither sources.list nor sources.list.d")
    _copy(pathlib.Path("/usr/share/keyrings"), folder / "usr/share/keyrings")
    _copy(pathlib.Path("/etc/resolv.conf"), folder / "etc/resolv.conf")
    _copy(pathlib.Path("/usr/local/share/ca-certificates"), folder / "usr/local/share/ca-certificates")
    # Proxies and the like, and nothing else: the machine's apt is to be Debian's.
    ways = _run(["apt-config", "dump", "Acquire"])
    (folder / "etc/apt/apt.conf.d/90this-machine").write_text(ways)
    (folder / "etc/apt/apt.conf.d/91no-languages").write_text('Acquire::Languages "none";\n')
    _run(["chroot", folder, "update-ca-certificates"])
    _run(["chroot", folder, "apt-get", "-q", "update"])


def _copy(source: pathlib.Path, target: pathlib.Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.unlink(missing_ok=True)
        shutil.copyfile(source, target)


def _fingerprint() -> str:
    """Changes with what the folder is made of, so that an old one is not taken for a new one."""
    sources = _run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"])
    return hashlib.sha256(f"{PACKAGES}{sources}".encode()).hexdigest()[:12]


def _forget_others(release: str) -> None:
    for old in KEPT.glob(f"{release}-*"):
        shutil.rmtree(old, ignore_errors=True)


def _os_release() -> dict[str, str]:
    lines = pathlib.Path("/etc/os-release").read_text().splitlines()
    return {key: value.strip('"') for key, _, value in (line.partition("=") for line in lines if line)}


def _run(command: list) -> str:
    words = [str(word) for word in command]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=MINUTES * 60, env={
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive",
        **{name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}})
    if ended.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {ended.returncode}:\n{(ended.stdout + ended.stderr)[-3000:]}")
    return ended.stdout
