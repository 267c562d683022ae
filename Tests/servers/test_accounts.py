"""Accounts of the staff: first password, authenticator app, recovery codes, and what the administrator's command does."""

import dataclasses
import json
import subprocess

from accounts import PASSWORD, account_with_app, change_password, second_step
from authenticator import App, key_on, read_picture, recovery_codes_left, recovery_codes_on
from citizen import CGI
from client import Client
from portal import Portal
from sentences import SERVERS, expect, expect_equal, test, test_once
from site_copy import site_for_tests
from staff import Staff, new_account, staff_command

LETTERS = f"{CGI}/staff/letters"


@test("A first password opens only the way to one's own, which must be long, uncommon and given with the present one")
def first_password(portal: Portal) -> None:
    portal.forget_limits()
    account = new_account(portal)
    staff = Staff(portal, "reviewer", account)
    expect(staff.log_in().location.endswith("/staff/password"), "the login does not lead to the password")
    for path in ("letters", "account", "authenticator"):
        expect(staff.client.get(f"{CGI}/staff/{path}").location.endswith("/staff/password"), path)
    for present, new, errors in (
        ("not the present one", PASSWORD, ["password"]), ("", PASSWORD, ["password"]),
        (account.password, "short", ["newPassword"]), (account.password, "passwordpassword", ["newPassword"]),
        (account.password, account.password, ["newPassword"]),
    ):
        answer = change_password(staff, present, new)
        expect_equal((answer.status, answer.errors), (400, errors), new)
    expect_equal(change_password(staff, account.password, PASSWORD).status, 303)
    expect_equal(staff.client.get(LETTERS).status, 200, "with the own password")


@test("An app is added with password and first code; from then on a login needs its code, once, or a recovery code")
def second_factor(portal: Portal) -> None:
    portal.forget_limits()
    account = new_account(portal)
    staff = Staff(portal, "reviewer", account)
    staff.log_in()
    change_password(staff, account.password, PASSWORD)
    account = dataclasses.replace(account, password=PASSWORD)
    page = staff.client.get(f"{CGI}/staff/authenticator")
    app = App(key_on(page))
    address = read_picture(page)
    expect(address.startswith("otpauth://totp/") and f":{account.name}?secret={key_on(page)}&issuer=" in address, address)

    form = page.form("/authenticator")
    wrong = staff.client.submit(page, form, password=PASSWORD, code=app.wrong_code())
    expect_equal((wrong.status, wrong.errors, key_on(wrong)), (400, ["code"], key_on(page)), "a wrong code")
    wrong = staff.client.submit(page, form, password="not the password", code=app.next_code())
    expect_equal((wrong.status, wrong.errors), (400, ["password"]), "a wrong password")
    added = staff.client.submit(page, form, password=PASSWORD, code=app.next_code())
    codes = recovery_codes_on(added)
    expect_equal((added.status, len(set(codes))), (200, 10), "the recovery codes")
    expect_equal(staff.client.submit(page, form, password=PASSWORD, code=app.next_code()).status, 409, "sent again")

    one, other = Staff(portal, "", account), Staff(portal, "", account)
    for each in (one, other):
        first = each.log_in()
        expect_equal((first.status, first.location), (303, f"{CGI}/staff/login/code"), "the first step")
        expect(each.client.get(LETTERS).location.endswith("/staff/login"), "the password alone opens the letters")
    answer = second_step(one, code=app.wrong_code())
    expect_equal((answer.status, answer.errors), (400, ["code"]))
    code = app.next_code()
    expect_equal(second_step(one, code=code).status, 303, "the right code")
    expect_equal(one.client.get(LETTERS).status, 200)
    # The code was used, and with it the other browser's first step.
    expect(other.client.get(f"{CGI}/staff/login/code").location.endswith("/staff/login"), "an old first step")
    other.log_in()
    expect_equal(second_step(other, code=code).status, 400, "the same code again")
    answer = second_step(other, recovery="0" * 16)
    expect_equal((answer.status, answer.errors), (400, ["recovery"]))
    expect("<details open>" in answer.text, "the folded form is closed over its error")
    used = second_step(other, recovery=codes[0][:4] + " " + codes[0][4:])
    expect_equal((used.status, used.location), (303, f"{CGI}/staff/authenticator"), "a recovery code")
    expect_equal(recovery_codes_left(other.client.follow(used)), 9)
    again = Staff(portal, "", account)
    again.log_in()
    expect_equal(second_step(again, recovery=codes[0]).status, 400, "a recovery code again")

    audit = Staff(portal, "administrator").signed_in().client.get(f"{CGI}/staff/audit").text
    for kind in ("authenticatorAdded", "recoveryCodeUsed", "staffSignInFailed", "staffSignedIn"):
        expect(f'data-event="{kind}"' in audit, f"{kind} is not in the audit")


@test("After five wrong codes the sixth is refused with 429, even if it is right, and so is a recovery code")
def wrong_codes(portal: Portal) -> None:
    account, app, codes = account_with_app(portal)
    staff = Staff(portal, "", account)
    staff.log_in()
    for _ in range(5):
        expect_equal(second_step(staff, code=app.wrong_code()).status, 400)
    answer = second_step(staff, code=app.next_code())
    expect_equal(answer.status, 429)
    expect(0 < int(answer.headers["Retry-After"]) <= 900, answer.headers["Retry-After"])
    expect_equal(second_step(staff, recovery=codes[0]).status, 429)


@test("New recovery codes and the removal of the app need password and code; without the app the password is enough again")
def changing_the_app(portal: Portal) -> None:
    account, app, codes = account_with_app(portal)
    staff = Staff(portal, "", account)
    staff.log_in()
    second_step(staff, code=app.next_code())
    page = staff.client.get(f"{CGI}/staff/authenticator")
    form = page.form("/authenticator/recovery")
    for password, typed, error in (("", codes[0], "password"), ("not the password", codes[0], "password"), (PASSWORD, "0" * 16, "recovery")):
        wrong = staff.client.submit(page, form, password=password, recovery=typed)
        expect_equal((wrong.status, wrong.errors), (400, [error]), f"{password!r} and {typed}")
    wrong = staff.client.submit(page, form, password=PASSWORD, code=app.wrong_code())
    expect_equal((wrong.status, wrong.errors), (400, ["code"]))
    renewed = staff.client.submit(page, form, password=PASSWORD, recovery=codes[0])
    new = recovery_codes_on(renewed)
    expect_equal(len(set(codes) | set(new)), 20, "old and new recovery codes")
    form.action = form.action.replace("/recovery", "/remove")
    old = staff.client.submit(page, form, password=PASSWORD, recovery=codes[1])
    expect_equal((old.status, old.errors), (400, ["recovery"]), "an old recovery code")
    wrong = staff.client.submit(page, form, recovery=new[0])
    expect_equal((wrong.status, wrong.errors), (400, ["password"]), "the removal without the password")
    removed = staff.client.submit(page, form, password=PASSWORD, recovery=new[0])
    expect_equal(removed.status, 303)
    expect(key_on(staff.client.follow(removed)), "no new key is offered")
    expect(Staff(portal, "", account).log_in().location.endswith("/staff/letters"), "the password alone")


@test("A disabled account's session is dead with the next request; a reset one's too, and its app and password are gone")
def disable_and_reset(portal: Portal) -> None:
    account, app, codes = account_with_app(portal)
    staff = Staff(portal, "", account)
    staff.log_in()
    second_step(staff, code=app.next_code())
    expect_equal(staff.client.get(LETTERS).status, 200)
    expect_equal(staff_command(portal, "disable", account.name).returncode, 0)
    expect_equal(staff.client.get(LETTERS).status, 303, "the session of a disabled account")
    refused = Staff(portal, "", account).log_in()
    expect_equal((refused.status, refused.errors), (400, ["name"]), "the login of a disabled account")
    expect_equal(staff_command(portal, "enable", account.name).returncode, 0)
    expect_equal(staff.client.get(LETTERS).status, 303, "the old session after enabling")
    staff.log_in()
    expect_equal(second_step(staff, recovery=codes[0]).status, 303)

    listed = {one["name"]: one for one in json.loads(staff_command(portal, "list", "--json").stdout)}
    expect_equal({key: listed[account.name][key] for key in ("role", "disabled", "secondFactor", "recoveryCodesLeft")},
                 {"role": "reviewer", "disabled": False, "secondFactor": True, "recoveryCodesLeft": 9})
    reset = staff_command(portal, "reset", account.name)
    expect_equal(reset.returncode, 0, reset.stderr)
    expect_equal(staff.client.get(LETTERS).status, 303, "the session of a reset account")
    expect_equal(Staff(portal, "", account).log_in().status, 400, "the old password")
    again = Staff(portal, "", dataclasses.replace(account, password=reset.stdout.split()[-1]))
    expect(again.log_in().location.endswith("/staff/password"), "the new first password")

    audit = Staff(portal, "administrator").signed_in().client.get(f"{CGI}/staff/audit").text
    for kind in ("staffDisabled", "staffEnabled", "staffReset"):
        expect(f'data-event="{kind}"' in audit, f"{kind} is not in the audit")
    expect(f"{account.name} ← " in audit, "the audit does not say who has changed the account")


@test("A reset that keeps the app gives a new first password only: the login needs the app's code as before")
def reset_with_app(portal: Portal) -> None:
    account, app, _ = account_with_app(portal)
    reset = staff_command(portal, "reset", account.name, "--keep-authenticator")
    expect_equal(reset.returncode, 0, reset.stderr)
    again = Staff(portal, "", dataclasses.replace(account, password=reset.stdout.split()[-1]))
    expect(again.log_in().location.endswith("/staff/login/code"), "the login after the reset does not ask for the code")
    expect(second_step(again, code=app.next_code()).location.endswith("/staff/password"), "the first password need not be changed")


@test("The staff command refuses what it does not know with 2, and unknown accounts with 1")
def wrong_usage(portal: Portal) -> None:
    for words in ((), ("list", "x"), ("disable",), ("reset", "a", "b"), ("remove", "x"), ("add",), ("list", "--bogus")):
        expect_equal(staff_command(portal, *words).returncode, 2, f"{words}")
    for word in ("disable", "enable", "reset"):
        said = staff_command(portal, word, "nobody-at-all")
        expect_equal(said.returncode, 1, word)
        expect("nobody-at-all" in said.stderr and "staff list" in said.stderr, said.stderr)


@test("Unknown names, wrong passwords and disabled accounts get the same answer, byte for byte")
def same_answer(portal: Portal) -> None:
    portal.forget_limits()
    accounts = [new_account(portal) for _ in range(2)]
    staff_command(portal, "disable", accounts[1].name)
    client = Client(portal.address)
    answers = []
    for name, password in ((accounts[0].name, "wrong password"), ("nobody-here", "wrong password"),
                           (accounts[1].name, accounts[1].password), ("NOT A NAME", "wrong password")):
        page = client.get(f"{CGI}/staff/login")
        answer = client.submit(page, page.form("/staff/login"), name=name, password=password)
        answers.append((answer.status, answer.text_without_number.replace(name, "NAME"), answer.header_names))
    expect_equal(answers[0][0], 400)
    for other in answers[1:]:
        expect(other == answers[0], "an answer differs")


@test("The forms of the app are refused without their token, and the second step without the first")
def forged_forms(portal: Portal) -> None:
    account, app, _ = account_with_app(portal)
    stranger = Client(portal.address)
    for path in ("authenticator", "authenticator/recovery", "authenticator/remove", "login/code"):
        expect_equal(stranger.post(f"{CGI}/staff/{path}", {"code": "123456"}).location, f"{CGI}/staff/login", path)
    staff = Staff(portal, "", account)
    staff.log_in()
    expect_equal(staff.client.post(f"{CGI}/staff/login/code", {"code": app.next_code()}).status, 403)
    second_step(staff, code=app.next_code())
    for path in ("authenticator", "authenticator/recovery", "authenticator/remove", "password"):
        answer = staff.client.post(f"{CGI}/staff/{path}", {"code": app.wrong_code()})
        expect_equal(answer.status, 403, path)


def site_with(second_factor: str, networks: str):
    config = site_for_tests()
    text = config.read_text(encoding="utf-8")
    for old, new in (('secondFactor: "requiredWithHTTPS"', f'secondFactor: "{second_factor}"'), ("networks: []", f"networks: {networks}")):
        expect_equal(text.count(old), 1, old)
        text = text.replace(old, new)
    config.write_text(text, encoding="utf-8")
    return config


@test_once("Where the second factor is required nothing of the staff's opens before the app is added, and all after it")
def required() -> None:
    with Portal(config=site_with("required", '["192.0.2.0/24", "127.0.0.0/8", "::1"]')) as portal:
        staff = Staff(portal, "reviewer").signed_in()
        for path in ("letters", "letters/1", "letters/1/documents/1", "audit", "account"):
            expect_equal(staff.client.get(f"{CGI}/staff/{path}").location, f"{CGI}/staff/authenticator", path)
        page = staff.client.get(f"{CGI}/staff/authenticator")
        app = App(key_on(page))
        added = staff.client.submit(page, page.form("/authenticator"), password=staff.account.password, code=app.next_code())
        codes = recovery_codes_on(added)
        expect_equal(staff.client.get(LETTERS).status, 200)
        page = staff.client.get(f"{CGI}/staff/authenticator")
        form = page.form("/authenticator/recovery")
        form.action = form.action.replace("/recovery", "/remove")
        removed = staff.client.submit(page, form, password=staff.account.password, recovery=codes[0])
        expect_equal(removed.status, 303)
        expect_equal(staff.client.get(LETTERS).location, f"{CGI}/staff/authenticator", "after the removal")


@test_once("From outside the config's networks each address of the staff is the same 404 as one that never existed")
def networks() -> None:
    for server in SERVERS:
        with Portal(server=server, config=site_with("optional", '["192.0.2.0/24", "2001:db8::/32"]')) as portal:
            client = Client(portal.address)
            unknown = client.get(f"{CGI}/nothing/of/the/kind")
            expect_equal(unknown.status, 404)
            for path in ("", "/", "/login", "/login/code", "/letters", "/letters/1", "/audit", "/account", "/authenticator", "/password", "/x"):
                for answer in (client.get(f"{CGI}/staff{path}"), client.post(f"{CGI}/staff{path}", {"name": "reviewer"})):
                    expect_equal(answer.status, 404, f"{server} {path}")
                    expect(answer.text_without_number == unknown.text_without_number, f"{server}: the 404 of {path} is another page")
                    expect_equal(answer.header_names, unknown.header_names, f"{server} {path}")
            for path in ("/", "/login/", "/en/", f"{CGI}/login/verify"):
                page = client.get(path)
                expect("/staff" not in page.text, f"{server}: {path} leads to the staff's pages")
            expect_equal(client.get("/login/").status, 200, "the citizens' login")


@test_once("A network that cannot be read is a mistake of the config, with its place")
def wrong_network() -> None:
    import subprocess

    config = site_with("optional", '["10.0.0.1/8"]')
    with Portal(config=site_for_tests()) as portal:
        said = subprocess.run([str(portal.home / "bin" / "pishkhan"), "check", "--config", str(config)],
                              capture_output=True, text=True, timeout=60)
    expect_equal(said.returncode, 1, said.stderr)
    expect("staff.networks" in said.stderr and "10.0.0.1/8" in said.stderr, said.stderr)


@test_once("A password on the config's list of known ones, or made of the organisation's name, is refused; a list that is not there is a mistake")
def refused_passwords() -> None:
    config = site_for_tests()
    (config.parent / "refused.txt").write_text("letmein and nobody else\n", encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    expect_equal(text.count("networks: [],"), 1, "networks in the config")
    config.write_text(text.replace("networks: [],", 'networks: [], refusedPasswords: "refused.txt",'), encoding="utf-8")
    with Portal(config=config) as portal:
        account = new_account(portal)
        staff = Staff(portal, "reviewer", account).signed_in()
        for refused in ("letmein and nobody else", "Negarestan-university1", "دانشگاه علوم پزشکی"):
            answer = change_password(staff, account.password, refused)
            expect_equal((answer.status, answer.errors), (400, ["newPassword"]), refused)
        expect_equal(change_password(staff, account.password, "letmein and everybody else").status, 303)
        (config.parent / "refused.txt").unlink()
        checked = subprocess.run([portal.home / "bin" / "pishkhan", "check", "--config", config], capture_output=True, text=True, timeout=60)
        expect(checked.returncode == 1 and "refused.txt" in checked.stderr, checked.stderr)


@test("Wrong passwords are counted for the name and for the address, and a right one takes its try back")
def wrong_passwords(portal: Portal) -> None:
    portal.forget_limits()
    account, other = new_account(portal), new_account(portal)
    wrong = [Staff(portal, "", account).log_in(f"wrong password {number}").status for number in range(9)]
    expect_equal(wrong, [400] * 9, "nine wrong passwords")
    expect_equal(Staff(portal, "", account).log_in().status, 303, "the right one after nine wrong ones")
    expect_equal(Staff(portal, "", account).log_in("wrong again").status, 400, "the tenth wrong one")
    for each in (account, other):
        refused = Staff(portal, "", each).log_in()
        expect_equal(refused.status, 429, f"the right password of {each.name} after ten wrong ones from this address")
        expect(0 < int(refused.headers["Retry-After"]) <= 900, refused.headers["Retry-After"])
    portal.change_database("DELETE FROM tally WHERE kind = 'wrongPasswordsPerAddress'")
    expect_equal(Staff(portal, "", other).log_in().status, 303, "another account, as from another address")
    expect_equal(Staff(portal, "", account).log_in().status, 429, "the same account, as from another address")
    portal.forget_limits()
