"""F1 of a text against the article's text, as the article extraction benchmark of Scrapinghub measures it."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

RUN = 4
"""Words of the overlapping runs that are counted; order counts within them and nowhere else."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """How a text matches the article's, by runs of four words; ``None`` where there is nothing to divide by."""

    precision: float | None
    recall: float | None


def match(text: str, truth: str) -> Match:
    """Hold a text against the article's."""
    said, true = _runs(text), _runs(truth)
    both = (said & true).total()
    return Match(both / said.total() if said else None, both / true.total() if true else None)


def figures(matches: Sequence[Match]) -> tuple[float, float, float]:
    """Return F1, precision and recall over pages: every page counts alike, however long its article is."""
    precision = _mean([m.precision for m in matches if m.precision is not None])
    recall = _mean([m.recall for m in matches if m.recall is not None])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0, precision, recall


def gain(ours: Sequence[Match], theirs: Sequence[Match], draws: int = 1_000) -> tuple[float, float]:
    """Return the ends of the 95 % interval of the difference in F1, from drawing pages anew with replacement."""
    chance = random.Random(0)
    differences = []
    for _ in range(draws):
        drawn = chance.choices(range(len(ours)), k=len(ours))
        differences.append(figures([ours[n] for n in drawn])[0] - figures([theirs[n] for n in drawn])[0])
    differences.sort()
    return differences[round(0.025 * draws)], differences[round(0.975 * draws) - 1]


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))) if words else Counter()


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
