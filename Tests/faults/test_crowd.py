"""Many citizens at once, behind a real web server."""

import collections
import concurrent.futures
import contextlib
import pathlib
import sqlite3
import subprocess
import time

from citizen import CGI, Citizen
from client import Answer
from documents import large_jpeg
from extent import extent
from portal import Portal
from sentences import expect, expect_equal, test_once
from site_copy import WITHOUT_SECURITY_CODE, copy_of_site
from staff import Staff

CITIZENS = extent(200, 60)


@test_once("A crowd (200 citizens) that registers letters of 1 MB at once gets a receipt for each, and numbers without a gap")
def crowd() -> None:
    site = copy_of_site(WITHOUT_SECURITY_CODE | {
        r"codeLifetime: 300,": "codeLifetime: 600, staffTries: 1000,",
        r"codesPerAddress: 30,": "codesPerAddress: 100000,",
        r"codesPerPrefix: 60,": "codesPerPrefix: 100000,",
    })
    photograph = ("letter.jpg", large_jpeg(1_000_000).read_bytes())
    with Portal(server="nginx", config=site) as portal, concurrent.futures.ThreadPoolExecutor(CITIZENS) as all_at_once, \
            concurrent.futures.ThreadPoolExecutor(8) as few_at_once:
        def run(do, each) -> list:
            return list(few_at_once.map(do, each))

        citizens = [Citizen(portal, f"09121{number:06d}") for number in range(CITIZENS)]
        run(Citizen.log_in, citizens)
        forms = run(lambda citizen: citizen.client.get(f"{CGI}/letters/new"), citizens)

        began = time.monotonic()
        answers = list(all_at_once.map(lambda pair: send(*pair, photograph), zip(citizens, forms)))
        print(f"{CITIZENS} letters in {time.monotonic() - began:.1f} s", flush=True)
        expect_equal(collections.Counter(answer.status for answer in answers), {303: CITIZENS}, "the answers")
        letters = run(lambda pair: letter_of(*pair), zip(citizens, answers))
        expect_equal(len(set(letters)), CITIZENS, "letters")
        kept = run(lambda pair: pair[0].client.get(f"{CGI}/letters/{pair[1]}/documents/1").body, zip(citizens, letters))
        expect(all(body == photograph[1] for body in kept), "a document came back changed")

        reviewers = [Staff(portal, "reviewer").signed_in() for _ in range(8)]
        accepted = run(lambda pair: reviewers[pair[0] % 8].do(pair[1], "accept").status, enumerate(letters))
        expect_equal(collections.Counter(accepted), {303: CITIZENS}, "the acceptances")
        home = portal.messages_log.parents[1]
        expect_equal(sorted(numbers_in(home)), list(range(1, CITIZENS + 1)), "the letter numbers")
        examined = subprocess.run(
            [str(home / "bin" / "pishkhan"), "doctor", "--verify", "--config", str(site), "--home", str(home)],
            capture_output=True, text=True)
        expect_equal(examined.returncode, 0, f"the doctor: {examined.stdout}{examined.stderr}")


def send(citizen: Citizen, page: Answer, photograph) -> Answer:
    return citizen.client.submit(page, page.form("/letters", having="subject"), sender="زهرا رضایی", senderKind="person",
                                 subject="موضوع", unit="education", letter=photograph)


def letter_of(citizen: Citizen, answer: Answer) -> str:
    (letter,) = citizen.client.follow(answer).letters
    return letter


def numbers_in(home: pathlib.Path) -> list[int]:
    with contextlib.closing(sqlite3.connect(f"file:{home}/data/desk.sqlite?mode=ro", uri=True)) as database:
        return [int(number.rpartition("/")[2]) for number, in
                database.execute("SELECT letterNumber FROM letter WHERE state = 'accepted'")]
