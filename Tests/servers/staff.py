"""What the staff do, as the test says it."""

import secrets
import subprocess

from citizen import CGI
from client import Answer, Client
from portal import Portal, StaffAccount
from sentences import expect_equal


class Staff:
    def __init__(self, portal: Portal, role: str, account: StaffAccount | None = None) -> None:
        self.account = account or portal.staff[role]
        self.client = Client(portal.address)

    def log_in(self, password: str | None = None) -> Answer:
        page = self.client.get(f"{CGI}/staff/login")
        return self.client.submit(page, page.form("/staff/login"), name=self.account.name,
                                  password=password or self.account.password)

    def signed_in(self) -> "Staff":
        expect_equal(self.log_in().status, 303, f"the login of {self.account.name}")
        return self

    def queue(self) -> dict[str, str]:
        """All letters that wait, over as many pages as they take."""
        letters, path = {}, f"{CGI}/staff/letters"
        while path:
            page = self.client.get(path)
            letters |= page.letters
            path = next((link for link in page.page.links if "from=" in link and "lang=" not in link), None)
        return letters

    def letter(self, letter: str) -> Answer:
        return self.client.get(f"{CGI}/staff/letters/{letter}")

    def do(self, letter: str, action: str, **filled) -> Answer:
        """Fills in a form of the letter's page and sends it."""
        page = self.letter(letter)
        return self.client.submit(page, page.form(f"/{letter}/{action}"), **filled)


def staff_command(portal: Portal, *words: str, command: str = "staff") -> subprocess.CompletedProcess:
    """Runs `pishkhan staff …` on the portal's home, as its administrator does."""
    return subprocess.run([str(portal.home / "bin" / "pishkhan"), command, *words, "--home", str(portal.home.resolve())],
                          capture_output=True, text=True, timeout=60)


def new_account(portal: Portal, role: str = "reviewer", *options: str) -> StaffAccount:
    """An account of its own, with its first password."""
    name = f"{role}-{secrets.token_hex(4)}"
    said = staff_command(portal, "add", name, "--role", role, *options)
    expect_equal(said.returncode, 0, said.stderr)
    return StaffAccount(role, name, said.stdout.split()[-1])
