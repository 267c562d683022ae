"""Whether the static pages are HTML."""

from built_site import example, new_portal, spoilt
from sentences import expect, expect_equal, test_once
from validator import complaints


@test_once("The Nu validator has nothing to say of any page of the example")
def valid() -> None:
    expect_equal(complaints(example()), [])


@test_once("Nor of any page of a portal that pishkhan init begins")
def new() -> None:
    expect_equal(complaints(new_portal()), [])


@test_once("It would have: of a wrong nesting, a duplicate id and an image without words")
def planted() -> None:
    said = complaints(spoilt(
        ("guide/index.html", "</main>", "<p><div></p></main>"), ("contact/index.html", "</main>", '<p id="main"></p></main>'),
        ("privacy/index.html", "</main>", '<img src="/assets/x.png"></main>')))
    for file, words in (("guide", "No “p” element in scope"), ("contact", "Duplicate ID"), ("privacy", "must have an “alt”")):
        expect(any(one.startswith(f"{file}/index.html:") and words in one for one in said), f"{words!r} of {file}: {said}")
