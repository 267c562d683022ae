"""`pishkhan init`: a new portal that can be built at once, whole or not at all."""

import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

from programs import program
from sentences import expect, expect_equal, test_once
from terminal import Terminal

QUESTIONS = ["Languages", "in Persian", "in English", "public address", "telephone", "text messages"]


def folder() -> tempfile.TemporaryDirectory:
    return tempfile.TemporaryDirectory(prefix="pishkhan-init-")


def init(*words, by: pathlib.Path | None = None, user: int | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([by or program("pishkhan"), "init", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=60, user=user)


def expect_built(site: pathlib.Path) -> None:
    """The site passes the strictest check and can be built, where its config says."""
    for words in (["check", "--strict"], ["build", "--strict"]):
        ended = subprocess.run([program("pishkhan"), *words, "--config", site / "portal.json5"], capture_output=True, text=True,
                               timeout=60, env={"PATH": os.environ["PATH"]})
        expect_equal((ended.returncode, ended.stderr), (0, ""), f"{words}")
    expect((site / ".portal/current/public/index.html").exists(), "no home page")


def everything(place: pathlib.Path) -> list[pathlib.Path]:
    return sorted(place.rglob("*"))


@test_once("init --yes writes a site that passes the strictest check and can be built, with the modes of a site")
def with_defaults() -> None:
    with folder() as place:
        site = pathlib.Path(place) / "desk"
        ended = init("--yes", site)
        expect_equal((ended.returncode, ended.stderr), (0, ""))
        for command in ("serve", "build"):
            expect(f"pishkhan {command} --config {site}/portal.json5 " in ended.stdout, ended.stdout)
        modes = {oct(stat.S_IMODE(one.stat().st_mode)) for one in everything(site) if one.name != "record"}
        expect_equal(modes, {"0o755", "0o644"})
        expect(os.access(site / "sounds/record", os.X_OK), "the script for recordings cannot be run")
        expect_equal([one.name for one in pathlib.Path(place).iterdir()], ["desk"], "something lies beside it")
        expect_built(site)


@test_once("init --example writes the whole example, whose build has a page for each unit")
def example() -> None:
    with folder() as place:
        site = pathlib.Path(place) / "desk"
        expect_equal(init("--example", site).returncode, 0)
        expect_built(site)
        units = re.findall(r'\bid: "([a-z0-9-]+)"', (site / "units.json5").read_text(encoding="utf-8"))
        expect(len(units) >= 60, len(units))
        for unit in units:
            expect((site / f".portal/current/public/units/{unit}/index.html").exists(), unit)


@test_once("init takes each answer as an option, and the pages show it")
def with_options() -> None:
    with folder() as place:
        site = pathlib.Path(place) / "desk"
        ended = init(site, "--languages", "en,fa", "--organisation-fa", "شهرداري كرج", "--organisation-en", "Karaj Town Hall",
                     "--address", "https://desk.example.org", "--phone", "۰۲۶-۱۲۳۴", "--sms", "kavenegar", "--name-en", "Letters")
        expect_equal((ended.returncode, ended.stderr), (0, ""))
        expect_built(site)
        home = (site / ".portal/current/public/index.html").read_text(encoding="utf-8")
        expect("Karaj Town Hall" in home and "Letters" in home and 'lang="en"' in home, home[:600])
        contact = (site / ".portal/current/public/fa/contact/index.html").read_text(encoding="utf-8")
        expect("شهرداری کرج" in contact and "۰۲۶-۱۲۳۴" in contact, contact)
        config = (site / "portal.json5").read_text(encoding="utf-8")
        expect('address: "https://desk.example.org/"' in config and "api.kavenegar.com/v1/{secret}/verify" in config, config)


@test_once("Without a terminal, init says which options would answer, and writes nothing")
def no_terminal() -> None:
    with folder() as place:
        for words, said in [((), "--phone, --sms"), (("--yes", "--address", "desk.example.org"), "http:// or https://"),
                            (("--yes", "--sms", "smsirr"), "did you mean smsir?")]:
            ended = init(f"{place}/desk", *words)
            expect(ended.returncode == 2 and said in ended.stderr, (words, ended.stderr))
        expect_equal(os.listdir(place), [])


def terminal(*words) -> Terminal:
    return Terminal([program("pishkhan"), "init", *words])


@test_once("On a terminal init asks at most six questions, and asks again where an answer cannot be")
def on_a_terminal() -> None:
    with folder() as place:
        site = pathlib.Path(place) / "desk"
        with terminal(site) as shown:
            for question, answers in zip(QUESTIONS, [
                    [("de\n", "expected fa, en"), ("\n", None)], [("شهرداری کرج\n", None)], [("Karaj\x7f\x7fkyy\n", None)],
                    [("karaj.ir\n", "expected http:// or https://"), ("https://karaj.example/\n", None)],
                    [("nobody\n", "expected one number: 3 to 15 digits"), ("۰۲۶ ۱۲۳۴\n", None)], [("smsir\n", None)]]):
                for typed, complaint in answers:
                    shown.wait_for(question)
                    shown.wait_for("]: ")
                    shown.type(typed)
                    if complaint:
                        shown.wait_for(complaint)
            shown.wait_for("is the place to begin")
            expect_equal(shown.process.wait(20), 0)
        expect_built(site)
        config = (site / "portal.json5").read_text(encoding="utf-8")
        for value in ('organisation: { fa: "شهرداری کرج", en: "Karkyy" }', 'address: "https://karaj.example/"', "api.sms.ir"):
            expect(value in config, f"{value} is not in the config")


@test_once("An option that answers takes its question away")
def fewer_questions() -> None:
    with folder() as place, terminal(f"{place}/desk", "--languages", "fa", "--phone", "1234", "--sms", "log") as shown:
        shown.wait_for("in Persian")
        shown.type("شهرداری\n")
        shown.wait_for("public address")
        shown.type("\n")
        shown.wait_for("is the place to begin")
        expect_equal(shown.process.wait(20), 0)


@test_once("Answers that break off leave nothing behind")
def broken_off() -> None:
    with folder() as place:
        with terminal(f"{place}/desk") as shown:
            shown.wait_for("]: ")
            shown.type("\x04")
            shown.wait_for("nothing was written")
            expect_equal(shown.process.wait(20), 1)
        with terminal(f"{place}/desk") as shown:
            shown.wait_for("]: ")
            shown.process.terminate()
            expect_equal(shown.process.wait(20), -15)
        expect_equal(os.listdir(place), [])


@test_once("A folder that holds something, or a file in its place, is refused and stays as it is")
def full_folder() -> None:
    with folder() as place:
        for name in ("letter.txt", ".hidden"):
            (pathlib.Path(place) / name).write_text("mine")
            ended = init("--yes", place)
            expect(ended.returncode == 1 and f"{place} is not empty (it holds " in ended.stderr, ended.stderr)
            (path,) = everything(pathlib.Path(place))
            expect_equal(path.read_text(), "mine")
            path.unlink()
        file = pathlib.Path(place) / "desk"
        file.write_text("mine")
        expect("is not a folder" in init("--yes", file).stderr, "a file was taken for a folder")
        expect_equal(file.read_text(), "mine")


@test_once("An empty folder is filled and keeps its owner and mode")
def empty_folder() -> None:
    with folder() as place:
        os.chmod(place, 0o750)
        before = os.stat(place)
        ended = subprocess.run([program("pishkhan"), "init", "--yes", "."], cwd=place, capture_output=True, text=True, timeout=60)
        expect_equal((ended.returncode, ended.stderr), (0, ""))
        after = os.stat(place)
        expect_equal((after.st_ino, after.st_mode), (before.st_ino, before.st_mode))
        expect(not [one for one in os.listdir(place) if one.startswith(".")], os.listdir(place))
        expect_built(pathlib.Path(place))


@test_once("Where nothing may be written, init says so and leaves nothing")
def no_rights() -> None:
    with folder() as place:
        missing = init("--yes", f"{place}/no/desk")
        expect(missing.returncode == 1 and "No such file or directory; nothing was written" in missing.stderr, missing.stderr)
        inner = pathlib.Path(place) / "inner"
        inner.mkdir(mode=0o555)
        os.chmod(place, 0o755)
        # Root could write everywhere; another user need not reach the checkout.
        user = 65534 if os.geteuid() == 0 else None
        copy = shutil.copy(program("pishkhan"), place)
        for target in (inner, inner / "desk"):
            ended = init("--yes", target, by=copy, user=user)
            expect(ended.returncode == 1 and "Permission denied; nothing was written" in ended.stderr, ended.stderr)
        expect_equal(everything(inner), [])


@test_once("A disk that fills up on the way leaves nothing behind")
def full_disk() -> None:
    with folder() as place:
        for target in (pathlib.Path(place) / "new", pathlib.Path(place) / "empty"):
            if target.name == "empty":
                target.mkdir()
            for call in ("write:error=ENOSPC:when=30", "mkdir:error=ENOSPC:when=4", "syncfs:error=EIO:when=1"):
                ended = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", f"trace={call.split(':')[0]}", "-e",
                                        f"inject={call}", program("pishkhan"), "init", "--yes", target],
                                       capture_output=True, text=True, timeout=60)
                expect(ended.returncode == 1 and "nothing was written" in ended.stderr, (call, ended.stderr))
                expect_equal(everything(pathlib.Path(place)), [target] if target.exists() else [], call)
