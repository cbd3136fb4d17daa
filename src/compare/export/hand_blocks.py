"""The reader's hand in Markdown, the same in every profile: behind what was said of, and as a section of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.blocks import address, bullets, cited
from compare.export.escape import escape
from compare.export.hand import BY_HAND, NOTHING_MARKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.export.hand import Hand, Listed, Said
    from compare.export.outline import Dispute, Found, Point


def remarked(of: Point | Found | Dispute, shown: int | None = None) -> str:
    """Return what the reader said of something, ``shown`` remarks at most, and that a correction shaped it."""
    parts = [_said(said) for said in of.said[:shown]]
    if shown is not None and len(of.said) > shown:
        parts.append(f"and {len(of.said) - shown} more")
    if not parts:
        return f" (*{BY_HAND}*)" if of.by_hand else ""
    return f" (*reader:* {'; '.join([*parts, *([BY_HAND] if of.by_hand else [])])})"


def marks(hand: Hand, shown: int | None = None) -> Iterator[str]:
    """Yield the section on the reader's marks without its heading; of each list ``shown`` lines at most."""
    yield hand.progress
    if not hand.lists:
        yield NOTHING_MARKED
    for title, listed in hand.lists:
        if title:
            yield title
        yield bullets(_first(listed, shown))


def _first(listed: Sequence[Listed], shown: int | None) -> Iterator[str]:
    lines = listed[:shown]
    yield from map(_listed, lines)
    if rest := sum(len(line.said) for line in listed[len(lines) :]):
        yield f"… and {rest} more, in the full report"


def _listed(marks: Listed) -> str:
    about = [
        *map(escape, marks.articles),
        *map(cited, marks.places),
        *(f"{escape(article)}: “{escape(words)}”{marks.not_found}" for article, words in marks.lost),
    ]
    return f"{'; '.join(_said(said, day=True) for said in marks.said)}{marks.doubt} — {' · '.join(about)}"


def _said(said: Said, *, day: bool = False) -> str:
    who = escape(said.signature(day=day))
    basis = address(said.basis) if said.link else escape(said.basis)
    return f"{escape(said.told)}{f' ({who})' if who else ''}{f', {basis}' if basis else ''}"
