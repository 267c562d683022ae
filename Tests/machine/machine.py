"""A Debian with systemd, booted in namespaces of its own: `with Machine() as machine: machine.run("systemctl status")`.

It has nothing of this machine but its kernel and, where a command asks for it, its network. It needs root and a kernel that
lets it make namespaces and mount; where it may not (in most containers), it fails and says so.
"""

import contextlib
import ctypes
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import threading
import time

from debian_root import ARCHIVES, KEPT, debian_root

HERE = pathlib.Path(__file__).parent
BOOT_SECONDS = 90
ENVIRONMENT = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8",
               "DEBIAN_FRONTEND": "noninteractive"}
_NAMESPACES = ("--mount", "--uts", "--ipc", "--pid", "--cgroup")
_NETWORK_NAMESPACE = 0x40000000  # CLONE_NEWNET
_libc = ctypes.CDLL(None, use_errno=True)


class Machine:
    """`with` boots it, and ends it with all that runs in it, whatever happens."""

    def __init__(self, name: str = "portal") -> None:
        self.name = name

    def __enter__(self) -> "Machine":
        if os.geteuid() != 0:
            raise PermissionError("a machine can be booted by root only: sudo Tests/run package")
        root = debian_root()
        self._rest = contextlib.ExitStack()
        try:
            self._boot(root)
        except BaseException:
            self._rest.close()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._rest.close()

    def run(self, command: str | list, check: bool = True, network: bool = False, input: str | None = None,
            minutes: float = 10, **variables: str) -> subprocess.CompletedProcess:
        """Runs a line for bash, or words, as the machine's root.

        `network` lends the command (and not what it has systemd start) the network of this machine.
        """
        words = ["bash", "-c", command] if isinstance(command, str) else [str(word) for word in command]
        namespaces = _NAMESPACES if network else (*_NAMESPACES, "--net")
        given = {**ENVIRONMENT, **variables}
        ended = subprocess.run(
            ["nsenter", f"--target={self.init}", *namespaces, "env", "-i", *(f"{name}={value}" for name, value in given.items()), *words],
            input=input, stdin=subprocess.DEVNULL if input is None else None, capture_output=True, text=True, timeout=minutes * 60)
        if check and ended.returncode:
            said = command if isinstance(command, str) else shlex.join(words)
            raise RuntimeError(f"in the machine, {said} ended with {ended.returncode}:\n{(ended.stdout + ended.stderr)[-6000:]}")
        return ended

    def install(self, *packages: str, recommends: bool = False, **variables: str) -> subprocess.CompletedProcess:
        """Installs packages (or files, named by their paths in the machine) with apt.

        They are fetched with the network of this machine, and installed where there is none.
        """
        apt = ["apt-get", "-y", "-q", f"-oAPT::Install-Recommends={str(recommends).lower()}"]
        self.run([*apt, "--download-only", "install", *packages], network=True)
        self._keep_archives()
        return self.run([*apt, "install", *packages], **variables)

    def path(self, inside: str) -> pathlib.Path:
        """A file of the machine as this one sees it; no part of its path may be a symbolic link."""
        return pathlib.Path(f"/proc/{self.init}/root") / inside.lstrip("/")

    @contextlib.contextmanager
    def network(self):
        """Within it, the thread that runs it and what it starts are in the machine's network: 127.0.0.1 is the machine's."""
        with open("/proc/thread-self/ns/net") as ours, open(f"/proc/{self.init}/ns/net") as theirs:
            _enter(theirs.fileno())
            try:
                yield
            finally:
                _enter(ours.fileno())

    def journal(self, unit: str | None = None) -> str:
        """What the journal holds, of one unit or of all."""
        return self.run(["journalctl", "--no-pager", "-o", "short", *(["-u", unit] if unit else [])], check=False).stdout

    def console(self) -> str:
        """What systemd and the programs that it started have written to the console."""
        return self._console.read_text(errors="replace")

    def is_running(self) -> bool:
        return self._process.poll() is None

    def _keep_archives(self) -> None:
        """What was fetched is there for the next machine."""
        for fetched in self.path("/var/cache/apt/archives").glob("*.deb"):
            if not (ARCHIVES / fetched.name).exists():
                draft = ARCHIVES / f"{fetched.name}.{os.getpid()}"
                shutil.copyfile(fetched, draft)
                draft.rename(ARCHIVES / fetched.name)

    # Booting

    def _boot(self, root: pathlib.Path) -> None:
        for left in (*_left_by_the_dead(KEPT, "machine"), *_left_by_the_dead(KEPT, "console")):
            left.rmdir() if left.is_dir() else left.unlink()
        mount_point = pathlib.Path(tempfile.mkdtemp(prefix=f"machine-{os.getpid()}-", dir=KEPT))
        self._rest.callback(mount_point.rmdir)
        console = self._make_console()
        group = self._make_control_group()
        # --pdeathsig ends it even where these tests are killed.
        self._process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--cgroup", "--uts", "--ipc", "--net",
             "--kill-child", HERE / "boot", root, mount_point, ARCHIVES, console, self.name],
            stdin=subprocess.DEVNULL, stdout=self._console.open("ab"), stderr=subprocess.STDOUT, start_new_session=True,
            preexec_fn=lambda: (group / "cgroup.procs").write_text("0"))
        self._rest.callback(self._end)
        deadline = time.monotonic() + BOOT_SECONDS
        while not self._has_booted():
            if not self.is_running() or time.monotonic() > deadline:
                raise RuntimeError(
                    "the machine did not boot. It needs the right to make namespaces, to mount and to make control groups, which "
                    f"a container has only with --privileged. Its console:\n{self.console()[-4000:]}")
            time.sleep(0.1)

    def _has_booted(self) -> bool:
        children = pathlib.Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        with contextlib.suppress(OSError, IndexError):
            self.init = int(children.read_text().split()[0])
            if pathlib.Path(f"/proc/{self.init}/comm").read_text().strip() == "systemd":
                return self.run("systemctl is-system-running", check=False).stdout.strip() in ("running", "degraded")
        return False

    def _make_console(self) -> str:
        """The name of a terminal; what is written to it is kept in a file."""
        descriptor, name = tempfile.mkstemp(prefix=f"console-{os.getpid()}-", dir=KEPT)
        os.close(descriptor)
        self._console = pathlib.Path(name)
        self._rest.callback(self._console.unlink)
        ours, theirs = os.openpty()
        self._rest.callback(os.close, theirs)
        threading.Thread(target=_keep, args=(ours, self._console), daemon=True).start()
        return os.ttyname(theirs)

    def _make_control_group(self) -> pathlib.Path:
        """A group of its own, so that two machines do not meet in the kernel's tree."""
        mounts = pathlib.Path("/proc/self/mountinfo").read_text().splitlines()
        tops = [line.split()[4] for line in mounts if " - cgroup2 " in line]
        if not tops:
            raise RuntimeError("no cgroup2 file system is mounted here, which systemd needs")
        here = next(line for line in pathlib.Path("/proc/self/cgroup").read_text().splitlines() if line.startswith("0::"))
        top = pathlib.Path(tops[-1] + here[3:])
        for left in _left_by_the_dead(top, "pishkhan-machine"):
            _remove_groups(left)
        group = pathlib.Path(tempfile.mkdtemp(prefix=f"pishkhan-machine-{os.getpid()}-", dir=top))
        self._rest.callback(_remove_groups, group)
        return group

    def _end(self) -> None:
        """systemd takes SIGTERM for the wish to begin anew: only KILL ends it, and all in its namespace with it."""
        self._process.kill()
        self._process.wait(timeout=60)
        deadline = time.monotonic() + 20
        while hasattr(self, "init") and not has_ended(self.init):
            if time.monotonic() > deadline:
                raise RuntimeError(f"the machine's systemd, process {self.init}, does not end")
            time.sleep(0.02)


def has_ended(process: int) -> bool:
    """Whether it is gone, or only waits for its parent to take notice."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _left_by_the_dead(folder: pathlib.Path, prefix: str) -> list[pathlib.Path]:
    """What tests have left that were killed."""
    return [path for path in folder.glob(f"{prefix}-*-*") if not pathlib.Path("/proc", path.name.split("-")[-2]).exists()]


def _enter(namespace: int) -> None:
    if _libc.setns(namespace, _NETWORK_NAMESPACE):
        raise OSError(ctypes.get_errno(), "setns")


def _keep(terminal: int, file: pathlib.Path) -> None:
    with file.open("ab", buffering=0) as kept, contextlib.suppress(OSError):
        while read := os.read(terminal, 65536):
            kept.write(read)
    os.close(terminal)


def _remove_groups(group: pathlib.Path) -> None:
    """The kernel needs a moment after the last process has gone."""
    with contextlib.suppress(OSError):
        (group / "cgroup.kill").write_text("1")
    deadline = time.monotonic() + 20
    while group.exists():
        for folder, _, _ in os.walk(group, topdown=False):
            with contextlib.suppress(OSError):
                os.rmdir(folder)
        if time.monotonic() > deadline:
            raise RuntimeError(f"{group} does not go away: something of the machine still runs")
        time.sleep(0.05)
