"""The nouns of a result: links, claims, facts, conflicts, reuse, findings, and the comparison that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from compare.model.article import CoverageSet
from compare.model.index import Index

PLACES = 6
"""Decimal places of every score that is written: enough to rank by, few enough to be the same on every machine."""


class ClaimKind(StrEnum):
    """How a claim can be checked: most checkable first."""

    FACT = "fact"
    ATTRIBUTED = "attributed"
    PREDICTION = "prediction"
    COMMENTARY = "commentary"


class Status(StrEnum):
    """How many independent voices state a claim."""

    UNIQUE = "unique"
    PARTIAL = "partial"
    COMMON = "common"


class Stance(StrEnum):
    """How an article stands to a claim that others state; one that states it plainly has no stance."""

    WEAKER = "weaker"
    DENIED = "denied"
    ABSENT = "absent"
    UNKNOWN = "unknown"


class FactKind(StrEnum):
    """What sort of checkable detail a fact is."""

    MONEY = "money"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"


SPEECH = frozenset({FactKind.QUOTATION, FactKind.ATTRIBUTION})
"""Facts that are whole passages or their sources: they are shown apart from the figures and names within them."""


class ConflictKind(StrEnum):
    """How counterparts disagree. Less specific and undated are not among these, on purpose.

    ``attribution`` is the same words credited to another speaker, ``quotation`` one speaker's words given differently.
    """

    CONTRADICTION = "contradiction"
    FIGURE = "figure"
    FRAMING = "framing"
    UPDATE = "update"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    UNRESOLVED = "unresolved"


class FindingKind(StrEnum):
    """What a reader came for, the most telling first."""

    CONFLICT = "conflict"
    SOLE = "sole"
    FACT = "fact"
    OMISSION = "omission"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of different articles that state one claim. ``a < b`` as strings.

    ``score`` is the probability that they do; ``basis`` names the evidence, strongest first.
    """

    a: str
    b: str
    score: float
    basis: tuple[str, ...]

    def other(self, end: str) -> str:
        """Return the sentence at the other end."""
        return self.b if self.a == end else self.a


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence ``match`` of another ``article`` that comes nearest to ``sentence``, whether or not it is linked."""

    sentence: str
    article: str
    match: str
    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A cohesive group of sentences that state one thing.

    ``text`` is its clearest sentence; ``articles`` are those that state it, weaker ones included; ``confidence`` is the
    probability that ``status`` is right; ``stance`` maps the id of each article that does not state it plainly, and is
    empty for a unique claim. ``voices`` counts who states it independently: articles of one outlet and reprints of one
    text are one voice. ``sources`` are those whom its sentences credit with it, such as "Wall Street Journal".
    ``corrected`` says that a reader's hand is in it: it holds its sentences, or is of one voice, by a
    correction.
    """

    id: str
    text: str
    kind: ClaimKind
    sentences: tuple[str, ...]
    articles: tuple[str, ...]
    status: Status
    confidence: float
    stance: Mapping[str, Stance]
    voices: int
    sources: tuple[str, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a fact stands: code points of the article's text.

    ``hedge`` is the word that weakens it, or ``None``; ``speaker`` whom the article credits with a quotation, or
    ``None``.
    """

    article: str
    sentence: str
    start: int
    end: int
    text: str
    hedge: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable detail and everyone who mentions it. ``value`` is normalised, ``unit`` empty where it has none."""

    id: str
    kind: FactKind
    value: str
    unit: str
    mentions: tuple[Mention, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that carry it, each once, in content order."""
        return tuple(sorted({mention.article for mention in self.mentions}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A typed disagreement about one claim; each side lists the sentences that stand on it.

    ``confidence`` is the probability that the sides really disagree. ``quoted`` are the sentences of which ``why``
    quotes words, where a side has others as well; ``opening`` is what it says before it quotes any, if that can be read
    by itself. ``facts`` (ids) are the figures that its sides give; words alone are no fact.
    """

    id: str
    claim: str
    kind: ConflictKind
    sides: tuple[tuple[str, ...], ...]
    why: str
    confidence: float
    quoted: tuple[str, ...] = ()
    opening: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article, in code points."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """A verbatim run of ``words`` words that several articles share."""

    words: int
    runs: tuple[Passage, ...]


MOSTLY = 0.8
"""Share of an article's comparable words, or of a sentence's words, that stand word for word in another article from
which on it counts as taken over. An edited reprint exchanges a name, cuts a clause or adds a line; a report of one's
own that quotes a statement in full stays far below."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Two paragraphs of different articles that say the same thing, at least in part. ``a < b`` as strings.

    A paragraph may have several counterparts in one article, in any order. ``score`` is between 0 and 1.
    """

    a: str
    b: str
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reader came for. ``claim`` or ``fact`` (ids) says what it is about, ``why`` one sentence about it.

    ``articles`` are those the finding is about: who alone says it, who leaves it out, who disagrees. ``unknown`` are
    those of which ``why`` says, in brackets and with nothing beside, that nobody can know whether they have it too;
    ``alone`` is ``why`` without these brackets, empty where there are none. ``conflict`` (an id) is the one that it
    tells of, if it tells of any.
    """

    rank: int
    kind: FindingKind
    claim: str | None
    fact: str | None
    articles: tuple[str, ...]
    why: str
    unknown: tuple[str, ...] = ()
    alone: str = ""
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found out about a coverage set. Immutable; a new analysis makes a new one.

    ``voices`` maps the id of an article to that of the one that speaks for its voice: reprints of a text and articles
    of one outlet have the same. Without it only outlets count; ask :attr:`Index.voice_of`, which knows both.
    """

    coverage: CoverageSet
    settings: Mapping[str, object]
    links: tuple[Link, ...]
    nearest: tuple[Nearest, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    voices: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()
    index: Index = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", Index(self))
