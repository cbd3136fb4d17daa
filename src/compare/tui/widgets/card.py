"""The card below the panes: all that is known of the claim under the cursor."""

from __future__ import annotations

from copy import copy
from itertools import chain, islice, tee
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from compare.model import SPEECH, Claim, Comparison, Link, one_line
from compare.model.corrections import READER
from compare.model.phrases import BY_HAND, percent
from compare.tui import phrases
from compare.tui.reading import Reading
from compare.tui.relations import best_counterpart, counterparts
from compare.tui.room import card_rows
from compare.tui.signs import HAND
from compare.tui.widgets.claim_text import (
    QUIET,
    conflict_texts,
    finding_text,
    findings_here,
    hanging,
    lacking_text,
    merged_text,
    name_text,
    same_words_texts,
    sources_text,
    status_text,
    why_no_claim,
)
from compare.tui.widgets.drawing import Drawing, WordsLook
from compare.tui.widgets.mark_text import mark_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.selection import Selection
    from textual.strip import Strip

    from compare.tui.state import State

SIZES = ("usual", "tall", "hidden")
"""The sizes of the card, in the order in which a key goes through them."""

NAME_WIDTH = 18
"""Cells that names of outlets get at most in the card, and no more than a sixth of it."""

AHEAD = 2
"""Heights of the card that are broken into lines before they are in sight: of many articles a card has hundreds, and
each wording has its words held against another's."""

AT_LEAST = 24
"""Lines that are broken in any case, so that the scroll bar of a small card is that of all it says."""


class Card(Drawing[WordsLook], can_focus=False):
    """Shows the claim under the cursor: who states it and how, who does not, and what speaks for it.

    It is drawn line by line: as a text in a container it would have the whole screen laid out anew at each key.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[State, Reading] | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._lines: list[Content] = []
        self._more: Iterator[Content] = iter(())
        self._told_for: tuple[object, ...] = ()
        self._told: Iterator[Content] = iter(())
        """What the comparison tells, whatever the reader has marked; of its lines a copy is read, so that they stay."""
        self._chosen = SIZES[0]

    def choose_next_size(self) -> str:
        """Go on to the next of the sizes, and return what it is called."""
        self._chosen = SIZES[(SIZES.index(self._chosen) + 1) % len(SIZES)]
        return self._chosen

    def take_room(self, height: int, *, wanted: bool) -> None:
        """Take the rows that the chosen size has of a terminal so many rows high; none where it is not ``wanted``."""
        shown = wanted and self._chosen != "hidden"
        rows = card_rows(height, tall=self._chosen == "tall") if shown else 0
        self.display = rows > 0
        self.styles.height = max(1, rows)

    @property
    def content(self) -> Content:
        """All that the card says, further down as well."""
        self._lines += self._more
        return Content("\n").join(self._lines)

    def show(self, state: State, reading: Reading) -> None:
        """Show what is known at the cursor; start at the top when it is something else than before."""
        before, self._shown = self._shown, (state, reading)
        if before is None or (before[0].cursor, before[0].claim) != (state.cursor, state.claim):
            self.scroll_to(y=0, animate=False, force=True)
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have more lines ready."""
        super().watch_scroll_y(old_value, new_value)
        self._measure()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words under a selection."""
        return self.taken(selection, [self.content.plain])

    def looking(self) -> Callable[[int], WordsLook]:
        """Return what tells how a line of the card looks by now."""
        width, top, selection = self.scrollable_content_region.width, self.scroll_offset.y, self.text_selection

        def look(y: int) -> WordsLook:
            number = top + y
            words = self._lines[number] if number < len(self._lines) else Content("")
            chosen = selection.get_span(number) if selection is not None else None
            return WordsLook(number, words, chosen, here=False, width=width)

        return look

    def draw(self, look: WordsLook) -> Strip:
        """Draw a line."""
        return self.drawn_words(look.words, look, self.visual_style)

    def _draw(self) -> None:
        if self._shown is None or not self.laid_out:
            return
        width = self.scrollable_content_region.width
        if (*self._shown, width) != self._drawn_for:
            self._drawn_for = *self._shown, width
            self._lines, self._more = [], self._said(*self._shown, width)
        self._measure()
        self.redraw()

    def _said(self, state: State, reading: Reading, width: int) -> Iterator[Content]:
        """Return the lines of the card; below the reader's marks they stay until another comparison comes: those that
        are corrections change nothing there before."""
        told_for = state, reading.comparison.index, width
        if told_for != self._told_for:
            self._told_for = told_for
            (self._told,) = tee(told_lines(state, reading, width), 1)
        return chain(marked_lines(state, reading, width), copy(self._told))

    def _measure(self) -> None:
        region = self.scrollable_content_region
        wanted = round(self.scroll_y) + max(AHEAD * region.height, AT_LEAST)
        self._lines += islice(self._more, max(0, wanted - len(self._lines)))
        self.extend(Size(region.width, len(self._lines)))


def marked_lines(state: State, reading: Reading, width: int) -> Iterator[Content]:
    """Yield the first lines of the card: what the claim is, and what the reader has marked."""
    if not state.cursor:
        return
    comparison = reading.comparison
    claim = comparison.index.claims.get(state.claim)
    if claim:
        yield status_text(state, comparison, claim)
    for head, text in mark_texts(reading.signs, comparison, claim, state.cursor):
        yield from hanging(head, text, width, indent=_indent(comparison, width))


def told_lines(state: State, reading: Reading, width: int) -> Iterator[Content]:
    """Yield the lines below: what is known of the claim. They are broken here, so that they hang under their first."""
    if not state.cursor:
        return
    comparison = reading.comparison
    claim, indent = comparison.index.claims.get(state.claim), _indent(comparison, width)
    for head, text in _about_claim(state, comparison, claim) if claim else _without_claim(state, reading):
        yield from hanging(head, text, width, indent=indent)


def _about_claim(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    here, others = findings_here(state, comparison, claim)
    yield from (finding_text(comparison, finding) for finding in here)
    yield from conflict_texts(state, comparison, claim)
    yield from _voices(state, comparison, claim)
    yield from same_words_texts(state, comparison, claim)
    yield from lacking_text(comparison, claim)
    yield from sources_text(claim)
    yield from _facts(state, comparison)
    yield from _basis(state, comparison, claim)
    yield from (finding_text(comparison, finding) for finding in others)


def _voices(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    """Every wording, the one the others are held against first."""
    index = comparison.index
    of_base = best_counterpart(comparison, claim, state.cursor, state.base)
    held = state.cursor if state.focus == state.base or of_base is None else of_base
    first = index.article_of[held]
    yield name_text(comparison, claim, first), Content(one_line(index.words(held)))
    for article in (index.articles[a] for a in state.articles if a in claim.articles):
        there = [s for s in counterparts(comparison, claim, article.id) if s != held]
        for n, sentence in enumerate(there):
            again = n > 0 or article is first
            name = Content.styled("  also", QUIET) if again else name_text(comparison, claim, article)
            yield name, merged_text(index.words(held), index.words(sentence))


def _facts(state: State, comparison: Comparison) -> Iterator[tuple[Content, Content]]:
    of = len(comparison.coverage.articles)
    said = []
    # what is quoted stands in the sentence itself, and who is credited above
    shown = (fact for fact, _ in comparison.index.facts_in.get(state.cursor, ()) if fact.kind not in SPEECH)
    for fact in dict.fromkeys(fact.id for fact in shown):
        found = comparison.index.facts[fact]
        mention = next(m for m in found.mentions if m.sentence == state.cursor)
        names = [phrases.label(comparison.index.articles[a]) for a in state.articles if a in found.articles]
        who = f"in all {of}" if len(names) == of else f"only {names[0]}" if len(names) == 1 else ", ".join(names)
        said.append(f"{one_line(mention.text)} ({found.kind}): {who}")
    if said:
        yield Content.styled("  facts", QUIET), Content(" · ".join(said))


def _basis(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    said = []
    for link in comparison.index.links_of.get(state.cursor, ()):
        other = link.other(state.cursor)
        if other in claim.sentences:
            name = phrases.label(comparison.index.article_of[other])
            said.append(f"{name} {_by(link)}")
    if said:
        yield Content.styled("  linked by", QUIET), Content.styled(" · ".join(said), QUIET)


def _by(link: Link) -> str:
    """What speaks for a link: the reader, or how probable it is and by what."""
    return (
        f"{HAND} {BY_HAND}" if READER in link.basis else f"{percent(link.score)} %: {one_line(', '.join(link.basis))}"
    )


def _without_claim(state: State, reading: Reading) -> Iterator[tuple[Content, Content]]:
    comparison, index = reading.comparison, reading.comparison.index
    words = Content(one_line(index.words(state.cursor)))
    yield name_text(comparison, None, index.article_of[state.cursor]), words
    yield Content(""), why_no_claim(state, comparison, reading.signs)


def _indent(comparison: Comparison, width: int) -> int:
    longest = max((cell_len(phrases.label(a)) for a in comparison.coverage.articles), default=0)
    return 3 + max(10, min(NAME_WIDTH, longest, width // 6))
