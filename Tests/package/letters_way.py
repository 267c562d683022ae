"""The whole way of a letter, by the hands of citizen, reviewer and clerk."""

import re

from citizen import CGI, Citizen
from digits import latin_digits
from documents import bytes_of
from installed_portal import InstalledPortal
from sentences import expect, expect_equal
from staff import Staff


def go_the_whole_way(portal: InstalledPortal) -> str:
    """From the home page to the reply; answers with the letter's id."""
    citizen = Citizen(portal)
    home = citizen.client.get("/")
    expect_equal(home.status, 200, "the home page")
    expect("Content-Security-Policy" in home.headers, f"the home page's headers: {home.headers}")
    expect_equal(citizen.log_in().letters, {}, "a new number's desk")
    large = ("large.jpg", bytes_of("jpg"))
    letter, receipt = citizen.register_letter(unit="records", attachment=large)
    expect_equal(receipt.letters, {letter: "underReview"}, "the receipt")

    reviewer = Staff(portal, "reviewer").signed_in()
    expect_equal(reviewer.do(letter, "accept").status, 303, "accepting")
    message = latin_digits(portal.wait_for_message(citizen.mobile, kind="accepted")["text"])
    code = re.search(r"(?<!\d)\d{10}(?!\d)", message).group()
    tracked = citizen.client.follow(citizen.client.get(f"{CGI}/track?code={code}"))
    expect_equal(tracked.letters, {letter: "accepted"}, "following up by tracking code")

    clerk = Staff(portal, "clerk").signed_in()
    expect_equal(clerk.do(letter, "reply", text="پیوست است", reply=("پاسخ.pdf", bytes_of("pdf"))).status, 303, "the reply")
    portal.wait_for_message(citizen.mobile, kind="replied")
    status = citizen.client.get(f"{CGI}/letters/{letter}/status")
    reply = citizen.client.get(next(one for one in status.page.links if "/documents/" in one))
    expect(reply.body == bytes_of("pdf"), "the reply came back changed")
    return letter
