"""What the administrator got wrong: the CGI refuses, and says in the log how to mend it."""

import os

from citizen import CGI
from client import Client
from portal import Portal
from sentences import expect, expect_equal, test


def log_of(portal: Portal) -> str:
    folder = portal.messages_log.parents[1] / "logs"
    return "".join(one.read_text(errors="replace") for one in folder.glob("*.log"))


@test("A data folder that others can read, and a missing database, are 503 with the remedy in the log")
def unusable_data(portal: Portal) -> None:
    data = portal.messages_log.parent
    client = Client(portal.address)
    os.chmod(data, 0o755)
    try:
        answer = client.get(f"{CGI}/health")
        expect_equal(answer.status, 503)
        expect("<h1>" in answer.text, "no page")
        expect("chmod go-rwx" in log_of(portal), "the log does not say how to mend it")
    finally:
        os.chmod(data, 0o700)
    (data / "desk.sqlite").rename(data / "elsewhere")
    try:
        expect_equal(client.get(f"{CGI}/health").status, 503)
        expect(not (data / "desk.sqlite").exists(), "a missing database was made anew")
    finally:
        (data / "elsewhere").rename(data / "desk.sqlite")
    expect_equal(client.get(f"{CGI}/health").status, 200)


@test("A release that cannot be read is 503 with a plain page, and the log says why")
def unusable_release(portal: Portal) -> None:
    home = portal.messages_log.parents[1]
    target = os.readlink(home / "current")
    os.rename(home / "current", home / "kept")
    os.symlink("releases/none", home / "current")
    try:
        answer = Client(portal.address).get(f"{CGI}/desk")
        expect_equal(answer.status, 503)
        expect("settings is missing" in log_of(portal), "the log does not say why")
    finally:
        os.replace(home / "kept", home / "current")
    expect_equal(os.readlink(home / "current"), target)
    expect_equal(Client(portal.address).get(f"{CGI}/health").status, 200)
