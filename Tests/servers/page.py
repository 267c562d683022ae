"""What a test reads in a page: its forms, letters, errors and links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    action: str
    method: str
    enctype: str
    values: list[tuple[str, str]] = field(default_factory=list)  # what a browser sends when nothing is filled in
    names: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    options: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, given: dict) -> list[tuple]:
        """The pairs that a browser sends, in order; a name that the form does not have is an error."""
        unknown = set(given) - self.names
        if unknown:
            raise LookupError(f"the form {self.action} has no field {unknown}, it has {self.names}")
        pairs = [(name, value) for name, value in self.values if name not in given]
        for name, value in given.items():
            pairs += [(name, one) for one in (value if isinstance(value, list) else [value])]
        sent = {name for name, _ in pairs}
        # A file field in which nothing was chosen is sent with an empty name.
        return pairs + [(name, ("", b"")) for name in sorted(self.files - sent)]


class PageReader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.letters: dict[str, str] = {}
        self.errors: list[str] = []
        self.links: list[str] = []
        self.title = ""
        self._form: Form | None = None
        self._select: str | None = None
        self._select_value: str | None = None
        self._text_area: str | None = None
        self._in_title = False
        self._collected = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        got = {name: value or "" for name, value in attributes}
        if "data-letter" in got:
            self.letters[got["data-letter"]] = got.get("data-state", "")
        if "data-error" in got:
            self.errors.append(got["data-error"])
        if tag == "a" and "href" in got:
            self.links.append(got["href"])
        if tag == "title" and not self.title:
            self._in_title = True
        if tag == "form":
            self._form = Form(got.get("action", ""), got.get("method", "get").lower(),
                              got.get("enctype", "application/x-www-form-urlencoded").lower())
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(tag, got)

    def _field(self, tag, got):
        form, name = self._form, got.get("name", "")
        if tag == "option" and self._select:
            value = got.get("value", "")
            form.options[self._select].append(value)
            if "selected" in got or self._select_value is None:
                self._select_value = value
        if not name or "disabled" in got:
            return
        kind = got.get("type", "text").lower()
        if tag == "input":
            form.names.add(name)
            if kind == "file":
                form.files.add(name)
            elif kind in ("radio", "checkbox"):
                form.options.setdefault(name, []).append(got.get("value", "on"))
                if "checked" in got:
                    form.values.append((name, got.get("value", "on")))
            elif kind not in ("submit", "image", "button", "reset"):
                form.values.append((name, got.get("value", "")))
        elif tag == "select":
            form.names.add(name)
            form.options[name] = []
            self._select, self._select_value = name, None
        elif tag == "textarea":
            form.names.add(name)
            self._text_area, self._collected = name, ""
        elif tag == "button":
            form.names.add(name)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "title":
            self._in_title = False
        elif tag == "select" and self._select:
            if self._select_value is not None and self._form is not None:
                self._form.values.append((self._select, self._select_value))
            self._select = None
        elif tag == "textarea" and self._text_area:
            if self._form is not None:
                self._form.values.append((self._text_area, self._collected.removeprefix("\n")))
            self._text_area = None

    def handle_data(self, data):
        if self._in_title:
            self.title += data
        if self._text_area:
            self._collected += data
