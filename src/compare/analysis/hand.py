"""What a reader corrects of claims, in the numbers of sentences: which stand together, and which apart.

Apart wins over together: sentences that were put together and partly set apart stand together in as many parts as that
takes, and a warning says so. Ids that are unknown, or of sentences that are not compared, are passed over with a
warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

from compare.analysis.numbered import Numbered
from compare.model import Apart, Correction, Together, one_line

Sides: TypeAlias = tuple[frozenset[int], frozenset[int]]
"""Two groups of sentences of which none states what one of the other does."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Constraints that contradict each other no more, in an order that the reader's has no part in.

    ``joined`` are the pairs of different articles that ``together`` holds, ``cut`` those that ``apart`` does; of both
    the smaller number comes first. ``gone`` are the sentences that were taken away; ``anew`` those whose articles share
    their voice with others now.
    """

    together: tuple[tuple[int, ...], ...]
    apart: tuple[Sides, ...]
    joined: frozenset[tuple[int, int]]
    cut: frozenset[tuple[int, int]]
    warnings: tuple[str, ...]
    gone: frozenset[int]
    anew: frozenset[int]

    @classmethod
    def of(
        cls,
        numbered: Numbered,
        twins: Mapping[str, Sequence[str]],
        corrections: Iterable[Correction],
        gone: frozenset[int] = frozenset(),
        anew: frozenset[int] = frozenset(),
    ) -> Hand:
        """Read the corrections that are about claims.

        Args:
            numbered: the sentences that are compared.
            twins: by the id of each of them that has copies the same sentence in all of these: a correction of one is
                one of all.
            corrections: any.
            gone: the sentences that were taken away, by number.
            anew: those whose articles share their voice with others now.
        """
        kept = ((n, s.id) for n, (_, s) in enumerate(numbered.pieces) if n not in gone)
        number = {twin: n for n, sentence in kept for twin in twins.get(sentence, (sentence,))}
        warnings: list[str] = []
        apart: set[Sides] = set()
        wanted: set[tuple[int, ...]] = set()
        for correction in sorted(corrections, key=repr):
            match correction:
                case Together():
                    wanted.add(tuple(sorted(_known(correction.sentences, number, warnings))))
                case Apart():
                    one, other = (_known(side, number, warnings) for side in (correction.one, correction.other))
                    if one & other:
                        warnings.append(f"correction ignored: {_first(correction.one)} is set apart from itself")
                    elif one and other:
                        apart.add((one, other) if sorted(one) < sorted(other) else (other, one))
                case _:
                    pass  # these are about articles
        sides = tuple(sorted(apart, key=lambda a: (sorted(a[0]), sorted(a[1]))))
        together = tuple(
            part for sentences in sorted(wanted) for part in _allowed(sentences, sides, numbered, warnings)
        )
        article = numbered.article
        return cls(
            together,
            sides,
            frozenset((a, b) for part in together for a, b in combinations(part, 2) if article[a] != article[b]),
            frozenset((min(a, b), max(a, b)) for one, other in sides for a, b in product(one, other)),
            tuple(dict.fromkeys(warnings)),
            gone,
            anew,
        )

    @property
    def touched(self) -> frozenset[int]:
        """All sentences whose claims may be others."""
        return self.named | self.gone | self.anew

    @property
    def named(self) -> frozenset[int]:
        """All sentences that a constraint names."""
        return frozenset(
            n for group in (*self.together, *(side for sides in self.apart for side in sides)) for n in group
        )

    def joins(self, members: Iterable[int]) -> bool:
        """Return whether sentences were put together of which two or more are among these."""
        found = frozenset(members)
        return any(len(found.intersection(part)) > 1 for part in self.together)

    def forbids(self, members: Iterable[int]) -> bool:
        """Return whether sentences may not stand in one claim."""
        found = frozenset(members)
        return any(not found.isdisjoint(one) and not found.isdisjoint(other) for one, other in self.apart)


def _known(sentences: Sequence[str], number: Mapping[str, int], warnings: list[str]) -> frozenset[int]:
    unknown = [one_line(s) for s in sentences if s not in number]
    warnings += [f"correction passed over: {s} is not compared in this set" for s in unknown]
    return frozenset(number[s] for s in sentences if s in number)


def _allowed(
    sentences: tuple[int, ...], apart: Sequence[Sides], numbered: Numbered, warnings: list[str]
) -> list[tuple[int, ...]]:
    """Sentences that were put together, in the parts that may stand together; a part of one says nothing."""
    parts = [frozenset(sentences)]
    for one, other in apart:
        parts = [
            piece
            for part in parts
            for piece in ((part - other, part & other) if part & one and part & other else (part,))
        ]
    if len(parts) > 1:
        first = numbered.pieces[sentences[0]][1].id
        warnings.append(
            f"corrections contradict each other: sentences put together with {first} were set apart; that is obeyed"
        )
    return [tuple(sorted(part)) for part in parts if len(part) > 1]


def _first(sentences: Sequence[str]) -> str:
    return one_line(sentences[0])
