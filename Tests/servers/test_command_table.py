"""What the table of commands makes: help, completions, the manual page; and colours."""

import functools
import os
import pathlib
import pty
import re
import subprocess
import tempfile

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import copy_of_site


def pishkhan(*words: str) -> str:
    ended = subprocess.run([program("pishkhan"), *words], capture_output=True, text=True, timeout=60)
    expect_equal((ended.returncode, ended.stderr), (0, ""), f"{words}")
    return ended.stdout


@functools.cache
def commands() -> dict[str, tuple[set[str], set[str]]]:
    """Each command with the options of its usage, and those that its help explains."""
    found = {}
    for line in pishkhan("--help").splitlines():
        if name := re.match(r"  ([a-z]+)  ", line):
            lines = pishkhan(name[1], "--help").splitlines()
            usage = [one for one in lines[:lines.index("")]]
            expect(all(one.startswith((f"pishkhan {name[1]}", "    ")) for one in usage), usage)
            explained = {one.split()[0] for one in lines if one.startswith("  --")}
            found[name[1]] = (set(re.findall(r"--[a-z-]+", " ".join(usage))), explained)
    return found


@test_once("Each option of a command's usage is explained, and each that is explained stands in the usage")
def options() -> None:
    expect(len(commands()) >= 16, commands().keys())
    for name, (used, explained) in commands().items():
        # The place of the data and of the config is the same for all ways of calling a command.
        common = {"--home", "--config"}
        expect_equal(used - common, explained - common, name)
        expect(used <= explained, f"{name}: {used - explained}")


def bash(line: str) -> set[str]:
    """What bash offers at the end of a line."""
    script = ("source /dev/stdin; COMP_WORDS=($0); [[ $0 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
              "_pishkhan; printf '%s\\n' \"${COMPREPLY[@]}\"")
    ended = subprocess.run(["bash", "-c", script, line], input=pishkhan("completions", "bash"), cwd="/", capture_output=True,
                           text=True, timeout=20)
    expect_equal((ended.returncode, ended.stderr), (0, ""), line)
    return set(ended.stdout.split())


def fish(line: str) -> set[str]:
    with tempfile.TemporaryDirectory(prefix="pishkhan-fish-") as home:
        ended = subprocess.run(["fish", "--no-config", "-c", f"source - ; complete -C '{line}'"],
                               input=pishkhan("completions", "fish"), capture_output=True, text=True, timeout=20, cwd="/",
                               env={"HOME": home, "PATH": os.environ["PATH"]})
    expect_equal(ended.returncode, 0, ended.stderr)
    return {one.split("\t")[0] for one in ended.stdout.splitlines()}


@test_once("bash and fish complete commands, their words, their options and files")
def completions() -> None:
    for offered in (bash, fish):
        names = {name for name in commands() if name.startswith("re")}
        expect_equal(offered("pishkhan re") - {"root", "run"}, names, offered.__name__)
        expect({"add", "list", "disable", "enable", "reset"} <= offered("pishkhan staff "), offered("pishkhan staff "))
        for name, (_, explained) in commands().items():
            wanted = {one for one in explained if one.startswith("--")}
            expect(wanted <= offered(f"pishkhan {name} --"), f"{offered.__name__} {name}: {offered(f'pishkhan {name} --')}")
        expect(any(one.startswith("/etc") or one.startswith("etc") for one in offered("pishkhan build --config /et")), "no file")


@test_once("zsh reads its completions without complaint, and they hold each command and option")
def zsh() -> None:
    text = pishkhan("completions", "zsh")
    ended = subprocess.run(["zsh", "-n", "/dev/stdin"], input=text, capture_output=True, text=True, timeout=20)
    expect_equal((ended.returncode, ended.stdout, ended.stderr), (0, "", ""))
    for name, (_, explained) in commands().items():
        part = text[text.index(f"\n        {name}) _arguments"):].split(";;")[0]
        for option in explained:
            expect(f"*{option}[" in part, f"{name} {option}")


@test_once("The manual page is roff without a warning and holds each command with its options")
def manual() -> None:
    page = pishkhan("manual")
    ended = subprocess.run(["groff", "-ww", "-man", "-Tutf8", "-P-cbou", "-rLL=200n"], input=page, capture_output=True,
                           text=True, timeout=20)
    expect_equal((ended.returncode, ended.stderr), (0, ""))
    sections = re.split(r"\n   (?=[a-z]+\n)", ended.stdout)
    found = {one.split("\n")[0]: one for one in sections[1:]}
    expect_equal(set(found), set(commands()))
    for name, (_, explained) in commands().items():
        for option in explained:
            expect(re.search(rf"\n +{option}\b", found[name]), f"{name} {option}: {found[name]}")


def in_terminal(*words: str, **environment: str) -> bytes:
    """What a command says on a terminal."""
    reader, writer = pty.openpty()
    ended = subprocess.run([program("pishkhan"), *words], stderr=writer, stdout=subprocess.DEVNULL, timeout=60,
                           env={"PATH": os.environ["PATH"], "TERM": "xterm"} | environment)
    os.close(writer)
    said = b""
    try:
        while piece := os.read(reader, 65536):
            said += piece
    except OSError:  # Linux's end of a terminal that nobody writes to any more
        pass
    os.close(reader)
    expect_equal(ended.returncode, 1)
    return said


@test_once("Mistakes have colours on a terminal, but not with NO_COLOR, on a dumb terminal, or in a file")
def colours() -> None:
    config = copy_of_site({r"\baddress:": "adress:"})
    words = ("check", "--config", str(config))
    said = in_terminal(*words)
    expect(b"\x1b[31merror:\x1b[0m unknown key" in said and said.count(b"\x1b") == 6, said)
    plain = re.sub(rb"\x1b\[\d*m", b"", said)
    for environment in ({"NO_COLOR": "1"}, {"NO_COLOR": "x"}, {"TERM": "dumb"}):
        expect_equal(in_terminal(*words, **environment), plain, f"{environment}")
    expect_equal(in_terminal(*words, NO_COLOR=""), said, "an empty NO_COLOR")
    ended = subprocess.run([program("pishkhan"), *words], capture_output=True, timeout=60)
    expect_equal(ended.stderr, plain.replace(b"\r\n", b"\n"))
