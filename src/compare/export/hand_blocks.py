"""The reader's hand in Markdown, the same in every profile: behind what was said of, and as a section of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.blocks import address, bullets, cited
from compare.export.escape import escape
from compare.export.hand import BY_HAND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.export.hand import Hand, Listed, Said
    from compare.export.outline import Dispute, Found, Point

TITLE = "The reader's marks"
"""The heading of the section."""

UNSURE = "Of these the text has changed so much that the place is not sure. They count for nothing until looked at:"
UNPLACED = "Of these the words stand in none of the texts any more:"


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
    yield progress(hand)
    if not (hand.sure or hand.unsure or hand.unplaced):
        yield "Nothing was marked."
    for title, listed in (("", hand.sure), (UNSURE, hand.unsure), (UNPLACED, hand.unplaced)):
        if listed:
            if title:
                yield title
            yield bullets(_first(listed, shown))


def progress(hand: Hand) -> str:
    """Return how much is decided, as a sentence."""
    return f"{hand.decided} of {hand.total} findings decided."


def _first(listed: Sequence[Listed], shown: int | None) -> Iterator[str]:
    """Yield lines of marks, those on the same words in one; of ``shown`` lines at most."""
    together: dict[object, list[Listed]] = {}
    for mark in listed:
        together.setdefault((mark.articles, mark.places, mark.lost), []).append(mark)
    lines = list(together.values())[:shown]
    yield from map(_listed, lines)
    if rest := len(listed) - sum(map(len, lines)):
        yield f"… and {rest} more, in the full report"


def _listed(together: Sequence[Listed]) -> str:
    mark = together[0]
    about = [
        *map(escape, mark.articles),
        *map(cited, mark.places),
        *(
            f"{escape(article)}: “{escape(words)}”{' (not found)' if mark.places else ''}"
            for article, words in mark.lost
        ),
    ]
    return f"{'; '.join(map(_dated, together))} — {' · '.join(about)}"


def _dated(mark: Listed) -> str:
    sure = f", {mark.certainty:.0%} sure of the place" if mark.places and mark.certainty < 1 else ""
    return f"{_said(mark.said, day=True)}{sure}"


def _said(said: Said, *, day: bool = False) -> str:
    who = ", ".join(part for part in (escape(said.by), said.made if day else "") if part)
    basis = address(said.basis) if said.link else escape(said.basis)
    return f"{escape(said.told)}{f' ({who})' if who else ''}{f', {basis}' if basis else ''}"
