"""The reader's own marks, in the words of the texts they are about: never in ids of an analysis, which come and go.

A mark is an annotation in the sense of the W3C Web Annotation Data Model: a body (what the reader says) and its targets
(the quotations it is about). A target is a TextQuoteSelector with the start of a TextPositionSelector as a hint; see
https://www.w3.org/TR/annotation-model/#selectors. Where its words stand in the set that is open, and which
:data:`~compare.model.Correction` it then means, is for :mod:`compare.review` to find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class ArticleSelector:
    """Which article: certain by its hash, else by what is likely to outlast an edit.

    Attributes:
        sha256: hex digest of its text in UTF-8, when the mark was made.
        source: the name of its file without folders, which are nobody else's business, or its address.
        url: its public address, empty if not known.
        outlet: who published it, empty if not known.
        title: its headline, empty if it has none.
    """

    sha256: str
    source: str
    url: str
    outlet: str
    title: str


@dataclass(frozen=True, slots=True)
class QuoteSelector:
    """Which words of an article.

    Attributes:
        article: which article.
        exact: the words.
        prefix: what stands right before them.
        suffix: what stands right after them.
        start: the code point at which they stood, which tells two places of the same words apart.
    """

    article: ArticleSelector
    exact: str
    prefix: str
    suffix: str
    start: int


Quotes: TypeAlias = tuple[QuoteSelector, ...]
"""The sentences that something is about, at least one."""


class Verdict(StrEnum):
    """What the reader holds of a claim. Every claim is open until decided."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    WRONG = "wrong"
    OUR_CALL = "our call"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on what ``on`` states; ``evidence`` is an address or a few words, or empty."""

    on: Quotes
    verdict: Verdict
    evidence: str = ""
    kind: Literal["verdict"] = "verdict"


@dataclass(frozen=True, slots=True)
class Noted:
    """A note in the reader's own words."""

    on: Quotes
    text: str
    kind: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class Starred:
    """A star: to come back to."""

    on: Quotes
    kind: Literal["star"] = "star"


@dataclass(frozen=True, slots=True)
class Coded:
    """A code from the reader's codebook, which need not be at hand."""

    on: Quotes
    code: str
    kind: Literal["code"] = "code"


@dataclass(frozen=True, slots=True)
class Joined:
    """All of these state one claim: two sentences that were linked, or those of claims that were merged."""

    on: Quotes
    kind: Literal["link", "merge"]


@dataclass(frozen=True, slots=True)
class Parted:
    """None of ``one`` states the same claim as any of ``other``: a link that was cut, or what was split off a claim
    (``one``) and what stays in it (``other``)."""

    one: Quotes
    other: Quotes
    kind: Literal["unlink", "split"]


@dataclass(frozen=True, slots=True)
class Sifted:
    """These sentences are no reporting and not compared, or are reporting after all."""

    on: Quotes
    kind: Literal["exclude", "include"]


@dataclass(frozen=True, slots=True)
class Renamed:
    """The article was published by ``outlet``."""

    article: ArticleSelector
    outlet: str
    kind: Literal["outlet"] = "outlet"


@dataclass(frozen=True, slots=True)
class Redated:
    """The article was published on ``published``, an ISO 8601 date or date-time."""

    article: ArticleSelector
    published: str
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class Completed:
    """The article is whole, or known to be cut."""

    article: ArticleSelector
    complete: bool
    kind: Literal["complete"] = "complete"


Remark: TypeAlias = Judged | Noted | Starred | Coded
"""What a reader says of a claim. It changes nothing of the analysis; all else corrects that."""

Body: TypeAlias = Remark | Joined | Parted | Sifted | Renamed | Redated | Completed
"""Whatever a reader may say; ``kind`` tells them apart in files and tables."""


def words_of(body: Body) -> str:
    """Return the words of what a reader says: the verdict, note, code, outlet, date, ``whole`` or ``cut``; empty where
    its kind says it all. They are as they were written, and not fit to be shown."""
    match body:
        case Judged():
            return body.verdict.value
        case Noted(text=words) | Coded(code=words) | Renamed(outlet=words) | Redated(published=words):
            return words
        case Completed():
            return "whole" if body.complete else "cut"
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class ReaderMark:
    """One thing the reader said.

    Attributes:
        id: its own for ever, whatever becomes of the text.
        made: ISO 8601 date-time in UTC with microseconds, ``2026-03-01T09:30:00.000000Z``: the later of two that speak
            against each other holds.
        body: what was said, and of what.
        by: the initials of who said it, or empty.
    """

    id: str
    made: str
    body: Body
    by: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """What marks are sorted by: the earliest first, those of one moment by their ids."""
        return self.made, self.id

    @property
    def quotes(self) -> Quotes:
        """The quotations it is about, none if it is about articles as a whole."""
        match self.body:
            case Parted():
                return self.body.one + self.body.other
            case Renamed() | Redated() | Completed():
                return ()
            case _:
                return self.body.on

    @property
    def articles(self) -> tuple[ArticleSelector, ...]:
        """The articles it is about, each once, in the order of its quotations."""
        match self.body:
            case Renamed() | Redated() | Completed():
                return (self.body.article,)
            case _:
                return tuple(dict.fromkeys(quote.article for quote in self.quotes))
