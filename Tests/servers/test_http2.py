"""HTTP/2: the whole way of a citizen, with an upload, over one version of HTTP that no test speaks otherwise."""

from citizen import CGI, Citizen
from curl_client import CurlClient
from documents import large_jpeg
from portal import Portal
from second_server import SecondServer
from sentences import ALL_SERVERS, expect, expect_equal, test

# What turns it on where the printed configuration leaves it to the administrator.
HTTP2 = {
    "apache": {r"    SSLEngine on": "    Protocols h2 http/1.1\n    SSLEngine on"},
    "nginx": {r"(listen \S+) ssl;": r"\1 ssl http2;"},
}


@test("Over HTTP/2 a citizen logs in, sends a letter with an attachment and reads it back", behind=ALL_SERVERS)
def whole_way(portal: Portal) -> None:
    with SecondServer(portal, edits=HTTP2.get(portal.server)) as server:
        citizen = Citizen(portal)
        citizen.client = CurlClient(f"https://127.0.0.1:{server.port}/", options=("--http2", "--cacert", f"{server.folder}/fullchain.pem"))
        citizen.log_in()
        content = large_jpeg(3_000_000).read_bytes()
        letter, _ = citizen.register_letter(letter=("photo.jpg", content), attachment=("second.jpg", large_jpeg(500_000).read_bytes()))
        expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "underReview"}, "the desk")
        expect(citizen.client.get(f"{CGI}/letters/{letter}/documents/1").body == content, "another document than was sent")
        expect_equal(citizen.client.get(f"{CGI}/nothing").status, 404)
        expect_equal(citizen.client.versions, {"2"}, "the versions that were spoken")
