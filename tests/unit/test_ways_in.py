"""Whoever opens a package finds the way to its modules in its docstring, which names none that is gone."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import compare

PACKAGES = [found.name for found in pkgutil.walk_packages(compare.__path__, "compare.") if found.ispkg]
WHOLE = [
    "compare.browser",
    "compare.cached",
    "compare.loading",
    "compare.loading.pages",
    "compare.model",
    "compare.review",
]
"""Those that have no parts which only another of their modules is about."""


def named(package: str) -> set[str]:
    return set(re.findall(rf"~{re.escape(package)}\.(\w+)`", import_module(package).__doc__ or ""))


def there(package: str) -> set[str]:
    (folder,) = import_module(package).__path__
    modules = {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}
    return modules | {path.parent.name for path in Path(folder).glob("*/__init__.py")}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_docstring_says_something_and_names_no_module_that_is_gone(package: str) -> None:
    assert import_module(package).__doc__
    assert named(package) <= there(package)


@pytest.mark.parametrize("package", WHOLE)
def test_the_docstring_names_every_module(package: str) -> None:
    assert named(package) == there(package)
