"""What the rules for conflicts start from and what they give back: linked sentences, and clashes between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.analysis.figure import Figure
from compare.model import Comparison, ConflictKind, Link, one_line
from compare.model.phrases import begun
from compare.model.punctuation import QUOTES


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
