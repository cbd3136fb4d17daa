"""What sets two sentences apart: word for word, and in the figures, names and quotations they do not share. Pure and
without Textual."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.analysis.wording import Edit, Op, Whose, word_diff
from compare.model import FactKind, Mention, Span, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Comparison

REWORDED = 0.35
"""Below this share of words in common a word diff is noise. Such a sentence is shown as it is, with the common words
set off, instead of as a list of nothing but replacements."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words. ``start`` is its place in the sentence it is taken from."""

    text: str
    whose: Whose
    start: int


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence held against another.

    ``left`` makes up the other one and ``right`` this one, word for word; ``merged`` is this one, with what only the
    other has (:attr:`Whose.THEIRS`) put in where it belongs. If they are ``reworded``, nothing is put in.
    """

    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    merged: tuple[Stretch, ...]
    reworded: bool

    @property
    def same(self) -> bool:
        """Both have the same words."""
        return all(stretch.whose is Whose.PLAIN for stretch in self.merged)


class DetailKind(StrEnum):
    """The sorts of details that are told apart."""

    FIGURES = "figures"
    NAMES = "names"
    QUOTATIONS = "quotations"


_KINDS = {
    FactKind.MONEY: DetailKind.FIGURES,
    FactKind.NUMBER: DetailKind.FIGURES,
    FactKind.PERCENTAGE: DetailKind.FIGURES,
    FactKind.DATE: DetailKind.FIGURES,
    FactKind.NAME: DetailKind.NAMES,
    FactKind.QUOTATION: DetailKind.QUOTATIONS,
}


@dataclass(frozen=True, slots=True)
class Unshared:
    """Details of one sort that two sentences do not share: those of this one, and those of the other."""

    kind: DetailKind
    here: tuple[Mention, ...]
    there: tuple[Mention, ...]


@lru_cache(maxsize=1024)
def held_against(other: str, this: str) -> Held:
    """Hold a sentence against another; both on one line, as :func:`~compare.model.one_line` has them."""
    edits = word_diff(other, this)
    shared = sum(edit.b.end - edit.b.start for edit in edits if edit.op is Op.EQUAL)
    if shared < REWORDED * max(1, len(this)):
        # a full stop in both says nothing
        common = [e for e in edits if e.op is Op.EQUAL and any(map(str.isalnum, this[e.b.start : e.b.end]))]
        left = _stretches(other, [(e.a, Whose.BOTH) for e in common])
        right = _stretches(this, [(e.b, Whose.BOTH) for e in common])
        return Held(left, right, right, reworded=True)
    left = _stretches(other, [(e.a, Whose.THEIRS) for e in edits if e.op is Op.DELETE])
    right = _stretches(this, [(e.b, Whose.OWN) for e in edits if e.op is Op.INSERT])
    return Held(left, right, _merged(other, this, edits), reworded=False)


def unshared(comparison: Comparison, this: str, other: str) -> tuple[Unshared, ...]:
    """Return the figures, names and quotations that two sentences, by id, do not share.

    Shared is what both mention, and what stands word for word in the other, whatever it was taken for there.
    """
    here, there = _only_in(comparison, this, other), _only_in(comparison, other, this)
    return tuple(
        Unshared(kind, tuple(here.get(kind, ())), tuple(there.get(kind, ())))
        for kind in DetailKind
        if kind in here or kind in there
    )


def hedged(comparison: Comparison, sentence: str) -> tuple[Mention, ...]:
    """Return what a sentence states with a hedge, such as "about"."""
    return tuple(mention for _, mention in comparison.index.facts_in.get(sentence, ()) if mention.hedge)


def credited(comparison: Comparison, sentence: str) -> tuple[str, ...]:
    """Return whom a sentence credits, each once, in its order, on one line each."""
    found: list[str] = []
    for fact, mention in comparison.index.facts_in.get(sentence, ()):
        if fact.kind is FactKind.ATTRIBUTION:
            found.append(one_line(fact.value))
        elif mention.speaker:
            found.append(one_line(mention.speaker))
    return tuple(dict.fromkeys(found))


def placed(comparison: Comparison, sentence: str, start: int, end: int) -> Span | None:
    """Return where a stretch of an article stands in a sentence of it that is put on one line; ``None`` if nowhere."""
    index = comparison.index
    within = index.sentences[sentence]
    start, end = max(start, within.start), min(end, within.end)
    if start >= end:
        return None
    text = index.article_of[sentence].text
    words = one_line(text[start:end])
    # a mark after the words, so that the blank before them is kept
    before = len(one_line(text[within.start : start] + "|")) - 1
    return Span(before, before + len(words))


def _only_in(comparison: Comparison, this: str, other: str) -> dict[DetailKind, list[Mention]]:
    theirs = {fact.id for fact, _ in comparison.index.facts_in.get(other, ())}
    words = f" {_spelled(comparison.index.words(other))} "
    found: dict[DetailKind, list[Mention]] = {}
    seen: set[str] = set()
    for fact, mention in comparison.index.facts_in.get(this, ()):
        kind = _KINDS.get(fact.kind)
        if kind is None or fact.id in theirs or fact.id in seen or f" {_spelled(mention.text)} " in words:
            continue
        seen.add(fact.id)
        found.setdefault(kind, []).append(mention)
    return found


@lru_cache(maxsize=4096)
def _spelled(text: str) -> str:
    """The words of a text without case and punctuation, so that a name before a comma is the name."""
    kept = (letter if letter.isalnum() or letter in "$€£¥%" else " " for letter in one_line(text).casefold())
    return " ".join("".join(kept).split())


def _stretches(text: str, marked: Iterable[tuple[Span, Whose]]) -> tuple[Stretch, ...]:
    """Cover a text: the marked spans, and what stands between them."""
    found: list[Stretch] = []
    at = 0
    for span, whose in marked:
        found.append(Stretch(text[at : span.start], Whose.PLAIN, at))
        found.append(Stretch(text[span.start : span.end], whose, span.start))
        at = span.end
    found.append(Stretch(text[at:], Whose.PLAIN, at))
    return tuple(stretch for stretch in found if stretch.text)


def _merged(other: str, this: str, edits: Sequence[Edit]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    at = 0
    for edit in edits:
        if edit.op is Op.DELETE:
            found.append(Stretch(other[edit.a.start : edit.a.end], Whose.THEIRS, edit.a.start))
            continue
        if edit.b.start > at:
            found.append(Stretch(this[at : edit.b.start], Whose.PLAIN, at))
        whose = Whose.OWN if edit.op is Op.INSERT else Whose.PLAIN
        found.append(Stretch(this[edit.b.start : edit.b.end], whose, edit.b.start))
        at = edit.b.end
    found.append(Stretch(this[at:], Whose.PLAIN, at))
    return tuple(stretch for stretch in found if stretch.text)
