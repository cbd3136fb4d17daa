"""The JSON report: a contract with other programs, versioned apart from the model it is made of.

:func:`report` turns a :class:`~compare.model.Comparison` into a :class:`Report`, :func:`json_text` writes it, and
:func:`json_schema` describes it; the description is checked in as ``docs/schema/compare-1.json``. The text is the same
byte for byte whatever order the articles were named in: everything goes by content order, mappings by key, and scores
are rounded, since the last digits of a float differ between machines.

Parts that were not computed are empty lists. Only ``review`` and a claim's ``spans`` and ``corrected`` may be missing
altogether.
Importing this module imports pydantic, so it is imported only where JSON is written.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from compare.model.article import ParagraphKind
from compare.model.comparison import (
    Claim,
    ClaimKind,
    Comparison,
    ConflictKind,
    FactKind,
    FindingKind,
    Link,
    Span,
    Stance,
    Status,
)
from compare.model.digest import set_digest
from compare.model.review import ReaderMark
from compare.model.visible import visible

PLACES = 6
"""Decimal places of every score: enough to rank by, few enough to be the same on every machine."""


Score = Annotated[float, AfterValidator(lambda score: round(score, PLACES))]
"""A probability as it is written."""


class _Part(BaseModel):
    # the parts are read off the model's own objects, attribute by attribute
    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


def _without_default(schema: dict[str, Any]) -> None:
    """Take out of the description a default that no report has: what is missing there is missing."""
    del schema["default"]


class ParagraphPart(_Part):
    """A block of an article; ``reason`` says why it is furniture."""

    id: str
    kind: ParagraphKind
    start: int
    end: int
    reason: str | None


class SentencePart(_Part):
    """A sentence of a paragraph; one that is not ``comparable`` stands in no claim."""

    id: str
    paragraph: str
    start: int
    end: int
    comparable: bool


class ArticlePart(_Part):
    """One report with its whole text. All offsets count code points of ``text`` and are half-open. ``origins`` says
    where the source states each of the data; reports of older versions lack it, ``author`` and ``modified``."""

    id: str
    outlet: str | None
    label: str
    title: str
    source: str
    url: str | None
    published: str | None
    retrieved: str | None
    language: str
    complete: bool
    sha256: str
    extractor: str
    text: str
    paragraphs: list[ParagraphPart]
    sentences: list[SentencePart]
    author: str | None = None
    modified: str | None = None
    origins: Annotated[dict[str, str], BeforeValidator(dict)] = {}


class NearestPart(_Part):
    """The sentence ``match`` of ``article`` that comes nearest to ``sentence``, linked or not."""

    sentence: str
    article: str
    match: str
    score: Score


class LinkPart(_Part):
    """Two sentences that state one claim, with probability ``score``; ``basis`` names the evidence."""

    a: str
    b: str
    score: Score
    basis: list[str]


class SharedRun(_Part):
    """A run of a claim's ``sentence`` whose words stand in a counterpart as well."""

    sentence: str
    start: int
    end: int


class ClaimPart(_Part):
    """A group of sentences that state one thing. ``stance`` has the articles that do not state it plainly, ``voices``
    counts who states it independently, ``sources`` are those whom it is credited to."""

    id: str
    text: str
    kind: ClaimKind
    sentences: list[str]
    articles: list[str]
    status: Status
    confidence: Score
    stance: Annotated[dict[str, Stance], AfterValidator(lambda stance: dict(sorted(stance.items())))]
    voices: int
    sources: list[str]
    spans: list[SharedRun] = Field(default=[], description="missing where no words are shared")
    corrected: bool = Field(default=False, description="a reader's correction made it what it is; missing otherwise")


class MentionPart(_Part):
    """Where a fact stands; ``hedge`` is the word that weakens it, ``speaker`` who is credited with a quotation."""

    article: str
    sentence: str
    start: int
    end: int
    text: str
    hedge: str | None
    speaker: str | None


class FactPart(_Part):
    """One checkable detail and everyone who mentions it."""

    id: str
    kind: FactKind
    value: str
    unit: str
    mentions: list[MentionPart]


class ConflictPart(_Part):
    """A disagreement about one claim; each side lists the ids of the sentences on it."""

    id: str
    claim: str
    kind: ConflictKind
    sides: list[list[str]]
    why: str
    confidence: Score


class RunPart(_Part):
    """A stretch of one article."""

    article: str
    start: int
    end: int


class ReusePart(_Part):
    """A verbatim run of so many ``words`` that several articles share."""

    words: int
    runs: list[RunPart]


class FindingPart(_Part):
    """One thing a reader came for, about a claim or a fact."""

    rank: int
    kind: FindingKind
    claim: str | None
    fact: str | None
    articles: list[str]
    why: str


class PlacedPart(_Part):
    """Where a mark is now: ``claim`` is the claim that it is on, if it says something of one; ``sentences`` those that
    it is about; ``article`` the one that it is about as a whole. One that is not ``sure`` counts for nothing yet."""

    mark: str
    claim: str | None
    sentences: list[str]
    article: str | None
    certainty: Score
    sure: bool


class ReviewPart(_Part):
    """The reader's marks about the set, the earliest first, as they can be read again, and where they are in it.
    ``unplaced`` are the ids of those whose words stand in none of the texts; ``decided`` of ``findings`` findings have
    a verdict."""

    schema_: Literal["compare-review/1"] = Field(alias="schema")
    decided: int
    findings: int
    marks: list[ReaderMark]
    placed: list[PlacedPart]
    unplaced: list[str]


class Report(_Part):
    """The whole report. ``set`` is a SHA-256 over the sorted hashes of the articles, joined by newlines."""

    model_config = ConfigDict(title="compare/1")

    schema_: Literal["compare/1"] = Field(alias="schema")
    version: str
    settings: dict[str, Any]
    set: str
    articles: list[ArticlePart]
    nearest: list[NearestPart]
    links: list[LinkPart]
    claims: list[ClaimPart]
    facts: list[FactPart]
    conflicts: list[ConflictPart]
    reuse: list[ReusePart]
    findings: list[FindingPart]
    review: ReviewPart | SkipJsonSchema[None] = Field(
        default=None,
        description="the reader's own marks; missing unless asked for",
        json_schema_extra=_without_default,
    )
    warnings: list[str]


SameWords: TypeAlias = Callable[[Comparison, Link], Sequence[tuple[Span, Span]]]
"""What finds the words that two linked sentences share: pairs of spans of their articles' texts."""


def report(
    comparison: Comparison,
    version: str = "",
    same_words: SameWords | None = None,
    review: ReviewPart | None = None,
) -> Report:
    """Return the report of a comparison.

    Args:
        comparison: what was found out.
        version: that of the program, which the model does not know.
        same_words: what finds the words that linked sentences share; without it no claim has spans.
        review: the reader's marks; without it the report has none.
    """
    coverage = comparison.coverage
    asked = {} if review is None else {"review": review}  # what is not set is not written
    return Report(
        **asked,
        schema="compare/1",
        version=version,
        settings=dict(sorted(comparison.settings.items())),
        set=set_digest(coverage),
        articles=[ArticlePart.model_validate(article) for article in coverage.articles],
        nearest=[NearestPart.model_validate(nearest) for nearest in comparison.nearest],
        links=[LinkPart.model_validate(link) for link in comparison.links],
        claims=[_claim(comparison, claim, same_words) for claim in comparison.claims],
        facts=[FactPart.model_validate(fact) for fact in comparison.facts],
        conflicts=[ConflictPart.model_validate(conflict) for conflict in comparison.conflicts],
        reuse=[ReusePart.model_validate(reuse) for reuse in comparison.reuse],
        findings=[FindingPart.model_validate(finding) for finding in comparison.findings],
        # sources warn in the order they were named in, which must not show
        warnings=sorted({*coverage.warnings, *comparison.warnings}),
    )


def json_text(
    comparison: Comparison,
    version: str = "",
    same_words: SameWords | None = None,
    review: ReviewPart | None = None,
) -> str:
    """Return the :func:`report` of a comparison as JSON text that ends in a newline and holds no control character."""
    # parts left unset, and only those, are missing from the text
    data = report(comparison, version, same_words, review).model_dump(mode="json", by_alias=True, exclude_unset=True)
    return _inert(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every report satisfies."""
    schema = Report.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _claim(comparison: Comparison, claim: Claim, same_words: SameWords | None) -> ClaimPart:
    part = ClaimPart.model_validate(claim)
    if not claim.corrected:
        told = part.model_fields_set - {"corrected"}
        part = ClaimPart.model_construct(told, **dict(part))
    spans = _shared_runs(comparison, claim, same_words) if same_words else []
    return part.model_copy(update={"spans": spans}) if spans else part


def _shared_runs(comparison: Comparison, claim: Claim, same_words: SameWords) -> list[SharedRun]:
    """Return what the word diff found shared between the claim's own sentences, overlapping runs merged."""
    members = set(claim.sentences)
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for sentence in claim.sentences:
        for link in comparison.index.links_of.get(sentence, ()):
            if link.a == sentence and link.b in members:
                for a, b in same_words(comparison, link):
                    found[link.a].append(a)
                    found[link.b].append(b)
    return [
        SharedRun(sentence=sentence, start=span.start, end=span.end)
        for sentence in claim.sentences
        for span in _merged(found[sentence])
    ]


def _merged(spans: list[Span]) -> list[Span]:
    runs: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if runs and span.start <= runs[-1].end:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return runs


def _inert(text: str) -> str:
    """Escape the controls that JSON lets through, such as C1 and bidirectional ones: the text may go to a terminal."""
    shown = visible(text)
    if shown == text:
        return text
    return "".join(c if c == safe else f"\\u{ord(c):04x}" for c, safe in zip(text, shown, strict=True))
