"""The rights table, seen from outside: every route, every visitor, everybody's letters, every method."""

import re

from answers import body_of, seen
from client import Answer
from citizen import CGI
from desk_under_attack import content, difference
from portal import Portal
from rights import COLUMNS, table
from route_table import route_of, routes
from sentences import expect, expect_equal, test
from tracking_code import nobodys_code
from visitors import desk, desk_to_spend

ODD_METHODS = ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get")


def cell(answer: Answer) -> str:
    """The answer as the rights table writes it."""
    if answer.status != 303:
        return str(answer.status)
    path, _, query = answer.location.partition("?")
    if query.startswith("done="):
        return "→done"
    last = path.removeprefix(CGI).strip("/") or "home"
    return "→" + ("status" if last.endswith("/status") else last)


def printed(lines: list[tuple[str, list[str]]]) -> str:
    width = max(len(name) for name, _ in lines)
    head = f"{'':{width}}  " + "  ".join(f"{name:>15}" for name in COLUMNS)
    return "\n".join([head, *(f"{name:{width}}  " + "  ".join(f"{one:>15}" for one in cells) for name, cells in lines)])


@test("The rights table names every route of the program, and no other")
def every_route(portal: Portal) -> None:
    named = {route_of(method, re.sub(r"\{[^}]*\}", "1", path)) for method, path, _ in table()}
    expect_equal(sorted(named), sorted(routes()), "the routes of Tests/attack/rights.py")


@test("The tracking code of another's letter is the same page as one that belongs to nobody")
def tracking(portal: Portal) -> None:
    people = desk(portal)
    citizen = people.visitor("citizen A")
    own, others = people.names["A.code"], people.names["B.code"]
    nobodys = nobodys_code(own, others)
    pages = [citizen.ask("GET", f"{CGI}/track?code={code}") for code in (others, nobodys)]
    expect_equal([page.status for page in pages], [404, 404])
    one, other = (body_of(page).replace(code.encode(), b"CODE") for page, code in zip(pages, (others, nobodys)))
    expect(one == other, "the pages differ")


@test("Methods that no route has are 405 with Allow whoever asks for whichever letter")
def odd_methods(portal: Portal) -> None:
    people = desk(portal)
    asked = 0
    for pattern in sorted({route.pattern for route in routes()}):
        allowed = [route.method for route in routes() if route.pattern == pattern]
        for letter in ("A.accepted", "none") if "#" in pattern else ("none",):
            path = people.path(pattern.replace("#", "{" + letter + "}", 1).replace("#", "1"))
            others = [one for one in ("GET", "POST") if one not in allowed]
            for visitor in (people.visitor(name) for name in ("nobody", "citizen A", "reviewer")):
                for method in (*ODD_METHODS, *others):
                    answer = visitor.ask(method, path)
                    asked += 1
                    # TRACE and what is no method at all, web servers refuse themselves.
                    own = method in ("TRACE", "get") and answer.status in (400, 403, 405, 501)
                    expect(answer.status == 405 or own, f"{method} {path} for {visitor.name}: {answer.status}")
                    if answer.headers["Allow"] and not own:
                        names = set(answer.headers["Allow"].replace(" ", "").split(","))
                        expect_equal(names, set(allowed) | ({"HEAD"} if "GET" in allowed else set()), f"Allow of {path}")
    print(f"{asked} requests with other methods", flush=True)


@test("Each of nine visitors gets from each route what the rights table says, and another's letter is the 404 of none")
def rights(portal: Portal) -> None:
    people = desk_to_spend(portal)
    before = content(portal)
    lines, wrong, missing, changed = [], [], {}, ""
    for method, path, wanted in table():
        if path.endswith("{A.review}/accept"):
            changed = difference(before, content(portal))
        found = []
        for visitor, cell_wanted in zip(people.visitors, wanted):
            answer = visitor.ask(method, people.path(path))
            found.append(cell(answer))
            if found[-1] != cell_wanted:
                wrong.append(f"{method} {path} for {visitor.name}: {found[-1]}, not {cell_wanted}")
            if answer.status == 404:
                missing.setdefault((method, visitor.name), []).append((path, answer))
            if method == "GET":
                head = visitor.ask("HEAD", people.path(path))
                expect_equal((cell(head), head.body), (found[-1], b""), f"HEAD {path} for {visitor.name}")
        lines.append((f"{method} {path}", found))
    print(printed(lines), flush=True)
    print(f"{len(lines)} requests, {len(lines) * len(COLUMNS)} cells, {len(wrong)} wrong", flush=True)
    expect_equal(wrong, [])
    expect_equal(changed, "", "what all requests before the first acceptance have changed")
    same = 0
    for (method, visitor), answers in missing.items():
        none = next((one for path, one in answers if "{none}" in path), answers[0][1])
        for path, answer in answers:
            if "/letters/{" in path:
                expect(seen(answer) == seen(none), f"{method} {path} for {visitor} is another 404 than that of no letter")
                same += 1
    print(f"{same} answers 404, each byte for byte that of a letter that does not exist", flush=True)
