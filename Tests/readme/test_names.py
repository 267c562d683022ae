"""What the README and the pages beside it name must be there: files, headings, commands, keys of the config, messages."""

import functools
import pathlib
import re
import subprocess
from urllib.parse import unquote

from blocks import CHECKOUT, PAGES, all_blocks, prose
from programs import program
from sentences import expect, expect_equal, test_once

NOTES = CHECKOUT / "Tests" / "security" / "README.md"
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_TREES = ("Sources", "Tests", "site", "cgi-bin", ".readme")


def anchors(page: pathlib.Path) -> set[str]:
    """The headings of a page, as GitHub and others write them into addresses."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: pathlib.Path, text: str) -> list[str]:
    broken = []
    for target in _LINK.findall(_CODE.sub("", text)):
        path, _, anchor = target.partition("#")
        file = (page.parent / unquote(path)).resolve() if path else page
        if re.match(r"[a-z]+:", target):
            continue
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(f"{page.name}: {target}")
    return broken


@test_once("Each link of the README, of the pages beside it and of the security notes leads to a file and a heading that are there")
def links() -> None:
    for page in (*PAGES, NOTES):
        expect_equal(broken_links(page, prose(page)), [])
    expect_equal(broken_links(PAGES[0], "[a](.readme/none.md) [b](#nothing) [c](LICENSE) [d](https://example.org/x)"),
                 ["README.md: .readme/none.md", "README.md: #nothing"])


def missing_paths(text: str) -> list[str]:
    named = re.findall(rf"(?<![\w/.])(?:{'|'.join(map(re.escape, _TREES))})/[\w./@*-]*[\w*]", text)
    return [path for path in named if not any(CHECKOUT.glob(path))]


@test_once("Each path of the sources, the tests, the site and the configurations that the README names is there")
def paths() -> None:
    whole = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    # News that the reader is to write, and files that the tests write.
    expect_equal([one for one in missing_paths(whole) if one != "site/pages/fa/news/opening.md"], [])
    expect_equal(missing_paths("`Sources/None.swift` and `Tests/run`, cgi-bin/*.conf.mustache"), ["Sources/None.swift"])


@functools.cache
def help_of(*words: str) -> str:
    ended = subprocess.run([program("pishkhan"), *words, "--help"], capture_output=True, text=True, timeout=60)
    return ended.stdout if ended.returncode == 0 else ""


def unknown_commands(text: str) -> list[str]:
    """Calls of `pishkhan` whose command or options its help does not know."""
    unknown = []
    for call in re.findall(r"(?<![\w/-])(?<!--product )(?:\.portal/bin/)?pishkhan ([a-z][a-z-]*(?: [^`\n;&]*)?)", text):
        command, *rest = call.replace("\\|", "|").split()
        for name in command.split("|"):
            known = help_of(name)
            options = [one.strip("[]") for word in rest if not word.startswith(">") for one in re.split(r"\|", word.strip("[]…")) if one.startswith("--")]
            unknown += [f"pishkhan {name} {option}" for option in options if option != "--help" and not re.search(rf"{re.escape(option)}\b", known)]
            if not known:
                unknown.append(f"pishkhan {name}")
    return unknown


@test_once("Each command of pishkhan that the README names exists, with its options")
def commands() -> None:
    named = 0
    for page in PAGES:
        text = "\n".join(_CODE.findall(prose(page)) + [block.text for block in all_blocks() if block.kind == "sh" and block.page.endswith(page.name)])
        named += text.count("pishkhan ")
        expect_equal(unknown_commands(text), [], page.name)
    expect(named > 80, f"only {named} were found")
    expect_equal(unknown_commands("sudo pishkhan biuld\npishkhan build --dry-ran\n.portal/bin/pishkhan check --json"),
                 ["pishkhan biuld", "pishkhan build --dry-ran"])


@test_once("Each part of Tests/run that the README names is one, and each has its words there")
def parts() -> None:
    run = (CHECKOUT / "Tests" / "run").read_text(encoding="utf-8")
    known = set(re.search(r"^known=\(([^)]*)\)", run, re.M)[1].split())
    whole = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"`Tests/run ([a-z]+)`", whole))
    expect_equal(named - known, set())
    expect_equal(known - named - {"unit", "servers", "browser"}, set(), "these parts are nowhere explained")


@test_once("Each key of the config that the README names is one")
def keys() -> None:
    listed = subprocess.run([program("pishkhan"), "config"], capture_output=True, text=True, timeout=60, check=True).stdout
    known = set(re.findall(r"[A-Za-z]+(?:\.[A-Za-z]+)*", listed))
    groups = {one.split(".")[0] for one in known if "." in one}
    named = {one for page in PAGES for code in _CODE.findall(prose(page)) for one in re.findall(r"^([a-z]+\.[a-zA-Z]+)\b(?!/)", code)
             if one.split(".")[0] in groups and not re.search(r"\.(json5?|css|js|md|swift|csv|txt)$", one)}
    expect(len(named) > 15, named)
    expect_equal({one for one in named if one not in known}, set())


@test_once("What the troubleshooting table quotes of the program's messages, the program says")
def messages() -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    table = readme[readme.index("## When something is wrong"):readme.index("### The log")]
    quoted = [message for line in re.findall(r"^\|.*?[Tt]he log says ([^|]*)\|", table, re.M) for message in _CODE.findall(line)]
    expect(len(quoted) >= 5, quoted)
    said = "\n".join(file.read_text(encoding="utf-8") for file in (CHECKOUT / "Sources").rglob("*.swift"))
    expect_equal([one for one in quoted if one not in said], [])
