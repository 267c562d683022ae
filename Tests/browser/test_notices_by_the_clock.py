"""What a static page shows and hides by the clock of the browser."""

import functools
import http.server
import sys
import threading
from datetime import datetime, timezone

from browser import open_page
from sentences import expect_equal, test_once
from site_copy import CHECKOUT, copy_of_site

sys.path.insert(0, str(CHECKOUT / "Tests" / "static"))

from built_site import build  # noqa: E402

BEGINS = 1_795_552_200


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        pass


@test_once("Notices and news appear and disappear in an open page, each in its second; without scripts the page stays as made")
def by_the_clock() -> None:
    notice = '{ text: { fa: "یک", en: "one" }, from: "2026-11-25 00:00", until: "2026-11-25 00:10" }'
    config = copy_of_site({r"notices: \[(?s:.*?)\n  \],": f"notices: [{notice}],"})
    for name in ("opening", "tracking-code"):
        (config.parent / "pages/fa/news" / f"{name}.md").write_text(
            "---\ntitle: x\ndate: 2026-11-20\nuntil: 2026-11-24\n---\n", encoding="utf-8")
    folder = build(config, BEGINS - 3600)
    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        with open_page() as page:
            def seen() -> tuple[bool, bool, bool]:
                return tuple(page.locator(what).first.is_visible() for what in (".notices", ".notice", ".newest"))

            page.clock.install(time=datetime.fromtimestamp(BEGINS - 31, timezone.utc))
            page.goto(address)
            expect_equal(seen(), (False, False, True), "half a minute before")
            page.clock.run_for(30_000)
            expect_equal(seen(), (False, False, True), "a second before")
            page.clock.run_for(1_000)
            expect_equal(seen(), (True, True, False), "when the notice begins and the news end")
            page.clock.run_for(599_000)
            expect_equal(seen(), (True, True, False), "a second before the notice ends")
            page.clock.run_for(1_000)
            expect_equal(seen(), (False, False, False), "when the notice ends")
            page.goto(address)
            expect_equal(seen(), (False, False, False), "in a page that is opened then")
        with open_page(javascript=False) as page:
            page.goto(address)
            expect_equal((page.locator(".notice").is_visible(), page.locator(".newest").is_visible()), (False, True))
        server.shutdown()
