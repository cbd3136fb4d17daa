"""Updates that no figure shows: a later report tells a later stage of one affair: arrested, then charged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from compare.analysis.clash import Clash, label, meeting, quoted
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
    ("missing desaparecido search_for searching_for", "rescued found hallado"),
    ("suspended", "sacked"),
    ("critical injured wounded herido", "died dead murió"),
    ("proposed planned", "approved rejected", "enacted repealed"),
)
"""Affairs by their stages, each with words for it, in the order in which they come about; "_" joins two words."""

_STAGE = {
    word.replace("_", " "): (n, k)
    for n, ladder in enumerate(_LADDERS)
    for k, words in enumerate(ladder)
    for word in words.split()
}
_WORDS = re.compile(
    rf"\b(?:{'|'.join(_STAGE)})\b(?!(?<=found) (?:that|an?|the|no|it|its|his|her|their|out|guilty|evidence)\b)"
    r"(?!(?<= for) (?:an?|answers|clues|evidence|its|his|her|their|more|new|work)\b)",
    re.IGNORECASE,
)
"""Words for stages. Who is found was missing; who "found that" or "found a rope" was not, and who is searched for is,
but not what: "a search for a new home"."""

_UNDONE = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|until|[Ww]ithout|before being|could|may|might|would|will|shall|should|can|cannot"
    r"|must|not|never|yet|[Nn]o|[Nn]obody|[Nn]one|[Nn]either|nor|to be|[Ss]i|[Ss]in|podría|será)\b|n['’]t\b"
)
"""What stands before a stage that is not reached, or not yet. With a capital "May" is a month."""

_BREAKS = re.compile(r"[,;:.!?–—](?=\s)|\b(?:and|but|who|which|when|while|after|y|pero|que|quien)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Stages:
    """Which stages the sentences of a comparison speak of, read once. It holds in every comparison of the same texts:
    :meth:`turn` to the next one."""

    def __init__(self, comparison: Comparison) -> None:
        self._ladders: dict[str, frozenset[int]] = {}
        self.turn(comparison)

    def turn(self, comparison: Comparison) -> None:
        """Look things up in another comparison of the same texts from now on."""
        self._index = comparison.index

    def telling(self, pairs: Sequence[Link]) -> Iterator[Link]:
        """Return those of some links whose one sentence tells of a later stage than the other."""
        return filter(self.order, meeting(pairs, self._on))

    def order(self, pair: Link) -> tuple[str, str] | None:
        """Return the earlier and the later of two linked sentences, if the later one tells of a later stage, of which
        the whole earlier text tells nothing."""
        if pair.score < LIKELY:
            return None
        index = self._index
        a, b = (_day(index.article_of[end].published) for end in (pair.a, pair.b))
        if not a or not b or a == b:
            return None
        old, new = (pair.a, pair.b) if a < b else (pair.b, pair.a)
        year, earlier = max(a, b).year, index.article_of[old]
        for ladder, stage in _moved_on(index.words(old), index.words(new), year):
            told = (_reached(earlier.cut(s), year) for s in earlier.sentences if s.comparable)
            if all(reached.get(ladder, 0) < stage for reached in told):
                return old, new
        return None

    def _on(self, sentence: str) -> frozenset[int]:
        """The ladders that a sentence has a word of."""
        on = self._ladders.get(sentence)
        if on is None:
            found = _WORDS.finditer(self._index.words(sentence))
            on = self._ladders[sentence] = frozenset(_STAGE[match[0].lower()][0] for match in found)
        return on


def stages(comparison: Comparison, read: Stages, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the updates between linked sentences; the first side is the earlier report.

    Args:
        comparison: texts, dates of publication and lookups.
        read: the stages that its sentences speak of.
        pairs: linked sentences of different voices.
    """
    words = comparison.index.words
    for pair in pairs:
        order = read.order(pair)
        if order:
            old, new = order
            why = (
                f"A later report goes further. {label(comparison, old)}: {quoted(words(old))}; "
                f"{label(comparison, new)}: {quoted(words(new))}."
            )
            yield Clash(ConflictKind.UPDATE, ((old,), (new,)), why, SURE)


_day = lru_cache(maxsize=1024)(date_of)


def _moved_on(old: str, new: str, year: int) -> list[tuple[int, int]]:
    """The ladders on which the later sentence, of this year, stands higher than the earlier one, and where."""
    before, after = _reached(old, year), _reached(new, year)
    return [(ladder, stage) for ladder, stage in after.items() if ladder in before and before[ladder] < stage]


@lru_cache(maxsize=4096)  # a sentence has many links
def _reached(words: str, year: int) -> Mapping[int, int]:
    """The farthest stage on each ladder that a sentence tells, but for what is not reached, or was years ago."""
    reached: dict[int, int] = {}
    for match in _WORDS.finditer(words):
        begin = max((m.end() for m in _BREAKS.finditer(words, 0, match.start())), default=0)
        ends = _BREAKS.search(words, match.end())
        told = _YEAR.search(words, match.end(), ends.start() if ends else len(words))
        if not _UNDONE.search(words, begin, match.start()) and (told is None or int(told[0]) >= year):
            ladder, stage = _STAGE[match[0].lower()]
            reached[ladder] = max(stage, reached.get(ladder, 0))
    return reached
