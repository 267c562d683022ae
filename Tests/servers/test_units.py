"""`pishkhan units`: a spreadsheet and back, and a portal from it."""

import csv
import io
import pathlib
import subprocess
import tempfile

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site


def run(config: pathlib.Path, *words: str | pathlib.Path) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), *words, "--config", config], capture_output=True, timeout=60)


def units(config: pathlib.Path, *words: str | pathlib.Path) -> str:
    ended = run(config, "units", *words)
    expect_equal((ended.returncode, ended.stderr), (0, b""))
    return ended.stdout.decode()


def files(folder: pathlib.Path) -> dict[pathlib.Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@test_once("The exported table is what Python's reader of CSV understands, and Excel's form begins with its mark")
def exported() -> None:
    config = copy_of_site({})
    table = units(config, "export", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    expect_equal(list(rows[0]), [
        "id", "title.fa", "title.en", "aliases", "parent", "letters", "open", "opens", "closes", "guidance.fa", "guidance.en",
        "form", "requiredAttachments.fa", "requiredAttachments.en", "workingDays", "phone", "email", "address.fa",
        "address.en", "hours.fa", "hours.en", "replacedBy"])
    expect(len(rows) > 50 and len({row["id"] for row in rows}) == len(rows), len(rows))
    legal = next(row for row in rows if row["id"] == "legal")
    expect_equal((legal["title.en"], legal["parent"]), ("Legal Affairs", "presidency"))
    graduates = next(row for row in rows if row["id"] == "graduates")
    expect_equal(graduates["requiredAttachments.en"], "this office's request form | a copy of the national card")
    expect_equal((graduates["form"], graduates["workingDays"]), ("forms/graduates.pdf", "10"))
    expect_equal(table.count("\r\n"), len(rows) + 1, "rows that end with CR LF")
    expect_equal(units(config, "export", "--format", "excel"), "\ufeff" + table)


@test_once("A portal from each form of the same units is the same portal to the byte")
def same_portal() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-units-") as folder:
        homes = []
        for number, name in enumerate(("units.json5", "again.json5", "units.csv", "semicolons.csv", "folder")):
            config = copy_of_site({r'\bunits: "units.json5"': f'units: "{name}"'}) if number else copy_of_site({})
            site, example = config.parent, CHECKOUT / "site" / "portal.json5"
            table = units(example, "export", "--format", "csv")
            if name == "again.json5":
                (site / name).write_text(units(example, "export"), encoding="utf-8")
            elif name == "units.csv":
                (site / name).write_text(table, encoding="utf-8", newline="")
            elif name == "semicolons.csv":
                with (site / name).open("w", encoding="utf-8-sig", newline="") as file:
                    csv.writer(file, delimiter=";").writerows(csv.reader(io.StringIO(table, newline="")))
            elif name == "folder":
                head, *rows = list(csv.reader(io.StringIO(table, newline="")))
                (site / name).mkdir()
                for part, some in (("1.csv", rows[:30]), ("2.csv", rows[30:])):
                    with (site / name / part).open("w", encoding="utf-8", newline="") as file:
                        csv.writer(file).writerows([head, *some])
            homes.append(pathlib.Path(folder) / name.replace(".", "-"))
            ended = run(config, "build", "--home", homes[-1])
            expect_equal((ended.returncode, ended.stderr), (0, b""), name)
        first = files(homes[0] / "current" / "public")
        expect(len(first) > 100, len(first))
        for home in homes[1:]:
            other = files(home / "current" / "public")
            expect_equal([str(path) for path in first.keys() | other.keys() if first.get(path) != other.get(path)], [],
                         home.name)


@test_once("diff says what a table would change, and import changes it; a unit is taken out only by force")
def diff_and_import() -> None:
    config = copy_of_site({})
    file = config.parent / "units.json5"
    before = file.read_bytes()
    table = config.parent / "new.csv"
    rows = list(csv.reader(io.StringIO(units(config, "export", "--format", "excel").removeprefix("\ufeff"), newline="")))
    with table.open("w", encoding="utf-8-sig", newline="") as new:
        csv.writer(new).writerows(rows)
    expect_equal(units(config, "diff", table), "no differences\n")

    rows = [row for row in rows if row[0] != "selection"]
    rows[1][1] = "دفتر ریاست"
    archive = {"id": "archive", "title.fa": "بایگانی", "title.en": "Archive", "parent": "presidency", "closes": "1405/12/29"}
    rows.append([archive.get(column, "") for column in rows[0]])
    library = next(row for row in rows if row[0] == "central-library")
    library[rows[0].index("aliases")] = "مرکز اسناد | archive"
    with table.open("w", encoding="utf-8-sig", newline="") as new:
        csv.writer(new, delimiter=";").writerows(rows)
    differences = ['- selection  هسته گزینش', '~ presidency  title.fa: "حوزه ریاست" → "دفتر ریاست"',
                   '~ central-library  aliases: "مرکز اسناد" → "مرکز اسناد | archive"', "+ archive  بایگانی"]
    expect_equal(units(config, "diff", table).splitlines(), differences)
    expect_equal(file.read_bytes(), before, "diff has written")

    ended = run(config, "units", "import", table)
    expect_equal((ended.returncode, ended.stdout.decode().splitlines()), (1, differences))
    expect(b"1 of the portal's units would be gone" in ended.stderr, ended.stderr)
    expect_equal(file.read_bytes(), before, "a refused import has written")

    said = units(config, "import", table, "--force")
    expect_equal(said.splitlines(), [*differences, f"{file}: {len(rows) - 1} units; now run: pishkhan build"])
    expect_equal(units(config, "diff", table), "no differences\n")
    expect_equal(run(config, "check", "--strict").returncode, 0)
    expect_equal(sorted(one.name for one in config.parent.iterdir() if one.name.startswith("units")), ["units.json5"])


@test_once("A wrong table is told by row and column, and changes nothing")
def wrong_table() -> None:
    config = copy_of_site({})
    before = (config.parent / "units.json5").read_bytes()
    table = config.parent / "new.csv"
    table.write_text("id;title.fa;title.en;open\na;الف;A;TRUE\nb;ب;B;no\n", encoding="utf-8-sig")
    ended = run(config, "units", "import", table, "--force")
    expect_equal((ended.returncode, ended.stdout), (1, b""))
    expect_equal(ended.stderr.decode().splitlines(),
                 [f'{table}:3:7: error: row 3, column "open" is "no"; expected true or false', "b;ب;B;no", "      ^",
                  "1 mistake"])
    expect_equal((config.parent / "units.json5").read_bytes(), before)
