"""What a pane is told to draw. Without Textual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.analysis.wording import same_words
from compare.model import Comparison, Mark, Marked, Span
from compare.tui.filtering import is_set_off
from compare.tui.folding import folded_away
from compare.tui.reading import Reading
from compare.tui.relations import best_counterpart, counterparts
from compare.tui.state import Filter, State


@dataclass(frozen=True, slots=True)
class PaneView:
    """What one pane shows of the state.

    Attributes:
        reading: the comparison; ``None`` before anything is there.
        filter: what is set off, commentary too if ``commentary`` is true.
        jumps: letters of sentences, while the reader is about to jump to one.
        hidden: the sentences of this article that are folded away.
        cursor: the cursor's sentence, if it stands in this pane.
        counterparts: the sentences of this pane that state the cursor's claim.
        equal: the words that the best of them shares with the cursor's sentence.
        hits: what was found in this article.
        hit: which of them the reader is at, -1 for none.
    """

    reading: Reading | None = None
    filter: Filter = Filter.ALL
    commentary: bool = True
    jumps: Mapping[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    cursor: str = ""
    counterparts: frozenset[str] = frozenset()
    equal: tuple[Span, ...] = ()
    hits: tuple[Span, ...] = ()
    hit: int = -1

    @property
    def label_width(self) -> int:
        """How many cells the gutter needs for labels."""
        return self.reading.label_width() if self.reading else 5

    @property
    def sign_width(self) -> int:
        """How many of these are for the reader's signs."""
        return self.reading.sign_width if self.reading else 0

    @property
    def all_plain(self) -> bool:
        """Nothing is set off, so that nothing needs to be dimmed either."""
        return self.filter is Filter.NOTHING

    def marks(self, piece: str) -> Marked:
        """Return the mark of a sentence."""
        return self.reading.mark(piece) if self.reading else Marked(Mark.NONE, None, 0, 0)

    def label(self, piece: str) -> str:
        """Return what stands beside a sentence: its mark if it is set off, and the reader's sign in any case."""
        if self.reading is None:
            return ""
        if self.set_off(piece):
            return self.reading.label(piece)
        sign = self.reading.signs.piece(piece)
        return f"{'':<{self.label_width - self.reading.sign_width}} {sign}".rstrip() if sign else ""

    def set_off(self, piece: str) -> bool:
        """Say whether a sentence is set off."""
        if self.reading is None:
            return True
        return is_set_off(self.filter, self.reading.comparison, piece, commentary=self.commentary)


def pane_view(state: State, reading: Reading, article: str) -> PaneView:
    """Return what the pane of an article shows."""
    comparison = reading.comparison
    claim = comparison.index.claims.get(state.claim)
    same = frozenset(counterparts(comparison, claim, article)) - {state.cursor} if claim else frozenset[str]()
    passages = state.hits.passages if state.hits else ()
    own = [(n, p) for n, p in enumerate(passages) if p.article == article]
    at = state.hits.at if state.hits else -1
    return PaneView(
        reading=reading,
        filter=state.filter,
        commentary=state.commentary,
        jumps=state.jumps,
        hidden=folded_away(state, comparison, comparison.index.articles[article]),
        cursor=state.cursor if state.focus == article else "",
        counterparts=same,
        equal=_equal(state, comparison, article),
        hits=tuple(Span(p.start, p.end) for _, p in own),
        hit=next((k for k, (n, _) in enumerate(own) if n == at), -1),
    )


def _equal(state: State, comparison: Comparison, article: str) -> tuple[Span, ...]:
    claim = comparison.index.claims.get(state.claim)
    best = best_counterpart(comparison, claim, state.cursor, article) if claim and article != state.focus else None
    text = comparison.index.articles[article].text
    for link in comparison.index.links_of.get(state.cursor, ()):
        if best in (link.a, link.b):
            runs = (pair[best == link.b] for pair in same_words(comparison, link))
            # a full stop in both says nothing
            return tuple(run for run in runs if any(map(str.isalnum, text[run.start : run.end])))
    return ()
