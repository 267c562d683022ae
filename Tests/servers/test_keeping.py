"""Doctor, backup and restore, while the desk is in use."""

import os
import pathlib
import shutil
import subprocess
import tarfile
import tempfile
import threading

from administrator import Administrator
from citizen import Citizen
from documents import bytes_of
from portal import Portal
from sentences import expect, expect_equal, test


@test("The doctor finds a running portal well, and says which command mends what is not")
def doctor(portal: Portal) -> None:
    administrator = Administrator(portal)
    citizen = Citizen(portal)
    citizen.log_in()
    citizen.register_letter()
    expect_equal(administrator.doctor("--verify"), (0, []))
    data = administrator.home / "data"
    os.chmod(data, 0o750)
    try:
        status, findings = administrator.doctor()
        expect_equal(status, 1)
        expect_equal([one["subject"] for one in findings], [str(data)])
        expect_equal(findings[0]["remedy"], f"run: chmod go-rwx '{data}'")
        expect("0750" in findings[0]["problem"], findings)
        subprocess.run(findings[0]["remedy"].removeprefix("run: "), shell=True, check=True)
    finally:
        os.chmod(data, 0o700)
    expect_equal(administrator.doctor()[0], 0)


class Senders:
    """Citizens who send letters until they are told to stop."""

    def __init__(self, portal: Portal, count: int) -> None:
        self.citizens = [Citizen(portal) for _ in range(count)]
        for citizen in self.citizens:
            citizen.log_in()
        self.receipts: list[str] = []  # the letters whose receipt has been shown
        self.failures: list[str] = []
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._send, args=(one,)) for one in self.citizens]

    def _send(self, citizen: Citizen) -> None:
        while not self._stop.is_set():
            try:
                self.receipts.append(citizen.register_letter(attachment=("a.jpg", bytes_of("jpg")))[0])
            except Exception as error:
                self.failures.append(repr(error))
                return

    def __enter__(self) -> "Senders":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


@test("A backup taken while citizens send letters has every letter whose receipt was shown, and comes back whole")
def backup_under_load(portal: Portal) -> None:
    administrator = Administrator(portal)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-backups-"))
    promised = []
    try:
        with Senders(portal, 4) as senders:
            for number in range(3):
                while len(senders.receipts) < 4 * (number + 1) and not senders.failures:
                    threading.Event().wait(0.05)
                shown = list(senders.receipts)
                ended = administrator.run("backup", str(folder / f"{number}.tar"), "--config", str(portal.config))
                expect_equal((ended.returncode, ended.stderr), (0, ""), "the backup")
                promised.append(shown)
        expect_equal(senders.failures, [])
        for number, shown in enumerate(promised):
            expect(len(shown) >= 4, f"only {len(shown)} letters before the backup")
            restored_whole(administrator, folder / f"{number}.tar", folder / f"home-{number}", shown)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restored_whole(administrator: Administrator, backup: pathlib.Path, home: pathlib.Path, shown: list[str]) -> None:
    expect_equal(backup.stat().st_mode & 0o777, 0o600, "the mode of the backup")
    ended = administrator.run("restore", str(backup), home=home)
    expect_equal((ended.returncode, ended.stdout),
                 (0, f"restored {home}/data\nconfig {home}/restored-config/portal.json5\n"), ended.stderr)
    ended = administrator.run("build", "--config", f"{home}/restored-config/portal.json5", home=home)
    expect_equal(ended.returncode, 0, ended.stderr)
    owner = (home / "data").owner()
    status, findings = administrator.doctor("--verify", "--user", owner, home=home)
    expect_equal((status, findings), (0, []), "the restored desk")
    environment = {"GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "PATH_INFO": "/health", "PISHKHAN_HOME": str(home),
                   "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "SCRIPT_NAME": "/cgi-bin/pishkhan"}
    answer = subprocess.run([administrator.home / "bin" / "pishkhan-cgi"], env=environment, capture_output=True)
    expect(answer.stdout.endswith(b"\r\n\r\nok\n"), answer.stdout)
    kept = subprocess.run(["sqlite3", f"{home}/data/desk.sqlite", "SELECT id FROM letter"], capture_output=True, text=True)
    missing = set(shown) - set(kept.stdout.split())
    expect(not missing, f"letters {missing} had a receipt before the backup, and are not in it")


@test("A backup is a tar archive that other tools read, and a restored desk is never put over a living one")
def tar_archive(portal: Portal) -> None:
    administrator = Administrator(portal)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pishkhan-backups-"))
    try:
        backup = folder / "desk.tar"
        expect_equal(administrator.run("backup", str(backup), "--config", str(portal.config)).returncode, 0)
        again = administrator.run("backup", str(backup), "--config", str(portal.config))
        expect_equal((again.returncode, again.stdout), (1, ""), "a second backup into the same file")
        with tarfile.open(backup) as archive:
            archive.extractall(folder / "python")
        (folder / "tar").mkdir()
        subprocess.run(["tar", "xf", backup, "-C", folder / "tar"], check=True)
        for tool in ("python", "tar"):
            subprocess.run(["b2sum", "--quiet", "-c", "MANIFEST"], cwd=folder / tool, check=True)
            expect((folder / tool / "config" / "portal.json5").exists(), "no config")
        refused = administrator.run("restore", str(backup))
        expect_equal(refused.returncode, 1)
        expect("never overwritten" in refused.stderr and "mv '" in refused.stderr, refused.stderr)
        damaged = bytearray(backup.read_bytes())
        damaged[len(damaged) // 2] ^= 1
        (folder / "damaged.tar").write_bytes(damaged)
        refused = administrator.run("restore", str(folder / "damaged.tar"), home=folder / "never")
        expect_equal((refused.returncode, (folder / "never").exists()), (1, False), refused.stderr)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
