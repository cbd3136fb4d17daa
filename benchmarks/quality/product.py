"""The product's answer to a story, got as a user would get it: texts in a folder, loaded and compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

import compare
from benchmarks.quality.measures import Answer
from benchmarks.quality.stories import Story
from compare.model import Comparison

Spans = Sequence[tuple[int, int]]


def answer(story: Story) -> Answer:
    """Compare a story's articles and say the result of the story's own sentences."""
    return translated(story, compared(story))


def compared(story: Story) -> Comparison:
    """Compare a story's articles."""
    with TemporaryDirectory() as folder:
        for n, text in enumerate(story.texts):
            Path(folder, f"{n:04}.txt").write_bytes(text.encode())
        return compare.compare(compare.load([folder]))


def translated(story: Story, comparison: Comparison) -> Answer:
    """Say what a comparison of a story's texts says, of the story's own sentences."""
    return Translation(story, comparison).answer()


def matches(gold: Spans, reported: Spans) -> list[list[int]]:
    """Return for each labelled sentence of an article the reported ones that stand for it.

    Those that lie in it by half at least; else one that holds four fifths of it and touches one more labelled sentence
    at most, since a sentence that swallows several stands for none. Spans are sorted and do not overlap.
    """
    starts, ends = [start for start, _ in reported], [end for _, end in reported]
    found = []
    for span in gold:
        near = range(bisect_right(ends, span[0]), bisect_left(starts, span[1]))
        hits = [k for k in near if 2 * _shared(span, reported[k]) >= reported[k][1] - reported[k][0]]
        found.append(hits or [k for k in near if _holds(reported[k], span, gold)])
    return found


def _shared(one: tuple[int, int], two: tuple[int, int]) -> int:
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def _holds(outer: tuple[int, int], span: tuple[int, int], gold: Spans) -> bool:
    touched = sum(_shared(other, outer) > 0 for other in gold)
    return touched <= 2 and _shared(span, outer) >= 0.8 * (span[1] - span[0])


class Translation:
    """The sentences of a story in the ids of a comparison, and back.

    Attributes:
        ours: by number of a sentence the ids of those that stand for it.
        back: by id the numbers of those that it stands for.
        number: of each article of the comparison its number in the story, by id.
    """

    def __init__(self, story: Story, comparison: Comparison) -> None:
        self.comparison, self.size = comparison, len(story.spans)
        self.ours: list[list[str]] = [[] for _ in story.spans]
        self.back: defaultdict[str, list[int]] = defaultdict(list)
        self.number: dict[str, int] = {}
        articles = {Path(a.source).name: a for a in comparison.coverage.articles}
        for n in range(len(story.texts)):
            article = articles.get(f"{n:04}.txt")
            if article is None:  # not read, or a second copy of one text: what it says is not found
                continue
            self.number[article.id] = n
            own = np.flatnonzero(story.article == n).tolist()
            reported = [(s.start, s.end) for s in article.sentences]
            for number, hits in zip(own, matches([story.spans[k] for k in own], reported), strict=True):
                self.ours[number] = [article.sentences[hit].id for hit in hits]
        for number, ids in enumerate(self.ours):
            for each in ids:
                self.back[each].append(number)

    def answer(self) -> Answer:
        """Return what the comparison says of the story's sentences."""
        nearest, elsewhere = self._nearest()
        unique, confidence = self._unique()
        return Answer(nearest, self._linked(), self._score(), unique, confidence, elsewhere)

    def _nearest(self) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        """Of several sentences that stand for one, the one that comes nearest to the other article speaks."""
        of: defaultdict[str, list[tuple[str, float, str]]] = defaultdict(list)
        for each in self.comparison.nearest:
            of[each.sentence].append((each.article, each.score, each.match))
        nearest, elsewhere = np.zeros((self.size, self.size), dtype=bool), np.zeros(self.size)
        for number, ids in enumerate(self.ours):
            best: dict[str, tuple[float, str]] = {}
            for article, score, match in (row for each in ids for row in of[each]):
                best[article] = max(best.get(article, (0.0, "")), (score, match))
            for score, match in best.values():
                nearest[number, self.back.get(match, [])] = True
                elsewhere[number] = max(elsewhere[number], score)
        return nearest, elsewhere

    def _linked(self) -> NDArray[np.bool_]:
        linked = np.zeros((self.size, self.size), dtype=bool)
        for claim in self.comparison.claims:
            members = sorted({number for each in claim.sentences for number in self.back.get(each, ())})
            linked[np.ix_(members, members)] = True
        return linked

    def _score(self) -> NDArray[np.float64]:
        score = np.zeros((self.size, self.size))
        for link in self.comparison.links:
            for one in self.back.get(link.a, ()):
                for two in self.back.get(link.b, ()):
                    score[one, two] = score[two, one] = max(score[one, two], link.score)
        return score

    def _unique(self) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        """A sentence is said to be unique if all that stand for it are, as surely as the least sure of them."""
        sure: dict[str, float] = {}
        for claim in self.comparison.claims:
            if claim.status == "unique":
                for each in claim.sentences:
                    sure[each] = max(sure.get(each, 0.0), claim.confidence)
        unique = np.array([bool(ids) and all(each in sure for each in ids) for ids in self.ours], dtype=bool)
        confidence = [
            min(sure[each] for each in ids) if said else 0.0 for ids, said in zip(self.ours, unique, strict=True)
        ]
        return unique, np.array(confidence)
