"""Scored pairs in the model's words: the links of a set, and of each sentence the nearest elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.analysis.candidates import EVIDENCE
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.model import Link, Nearest

NEAREST_ALL = 50
"""Up to so many articles the nearest sentence in every other article is given, beyond it the :data:`BEST`."""

BEST = 10
"""Nearest sentences that a set of more than :data:`NEAREST_ALL` articles lists of each."""

_PLAIN = {
    "weight": "rare words in common",
    "overlap": "much of both is the same words",
    "flanks": "the sentences around both agree",
    "beside": "a neighbour of one agrees with the other",
}


def make_links(numbered: Numbered, pairs: Pairs, weights: Weights) -> tuple[Link, ...]:
    """Return the links: pairs of articles' sentences from the link threshold on, in order of their ids."""
    ids = [sentence.id for _, sentence in numbered.pieces]
    linked = np.flatnonzero(pairs.linked(weights))
    shares = np.array(weights.pair.weights)[:, None] * pairs.evidence[:, linked]
    columns = pairs.a[linked], pairs.b[linked], np.round(pairs.score[linked], 6), pairs.wording[linked]
    rows = zip(*(column.tolist() for column in columns), shares.T.tolist(), strict=True)
    links = (
        Link(min(ids[a], ids[b]), max(ids[a], ids[b]), score, _basis(share, wording))
        for a, b, score, wording, share in rows
    )
    return tuple(sorted(links, key=lambda x: (x.a, x.b)))


def make_nearest(numbered: Numbered, pairs: Pairs) -> tuple[Nearest, ...]:
    """Return for each sentence its nearest in every other article, or the ten best of a large set."""
    ids, articles = [sentence.id for _, sentence in numbered.pieces], [article.id for article in numbered.articles]
    many = len(articles) > NEAREST_ALL
    found: list[Nearest] = []
    for n, (matches, scores) in enumerate(zip(pairs.match, np.round(pairs.nearest, 6), strict=True)):
        others = np.flatnonzero(matches >= 0)
        if many:
            others = np.sort(others[np.argsort(-pairs.nearest[n, others], kind="stable")[:BEST]])
        rows = zip(others.tolist(), matches[others].tolist(), scores[others].tolist(), strict=True)
        found.extend(Nearest(ids[n], articles[k], ids[match], score) for k, match, score in rows)
    return tuple(found)


def _basis(shares: Sequence[float], wording: float) -> tuple[str, ...]:
    """Name what spoke for a pair, strongest first: evidence that carries a tenth of the whole, and common wording."""
    whole = sum(share for share in shares if share > 0)
    named = [
        _PLAIN[name]
        for share, name in sorted(zip(shares, EVIDENCE, strict=True), reverse=True)
        if share > 0 and share >= whole / 10
    ]
    return (*named, *([f"{wording:.0f} words in a row"] if wording >= 2 else []))
