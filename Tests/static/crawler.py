"""Follows every link, anchor, asset and image of a static site, from its files alone."""

import fnmatch
import json
import pathlib
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from built_site import ADDRESS
from references import Reference, Referring, read_page, style_addresses
from route_table import Route, route_of, routes

CGI = "/cgi-bin/pishkhan"
# Pages that the web server shows in place of others: nothing leads to them.
ERROR_PAGES = ("400.html", "404.html", "408.html", "413.html", "500.html", "503.html", "504.html", "50x.html")
# Dynamic pages load these scripts of the theme; that they do, Tests/browser shows.
OF_DYNAMIC_PAGES = tuple(f"/assets/{name}.*.js" for name in ("forms", "files", "sending", "draft", "code"))
# What programs ask for by its name.
WELL_KNOWN = ("/units.json", "/robots.txt", "/sitemap*.xml", "/.well-known/security.txt")


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
        # What stands in place of another page, and what only an old link leads to and leads on.
        for page in self._error_pages() + self.unreachable:
            read = read_page(self._file(page).read_text(encoding="utf-8"))
            if page in self._error_pages() or read.leads_on:
                self.pages[page] = read
                for one in read.references:
                    self._follow(one, page)

    @property
    def unreachable(self) -> list[str]:
        """The pages that no link leads to, seen from the home page, and that lead on to no other."""
        return sorted(set(self._all_pages()) - self.reached - set(self.pages))

    @property
    def unused(self) -> list[str]:
        """The files that nothing refers to."""
        names = {"/" + str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()}
        compressed = {one for one in names if one.endswith((".gz", ".br")) and one[:-3] in names}
        return sorted(one for one in names - self._used - compressed
                      if not one.endswith(".html") and not any(fnmatch.fnmatch(one, known) for known in WELL_KNOWN + OF_DYNAMIC_PAGES))

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
            self._read_other(path, style_addresses(file.read_text(encoding="utf-8")))
        elif file.name == "manifest.json":
            manifest = json.loads(file.read_text(encoding="utf-8"))
            self._read_other(path, [manifest["start_url"], *(icon["src"] for icon in manifest["icons"])])
        if file.name != "index.html":
            return None
        if anchor and unquote(anchor) not in read_page(file.read_text(encoding="utf-8")).anchors:
            self._miss(one, place)
        return path

    def _is_route(self, wanted: Route) -> bool:
        return any(wanted.method == route.method and fnmatch.fnmatch(wanted.pattern, route.pattern.replace("#", "*"))
                   for route in self._dynamic)

    def _read_other(self, path: str, targets: list[str]) -> None:
        """Follows what a file that is no page refers to, once."""
        if path in self._read:
            return
        self._read.add(path)
        for target in targets:
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
