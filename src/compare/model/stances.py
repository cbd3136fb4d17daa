"""How all articles of a set stand to a claim, a byte each: of a large set there are millions of stances."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from itertools import compress

from compare.model.comparison import Stance

_STANCES: tuple[Stance | None, ...] = (None, *Stance)
CODE: Mapping[Stance, int] = {stance: code for code, stance in enumerate(_STANCES) if stance is not None}
"""The byte that stands for a stance; 0 stands for none."""


class Stances(Mapping[str, Stance]):
    """The stances of articles by id, equal to any mapping of the same ones.

    Args:
        place: of each article of the set, by its id, the place of its byte; in the order of the places.
        codes: a byte of :data:`CODE` for each article, 0 where it has no stance.
    """

    __slots__ = ("_codes", "_place")

    def __init__(self, place: Mapping[str, int], codes: bytes) -> None:
        self._place = place
        self._codes = codes

    def __getitem__(self, article: str) -> Stance:
        stance = _STANCES[self._codes[self._place[article]]]
        if stance is None:
            raise KeyError(article)
        return stance

    def __iter__(self) -> Iterator[str]:
        return compress(self._place, self._codes)

    def __len__(self) -> int:
        return len(self._codes) - self._codes.count(0)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Stances) and (self._place is other._place or self._place == other._place):
            return self._codes == other._codes
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Stances({dict(self)!r})"

    def items(self) -> ItemsView[str, Stance]:
        """Return the articles that have a stance, each with it."""
        return _Items(self)


def told_otherwise(stances: Mapping[str, Stance], articles: Iterable[str], stance: Stance) -> Mapping[str, Stance]:
    """Return stances with this one for some articles."""
    if not isinstance(stances, Stances):
        return {**stances, **dict.fromkeys(articles, stance)}
    codes = bytearray(stances._codes)
    for article in articles:
        codes[stances._place[article]] = CODE[stance]
    return Stances(stances._place, bytes(codes))


def having(stances: Mapping[str, Stance], stance: Stance) -> list[str]:
    """Return the articles that have this stance, in the order of the mapping."""
    if not isinstance(stances, Stances):
        return [article for article, each in stances.items() if each is stance]
    code = CODE[stance]
    if code not in stances._codes:
        return []
    return [article for article, each in zip(stances._place, stances._codes, strict=True) if each == code]


class _Items(ItemsView[str, Stance]):
    """The items of stances, found without looking any article up."""

    def __init__(self, stances: Stances) -> None:
        super().__init__(stances)
        self._told = stances._place, stances._codes

    def __iter__(self) -> Iterator[tuple[str, Stance]]:
        for article, code in zip(*self._told, strict=True):
            stance = _STANCES[code]
            if stance is not None:
                yield article, stance
