"""Deadlines: two texts say of one thing that it is to be done by another day.

"By the end of October" and "by the end of September" are no figures, and "by 2035" beside "by 2030" is one of a sort
that stands in every other sentence. So days are compared only behind a word that makes them a deadline, of two linked
sentences that have one each, and only if neither text gives the other's as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.analysis.clash import Clash, label, quoted
from compare.analysis.subjects import Subject, other_names, same_figure, subject_of
from compare.analysis.terms import stem
from compare.model import Comparison, ConflictKind, Link
from compare.model.calendar import MONTHS, SHORT_MONTHS
from compare.model.words import either

CLOSE = 0.6
"""Link from which on deadlines are compared, whatever else the sentences tell."""

WITH_FIGURE = 0.35
"""The same of sentences that have a telling figure in common: "$120 billion a year by 2035"."""

SURE = 0.6
"""Confidence. Neither ECB+ nor SPARK has any, right or wrong."""

_MONTH = {name.capitalize(): number for name, number in {**SHORT_MONTHS, **MONTHS["en"]}.items()}
_FEASTS = {"New Year": 1, "Easter": 4, "Thanksgiving": 11, "Christmas": 12}
"""Days that are no date, and the month in which they are; of Easter one of two."""

_NAMED = either((*_MONTH, *_FEASTS))
_DEADLINE = re.compile(
    r"\b(?P<how>[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Ff]rom|[Ss]tarting)\s(?:at\s(?:least|the\s(?:earliest|latest))\s)?"
    r"(?:the\s(?:end|beginning|start|middle)\sof\s|early\s|late\s|mid[-\s])?"
    rf"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?\s)?(?:(?P<month>{_NAMED})\b\.?"
    r"(?:\s(?P<day2>\d\d?)\b(?![:.,]\d))?(?:,?\s(?P<year>20\d\d))?"
    r"|(?P<alone>20\d\d))\b"
)
_HOW = {"by": "by", "until": "by", "till": "by", "before": "by", "from": "from", "starting": "from"}
"""What a deadline is: the end of a thing, or its beginning."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written: year, month and day are ``None`` where it leaves them open."""

    how: str
    text: str
    year: int | None
    month: int | None
    day: int | None


def deadlines(words: str) -> Sequence[Deadline]:
    """Return the deadlines of an English sentence, in order."""
    return tuple(map(_deadline, _DEADLINE.finditer(words)))


def _deadline(found: re.Match[str]) -> Deadline:
    day, year = found["day"] or found["day2"], found["year"] or found["alone"]
    month = _MONTH.get(found["month"] or "") or _FEASTS.get(found["month"] or "")
    return Deadline(_HOW[found["how"].lower()], found[0], int(year) if year else None, month, int(day) if day else None)


def differ(one: Deadline, other: Deadline) -> bool:
    """Return whether two deadlines are of one sort and cannot be the same: what both give differs somewhere."""
    if one.how != other.how:
        return False
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    if (one.month is None) != (other.month is None):
        return one.year is not None and other.year is not None and one.year != other.year
    return any(a is not None and b is not None and a != b for a, b in pairs)


_MUST = re.compile(r"\b(?:must|(?:has|have|had|is|are|was|were)\sto|should)\s(?:be\s)?(?!be\b)([a-z]+)")


class Deadlines:
    """The sentences of a comparison that have one deadline, read once; it holds in every comparison of the same texts,
    but of sentences that are put in: :meth:`turn` to the next one."""

    def __init__(self, comparison: Comparison) -> None:
        self._single: dict[str, Deadline | None] = {}
        self.turn(comparison)

    def turn(self, comparison: Comparison) -> None:
        """Look things up in another comparison of the same texts from now on."""
        self._index = comparison.index

    def telling(self, pairs: Iterable[Link]) -> Iterator[Link]:
        """Return those of some links whose sentences have one deadline each, and another one."""
        for pair in pairs:
            one = self._of(pair.a) if pair.score >= WITH_FIGURE else None
            other = self._of(pair.b) if one else None
            if one and other and differ(one, other):
                yield pair

    def _of(self, sentence: str) -> Deadline | None:
        if sentence not in self._single:
            found = deadlines(self._index.words(sentence)) if self._index.article_of[sentence].language == "en" else ()
            self._single[sentence] = found[0] if len(found) == 1 else None
        return self._single[sentence]


def due_otherwise(comparison: Comparison, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the conflicts between the deadlines of linked sentences.

    Args:
        comparison: texts and lookups.
        pairs: linked sentences of different voices that :meth:`Deadlines.telling` gives.
    """
    index = comparison.index
    sides: defaultdict[tuple[Deadline, Deadline], list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        found = _between(comparison, pair)
        if found:
            ends = sorted(zip(found, (pair.a, pair.b), strict=True), key=lambda f: (f[0].text, f[1]))
            sides[ends[0][0], ends[1][0]].append((ends[0][1], ends[1][1]))
    for (one, other), told in sides.items():
        both = tuple(tuple(sorted({each[n] for each in told})) for n in (0, 1))
        said = "; ".join(f"{label(comparison, side[0])}: {quoted(index.words(side[0]))}" for side in both)
        opening = "The deadlines differ."
        about = f"{one.text} {other.text}"
        quotes = tuple(side[0] for side in both)
        yield Clash(ConflictKind.FIGURE, both, f"{opening} {said}.", SURE, about, quotes, opening)


def _between(comparison: Comparison, pair: Link) -> tuple[Deadline, Deadline] | None:
    """The deadlines in which two linked sentences differ, if both are of one thing and neither text has the other's."""
    index = comparison.index
    (ours,), (theirs,) = (deadlines(index.words(end)) for end in (pair.a, pair.b))
    one, other = subject_of(index, pair.a), subject_of(index, pair.b)
    if _do_others(index.words(pair.a), index.words(pair.b)):
        return None
    if not same_figure(one, other) and (pair.score < CLOSE or other_names(one, other)):
        return None
    if _tells(comparison, pair.a, theirs, other) or _tells(comparison, pair.b, ours, one):
        return None
    return ours, theirs


def _do_others(one: str, other: str) -> bool:
    """Whether two sentences tell what must be done, and it is two things: "must hand in", "must decide"."""
    ours, theirs = ({stem(m[1].lower(), "en") for m in _MUST.finditer(words)} for words in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _tells(comparison: Comparison, sentence: str, due: Deadline, of: Subject) -> bool:
    """Whether the text of a sentence also has a deadline of another, be it of another thing; beside the same figure, if
    the sentence has one in common with the other."""
    index = comparison.index
    asked = same_figure(subject_of(index, sentence), of)
    for each in index.article_of[sentence].sentences:
        given = any(found.how == due.how and not differ(found, due) for found in deadlines(index.words(each.id)))
        if given and (not asked or same_figure(subject_of(index, each.id), of)):
            return True
    return False
