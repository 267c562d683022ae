"""The programs to compare with, built and made ready in a folder that the web server's user can enter."""

import os
import pathlib
import pwd
import shutil
import subprocess

PROGRAMS = pathlib.Path(__file__).parent / "programs"


class Baselines:
    """`folder` becomes a folder of CGI programs: empty-c, empty-perl, store, fossil, cgit; and their data."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.cgi = folder / "cgi"
        self.data = folder / "data"
        self.cgi.mkdir(parents=True)
        self.data.mkdir()
        self.kept = self.data / "kept"
        self.kept.mkdir()
        for name in ("empty", "store"):
            target = self.cgi / ("empty-c" if name == "empty" else name)
            subprocess.run(["gcc", "-O2", "-o", str(target), str(PROGRAMS / f"{name}.c")], check=True)
        shutil.copy(PROGRAMS / "empty.pl", self.cgi / "empty-perl")
        self._make_fossil()
        self._make_cgit()
        for program in self.cgi.iterdir():
            if not program.is_symlink():
                program.chmod(0o755)
        if os.geteuid() == 0:
            # Fossil puts itself into a jail when it is root; everything here belongs to the user who serves.
            user = pwd.getpwnam("www-data")
            for one in [folder, *folder.rglob("*")]:
                os.chown(one, user.pw_uid, user.pw_gid, follow_symlinks=False)
        folder.chmod(0o755)

    def _make_fossil(self) -> None:
        """A repository with 20 check-ins, so that its timeline has as many rows as the desk has letters."""
        repository, tree = self.data / "bench.fossil", self.data / "tree"
        tree.mkdir()
        surroundings = os.environ | {"HOME": str(self.data), "USER": "bench"}

        def fossil(*words: str) -> None:
            subprocess.run(["fossil", *words], cwd=tree, env=surroundings, check=True, stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL)

        fossil("init", "--admin-user", "bench", str(repository))
        fossil("open", "--force", str(repository))
        for number in range(20):
            # Fossil looks at a file's size and second: each version is longer than the one before.
            (tree / "letter.txt").write_text("a line\n" * (number + 1))
            if number == 0:
                fossil("add", "letter.txt")
            fossil("commit", "--no-warnings", "--user-override", "bench", "-m", f"letter {number}")
        fossil("close", "--force")
        (self.cgi / "fossil").write_text(f"#!/usr/bin/fossil\nrepository: {repository}\n")

    def _make_cgit(self) -> None:
        """A repository with 20 commits, and cgit as Debian has it."""
        repository = self.data / "letters.git"

        def git(*words: str, said: str = "") -> None:
            surroundings = os.environ | {f"GIT_{role}_{what}": "bench" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
            subprocess.run(["git", *words], env=surroundings, check=True, input=said, text=True, stdout=subprocess.DEVNULL)

        git("init", "--quiet", "--bare", "--initial-branch=main", str(repository))
        commits = [f"commit refs/heads/main\ncommitter bench <bench> {number} +0000\ndata {len(text)}\n{text}\n"
                   for number in range(1, 21) for text in [f"letter {number}"]]
        git("-C", str(repository), "fast-import", "--quiet", said="".join(commits))
        (self.data / "cgitrc").write_text(f"virtual-root=/b/cgit/\nrepo.url=letters\nrepo.path={repository}\n")
        (self.cgi / "cgit").symlink_to("/usr/lib/cgit/cgit.cgi")
