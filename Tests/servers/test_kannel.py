"""Messages through a real gateway to a fake operator."""

import os
import pathlib
import shutil
import tempfile

from citizen import Citizen, code_in
from kannel import Kannel
from portal import Portal
from sentences import expect, expect_equal, test_once
from digits import persian_digits
from site_copy import WITHOUT_SECURITY_CODE, copy_of_site, site_for_tests
from staff import Staff, staff_command


def config_for(kannel: Kannel, folder: pathlib.Path) -> pathlib.Path:
    """The example site, with Kannel as its gateway."""
    secret = folder / "secret"
    secret.touch(mode=0o600)
    secret.write_text(kannel.password + "\n")
    if os.geteuid() == 0:
        folder.chmod(0o755)
        shutil.chown(secret, "www-data")
    gateway = (
        'gateway: "http", http: { requests: [{ url: "' + kannel.address + "?username=portal&password={secret}"
        '&to={to}&text={text}&coding=2&charset=UTF-8" }], numbers: "plus", success: { statuses: [202] }, '
        f'secretFile: "{secret}" }},')
    return copy_of_site(WITHOUT_SECURITY_CODE | {r'(?m)^    gateway: "log",': "    " + gateway})


@test_once("Messages go from the outbox through Kannel to the operator, Persian text whole, in several parts too")
def through_kannel() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-secret-") as folder, Kannel() as kannel, \
            Portal(config=config_for(kannel, pathlib.Path(folder))) as portal:
        citizen = Citizen(portal)
        e164 = "+98" + citizen.mobile[1:]
        code_page = citizen.client.follow(citizen.ask_for_code())
        text = kannel.wait_for(e164)
        code = code_in({"text": text})
        expect_equal(text, f"کد تایید پیشخوان الکترونیکی: {code}\n\n@127.0.0.1:{portal.port} #{code}", "the code's message")
        answer = citizen.client.submit(code_page, code_page.form("/login/verify"), code=code)
        expect_equal(citizen.client.follow(answer).status, 200, "the desk")

        letter, _ = citizen.register_letter()
        wanted = f"نامهٔ شما با شمارهٔ ثبت {persian_digits(letter)} در پیشخوان الکترونیکی در حال بررسی است."
        expect_equal(kannel.wait_for(e164, after=1), wanted, "the message of the receipt")

        reason = "نامه خوانا نیست & امضا ندارد؛ «دوباره» بفرستید + 100%. " * 4
        expect_equal(Staff(portal, "reviewer").signed_in().do(letter, "reject", reason=reason).status, 303)
        rejected = kannel.wait_for(e164, after=2)
        expect(len(rejected) > 3 * 67, f"the message has {len(rejected)} characters, and so too few parts")
        expect(f" رد شد. دلیل: {persian_digits(reason.strip())}\nپیشخوان الکترونیکی" in rejected, rejected)


@test_once("The administrator tries the gateway by a message of each kind, and is told what the provider says against it")
def trial() -> None:
    with tempfile.TemporaryDirectory(prefix="pishkhan-secret-") as folder, Kannel() as kannel, \
            Portal(config=config_for(kannel, pathlib.Path(folder))) as portal:
        for number, kind in enumerate(("code", "registered", "accepted", "rejected", "status", "replied", "arrived")):
            said = staff_command(portal, "test", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "--kind", kind, command="sms")
            expect_equal((said.returncode, said.stderr), (0, "the provider has taken it\n"), kind)
            expect_equal(kannel.wait_for("+989123456789", after=number), said.stdout.rstrip("\n"), kind)
        code = staff_command(portal, "test", "09123456789", command="sms").stdout
        expect(f"123456\n\n@127.0.0.1:{portal.port} #123456" in code, code)
        (pathlib.Path(folder) / "secret").write_text("wrong\n")
        said = staff_command(portal, "test", "09123456789", command="sms")
        expect_equal(said.returncode, 1, "a wrong password")
        expect(said.stderr.startswith("not sent: the provider answered"), said.stderr)
        expect("wrong" not in said.stderr, "the secret is shown")
        for words in (("test",), ("test", "123"), ("09123456789",), ("test", "09123456789", "--kind", "codes")):
            expect_equal(staff_command(portal, *words, command="sms").returncode, 2, str(words))


@test_once("Where the gateway is a log, a trial only shows the words")
def trial_of_log() -> None:
    with Portal(config=site_for_tests()) as portal:
        said = staff_command(portal, "test", "09123456789", "--kind", "accepted", command="sms")
        expect_equal((said.returncode, said.stderr), (0, 'not sent: the gateway "log" sends nothing\n'), said.stdout)
        expect("۱۲۳۴۵۶۷۸۹۴" in said.stdout, said.stdout)
        expect(not portal.messages_log.exists() or "1234567894" not in portal.messages_log.read_text(), "it is in the log")
