"""Two scanners that are not ours, on the pages of citizens and of the staff."""

import re
from concurrent.futures import ThreadPoolExecutor

from citizen import CGI, Citizen, new_mobile
from client import Client
from desk_under_attack import site_with_wide_limits
from leaky_server import LeakyServer
from passing_on import PassingOn
from portal import Portal
from route_table import routes
from scanners import Scan, Target, sqlmap, wapiti
from sentences import expect, expect_equal, test_once
from visitors import Desk, desk

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


def targets(portal: Portal, people: Desk) -> list[Target]:
    """Each parameter that reaches the database, with the session of somebody who may ask."""
    def of(name: str) -> tuple:
        return tuple(people.visitor(name).client.cookies.items())

    def form(visitor: str, **fields: str) -> str:
        return "&".join(f"{name}={value}" for name, value in ({"token": people.visitor(visitor).token} | fields).items())

    letter, accepted = people.names["A.review"], people.names["A.accepted"]
    login = Client(portal.address)
    token = dict(login.get(f"{CGI}/staff/login").form("/staff/login").values)["token"]
    verify = Citizen(portal, new_mobile())
    code_token = dict(verify.client.follow(verify.ask_for_code()).form(having="code").values)["token"]
    letter_form = {"sender": "x", "senderKind": "person", "unit": "education", "subject": "x", "submission": "A" * 43}
    return [
        Target(f"{CGI}/desk?from=5&lang=fa", "from,lang", cookies=of("citizen A")),
        Target(f"{CGI}/track?code={people.names['A.code']}", "code", cookies=of("citizen A")),
        Target(f"{CGI}/letters/new?unit=education", "unit", cookies=of("citizen A")),
        Target(f"{CGI}/letters/{letter}*", cookies=of("citizen A")),
        Target(f"{CGI}/letters/{letter}/documents/1*", cookies=of("citizen A")),
        Target(f"{CGI}/letters", "sender,unit,subject,submission", form("citizen A", **letter_form), of("citizen A")),
        Target(f"{CGI}/login/code", "mobile", "mobile=09120000001"),
        Target(f"{CGI}/login/verify", "code", f"token={code_token}&code=123456", tuple(verify.client.cookies.items())),
        Target(f"{CGI}/staff/login", "name", f"token={token}&name=reviewer&password=wrong", tuple(login.cookies.items())),
        Target(f"{CGI}/staff/letters?state=accepted&from=99", "state,from", cookies=of("reviewer")),
        Target(f"{CGI}/staff/letters/{letter}*", cookies=of("reviewer")),
        Target(f"{CGI}/staff/letters/{accepted}/events", "status", form("clerk", status="x"), of("clerk")),
        Target(f"{CGI}/staff/letters/{letter}/reject", "reason", form("clerk", reason="x"), of("clerk")),
        Target(f"{CGI}/staff/audit?from=99&letter=1&person=x&since=1405/01/01", "from,letter,person,since", cookies=of("administrator")),
        Target(f"{CGI}/desk", "session", cookies=(("session", "A" * 43),)),
        Target(f"{CGI}/staff/letters", "staff", cookies=(("staff", "A" * 43),)),
    ]


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
        left = []
        with ThreadPoolExecutor(2) as both:
            for scan in both.map(lambda target: sqlmap(portal.address, target), targets(portal, people)):
                left += judged(scan)
        people = desk(portal)
        citizen, reviewer, clerk = (people.visitor(name).client.cookies for name in ("citizen A", "reviewer", "clerk"))
        patterns = {route.pattern for route in routes()}
        forms = {"citizen and reviewer": {"POST /letters", "GET /track", "POST /staff/letters/#/reject", "POST /login/code"},
                 "clerk": {"POST /staff/letters/#/events", "POST /staff/letters/#/reply"}}
        starts = [f"{CGI}/desk", f"{CGI}/letters/new", f"{CGI}/staff/letters", f"{CGI}/staff/letters?state=accepted", f"{CGI}/staff/password"]
        for (who, wanted), cookies in zip(forms.items(), (citizen | reviewer, clerk)):
            print(f"  wapiti as {who}", flush=True)
            with PassingOn(portal.address, cookies) as between:
                left += judged(wapiti(between.address, starts=starts))
            for request, statuses in sorted(between.asked.items()):
                if request.split(" ")[1] in patterns:
                    print(f"    {request}: " + ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items())), flush=True)
            missed = wanted - between.asked.keys()
            expect(not missed, f"wapiti as {who} did not come to {missed}")
            for name in ("citizen A", "reviewer", "clerk"):
                expect(people.visitor(name).ask("GET", f"{CGI}/desk" if name == "citizen A" else f"{CGI}/staff/letters").status == 200,
                       f"the session of the {name} has ended meanwhile, so its pages were not seen")
        expect_equal(left, [], "findings")
        log = "".join(one.read_text(errors="replace") for one in (portal.messages_log.parents[1] / "logs").glob("*.log"))
        for word in ("Fatal error", "SQLITE", "syntax error", "signal", " 503 "):
            expect(word not in log, f"the log has {word!r}: …{log[max(0, log.find(word) - 300):log.find(word) + 300]}")
