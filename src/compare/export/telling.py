"""The items of an outline in words, the same in every format and profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.glyphs import finding_glyph, stance_glyph, stance_legend
from compare.export.inlines import Cited, Emphasis, Remark, Sign, Standing, Strong, joined
from compare.model.phrases import BY_HAND, around_words, percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.export.evidence import Evidence
    from compare.export.hand import Listed, Said
    from compare.export.inlines import Inlines
    from compare.export.outline import Cell, Change, Dispute, Found, Header, Point, Portrait, Row

LEGEND: Inlines = (
    "A number is the line on which a report states it: ",
    *joined(" · ", ((Sign(glyph), f" {meaning}") for glyph, meaning in stance_legend())),
    ".",
)
"""What the signs in the table of claims by outlet mean."""


def made_by(header: Header) -> Inlines:
    """Return by what a report was made, of what, under which settings."""
    return (
        *(f"compare {header.version} · ", header.command, " · settings: ", header.settings),
        *(" · set ", header.digest),
    )


def published(portrait: Portrait, unknown: str) -> Inlines:
    """Return when an article was published and last changed; ``unknown`` where nobody knows the former."""
    changed = (", changed ", portrait.changed) if portrait.changed.text else ()
    return portrait.published if portrait.published.text else unknown, *changed, portrait.corrected("published")


def sign(found: Found) -> Sign:
    """Return what marks a finding."""
    return Sign(finding_glyph(found), f"{'' if found.sure else 'perhaps '}{found.kind.value}:")


def kind(conflict: Dispute) -> Inlines:
    """Return of what kind a conflict is, as it stands before why it is one."""
    return (Strong((f"{conflict.kind.value.capitalize()}.",)),)


def doubt(point: Point) -> str:
    """Return how sure a claim is, where that is little, as it stands behind it."""
    return "" if point.likely else sureness(point)


def sureness(point: Point) -> str:
    """Return how sure a claim is, as it stands behind it."""
    return f" ({percent(point.confidence)}% sure)"


def credit(point: Point) -> Inlines:
    """Return whom a claim is credited to, as it stands behind it; sources are not the outlets that carry them."""
    return (" — credited to ", *joined(" · ", ((source,) for source in point.sources))) if point.sources else ()


def standing(cell: Cell, row: Row) -> Inlines:
    """Return how an article stands to a claim."""
    glyph, meaning = stance_glyph(cell, row)
    return (Standing(Sign(glyph, meaning), cell.evidence, cell.reason),)


def remarks(of: Point | Found | Dispute, shown: int | None = None) -> Inlines:
    """Return what the reader said of something, ``shown`` remarks at most, and that a correction shaped it."""
    if not of.said:
        return (" (", Emphasis((BY_HAND,)), ")") if of.by_hand else ()
    told: list[Inlines] = [_said(said) for said in of.said[:shown]]
    if rest := len(of.said) - len(told):
        told.append((f"and {rest} more",))
    if of.by_hand:
        told.append((BY_HAND,))
    return " (", Emphasis(("reader:",)), " ", *joined("; ", told), ")"


def _placed(place: Evidence) -> Inlines:
    return (Cited(place, named=False, quoted=False),)


def changed(change: Change, placed: Callable[[Evidence], Inlines] = _placed) -> Inlines:
    """Return a sentence that was reworded, is new or is gone, and where it stands, as that is ``placed``."""
    before, now = change.before, change.now
    if before and now:
        return before.quote, ", now ", now.quote, " ", *placed(now)
    place = now or before
    return ("new: " if now else "gone: ", place.quote, " ", *placed(place)) if place else ()


def _cited(place: Evidence) -> Inlines:
    return (Cited(place),)


def mark(marks: Listed, cited: Callable[[Evidence], Inlines] = _cited) -> Inlines:
    """Return what the reader said of some words or articles, and where they stand, each place as it is ``cited``."""
    lost = ((article, ": ", words, marks.not_found) for article, words in marks.lost)
    absent = ((article, ": ", words, " (not among these reports)") for article, words in marks.absent)
    about = [*((article,) for article in marks.articles), *map(cited, marks.places), *lost, *absent]
    said = joined("; ", (_said(each, day=True) for each in marks.said))
    return *said, marks.doubt, " — ", *joined(" · ", about)


def _said(said: Said, *, day: bool = False) -> Inlines:
    """Return one thing that the reader said, by whom and, if that is wanted, on which ``day``."""
    who: list[Inlines] = [*([(said.by,)] if said.by.text else []), *([(said.made,)] if day else [])]
    signature = (" (", *joined(", ", who), ")") if who else ()
    return *deed(said), *signature, *((", ", said.basis) if said.basis.text else ())


def deed(said: Said) -> Inlines:
    """Return what a mark says, as a reader is told."""
    before, behind = around_words(said.kind)
    before = f"{said.kind}: " if said.kind in ("note", "code") else before  # no glyph tells it here
    return tuple(part for part in (before, said.words, behind) if part not in ("", Remark("")))
