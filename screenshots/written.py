"""Parts of the docs that are written by a program, each between two marks that say by which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def between(text: str, begin: str, end: str, part: str) -> str:
    """Return a page with a part between two marks, whatever stood there before.

    Raises:
        ValueError: the page lacks a mark.
    """
    before, begun, rest = text.partition(begin)
    _, ended, after = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"no {begin!r} … {end!r} in the page")
    return f"{before}{begin}\n\n{part.strip()}\n\n{end}{after}"


def rewrite(page: Path, changed: Callable[[str], str]) -> None:
    """Write a page as it is by now."""
    page.write_text(changed(page.read_text(encoding="utf-8")), encoding="utf-8")
