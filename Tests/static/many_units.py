"""Sites with many units, whose names share as few words as those of a ministry."""

import json
import pathlib
import random

from site_copy import copy_of_site

LETTERS = "بپتجچحخدرزسشصطعغفقکگلمنوهی"


def site_with(count: int) -> pathlib.Path:
    """The example with so many other units; its config."""
    config = copy_of_site({})
    (config.parent / "units.json5").write_text(json.dumps(units(count), ensure_ascii=False), encoding="utf-8")
    return config


def units(count: int) -> list[dict]:
    """A unit is a kind of office, mostly for a field and a town: `health-dept-of-x`; a tenth have another name too."""
    chance = random.Random(5)

    def persian() -> str:
        return "".join(chance.choice(LETTERS) + chance.choice(["", "ا", "و", "ی"]) for _ in range(chance.randint(2, 4)))

    def english() -> str:
        return "".join(chance.choice("bcdfghjklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))

    kinds = [(persian(), english()) if chance.random() < 0.6 else (f"{persian()} {persian()}", f"{english()}-{english()}")
             for _ in range(60)]
    fields = [(f"{persian()} {persian()}", f"{english()}-{english()}") for _ in range(120)]
    towns = [(persian(), english()) for _ in range(400)]
    made: dict[str, dict] = {}
    while len(made) < count:
        parts = [chance.choice(kinds), chance.choice(fields)] + ([chance.choice(towns)] if chance.random() < 0.7 else [])
        name = "-".join(english for _, english in parts)[:64].strip("-")
        unit = {"id": name, "title": {"fa": " ".join(persian for persian, _ in parts),
                                      "en": " of ".join(english.replace("-", " ").title() for _, english in parts)}}
        if len(made) >= 20:
            unit["parent"] = list(made)[chance.randrange(max(1, len(made) // 8))]
        if chance.random() < 0.1:
            unit["aliases"] = [f"{persian()} {persian()}"]
        made.setdefault(name, unit)
    return list(made.values())
