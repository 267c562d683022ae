"""Forms that another site's page sends with the visitor's own cookies."""

from desk_under_attack import content, difference
from forms import FORMS
from portal import Portal
from route_table import routes
from sentences import expect_equal, test
from visitors import desk

FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": ""},
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "{own}.evil.example"}, {"Origin": "https{rest}"},
    {"Origin": "{own}", "Sec-Fetch-Site": "cross-site"},
)


@test("Every form is known to the forger")
def every_form(portal: Portal) -> None:
    expect_equal(sorted(FORMS), sorted(route.pattern for route in routes() if route.method == "POST"))


@test("No form is taken without its token, with another's, or from another site: 403 and nothing changed; its own page's is taken")
def forged(portal: Portal) -> None:
    people = desk(portal)
    own = portal.address.rstrip("/")
    tried = 0
    for pattern, fill in FORMS.items():
        form = fill(portal, people)
        before = content(portal)
        if form.token is not None:
            tokens = {None, "", "x", "A" * 43, form.token[:-1], form.token + "=", people.visitor("citizen B").token}
            for token in tokens:
                expect_equal(form.send(token).status, 403, f"{pattern} with the token {token!r}")
            tried += len(tokens)
        for headers in FOREIGN:
            filled = {name: value.format(own=own, rest=own.removeprefix("http")) for name, value in headers.items()}
            expect_equal(form.send(form.token, filled).status, 403, f"{pattern} with {filled}")
        tried += len(FOREIGN)
        expect_equal(difference(before, content(portal)), "", f"what forged forms for {pattern} have changed")
        answer = form.send(form.token, {"Origin": own, "Sec-Fetch-Site": "same-origin"})
        expect_equal(answer.status, form.taken, f"{pattern} from its own page {answer.text[:500]}")
    print(f"{tried} forged forms for {len(FORMS)} routes", flush=True)


@test("A field that may come once is refused with 400 when it comes twice, and so is a token; nothing changes")
def repeated_fields(portal: Portal) -> None:
    people = desk(portal)
    for pattern, fill in FORMS.items():
        form = fill(portal, people)
        before = content(portal)
        for name in form.single + (("token",) if form.token and form.single else ()):
            value = form.token if name == "token" else form.fields.get(name, "x")
            more = ((name, value),) if name in form.fields or name == "token" else ((name, "x"), (name, "x"))
            expect_equal(form.send(form.token, more=more).status, 400, f"{pattern} with two of {name}")
        expect_equal(difference(before, content(portal)), "", f"what repeated fields for {pattern} have changed")
