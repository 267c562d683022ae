"""The web servers' configurations with TLS switched on."""

import ssl

from citizen import CGI
from portal import Portal
from second_server import SecondServer
from sentences import ALL_SERVERS, expect, expect_equal, test

STRICT = ["max-age=31536000; includeSubDomains"]


@test("With TLS each page, static or dynamic, has HSTS, old versions are refused, and plain HTTP leads to https", behind=ALL_SERVERS)
def with_tls(portal: Portal) -> None:
    with SecondServer(portal) as server:
        for path, status in (("/", 200), ("/login/", 200), ("/units.json", 200), ("/nothing", 404), (f"{CGI}/staff/login", 200),
                             (f"{CGI}/desk", 303), (f"{CGI}/nothing", 404), (f"{CGI}/desk?x=%ff", 400)):
            answer = server.ask(path)
            if (portal.server, status) == ("lighttpd", 400):
                continue  # Refused before lighttpd knows whose headers to set.
            expect_equal((answer.status, answer.headers.get_all("Strict-Transport-Security")), (status, STRICT), path)
        version = ssl.TLSVersion
        for old in (version.TLSv1, version.TLSv1_1):
            expect_equal(server.shake_hands(old), None, f"{old.name} is agreed on")
        expect_equal(server.shake_hands(version.TLSv1_2, "AES128-SHA:AES256-SHA:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"), None, "weak suites")
        for new in (version.TLSv1_2, version.TLSv1_3):
            expect(server.shake_hands(new), f"{new.name} is refused")
        for path in ("/", "/login/", "/units/education/"):
            answer = server.ask(path, over_tls=False)
            expect_equal((answer.status, answer.location), (301, f"https://127.0.0.1:{server.port}{path}"), f"{path} by plain HTTP")
        for method, path in (("GET", f"{CGI}/desk"), ("POST", f"{CGI}/login/code"), ("GET", "/units.json")):
            answer = server.ask(path, method, over_tls=False)
            expect_equal((answer.status, answer.location), (403, None), f"{method} {path} by plain HTTP")
