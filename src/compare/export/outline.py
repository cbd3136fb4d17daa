"""What a report in prose says, before any format: one structure that every renderer reads.

Everything stands in it in the order in which it is to be read: what nobody knows, as limits; the findings; the claims
by outlet; what each outlet alone says and leaves out; the facts; the texts. :mod:`~compare.export.outlining` makes it
of a comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.export.hand import BY_HAND, READER
from compare.model import LIKELY

if TYPE_CHECKING:
    from compare.export.annotation import Annotated
    from compare.export.evidence import Evidence
    from compare.export.hand import Hand, Said
    from compare.model import Article, ClaimKind, ConflictKind, FactKind, FindingKind, Stance


@dataclass(frozen=True, slots=True)
class Header:
    """What was compared, by which version under which settings. ``digest`` is the set's fingerprint, ``command`` what
    makes the report again, ``settings`` a list in words."""

    title: str
    command: str
    version: str
    settings: str
    digest: str


@dataclass(frozen=True, slots=True)
class Point:
    """Something stated, with the evidence for it: in each article that states it, the first place.

    ``sources`` are those whom it is credited to, ``said`` is what the reader said of it; ``by_hand`` tells that a
    correction made the claim what it is.
    """

    text: str
    kind: ClaimKind
    confidence: float
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    by_hand: bool = False

    @property
    def doubt(self) -> str:
        """How sure it is, where that is little, as it stands behind it."""
        return f" ({self.confidence:.0%} sure)" if self.confidence < LIKELY else ""

    @property
    def credit(self) -> str:
        """Whom it is credited to, as it stands behind it: sources count apart from the outlets that carry them."""
        return f" — credited to {' · '.join(self.sources)}" if self.sources else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: its kind, one sentence about it, and the places to look at. ``sure`` is false of a "perhaps"; ``said``
    and ``by_hand`` are those of the claim behind it."""

    rank: int
    kind: FindingKind
    sure: bool
    why: str
    evidence: tuple[Evidence, ...]
    said: tuple[Said, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article stands to a claim: ``stance`` is ``None`` where it states it, ``line`` where.

    ``reason`` says of an unknown stance why: ``cut``, ``other language``, ``unsure``.
    """

    stance: Stance | None
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A shared claim and how every article, in the order displayed, stands to it."""

    point: Point
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict: its kind, why it is one, and the evidence for each side; ``said`` and ``by_hand`` are those of its
    claim."""

    kind: ConflictKind
    why: str
    sides: tuple[tuple[Evidence, ...], ...]
    said: tuple[Said, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Portrait:
    """One article, and what sets it apart from the others.

    ``only_here`` are the claims that surely no other voice states, ``perhaps`` those that perhaps none does, ``lacks``
    those that two or more voices state and this text does not.
    """

    name: str
    article: Article
    only_here: tuple[Point, ...]
    perhaps: tuple[Point, ...]
    lacks: tuple[Point, ...]

    @property
    def changed(self) -> str | None:
        """When the report was last changed, unless that was when it was published."""
        article = self.article
        return article.modified if article.modified != article.published else None

    @property
    def completeness(self) -> str:
        """Whether its text is whole or cut."""
        return ("whole" if self.article.complete else "cut") + self.by_hand("complete")

    @property
    def incompleteness(self) -> str:
        """The same, or nothing of a text that nobody has ever taken for cut."""
        return "" if self.article.complete and not self.by_hand("complete") else self.completeness

    def by_hand(self, datum: str) -> str:
        """Return that the reader corrected ``outlet``, ``published`` or ``complete``, or nothing."""
        return f" ({BY_HAND})" if dict(self.article.origins).get(datum) == READER else ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact as most often worded, and everyone who carries it, each with the first place."""

    kind: FactKind
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A verbatim run of ``words`` words and the places where it stands."""

    words: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph of the first report, and those of the others that surely say something of it, in display order."""

    paragraph: Evidence
    others: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text that was not compared, and why."""

    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask next, and the places that the question comes from."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole report. ``conflicts_sought`` tells "none found" from "not looked for"; ``hand`` is ``None`` where the
    reader's marks were not asked for."""

    header: Header
    limits: tuple[str, ...]
    portraits: tuple[Portrait, ...]
    findings: tuple[Found, ...]
    matrix: tuple[Row, ...]
    conflicts: tuple[Dispute, ...]
    conflicts_sought: bool
    facts: tuple[Detail, ...]
    reuse: tuple[Repeat, ...]
    aligned: tuple[Beside, ...]
    texts: tuple[Annotated, ...]
    excluded: tuple[LeftOut, ...]
    questions: tuple[Question, ...]
    hand: Hand | None = None
