"""What is known of the sentences of a set that was not known when claims were made of them last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from compare.analysis.given import Given
from compare.analysis.known import Known
from compare.analysis.obeying import moved
from compare.analysis.voices import mixed


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is other in what is known.

    Attributes:
        before: what was known.
        now: what is known.
        told: the sentences that have other facts or sources, or other articles most of their words, and those that were
            not there.
        given: the articles that give other figures.
        figures: the figures that other articles give.
        scored: by sentence those whose score with it is another.
        nearest: by sentence the articles of which another sentence is nearest, or as near as none was.
        voices: the articles that share their voice with others.
    """

    before: Known
    now: Known
    told: Set[int]
    given: Set[int]
    figures: Set[str]
    scored: Mapping[int, Set[int]]
    nearest: Mapping[int, Set[int]]
    voices: Set[int]

    @classmethod
    def of(cls, before: Known, now: Known) -> Learnt:
        """Hold what is known against what was."""
        rows = enumerate(zip(before.near, now.near, strict=False))
        renumbered = now.numbered.others(before.numbered)
        given = _given(before, now)
        return cls(
            before,
            now,
            {*renumbered, *_told(before, now)},
            given.keys(),
            _alike(before.given, now.given, frozenset().union(*given.values())),
            {n: {m for m, _ in one.items() ^ two.items()} for n, (one, two) in rows if one is not two and one != two},
            moved(before.pairs, now.pairs, renumbered),
            mixed(before.numbered.voice, now.numbered.voice),
        )

    def of_sentences(self, group: Sequence[int]) -> bool:
        """Return whether anything is known anew of the sentences of a group, or of two of them."""
        scored = self.scored
        if not self.told.isdisjoint(group):
            return True
        return not scored.keys().isdisjoint(group) and any(
            not scored[n].isdisjoint(group) for n in group if n in scored
        )

    def of_voices(self, group: Sequence[int]) -> bool:
        """Return whether a group is of other voices."""
        if not self.voices:
            return False
        stating = self._stating(group)
        return not self.voices.isdisjoint(stating) and self._speaks_anew(stating)

    def of_stances(self, group: Sequence[int]) -> bool:
        """Return whether anything is known anew of how articles stand to a group."""
        near = [] if self.nearest.keys().isdisjoint(group) else [n for n in group if n in self.nearest]
        if not near and not self.given:
            return False
        stating = self._stating(group)
        if self.given and self._has_figures_anew(group, stating):
            return True
        # what is nearest in the articles that state a claim says nothing of it
        return any(not self.nearest[n] <= stating for n in near)

    def moved_to(self, group: Sequence[int]) -> Set[int]:
        """Return the articles of which another sentence is nearest to one of a group, or as near as none was."""
        if self.nearest.keys().isdisjoint(group):
            return frozenset()
        return frozenset().union(*(self.nearest[n] for n in group if n in self.nearest))

    def _has_figures_anew(self, group: Sequence[int], stating: Set[int]) -> bool:
        """Whether the figures that other articles give now may say anything of a group."""
        held = [self.now.figures[n] for n in group if n in self.now.figures]
        if held and not (self.given.isdisjoint(stating) and all(map(self.figures.isdisjoint, held))):
            return True
        one_voice = len({self.now.numbered.voice[k] for k in stating}) == 1
        return one_voice and any(self.now.fractions(n) for n in group)

    def _stating(self, group: Sequence[int]) -> set[int]:
        return {self.now.numbered.article[n] for n in group}

    def _speaks_anew(self, stating: Set[int]) -> bool:
        """Whether some articles are of other voices, or all of those that there are, or stand alone against others."""
        was, now = self.before.numbered.voice, self.now.numbered.voice
        both = {(was[k], now[k]) for k in stating}
        old, new = {a for a, _ in both}, {b for _, b in both}
        if len(old) == 1 or len(new) == 1 or not len(old) == len(new) == len(both):
            return True
        return (len(old) == len(self.before.voices)) != (len(new) == len(self.now.voices))


def _given(before: Known, now: Known) -> dict[int, Set[str]]:
    """The figures that an article gives now and did not, or gave and does not, by its number, if there are any."""
    if now.given is before.given:
        return {}
    was, gives = before.given.by_article, now.given.by_article
    others = {k: gives.get(a.id, set()) ^ was.get(a.id, set()) for k, a in enumerate(now.numbered.articles)}
    return {k: figures for k, figures in others.items() if figures}


def _alike(before: Given, now: Given, figures: Set[str]) -> Set[str]:
    """Some figures with those that they may be when they are rounded."""
    return figures | before.alike(figures) | now.alike(figures) if figures else figures


def _told(before: Known, now: Known) -> list[int]:
    """The sentences that have other facts or sources, or of which other articles have most of the words."""
    was, taken = before.numbered.voices.taken, now.numbered.voices.taken
    same = was == taken
    if same and now.given is before.given:  # of the same facts, no sentence has others
        return []
    return [
        n
        for n, (_, sentence) in enumerate(now.numbered.pieces)
        if now.kinds.get(n) != before.kinds.get(n)
        or now.figures.get(n) != before.figures.get(n)
        or now.sources.get(sentence.id) != before.sources.get(sentence.id)
        or (not same and taken.get(sentence.id) != was.get(sentence.id))
    ]
