"""The peers: what anyone would try first, each one function from sentences to a matrix of similarities.

A pair is linked from a threshold on; a sentence that reaches it with none of another article is unique, as surely as
its best similarity is low. TF-IDF has a fixed threshold, and once more, as all others, the one with the best link F1 on
the very set it is scored on, which flatters them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.measures import Answer, agreement
from benchmarks.quality.stories import Story

Floats = NDArray[np.float64]
Similarity = Callable[[Sequence[str]], Floats]

TFIDF_THRESHOLD = 0.16
"""What the floors of the project were measured with. On the development stories of SPARK, link F1 is within half a
point of its best (at 0.20); "only here" does better at that, so both are shown."""

GRID = np.arange(0.04, 1.0, 0.02)
_WORD = re.compile(r"\w+")


def tfidf(sentences: Sequence[str]) -> Floats:
    """Cosine of stemmed words, weighted by log count and by the story's own inverse document frequency."""
    import snowballstemmer

    stem = snowballstemmer.stemmer("english").stemWord
    bags = [Counter(stem(word) for word in _WORD.findall(text.lower())) for text in sentences]
    column = {term: n for n, term in enumerate(sorted({term for bag in bags for term in bag}))}
    weights = np.zeros((len(bags), len(column)))
    for row, bag in enumerate(bags):
        for term, count in bag.items():
            weights[row, column[term]] = 1 + np.log(count)
    weights *= np.log((1 + len(bags)) / (1 + (weights > 0).sum(axis=0))) + 1
    length = np.linalg.norm(weights, axis=1, keepdims=True)
    unit = weights / np.where(length, length, 1)
    return np.asarray(unit @ unit.T, dtype=np.float64)


def fuzzy(kind: str, sentences: Sequence[str]) -> Floats:
    """Return rapidfuzz's similarity of that kind (``token_set_ratio``, ...), between 0 and 1."""
    from rapidfuzz import fuzz, process, utils

    plain = [utils.default_process(text) for text in sentences]
    return process.cdist(plain, plain, scorer=getattr(fuzz, kind)).astype(np.float64) / 100


def difflib_words(sentences: Sequence[str]) -> Floats:
    """Share of words in common that difflib finds in the same order."""
    words = [_WORD.findall(text.lower()) for text in sentences]
    ratio = np.eye(len(words))
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    for n, second in enumerate(words):
        matcher.set_seq2(second)  # what difflib keeps for a second sequence serves all the first ones
        for k, first in enumerate(words[:n]):
            matcher.set_seq1(first)
            ratio[n, k] = ratio[k, n] = matcher.ratio()
    return ratio


REFERENCES: Mapping[str, tuple[Similarity, float | None]] = {
    "tf-idf": (tfidf, TFIDF_THRESHOLD),
    "tf-idf_best": (tfidf, None),
    "token_set": (partial(fuzzy, "token_set_ratio"), None),
    "token_sort": (partial(fuzzy, "token_sort_ratio"), None),
    "difflib": (difflib_words, None),
}
"""By name: the similarity, and its threshold, ``None`` for the best on the set at hand."""


def answers(stories: Sequence[Story], similarity: Similarity, threshold: float | None) -> tuple[list[Answer], float]:
    """Return a reference's answers to all stories, and the threshold they were given with."""
    matrices = [_across(story, similarity(story.sentences)) for story in stories]
    at = best_threshold(stories, matrices) if threshold is None else threshold
    return [_answer(story, matrix, at) for story, matrix in zip(stories, matrices, strict=True)], at


def best_threshold(stories: Sequence[Story], matrices: Sequence[Floats]) -> float:
    """Return the threshold with the best F1 of links between labelled sentences."""
    said, truth = [], []
    for story, matrix in zip(stories, matrices, strict=True):
        among = np.ix_(story.labelled, story.labelled)
        apart = np.triu(story.article[story.labelled][:, None] != story.article[story.labelled])
        said.append(matrix[among][apart])
        truth.append(story.same()[among][apart])
    scores, same = np.concatenate(said), np.concatenate(truth)
    return float(max(GRID, key=lambda threshold: agreement(same, scores >= threshold)[2]))


def _across(story: Story, similarity: Floats) -> Floats:
    """Take away what a sentence has in common with others of its own article."""
    return np.where(story.article[:, None] == story.article, 0.0, similarity)


def _answer(story: Story, similarity: Floats, threshold: float) -> Answer:
    nearest = np.zeros(similarity.shape, dtype=bool)
    for n in range(len(story.texts)):
        own = np.flatnonzero(story.article == n)
        if len(own):
            nearest[np.arange(len(similarity)), own[similarity[:, own].argmax(axis=1)]] = True
    linked = similarity >= threshold
    elsewhere = similarity.max(axis=1, initial=0.0)
    return Answer(nearest, linked, np.where(linked, similarity, 0.0), elsewhere < threshold, 1 - elsewhere, elsewhere)
