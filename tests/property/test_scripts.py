"""Rows of text in any script: never wider than the pane, and every letter of the text in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from articles import plain
from compare.tui.layout import Layout, lay_out

LATIN = ["ferry", "Zürich", "e\u0301te\u0301", "…", "👩‍👩‍👧", "🇫🇮", "ｆｕｌｌ", "－－"]
WIDE = ["フェリーは沈没した。", "「橋」が、", "渡船沉没，", "여객선은"]
RIGHT_TO_LEFT = ["המעבורת", "שָׁלוֹם", "العبّارة", "می\u200cروند", "٣٤٥"]
STACKED = ["นำ้ท่วมเมืองหลวง", "नौका", "क्षत्रिय"]
CONTROLS = ["\u202eevil\u202c", "\u2067x\u2069", "\u200f12\u200f", "\x1b[31m"]
WORDS = [*LATIN, *WIDE, *RIGHT_TO_LEFT, *STACKED, *CONTROLS]
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def laid_out(words: list[str], width: int, glue: str = " ") -> Layout:
    return lay_out(plain(glue.join(words), language="he"), width)


def rows(layout: Layout) -> list[str]:
    return ["".join(layout.text[run.start : run.end] for run in row.runs) for row in layout.rows]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=25),
    st.integers(4, 60),
    st.sampled_from([" ", "   ", "", "\n\n"]),
)
def test_rows_of_any_script_fit_and_hold_the_text(words: list[str], width: int, glue: str) -> None:
    layout = laid_out(words, width, glue)
    assert all(cell_len(row) <= width and "  " not in row for row in rows(layout))
    assert "".join("".join(rows(layout)).split()) == "".join(layout.text.split())
    assert len(layout.text) == len(layout.article.text)
    assert BIDI.isdisjoint(layout.text)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.integers(4, 60))
def test_a_column_leads_back_to_its_letter(words: list[str], width: int) -> None:
    layout = laid_out(words, width)
    for n, row in enumerate(rows(layout)):
        for column, letter in enumerate(row):
            assert layout.text[layout.offset_at(n, column)] == letter


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("המעבורת טבעה במצר", 9, ["המעבורת", "טבעה במצר"]),
        ("غرقت العبّارة في المضيق", 12, ["غرقت العبّارة", "في المضيق"]),
        ("フェリーが沈没した。町は静か", 8, ["フェリー", "が沈没し", "た。", "町は静か"]),
        ("여객선은 정오에 떠났다", 9, ["여객선은", "정오에", "떠났다"]),
    ],
)
def test_rows_are_broken_by_cells(text: str, width: int, shown: list[str]) -> None:
    assert [row for row in rows(laid_out([text], width)) if row] == shown
