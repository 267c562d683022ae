"""What a build takes over from the release that is served, and that nobody can tell."""

import gzip
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile

import brotli
from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site
from site_edits import SiteEdits

EDITS = 50


def build(config: pathlib.Path, home: str | pathlib.Path) -> tuple[int, int, int]:
    """Builds; the number of the release, of its files, and of those that were taken over."""
    ended = subprocess.run([program("pishkhan"), "build", "--config", config, "--home", home], capture_output=True,
                           text=True, timeout=60)
    expect_equal(ended.returncode, 0, ended.stderr)
    said = re.fullmatch(r"release (\d+): (\d+) files(?:, (\d+) of them as before)?, in .*\n", ended.stdout)
    expect(said, ended.stdout)
    return int(said[1]), int(said[2]), int(said[3] or 0)


def release(home: str | pathlib.Path, number: int) -> dict[str, bytes]:
    """All files of a release, but for the assets that it only keeps for open pages."""
    folder = pathlib.Path(home) / "releases" / str(number)
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    own = files["private/files"].decode().split("\n")
    return {path: content for path, content in files.items()
            if not path.startswith("public/assets/") or re.sub(r"^public/|\.(gz|br)$", "", path) in own}


def expect_as_from_scratch(config: pathlib.Path, home: str | pathlib.Path, made: int, what: str) -> None:
    """A release is the one that a build in an empty home makes."""
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as scratch:
        build(config, scratch)
        expect_equal(differing(release(home, made), release(scratch, 1)), [], what)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@test_once("Two builds of a site in two folders are the same to the byte")
def deterministic() -> None:
    config = copy_of_site({})
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as one, \
            tempfile.TemporaryDirectory(prefix="pishkhan-home-") as other:
        build(config, one)
        build(config, other)
        compared = subprocess.run(["diff", "-r", f"{one}/releases/1", f"{other}/releases/1"], capture_output=True, text=True)
        expect_equal((compared.returncode, compared.stdout), (0, ""))


@test_once("After each of fifty random edits the release is the one that a build from scratch makes")
def random_edits() -> None:
    seed = int(os.environ.get("EDITS_SEED", "0")) or random.randrange(1, 1 << 32)
    config = copy_of_site({})
    edits = SiteEdits(config.parent, random.Random(seed))
    some = 0
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(config, home)
        for number in range(EDITS):
            said = edits.make_one()
            made, files, kept = build(config, home)
            some += 0 < kept < files
            expect_as_from_scratch(config, home, made, f"edit {number} with EDITS_SEED={seed}, {said}")
    expect(some > EDITS / 2, f"only {some} of {EDITS} builds took some files over and made others")


@test_once("An edit of one unit's title leaves the pages of others as the very files that they were")
def one_title() -> None:
    config = copy_of_site({})
    units = config.parent / "units.json5"
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(config, home)
        units.write_text(units.read_text(encoding="utf-8").replace("Legal Affairs", "Legal Affairs and Contracts"), encoding="utf-8")
        _, files, kept = build(config, home)
        expect(files * 0.8 < kept < files, f"{kept} of {files} files were taken over")
        places = [pathlib.Path(home) / f"releases/{number}/public/en/units" for number in (1, 2)]
        same = [[(place / unit / "index.html").stat().st_ino for place in places] for unit in ("education", "legal")]
        expect_equal([one == other for one, other in same], [True, False])


@test_once("A page that somebody has changed in the served release is made anew")
def changed_page() -> None:
    config = copy_of_site({})
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(config, home)
        page = pathlib.Path(home) / "releases/1/public/units/legal/index.html"
        before = page.read_bytes()
        page.write_bytes(before + b"<!-- changed -->")
        build(config, home)
        expect_equal((pathlib.Path(home) / "releases/2/public/units/legal/index.html").read_bytes(), before)


@test_once("Lists that somebody has changed in the served release are made anew, though an edit did not touch them")
def changed_lists() -> None:
    config = copy_of_site({})
    units = config.parent / "units.json5"
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(config, home)
        public = pathlib.Path(home) / "releases/1/public"
        lists = [public / "en/units/index.html", public / "en/a-z/index.html", *public.glob("assets/units-en.*.json")]
        expect_equal(len(lists), 3)
        for path in lists:
            path.write_bytes(path.read_bytes() + b" ")
        units.write_text(units.read_text(encoding="utf-8").replace("امور حقوقی", "امور حقوقی و قراردادها"), encoding="utf-8")
        made, files, kept = build(config, home)
        expect(files * 0.8 < kept < files, f"{kept} of {files} files were taken over")
        expect_as_from_scratch(config, home, made, "the release")


@test_once("What is remembered of the units file does no harm where it is damaged, or of another release")
def damaged_memory() -> None:
    config = copy_of_site({})
    units = config.parent / "units.json5"
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(config, home)
        remembered = pathlib.Path(home) / "units-read"
        whole = remembered.read_bytes()
        expect_equal(remembered.stat().st_mode & 0o777, 0o600)
        damages = [b"", b"1", whole[:len(whole) // 2], whole[:9], whole[:2] + b"\xff" * 400 + whole[402:],
                   b"7" + whole[1:], whole[:2] + bytes(4) + whole[6:]]
        for number, damage in enumerate(damages):
            units.write_text(units.read_text(encoding="utf-8").replace("Legal Affairs", f"Legal Affairs {number}"), encoding="utf-8")
            remembered.write_bytes(damage.replace(b"1\n", b"%d\n" % (number + 1), 1))
            made, *_ = build(config, home)
            expect_as_from_scratch(config, home, made, f"damage {number}")


@test_once("A language that is added, and one that goes, make the release that a build from scratch makes")
def another_language() -> None:
    config = copy_of_site({})
    both = config.read_text(encoding="utf-8")
    one = re.sub(r'languages: \["fa", "en"\]', 'languages: ["fa"]', both)
    expect(one != both, "the example has other languages")
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        for text in [both, one, both, both.replace('["fa", "en"]', '["en", "fa"]')]:
            config.write_text(text, encoding="utf-8")
            made, *_ = build(config, home)
            expect_as_from_scratch(config, home, made, f"release {made}")


@test_once("What has gone or was changed in the folder that the next release is written in is right in that release")
def changed_spare() -> None:
    config = copy_of_site({})
    units = config.parent / "units.json5"
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        for number in range(6):
            units.write_text(units.read_text(encoding="utf-8").replace("Legal Affairs", "Legal Affairs and"), encoding="utf-8")
            _, files, kept = build(config, home)
        expect(files * 0.8 < kept < files, f"{kept} of {files} files were taken over")
        spare = pathlib.Path(home) / "releases/.spare/public/units"
        gone, changed, linked = (spare / unit / "index.html" for unit in ("education", "graduates", "postgraduate"))
        gone.unlink()
        dated = changed.stat()
        changed.unlink()
        changed.write_bytes(b"another file, with the date of the old one")
        os.utime(changed, ns=(dated.st_atime_ns, dated.st_mtime_ns))
        linked.unlink()
        linked.symlink_to("/etc/passwd")
        made, *_ = build(config, home)
        expect_as_from_scratch(config, home, made, "the release")


@test_once("Another program takes no page over that it might make otherwise")
def other_program() -> None:
    config = copy_of_site({})
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(config, home)
        page = pathlib.Path(home) / "releases/1/public/units/legal/index.html"
        dated = page.stat()
        page.write_bytes(b"made by another version")
        os.utime(page, ns=(dated.st_atime_ns, dated.st_mtime_ns))
        build(config, home)
        taken_over = pathlib.Path(home) / "releases/2/public/units/legal/index.html"
        expect_equal(taken_over.read_bytes(), b"made by another version", "the test's own way to tell does not work")
        copy = pathlib.Path(home) / "pishkhan"
        shutil.copy(program("pishkhan"), copy)
        subprocess.run([copy, "build", "--config", config, "--home", home], check=True, capture_output=True)
        expect((pathlib.Path(home) / "releases/3/public/units/legal/index.html").read_bytes() != b"made by another version")


@test_once("Each text file has a gzip file beside it that holds the same, and a large one a Brotli file too")
def compressed() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        build(copy_of_site({}), home)
        files = release(home, 1)
        texts = [path for path in files if re.fullmatch(r"public/.*\.(html|css|js|json|svg|txt|xml|webmanifest)", path)]
        expect(len(texts) > 100, texts)
        for path in texts:
            expect_equal(gzip.decompress(files[path + ".gz"]), files[path], path)
            expect_equal(path + ".br" in files, len(files[path + ".gz"]) >= 4096, path)
            if path + ".br" in files:
                expect_equal(brotli.decompress(files[path + ".br"]), files[path], path)
            expect_equal(files[path + ".gz"][4:8], bytes(4), f"{path} has a time in it")
        expect(0 < sum(path.endswith(".br") for path in files) < len(texts) / 2, "which files have a Brotli form")


@test_once("A release keeps the assets of those before it as long as they stay, for pages that are open")
def kept_assets() -> None:
    config = copy_of_site({})
    style = config.parent / "theme/style.css"
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        names = []
        for number in range(1, 6):
            style.write_text(style.read_text(encoding="utf-8") + f"\n.edit-{number} {{ order: {number}; }}\n", encoding="utf-8")
            build(config, home)
            page = (pathlib.Path(home) / "current/public/index.html").read_text(encoding="utf-8")
            names.append(re.search(r'href="/(assets/style[^"]*css)"', page)[1])
            there = [(pathlib.Path(home) / "current/public" / name).exists() for name in names]
            expect_equal(there, [earlier > number - 3 for earlier in range(1, number + 1)], f"after build {number}")
        expect_equal(len(set(names)), 5)
        listed = sorted(path.name for path in (pathlib.Path(home) / "releases").iterdir())
        expect_equal(listed, [".spare", "3", "4", "5"])
