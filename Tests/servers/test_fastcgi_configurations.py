"""The configurations that are printed for FastCGI: what each web server tells processes behind a socket."""

from citizen import CGI
from client import multipart
from portal import Portal
from second_server import SecondServer
from sentences import ALL_SERVERS, expect, expect_equal, test
from test_tls import STRICT

MIB = 1024 * 1024


@test("Behind a FastCGI socket the program gets path, query, body, TLS and its home, and the server's limits hold", behind=ALL_SERVERS)
def through_socket(portal: Portal) -> None:
    with SecondServer(portal, speaks_fastcgi=True) as server:
        for path, status in ((f"{CGI}/health", 200), (f"{CGI}/desk", 303), (f"{CGI}/staff/login?lang=en", 200), (f"{CGI}/no-such-page", 404),
                             (f"{CGI}x", 404), ("/login/", 200)):
            answer = server.ask(path)
            expect_equal((answer.status, answer.headers.get_all("Strict-Transport-Security")), (status, STRICT), path)
            if path.startswith(f"{CGI}/"):
                expect_equal(answer.headers.get_all("Cache-Control"), ["no-store"], path)
        expect('lang="en"' in server.ask(f"{CGI}/staff/login?lang=en").text, "the query has not arrived")
        body, kind = multipart([("subject", "x"), ("letter", ("a.pdf", bytes(3 * MIB)))])
        answer = server.ask(f"{CGI}/letters", "POST", body=body, headers={"Content-Type": kind})
        expect_equal((answer.status, answer.headers["Cache-Control"]), (403, "no-store"), "a letter without the form's token")
        answer = server.ask(f"{CGI}/letters", "POST", body=bytes(53 * MIB), headers={"Content-Type": "text/plain"})
        expect_equal(answer.status, 413, "more than the server's limit")
        # H2O refuses it before it knows whose pages to show.
        expect(portal.server == "h2o" or answer.body == server.ask("/413.html").body, "another page than 413.html")
        server.end_processes()
        answer = server.ask(f"{CGI}/desk")
        expect(answer.status in (502, 503, 504), answer.status)
        expect_equal(answer.body, server.ask("/50x.html").body, "another page than 50x.html")
        expect_equal(server.ask("/login/").status, 200, "the static pages stay")
