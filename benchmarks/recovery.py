"""What the analysis finds of what was planted in made articles.

usage: python -m benchmarks.recovery

Counts what is listed as a conflict in several sets of :mod:`~benchmarks.generate`, of each of a few small sizes, since
one such set has only a handful. The shares of all that is planted are a part of :mod:`~benchmarks.scale`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import chain, combinations

import compare
from benchmarks.generate import Planted, Report, Told
from benchmarks.generate import coverage as generate
from benchmarks.speed import from_files
from compare.model import Comparison, Status

SIZES, SEEDS = (5, 10, 20), range(3, 9)
"""Articles of the sets, and the seeds of each size, of which conflicts are counted; the first is that of the table of
:mod:`~benchmarks.scale`."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """Shares of what was planted, and of what was said.

    ``together`` is how many pairs of tellings of one detail stand in one claim, ``right`` how many pairs in a claim
    tell one detail; ``own`` and ``own_right`` say the same of "only here", ``conflicts`` and ``conflicts_right`` of
    tellings with a wrong figure that another article tells as well.
    """

    together: float
    right: float
    own: float
    own_right: float
    conflicts: float
    conflicts_right: float


@dataclass(frozen=True, slots=True)
class Disputes:
    """What is said of conflicts: of those ``listed``, how many are about one thing (``right``); and of the ``wrong``
    figures that another article tells as well, how many are in one (``found``)."""

    listed: int
    right: int
    wrong: int
    found: int

    def __add__(self, other: Disputes) -> Disputes:
        return Disputes(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def recovery(comparison: Comparison, reports: Sequence[Report]) -> Recovery:
    """Hold a comparison of made articles against what was planted in them."""
    told = dict(planted_in(comparison, reports))
    tellings: dict[int, list[str]] = defaultdict(list)
    for sentence, planted in told.items():
        if planted.planted is not Planted.OWN:
            tellings[planted.detail].append(sentence)
    of = {s: {c.id for c in found} for s, found in comparison.index.claims_of.items()}
    article = comparison.index.article_of

    def apart(one: str, other: str) -> bool:
        return article[one] is not article[other]

    wanted = [pair for same in tellings.values() for pair in combinations(same, 2) if apart(*pair)]
    held = [
        (told[a], told[b])
        for claim in comparison.claims
        for a, b in combinations([s for s in claim.sentences if s in told], 2)
        if apart(a, b)
    ]
    sole = {s for claim in comparison.claims if claim.status is Status.UNIQUE for s in claim.sentences if s in told}
    own = {s for s, planted in told.items() if planted.planted is Planted.OWN}
    found = disputes(comparison, told)
    return Recovery(
        _share(sum(not of[a].isdisjoint(of[b]) for a, b in wanted), len(wanted)),
        _share(sum(_same(a, b) for a, b in held), len(held)),
        _share(len(own & sole), len(own)),
        _share(len(own & sole), len(sole)),
        _share(found.found, found.wrong),
        _share(found.right, found.listed),
    )


def disputes(comparison: Comparison, told: Mapping[str, Told]) -> Disputes:
    """Count the conflicts of a comparison. ``told`` are the sentences that were made, by their ids."""
    tellers: dict[int, set[str]] = defaultdict(set)
    article = comparison.index.article_of
    for sentence, planted in told.items():
        if planted.planted is not Planted.OWN:
            tellers[planted.detail].add(article[sentence].id)
    wrong = {s for s, t in told.items() if t.planted is Planted.CONFLICT and len(tellers[t.detail]) > 1}
    listed = [[s for side in conflict.sides for s in side if s in told] for conflict in comparison.conflicts]
    right = sum(len({told[s].detail for s in sides}) == 1 for sides in listed)
    return Disputes(len(listed), right, len(wrong), len(wrong.intersection(chain.from_iterable(listed))))


def of_several_seeds() -> Disputes:
    """Count the conflicts of :data:`SEEDS` sets of each of :data:`SIZES`."""
    counted = Disputes(0, 0, 0, 0)
    for size in SIZES:
        for seed in SEEDS:
            reports = generate(size, seed=seed)
            comparison = compare.compare(from_files([report.text for report in reports]))
            counted += disputes(comparison, dict(planted_in(comparison, reports)))
    return counted


def planted_in(comparison: Comparison, reports: Sequence[Report]) -> Iterator[tuple[str, Told]]:
    """Yield the sentences that were made, each with its id."""
    by_text = {(report.text, told.text): told for report in reports for p in report.paragraphs for told in p}
    for article in comparison.coverage.articles:
        for sentence in article.sentences:
            if told := by_text.get((article.text, article.cut(sentence))):
                yield sentence.id, told


def _same(one: Told, other: Told) -> bool:
    return Planted.OWN not in (one.planted, other.planted) and one.detail == other.detail


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def main() -> None:
    """Run from the command line."""
    of = of_several_seeds()
    print(f"{of.listed} conflicts listed at {', '.join(map(str, SIZES))} articles, from {len(SEEDS)} seeds each")
    print(f"{of.right} of them are about one thing")
    print(f"{of.found} of {of.wrong} wrong figures found that another article tells as well")


if __name__ == "__main__":
    main()
