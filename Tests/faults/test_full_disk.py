"""The disk is full, or may not be written to."""

import functools
import pathlib
import shutil

from afterwards import expect_recovered, expect_refused
from desk import Desk
from extent import extent
from sentences import expect, test_once
from shared_desk import template
from situations import Act
from small_disk import fill, on_small_disk, set_read_only
from wholeness import what_is_wrong

SIZE = 32  # MiB


def desk_on(place: pathlib.Path) -> Desk:
    return template().desk.copy(place / "home")


@test_once("On a full disk a form is taken whole or answered with 503, and is taken once there is room")
def full_disk() -> None:
    acts = list(template().acts.values())[::extent(1, 2)]
    rooms = range(0, extent(160, 40), 4)

    def test(place: pathlib.Path) -> None:
        refused = 0
        for act in acts:
            for room in rooms:
                desk = desk_on(place)
                about = f"{act.name}, {room} KiB left"
                filler = fill(place, room)
                ended = desk.send(act.request)
                refused += ended.location == ""
                if not ended.location:
                    expect_refused(ended, about)
                worked = desk.run("work", check=False)
                expect(worked.returncode in (0, 1), f"{about}: the worker ended with {worked.returncode}")
                filler.unlink()
                wrong = what_is_wrong(desk, [act.promise] if ended.location else [], [act.promise], asks_doctor=False)
                expect(not wrong, f"{about}: {wrong}")
                expect_recovered(desk, act, ended.location, about)
                shutil.rmtree(desk.home)
        print(f"{len(acts) * len(rooms)} full disks, {refused} of the forms refused", flush=True)
        expect(0 < refused < len(acts) * len(rooms), f"{refused} were refused")

    on_small_disk(SIZE, test)


@test_once("On a disk that may only be read every form is answered with 503, and is taken once it may be written to")
def read_only_disk() -> None:
    for act in template().acts.values():
        # A disk of its own: the CGI's Landlock domain, which the kernel frees a moment after the process, holds folders,
        # and a disk of which a removed folder is held is busy.
        on_small_disk(SIZE, functools.partial(expect_refused_while_read_only, act))


def expect_refused_while_read_only(act: Act, place: pathlib.Path) -> None:
    desk = desk_on(place)
    set_read_only(place, True)
    ended = desk.send(act.request)
    set_read_only(place, False)
    expect_refused(ended, act.name)
    expect_recovered(desk, act, "", act.name)
