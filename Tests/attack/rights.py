"""Who gets what: the answer to each request for each of nine visitors.

`→x` is a redirect to the page x. All forms are sent with the visitor's own token but empty, so that 400 says "you may,
but this is incomplete": nothing changes until the last rows. A clerk's unit is the one of all letters.
"""

COLUMNS = ("nobody", "citizen A", "citizen B", "reviewer", "clerk", "other clerk", "administrator", "first password", "disabled")

# Short words for rows that many requests share.
_PUBLIC = "{0} {0} {0} {0} {0} {0} {0} {0} {0}"
_CITIZEN_A = "→login {0} {1} →login →login →login →login →login →login"
_STAFF = "→staff/login →staff/login →staff/login {0} {1} {2} {3} →staff/password →staff/login"

_TABLE: list[tuple[str, str]] = [
    # Before login. This portal has no security code.
    ("GET /captcha", _PUBLIC.format(404)),
    ("GET /captcha/audio", _PUBLIC.format(404)),
    ("GET /captcha/work", _PUBLIC.format(404)),
    ("POST /login/code", _PUBLIC.format(400)),
    ("GET /login/verify", _PUBLIC.format("→login")),
    ("POST /login/verify", _PUBLIC.format(400)),
    ("GET /health", _PUBLIC.format(200)),
    # Whoever holds a print of a letter.
    ("GET /verify", _PUBLIC.format(200)),
    ("GET /verify?code=", _PUBLIC.format(400)),
    ("GET /verify?code={A.print}", _PUBLIC.format(200)),
    ("GET /verify?code=0000-0000-0000-0000", _PUBLIC.format(404)),
    ("GET /verify?code={A.code}", _PUBLIC.format(404)),
    ("GET /staff/login", _PUBLIC.format(200)),
    # The token of a session is not that of the login form.
    ("POST /staff/login", _PUBLIC.format(403)),

    # Citizens.
    ("GET /desk", _CITIZEN_A.format(200, 200)),
    ("GET /track", _CITIZEN_A.format(400, 400)),
    ("GET /track?code={A.code}", _CITIZEN_A.format("→status", 404)),
    ("GET /track?code={B.code}", _CITIZEN_A.format(404, "→status")),
    ("GET /authenticator", _CITIZEN_A.format(200, 200)),
    ("POST /authenticator", "403 400 400 403 403 403 403 403 403"),
    # Nobody has an app here, so there is nothing to renew or to remove.
    ("POST /authenticator/recovery", "403 →authenticator →authenticator 403 403 403 403 403 403"),
    ("POST /authenticator/remove", "403 →authenticator →authenticator 403 403 403 403 403 403"),
    ("GET /sessions", _CITIZEN_A.format(200, 200)),
    ("POST /sessions", "403 400 400 403 403 403 403 403 403"),
    ("GET /letters/new", _CITIZEN_A.format(200, 200)),
    ("POST /letters", "403 400 400 403 403 403 403 403 403"),
    *[(f"GET /letters/{{{letter}}}{page}", _CITIZEN_A.format(*cells))
      for page in ("", "/receipt", "/status", "/documents/1")
      for letter, cells in (("A.review", (200, 404)), ("A.accepted", (200, 404)), ("A.rejected", (200, 404)),
                            ("B.review", (404, 200)), ("none", (404, 404)))],
    ("GET /letters/{A.accepted}/documents/2", _CITIZEN_A.format(200, 404)),
    ("GET /letters/{A.accepted}/documents/3", _CITIZEN_A.format(404, 404)),

    # Staff: reviewer, clerk, other clerk, administrator.
    ("GET /staff/password", "→staff/login →staff/login →staff/login 200 200 200 200 200 →staff/login"),
    ("POST /staff/password", "→staff/login →staff/login →staff/login 400 400 400 400 400 →staff/login"),
    # Only between password and app.
    ("GET /staff/login/code", _PUBLIC.format("→staff/login")),
    ("POST /staff/login/code", _PUBLIC.format("→staff/login")),
    ("GET /staff/account", _STAFF.format(200, 200, 200, 200)),
    ("GET /staff/authenticator", _STAFF.format(200, 200, 200, 200)),
    ("POST /staff/authenticator", _STAFF.format(400, 400, 400, 400)),
    ("POST /staff/authenticator/recovery", _STAFF.format(*["→staff/authenticator"] * 4)),
    ("POST /staff/authenticator/remove", _STAFF.format(*["→staff/authenticator"] * 4)),
    ("GET /staff/sessions", _STAFF.format(200, 200, 200, 200)),
    ("POST /staff/sessions", _STAFF.format(400, 400, 400, 400)),
    ("GET /staff/letters", _STAFF.format(200, 200, 200, 403)),
    ("GET /staff/audit", _STAFF.format(403, 403, 403, 200)),
    *[(f"GET /staff/letters/{{{letter}}}{page}", _STAFF.format(*cells))
      for page in ("", "/documents/1")
      for letter, cells in (("A.review", (200, 404, 404, 404)), ("A.accepted", (200, 200, 404, 404)),
                            ("A.rejected", (200, 404, 404, 404)), ("none", (404, 404, 404, 404)))],
    *[(f"POST /staff/letters/{{{letter}}}/{action}", _STAFF.format(*cells))
      for action in ("events", "reply")
      for letter, cells in (("A.review", (403, 404, 404, 404)), ("A.accepted", (403, 400, 404, 404)),
                            ("A.rejected", (403, 404, 404, 404)), ("none", (404, 404, 404, 404)))],
    *[(f"POST /staff/letters/{{{letter}}}/reject", _STAFF.format(*cells))
      for letter, cells in (("A.review", (400, 404, 404, 404)), ("A.accepted", (409, 403, 404, 404)),
                            ("A.rejected", (409, 404, 404, 404)), ("none", (404, 404, 404, 404)))],
    # Accepting has no fields, so it is done where it may be: by the reviewer, whom the clerk then finds too late.
    *[(f"POST /staff/letters/{{{letter}}}/accept", _STAFF.format(*cells))
      for letter, cells in (("A.accepted", (409, 403, 404, 404)), ("A.rejected", (409, 404, 404, 404)),
                            ("none", (404, 404, 404, 404)), ("A.review", ("→done", 403, 404, 404)))],

    # Ends the sessions, so it comes last.
    ("POST /logout", "403 →home →home →home →home →home →home →home →home"),
]


def table() -> list[tuple[str, str, list[str]]]:
    """Method, path with words in braces, and a cell for each column."""
    lines = []
    for request, cells in _TABLE:
        method, path = request.split(" ", 1)
        lines.append((method, path, cells.split()))
        if len(lines[-1][2]) != len(COLUMNS):
            raise ValueError(f"{request} has {len(lines[-1][2])} cells")
    return lines
