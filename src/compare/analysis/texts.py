"""A set before any of its sentences meet: as it was read, and as its reader corrected it.

Sentences are weighed, paired and grouped as the set was read. So what a reader takes away, puts in, or says of an
article, moves no claim that it does not touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.analysis.copies import Copies
from compare.analysis.corrected import corrected
from compare.analysis.flow import Flow
from compare.analysis.hand import Hand
from compare.analysis.numbered import Numbered
from compare.analysis.reuse import Shared, find_reuse
from compare.analysis.taken import with_put_in
from compare.analysis.voices import Printed, mixed
from compare.model import Article, Correction, CoverageSet, Excluded, Included, Paragraph, Reuse


@dataclass(frozen=True, slots=True)
class Reused:
    """What is reprinted in articles that have these paragraphs: the longest runs, and how many shorter there are."""

    paragraphs: Sequence[Sequence[Paragraph]]
    shared: Shared
    runs: tuple[Reuse, ...]
    unlisted: int

    @classmethod
    def of(cls, coverage: CoverageSet, known: Sequence[Reused], flow: Flow) -> Reused:
        """Find it, if it is not ``known``; ``flow`` is that of the originals as they were read."""
        paragraphs = [article.paragraphs for article in coverage.articles]
        for reused in known:
            if reused.paragraphs == paragraphs:
                return reused
        shared = Shared.of(flow.with_articles(coverage.articles))
        for reused in known:
            if shared.is_as_in(reused.shared):
                return cls(paragraphs, shared, reused.runs, reused.unlisted)
        return cls(paragraphs, shared, *find_reuse(shared))


@dataclass(frozen=True, slots=True)
class Texts:
    """A set: its copies, the sentences of the originals, and what is reprinted.

    Attributes:
        copies: the set as it is corrected.
        read: the originals as they were read.
        printed: what these print of each other.
        filled: the same with the sentences that a reader put in.
        numbered: their sentences; the articles and voices are the corrected ones.
        voice: the number of its voice as it was read, by article.
        gone: the sentences that a reader took away, by number.
        reused: what is reprinted in the whole set as it is corrected, and then as it was before.
    """

    copies: Copies
    read: tuple[Article, ...]
    printed: Printed
    filled: tuple[Article, ...]
    numbered: Numbered
    voice: tuple[int, ...]
    gone: frozenset[int]
    reused: tuple[Reused, ...]

    @classmethod
    def of(cls, coverage: CoverageSet, corrections: Sequence[Correction] = (), before: Texts | None = None) -> Texts:
        """Find copies, voices and reuse.

        Args:
            coverage: the set as it was loaded.
            corrections: any.
            before: the same set under others, of which is taken what holds.
        """
        now = corrected(coverage, corrections) if corrections else coverage
        copies = Copies.of(now)
        loaded = {article.id: article for article in coverage.articles}
        read = tuple(loaded[article.id] for article in copies.originals.articles)
        printers = [copies.families[article.id] for article in read]
        if before and before.read == read:
            printed, pieces = before.printed, before.numbered.as_read
        else:
            printed = Printed.of(Flow.of(read))
            pieces = Numbered.of(read, printed.voices(printers))
        entered = _put_in(corrections)
        filled = corrected(replace(coverage, articles=read), entered).articles if entered else read
        numbered, voices = pieces.with_put_in(filled), printed.voices(printers)
        if numbered is not pieces:
            voices = with_put_in(printed, filled, numbered.put_in).voices(printers)
        heard = before.reused if before else ()
        reused = Reused.of(now, heard, printed.flow)
        numbered = replace(numbered, articles=copies.originals.articles, voices=voices)
        return cls(
            copies,
            read,
            printed,
            filled,
            numbered,
            printed.voices([[loaded[a.id] for a in family] for family in printers]).of,
            frozenset(_gone(numbered)) if corrections else frozenset(),
            (reused, *(one for one in heard if one is not reused))[:2],
        )

    @property
    def reuse(self) -> tuple[Reuse, ...]:
        """What is reprinted in the whole set as it is corrected."""
        return self.reused[0].runs

    @property
    def unlisted(self) -> int:
        """How many shorter runs are."""
        return self.reused[0].unlisted

    def hand(self, corrections: Sequence[Correction]) -> Hand | None:
        """Return what corrections say of claims, ``None`` where they say nothing."""
        if not corrections:
            return None
        hand = Hand.of(self.numbered, self.copies.twins, corrections, self.gone, frozenset(self._spoken_anew()))
        return hand if hand.touched or hand.warnings else None

    def _spoken_anew(self) -> Iterator[int]:
        """The sentences of articles that share their voice with others than when they were read."""
        was, now = self.voice, self.numbered.voice
        if was == now:
            return
        moved = mixed(was, now)
        yield from (n for n, k in enumerate(self.numbered.article) if k in moved)


def _put_in(corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections that put a sentence in which none takes away again."""
    excluded = {c.sentence for c in corrections if isinstance(c, Excluded)}
    return [c for c in corrections if isinstance(c, Included) and c.sentence not in excluded]


def _gone(numbered: Numbered) -> Iterator[int]:
    """The sentences that were read and are not compared in the articles as they are now."""
    compared = {sentence.id for article in numbered.articles for sentence in article.sentences if sentence.comparable}
    return (n for n, (_, sentence) in enumerate(numbered.pieces) if sentence.id not in compared)
