"""The keys of the config: what editors are told is what `pishkhan check` does."""

import copy
import json
import subprocess

import json5
import jsonschema

from programs import program
from sentences import expect, expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site


def run(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run([program("pishkhan"), *words], capture_output=True, text=True, timeout=60)


def schema(name: str) -> dict:
    return json.loads(run("config", "--schema", name).stdout)


def example(name: str) -> object:
    return json5.loads((CHECKOUT / "site" / name).read_text(encoding="utf-8"))


@test_once("Both schemas are valid, and the example is valid by them")
def schemas_are_valid() -> None:
    for name, file in (("portal", "portal.json5"), ("units", "units.json5")):
        jsonschema.Draft7Validator.check_schema(schema(name))
        jsonschema.Draft7Validator(schema(name)).validate(example(file))


def numbers(keys: dict, path: tuple = ()):
    """Every key of the schema that holds a whole number, by its path."""
    for name, key in keys.get("properties", {}).items():
        if key.get("type") == "integer":
            yield (*path, name), key
        elif key.get("type") == "object" and name != "sms":
            yield from numbers(key, (*path, name))


def with_value(config: dict, path: tuple, value: object) -> dict:
    changed = copy.deepcopy(config)
    inside = changed
    for step in path[:-1]:
        inside = inside.setdefault(step, {"socket": "/run/clamav/clamd.ctl"} if step == "scanner" else {})
    inside[path[-1]] = value
    return changed


@test_once("The schema and the reader take and refuse the same values, at each end of every range")
def schema_agrees_with_reader() -> None:
    validator = jsonschema.Draft7Validator(schema("portal"))
    config = example("portal.json5")
    changes = [(("adress",), "x"), (("name",), "x"), (("name", "de"), "x"), (("languages",), []), (("languages",), ["de"]),
               (("address",), "x"), (("cgiPath",), "/x/"), (("timeZone",), "3:30"), (("sandbox",), "yes"),
               (("sandbox",), "required"), (("letters", "wordMacros"), True), (("staff", "networks"), ["x"]),
               (("mobile", "countryCode"), "+98"), (("sms", "gateway"), "smtp"), (("scanner",), {"timeout": 3}),
               (("home",), ""), (("limits",), None), (("proxy",), {}), (("proxy",), {"addresses": []}), (("proxy",), {"addresses": ["x"]}),
               (("proxy",), {"addresses": ["10.0.0.5", "2001:db8::/64"]}), (("proxy",), {"addresses": ["10.0.0.5"], "endsTLS": 1})]
    for path, key in numbers(schema("portal")):
        lowest, highest = key["minimum"], key["maximum"]
        changes += [(path, value) for value in (lowest - 1, lowest, highest, highest + 1, lowest + 0.5, str(lowest))]
    expect(len(changes) > 150, f"only {len(changes)} changes")
    file = copy_of_site({})
    for path, value in changes:
        changed = with_value(config, path, value)
        file.write_text(json.dumps(changed), encoding="utf-8")
        ended = run("check", "--config", str(file))
        expect(ended.returncode in (0, 1), ended.stderr)
        expect_equal(validator.is_valid(changed), ended.returncode == 0, f"{'.'.join(path)}: {value!r}, {ended.stderr}")
        expect(ended.returncode == 0 or f"{file}:1:" in ended.stderr, ended.stderr)


@test_once("An unknown key to explain is wrong usage, with the near name; a known one is explained")
def explain() -> None:
    ended = run("config", "--explain", "limits.fileBytes")
    expect_equal((ended.returncode, ended.stderr), (0, ""))
    expect("as if it were 20971520, which is 20 MB" in ended.stdout, ended.stdout)
    ended = run("config", "--explain", "fileByets")
    expect_equal((ended.returncode, ended.stdout), (2, ""))
    expect("did you mean 'fileBytes'?" in ended.stderr, ended.stderr)
