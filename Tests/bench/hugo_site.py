"""The unit pages of a portal as a site for Hugo: the same content, in a template made from the portal's own pages."""

import json
import pathlib

from large_portal import units

CONFIG = """\
baseURL = "http://127.0.0.1:8080/"
defaultContentLanguage = "fa"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
[languages.fa]
contentDir = "content/fa"
weight = 1
[languages.en]
contentDir = "content/en"
weight = 2
"""
SAMPLE = 500  # a unit with guidance, a telephone number, and units above and below it


def write_hugo_site(folder: pathlib.Path, count: int, public: pathlib.Path) -> None:
    """Writes the site.

    `public` holds the portal's own pages of as many units.
    """
    made = units(count)
    below: dict[str, list] = {}
    for unit in made:
        below.setdefault(unit.get("parent", ""), []).append(unit)
    folder.mkdir()
    (folder / "config.toml").write_text(CONFIG)
    for language, root in (("fa", public), ("en", public / "en")):
        layouts = folder / "layouts" / "units"
        layouts.mkdir(parents=True, exist_ok=True)
        name = "single.html" if language == "fa" else f"single.{language}.html"
        (layouts / name).write_text(_template(root, made[SAMPLE], below, language), encoding="utf-8")
        content = folder / "content" / language / "units"
        content.mkdir(parents=True)
        for unit in made:
            matter = {"title": unit["title"][language], "unit": unit["id"], "guidance": unit["guidance"][language],
                      "phone": _digits(unit["phone"], language), "dialled": _dialled(unit), "parent": unit.get("parent", ""),
                      "children": [{"unit": child["id"], "title": child["title"][language]} for child in below.get(unit["id"], [])]}
            (content / f"{unit['id']}.md").write_text(json.dumps(matter, ensure_ascii=False) + "\n", encoding="utf-8")


def pages_that_differ(hugo: pathlib.Path, public: pathlib.Path, count: int) -> list[str]:
    """Of some hundred pages, those that Hugo made otherwise than the portal."""
    def words(path: pathlib.Path) -> list[str]:
        # Go's templates and ours choose different names for the same escapes, and spaces between elements mean nothing.
        text = path.read_text(encoding="utf-8").replace("&#43;", "+").replace("&#34;", "&quot;").replace("><", "> <")
        return text.split()

    places = [f"{prefix}units/unit-{number}/index.html" for prefix in ("", "en/") for number in range(0, count, count // 50)]
    return [place for place in places if words(hugo / place) != words(public / place)]


def _template(root: pathlib.Path, sample: dict, below: dict, language: str) -> str:
    page = (root / "units" / sample["id"] / "index.html").read_text(encoding="utf-8")
    children = below[sample["id"]]
    first, last = (_line(page, f'/units/{child["id"]}/') for child in (children[0], children[-1]))
    item = (first.replace(children[0]["id"], "{{ .unit }}").replace(children[0]["title"][language], "{{ .title }}"))
    begin, end = page.index(first), page.index(last) + len(last)
    page = page[:begin] + "{{ range .Params.children }}" + item + "\n{{ end }}" + page[end + 1:]
    # What stands around the list is there only where units are below: from its heading to the end of the list.
    heading = page.rindex("<h2", 0, begin)
    close = page.index("</nav>", begin) + len("</nav>")
    page = page[:heading] + "{{ if .Params.children }}" + page[heading:close] + "{{ end }}" + page[close:]
    above = _line(page, f'/units/{sample["parent"]}/', "<p>")
    page = page.replace(above, "{{ with .Params.parent }}" + above.replace(sample["parent"], "{{ . }}") + "{{ end }}")
    return (page.replace(sample["title"][language], "{{ .Title }}").replace(sample["guidance"][language], "{{ .Params.guidance }}")
            .replace(_digits(sample["phone"], language), "{{ .Params.phone }}")
            .replace(_dialled(sample), "{{ .Params.dialled }}").replace(sample["id"], "{{ .Params.unit }}"))


def _dialled(unit: dict) -> str:
    return unit["phone"].replace("-", "")


def _line(page: str, having: str, beginning: str = "<li>") -> str:
    return next(line for line in page.split("\n") if having in line and line.startswith(beginning))


def _digits(text: str, language: str) -> str:
    return text.translate({ord("0") + digit: "۰۱۲۳۴۵۶۷۸۹"[digit] for digit in range(10)}) if language == "fa" else text
