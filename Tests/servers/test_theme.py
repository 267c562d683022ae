"""The theme that the program holds: used where the config names none, and written for changing."""

import filecmp
import pathlib
import subprocess
import tempfile

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site

WITHOUT_THEME = {r'(?m)^  theme: "theme",$': ""}


def run(*words) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), *words], capture_output=True, text=True, timeout=60)


@test_once("A portal without a theme has the built-in one; exported beside the config and named, nothing changes on its pages")
def exported() -> None:
    config = copy_of_site(WITHOUT_THEME)
    theme = config.parent / "theme"
    subprocess.run(["rm", "-r", theme], check=True)
    with tempfile.TemporaryDirectory(prefix="pishkhan-home-") as home:
        ended = run("build", "--config", config, "--home", home)
        expect_equal((ended.returncode, ended.stderr), (0, ""))
        ended = run("theme", "export", "--config", config)
        expect_equal((ended.returncode, ended.stderr), (0, ""))
        expect(ended.stdout.startswith(f"{theme}: "), ended.stdout)
        same = filecmp.dircmp(theme, CHECKOUT / "site" / "theme")
        expect_equal((same.left_only, same.right_only, same.diff_files), ([], [], []))
        config.write_text(config.read_text().replace('pages: "pages",', 'pages: "pages", theme: "theme",'))
        ended = run("build", "--config", config, "--home", home, "--dry-run")
        expect_equal((ended.returncode, ended.stderr), (0, ""))
        expect(ended.stdout.startswith("0 new, 0 changed, 0 gone, "), ended.stdout)


@test_once("A theme is never written over something, and a word that is no command is wrong usage")
def never_over_something() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-theme-") as folder:
        own = pathlib.Path(folder) / "page.mustache"
        own.write_text("mine")
        ended = run("theme", "export", folder)
        expect_equal((ended.returncode, ended.stdout), (1, ""))
        expect("is not empty (it holds page.mustache)" in ended.stderr, ended.stderr)
        expect_equal((own.read_text(), list(pathlib.Path(folder).iterdir())), ("mine", [own]))
        own.unlink()
        expect_equal(run("theme", "export", folder).returncode, 0, "an empty folder")
        expect((pathlib.Path(folder) / "style.css").is_file(), "no style sheet")
    for words in (("theme",), ("theme", "import"), ("theme", "export", "a", "b")):
        expect_equal(run(*words).returncode, 2, words)
