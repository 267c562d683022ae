"""axe-core, which PyPI's axe-playwright-python brings along, on the page that is shown."""

import pathlib

import axe_playwright_python
from playwright.sync_api import Page

_SCRIPT = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# All rules, those of good practice and that of the size of targets (WCAG 2.2) too.
_ALL = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page, only_colours: bool = False) -> list[str]:
    """`rule: markup` of everything that it finds; colours only where the rest has been looked at."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_SCRIPT)
    found = page.evaluate("options => axe.run(document, options)", _COLOURS if only_colours else _ALL)
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]
