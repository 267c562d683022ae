"""Every page in every state, in both languages: accessibility, layout, keyboard, markup."""

import dataclasses
import os
import pathlib
import tempfile

import contact_sheet
from inspection import SHARE, WHOLE, inspect
from sentences import expect, expect_equal, test_once
from validator import complaints
from walked import portal, states


@test_once("axe finds nothing, all words have room, no page scrolls sideways and the keyboard gets everywhere, in every state of every page")
def every_state() -> None:
    extent = SHARE if os.environ.get("PAGES") == "share" else WHOLE
    expect(len(states()) > 200, f"only {len(states())} states were found")
    with tempfile.TemporaryDirectory() as pictures:
        wrong = inspect(list(states()), portal().address, extent, pictures if extent is WHOLE else None)
        if extent is WHOLE:
            contact_sheet.make(pathlib.Path(pictures))
    expect_equal(wrong, [], f"{len(wrong)} complaints; the first are {wrong[:20]}")


@test_once("The inspection finds what is planted: colours too near, a word without room, a small button, a trap for the keyboard")
def planted() -> None:
    missed = []
    state = next(one for one in states() if one.label == "static-contact-en")
    for markup, said in (
        ('<p><span style="color:#ccc">pale words</span></p>', "color-contrast"), ("<p><img src='/x.png'></p>", "image-alt"),
        ('<p style="width:3rem;overflow:hidden;white-space:nowrap">without room</p>', "is cut off"),
        ('<div style="width:90rem">wide</div>', "pixels wide"), ('<button style="height:1rem">small</button>', "pixels high"),
        ('<p style="position:relative;left:-9rem">beside the window</p>', "in a window of"),
        ('<button class="button" tabindex="1">first</button>', "by keyboard"), ('<button class="button" style="outline:none">x</button>', "not marked"),
    ):
        spoilt = dataclasses.replace(state, html=state.html.replace(b"<h1", markup.encode() + b"<h1", 1))
        wrong = inspect([spoilt], portal().address, SHARE)
        missed += [] if any(said in one for one in wrong) else [f"{markup}: {wrong}"]
    expect_equal(missed, [])


@test_once("The Nu validator has nothing to say of any state of any page")
def valid() -> None:
    with tempfile.TemporaryDirectory() as name:
        for state in states():
            pathlib.Path(name, f"{state.label}.html").write_bytes(state.html)
        expect_equal(complaints(pathlib.Path(name)), [])
