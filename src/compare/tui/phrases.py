"""How articles, claims and stances are put into words. Pure; every text from outside comes out safe to show and on one
line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from compare.model import (
    GLYPHS,
    LIKELY,
    Article,
    Claim,
    Comparison,
    Mark,
    Stance,
    Status,
    one_line,
    only_here,
    plural,
)
from compare.model.phrases import LESS_SPECIFIC, NOT_HERE, fewer_names, moment, percent
from compare.model.phrases import warnings_of as all_warnings_of
from compare.model.unread import why_unread

if TYPE_CHECKING:
    pass

    from compare.model import Conflict, Finding


class Known(IntEnum):
    """How well it is known that an article does not state a claim."""

    UNKNOWN = 0
    NOT_FOUND = 1
    SURELY = 2


@dataclass(frozen=True, slots=True, order=True)
class Lack:
    """How an article lacks something, in words, and how well that is known; the more careful comes first."""

    known: Known
    words: str


NOT_COMPARED = Lack(Known.UNKNOWN, "not compared yet")
"""Where no analysis has looked for counterparts."""

DENIED = "denied in this text"
"""Said of an article that says the opposite of a claim."""

OTHERWISE, AGREES = "says otherwise", "says the same of what is in conflict"
"""Said of an article that stands in a conflict about a claim which it does not state as a whole."""

ABSENT, UNKNOWN = "–", "?"
"""The glyphs of an article that does not make a claim, and of one of which that is not known; all others are those of
the marks."""


def end_of(article: Article) -> str:
    """Return what stands below a text: whether it is whole."""
    return "end of the text" if article.complete else "cut here: what follows is unknown"


def why_of(comparison: Comparison, found: Finding | Conflict) -> str:
    """Return why a finding or a conflict is one, in one line; of many outlets the first are named and the rest counted,
    since what is said of them stands behind them."""
    names = tuple(article.label for article in comparison.coverage.displayed())
    return fewer_names(names)(one_line(found.why))


def label(article: Article) -> str:
    """Return what an article is called."""
    return one_line(article.label) or one_line(article.source) or article.id


def warnings_of(comparison: Comparison, trouble: str = "") -> tuple[str, ...]:
    """Return all warnings, each once: what is wrong with the reader's marks first, then those of the set."""
    own = (one_line(trouble),) if trouble else ()
    return tuple(dict.fromkeys((*own, *all_warnings_of(comparison))))


def status_of(comparison: Comparison, claim: Claim) -> str:
    """Return how many state a claim, and how sure that is: ``only here: 91 % sure``.

    Texts are counted, and the independent voices as well where those are fewer: ``in 3 of 5, 2 voices: 90 % sure``.
    """
    sure = f"{percent(claim.confidence)} % sure"
    of = len(comparison.coverage.articles)
    if claim.status is Status.UNIQUE:
        texts = f", in {len(claim.articles)} texts of one voice" if len(claim.articles) > 1 else ""
        return f"{Mark.UNIQUE if only_here(claim) else Mark.UNSURE}{texts}: {sure}"
    where = "in all" if len(claim.articles) == of else f"in {len(claim.articles)} of"
    voices = f", {plural(claim.voices, 'voice')}" if claim.voices < len(claim.articles) else ""
    where = f"{where} {of}{voices}"
    return f"{where if claim.confidence >= LIKELY else f'perhaps {where}'}: {sure}"


def sources_of(claim: Claim) -> str:
    """Return whom a claim is credited to, in one line."""
    return " · ".join(one_line(source) for source in claim.sources)


def stance_of(comparison: Comparison, claim: Claim, article: Article) -> str:
    """Return how an article stands to a claim in a few words; empty if it states it plainly."""
    stance = claim.stance.get(article.id)
    if article.id in claim.articles and stance is not Stance.DENIED:
        return LESS_SPECIFIC if stance is Stance.WEAKER else ""
    return lack_of(comparison, claim, article).words


def lack_of(comparison: Comparison, claim: Claim, article: Article) -> Lack:
    """Return how an article lacks a claim that it does not state."""
    stance = claim.stance.get(article.id)
    if stance is Stance.DENIED:
        return Lack(Known.SURELY, DENIED)
    if side := _side_of(comparison, claim, article):
        return Lack(Known.SURELY, side)
    if stance is Stance.ABSENT:
        return Lack(Known.SURELY, NOT_HERE)
    if unread := why_unread(article, {comparison.index.articles[a].language for a in claim.articles}):
        return Lack(Known.UNKNOWN, f"unknown: {unread}")
    if claim.status is not Status.UNIQUE:
        return Lack(Known.UNKNOWN, "unknown: not sure enough")
    return Lack(Known.SURELY, NOT_HERE) if only_here(claim) else Lack(Known.NOT_FOUND, "not found in this text")


def _side_of(comparison: Comparison, claim: Claim, article: Article) -> str:
    """Return in words on which side of the conflicts about a claim an article stands; empty if on none."""
    index = comparison.index
    sides = (side for conflict in index.conflicts_of.get(claim.id, ()) for side in conflict.sides)
    mine = (side for side in sides if any(index.article_of[s].id == article.id for s in side))
    own = [any(s in claim.sentences for s in side) for side in mine]
    return "" if not own else AGREES if all(own) else OTHERWISE


def stance_glyph(comparison: Comparison, claim: Claim | None, article: Article) -> str:
    """Return one glyph for how an article stands to a claim; a blank where no claim is looked at."""
    if claim is None:
        return " "
    stance = claim.stance.get(article.id)
    if stance is Stance.DENIED or _side_of(comparison, claim, article):
        return GLYPHS[Mark.CONFLICT]
    if article.id in claim.articles:
        doubtful = claim.status is not Status.UNIQUE and claim.confidence < LIKELY
        return GLYPHS[Mark.DOUBTFUL if doubtful else Mark.WEAKER if stance is Stance.WEAKER else Mark.SHARED]
    return ABSENT if lack_of(comparison, claim, article).known is Known.SURELY else UNKNOWN


def citation(comparison: Comparison, piece: str) -> str:
    """Return a sentence with its source, fit to be pasted into a memo."""
    article = comparison.index.article_of[piece]
    words = one_line(comparison.index.words(piece))
    return f"“{words}” — {', '.join(source_of(article, comparison.index.piece(piece).start))}"


def source_of(article: Article, start: int) -> tuple[str, ...]:
    """Return where a code point of an article stands: outlet, headline, date, and source with line."""
    where = f"{article.url or article.source}, line {article.line_of(start)}"
    parts = (article.title and f"“{article.title}”", moment(article.published or ""), where)
    return (label(article), *(one_line(part) for part in parts if part))
