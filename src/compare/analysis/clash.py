"""What the rules for conflicts start from and what they give back: linked sentences, and clashes between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from compare.analysis.figure import Figure
from compare.model import Comparison, ConflictKind, Index, Link, one_line
from compare.model.phrases import begun
from compare.model.punctuation import QUOTES

NEAREST = 0.1
"""Probability from which on the nearest sentence will do instead of a link, where a figure speaks as well: for a
further text that gives one of the values, and for two sentences that share a large number. Low, for news of one event
has few words in common. ECB+ and SPARK cannot tell it from 0.15 for the one, nor from 0.05 for the other: nothing more
is found there, right or wrong."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement that is not yet told of a claim: two sides or more, each a tuple of sentence ids.

    ``about`` tells apart what the same sentences disagree about, such as the dead and the injured. The rest is that of
    the :class:`~compare.model.Conflict`.
    """

    kind: ConflictKind
    sides: tuple[tuple[str, ...], ...]
    why: str
    confidence: float
    about: str = ""
    quoted: tuple[str, ...] = ()
    opening: str = ""
    facts: tuple[str, ...] = ()


def counterparts(comparison: Comparison, links: Iterable[Link]) -> Iterator[Link]:
    """Yield those of some links that join different voices: neither an outlet nor a reprint contradicts itself."""
    voice, article = comparison.index.voice_of, comparison.index.article_of
    return (link for link in links if voice[article[link.a].id] != voice[article[link.b].id])


def meeting(links: Sequence[Link], tells: Callable[[str], Set[object]]) -> Iterator[Link]:
    """Yield those of some links whose sentences have in common any of what each ``tells``."""
    told = {sentence: tells(sentence) for sentence in {end for link in links for end in (link.a, link.b)}}
    return (link for link in links if not told[link.a].isdisjoint(told[link.b]))


def are_nearest(index: Index, one: str, other: str) -> bool:
    """Return whether one of two sentences is the nearest to the other in its article."""
    article = index.article_of
    near = (index.nearest.get((a, article[b].id)) for a, b in ((one, other), (other, one)))
    return any(n is not None and n.match in (one, other) and n.score >= NEAREST for n in near)


def label(comparison: Comparison, sentence: str) -> str:
    """Return what to call the outlet of a sentence."""
    return one_line(comparison.index.article_of[sentence].label)


def quoted(text: str, limit: int = 120) -> str:
    """Return words of a text in quotation marks, on one line, cut at a word where they are long."""
    words = one_line(text).strip(f"{QUOTES} ")
    return f"“{begun(words, limit)}”"


_BREAK = re.compile(rf"[,;:.!?)]\s|[({QUOTES}–—]")


def snippet(words: str, figure: Figure) -> str:
    """Return a figure with the three words on either side, within its clause."""
    if figure.unit == "age":  # "Ada Moss, 35,": the name stands behind a comma
        return words[max(0, words.rfind(" ", 0, max(0, figure.start - 20))) : figure.end].strip()
    before = re.findall(r"\S+\s*|\s+", _BREAK.split(words[: figure.start])[-1])
    behind = re.findall(r"\s*\S+", _BREAK.split(words[figure.end :])[0])
    return "".join([*before[-3:], words[figure.start : figure.end], *behind[:3]]).strip(" ,;:")
