"""Updates that no figure shows: a later report tells a later stage of one affair: arrested, then charged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from compare.analysis.clash import Clash, label, quoted
from compare.analysis.dates import date_of
from compare.model import LIKELY, Comparison, ConflictKind, Link

SURE = 0.5
"""Confidence. Not measured: the public sets do not say when a report was published."""

_LADDERS = (
    (
        "arrested detained seized apprehended detuvo detenido",
        "custody remanded",
        "charged indicted",
        "convicted acquitted",
        "sentenced jailed",
    ),
    ("missing desaparecido", "rescued found hallado"),
    ("critical injured wounded herido", "died dead murió"),
    ("proposed planned", "approved rejected", "enacted repealed"),
)
"""Affairs by their stages, each with words for it, in the order in which they come about."""

_STAGE = {word: (n, k) for n, ladder in enumerate(_LADDERS) for k, words in enumerate(ladder) for word in words.split()}
_WORDS = re.compile(rf"(?<!not )(?<!not been )\b(?:{'|'.join(_STAGE)})\b", re.IGNORECASE)


def stages(comparison: Comparison, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the updates between linked sentences; the first side is the earlier report.

    Args:
        comparison: texts, dates of publication and lookups.
        pairs: linked sentences of different voices.
    """
    words = comparison.index.words
    for pair in pairs:
        order = stage_of(comparison, pair)
        if order:
            old, new = order
            why = (
                f"A later report goes further. {label(comparison, old)}: {quoted(words(old))}; "
                f"{label(comparison, new)}: {quoted(words(new))}."
            )
            yield Clash(ConflictKind.UPDATE, ((old,), (new,)), why, SURE)


def stage_of(comparison: Comparison, pair: Link) -> tuple[str, str] | None:
    """Return the earlier and the later of two linked sentences, if the later one tells of a later stage."""
    if pair.score < LIKELY:
        return None
    index = comparison.index
    a, b = (_day(index.article_of[end].published) for end in (pair.a, pair.b))
    if not a or not b or a == b:
        return None
    old, new = (pair.a, pair.b) if a < b else (pair.b, pair.a)
    return (old, new) if _moved_on(index.words(old), index.words(new)) else None


_day = lru_cache(maxsize=1024)(date_of)


def _moved_on(old: str, new: str) -> bool:
    """Whether the later sentence is on a later stage, and the earlier one on none that the later one is on as well."""
    before, after = _reached(old), _reached(new)
    return any(ladder in before and before[ladder] < stage for ladder, stage in after.items())


@lru_cache(maxsize=4096)  # a sentence has many links
def _reached(words: str) -> Mapping[int, int]:
    """The farthest stage on each ladder that a sentence tells."""
    reached: dict[int, int] = {}
    for match in _WORDS.finditer(words):
        ladder, stage = _STAGE[match[0].lower()]
        reached[ladder] = max(stage, reached.get(ladder, 0))
    return reached
