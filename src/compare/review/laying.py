"""Marks laid over a coverage set and over its comparison. Pure: the same marks and texts give the same, in any order.

First over the texts: where each mark's words stand, and what its corrections mean there: the analysis has to know.
Then over what the analysis made of it: which claim each remark is on, and which findings are decided.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from compare.model import (
    Article,
    ArticleSelector,
    Coded,
    Comparison,
    Completed,
    Correction,
    CoverageSet,
    Dated,
    Excluded,
    Finding,
    Included,
    Joined,
    Judged,
    Named,
    Noted,
    Parted,
    ReaderMark,
    Redated,
    Remark,
    Renamed,
    Sifted,
    Starred,
    Verdict,
    Whole,
)
from compare.review.constraints import apart, content_order, settled, together
from compare.review.selectors import SURE_PLACE, Kinship, Place, concerns, find_article, finder, strongest_kinship

_WITHIN = 0.5
"""The share of a sentence, or of the marked words, that must be in the other for the sentence to be the marked one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, and where what it is about is now.

    Attributes:
        mark: it.
        places: of each of its quotations in their order, ``None`` where one fits nowhere; of a mark on an article none.
        found: of each of its quotations the ids of the sentences that it is about, in content order.
        article: id of the article that it is about as a whole, empty for all other marks.
        certainty: between 0 and 1, that of its least certain place; 0 if a quotation fits nowhere in its article. What
            is quoted of an article that is not in the set says nothing of how sure the rest is.
        absent: the numbers of the quotations whose article is not in the set.
    """

    mark: ReaderMark
    places: tuple[Place | None, ...]
    found: tuple[tuple[str, ...], ...]
    article: str
    certainty: float
    absent: frozenset[int] = frozenset()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The ids of all sentences that it is about, in content order."""
        return tuple(sorted({sentence for each in self.found for sentence in each}, key=content_order))

    @property
    def articles(self) -> Collection[ArticleSelector]:
        """The articles it is about that are in the set."""
        quotes = [quote.article for n, quote in enumerate(self.mark.quotes) if n not in self.absent]
        return quotes or self.mark.articles

    @property
    def sure(self) -> bool:
        """Whether it counts: a mark that is not sure is shown, but decides and corrects nothing."""
        return self.certainty >= SURE_PLACE

    @property
    def changed(self) -> bool:
        """Whether any of the words are others now than when they were marked."""
        return any(place.likeness < 1 if place else n not in self.absent for n, place in enumerate(self.places))


@dataclass(frozen=True, slots=True)
class Laid:
    """All marks about a set, laid over its texts.

    Attributes:
        placed: those of which something was found, the earliest first.
        unplaced: those of which nothing was, the earliest first: for the reader to place anew or drop.
        corrections: what the sure ones change of the analysis; none contradicts another.
    """

    placed: tuple[Placed, ...]
    unplaced: tuple[ReaderMark, ...]
    corrections: tuple[Correction, ...]

    @property
    def marks(self) -> tuple[ReaderMark, ...]:
        """All of them, the earliest first."""
        return tuple(sorted((*(placed.mark for placed in self.placed), *self.unplaced), key=lambda mark: mark.order))

    @property
    def unsure(self) -> tuple[Placed, ...]:
        """The marks that were found but count for nothing until the reader has looked."""
        return tuple(placed for placed in self.placed if not placed.sure)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the reader said of one thing: each kind the earliest first, the unsure among them."""

    verdicts: tuple[Placed, ...] = ()
    notes: tuple[Placed, ...] = ()
    stars: tuple[Placed, ...] = ()
    codes: tuple[Placed, ...] = ()

    @classmethod
    def of(cls, placed: Sequence[Placed]) -> Remarks:
        """Return what some marks say, the earliest first; the corrections among them are left out."""
        kinds = Judged, Noted, Starred, Coded
        return cls(*(tuple(each for each in placed if isinstance(each.mark.body, kind)) for kind in kinds))

    @property
    def judged(self) -> Placed | None:
        """The verdict that holds: the latest that is sure."""
        return next((placed for placed in reversed(self.verdicts) if placed.sure), None)

    @property
    def verdict(self) -> Verdict:
        """What the reader holds of the claim."""
        body = self.judged.mark.body if self.judged else None
        return body.verdict if isinstance(body, Judged) else Verdict.OPEN


@dataclass(frozen=True, slots=True)
class Review:
    """All marks about a set, laid over its comparison.

    Attributes:
        laid: the same over its texts.
        on: what was said of each claim of which something was, by its id.
        queue: the findings not yet decided, best rank first.
        decided: how many findings are decided.
        total: how many there are.
    """

    laid: Laid
    on: Mapping[str, Remarks]
    queue: tuple[Finding, ...]
    decided: int
    total: int

    def verdict_of(self, claim: str) -> Verdict:
        """Return what the reader holds of a claim, by its id."""
        return self.on.get(claim, Remarks()).verdict


NO_MARKS = Review(Laid((), (), ()), {}, (), 0, 0)
"""That a review is wanted, before there is anything that it could be laid over."""


def lay(marks: Iterable[ReaderMark], coverage: CoverageSet, before: Laid | None = None) -> Laid:
    """Find the marks in the texts of a set. Those about no article of it are left out.

    Args:
        marks: in any order.
        coverage: the set as it was loaded, before any correction.
        before: what was laid over the same texts last, so that only new marks are looked for.
    """
    about, place = concerns(coverage.articles), _placing(coverage.articles)
    known = {placed.mark: placed for placed in before.placed} if before else {}
    lost = set(before.unplaced) if before else set()
    placed, unplaced = [], []
    for mark in sorted(marks, key=lambda mark: mark.order):
        found = known.get(mark) or (None if mark in lost else place(mark))
        if found:
            placed.append(found)
        else:
            unplaced.append(mark)
    here = {article for each in placed for article in each.articles}  # where one mark was found, others were made
    unplaced = [mark for mark in unplaced if not here.isdisjoint(mark.articles) or about(mark)]
    sure = [each for each in placed if each.sure]
    corrections = settled(each for one in sure for each in _corrections(one))
    return Laid(tuple(placed), tuple(unplaced), corrections)


def review_of(laid: Laid, comparison: Comparison) -> Review:
    """Tell which claims of a comparison the marks are on, and which of its findings are decided."""
    grouped: defaultdict[str, list[Placed]] = defaultdict(list)
    for placed in laid.placed:
        claim = _claim_of(comparison, placed.sentences) if isinstance(placed.mark.body, Remark) else None
        if claim:
            grouped[claim].append(placed)
    on = {claim: Remarks.of(grouped[claim]) for claim in sorted(grouped)}
    findings = sorted(comparison.findings, key=lambda finding: finding.rank)
    decided = {claim for claim, remarks in on.items() if remarks.verdict is not Verdict.OPEN}
    queue = tuple(f for f in findings if claim_behind(comparison, f) not in decided) if decided else tuple(findings)
    return Review(laid, on, queue, len(findings) - len(queue), len(findings))


def claim_behind(comparison: Comparison, finding: Finding) -> str | None:
    """Return the id of the claim that a verdict on a finding is on: its own, or that which states most of its fact."""
    if finding.claim:
        return finding.claim
    fact = comparison.index.facts.get(finding.fact or "")
    return _claim_of(comparison, [mention.sentence for mention in fact.mentions]) if fact else None


def _claim_of(comparison: Comparison, sentences: Sequence[str]) -> str | None:
    """Return the claim that holds most of some sentences; of several the one that holds least else, then by id."""
    held = Counter(claim.id for s in dict.fromkeys(sentences) for claim in comparison.index.claims_of.get(s, ()))
    claims = comparison.index.claims
    return min(held, key=lambda c: (-held[c], len(claims[c].sentences), c), default=None)


def _placing(articles: Sequence[Article]) -> Callable[[ReaderMark], Placed | None]:
    """Return what places a mark in these articles: ``None`` if nothing of it is found."""
    by_id = {article.id: article for article in articles}
    find, kin = finder(articles), strongest_kinship(articles)

    def place(mark: ReaderMark) -> Placed | None:
        body = mark.body
        if isinstance(body, Renamed | Redated | Completed):
            article = find_article(body.article, articles)
            return Placed(mark, (), (), article[0], round(article[1], 6)) if article else None
        places = tuple(map(find, mark.quotes))
        found = tuple(tuple(sentences_at(by_id[p.article], p)) if p else () for p in places)
        if not any(found):
            return None
        quoted = list(zip(mark.quotes, places, strict=True))
        here = {quote.article for quote, p in quoted if p or kin(quote.article) > Kinship.NAME}
        certainty = min(p.certainty if p else 0.0 for quote, p in quoted if quote.article in here)
        absent = frozenset(n for n, quote in enumerate(mark.quotes) if quote.article not in here)
        return Placed(mark, places, found, "", certainty, absent)

    return place


def sentences_at(article: Article, place: Place) -> Iterator[str]:
    """Yield the ids of the sentences of an article that a place is in, or that are in it, for the greater part."""
    for sentence in article.sentences:
        if sentence.end <= place.start or place.end <= sentence.start:
            continue
        shared = min(sentence.end, place.end) - max(sentence.start, place.start)
        if shared > 0 and shared >= _WITHIN * min(sentence.end - sentence.start, place.end - place.start):
            yield sentence.id


def _corrections(placed: Placed) -> Iterator[Correction]:
    found: Correction | None
    match placed.mark.body:
        case Joined():
            found = together(placed.sentences)
        case Parted(one=one):
            found = apart(chain(*placed.found[: len(one)]), chain(*placed.found[len(one) :]))
        case Sifted(kind="exclude"):
            yield from map(Excluded, placed.sentences)
            return
        case Sifted():
            yield from map(Included, placed.sentences)
            return
        case Renamed(outlet=outlet):
            found = Named(placed.article, outlet)
        case Redated(published=published):
            found = Dated(placed.article, published)
        case Completed(complete=complete):
            found = Whole(placed.article, complete)
        case _:
            return
    if found:
        yield found
