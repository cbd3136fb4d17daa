"""Words with what lies over them, cut as Rich cuts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style
from rich.text import Text

from compare.tui.widgets.ink import covered

STYLES = st.sampled_from([Style(), Style(bold=True), Style(color="red"), Style(bgcolor="blue", bold=False)])

COVERS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14), STYLES), max_size=5)


@given(st.text("ab é漢", min_size=1, max_size=12), COVERS)
def test_it_is_what_rich_makes_of_a_text(words: str, covers: list[tuple[int, int, Style]]) -> None:
    ground = Style(color="green", bgcolor="black")
    text = Text(words, end="")
    text.stylize(ground)
    for start, end, style in covers:
        text.stylize(style, start, end)
    assert covered(words, ground, covers) == list(text.render(Console()))
