"""No regular expression takes long on any text: each is tried on texts that make a careless one go back and forth."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time
from types import ModuleType

import compare
from timing import cpu_seconds

LENGTH = 2_000
"""Code points of a text. What takes exponential time never ends on it, what takes cubic time takes seconds."""

UNITS = (
    " ",
    "\n",
    "a",
    "A",
    "1",
    ".",
    "-",
    "'",
    '"',
    "“",
    "(",
    "<",
    "_",
    "a ",
    "A. ",
    "1,",
    "a-",
    "a.a",
    "http://a",
    "![",
)

BOUND = 0.1
"""Seconds of a processor; a pattern that goes through the text once takes a thousandth of it."""

ANCHORED = {
    # asked of the beginning or the whole of something only, or of a few characters before a place
    "compare.analysis.clauses._DENIED_WHEN",
    "compare.analysis.codes._BEFORE",
    "compare.analysis.readings._NAME_BEFORE",
    "compare.browser.address._FORM",
    "compare.loading.front_matter._IN_LIST",
    "compare.loading.front_matter._KEY",
    "compare.loading.front_matter._PAIR",
    "compare.loading.labels._HASH",  # of a file's name, which no system lets be long
    "compare.loading.pages.jsonld._ARTICLE",
    "compare.loading.pdf._FILE_NAME",
    "compare.loading.running._NUMBER",
    "compare.loading.segment._NAME",
    "compare.loading.timestamps._NAMED",
    "compare.model.address._SCHEME",
}
"""Patterns that would take quadratic time if they were searched for in a long text, and never are."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for found in pkgutil.walk_packages(compare.__path__, "compare."):
        if found.name.rpartition(".")[2] == "__main__":
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{found.name}.{name}", value
        for pattern in getattr(module, "PATTERNS", ()):  # those that are compiled when they are first asked for
            yield f"{found.name} {pattern}", re.compile(pattern, re.IGNORECASE)
        yield from _written_where_used(module)


def _written_where_used(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns that stand in calls such as ``re.match("a+", text)``."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), how), [ast.Constant(str() as pattern), *_]) if how != "compile":
                yield f"{module.__name__} {pattern}", re.compile(pattern)


def _slow(names: Callable[[str], bool], ways: Callable[[re.Pattern[str], str], object]) -> set[str]:
    slow: set[str] = set()
    for pattern, name in {pattern: name for name, pattern in _patterns()}.items():
        for unit in UNITS if names(name) else ():
            text = (unit * LENGTH)[:LENGTH] + "\0"
            start = process_time()
            ways(pattern, text)
            if process_time() - start > BOUND and cpu_seconds(partial(ways, pattern, text), enough=BOUND) > BOUND:
                slow.add(f"{name} on {unit!r}")
    return slow


def test_there_is_something_to_try() -> None:
    names = {name for name, _ in _patterns()}
    assert len(names) > 100
    assert names >= ANCHORED


def test_no_pattern_is_slow_in_any_text() -> None:
    assert not _slow(lambda name: name not in ANCHORED, lambda p, text: sum(1 for _ in p.finditer(text)))


def test_no_pattern_is_slow_at_one_place() -> None:
    assert not _slow(lambda name: name in ANCHORED, lambda p, text: (p.match(text), p.fullmatch(text)))
