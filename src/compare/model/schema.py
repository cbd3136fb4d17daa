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
    PLACES,
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

Score = Annotated[float, AfterValidator(lambda score: round(score, PLACES))]
"""A probability as it is written."""


class _Part(BaseModel):
    # the parts are read off the model's own objects, attribute by attribute
    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


def _without_default(schema: dict[str, Any]) -> None:
    """Take out of the description a default that no report has: what is missing there is missing."""
    del schema["default"]


class ParagraphPart(_Part):
    """A block of an article."""

    id: str = Field(description="its own, the article's in front")
    kind: ParagraphKind = Field(description="what it is for; headings, captions and furniture are not compared")
    start: int = Field(description="offset of its first character in the article's `text`")
    end: int = Field(description="offset after its last character")
    reason: str | None = Field(description="why it is furniture; null for every other kind")


class SentencePart(_Part):
    """A sentence of a paragraph."""

    id: str = Field(description="its own, the article's in front")
    paragraph: str = Field(description="id of the paragraph it stands in")
    start: int = Field(description="offset of its first character in the article's `text`")
    end: int = Field(description="offset after its last character")
    comparable: bool = Field(description="whether it is compared; if so it stands in a claim")


class ArticlePart(_Part):
    """One report with its whole text. Offsets count its code points. Reports of older versions lack the last three."""

    id: str = Field(description="made of outlet and text, so another article changes nothing of it")
    outlet: str | None = Field(description="who published it, as the manifest or the page says; null if not known")
    label: str = Field(description="what to call it: the outlet, or a guess that ends in `?`")
    title: str = Field(description="its headline, empty if it has none")
    source: str = Field(description="path or address it was read from, as the user named it")
    url: str | None = Field(description="its public address, if known")
    published: str | None = Field(description="ISO 8601 date or date-time of publication, if known")
    retrieved: str | None = Field(description="ISO 8601 date-time of fetching, if it was fetched")
    language: str = Field(description="ISO 639 code, of two letters where there is one")
    complete: bool = Field(description="false if the text is known to be cut: what it lacks is unknown, not left out")
    sha256: str = Field(description="hex digest of `text` in UTF-8")
    extractor: str = Field(description="how the text was had from the source, such as `text` or `html`")
    text: str = Field(description="all of it, furniture included; of a text file, the decoded file itself")
    paragraphs: list[ParagraphPart] = Field(description="its blocks, in order")
    sentences: list[SentencePart] = Field(description="its sentences, in order")
    author: str | None = Field(default=None, description="who wrote it, as the source puts it; null if it says nothing")
    modified: str | None = Field(default=None, description="ISO 8601 date or date-time of the last change, if known")
    origins: Annotated[dict[str, str], BeforeValidator(dict)] = Field(
        default={}, description="where the source states each of the data, by the name of the field"
    )


class NearestPart(_Part):
    """The sentence of another article that comes nearest to a sentence, linked or not."""

    sentence: str = Field(description="id of the sentence")
    article: str = Field(description="id of another article")
    match: str = Field(description="id of the sentence there that comes nearest")
    score: Score = Field(description="probability that both state one claim")


class LinkPart(_Part):
    """Two sentences of different articles that state one claim."""

    a: str = Field(description="id of one sentence; as text, less than `b`")
    b: str = Field(description="id of the other")
    score: Score = Field(description="probability that both state one claim")
    basis: list[str] = Field(description="the evidence, strongest first")


class SharedRun(_Part):
    """A run of a claim's sentence whose words stand in a counterpart as well."""

    sentence: str = Field(description="id of the sentence")
    start: int = Field(description="offset of the first shared character in the article's `text`")
    end: int = Field(description="offset after the last")


class ClaimPart(_Part):
    """A group of sentences that state one thing. A sentence may stand in several."""

    id: str = Field(description="made of its sentences, mostly of one: another article may change which")
    text: str = Field(description="its clearest sentence")
    kind: ClaimKind = Field(description="how it can be checked")
    sentences: list[str] = Field(description="ids of all that state it")
    articles: list[str] = Field(description="ids of the articles that state it, less specific ones included")
    status: Status = Field(description="stated by one independent voice, by several, by all")
    confidence: Score = Field(description="probability that `status` is right")
    stance: Annotated[dict[str, Stance], AfterValidator(lambda stance: dict(sorted(stance.items())))] = Field(
        description="by article id, how those stand to it that do not state it plainly; empty for a unique claim"
    )
    voices: int = Field(
        description="how many state it independently: one outlet, or reprints of one text, are one voice"
    )
    sources: list[str] = Field(description="whom its sentences credit with it, such as a newspaper")
    spans: list[SharedRun] = Field(default=[], description="missing where no words are shared")
    corrected: bool = Field(default=False, description="a reader's correction made it what it is; missing otherwise")


class MentionPart(_Part):
    """Where a fact stands."""

    article: str = Field(description="id of the article")
    sentence: str = Field(description="id of the sentence")
    start: int = Field(description="offset of its first character in the article's `text`")
    end: int = Field(description="offset after its last character")
    text: str = Field(description="the words there")
    hedge: str | None = Field(description="the word that weakens it, such as `about`; null if none does")
    speaker: str | None = Field(description="who is credited with a quotation; null otherwise")


class FactPart(_Part):
    """One checkable detail and everyone who mentions it."""

    id: str = Field(description="made of kind, value and unit")
    kind: FactKind = Field(description="what sort of detail it is")
    value: str = Field(description="the detail in one spelling: figures as plain numbers, ranges with two ends")
    unit: str = Field(description="what a figure counts or measures, empty where it has none")
    mentions: list[MentionPart] = Field(description="every place that gives it")


class ConflictPart(_Part):
    """A disagreement about one claim."""

    id: str = Field(description="made of kind, subject and sides")
    claim: str = Field(description="id of the claim that it is about")
    kind: ConflictKind = Field(description="how the sides disagree")
    sides: list[list[str]] = Field(description="for each side the ids of the sentences on it")
    why: str = Field(description="one sentence of what disagrees")
    confidence: Score = Field(description="probability that the sides really disagree")


class RunPart(_Part):
    """A stretch of one article."""

    article: str = Field(description="id of the article")
    start: int = Field(description="offset of its first character in the article's `text`")
    end: int = Field(description="offset after its last character")


class ReusePart(_Part):
    """A verbatim run that several articles share."""

    words: int = Field(description="how many words it has")
    runs: list[RunPart] = Field(description="where it stands")


class FindingPart(_Part):
    """One thing a reader came for, about a claim or a fact."""

    rank: int = Field(description="from 1, the most telling first")
    kind: FindingKind = Field(description="what there is to know")
    claim: str | None = Field(description="id of the claim it is about, or null")
    fact: str | None = Field(description="id of the fact it is about, or null")
    articles: list[str] = Field(description="ids of those it is about: who alone says it, who lacks it, who disagrees")
    why: str = Field(description="one sentence about it")


class PlacedPart(_Part):
    """Where a mark is now."""

    mark: str = Field(description="id of the mark")
    claim: str | None = Field(description="id of the claim that it is on, or null if it says nothing of one")
    sentences: list[str] = Field(description="ids of the sentences that it is about")
    article: str | None = Field(description="id of the article that it is about as a whole, or null")
    certainty: Score = Field(description="between 0 and 1, how sure it is that these are the words it was made on")
    sure: bool = Field(description="false while it counts for nothing until the reader has looked")


class ReviewPart(_Part):
    """The reader's marks about the set, and where they are in it."""

    schema_: Literal["compare-review/1"] = Field(alias="schema", description="name and version of the form of marks")
    decided: int = Field(description="findings that have a verdict")
    findings: int = Field(description="findings there are")
    marks: list[ReaderMark] = Field(
        description="the marks about the set, the earliest first, as they can be read again"
    )
    placed: list[PlacedPart] = Field(description="where each of them is in this set")
    unplaced: list[str] = Field(description="ids of those whose words stand in none of the texts")


class Report(_Part):
    """The whole report."""

    model_config = ConfigDict(title="compare/1")

    schema_: Literal["compare/1"] = Field(alias="schema", description="name and version of this contract")
    version: str = Field(description="of the program that wrote it")
    settings: dict[str, Any] = Field(
        description="what decided the result beside the texts, such as the probability from which sentences are linked"
    )
    set: str = Field(description="SHA-256 over the sorted hashes of the articles, joined by newlines")
    articles: list[ArticlePart] = Field(description="the texts, in content order")
    nearest: list[NearestPart] = Field(
        description="for each sentence the nearest in every other article; beyond 50 articles, the ten nearest in all"
    )
    links: list[LinkPart] = Field(description="pairs of sentences that state one claim")
    claims: list[ClaimPart] = Field(description="what is stated, each by whom; every comparable sentence stands in one")
    facts: list[FactPart] = Field(description="checkable details and who gives them")
    conflicts: list[ConflictPart] = Field(description="where articles disagree")
    reuse: list[ReusePart] = Field(description="verbatim runs that several articles share")
    findings: list[FindingPart] = Field(description="what is most worth knowing, best first")
    review: ReviewPart | SkipJsonSchema[None] = Field(
        default=None,
        description="the reader's own marks; missing unless asked for",
        json_schema_extra=_without_default,
    )
    warnings: list[str] = Field(description="what could not be read, was cut or is not certain")


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
    members, links_of = set(claim.sentences), comparison.index.links_of
    links = (link for s in claim.sentences for link in links_of.get(s, ()) if link.a == s and link.b in members)
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for link in links:
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
