"""Every fault of a document, as the form of a new letter shows it, in both languages and at both widths."""

import pathlib
import tempfile

from bad_documents import cases
from browser import open_page, picture
from citizen import CGI, new_mobile
from portal import Portal
from sentences import expect_equal, test
from test_whole_way import log_in


@test("Faults of documents stand at their fields and in the summary, each file by its name, and fit the page")
def refused_documents(portal: Portal) -> None:
    with tempfile.TemporaryDirectory() as name, open_page(javascript=False) as page:
        folder = pathlib.Path(name)
        files = []
        for number, (what, (file, content), _, _) in enumerate([*cases(), ("an empty file", ("empty.pdf", b""), 400, "")]):
            path = folder / f"{number}-{file}"
            path.write_bytes(content)
            files.append(path)
        log_in(page, portal, new_mobile())
        for language, prefix in (("fa", "fa"), ("en", "en")):
            for start in range(0, len(files), 6):
                letter, *attachments = files[start:start + 6]
                page.goto(portal.address.rstrip("/") + f"{CGI}/letters/new?lang={language}")
                page.check("[name=senderKind][value=person]")
                page.fill("[name=sender]", "زهرا رضایی")
                page.select_option("[name=unit]", "education")
                page.fill("[name=subject]", "درخواست گواهی")
                page.set_input_files("[name=letter]", letter)
                page.set_input_files("[name=attachment]", attachments)
                page.click("main form button.button")
                summary = page.inner_text(".error-summary")
                for path in files[start:start + 6]:
                    expect_equal(summary.count(path.name), 1, f"{path.name} in the summary")
                expect_equal(page.get_attribute("html", "lang"), language)
                expect_equal(page.input_value("[name=subject]"), "درخواست گواهی", "what was typed")
                picture(page, f"refused-{prefix}-{start // 6}")
