"""Rows and pieces of an article, without a terminal."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from compare.tui.layout import Layout, Layouts, lay_out, shortened
from timing import cpu_seconds
from tui.story import HERALD, LEDGER, K, article, made


def words_of(layout: Layout, row: int) -> str:
    return "".join(layout.text[run.start : run.end] for run in layout.rows[row].runs)


def shown(layout: Layout) -> list[str]:
    return [words_of(layout, n) for n in range(len(layout.rows))]


def test_each_sentence_starts_on_a_row_of_its_own() -> None:
    layout = lay_out(article(HERALD), 40)
    openings = [row.opens for row in layout.rows if row.opens]
    assert openings == [s.id for s in article(HERALD).sentences]
    assert words_of(layout, layout.row_of("h.3")) == "The old bridge at Oster fell into the"
    assert words_of(layout, layout.row_of("h.3") + 1) == "river on Tuesday night."


def test_paragraphs_are_set_apart_and_list_items_are_not() -> None:
    blocks = [(K.BODY, "One."), (K.LIST, "Two."), (K.LIST, "Three."), (K.BODY, "Four.")]
    assert shown(lay_out(made("a", blocks), 20)) == ["One.", "", "Two.", "Three.", "", "Four."]


def test_no_row_is_wider_than_the_pane() -> None:
    layout = lay_out(article(LEDGER), 11)
    assert max(cell_len(words_of(layout, n)) for n in range(len(layout.rows))) <= 11


def test_wide_characters_fill_the_row_and_closing_marks_stay_with_them() -> None:
    rows = shown(lay_out(made("a", [(K.BODY, "橋は夜に落ちた。町は静か。")]), 6))
    assert rows == ["橋は夜", "に落ち", "た。町", "は静", "か。"]


def test_combining_characters_are_not_torn_off() -> None:
    rows = shown(lay_out(made("a", [(K.BODY, "e\u0301" * 10)]), 4))
    assert rows == ["e\u0301" * 4, "e\u0301" * 4, "e\u0301" * 2]


def test_a_word_longer_than_the_row_is_cut() -> None:
    assert shown(lay_out(made("a", [(K.BODY, "see https://example.org/a/b now")]), 10)) == [
        "see",
        "https://ex",
        "ample.org/",
        "a/b now",
    ]


def test_tabs_line_breaks_and_runs_of_blanks_show_as_one_blank() -> None:
    layout = lay_out(made("a", [(K.BODY, "one\ttwo\n   three    four")]), 40)
    assert shown(layout) == ["one two three four"]
    assert layout.article.text[layout.offset_at(0, 8) :].startswith("three")
    assert layout.article.text[layout.offset_at(0, 14) :].startswith("four")


def test_controls_are_shown_by_stand_ins() -> None:
    assert shown(lay_out(made("a", [(K.BODY, "a\x1b[31mb\u200bc")]), 40)) == ["a␛[31mb\ufffdc"]


def test_zero_width_words_are_kept() -> None:
    layout = lay_out(made("a", [(K.BODY, "\u0301 a")]), 40)
    assert layout.rows[0].start == 0
    assert layout.rows[0].end == 3


def test_row_and_column_lead_to_the_sentence_and_the_code_point() -> None:
    layout = lay_out(article(HERALD), 40)
    row = layout.row_of("h.3") + 1
    assert layout.piece_at(row) == "h.3"
    assert layout.piece_at(-1) is None
    assert layout.piece_at(len(layout.rows)) is None
    assert layout.article.text[layout.offset_at(row, 6) :].startswith("on Tuesday")
    assert list(layout.rows_of("h.3")) == [row - 1, row]
    assert layout.rows_of("nothing") == range(0)


def test_a_paragraph_without_sentences_is_a_piece_of_its_own() -> None:
    bare = made("a", [(K.FURNITURE, "Menu")])
    bare = type(bare)(**{**{f: getattr(bare, f) for f in bare.__slots__}, "sentences": ()})
    assert lay_out(bare, 20).piece_at(0) == "a.p1"


def test_an_empty_article_has_no_rows() -> None:
    assert lay_out(made("a", []), 20).rows == ()


@given(
    st.lists(
        st.text(st.sampled_from("ab \t\n橋、e\u0301\u200d\x1bé"), min_size=1, max_size=40), min_size=1, max_size=4
    ),
    st.integers(1, 30),
)
@settings(max_examples=150)
def test_every_visible_character_is_shown_once_and_in_order(texts: list[str], width: int) -> None:
    layout = lay_out(made("a", [(K.BODY, text) for text in texts]), width)
    drawn = "".join(shown(layout))
    wanted = "".join(layout.text[p.start : p.end] for p in layout.article.paragraphs)
    assert drawn.replace(" ", "") == wanted.replace(" ", "")
    assert all(cell_len(row) <= max(width, 4) for row in shown(layout))


def test_a_line_of_100_000_words_is_laid_out_within_a_second() -> None:
    text = "comparé words are many " * 25_000
    long = made("a", [(K.BODY, text.strip())])
    assert len(lay_out(long, 40).rows) > 10_000
    assert cpu_seconds(lambda: lay_out(long, 40), enough=1) < 1


def test_an_article_is_laid_out_again_only_where_it_reads_otherwise() -> None:
    layouts, herald = Layouts(2), article(HERALD)
    layout = layouts.of(herald, 40)
    assert layouts.of(replace(herald, outlet="Post", published="2031-02-03"), 40) is layout
    cut = replace(herald, sentences=herald.sentences[1:])
    assert layouts.of(cut, 40) == lay_out(cut, 40) != layout
    folded = frozenset({herald.sentences[2].id})
    assert layouts.of(herald, 40, folded) == lay_out(herald, 40, folded)
    kept = layouts.of(herald, 30)
    assert layouts.of(herald, 30) is kept
    assert layouts.of(herald, 40) is not layout, "no more are kept than so many"


def test_shortened_counts_cells() -> None:
    assert shortened("橋は夜に", 5) == "橋は…"
    assert shortened("short", 5) == "short"
    assert shortened("longer", 0) == "…"
