"""The security code before login: image, sound and work; each once, none too late; the harder one after abuse."""

import difflib
import json
import re
import sqlite3
import statistics
import time

from citizen import CGI, code_in, new_mobile
from client import Answer, Client
from portal import Portal
from security_code import digits_of, sealed, work_for
from sentences import expect, expect_equal, test_once
from site_copy import site_with_security_code

# Seconds by which a program's clock, which goes in the steps of the kernel's ticks, may be behind ours.
COARSE = 0.05


def portal_with(**limits: int) -> Portal:
    return Portal(config=site_with_security_code(**limits))


def data(portal: Portal):
    return portal.messages_log.parent


def ask(client: Client, **fields) -> Answer:
    """Sends the login form of the static page."""
    page = client.get("/login/")
    return client.submit(page, page.form("/login/code", having="mobile"), **({"mobile": new_mobile(), "captcha": ""} | fields))


def image_answer(portal: Portal, client: Client) -> str:
    answer = client.get(f"{CGI}/captcha?lang=fa")
    expect_equal((answer.status, answer.headers["Content-Type"]), (200, "image/png"), "the image")
    return digits_of(client.cookies["captcha"], data(portal))


def work_answer(client: Client) -> str:
    puzzle = json.loads(client.get(f"{CGI}/captcha/work").body)
    return work_for(puzzle["puzzle"], puzzle["bits"])


def expect_refused(answer: Answer, why: str) -> None:
    expect_equal((answer.status, answer.errors), (400, ["captcha"]), why)


@test_once("Image, sound and work each lead to a code by SMS, each works once, and none of another browser's")
def three_ways() -> None:
    with portal_with() as portal:
        client, mobile = Client(portal.address), new_mobile()
        digits = image_answer(portal, client)
        spent = dict(client.cookies)
        expect_equal(ask(client, mobile=mobile, captcha=digits).status, 303, "the digits of the image")
        code_in(portal.wait_for_message(mobile))
        client.cookies = spent
        expect_refused(ask(client, captcha=digits), "the same digits again")

        client = Client(portal.address)
        image_answer(portal, client)
        right = digits_of(client.cookies["captcha"], data(portal))
        expect_refused(ask(client, captcha="1" + right[1:] if right[0] != "1" else "2" + right[1:]), "wrong digits")
        expect("captcha" not in client.cookies, "a spent code stays in the browser")

        # Who sees no image hears one: without an image's cookie the sound brings its own.
        client = Client(portal.address)
        sound = client.get(f"{CGI}/captcha/audio?lang=fa")
        expect_equal((sound.status, sound.headers["Content-Type"]), (200, "audio/wav"), "the sound")
        expect(sound.body[:4] == b"RIFF" and 25_000 < len(sound.body) < 90_000, f"{len(sound.body)} bytes of sound")
        expect_equal(client.get(f"{CGI}/captcha/audio?lang=fa").body, sound.body, "the same code once more")
        expect(client.get(f"{CGI}/captcha/audio?lang=en").body != sound.body, "the English voice says the same bytes")
        part = client.get(f"{CGI}/captcha/audio?lang=fa", {"Range": "bytes=0-1"})
        expect_equal((part.status, part.body, part.headers["Content-Range"]),
                     (206, b"RI", f"bytes 0-1/{len(sound.body)}"), "a part of the sound")
        tail = client.get(f"{CGI}/captcha/audio?lang=fa", {"Range": "bytes=40000-"}) if len(sound.body) > 40_000 else None
        expect(tail is None or tail.body == sound.body[40_000:], "the rest of the sound")
        heard = digits_of(client.cookies["captcha"], data(portal))
        expect_equal(ask(client, captcha=heard).status, 303, "the digits of the sound")

        client = Client(portal.address)
        solution = work_answer(client)
        spent = dict(client.cookies)
        expect_refused(ask(Client(portal.address), work=solution), "work without its cookie")
        other = Client(portal.address)
        work_answer(other)
        expect_refused(ask(other, work=solution), "work for another browser's puzzle")
        expect_equal(ask(client, work=solution).status, 303, "the work")
        client.cookies = spent
        expect_refused(ask(client, work=solution), "the same work again")


@test_once("A challenge is refused when it is too old, changed, or of another kind, and leaves no trace then")
def forged() -> None:
    with portal_with() as portal:
        client = Client(portal.address)
        solution, digits = work_answer(client), image_answer(portal, client)
        work, image = client.cookies["work"], client.cookies["captcha"]
        later = str(int(work.split(".")[0]) + 100)
        for name, cookie, answer in (
                ("captcha", later + image[image.index("."):], {"captcha": digits}),
                ("captcha", image.replace(".5.", ".1.", 1), {"captcha": digits[:1]}),
                ("captcha", image[:-2] + ("AA" if image[-2:] != "AA" else "BB"), {"captcha": digits}),
                ("captcha", work, {"captcha": digits}),
                ("work", later + work[work.index("."):], {"work": solution}),
                ("work", work.replace(".10.", ".0.", 1), {"work": "1"}),
                ("work", image, {"work": "1"}),
        ):
            other = Client(portal.address, cookies={name: cookie})
            expect_refused(ask(other, **answer), f"{name}={cookie}")
        expect_equal(tallies(portal), 0, "tallies after forged challenges")
        # What the desk sealed itself counts until its moment, and not in it.
        for seconds, status in ((-1, 400), (0, 400), (30, 303)):
            moment = int(time.time()) + seconds
            cookie = sealed("securityCode", 5, moment, data(portal))
            other = Client(portal.address, cookies={"captcha": cookie})
            answer = ask(other, captcha=digits_of(cookie, data(portal)))
            expect_equal(answer.status, status, f"digits of a code that ends {seconds} s from now")
            cookie = sealed("work", 8, moment, data(portal))
            other = Client(portal.address, cookies={"work": cookie})
            answer = ask(other, work=work_for(cookie.split(".")[2], 8))
            expect_equal(answer.status, status, f"work for a puzzle that ends {seconds} s from now")


def tallies(portal: Portal) -> int:
    with sqlite3.connect(f"file:{data(portal)}/desk.sqlite?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM tally").fetchone()[0]


@test_once("Past the limit of an address the harder code is asked for, nobody is locked out, and a number's limit is a wall")
def harder() -> None:
    with portal_with(codesPerAddress=3) as portal:
        for _ in range(3):
            client = Client(portal.address)
            expect_equal(ask(client, captcha=image_answer(portal, client)).status, 303, "within the limit")
        client = Client(portal.address)
        refused = ask(client, captcha=image_answer(portal, client))
        expect_refused(refused, "the usual code past the limit")
        expect("بلندتر" in refused.text, "the page does not tell of the harder code")
        digits = image_answer(portal, client)
        expect_equal(len(digits), 7, "digits of the harder code")
        expect_equal(ask(client, captcha=digits).status, 303, "the harder code past the limit")

        client = Client(portal.address)
        puzzle = json.loads(client.get(f"{CGI}/captcha/work").body)
        expect_equal(puzzle["bits"], 12, "the work past the limit")
        mobile = new_mobile()
        expect_equal(ask(client, mobile=mobile, work=work_for(puzzle["puzzle"], 12)).status, 303, "the harder work")
        again = ask(client, mobile=mobile, work=work_answer(client))
        expect_equal((again.status, again.errors), (429, ["mobile"]), "the same number within a minute")
        expect(0 < int(again.headers["Retry-After"]) <= 60, again.headers["Retry-After"])


@test_once("Another image comes with the number kept, and counts as no try")
def another() -> None:
    with portal_with() as portal:
        client = Client(portal.address)
        page = client.get("/login/")
        form = page.form("/login/code", having="mobile")
        fields = dict(form.values) | {"mobile": "0912 345 6789", "another": "1"}
        answer = client.post(f"{CGI}/login/code", fields)
        expect_equal((answer.status, answer.errors), (200, []), "another image")
        kept = dict(answer.form("/login/code", having="mobile").values)
        expect_equal(kept["mobile"], "0912 345 6789", "the number")
        expect_equal(tallies(portal), 0, "tallies")


@test_once("Known and unknown numbers get the same status, headers, page and time")
def enumeration() -> None:
    with portal_with(codeInterval=1, codesPerNumber=1000, codesPerAddress=1_000_000, codesPerPrefix=1_000_000) as portal:
        known = [new_mobile() for _ in range(12)]
        for mobile in known:
            client = Client(portal.address)
            code_page = client.follow(ask(client, mobile=mobile, work=work_answer(client)))
            message = portal.wait_for_message(mobile)
            client.submit(code_page, code_page.form("/login/verify", having="code"), code=code_in(message))
        time.sleep(1.1)
        times: dict[str, list[float]] = {"known": [], "unknown": [], "control": []}
        shapes = set()
        for mobile in known:
            for kind, number in (("known", mobile), ("unknown", new_mobile()), ("control", new_mobile())):
                client = Client(portal.address)
                solution = work_answer(client)
                second, began = int(time.time() - COARSE), time.perf_counter()
                answer = ask_at_once(client, number, solution)
                times[kind].append(time.perf_counter() - began)
                page = client.follow(answer).text.replace("".join(persian(shown(number))), "NUMBER")
                if int(time.time()) > second:
                    # The page was made in the second after the code's, and is right to count one less.
                    page = page.replace('data-seconds="0"', 'data-seconds="1"')
                # How the server frames a body hangs on its reading, not on ours.
                headers = sorted(set(answer.headers.keys()) - {"Content-Length", "Transfer-Encoding"})
                shapes.add((answer.status, tuple(headers), answer.body, without_tokens(page)))
        expect_equal(len(shapes), 1, f"kinds of answers\n{difference(shapes)}")
        middle = {kind: statistics.median(all_times) for kind, all_times in times.items()}
        slack = 3 * abs(middle["unknown"] - middle["control"]) + 0.5 * middle["control"]
        expect(abs(middle["known"] - middle["unknown"]) <= slack, f"{middle}")


def difference(shapes: set[tuple]) -> str:
    one, other = (list(shapes) * 2)[:2]
    pages = difflib.unified_diff(one[3].splitlines(), other[3].splitlines(), lineterm="")
    return f"{one[:3]}\n{other[:3]}\n" + "\n".join(pages)


def ask_at_once(client: Client, mobile: str, solution: str) -> Answer:
    return client.post(f"{CGI}/login/code", {"lang": "fa", "mobile": mobile, "captcha": "", "work": solution})


def shown(mobile: str) -> str:
    return f"{mobile[:4]} {mobile[4:7]} {mobile[7:]}"


def persian(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def without_tokens(page: str) -> str:
    return re.sub(r'name="token" value="[^"]*"', "", page)
