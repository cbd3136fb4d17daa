"""How much of an article a report quotes in a run: what goes beyond is cut, and ``[…]`` shows it.

In a quotation the first words are kept. In a sentence of ours that quotes, every run of words that stands so in an
article is found and cut, whatever quotation marks it holds itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from compare.export.outline import Detail, LeftOut, Outline, Point, Portrait, Repeat, Row
from compare.model import FactKind
from compare.model.words import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.export.evidence import Evidence
    from compare.export.hand import Hand, Listed, Said
    from compare.export.outline import Question
    from compare.model import Comparison

CUT = " […]"
"""What stands for the words that are left out."""

LETTERS = 12
"""Letters that a word may have on average before a shortened quotation is cut by them."""

LONGEST_ADDRESS = 300
"""Characters that a short report keeps of an address, or of what a verdict is based on."""

SAID = 3
"""So many times the words of a quotation does a sentence of ours keep, which may hold several."""

_QUOTING = re.compile("[“„«‘\"'].*[”“»’\"']", re.DOTALL)


def first_words(text: str, words: int, mark: str = " …") -> str:
    """Return the first words of a text, and ``mark`` where it has more.

    >>> first_words("The bridge, the council said, is shut.", 3)
    'The bridge, the …'
    """
    found = list(islice(COUNTED.finditer(text), words + 1))
    return text if len(found) <= words else text[: found[words - 1].end()] + mark


@dataclass(frozen=True, slots=True)
class Cap:
    """At most ``words`` words in a run; ``longer`` are all runs of one word more that stand in an article."""

    words: int
    longer: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, comparison: Comparison, words: int) -> Cap:
        """Return the cap for the articles of a comparison."""
        runs: set[tuple[str, ...]] = set()
        for article in comparison.coverage.articles:
            found = [word.casefold() for word in COUNTED.findall(article.text)]
            runs.update(tuple(found[n : n + words + 1]) for n in range(len(found) - words))
        return cls(words, frozenset(runs))

    def quote(self, text: str) -> str:
        """Return a quotation, cut."""
        return first_words(text, self.words, CUT)

    def said(self, text: str) -> str:
        """Return a sentence of ours, what it quotes cut."""
        zone = _QUOTING.search(text)
        found = list(COUNTED.finditer(text, *zone.span())) if zone else []
        kept, at = "", 0
        for first, last in self._beyond([word[0].casefold() for word in found]):
            kept += text[at : found[first - 1].end()] + CUT
            at = found[last].end()
        # where the sentence had been shortened before, one sign of it is enough
        return (kept + text[at:]).replace(f"{CUT} …", CUT)

    def name(self, text: str) -> str:
        """Return what an outlet is called: it is no quotation."""
        return text

    def address(self, url: str) -> str:
        """Return an address: it is no quotation."""
        return url

    def note(self, text: str) -> str:
        """Return words of the reader, what they quote cut, in quotation marks or not."""
        return self.said(f"“{text}”")[1:-1]

    def basis(self, text: str) -> str:
        """Return what a verdict is based on: it is no quotation."""
        return text

    def _beyond(self, words: list[str]) -> Iterable[tuple[int, int]]:
        """Yield the first and last word of each stretch that goes beyond what may be quoted."""
        size = self.words
        over = [n + size for n in range(len(words) - size) if tuple(words[n : n + size + 1]) in self.longer]
        first = last = -1
        for n in over:
            if first >= 0 and n != last + 1:
                yield first, last
                first = -1
            first, last = (n if first < 0 else first), n
        if first >= 0:
            yield first, last


class Cutter(Protocol):
    """Cuts quotations, and sentences of ours that quote."""

    def name(self, text: str) -> str:
        """Return what an outlet is called, cut."""

    def address(self, url: str) -> str:
        """Return an address, or nothing in its place: one that was cut leads elsewhere."""

    def quote(self, text: str) -> str:
        """Return a quotation, cut."""

    def said(self, text: str) -> str:
        """Return a sentence, cut."""

    def note(self, text: str) -> str:
        """Return words of the reader, cut."""

    def basis(self, text: str) -> str:
        """Return what a verdict is based on, cut."""


@dataclass(frozen=True, slots=True)
class Short:
    """Keeps the first words of a quotation, and so many letters of whatever has no words."""

    words: int

    def quote(self, text: str) -> str:
        """Return a quotation, cut."""
        short, letters = first_words(text, self.words), self.words * LETTERS
        return short if len(short) <= letters else f"{short[:letters].rstrip()} …"

    def name(self, text: str) -> str:
        """Return what an outlet is called, of which as much is kept as of a quotation."""
        return self.quote(text)

    def address(self, url: str) -> str:
        """Return an address, unless it is too long to be of use."""
        return url if len(url) <= LONGEST_ADDRESS else ""

    def said(self, text: str) -> str:
        """Return a sentence of ours, of which more is kept."""
        return Short(self.words * SAID).quote(text)

    def note(self, text: str) -> str:
        """Return words of the reader, of which as much is kept as of a sentence of ours."""
        return self.said(text)

    def basis(self, text: str) -> str:
        """Return an address as it is, unless it is too long to be of use."""
        return text if len(text) <= LONGEST_ADDRESS else f"{text[:LONGEST_ADDRESS]} …"


def capped(report: Outline, cap: Cap) -> Outline:
    """Return a report that quotes no more than the cap allows: full texts are left out, and its limits say so."""
    quoted = "one word of an article is" if cap.words == 1 else f"{cap.words} words of an article are"
    limit = f"At most {quoted} quoted in a run; the articles in full are left out."
    made = shortened(report, cap)
    return replace(made, limits=(*made.limits, limit), aligned=(), texts=())


def shortened(report: Outline, cap: Cutter) -> Outline:
    """Return a report with everything that it quotes cut, but for the texts themselves."""
    return replace(
        report,
        limits=tuple(map(cap.said, report.limits)),
        portraits=tuple(_portrait(portrait, cap) for portrait in report.portraits),
        findings=tuple(
            replace(f, why=cap.said(f.why), evidence=_places(f.evidence, cap), said=_said(f.said, cap))
            for f in report.findings
        ),
        matrix=tuple(Row(_point(row.point, cap), row.cells) for row in report.matrix),
        conflicts=tuple(
            replace(
                c,
                why=cap.said(c.why),
                sides=tuple(_places(side, cap) for side in c.sides),
                said=_said(c.said, cap),
            )
            for c in report.conflicts
        ),
        facts=tuple(_detail(detail, cap) for detail in report.facts),
        reuse=tuple(Repeat(repeat.words, _places(repeat.evidence, cap)) for repeat in report.reuse),
        excluded=tuple(LeftOut(e.reason, _place(e.evidence, cap)) for e in report.excluded),
        questions=tuple(_question(question, cap) for question in report.questions),
        hand=_hand(report.hand, cap) if report.hand else None,
    )


def _portrait(portrait: Portrait, cap: Cutter) -> Portrait:
    def points(of: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(_point(point, cap) for point in of)

    return replace(
        portrait,
        only_here=points(portrait.only_here),
        perhaps=points(portrait.perhaps),
        lacks=points(portrait.lacks),
    )


def _point(point: Point, cap: Cutter) -> Point:
    return replace(
        point, text=cap.quote(point.text), evidence=_places(point.evidence, cap), said=_said(point.said, cap)
    )


def _hand(marks: Hand, cap: Cutter) -> Hand:
    def listed(of: Iterable[Listed]) -> tuple[Listed, ...]:
        return tuple(
            replace(
                mark,
                said=_said(mark.said, cap),
                places=_places(mark.places, cap),
                lost=tuple((article, cap.quote(words)) for article, words in mark.lost),
            )
            for mark in of
        )

    return replace(marks, sure=listed(marks.sure), unsure=listed(marks.unsure), unplaced=listed(marks.unplaced))


def _said(said: Iterable[Said], cap: Cutter) -> tuple[Said, ...]:
    return tuple(replace(each, words=cap.note(each.words), basis=cap.basis(each.basis)) for each in said)


def _detail(detail: Detail, cap: Cutter) -> Detail:
    text = cap.said(detail.text) if detail.kind is FactKind.QUOTATION else cap.quote(detail.text)
    return Detail(detail.kind, text, _places(detail.evidence, cap))


def _question(question: Question, cap: Cutter) -> Question:
    return replace(question, text=cap.said(question.text), evidence=_places(question.evidence, cap))


def _places(evidence: Iterable[Evidence], cap: Cutter) -> tuple[Evidence, ...]:
    return tuple(_place(place, cap) for place in evidence)


def _place(evidence: Evidence, cap: Cutter) -> Evidence:
    return replace(
        evidence, quote=cap.quote(evidence.quote), outlet=cap.name(evidence.outlet), url=cap.address(evidence.url)
    )
