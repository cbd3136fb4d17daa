"""An analysis that is kept: what was found of a set once serves it under every other correction.

What costs most (terms, pairs, groups, what was read in linked sentences) is found of the set as it was read, so no
correction changes it; what a reader puts in is laid over it. Of all that follows, each part keeps what it made last,
and makes anew what depends on something that is another now. What is the very same object has not changed: so every
part gives back the object of before where it would make an equal one.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from compare.analysis.claims import Made
from compare.analysis.comparing import STEPS, AllFacts, Grouped, Laid, Seen, finished, told
from compare.analysis.links import Linked, Linking, make_links, nearest_of
from compare.analysis.obeying import moved
from compare.analysis.scoring import weights
from compare.analysis.texts import Texts
from compare.model import Comparison, Correction, CoverageSet, Fact, Nearest
from compare.model.difference import Changed


class Analysis:
    """A coverage set and what was found of it, under any corrections: always what :func:`~compare.analysis.compare`
    returns of them, at the cost of what they touch.

    It keeps the scored pairs, terms and facts in memory, as the set was read and with what was put in last; a report
    needs none of it.

    Args:
        coverage: two articles or more, as they were loaded.
    """

    def __init__(self, coverage: CoverageSet) -> None:
        self._coverage = coverage
        self._found: _Found | None = None

    def under(
        self, corrections: Iterable[Correction] = (), *, step: Callable[[int, int, str], None] = lambda *_: None
    ) -> Comparison:
        """Compare the articles under corrections; without any that were made before, those are undone.

        Args:
            corrections: all that hold now, in any order.
            step: as for :func:`~compare.analysis.compare`; steps that are not needed are passed over. What it raises
                ends the work and loses nothing of what is kept.
        """
        made = tuple(corrections)
        step(0, STEPS, "texts")
        texts = Texts.of(self._coverage, made, self._found.texts if self._found else None)
        found = self._found
        if found is None or found.texts.read != texts.read:
            found = _Found.of(texts, step)
        else:
            if _dated(found.texts) != _dated(texts):
                step(2, STEPS, "facts")
                found = replace(found, facts=found.all_facts.of(texts))
            if found.texts.numbered.put_in != texts.numbered.put_in:
                step(3, STEPS, "claims")
                found = found.with_put_in(texts)
        step(4, STEPS, "conflicts and findings")
        self._found = replace(found, texts=texts)
        return self._found.under(made)


@dataclass(slots=True)
class _Last:
    """What was laid over the groups last, with its links and what is nearest by sentence."""

    laid: Laid
    linked: Linked
    nearest: dict[int, tuple[Nearest, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of a set as it was read, which no correction changes, its facts, and the groups and links with
    what a reader put in.

    ``last`` is empty before anything was laid over it.
    """

    texts: Texts
    read: Grouped
    read_links: Linking
    all_facts: AllFacts
    facts: tuple[Fact, ...]
    grouped: Grouped
    links: Linking
    made: Made = field(default_factory=Made)
    seen: Seen = field(default_factory=Seen)
    last: list[_Last] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Texts, step: Callable[[int, int, str], None]) -> _Found:
        """Find it."""
        grouped = Grouped.of(texts, step)
        step(2, STEPS, "facts")
        every = AllFacts(texts)
        facts = every.of(texts)
        step(3, STEPS, "claims")
        links = Linking(make_links(texts.numbered, grouped.pairs, np.flatnonzero(grouped.linked), weights()))
        return cls(texts, grouped, links, every, facts, grouped, links).with_put_in(texts)

    def with_put_in(self, texts: Texts) -> _Found:
        """Lay over what was read what is put in now."""
        grouped, links = self.read.with_put_in(texts), list(self.read_links.found)
        more = np.flatnonzero(grouped.linked[len(self.read.linked) :]) + len(self.read.linked)
        for link in make_links(texts.numbered, grouped.pairs, more, weights()) if len(more) else ():
            insort(links, link, key=lambda x: (x.a, x.b))
        return replace(self, grouped=grouped, links=Linking(links) if len(more) else self.read_links)

    def under(self, corrections: tuple[Correction, ...]) -> Comparison:
        """Return the comparison under corrections of which those of articles are in the texts already."""
        texts, numbered, last = self.texts, self.texts.numbered, self.last[0] if self.last else None
        hand = texts.hand(corrections)
        laid = Laid.of(texts, self.grouped, self.facts, hand, last.laid if last else None, self.made)
        pairs = laid.known.pairs
        rows = last.nearest if last else {}
        other: Iterable[int] = range(len(numbered.pieces))
        if last:
            known = last.laid.known
            other = moved(known.pairs, pairs, numbered.others(known.numbered))
        gone = range(len(numbered.pieces), len(rows))
        before = [near for n in (*other, *gone) for near in rows.get(n, ())]
        now = {n: _kept(rows.get(n, ()), nearest_of(numbered, pairs, n)) for n in other}
        rows = {n: row for n, row in rows.items() if n not in gone} | now
        nearest = tuple(chain.from_iterable(rows[n] for n in numbered.order))
        changed = Changed.among(before, [*chain.from_iterable(now.values())], len(nearest)) if last else None
        linked = self.links.under(numbered, hand)
        others = linked.since(last.linked) if last else None
        self.last[:] = [_Last(laid, linked, rows)]
        return finished(texts, told(texts, laid, linked.links, nearest, self.facts), self.seen, others, changed)


def _kept(before: Iterable[Nearest], row: Sequence[Nearest]) -> tuple[Nearest, ...]:
    """What is nearest to a sentence, with what is as it was before."""
    was = {near.article: near for near in before}
    return tuple(old if (old := was.get(near.article)) == near else near for near in row)


def _dated(texts: Texts) -> list[object]:
    """What facts depend on: which paragraphs are read and as what, and the day that they count from."""
    articles = texts.numbered.articles
    return [(a.id, a.published, tuple(p.kind for p in a.paragraphs)) for a in articles]
