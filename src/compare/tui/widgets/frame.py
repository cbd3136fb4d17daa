"""What stands in the frame of a pane: the outlet above, and below it how the text stands to the claim looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from compare.model import Mark, plural
from compare.model.phrases import BY_HAND
from compare.tui import phrases
from compare.tui.signs import HAND

if TYPE_CHECKING:
    from compare.tui.reading import Reading
    from compare.tui.state import State


def frame_of(state: State, reading: Reading, article: str) -> tuple[Content, Content]:
    """Return the upper and the lower line of the frame of an article's pane."""
    return _title(state, reading, article), _banner(state, reading, article)


def _title(state: State, reading: Reading, key: str) -> Content:
    article = reading.comparison.index.articles[key]
    compared = [s for s in article.sentences if s.comparable]
    marks = [reading.mark(s.id).mark for s in compared]
    alone = marks.count(Mark.UNIQUE)
    counts = [*([f"◆ {alone}"] if alone else []), plural(len(compared), "sentence")]
    return Content.assemble(
        (f" {state.articles.index(key) + 1} {phrases.label(article)}", "bold"),
        (" base" if key == state.base else "", "bold $text-primary"),
        " · ",
        ("whole", "$foreground 70%") if article.complete else ("cut", "bold $text-warning"),
        (f" · {HAND} {BY_HAND}" if reading.signs.of_article(key) else "", "bold $text-success"),
        (f" · {' · '.join(counts)} ", "$foreground 70%"),
    )


def _banner(state: State, reading: Reading, key: str) -> Content:
    comparison = reading.comparison
    claim = comparison.index.claims.get(state.claim)
    if claim is None or key == state.focus:
        return Content("")
    article = comparison.index.articles[key]
    said = phrases.stance_of(comparison, claim, article)
    return Content(f" {phrases.stance_glyph(comparison, claim, article)} {said} ") if said else Content("")
