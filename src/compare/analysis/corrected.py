"""What a reader corrects of articles: a coverage set in, the same set as the reader has it out.

Ids of articles, paragraphs and sentences stay, so whatever cites them still does. What came of the reader says so: the
origin of an outlet, a date or of completeness is then :data:`READER`, and so is the reason of furniture.

Of corrections that contradict each other one is obeyed, always the same: a sentence both excluded and included is
excluded, an article both whole and cut is cut (both claim less), of several outlets or dates the first in the alphabet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from compare.model import (
    Apart,
    Article,
    Correction,
    CoverageSet,
    Dated,
    Excluded,
    Included,
    Named,
    Notice,
    Paragraph,
    ParagraphKind,
    Together,
    Whole,
    one_line,
)
from compare.model.corrections import READER


@dataclass(slots=True)
class _Wanted:
    """What is wanted of articles and sentences, by id; of each all that was said."""

    excluded: set[str] = field(default_factory=set)
    included: set[str] = field(default_factory=set)
    outlet: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    published: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    complete: defaultdict[str, set[bool]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, corrections: Iterable[Correction]) -> _Wanted:
        wanted = cls()
        for correction in corrections:
            match correction:
                case Excluded():
                    wanted.excluded.add(correction.sentence)
                case Included():
                    wanted.included.add(correction.sentence)
                case Named():
                    wanted.outlet[correction.article].add(correction.outlet)
                case Dated():
                    wanted.published[correction.article].add(correction.published)
                case Whole():
                    wanted.complete[correction.article].add(correction.complete)
                case Together() | Apart():
                    pass  # these are about claims
        return wanted


def corrected(coverage: CoverageSet, corrections: Iterable[Correction]) -> CoverageSet:
    """Return a set with its articles corrected, and a warning for each correction that could not be obeyed.

    Args:
        coverage: the set as it was loaded.
        corrections: in any order; those about claims (:class:`Together`, :class:`Apart`) change no article.
    """
    wanted = _Wanted.of(corrections)
    articles = tuple(_article(article, wanted) for article in coverage.articles)
    articles = _labelled(articles, wanted.outlet)
    unmet = map(Notice, _unmet(coverage, wanted))
    if articles == coverage.articles and not (wanted.excluded or wanted.included):
        return replace(coverage, notices=(*coverage.notices, *unmet))
    said = _said(coverage, articles, wanted.complete)
    return replace(coverage, articles=articles, notices=(*said, *unmet))


def _article(article: Article, wanted: _Wanted) -> Article:
    changes: dict[str, object] = {}
    if article.id in wanted.outlet:
        changes["outlet"] = min(wanted.outlet[article.id])
    if article.id in wanted.published:
        changes["published"] = min(wanted.published[article.id])
    if article.id in wanted.complete:
        changes["complete"] = min(wanted.complete[article.id])
    if changes:
        origins = {**dict(article.origins), **dict.fromkeys(changes, READER)}
        article = replace(article, **changes, origins=tuple(sorted(origins.items())))  # type: ignore[arg-type]
    touched = (wanted.excluded | wanted.included).intersection(s.id for s in article.sentences)
    return _compared(article, touched, wanted.excluded) if touched else article


def _compared(article: Article, touched: set[str], excluded: set[str]) -> Article:
    """An article with some sentences excluded, and others included."""
    sentences = tuple(replace(s, comparable=s.id not in excluded) if s.id in touched else s for s in article.sentences)
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        inside[sentence.paragraph].append(sentence.id)
    paragraphs = tuple(_paragraph(p, inside[p.id], touched, excluded) for p in article.paragraphs)
    return replace(article, sentences=sentences, paragraphs=paragraphs)


def _paragraph(paragraph: Paragraph, inside: Sequence[str], touched: set[str], excluded: set[str]) -> Paragraph:
    """A paragraph all of which is excluded is furniture; furniture of which any is included is not."""
    if inside and excluded.issuperset(inside):
        return replace(paragraph, kind=ParagraphKind.FURNITURE, reason=READER)
    if paragraph.kind is ParagraphKind.FURNITURE and not (touched - excluded).isdisjoint(inside):
        return replace(paragraph, kind=ParagraphKind.BODY, reason=None)
    return paragraph


def _labelled(articles: tuple[Article, ...], outlets: Mapping[str, set[str]]) -> tuple[Article, ...]:
    """Call the articles whose outlet was corrected after it; where others are called so already, with a number."""
    taken = {article.label.casefold() for article in articles if article.id not in outlets}
    found: list[Article] = []
    for article in articles:
        if article.id in outlets and article.outlet:
            stem = label = one_line(article.outlet)
            number = 1
            while label.casefold() in taken:
                number += 1
                label = f"{stem} {number}"
            taken.add(label.casefold())
            found.append(replace(article, label=label))
        else:
            found.append(article)
    return tuple(found)


def _said(coverage: CoverageSet, articles: Sequence[Article], complete: Mapping[str, set[bool]]) -> Iterator[Notice]:
    """What was said of the set, with the new names, and without what is true no more."""
    labels = {old.id: (old.label, new.label) for old, new in zip(coverage.articles, articles, strict=True)}
    for notice in coverage.notices:
        if not (notice.cut and notice.article in complete):
            before, now = labels.get(notice.article, ("", ""))  # nobody's, or a copy's that is out of sight
            yield replace(notice, text=now + notice.text.removeprefix(before))
    yield from (Notice.of_cut(a, "cut, as the reader says") for a in articles if a.id in complete and not a.complete)


def _unmet(coverage: CoverageSet, wanted: _Wanted) -> Iterator[str]:
    """Say which corrections were not obeyed, and why."""
    articles = {article.id for article in coverage.articles}
    sentences = {sentence.id for article in coverage.articles for sentence in article.sentences}
    named = wanted.outlet.keys() | wanted.published.keys() | wanted.complete.keys()
    for unknown in sorted((named - articles) | ((wanted.excluded | wanted.included) - sentences)):
        yield f"correction ignored: {one_line(unknown)} is not in this set"
    for sentence in sorted(wanted.excluded & wanted.included & sentences):
        yield f"corrections contradict each other: {sentence} is both excluded and included; it is left out"
    said = (("outlets", wanted.outlet), ("dates", wanted.published), ("answers to “is it whole”", wanted.complete))
    for what, by_article in said:
        for article in sorted(by_article.keys() & articles):
            if len(by_article[article]) > 1:
                yield f"corrections contradict each other: {article} has several {what}; one is obeyed"
