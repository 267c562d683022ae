"""A proxy in front of the web server: whose word on who asks is believed, and where TLS ends."""

import subprocess

from administrator import Administrator
from citizen import CGI, Citizen, new_mobile
from curl_client import CurlClient
from portal import Portal, free_port
from proxy import PROXY_ADDRESS, proxy_before
from second_server import SecondServer
from sentences import ALL_SERVERS, expect, expect_equal, test_once
from site_copy import WITHOUT_SECURITY_CODE, copy_of_site
from test_tls import STRICT

STAFF, STRANGER = "127.0.0.3", "127.0.0.4"
PROXY = {r'\n  home: "': f'\n  proxy: {{ addresses: ["{PROXY_ADDRESS}"] }},\n  home: "'}


def coming_from(source: str, address: str, *options: str) -> CurlClient:
    return CurlClient(address, options=("--interface", source, *options))


def staff_login(client: CurlClient, *forwarded: str) -> int:
    """The status of the staff's login, asked with these headers besides."""
    lines = [word for value in forwarded for word in ("--header", f"X-Forwarded-For: {value}")]
    asking = CurlClient(client.address, options=(*client.options, *lines))
    return asking.get(f"{CGI}/staff/login").status


def ask_for_code(client: CurlClient, **headers: str) -> int:
    page = client.get("/login/")
    client.headers = {name.replace("_", "-"): value for name, value in headers.items()}
    status = client.submit(page, page.form("/login/code", having="mobile"), mobile=new_mobile()).status
    client.headers = {}
    return status


@test_once("Behind a configured proxy staff.networks and the limits by address go by whom the proxy names; nobody else is believed")
def who_asks() -> None:
    config = copy_of_site(WITHOUT_SECURITY_CODE | PROXY | {
        r"networks: \[\],": f'networks: ["{STAFF}"],', r"\bcodesPerAddress: 30": "codesPerAddress: 2"})
    for server in ALL_SERVERS:
        with Portal(server=server, config=config) as portal, proxy_before(portal.address) as proxy:
            expect_equal(staff_login(coming_from(STAFF, proxy)), 200, f"{server}: the staff by the proxy")
            expect_equal(staff_login(coming_from(STAFF, portal.address)), 200, f"{server}: the staff without the proxy")
            expect_equal(staff_login(coming_from(STRANGER, proxy)), 404, f"{server}: a stranger by the proxy")
            for forged in ([STAFF], [f"{STAFF}, {STAFF}"], [STAFF, STAFF], [f"{STAFF}, {PROXY_ADDRESS}"]):
                expect_equal(staff_login(coming_from(STRANGER, proxy), *forged), 404, f"{server}: {forged} by the proxy")
                expect_equal(staff_login(coming_from(STRANGER, portal.address), *forged), 404, f"{server}: {forged} without the proxy")
            # Another kind of proxy adds a header of its own in place of a longer one.
            own = coming_from(PROXY_ADDRESS, portal.address)
            expect_equal(staff_login(own, STAFF, STRANGER), 404, f"{server}: the stranger's header before the proxy's")
            expect_equal(staff_login(own, STRANGER, STAFF), 200, f"{server}: a stranger's header before the one for the staff")
            for odd in ("unknown", f"{STAFF}:x", f"{STAFF}, unknown", ",", f"{STAFF} {STAFF}", STAFF + "," * 3_000):
                expect_equal(staff_login(own, odd), 404, f"{server}: {odd[:40]}")
            for written in (f"{STAFF}:4711", f"[::ffff:{STAFF}]:443", f"::ffff:{STAFF}", ("203.0.113.9, " * 300) + STAFF):
                expect_equal(staff_login(own, written), 200, f"{server}: {written[-40:]}")

            citizens = coming_from(STRANGER, proxy)
            expect_equal([ask_for_code(citizens) for _ in range(3)], [303, 303, 429], f"{server}: three codes for one address")
            expect_equal(ask_for_code(citizens, X_Forwarded_For="203.0.113.77"), 429, f"{server}: the same with a forged header")
            expect_equal(ask_for_code(coming_from("127.0.0.5", proxy)), 303, f"{server}: somebody else by the same proxy")


@test_once("Without a configured proxy X-Forwarded-For is not read")
def without_proxy() -> None:
    config = copy_of_site(WITHOUT_SECURITY_CODE | {r"networks: \[\],": f'networks: ["{STAFF}"],'})
    with Portal(config=config) as portal, proxy_before(portal.address) as proxy:
        expect_equal(staff_login(coming_from(STAFF, proxy)), 404, "the staff by a proxy that nobody has named")
        expect_equal(staff_login(coming_from(PROXY_ADDRESS, portal.address), STAFF), 404)
        expect_equal(staff_login(coming_from(STAFF, portal.address)), 200)


@test_once("Where TLS ends at the proxy a citizen goes the whole way through each server's printed configuration, which speaks plain HTTP")
def tls_ends_before() -> None:
    config = copy_of_site(WITHOUT_SECURITY_CODE | PROXY)
    for server in ALL_SERVERS:
        with Portal(server=server, config=config) as portal:
            port = free_port()
            address = f"https://127.0.0.1:{port}/"
            built = Administrator(portal).run("build", "--config", str(config), "--address", address)
            expect_equal(built.returncode, 0, built.stderr)
            subprocess.run(["chown", "-R", "--reference", portal.messages_log.parent, portal.messages_log.parent], check=True)
            with SecondServer(portal, has_tls=False, address=address) as behind, \
                    proxy_before(f"http://127.0.0.1:{behind.port}", certificate=behind.folder, port=port):
                go_the_whole_way(portal, address, behind)


def go_the_whole_way(portal: Portal, address: str, behind: SecondServer) -> None:
    server, trust = portal.server, ("--cacert", f"{behind.folder}/fullchain.pem")
    citizen = Citizen(portal)
    citizen.client = CurlClient(address, options=trust)
    citizen.log_in()
    expect(all(name.startswith("__Host-") for name in citizen.client.cookies), f"{server}: {citizen.client.cookies}")
    letter, _ = citizen.register_letter()
    expect_equal(citizen.client.get(f"{CGI}/desk").letters, {letter: "underReview"}, server)
    for path, status in (("/", 200), ("/nothing", 404), (f"{CGI}/desk", 200), (f"{CGI}/nothing", 404)):
        answer = citizen.client.get(path)
        expect_equal((answer.status, answer.headers.get_all("Strict-Transport-Security")), (status, STRICT), f"{server}: {path}")
    # What a server leads on itself stays at the address that the citizens know.
    led = citizen.client.get("/login")
    expect(led.status in (301, 302, 307, 308) and led.location in ("/login/", "login/", f"{address}login/"), f"{server}: {led.status} {led.location}")
