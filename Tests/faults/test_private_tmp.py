"""Nothing lies in /tmp: with PrivateTmp= it is another one for each service, and gone with it."""

import os

from desk import ADDRESS, Desk
from sentences import expect, expect_equal, test_once
from shared_desk import fresh_copy, template
from wholeness import what_is_wrong

# For these programs alone nobody can write there; what lies there can be read, such as the config of this test.
CLOSED = " && ".join(f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}" for folder in ("/tmp", "/var/tmp"))
WITHOUT_TMP = ["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c", f'{CLOSED} && exec "$@"', "sh"]


@test_once("Every form is taken, messages leave, and the administrator's commands work while nothing can be written to /tmp")
def closed_tmp() -> None:
    acts = template().acts.values()
    for act in acts:
        with fresh_copy() as copy:
            desk = Desk(copy.programs, copy.home, lambda: WITHOUT_TMP)
            ended = desk.send(act.request)
            expect_equal(ended.answer and ended.answer.status, 303, f"{act.name}: {ended}")
            desk.work()
            expect(not (wrong := what_is_wrong(desk, [act.promise], [act.promise], asks_doctor=False)), f"{act.name}: {wrong}")
    with fresh_copy() as copy:
        desk = Desk(copy.programs, copy.home, lambda: WITHOUT_TMP)
        desk.run("build", "--config", str(desk.config), "--address", ADDRESS)
        desk.run("backup", str(desk.home / "desk.tar"), "--config", str(desk.config))
        desk.run("key", "renew")
        expect_equal(desk.send(next(iter(acts)).request).answer.status, 403, "nobody stays signed in")
