"""What corrections mean together for the set that is open. Where two speak against each other, the later one holds.

The analysis takes constraints in no order, so what contradicts a later word is taken out here: of what was said to be
together what was then parted, of what was parted what was then joined. What follows only by way of third sentences is
left to the analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.model import Apart, Correction, Dated, Excluded, Included, Named, Together, Whole


def settled(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return corrections without those that later ones revoke.

    Args:
        corrections: the earliest first.

    Returns:
        each once, in an order that depends on their content alone.
    """
    held: list[Correction] = []
    for new in corrections:
        held = [left for old in held for left in _without(old, new)]
        held.append(new)
    return tuple(sorted(set(held), key=repr))


def together(sentences: Iterable[str]) -> Together | None:
    """Return that sentences state one claim, if they are two or more."""
    ids = tuple(sorted(set(sentences), key=content_order))
    return Together(ids) if len(ids) > 1 else None


def apart(one: Iterable[str], other: Iterable[str]) -> Apart | None:
    """Return that two groups state different claims, if both are left without what stands in both."""
    here, there = set(one), set(other)
    groups = sorted(tuple(sorted(group, key=content_order)) for group in (here - there, there - here))
    return Apart(groups[0], groups[1]) if all(groups) else None


def content_order(sentence: str) -> tuple[str, int, str]:
    """Return what puts ids of sentences in content order: by article, then by their place in it."""
    article, _, place = sentence.rpartition(".")
    digits = "".join(c for c in place if c.isdecimal())
    return article, int(digits or 0), place


def _without(old: Correction, new: Correction) -> Sequence[Correction]:
    """Return what a later correction leaves of an earlier one."""
    match old, new:
        case Together(), Apart():
            return _parted(old, new)
        case Apart(), Together():
            return _rejoined(old, set(new.sentences))
        case (Excluded() | Included(), Excluded() | Included()):
            return () if old.sentence == new.sentence else (old,)
        case (Named() | Dated() | Whole(), Named() | Dated() | Whole()):
            return () if type(old) is type(new) and old.article == new.article else (old,)
        case _:
            return (old,)


def _parted(old: Together, new: Apart) -> Sequence[Together]:
    groups = [set(old.sentences) & set(group) for group in (new.one, new.other)]
    if not all(groups):
        return (old,)
    leaving = min(groups, key=len)  # sentences that are in neither group stay with the larger
    left = (together(leaving), together(set(old.sentences) - leaving))
    return [each for each in left if each]


def _rejoined(old: Apart, joined: set[str]) -> Sequence[Apart]:
    one, other = set(old.one), set(old.other)
    if not (one & joined and other & joined):
        return (old,)
    left = (apart(one - joined, other), apart(one & joined, other - joined))
    return [each for each in left if each]
