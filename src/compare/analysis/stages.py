"""Updates that no figure shows: a later report tells a later stage of one affair: arrested, then charged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.analysis.clash import Clash, label, quoted
from compare.analysis.dates import date_of
from compare.analysis.words import WORD
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

_STAGE = {
    word: (n, k) for n, ladder in enumerate(_LADDERS) for k, words in enumerate(ladder) for word in WORD.findall(words)
}
_WORDS = re.compile(rf"(?<!not )(?<!not been )\b(?:{'|'.join(_STAGE)})\b", re.IGNORECASE)


def stages(comparison: Comparison, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the updates between linked sentences; the first side is the earlier report.

    Args:
        comparison: texts, dates of publication and lookups.
        pairs: linked sentences of different voices.
    """
    index = comparison.index
    days = {a.id: date_of(a.published) for a in comparison.coverage.articles}
    for pair in pairs:
        a, b = days[index.article_of[pair.a].id], days[index.article_of[pair.b].id]
        if pair.score < LIKELY or not a or not b or a == b:
            continue
        old, new = (pair.a, pair.b) if a < b else (pair.b, pair.a)
        if _moved_on(index.words(old), index.words(new)):
            why = (
                f"A later report goes further. {label(comparison, old)}: {quoted(index.words(old))}; "
                f"{label(comparison, new)}: {quoted(index.words(new))}."
            )
            yield Clash(ConflictKind.UPDATE, ((old,), (new,)), why, SURE)


def _moved_on(old: str, new: str) -> bool:
    """Whether the later sentence is on a later stage, and the earlier one on none that the later one is on as well."""
    before, after = _reached(old), _reached(new)
    return any(ladder in before and before[ladder] < stage for ladder, stage in after.items())


def _reached(words: str) -> dict[int, int]:
    """The farthest stage on each ladder that a sentence tells."""
    reached: dict[int, int] = {}
    for match in _WORDS.finditer(words):
        ladder, stage = _STAGE[match[0].lower()]
        reached[ladder] = max(stage, reached.get(ladder, 0))
    return reached
