"""What the answers of a system are worth, by the labels: pure functions over arrays.

=============  ======================================================================================================
partner_p1     of labelled sentences that have a partner in another article, and each such article: how often the
               nearest sentence there is one
link_p/r/f1    pairs of labelled sentences of different articles: said to state one claim, against the labels
link_ece       expected calibration error of the links' scores over those pairs (not linked counts as 0)
linked_ece     the same over the pairs that are linked: what a reader who looks at a link's probability meets
brier          mean squared error of the links' scores over all those pairs
only_p/r/f1    labelled sentences that no other article states, against those said to be unique
only_ap        average precision of the ranking by "stated nowhere else"
only_ece       expected calibration error of ``confidence`` over the sentences said to be unique
=============  ======================================================================================================

Calibration error: ten equal bins of what was said; the mean over bins, weighted by count, of how far the mean said is
from the share that was true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.stories import Story

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

BINS = 10
MEASURES = (
    "partner_p1",
    "link_p",
    "link_r",
    "link_f1",
    "link_ece",
    "linked_ece",
    "brier",
    "only_p",
    "only_r",
    "only_f1",
    "only_ap",
    "only_ece",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system says of a story's sentences, by number.

    Attributes:
        nearest: ``nearest[q, r]``: r is what comes nearest to q in r's article; more than one r if a sentence of the
            system's own holds several of the story's.
        linked: pairs said to state one claim.
        score: the probability that they do, 0 where no link was made.
        unique: sentences said to be stated in no other article.
        confidence: the probability of that, where ``unique``.
        elsewhere: the best score in any other article, linked or not.
    """

    nearest: Bools
    linked: Bools
    score: Floats
    unique: Bools
    confidence: Floats
    elsewhere: Floats


@dataclass(frozen=True, slots=True)
class Rows:
    """A story's verdicts, one an element: partners found; pairs (truth, said, score); sentences (truth, said, rank)."""

    found: Bools
    same: Bools
    linked: Bools
    score: Floats
    alone: Bools
    unique: Bools
    confidence: Floats
    rank: Floats


def verdicts(story: Story, answer: Answer) -> Rows:
    """Hold an answer against the labels of its story."""
    same, labelled = story.same(), np.array(story.labelled, dtype=np.int64)
    found = [
        bool((answer.nearest[q] & partners).any())
        for q in labelled
        for n in range(len(story.texts))
        if (partners := same[q] & (story.article == n)).any()
    ]
    one, two = (labelled[side] for side in np.triu_indices(len(labelled), 1))
    apart = story.article[one] != story.article[two]
    one, two = one[apart], two[apart]
    unique, confidence = answer.unique[labelled], answer.confidence[labelled]
    return Rows(
        found=np.array(found, dtype=bool),
        same=same[one, two],
        linked=answer.linked[one, two],
        score=answer.score[one, two],
        alone=np.logical_not(same[labelled].any(axis=1)),
        unique=unique,
        confidence=confidence,
        # whoever is said to be unique ranks before whoever is not
        rank=np.where(unique, 1 + confidence, 1 - answer.elsewhere[labelled]),
    )


def pooled(rows: Sequence[Rows]) -> Rows:
    """Put the verdicts of several stories together."""
    return Rows(*(np.concatenate([getattr(r, name) for r in rows]) for name in Rows.__slots__))


def figures(rows: Sequence[Rows]) -> dict[str, float]:
    """Return all of :data:`MEASURES` over the verdicts of some stories; NaN where there is nothing to measure."""
    all_ = pooled(rows)
    link, only = agreement(all_.same, all_.linked), agreement(all_.alone, all_.unique)
    values = (
        mean(all_.found),
        *link,
        calibration_error(all_.score, all_.same),
        calibration_error(all_.score[all_.linked], all_.same[all_.linked]),
        mean((all_.score - all_.same) ** 2),
        *only,
        average_precision(all_.alone, all_.rank),
        calibration_error(all_.confidence[all_.unique], all_.alone[all_.unique]),
    )
    return dict(zip(MEASURES, values, strict=True))


def intervals(rows: Sequence[Rows], *, draws: int, seed: int = 0) -> dict[str, tuple[float, float]]:
    """Return 95 % intervals of :func:`figures`, by drawing as many stories anew, with replacement, ``draws`` times."""
    chance = np.random.default_rng(seed)
    drawn = [figures([rows[n] for n in chance.integers(len(rows), size=len(rows))]) for _ in range(draws)]
    return {name: _middle(np.array([values[name] for values in drawn])) for name in MEASURES}


def _middle(values: Floats) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, (0.025, 0.975))
    return float(low), float(high)


def mean(values: Bools | Floats) -> float:
    """Return the mean, NaN of nothing."""
    return float(values.mean()) if len(values) else float("nan")


def agreement(truth: Bools, said: Bools) -> tuple[float, float, float]:
    """Return precision, recall and F1; 0 where nothing was said or nothing is true."""
    hits = int((truth & said).sum())
    precision, recall = hits / max(1, int(said.sum())), hits / max(1, int(truth.sum()))
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def average_precision(truth: Bools, rank: Floats) -> float:
    """Return the mean, over what is true, of the precision down to it; the highest rank comes first."""
    ordered = truth[np.argsort(-rank, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return mean(precision[ordered])


def calibration_error(said: Floats, truth: Bools) -> float:
    """Return the expected calibration error of probabilities, NaN of none."""
    if not len(said):
        return float("nan")
    inside = np.minimum((said * BINS).astype(np.int64), BINS - 1)
    gap = np.bincount(inside, said - truth, minlength=BINS)
    return float(np.abs(gap).sum() / len(said))
