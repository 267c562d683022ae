"""The recipient list of a small and of a large portal: whole, small and in order."""

import functools
import gzip
import json
import pathlib
import re
import subprocess

import json5

from built_site import build, example
from many_units import site_with, units
from programs import program
from references import read_page
from sentences import expect, expect_equal, test_once

MOST_FOR_FIRST_PAINT = 30 * 1024
MOST_INDEX_OF_A_THOUSAND = 40 * 1024


@functools.cache
def large() -> pathlib.Path:
    return build(site_with(10_000))


def numbers(run: str) -> list[int]:
    """The numbers in a field of the index, by what UnitIndex.swift says of it."""
    characters = [chr(code) for code in range(0x23, 0x7F) if code != 0x5C]
    found, before = [], 0
    for character in run:
        digit = characters.index(character)
        if digit < 64:
            found.append(before * 64 + digit)
            before = 0
        else:
            before = before * 27 + digit - 64 + 1
    return found


def index_of(folder: pathlib.Path, language: str) -> list[tuple]:
    """Title, id, id of the unit above and words of the aliases of each unit in the index."""
    page = (folder / ("units" if language == "fa" else "en/units") / "index.html").read_text(encoding="utf-8")
    words, run = json.loads((folder / re.search(r'data-index="/(assets/[^"]*)"', page)[1]).read_text(encoding="utf-8"))
    words = words.split(" ")
    fields = [(unit.split(" ") + ["", ""])[:4] for unit in run.split("!")[:-1]]
    ids = ["-".join(words[number] for number in numbers(field[1])) for field in fields]
    return [(" ".join(words[number] for number in numbers(title)), ids[place], ids[numbers(above)[0] - 1] if above else None,
             [words[number] for number in numbers(aliases)])
            for place, (title, _, above, aliases) in enumerate(fields)]


def expected_of(listed: list[dict], language: str) -> list[tuple]:
    return [(unit["title"][language], unit["id"], unit.get("parent"), " ".join(unit.get("aliases", [])).split())
            for unit in listed if "replacedBy" not in unit]


@test_once("The search's index holds each unit that is listed, with its aliases and the unit above, and is small")
def index() -> None:
    own = json5.loads((pathlib.Path(__file__).parents[2] / "site/units.json5").read_text(encoding="utf-8"))
    thousand, many = units(1_000), units(10_000)
    for folder, listed in ((example(), own), (build(site_with(1_000)), thousand), (large(), many)):
        for language in ("fa", "en"):
            expect_equal(index_of(folder, language) == expected_of(listed, language), True, f"{len(listed)} units in {language}")
        if listed is thousand:
            for file in folder.glob("assets/units-*.json"):
                expect(file.stat().st_size <= MOST_INDEX_OF_A_THOUSAND, f"{file.name} has {file.stat().st_size} bytes")


@test_once("No page of the example or of a portal with 10,000 units takes more than 30 KB for its first paint")
def small_pages() -> None:
    for folder in (example(), large()):
        compressed = {path: len(gzip.compress(path.read_bytes(), 9)) for path in folder.glob("assets/*") if path.suffix in (".css", ".js", ".svg")}
        sizes = []
        for page in folder.rglob("*.html"):
            text = page.read_bytes()
            named = [path for path in compressed if path.name.encode() in text]
            sizes.append((len(gzip.compress(text, 9)) + sum(compressed[path] for path in named), str(page.relative_to(folder))))
        expect(len(sizes) > 100 and max(sizes)[0] <= MOST_FOR_FIRST_PAINT, max(sizes))


def listed_pages(folder: pathlib.Path, prefix: str) -> dict[str, list[str]]:
    """The ids of the units on each page of the list by letters."""
    return {str(page.relative_to(folder)): re.findall(rf'href="/{prefix}units/([^/"]+)/"', page.read_text(encoding="utf-8"))
            for page in (folder / prefix / "a-z").rglob("index.html")}


@test_once("By letters, each unit stands on one page, which is reached from the first by links, few units on each")
def by_letters() -> None:
    for folder, count in ((example(), None), (large(), 10_000)):
        for prefix in ("", "en/"):
            pages = listed_pages(folder, prefix)
            everybody = [unit for ids in pages.values() for unit in ids]
            expect_equal(len(everybody), len(set(everybody)), "units that stand twice")
            expect_equal(len(everybody), count or len(json.loads((folder / "units.json").read_text())))
            expect(max(map(len, pages.values())) <= 500, "a page has too many")
            reached, waiting = set(), [f"/{prefix}a-z/"]
            while waiting:
                place = waiting.pop()
                if place not in reached:
                    reached.add(place)
                    page = read_page((folder / place[1:] / "index.html").read_text(encoding="utf-8"))
                    waiting += [one.target for one in page.references if one.target.startswith(f"/{prefix}a-z/")]
            expect_equal(len(reached), len(pages), "pages that are reached")


@test_once("Another title of one unit among 10,000 touches a dozen pages at most")
def few_pages() -> None:
    config = site_with(10_000)
    home = large().parents[2]
    path = config.parent / "units.json5"
    changed = units(10_000)
    changed[7_000]["title"] = {"fa": "ی" + changed[7_000]["title"]["fa"], "en": "Z" + changed[7_000]["title"]["en"]}
    path.write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
    said = subprocess.run([program("pishkhan"), "build", "--dry-run", "--config", config, "--home", home, "--address",
                           "https://desk.example.org/"], capture_output=True, text=True, check=True, timeout=60).stdout
    lines = said.splitlines()[:-1]
    for wanted in (f"~ public/units/{changed[7_000]['id']}/index.html", "~ public/units/index.html", "~ public/units.json"):
        expect(wanted in lines, f"{wanted} is not in {lines}")
    pages = [line for line in lines if line.endswith(".html")]
    expect(len(pages) <= 12, pages)
