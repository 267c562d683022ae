"""Each block of the README and of the pages beside it as it stands, in their order: in a fresh clone, and those with sudo on a
new Debian.
"""

import atexit
import functools
import json
import os
import pathlib
import re
import subprocess
import tempfile

import json5
from blocks import CHECKOUT, Block, all_blocks
from clone import Clone
from programs import program
from sentences import expect, expect_equal, test_once
from server import Server
from table import GO_ON, NOT_RUN, SHOWN, WEB_SERVERS

IS_SHARE = os.environ.get("README", "all") == "share"


@functools.cache
def clone() -> Clone:
    made = Clone()
    atexit.register(made.remove)
    return made


@functools.cache
def server() -> Server:
    booted = Server()
    atexit.register(booted.end)
    return booted


def run_here(block: Block) -> None:
    if block.first in GO_ON:
        clone().run_until(block, GO_ON[block.first])
        return
    if ".build/venv/" in block.text and not (venv := clone().folder / ".build" / "venv").exists():
        # Which Tests/run has made before.
        venv.symlink_to(CHECKOUT / ".build" / "venv")
    clone().run(block)


def run_on_server(block: Block) -> None:
    expect("swift build" not in block.text, "what is built here and what is done on the server are two blocks")
    sets_up = block.first.startswith(WEB_SERVERS)
    if sets_up:
        server().stop_web_servers()
    if ".build/" in block.text:
        server().take_over(clone().folder)
    if "setup --cgi" in block.text:
        server().forget_hand_written()
    server().run(block)
    if sets_up:
        server().expect_portal(block)
    if "certbot" in block.text:
        server().take_address()


def is_a_config(block: Block) -> None:
    """The example with these keys in the place of its own passes the strictest check."""
    config = json5.loads((CHECKOUT / "site" / "portal.json5").read_text(encoding="utf-8"))
    named = json5.loads("{" + block.text + "}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["cp", "-R", CHECKOUT / "site", folder], check=True)
        file = pathlib.Path(folder, "site", "portal.json5")
        file.write_text(json.dumps(config | named), encoding="utf-8")
        ended = subprocess.run([program("pishkhan"), "check", "--strict", "--config", file], capture_output=True, text=True, timeout=60)
        expect_equal((ended.returncode, ended.stderr), (0, ""), block.place)


def is_a_log_line(block: Block) -> None:
    """Each key of the line is one that the program writes."""
    written = "\n".join(file.read_text(encoding="utf-8") for file in (CHECKOUT / "Sources" / "pishkhan-cgi").glob("*.swift"))
    expect_equal([key for key in json.loads(block.text) if f'"{key}"' not in written], [], block.place)


def tree(block: Block) -> None:
    """What the drawing names lies where it says."""
    home = clone().folder / ".portal"
    for name in ("current/public", "current/private", "data/desk.sqlite", "data/documents", "data/key"):
        expect(name.split("/")[-1] in block.text and (home / name).exists(), f"{block.place}: {name}")


def mistake(block: Block) -> None:
    """The mistake is reported as it is shown, but for what … stands for."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["cp", "-R", CHECKOUT / "site", folder], check=True)
        file = pathlib.Path(folder, "site", "portal.json5")
        file.write_text(file.read_text(encoding="utf-8").replace("\n  address:", "\n  adress:"), encoding="utf-8")
        said = subprocess.run([program("pishkhan"), "check", "--config", "site/portal.json5"], cwd=folder, capture_output=True, text=True, timeout=60)
        pattern = re.escape(block.text).replace("…", ".*")
        expect(re.search(pattern, said.stderr), f"{block.place}: {said.stderr}")


def look_at(block: Block) -> None:
    match block.kind:
        case "sh" if "sudo " in block.text:
            run_on_server(block)
        case "sh":
            run_here(block)
        case "json5":
            is_a_config(block)
        case "json":
            is_a_log_line(block)
        case _ if block.first.startswith("# /etc/cron.d/"):
            server().place_file(block)
        case _ if block.first in SHOWN:
            {"tree": tree, "mistake": mistake}[SHOWN[block.first]](block)
        case _:
            raise AssertionError(f"{block.place}: nobody knows what to do with a block of {block.kind!r} that begins with {block.first!r}")


def register(block: Block) -> None:
    test_once(f"{block.place} holds: {block.first}")(lambda: look_at(block))


if not IS_SHARE:
    for one in all_blocks():
        if one.first not in NOT_RUN:
            register(one)


@test_once("Each line of the table of special blocks is the first of a block, and each block that is not run has a reason")
def table() -> None:
    firsts = [block.first for block in all_blocks()]
    named = [*NOT_RUN, *GO_ON, *SHOWN]
    expect_equal([one for one in named if one not in firsts], [])
    expect_equal([one for one in WEB_SERVERS if not any(first.startswith(one) for first in firsts)], [])
    expect(all(len(reason.split()) > 4 for reason in NOT_RUN.values()), NOT_RUN)
