"""Aligned rows: what stands beside what, and that no column is ever out of step, at any width."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from benchmarks.generate import coverage as generated
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from compare import compare, load
from compare.analysis.paragraphs import Paragraphs
from compare.model import LIKELY, Article, Comparison, Paragraph, ParagraphKind
from compare.model.phrases import NOT_HERE
from compare.tui import phrases
from compare.tui.layout import lay_out
from compare.tui.row_layout import SEPARATOR, CellLine, LineKind, Sheet, columns_of, columns_that_fit, lay_rows
from compare.tui.rows import Cell, Reference, Rows, aligned
from compare.tui.state import Look, Move, State, View, columns, uncompared
from compare.tui.steps import adopt, step
from timing import cpu_seconds
from tui.story import comparison

STORY = comparison()
STORY = replace(STORY, counterparts=Paragraphs().counterparts(STORY))
GUTTER = 7


@cache
def of(name: str) -> Comparison:
    """A set to align: the story, a folder of seeds, or so many generated articles of so many words."""
    if name == "story":
        return STORY
    if name.startswith("seeds"):
        return compare(load([name]))
    count, words = map(int, name.split("x"))
    with TemporaryDirectory() as folder:
        for n, report in enumerate(generated(count, words=words)):
            Path(folder, f"{n:02}.txt").write_text(report.text, encoding="utf-8")
        return compare(load([folder]))


def laid(of: Comparison, rows: Rows, width: int, hidden: frozenset[str] = frozenset()) -> Sheet:
    placed = columns_of(rows.columns, width, GUTTER)
    return lay_rows(rows, placed, [lay_out(of.index.articles[c.article], c.words) for c in placed], hidden)


def told(rows: Rows) -> list[list[str]]:
    """What each cell has, in few words."""
    return [
        [
            " ".join(
                [
                    *(f"{b.place}{'↑ ↓'[b.moved + 1].strip()}" for b in cell.blocks),
                    *(f"{'' if r.sure else '≈'}→{r.place}{'↓' if r.below else '↑'}" for r in cell.references),
                    *([cell.gap.words] if cell.gap else []),
                ]
            )
            for cell in cells
        ]
        for cells in rows.cells[:-1]
    ]


def test_rows_follow_the_base_and_others_stand_beside_their_counterparts() -> None:
    other, cut = "unknown: other language", "unknown: cut"
    assert told(aligned(STORY, tuple("hlvpd"))) == [
        ["title", "title", "title", "title", "title"],
        ["¶1", "¶1", "¶1", "¶1", "¶1"],
        ["¶2", "¶2", cut, "not in this text", other],
        ["not in this text", "¶3", cut, "not in this text", other],
        ["not found in this text", "¶4", cut, "not found in this text", other],
        ["heading", "", "", "", ""],
        ["¶3", "→¶2↑", cut, "¶2", other],
    ]


def test_another_base_has_other_rows() -> None:
    rows = aligned(STORY, tuple("lh"))
    assert told(rows) == [
        ["title", "title"],
        ["¶1", "¶1"],
        ["¶2", "¶2 ¶3"],
        ["¶3", "not in this text"],
        ["¶4", "not found in this text"],
    ]
    # a heading goes with the paragraph under it
    assert [block.paragraphs for block in rows.cells[2][1].blocks] == [("h.p4",), ("h.p5", "h.p6")]


def test_what_stands_in_another_order_says_where_it_is_from() -> None:
    pairs = {"h.p3": "l.p3", "h.p4": "l.p4", "h.p6": "l.p2"}
    links = [replace(STORY.links[0], a=f"h.{h}", b=f"l.{el}") for h, el in ((3, 4), (5, 6), (8, 2))]
    joined = Paragraphs().counterparts(replace(STORY, links=tuple(links)))
    crossed = replace(STORY, claims=STORY.claims[-1:], links=(), counterparts=joined)
    assert {p.a: p.b for p in crossed.counterparts} == pairs
    assert [row[1] for row in told(aligned(crossed, tuple("hl")))] == ["title", "¶2", "¶3", "¶4", "", "¶1↑"]


def test_before_the_analysis_nothing_is_called_missing() -> None:
    bare = uncompared(STORY.coverage)
    gaps = {cell.gap for cells in aligned(bare, tuple("hlv")).cells for cell in cells}
    assert gaps == {None, phrases.NOT_COMPARED}


def test_furniture_stands_below_the_end_and_is_counted() -> None:
    *_, (herald, ledger, voice) = aligned(STORY, tuple("hlv")).cells
    assert [block.paragraphs for block in herald.blocks] == [("h.p1",), ("h.p7",)]
    assert herald.notes == ("end of the text", "furniture, from all over the text: 2")
    assert ledger.notes == ("end of the text",)
    assert voice.notes[0] == "cut here: what follows is unknown"


def test_headings_alone_and_texts_without_anything_are_kept() -> None:
    story = comparison()
    empty = replace(story.index.articles["p"], paragraphs=(), sentences=())
    title = next(p for p in story.index.articles["v"].paragraphs)
    heading = replace(title, kind=ParagraphKind.HEADING)
    alone = _with(story, empty, _only(story.index.articles["v"], heading))
    for order in ("hvp", "vhp", "phv", "p"):
        rows = aligned(alone, tuple(order))
        everything = {p.id for key in order for p in alone.index.articles[key].paragraphs}
        assert set(rows.at) == everything
        assert laid(alone, rows, 80).height >= 1


def _only(article: Article, paragraph: Paragraph) -> Article:
    return replace(article, paragraphs=(paragraph,), sentences=())


def _with(of: Comparison, *articles: Article) -> Comparison:
    new = {article.id: article for article in articles}
    kept = tuple(new.get(article.id, article) for article in of.coverage.articles)
    return uncompared(replace(of.coverage, articles=kept))


SETS = ("story", "seeds", "seeds/ferry", "20x150")


@pytest.mark.parametrize("name", SETS)
@settings(max_examples=12)
@given(data=st.data())
def test_no_row_is_ever_out_of_step(name: str, data: st.DataObject) -> None:
    comparison = of(name)
    width = data.draw(st.integers(40, 200), "width")
    order = data.draw(st.permutations(comparison.coverage.order), "order")
    rows = aligned(comparison, tuple(order[: columns_that_fit(width)]))
    sheet = laid(comparison, rows, width)
    at = 0
    for column in sheet.columns:
        assert column.start == at
        at += column.width + SEPARATOR
    assert at - SEPARATOR == width
    assert sum(len(row[0]) for row in sheet.cells) == sheet.height
    for start, cells in zip(sheet.starts, sheet.cells, strict=True):
        assert len({len(cell) for cell in cells}) == 1
        assert {line.kind for line in sheet.at(start)} == {LineKind.RULE}
    _hold_all(comparison, rows, sheet)


def _hold_all(comparison: Comparison, rows: Rows, sheet: Sheet) -> None:
    """Each sentence stands in one cell of its own column, whole, and nothing is wider than its column."""
    for number, column in enumerate(sheet.columns):
        article = comparison.index.articles[column.article]
        text = lay_out(article, column.words).text
        lines = [line for cells in sheet.cells for line in cells[number]]
        drawn = ["".join(text[run.start : run.end] for run in line.row.runs) or line.words for line in lines]
        assert all(cell_len(words) <= column.words for words in drawn)
        opened = Counter(line.row.opens for line in lines if line.row.opens)
        assert opened == Counter(sentence.id for sentence in article.sentences)
        words = Counter("".join(words for words, line in zip(drawn, lines, strict=True) if line.row.runs))
        wanted = Counter("".join(text[p.start : p.end] for p in article.paragraphs))
        assert {k: n for k, n in words.items() if k != " "} == {k: n for k, n in wanted.items() if k != " "}
        in_order = [sentence.id for _, sentence in rows.sentences(comparison, column.article)]
        assert in_order == sorted(in_order, key=lambda piece: sheet.where[piece].start)


@pytest.mark.parametrize("name", SETS)
def test_no_gap_contradicts_a_mark_and_every_reference_leads_to_another_row(name: str) -> None:
    comparison = of(name)
    index = comparison.index
    rows = aligned(comparison, comparison.coverage.order)
    for n, cells in enumerate(rows.cells):
        own = [p for cell in cells for block in cell.blocks for p in block.paragraphs]
        assert all(rows.at[paragraph] == n for paragraph in own)
        anchors = [p for cell in cells[:1] for block in cell.blocks for p in block.paragraphs]
        claims = [c for p in anchors for s in index.sentences_of.get(p, ()) for c in index.claims_of.get(s.id, ())]
        for article, cell in zip(rows.columns, cells, strict=True):
            for reference in cell.references:
                assert rows.at[reference.paragraph] != n
                assert reference.below is (rows.at[reference.paragraph] > n)
            if cell.gap:
                assert not any(article in c.articles and c.confidence >= LIKELY for c in claims)
            if cell.gap and cell.gap.words == NOT_HERE and claims:
                texts = {phrases.stance_of(comparison, claim, index.articles[article]) for claim in claims}
                assert texts == {NOT_HERE}


@settings(max_examples=10)
@given(st.sets(st.sampled_from([s.id for a in STORY.coverage.articles for s in a.sentences])), st.integers(40, 200))
def test_what_is_folded_away_is_counted(hidden: set[str], width: int) -> None:
    rows = aligned(STORY, tuple("hlvpd"))
    sheet = laid(STORY, rows, width, frozenset(hidden))
    lines = [line for cells in sheet.cells for cell in cells for line in cell]
    assert sum(line.row.fold for line in lines) == len(hidden)
    assert not hidden & set(sheet.where)
    for cells in sheet.cells:
        assert len({len(cell) for cell in cells}) == 1
    for line in lines:
        if line.kind is LineKind.FOLD:
            assert line.target(0) in hidden
            assert str(line.row.fold) in line.words


def test_rows_of_which_nothing_is_left_are_one_line() -> None:
    rows = aligned(STORY, tuple("hl"))
    hidden = frozenset(f"h.{n}" for n in (5, 6, 7, 8, 9)) | {f"l.{n}" for n in (4, 5, 6, 7, 8)}
    sheet = laid(STORY, rows, 80, hidden)
    folded = [[cell[0].words for cell in cells] for cells in sheet.cells if len(cells[0]) == 1]
    assert folded == [["── 5 sentences folded ──", "── 5 sentences folded ──"]]


def test_words_of_ours_lead_to_where_they_say() -> None:
    line = CellLine(LineKind.REFERENCE, words="→ ¶1 ↑ ¶2 ↓", targets=((2, 6, "a"), (7, 11, "b")))
    assert [line.target(column) for column in (0, 3, 8)] == ["a", "a", "b"]
    assert CellLine(LineKind.BLANK).target(0) == ""


def test_what_is_not_sure_says_so_at_any_width() -> None:
    cell = Cell(references=(Reference("h.p3", "¶12", sure=False, below=True), Reference("h.p4", "¶13", False, False)))
    rows = Rows(("h",), ((cell,),), {})
    for width, words in ((40, ["≈ → ¶12 ↓ ¶13 ↑"]), (18, ["≈ → ¶12 ↓", "¶13 ↑"]), (14, ["≈ →", "¶12 ↓", "¶13 ↑"])):
        lines = [line.words for line in laid(STORY, rows, width).cells[0][0] if line.kind is LineKind.REFERENCE]
        assert lines == words


def test_the_cursor_goes_through_a_column_as_it_stands() -> None:
    state = step(step(adopt(State(room=5), STORY, analysed=True), STORY, Look(View.ALIGNED)), STORY, Move.TOP)
    assert columns(state)[0] == state.base
    walked = [state.cursor]
    while (after := step(state, STORY, Move.NEXT_SENTENCE)).cursor != state.cursor:
        state = after
        walked.append(state.cursor)
    rows = aligned(STORY, columns(state))
    assert walked == [s.id for _, s in rows.sentences(STORY, state.focus) if s.comparable]
    assert step(state, STORY, Move.BOTTOM).cursor == walked[-1]
    assert step(state, STORY, Move.PREVIOUS_SENTENCE).cursor == walked[-2]


def test_five_long_articles_are_aligned_at_once() -> None:
    comparison = of("5x1000")

    def work() -> None:
        laid(comparison, aligned(comparison, comparison.coverage.order), 200)

    assert cpu_seconds(work, enough=0.05) < 0.15  # 0.04 s on the machine that it was written on
