"""Accounts of the staff with a password of their own and an authenticator app."""

import dataclasses

from authenticator import App, add_app
from citizen import CGI
from client import Answer
from portal import Portal, StaffAccount
from sentences import expect_equal
from staff import Staff, new_account

PASSWORD = "چهار واژهٔ بی‌ربط باهم"


def change_password(staff: Staff, present: str, new: str) -> Answer:
    page = staff.client.get(f"{CGI}/staff/password")
    return staff.client.submit(page, page.form("/staff/password"), password=present, newPassword=new, repeated=new)


def account_with_app(portal: Portal, role: str = "reviewer") -> tuple[StaffAccount, App, list[str]]:
    """An account that has changed its password and added an app."""
    portal.forget_limits()
    account = new_account(portal, role)
    staff = Staff(portal, role, account)
    staff.log_in()
    expect_equal(change_password(staff, account.password, PASSWORD).status, 303, "the change of the password")
    app, codes = add_app(staff.client, f"{CGI}/staff/authenticator", password=PASSWORD)
    return dataclasses.replace(account, password=PASSWORD), app, codes


def second_step(staff: Staff, **typed: str) -> Answer:
    page = staff.client.get(f"{CGI}/staff/login/code")
    return staff.client.submit(page, page.form("/login/code", having=next(iter(typed))), **typed)
