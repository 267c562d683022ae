"""The sentences by which the tests of this folder's neighbours are known, as their sources declare them."""

import ast
import functools
import pathlib
import re

TESTS = pathlib.Path(__file__).resolve().parents[1]

# A string of Swift in one line, the first thing in a `@Test(…)`.
_SWIFT = re.compile(r'@Test\(\s*"((?:[^"\\]|\\.)*)"')


@functools.cache
def declared_sentences() -> frozenset[str]:
    swift = {sentence.replace('\\"', '"') for path in TESTS.rglob("*.swift") for sentence in _SWIFT.findall(path.read_text(encoding="utf-8"))}
    return frozenset(swift | {sentence for path in TESTS.rglob("test_*.py") for sentence in _python_sentences(path)})


def _python_sentences(path: pathlib.Path):
    """Of the functions that `@test` and its like decorate."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        for decorator in getattr(node, "decorator_list", ()):
            if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") in ("test", "test_once", "test_fastcgi"):
                yield ast.literal_eval(decorator.args[0])
