"""Scored pairs in the model's words: the links of a set, and of each sentence the nearest elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.analysis.candidates import EVIDENCE
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import Pairs
from compare.analysis.scoring import Weights
from compare.model import Link, Nearest, Span

NEAREST_ALL = 50
"""Up to so many articles the nearest sentence in every other article is given, beyond it the ten best."""

_PLAIN = {
    "weight": "rare words in common",
    "overlap": "much of both is the same words",
    "flanks": "the sentences around both agree",
    "beside": "a neighbour of one agrees with the other",
}


def make_links(numbered: Numbered, pairs: Pairs, weights: Weights) -> tuple[Link, ...]:
    """Return the links: pairs of articles' sentences from the link threshold on, in order of their ids."""
    links = []
    for (one, two), score in pairs.scores.items():
        if score < weights.link:
            continue
        (article_a, a), (article_b, b) = numbered.pieces[one], numbered.pieces[two]
        equal = tuple(
            (Span(a.start + x.start, a.start + x.end), Span(b.start + y.start, b.start + y.end))
            for x, y in pairs.equal.get((one, two), ())
        )
        if b.id < a.id:
            a, b, article_a, article_b = b, a, article_b, article_a
            equal = tuple((y, x) for x, y in equal)
        run = max((article_a.text[x.start : x.end] for x, _ in equal), key=len, default="")
        links.append(Link(a.id, b.id, round(score, 6), _basis(pairs.evidence[one, two], weights, run), equal))
    return tuple(sorted(links, key=lambda x: (x.a, x.b)))


def make_nearest(numbered: Numbered, pairs: Pairs) -> tuple[Nearest, ...]:
    """Return for each sentence its nearest in every other article, or the ten best of a large set."""
    found = []
    for n, (_, sentence) in enumerate(numbered.pieces):
        others = [int(k) for k in np.flatnonzero(pairs.match[n] >= 0)]
        if len(numbered.articles) > NEAREST_ALL:
            others = sorted(sorted(others, key=lambda k: (-pairs.nearest[n, k], k))[:10])
        for k in others:
            match = numbered.pieces[pairs.match[n, k]][1]
            score = round(float(pairs.nearest[n, k]), 6)
            found.append(Nearest(sentence.id, numbered.articles[k].id, match.id, score))
    return tuple(found)


def _basis(evidence: Sequence[float], weights: Weights, run: str) -> tuple[str, ...]:
    """Name what spoke for a pair, strongest first: evidence that carries a tenth of the whole, and the longest run."""
    shares = [(w * x, name) for w, x, name in zip(weights.pair.weights, evidence, EVIDENCE, strict=True)]
    whole = sum(share for share, _ in shares if share > 0)
    named = [_PLAIN[name] for share, name in sorted(shares, reverse=True) if share > 0 and share >= whole / 10]
    words = run.split()
    return (*named, *([f"the same {len(words)} words: {run}"] if len(words) > 2 else []))
