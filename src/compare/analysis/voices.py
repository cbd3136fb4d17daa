"""Who speaks independently: articles of one outlet, and reprints of one text, are one voice.

An article is a reprint of another if most words of the shorter one stand, in runs of twelve or more, in the other, or
if it tells the same from the first word to the last, however short that is. That is no relation of a whole chain: two
reports that a third one prints one after the other are no reprints of each other, so articles are put together only
where each is a reprint of each. An outlet all of whose articles are reprints of another outlet's has no voice of its
own; one that prints a wire report beside reports of its own keeps its voice.

The wire paragraph that two otherwise independent reports have in common makes them no less independent, but what it
says has one source. So voices are counted once more within a claim: sentences that stand word for word in each other's
articles are one voice there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import TypeVar

import numpy as np

from compare.analysis.flow import RUN, Flow
from compare.analysis.terms import Ints
from compare.model import Article
from compare.model.comparison import MOSTLY

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of a set. ``of`` numbers them by article, in content order; ``taken`` maps the id of a sentence to the
    numbers of the articles that have most of its words, for those sentences of which any has."""

    of: tuple[int, ...]
    taken: Mapping[str, frozenset[int]]

    def speakers(self, articles: Sequence[Article]) -> dict[str, str]:
        """Return for each article, by id, the id of the first article that speaks with its voice."""
        first: dict[int, str] = {}
        return {a.id: first.setdefault(voice, a.id) for a, voice in zip(articles, self.of, strict=True)}

    def count(self, articles: Iterable[int], copies: Iterable[tuple[int, Set[int]]]) -> int:
        """Count the voices of a claim.

        Args:
            articles: the numbers of those that state it.
            copies: of those of its sentences of which other articles have most of the words, the number of the article
                and those of the others.
        """
        leader = {voice: voice for voice in map(self.of.__getitem__, articles)}
        copied: defaultdict[int, set[int]] = defaultdict(set)
        for article, others in copies:
            copied[article] |= others
        if len(copied) < 2:
            return len(leader)

        def lead(voice: int) -> int:
            while leader[voice] != voice:
                voice = leader[voice]
            return voice

        for article, having in sorted(copied.items()):
            for other in having & copied.keys():
                if article < other and article in copied[other]:
                    leader[lead(self.of[article])] = lead(self.of[other])
        return sum(voice == leader[voice] for voice in leader)


@dataclass(frozen=True, slots=True)
class Printed:
    """What the articles of a flow print of each other: ``text`` numbers their texts, reprints of each other alike;
    ``taken`` is that of :class:`Voices`."""

    flow: Flow
    text: tuple[int, ...]
    taken: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, flow: Flow) -> Printed:
        """Find it."""
        shares: dict[tuple[int, int], float] = {}
        taken: dict[str, frozenset[int]] = {}
        holders = _holders(flow)
        holding = np.unique(flow.article[flow.runs >= 0]).tolist()
        for n in holding:
            others, words, sentences = _covered(flow, n, holders)
            if not len(sentences):
                continue
            numbers = others.tolist()
            shares |= {
                (n, other): held / len(words) for other, held in zip(numbers, words.sum(axis=0).tolist(), strict=True)
            }
            firsts = np.flatnonzero(np.diff(sentences, prepend=-1))
            sizes = np.diff(firsts, append=len(sentences))
            mostly = np.add.reduceat(words, firsts, axis=0) >= MOSTLY * sizes[:, None]
            for k in np.flatnonzero(mostly.any(axis=1)).tolist():
                sentence = flow.articles[n].sentences[sentences[firsts[k]]]
                taken[sentence.id] = frozenset(others[mostly[k]].tolist())
        for same in _alike(flow):
            shares |= dict.fromkeys(permutations(same, 2), 1.0)
        return cls(flow, tuple(_texts(flow, shares)), taken)

    def voices(self, printers: Sequence[Sequence[Article]]) -> Voices:
        """Return the voices; ``printers`` are of each article all that have its text, itself first: what their outlets
        print counts too."""
        return Voices(_voices(printers, self.text), self.taken)


def _alike(flow: Flow) -> Iterable[Sequence[int]]:
    """Return the articles whose comparable words are the same throughout, where more than one has them."""
    telling: defaultdict[bytes, list[int]] = defaultdict(list)
    for n, (begin, end) in enumerate(pairwise(flow.firsts)):
        telling[flow.codes[begin:end][flow.sentence[begin:end] >= 0].tobytes()].append(n)
    return [same for words, same in telling.items() if words and len(same) > 1]


def mixed(was: Sequence[T], now: Sequence[T]) -> set[int]:
    """Return the numbers of the articles that share their voice with others now than before; both are by article."""
    before, after = _sharing(was), _sharing(now)
    return {k for k, (old, new) in enumerate(zip(was, now, strict=True)) if before[old] != after[new]}


def _sharing(voices: Sequence[T]) -> Mapping[T, Set[int]]:
    """The articles that share a voice, by the voice."""
    sharing: defaultdict[T, set[int]] = defaultdict(set)
    for k, voice in enumerate(voices):
        sharing[voice].add(k)
    return sharing


def find_voices(flow: Flow) -> Voices:
    """Return the voices of the articles of a flow."""
    return Printed.of(flow).voices([(article,) for article in flow.articles])


def _holders(flow: Flow) -> tuple[Ints, Ints]:
    """Return which articles hold each shared run of twelve: in the second array, from the first's entry to its next."""
    at = np.flatnonzero(flow.runs >= 0)
    count = len(flow.articles)
    held = np.unique(flow.runs[at] * count + flow.article[at])
    runs = flow.runs.max(initial=-1) + 1
    return np.searchsorted(held // max(count, 1), np.arange(runs + 1)), held % max(count, 1)


def _covered(flow: Flow, article: int, holders: tuple[Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """Return the articles that share runs with one, by its comparable words which of them have the word in such a run,
    and the sentences that those words stand in."""
    starts, members = holders
    begin, end = int(flow.firsts[article]), int(flow.firsts[article + 1])
    runs = flow.runs[begin:end]
    at = np.flatnonzero(runs >= 0)
    counts = starts[runs[at] + 1] - starts[runs[at]]
    rows = np.repeat(at, counts)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    columns = members[np.repeat(starts[runs[at]], counts) + within]
    sharing = np.bincount(columns, minlength=len(flow.articles)) > 0
    column = np.cumsum(sharing) - 1
    begun = np.zeros((end - begin + RUN, int(sharing.sum())), dtype=np.int32)
    begun[rows + RUN, column[columns]] = 1  # row n is word n - RUN, so that no window starts below 0
    begun = np.delete(np.cumsum(begun, axis=0, out=begun), column[article], axis=1)
    sharing[article] = False
    sentences = flow.sentence[begin:end]
    compared = np.flatnonzero(sentences >= 0)
    # a word is covered if a run begins at it or at one of the eleven words before it
    return np.flatnonzero(sharing), (begun[compared + RUN] > begun[compared]).astype(np.int32), sentences[compared]


def _texts(flow: Flow, shares: Mapping[tuple[int, int], float]) -> list[int]:
    """Number the texts by article: reprints of each other are one. The closest are put together first."""
    sizes = [int((flow.sentence[a:b] >= 0).sum()) for a, b in zip(flow.firsts[:-1], flow.firsts[1:], strict=True)]
    close = []
    for (a, b), share in sorted(shares.items()):
        if a < b:
            back = shares.get((b, a), 0.0)
            shorter, longer = (share, back) if (sizes[a], -share) <= (sizes[b], -back) else (back, share)
            if shorter >= MOSTLY:
                close.append((-shorter, -longer, a, b))
    near = [1 << n for n in range(len(sizes))]
    for _, _, a, b in close:
        near[a] |= 1 << b
        near[b] |= 1 << a
    text = list(range(len(sizes)))
    members = [1 << n for n in text]
    for _, _, a, b in sorted(close):
        one, two = text[a], text[b]
        # `near` of a text is what all of its articles are reprints of
        if one != two and members[one] & ~near[two] == 0 and members[two] & ~near[one] == 0:
            members[one] |= members[two]
            near[one] &= near[two]
            text = [one if t == two else t for t in text]
    return text


def _voices(printers: Sequence[Sequence[Article]], text: Sequence[int]) -> tuple[int, ...]:
    """Number the voices by article, of each all who print it and the number of its text: a voice is an outlet, but one
    that only reprints speaks with the voice of whom it reprints."""
    printed: defaultdict[str, set[int]] = defaultdict(set)
    for family, number in zip(printers, text, strict=True):
        for article in family:
            printed[article.voice].add(number)
    outlets = list(printed)
    speaks: dict[str, str] = {}
    # the outlet with most texts comes first, of equals the one in content order: it cannot be part of a later one
    for outlet in sorted(outlets, key=lambda o: (-len(printed[o]), outlets.index(o))):
        speaks[outlet] = next((o for o in speaks if speaks[o] == o and printed[outlet] <= printed[o]), outlet)
    numbers: dict[str, int] = {}
    return tuple(numbers.setdefault(speaks[family[0].voice], len(numbers)) for family in printers)
