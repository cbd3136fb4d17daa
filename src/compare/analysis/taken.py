"""Which articles have most of the words of a sentence that was put in, without reading all texts again.

The rule is that of :mod:`~compare.analysis.voices`: words count that stand in runs of twelve or more in the other text.
What was found of the sentences that were read stays, but that what a new sentence was taken from is told in its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from compare.analysis.flow import RUN, Flow
from compare.analysis.terms import Ints
from compare.analysis.voices import Printed
from compare.model import Article, Sentence
from compare.model.comparison import MOSTLY


def with_put_in(printed: Printed, articles: Sequence[Article], put_in: Mapping[int, Sequence[Sentence]]) -> Printed:
    """Return what articles print of each other with who has most of the words of sentences that were put in. Which
    texts are reprints stays.

    Args:
        printed: what they print as they were read.
        articles: the same articles, with these sentences.
        put_in: the sentences, by the number of their article.
    """
    flow, taken = printed.flow, dict(printed.taken)
    texts = [_Text.of(flow, n) for n in range(len(articles))]
    numbers = flow.numbers
    for k in put_in:
        own_flow = Flow.of((articles[k],), numbers)
        texts[k], numbers = _Text.of(own_flow, 0), own_flow.numbers  # no two new words have one code
    for k, sentences in put_in.items():
        for sentence in sentences:
            own = texts[k].passage(articles[k].sentences.index(sentence))
            others = frozenset(n for n, text in enumerate(texts) if n != k and own.is_mostly_in(text))
            if others:
                taken[sentence.id] = others
            for other in others:
                met = (n for n in own.met_in(texts[other]) if texts[other].passage(n).is_mostly_in(texts[k]))
                for said in (articles[other].sentences[n].id for n in met):
                    taken[said] = taken.get(said, frozenset()) | {k}
    return Printed(flow, printed.text, taken)


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of an article: their codes, also as bytes, and the sentences they stand in, as in a flow."""

    codes: Ints
    sentence: Ints
    spoken: bytes

    @classmethod
    def of(cls, flow: Flow, n: int) -> _Text:
        own = slice(*flow.firsts[n : n + 2].tolist())
        return cls(flow.codes[own], flow.sentence[own], flow.codes[own].tobytes())

    def passage(self, sentence: int) -> _Passage:
        """Return the words of a comparable sentence, by its number in the article."""
        inside, size = np.flatnonzero(self.sentence == sentence), self.codes.itemsize
        begin, end = (int(inside[0]), int(inside[-1]) + 1) if len(inside) else (0, 0)
        runs = [
            (at - begin, self.spoken[at * size : (at + RUN) * size])
            for at in range(max(0, begin - RUN + 1), min(end, len(self.codes) - RUN + 1))
            if self.codes[at : at + RUN].min() >= 0  # else it would go over a break
        ]
        return _Passage(end - begin, runs)


@dataclass(frozen=True, slots=True)
class _Passage:
    """So many words, and the runs that reach into them: where each begins, and its words as bytes."""

    size: int
    runs: Sequence[tuple[int, bytes]]

    def is_mostly_in(self, text: _Text) -> bool:
        """Return whether a text has most of the words, in runs."""
        covered: set[int] = set()
        for at, run in self.runs:
            if next(_places(run, text), None) is not None:
                covered.update(range(max(0, at), min(at + RUN, self.size)))
        return self.size > 0 and len(covered) >= MOSTLY * self.size

    def met_in(self, text: _Text) -> Sequence[int]:
        """Return the comparable sentences of a text that stand in runs which it shares."""
        words = [place + n for _, run in self.runs for place in _places(run, text) for n in range(RUN)]
        return sorted({n for n in text.sentence[words].tolist() if n >= 0})


def _places(run: bytes, text: _Text) -> Iterator[int]:
    """The places at which a text has a run."""
    place, size = text.spoken.find(run), text.codes.itemsize
    while place >= 0:
        if place % size == 0:
            yield place // size
        place = text.spoken.find(run, place + 1)
