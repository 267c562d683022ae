"""What the administrator edits is served at the next reload, and a mistake changes nothing."""

import os

from client import Client
from portal import Portal
from rebuilding import build
from sentences import expect, expect_equal, test


@test("A typo in the config is reported at its place and changes nothing; mended, the edit shows at the next reload")
def typo(portal: Portal) -> None:
    client = Client(portal.address)
    home = portal.messages_log.parents[1]
    right = portal.config.read_text(encoding="utf-8")
    edited = right.replace("attachments: 5,", "attachments: 3,")
    before = client.get("/guide/")
    release = os.readlink(home / "current")
    expect("تا ۵ فایل پیوست" in before.text, "the guide does not say how many attachments there can be")
    try:
        wrong = edited.replace("  languages:", "  langauges:")
        line = wrong[:wrong.index("langauges")].count("\n") + 1
        portal.config.write_text(wrong, encoding="utf-8")
        ended = build(portal)
        expect_equal((ended.returncode, ended.stdout), (1, ""), "the build with a typo")
        first = ended.stderr.splitlines()[0]
        expect(first.startswith(f'site/portal.json5:{line}:3: error: unknown key "langauges"; expected one of '), first)
        expect(first.endswith('did you mean "languages"?'), first)
        expect_equal(os.readlink(home / "current"), release, "the release")
        expect(client.get("/guide/").body == before.body, "the page has changed")

        portal.config.write_text(edited, encoding="utf-8")
        ended = build(portal)
        expect_equal(ended.returncode, 0, ended.stderr)
        after = client.get("/guide/", headers={"If-None-Match": before.headers["ETag"]})
        expect_equal(after.status, 200, "the reload")
        expect("تا ۳ فایل پیوست" in after.text, "the edit does not show")
    finally:
        portal.config.write_text(right, encoding="utf-8")
        expect_equal(build(portal).returncode, 0, "the build as before")
