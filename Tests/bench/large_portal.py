"""Writes the site of a portal with many units: large_portal.py UNITS FOLDER"""

import json
import pathlib
import shutil
import sys

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
KINDS = [("معاونت", "Vice-Chancellery"), ("دانشکده", "Faculty"), ("گروه", "Department"), ("دفتر", "Office"),
         ("مرکز بهداشت", "Health Centre"), ("بیمارستان", "Hospital"), ("آزمایشگاه", "Laboratory"), ("اداره", "Bureau")]
FIELDS = [("پزشکی", "Medicine"), ("پرستاری", "Nursing"), ("داروسازی", "Pharmacy"), ("تغذیه", "Nutrition"),
          ("بهداشت محیط", "Environmental Health"), ("آموزش", "Education"), ("پژوهش", "Research"), ("دانشجویی", "Students"),
          ("امور مالی", "Finance"), ("منابع انسانی", "Human Resources"), ("فوریت‌ها", "Emergencies")]
CHILDREN = 10  # of each unit that has any


def units(count: int) -> list[dict]:
    """So many units as a tree: ten at the top, and ten below each."""
    made = []
    for number in range(count):
        kind, field = KINDS[number % len(KINDS)], FIELDS[number * 7 % len(FIELDS)]
        unit = {"id": f"unit-{number}", "title": {"fa": f"{kind[0]} {field[0]} {number}", "en": f"{kind[1]} of {field[1]} {number}"},
                "letters": True, "phone": f"030-5{number % 1000:03}-{number % 10000:04}",
                "guidance": {"fa": f"شماره پرونده و نشانی خود را در نامه به {kind[0]} {field[0]} بنویسید و برگه نوبت را پیوست کنید.",
                             "en": f"Give your file number and your address in a letter to the {kind[1]}, and attach your appointment."}}
        if number >= CHILDREN:
            unit["parent"] = f"unit-{number // CHILDREN - 1}"
        made.append(unit)
    return made


def write_site(folder: pathlib.Path, count: int) -> pathlib.Path:
    """The example site with other units; its config."""
    shutil.copytree(CHECKOUT / "site", folder)
    _write_units(folder / "units.json5", count)
    return folder / "portal.json5"


def add_units(config: pathlib.Path, count: int) -> None:
    """Adds units to those of a copy of the example: two files in a folder take the place of its one."""
    folder = config.parent / "units"
    folder.mkdir()
    (config.parent / "units.json5").rename(folder / "example.json5")
    _write_units(folder / "more.json5", count)
    config.write_text(config.read_text(encoding="utf-8").replace('units: "units.json5"', 'units: "units"'), encoding="utf-8")


def _write_units(path: pathlib.Path, count: int) -> None:
    lines = ",\n".join(json.dumps(unit, ensure_ascii=False) for unit in units(count))
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    print(write_site(pathlib.Path(sys.argv[2]), int(sys.argv[1])))
