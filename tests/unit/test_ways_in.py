"""Whoever opens a package finds the way to each of its modules in its docstring, which names none that is gone."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

PACKAGES = ("browser", "loading", "loading.pages", "model")


@pytest.mark.parametrize("package", PACKAGES)
def test_the_docstring_names_every_module(package: str) -> None:
    opened = import_module(f"compare.{package}")
    (folder,) = opened.__path__
    there = {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}
    there |= {path.parent.name for path in Path(folder).glob("*/__init__.py")}
    named = set(re.findall(rf"~compare\.{re.escape(package)}\.(\w+)`", opened.__doc__ or ""))
    assert named == there
