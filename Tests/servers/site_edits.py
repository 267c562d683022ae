"""Random edits of a copy of the example site, as administrators make them; each leaves a site that can be built."""

import pathlib
import random
import re

TITLE = re.compile(r'(fa|en): "([^"\n]*)"')


class SiteEdits:
    """Edits in the folder of a copied `site/`."""

    def __init__(self, folder: pathlib.Path, random_numbers: random.Random):
        self.folder = folder
        self.random = random_numbers
        self.count = 0
        self.kinds = [self._unit_title, self._unit_title, self._new_unit, self._unit_gone, self._unit_closed,
                      self._unit_moved, self._page_text, self._page_text, self._new_page, self._catalogue, self._name,
                      self._style, self._limit, self._guidance, self._english_title, self._units_swapped,
                      self._units_comment, self._nothing]

    def make_one(self) -> str:
        """Makes an edit; says which."""
        self.count += 1
        kind = self.random.choice(self.kinds)
        return f"{kind.__name__.strip('_')}: {kind()}"

    def _change(self, name: str, change) -> None:
        path = self.folder / name
        before = path.read_text(encoding="utf-8")
        after = change(before)
        path.write_text(after, encoding="utf-8")

    def _some_line(self, name: str, pattern: str, change) -> str:
        """Changes one of the lines of a file that a pattern matches."""
        path = self.folder / name
        lines = path.read_text(encoding="utf-8").split("\n")
        fitting = [number for number, line in enumerate(lines) if re.search(pattern, line)]
        if not fitting:
            return "no line fits"
        number = self.random.choice(fitting)
        lines[number] = change(lines[number])
        path.write_text("\n".join(lines), encoding="utf-8")
        return f"{name}:{number + 1}"

    def _unit_title(self) -> str:
        return self._some_line("units.json5", r'^\s*\{? ?id: .*title: \{', lambda line: TITLE.sub(
            lambda found: f'{found[1]}: "{found[2]} {self.count}"', line, count=1))

    def _english_title(self) -> str:
        return self._some_line("units.json5", r'^\s*\{? ?id: .*title: \{.*en: "', lambda line: re.sub(
            r'en: "([^"]*)"', rf'en: "\1 {self.count}"', line, count=1))

    def _units_swapped(self) -> str:
        path = self.folder / "units.json5"
        lines = path.read_text(encoding="utf-8").split("\n")
        whole = [number for number, line in enumerate(lines) if re.fullmatch(r"  \{ id: .*\},", line)]
        one, other = self.random.sample(whole, 2)
        lines[one], lines[other] = lines[other], lines[one]
        path.write_text("\n".join(lines), encoding="utf-8")
        return f"lines {one + 1} and {other + 1}"

    def _units_comment(self) -> str:
        return self._some_line("units.json5", r"^  \{ id: ", lambda line: f"  // Comment {self.count}: {{ ]\n{line} /* , */")

    def _new_unit(self) -> str:
        unit = (f'  {{ id: "new-{self.count}", parent: "legal", title: {{ fa: "واحد تازهٔ {self.count}", '
                f'en: "New Unit {self.count}" }}, letters: true }},\n]')
        self._change("units.json5", lambda text: re.sub(r"\]\s*$", lambda _: unit + "\n", text))
        return f"new-{self.count}"

    def _unit_gone(self) -> str:
        return self._some_line("units.json5", r'^  \{ id: "new-\d+".*\},$', lambda _: "")

    def _unit_closed(self) -> str:
        return self._some_line("units.json5", r"letters: true \},$", lambda line: line.replace("letters: true }", "letters: true, open: false }"))

    def _unit_moved(self) -> str:
        return self._some_line("units.json5", r'^  \{ id: "new-\d+", parent: "legal"', lambda line: line.replace('"legal"', '"education"'))

    def _guidance(self) -> str:
        return self._some_line("units.json5", r'^      en: "', lambda line: re.sub(r'",$', f' Edit {self.count}.",', line))

    def _page_text(self) -> str:
        pages = sorted(self.folder.glob("pages/*/*.md"))
        path = self.random.choice(pages)
        path.write_text(path.read_text(encoding="utf-8") + f"\n\nSentence {self.count} < & >.\n", encoding="utf-8")
        return path.name

    def _new_page(self) -> str:
        for language in ("fa", "en"):
            (self.folder / f"pages/{language}/page-{self.count}.md").write_text(
                f"---\ntitle: Page {self.count}\nsummary: \n---\n\n## Part\n\nText.\n", encoding="utf-8")
        return f"page-{self.count}"

    def _catalogue(self) -> str:
        return self._some_line("texts/en.json5", r'^\s*\w+: "[^"{}]*",$', lambda line: re.sub(r'",$', f' {self.count}",', line))

    def _name(self) -> str:
        self._change("portal.json5", lambda text: re.sub(r'(en: "Electronic Front Desk)[^"]*', rf"\1 {self.count}", text, count=1))
        return "the portal's name"

    def _style(self) -> str:
        self._change("theme/style.css", lambda text: f"{text}\n.edit-{self.count} {{ order: {self.count}; }}\n")
        return "style.css"

    def _limit(self) -> str:
        self._change("portal.json5", lambda text: re.sub(r"attachments: \d+", f"attachments: {1 + self.count % 9}", text))
        return "limits.attachments"

    def _nothing(self) -> str:
        return "nothing"
