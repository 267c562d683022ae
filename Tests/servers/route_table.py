"""The route table of the CGI program, read from its source."""

import re
from dataclasses import dataclass

from site_copy import CHECKOUT

SOURCE = CHECKOUT / "Sources" / "pishkhan-cgi" / "Routes.swift"


@dataclass(frozen=True, order=True)
class Route:
    pattern: str
    method: str

    def __str__(self) -> str:
        return f"{self.method} {self.pattern}"


def routes() -> list[Route]:
    """Every line of the table; a line that is not understood is an error, so that none is overlooked."""
    text = SOURCE.read_text(encoding="utf-8")
    table = re.search(r"let routes: \[Route\] = \[\n(.*?)\n\]", text, re.DOTALL)
    if not table:
        raise LookupError(f"{SOURCE} has no table 'let routes: [Route] = […]'")
    found = []
    for line in table.group(1).splitlines():
        line = line.split("//")[0].strip()
        if not line:
            continue
        entry = re.fullmatch(r'\.(get|post)\("([^"]+)", \w+\),', line)
        if not entry:
            raise LookupError(f"{SOURCE}: this line of the route table is not understood: {line}")
        found.append(Route(entry.group(2), entry.group(1).upper()))
    return found


def route_of(method: str, path: str) -> Route:
    """The route that a request goes to: numbers become `#`, the query is left out."""
    return Route(re.sub(r"(?<=/)\d+(?=/|$)", "#", path.split("?")[0]), method)
