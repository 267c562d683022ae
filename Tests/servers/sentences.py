"""Tests are functions named by a sentence; importing a module registers what it holds."""

from dataclasses import dataclass
from typing import Callable

# Those behind which every test runs, and all for which there is a configuration.
SERVERS = ("apache", "nginx", "lighttpd")
ALL_SERVERS = (*SERVERS, "caddy", "h2o")
# nginx before FastCGI processes instead of fcgiwrap.
FASTCGI = "fastcgi"


@dataclass(frozen=True)
class Test:
    sentence: str
    run: Callable
    servers: tuple[str, ...]  # none: it is run once and starts what it needs itself


registered: list[Test] = []


def test(sentence: str, behind: tuple[str, ...] = SERVERS):
    """The decorated function takes a running `Portal` and is run once behind each of these servers."""
    return _register(sentence, behind)


def test_once(sentence: str):
    """The decorated function takes nothing, is run once, and starts what it needs itself."""
    return _register(sentence, ())


def test_fastcgi(sentence: str):
    """The decorated function takes a `FastCGIPortal` with one process."""
    return _register(sentence, (FASTCGI,))


def _register(sentence: str, servers: tuple[str, ...]):
    def decorate(function: Callable) -> Callable:
        registered.append(Test(sentence, function, servers))
        return function

    return decorate


def expect(condition: object, otherwise: object = "") -> None:
    """Fails the running test with what was found instead."""
    if not condition:
        raise AssertionError(otherwise)


def expect_equal(found: object, wanted: object, about: str = "") -> None:
    if found != wanted:
        raise AssertionError(f"{about + ': ' if about else ''}expected {wanted!r}, found {found!r}")
