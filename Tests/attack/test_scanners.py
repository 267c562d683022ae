"""Two scanners that are not ours, on the pages of citizens and of the staff."""

import re
from concurrent.futures import ThreadPoolExecutor

from citizen import CGI
from client import Client
from desk_under_attack import lift_limits, site_with_wide_limits
from leaky_server import LeakyServer
from passing_on import PassingOn
from portal import Portal
from route_table import routes
from scan_targets import PAGES_WITH_APP, browser_with_apps, sqlmap_targets
from scanners import Scan, Target, sqlmap, wapiti
from sentences import expect, expect_equal, test_once
from visitors import desk

# What a scanner reports that is none: a pattern of the finding's words, and the reason.
FALSE_ALARMS = (
    (r"HTTP Secure Headers: .*X-Frame-Options is not set", "frame-ancestors 'none' in the policy says the same, and is newer (CSP 2)"),
    (r"HTTP Secure Headers: .*X-XSS-Protection is not set", "no browser knows it any more; where it was known it opened holes"),
    (r"HTTP Secure Headers: .*Strict-Transport-Security is not set", "belongs to whoever ends TLS; the scanned portal has none"),
    (r"Secure Flag cookie: ", "the scanned portal's address is http; test_headers.py sees the flag with https"),
    (r"Cross Site Request Forgery: GET ", "a form that only reads"),
    (r"Cross Site Request Forgery: POST \S*/login/code ", "stands on a static page: the security code and the origin take the token's place"),
)


def judged(scan: Scan) -> list[str]:
    """The findings that no line of FALSE_ALARMS explains; prints the list of what was tried."""
    print("  tried: " + "; ".join(scan.tried), flush=True)
    left = []
    for finding in sorted(set(scan.findings)):
        reason = next((reason for pattern, reason in FALSE_ALARMS if re.match(pattern, finding)), None)
        print(f"  {'false alarm' if reason else 'FINDING'}: {finding}{f' ({reason})' if reason else ''}", flush=True)
        if not reason:
            left.append(finding)
    return left


def crawled(portal: Portal, who: str, cookies: dict[str, str], wanted: set[str], pages: list[str]) -> list[str]:
    """What wapiti finds with these cookies; it must come to the `wanted` routes, and the `pages` must be there to its end."""
    print(f"  wapiti as {who}", flush=True)
    starts = ["/letters/new", "/staff/letters?state=accepted", "/staff/password"]
    with PassingOn(portal.address, cookies) as between:
        left = judged(wapiti(between.address, starts=[CGI + page for page in dict.fromkeys(pages + starts)]))
    patterns = {route.pattern for route in routes()}
    for request, statuses in sorted(between.asked.items()):
        if request.split(" ")[1] in patterns:
            print(f"    {request}: " + ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items())), flush=True)
    missed = wanted - between.asked.keys()
    expect(not missed, f"wapiti as {who} did not come to {missed}")
    for page in pages:
        status = Client(portal.address, dict(cookies)).get(CGI + page).status
        expect_equal(status, 200, f"{page}: it is gone meanwhile, so that it was not seen whole")
    return left


@test_once("The scanners find the holes of a server that has some")
def control() -> None:
    with LeakyServer() as address:
        found = sqlmap(address, Target("/item?id=1", "id")).findings
        expect(any("SQL injection" in one for one in found), f"sqlmap found {found}")
        found = wapiti(address, crawl_seconds=15, module_seconds=10).findings
        for wanted in ("SQL Injection: GET /item id", "Cross Site Scripting: GET /search q", "CSP is not set", "X-Content-Type-Options is not set"):
            expect(any(wanted in one for one in found), f"wapiti did not find {wanted}: {found}")


@test_once("wapiti and sqlmap find nothing on the pages of citizens and staff")
def scanned() -> None:
    with Portal(config=site_with_wide_limits()) as portal:
        people = desk(portal)
        lift_limits(portal)
        left = []
        with ThreadPoolExecutor(2) as both:
            for scan in both.map(lambda target: sqlmap(portal.address, target), sqlmap_targets(portal, people)):
                left += judged(scan)
        citizen, reviewer, clerk = (people.visitor(name).client for name in ("citizen A", "reviewer", "clerk"))
        left += crawled(portal, "citizen and reviewer", citizen.cookies | reviewer.cookies, {
            "POST /letters", "GET /track", "POST /staff/letters/#/reject", "POST /login/code", "POST /authenticator",
            "POST /staff/authenticator"}, ["/desk", "/authenticator", "/staff/letters", "/staff/authenticator"])
        left += crawled(portal, "clerk", clerk.cookies, {"POST /staff/letters/#/events", "POST /staff/letters/#/reply"},
                        ["/staff/letters"])
        left += crawled(portal, "citizen and reviewer with apps", browser_with_apps(portal).cookies, {
            "POST /login/verify", "POST /staff/login/code", "POST /authenticator/recovery", "POST /authenticator/remove",
            "POST /staff/authenticator/recovery", "POST /staff/authenticator/remove"}, list(PAGES_WITH_APP))
        expect_equal(left, [], "findings")
        log = "".join(one.read_text(errors="replace") for one in (portal.messages_log.parents[1] / "logs").glob("*.log"))
        for word in ("Fatal error", "SQLITE", "syntax error", "signal", " 503 "):
            expect(word not in log, f"the log has {word!r}: …{log[max(0, log.find(word) - 300):log.find(word) + 300]}")
