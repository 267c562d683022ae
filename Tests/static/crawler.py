"""Follows every link, anchor, asset and image of a static site, from its files alone."""

import fnmatch
import pathlib
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from built_site import ADDRESS
from references import Reference, Referring, read_page, style_addresses
from route_table import Route, route_of, routes

CGI = "/cgi-bin/pishkhan"
# Pages that the web server shows in place of others: nothing leads to them.
ERROR_PAGES = ("400.html", "404.html", "408.html", "413.html", "500.html", "50x.html")
# What programs ask for by its name.
WELL_KNOWN = ("/units.json",)


class Crawl:
    """What was found from the home page on: `missing` are the references that lead nowhere, as `file:line: target`."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.missing: list[str] = []
        self.pages: dict[str, Referring] = {}
        self._read: set[str] = set()
        self._used: set[str] = set()
        self._dynamic = set(routes())
        waiting = ["/"]
        while waiting:
            place = waiting.pop()
            if place not in self.pages:
                self.pages[place] = read_page(self._file(place).read_text(encoding="utf-8"))
                waiting += [there for one in self.pages[place].references if (there := self._follow(one, place)) and one.leads]
        self.reached = set(self.pages)
        # Only links from before lead to a page that leads on.
        self.forwarding = {page for page in set(self._all_pages()) - self.reached
                           if read_page(self._file(page).read_text(encoding="utf-8")).forwards}
        for page in [*self._error_pages(), *self.forwarding]:
            self.pages[page] = read_page(self._file(page).read_text(encoding="utf-8"))
            for one in self.pages[page].references:
                self._follow(one, page)

    @property
    def unreachable(self) -> list[str]:
        """The pages that no link leads to, seen from the home page."""
        return sorted(set(self._all_pages()) - self.reached - self.forwarding)

    @property
    def unused(self) -> list[str]:
        """The files that nothing refers to."""
        names = {"/" + str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()}
        return sorted(one for one in names - self._used
                      if not one.endswith(".html") and not any(fnmatch.fnmatch(one, known) for known in WELL_KNOWN))

    def _follow(self, one: Reference, place: str) -> str | None:
        """Looks after what a reference leads to; answers with the page, if it is one."""
        address, anchor = urldefrag(urljoin(ADDRESS.rstrip("/") + place, one.target))
        if urlsplit(address).scheme not in ("http", "https"):
            return None
        if not address.startswith(ADDRESS):
            return None
        path = unquote(urlsplit(address).path)
        if path.startswith(CGI + "/"):
            if not self._is_route(route_of(one.method, path.removeprefix(CGI))):
                self._miss(one, place)
            return None
        file = self._file(path)
        if not file.is_file() or self.folder not in file.resolve().parents:
            self._miss(one, place)
            return None
        self._used.add(path)
        if file.suffix == ".css":
            self._read_style(path, file)
        if file.name != "index.html":
            return None
        if anchor and unquote(anchor) not in read_page(file.read_text(encoding="utf-8")).anchors:
            self._miss(one, place)
        return path

    def _is_route(self, wanted: Route) -> bool:
        return any(wanted.method == route.method and fnmatch.fnmatch(wanted.pattern, route.pattern.replace("#", "*"))
                   for route in self._dynamic)

    def _read_style(self, path: str, file: pathlib.Path) -> None:
        if path in self._read:
            return
        self._read.add(path)
        for target in style_addresses(file.read_text(encoding="utf-8")):
            self._follow(Reference(target, 1, False), path)

    def _file(self, path: str) -> pathlib.Path:
        return self.folder / (path[1:] + "index.html" if path.endswith("/") else path[1:])

    def _miss(self, one: Reference, place: str) -> None:
        self.missing.append(f"{self._file(place).relative_to(self.folder)}:{one.line}: {one.target}")

    def _all_pages(self) -> list[str]:
        return ["/" + str(path.relative_to(self.folder)).removesuffix("index.html")
                for path in self.folder.rglob("*.html") if path.name not in ERROR_PAGES]

    def _error_pages(self) -> list[str]:
        return ["/" + str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html") if path.name in ERROR_PAGES]
