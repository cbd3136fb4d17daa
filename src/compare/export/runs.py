"""The words of a sentence held against those of its counterpart, run by run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from compare.analysis.wording import Whose, same_words
from compare.model import Comparison, Link, Sentence, Span
from compare.model.words import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TELLING = 5
"""Letters from which on a word in small letters says something of what is shared; capitals and figures always do."""

Pair: TypeAlias = tuple[Span, Span]
"""The same words in two articles."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words. Those of :attr:`Whose.THEIRS` do not belong to the article."""

    text: str
    whose: Whose = Whose.PLAIN


TAGS = {Whose.OWN: "ins", Whose.THEIRS: "del", Whose.BOTH: "strong"}
"""The elements that show in HTML, and in Markdown, whose words a run is."""

COMPARED = (
    *(Run("Words that "), Run("both", Whose.BOTH), Run(" have are bold. Where they share many, the words are ")),
    *(Run("compared in the text: "), Run("underlined", Whose.OWN), Run(" only here, ")),
    *(Run("struck out", Whose.THEIRS), Run(" there instead.")),
)
"""That in words, as a legend shows it."""


def share(comparison: Comparison, link: Link) -> float:
    """Return the share of the words of two linked sentences that stand in runs both have."""
    words = sum(len(RUN.findall(comparison.index.words(end))) for end in (link.a, link.b))
    text = comparison.index.article_of[link.a].text
    shared = sum(len(RUN.findall(text[a.start : a.end])) for a, _ in same_words(comparison, link))
    return 2 * shared / words if words else 0.0


def shared_runs(comparison: Comparison, link: Link, sentence: Sentence, part: Span, other: Sentence) -> list[Pair]:
    """Return the runs that a part of a sentence has in common with its counterpart, in order, none overlapping.

    Each pair holds the span in the sentence's article and that in the counterpart's.
    """
    pairs = [(a, b) if link.a == sentence.id else (b, a) for a, b in same_words(comparison, link)]
    here, there = part.start, other.start
    kept = []
    for own, theirs in sorted(pairs, key=lambda pair: pair[0].start):
        if here <= own.start < own.end <= part.end and there <= theirs.start < theirs.end <= other.end:
            kept.append((own, theirs))
            here, there = own.end, theirs.end
    return kept


def differing(text: str, span: Span, theirs: str, their: Span, pairs: Sequence[Pair]) -> tuple[Run, ...]:
    """Return a stretch of a text with the words that it alone has, each followed by what the counterpart has instead.

    ``pairs`` are the runs that both have. The runs that are not :attr:`Whose.THEIRS` make the stretch again.
    """
    runs: list[Run] = []
    here, there = span.start, their.start
    for own, other in [*pairs, (Span(span.end, span.end), Span(their.end, their.end))]:
        runs += _difference(text[here : own.start], theirs[there : other.start], opens=here == span.start)
        runs.append(Run(text[own.start : own.end]))
        here, there = own.end, other.end
    return tuple(run for run in runs if run.text)


def with_shared(text: str, span: Span, shared: Sequence[Span]) -> tuple[Run, ...]:
    """Return a stretch of a text with the words marked that its counterpart has too."""
    runs: list[Run] = []
    at = span.start
    for part in shared:
        found = list(RUN.finditer(text, part.start, part.end))
        if any(len(word[0]) >= TELLING or not word[0][0].islower() for word in found):
            start, end = found[0].start(), found[-1].end()
            runs += [Run(text[at:start]), Run(text[start:end], Whose.BOTH)]
            at = end
    runs.append(Run(text[at : span.end]))
    return tuple(run for run in runs if run.text)


def _difference(own: str, theirs: str, *, opens: bool) -> Iterator[Run]:
    """Yield what stands between two shared runs. Only words are marked: a comma more or less is no difference."""
    words = own.strip()
    lead = own[: len(own) - len(own.lstrip())] if words else ""
    yield Run(lead)
    yield Run(words, Whose.OWN if RUN.search(words) else Whose.PLAIN)
    if RUN.search(theirs):
        instead = theirs.strip()
        yield Run(f"{instead} " if opens and not words else f" {instead}", Whose.THEIRS)
    yield Run(own[len(lead) + len(words) :])
