"""What a report in prose says, before any format: one structure that every renderer reads.

Everything stands in it in the order in which it is to be read: what nobody knows, as limits; the findings; the claims
by outlet; what each outlet alone says and leaves out; the facts; the texts. :mod:`~compare.export.outlining` makes it
of a comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model import LIKELY
from compare.model.phrases import BY_HAND

if TYPE_CHECKING:
    from compare.export.annotation import AnnotatedArticle
    from compare.export.evidence import Evidence
    from compare.export.hand import Hand, Said
    from compare.export.inlines import Address, Code, Datum, Name, Quotation, Title, Words
    from compare.model import ClaimKind, ConflictKind, FactKind, FindingKind, Stance


@dataclass(frozen=True, slots=True)
class Header:
    """What was compared, by which version under which settings. ``digest`` is the set's fingerprint, ``command`` what
    makes the report again, ``settings`` a list in words."""

    title: Title
    command: Code
    version: str
    settings: Datum
    digest: Code


@dataclass(frozen=True, slots=True)
class Point:
    """Something stated, with the evidence for it: in each article that states it, the first place.

    ``sources`` are those whom it is credited to, ``said`` is what the reader said of it; ``by_hand`` tells that a
    correction made the claim what it is.
    """

    text: Quotation
    kind: ClaimKind
    confidence: float
    evidence: tuple[Evidence, ...]
    sources: tuple[Datum, ...] = ()
    said: tuple[Said, ...] = ()
    by_hand: bool = False

    @property
    def likely(self) -> bool:
        """Whether its sentences likely state one thing."""
        return self.confidence >= LIKELY


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: its kind, one sentence about it, and the places to look at.

    ``sure`` is false of a "perhaps". ``unknown`` are those of whom nobody can say whether they have it too, where that
    is all that ``why`` adds; ``alone`` is ``why`` without them. ``said`` and ``by_hand`` are those of the claim behind
    it.
    """

    rank: int
    kind: FindingKind
    sure: bool
    why: Words
    alone: Words
    unknown: tuple[Name, ...]
    evidence: tuple[Evidence, ...]
    said: tuple[Said, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article stands to a claim: ``stance`` is ``None`` where it states it, ``evidence`` where.

    ``reason`` says of an unknown stance why: one of :mod:`compare.model.unread`, or ``unsure``.
    """

    stance: Stance | None
    evidence: Evidence | None
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A shared claim and how every article, in the order displayed, stands to it."""

    point: Point
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict: its kind, why it is one, and the evidence for each side.

    ``apart`` is ``why`` for a reader who has the words of both sides before him. ``said`` and ``by_hand`` are those of
    its claim.
    """

    kind: ConflictKind
    why: Words
    apart: Words
    sides: tuple[tuple[Evidence, ...], ...]
    said: tuple[Said, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Portrait:
    """One article, by its id, what is known of it, and what sets it apart from the others.

    What is not known is empty. ``changed`` is when the report was last changed, unless that was when it was published;
    ``words`` are those of its reporting; ``corrections`` are ``outlet``, ``published`` or ``complete`` where the reader
    corrected them. ``only_here`` are the claims that surely no other voice states, ``perhaps`` those that perhaps none
    does, ``lacks`` those that two or more voices state and this text does not.
    """

    article: str
    name: Name
    title: Title
    author: Datum
    published: Datum
    changed: Datum
    retrieved: Datum
    language: str
    source: Code
    url: Address
    extractor: str
    sha256: Code
    words: int
    complete: bool
    corrections: frozenset[str]
    only_here: tuple[Point, ...]
    perhaps: tuple[Point, ...]
    lacks: tuple[Point, ...]

    def corrected(self, datum: str) -> str:
        """Return that the reader corrected ``outlet``, ``published`` or ``complete``, as it stands behind that."""
        return f" ({BY_HAND})" if datum in self.corrections else ""

    @property
    def completeness(self) -> str:
        """Whether its text is whole or cut."""
        return ("whole" if self.complete else "cut") + self.corrected("complete")

    @property
    def incompleteness(self) -> str:
        """The same, or nothing of a text that nobody has ever taken for cut."""
        return "" if self.complete and "complete" not in self.corrections else self.completeness


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact as most often worded, and everyone who carries it, each with the first place."""

    kind: FactKind
    text: Quotation | Words
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

    reason: Datum
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of an earlier version, and what it has become in a later one; ``None`` where it is new, or gone."""

    before: Evidence | None
    now: Evidence | None


@dataclass(frozen=True, slots=True)
class Revised:
    """What has changed from one version of a page to the next: in the order of the later one, then what is gone."""

    earlier: Name
    later: Name
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask next, and the places that the question comes from."""

    text: Words
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole report. ``conflicts_sought`` tells "none found" from "not looked for"; ``hand`` is ``None`` where the
    reader's marks were not asked for."""

    header: Header
    limits: tuple[Words, ...]
    portraits: tuple[Portrait, ...]
    findings: tuple[Found, ...]
    matrix: tuple[Row, ...]
    conflicts: tuple[Dispute, ...]
    conflicts_sought: bool
    facts: tuple[Detail, ...]
    reuse: tuple[Repeat, ...]
    aligned: tuple[Beside, ...]
    texts: tuple[AnnotatedArticle, ...]
    excluded: tuple[LeftOut, ...]
    questions: tuple[Question, ...]
    revised: tuple[Revised, ...] = ()
    hand: Hand | None = None
