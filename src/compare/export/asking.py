"""What to ask next, as far as it follows from the texts: who disagrees, who alone gives a figure, what is cut.

A question names outlets and what they write. It never says what the answer is, nor that somebody ought to have known.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from compare.export.inlines import Words
from compare.export.outline import Question
from compare.export.prose import counted, ended
from compare.model import (
    SPEECH,
    ClaimKind,
    ConflictKind,
    FactKind,
    FindingKind,
    ParagraphKind,
    Stance,
    one_line,
)
from compare.model.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.export.evidence import Citer, Evidence
    from compare.model import Article, Claim, Conflict, Fact, Finding, Paragraph
    from compare.model.tally import Tally

_ASKED = {
    ConflictKind.FIGURE: "where its figure comes from",
    ConflictKind.CONTRADICTION: "what its account rests on",
    ConflictKind.ATTRIBUTION: "who spoke the words",
    ConflictKind.QUOTATION: "for the exact words",
    ConflictKind.UPDATE: "as of what hour its account holds",
    ConflictKind.UNRESOLVED: "what its account rests on",
}
"""What to ask both sides of a conflict; opposed views are no matter of fact, and nothing is asked about them."""

_FIGURES = (FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE)
GOES_ON = ("link to the rest", "paywall notice")
"""Why a paragraph is furniture that says that the text goes on elsewhere."""

_CHECKABLE = (ClaimKind.FACT, ClaimKind.ATTRIBUTED)


def questions(counts: Iterable[Tally], citer: Citer) -> tuple[Question, ...]:
    """Return the questions that a comparison leaves open, in the order of its findings, then those about the texts, of
    which ``counts`` tell."""
    asked = chain(
        (q for finding in citer.comparison.findings for q in _of(finding, citer)),
        _cut(counts, citer),
        _undated(citer),
    )
    return tuple({question.text: question for question in asked}.values())


def _of(finding: Finding, citer: Citer) -> Iterator[Question]:
    index = citer.comparison.index
    claim = index.claims[finding.claim] if finding.claim else None
    if finding.conflict:
        yield from _conflict(index.conflicts[finding.conflict], citer)
    elif finding.fact:
        fact = index.facts[finding.fact]
        if fact.kind in _FIGURES:
            yield from _figure(fact, finding, claim, citer)
        elif fact.kind in SPEECH and (speaker := one_line(fact.mentions[0].speaker or "")):
            who, quotes = _names(finding.articles, citer), "quotes" if len(finding.articles) == 1 else "quote"
            yield _question(
                f"Only {who} {quotes} {speaker}: ask where and when the words were spoken.",
                citer.sentences(m.sentence for m in fact.mentions),
            )
    elif claim and claim.kind in _CHECKABLE and finding.kind is FindingKind.OMISSION:
        yield _question(
            f"Ask {_names(finding.articles, citer)} about what {_names(claim.articles, citer)} state: "
            f"“{one_line(claim.text)}”",
            citer.saying(claim.text, claim.sentences),
        )


def _conflict(conflict: Conflict, citer: Citer) -> Iterator[Question]:
    if conflict.kind in _ASKED:
        sides = [side for side in citer.sides(conflict) if side]
        names = list(dict.fromkeys(place.outlet.text for side in sides for place in side))
        why = ended(one_line(conflict.why))
        if conflict.kind is ConflictKind.FIGURE:
            why = why.removeprefix(conflict.opening).lstrip()  # that is plain from what is asked
        if len(names) > 1:
            yield _question(
                f"Ask {listed(names)} each {_ASKED[conflict.kind]}. {why}", tuple(side[0] for side in sides)
            )


def _figure(fact: Fact, finding: Finding, claim: Claim | None, citer: Citer) -> Iterator[Question]:
    who, one = _names(finding.articles, citer), len(finding.articles) == 1  # of several one voice is made
    gives, credits = ("gives", "credits") if one else ("give", "credit")
    # a claim gathers the sources of all its sentences: only one that the very sentence names is credited here
    words = one_line(citer.comparison.index.words(fact.mentions[0].sentence))
    named = (one_line(source) for source in (claim.sources if claim else ()))
    sources = [f"the {name}" if f"the {name}" in words else name for name in named if name in words]
    credited = f" and {credits} {listed(sources)}" if sources else ""
    vague = [a for a, stance in claim.stance.items() if stance is Stance.WEAKER] if claim else []
    absent = [a for a, stance in claim.stance.items() if stance is Stance.ABSENT] if claim else []
    asked = [f"{listed(sources)} whether that is right" if sources else f"{who} what it rests on"]
    if others := vague or absent:
        asked.append(f"{_names(others, citer)} whether {'it' if len(others) == 1 else 'they'} can confirm it")
    yield _question(
        f"Only {who} {gives} “{one_line(fact.mentions[0].text)}”{credited}: ask {', and '.join(asked)}.",
        citer.sentences(m.sentence for m in fact.mentions),
    )


def _cut(counts: Iterable[Tally], citer: Citer) -> Iterator[Question]:
    for tally in counts:
        article = tally.article
        if not article.complete and article.paragraphs:
            shared = counted(tally.unknown, "claim that others share", "claims that others share")
            name = citer.names[article.id]
            yield _question(
                f"Get the whole text of {name}: it is cut, and whether it makes {shared} is unknown.",
                (citer.paragraph(article, _breaks_off(article)),),
            )


def _breaks_off(article: Article) -> Paragraph:
    """Return the line that says that the text goes on elsewhere, else the last that was reported. What stands last in a
    page is its imprint."""
    reporting = [n for n, p in enumerate(article.paragraphs) if p.kind is not ParagraphKind.FURNITURE]
    last = reporting[-1] if reporting else 0
    below = article.paragraphs[last + 1 :]
    return next((p for p in below if p.reason in GOES_ON), article.paragraphs[last])


def _undated(citer: Citer) -> Iterator[Question]:
    coverage = citer.comparison.coverage
    undated = [a for a in coverage.displayed() if not a.published and a.paragraphs]
    if undated:
        every = len(undated) == len(coverage.articles)
        named = (
            "the reports were"
            if every
            else f"{_names((a.id for a in undated), citer)} {'was' if len(undated) == 1 else 'were'}"
        )
        yield _question(
            f"Find out when {named} published: without a date nobody can say which account is the later one.",
            tuple(citer.paragraph(a, a.paragraphs[0]) for a in undated),
        )


def _question(text: str, evidence: tuple[Evidence, ...]) -> Question:
    return Question(Words(text), evidence)


def _names(articles: Iterable[str], citer: Citer) -> str:
    chosen = set(articles)
    return listed(name for article, name in citer.names.items() if article in chosen)
