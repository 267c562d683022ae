"""The CGI behind the server: paths, answers of its own, uploads that are too big."""

from citizen import CGI
from client import Client
from portal import Portal
from sentences import ALL_SERVERS, expect, expect_equal, test

MIB = 1024 * 1024


@test("Health answers 200 to GET", behind=ALL_SERVERS)
def health(portal: Portal) -> None:
    expect_equal(Client(portal.address).get(f"{CGI}/health").status, 200)


@test("A 404 of the CGI is shown as the CGI wrote it, with one set of headers", behind=ALL_SERVERS)
def own_404(portal: Portal) -> None:
    answer = Client(portal.address).get(f"{CGI}/no-such-page")
    expect_equal(answer.status, 404)
    for name in ("Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
        expect(len(answer.headers.get_all(name) or []) <= 1, f"{name} is there twice")
    expect("no-store" in (answer.headers["Cache-Control"] or ""), f"Cache-Control: {answer.headers['Cache-Control']}")


@test("An upload that the portal refuses for its size is answered by the portal, although nobody wants its bytes", behind=ALL_SERVERS)
def upload_above_portals_limit(portal: Portal) -> None:
    answer = Client(portal.address).request(
        "POST", f"{CGI}/letters", bytes(50 * MIB + MIB), {"Content-Type": "multipart/form-data; boundary=x"})
    expect(answer.status in (303, 403, 413), f"answered {answer.status}: {answer.text[:300]}")
    expect("no-store" in (answer.headers["Cache-Control"] or ""), "the answer is not the CGI's")


@test("An upload that the web server refuses for its size gets a page of the portal, too", behind=ALL_SERVERS)
def upload_above_servers_limit(portal: Portal) -> None:
    client = Client(portal.address)
    answer = client.request("POST", f"{CGI}/letters", bytes(53 * MIB), {"Content-Type": "text/plain"})
    expect_equal(answer.status, 413)
    if portal.server == "h2o":
        return  # Refused before H2O knows whose pages to show.
    expect(answer.body == client.get("/413.html").body, f"not the page 413.html: {answer.text[:200]}")


@test("The access log holds paths without queries", behind=ALL_SERVERS)
def no_queries_in_log(portal: Portal) -> None:
    Client(portal.address).get(f"{CGI}/track?code=31415926")
    # The logs lie beside the data, where serve keeps them.
    for log in (portal.messages_log.parents[1] / "logs").glob("*.log"):
        expect("31415926" not in log.read_text(encoding="utf-8", errors="replace"), f"{log.name} holds a tracking code")
