"""The aligned view, in one run of the program: keys, mouse, sizes, and what it looks like."""

from __future__ import annotations

from dataclasses import replace

from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from compare.analysis.paragraphs import Paragraphs
from compare.model import Comparison
from compare.tui.row_layout import LineKind
from compare.tui.screens.jump import labelled
from compare.tui.state import Filter, View
from compare.tui.widgets.aligned import Aligned, ColumnHeads
from compare.tui.widgets.sheet import AlignedSheet
from tui.conftest import ALL_SIZES, Opened, in_sizes, lines_of, main_of, text_of
from tui.story import comparison


def story() -> Comparison:
    """The story with the counterparts of its links."""
    bare = comparison()
    return replace(bare, counterparts=Paragraphs().counterparts(bare))


def sheet_of(pilot: Pilot[None]) -> AlignedSheet:
    """The rows on the screen."""
    return main_of(pilot).query_one(AlignedSheet)


def in_sight(pilot: Pilot[None], piece: str) -> bool:
    """Whether a sentence begins on the screen."""
    sheet = sheet_of(pilot)
    return 0 <= sheet.sheet.where[piece].start - round(sheet.scroll_y) < sheet.scrollable_content_region.height


def drawn(pilot: Pilot[None]) -> list[str]:
    """What the rows show, line by line."""
    return lines_of(sheet_of(pilot))


async def click(pilot: Pilot[None], column: int, kind: LineKind, words: str = "") -> None:
    """Click on the first line of a column that is of a kind."""
    sheet = sheet_of(pilot)
    laid = sheet.sheet
    line = next(n for n in range(laid.height) if laid.at(n)[column].kind is kind and words in laid.at(n)[column].words)
    x = laid.columns[column].start + 9
    await pilot.click(sheet, offset=(x, line - round(sheet.scroll_y)))
    await pilot.pause()


async def test_rows_are_read_with_keys_and_mouse(opened: Opened) -> None:
    async with opened((200, 80), story()) as pilot:
        main = main_of(pilot)
        await pilot.press("A", "g")
        await pilot.pause()
        assert main.state.view is View.ALIGNED
        assert isinstance(main.view, Aligned)
        assert [view.display for view in main._views.values()].count(True) == 1
        await _rows_of_all(pilot)
        await _keys(pilot)
        await _mouse(pilot)
        await _search(pilot)
        await _other_base(pilot)
        await _narrower(pilot)
        await _folds(pilot)
        await _back(pilot)
        await _sizes(pilot)


async def _rows_of_all(pilot: Pilot[None]) -> None:
    """The rows are those of the first article; all five stand beside each other."""
    assert [column.article for column in sheet_of(pilot).sheet.columns] == list("hlvpd")
    page = drawn(pilot)
    fall = next(line for line in page if "The old bridge at Oster fell" in line or "= 5/5 The old bridge" in line)
    assert fall.count("│") == 4
    assert any("–     not in this text ╱╱╱" in line for line in page)
    assert any("?     unknown: cut ···" in line for line in page)
    heads = text_of(pilot, ColumnHeads)
    assert "1 Oster Herald base" in heads
    assert "3 River Voice" in heads
    assert sheet_of(pilot).in_sight()[:4] == ("h.2", "h.3", "h.4", "h.5")


async def _keys(pilot: Pilot[None]) -> None:
    """Every key moves as it does in the panes, but in the order of the rows."""
    main = main_of(pilot)
    await pilot.press("j")
    assert main.state.cursor == "h.3"
    await pilot.press("l")
    await pilot.pause()
    assert main.state.cursor == "l.3"
    await pilot.press("j", "enter")
    assert main.state.cursor == "h.5"
    await pilot.press("h", "l")
    await pilot.pause()
    assert main.state.focus == "h"
    await pilot.press("G")
    assert main.state.cursor == "h.9"
    letter = f" {labelled(sheet_of(pilot).in_sight())['h.4']} "
    await pilot.press("s")
    await pilot.pause()
    assert any(f"{letter}    Nobody was hurt" in line for line in drawn(pilot))
    await pilot.press(letter.strip())
    await pilot.pause()
    assert main.state.cursor == "h.4"
    await pilot.press("G")


async def _mouse(pilot: Pilot[None]) -> None:
    """The mouse: a sentence, a place that is told of, a gap."""
    main = main_of(pilot)
    await click(pilot, 1, LineKind.REFERENCE)
    assert main.state.cursor == "l.4"
    await click(pilot, 3, LineKind.MISSING)
    assert main.state.focus == "p"
    await click(pilot, 0, LineKind.TEXT)
    assert main.state.focus == "h"


async def _search(pilot: Pilot[None]) -> None:
    """What is searched for is found in furniture too, and comes into sight."""
    main = main_of(pilot)
    await pilot.press("slash", *"walks", "enter")
    await pilot.pause()
    assert main.state.cursor == "h.10"
    assert in_sight(pilot, "h.10")
    await pilot.press("escape", "k")
    await pilot.pause()
    assert main.state.cursor == "h.9"


async def _other_base(pilot: Pilot[None]) -> None:
    """Another base, other rows, and the cursor stays on its line of the screen."""
    main = main_of(pilot)
    await pilot.press("2")
    await pilot.pause()
    before = main.state.cursor
    await pilot.press("b")
    await pilot.pause()
    assert main.state.cursor == before
    assert [column.article for column in sheet_of(pilot).sheet.columns] == list("lhvpd")
    assert main.state.base == "l"
    await pilot.press("1", "b")


async def _narrower(pilot: Pilot[None]) -> None:
    """Narrower: the base stays, the column of the cursor is there, all others come when they are gone to."""
    main = main_of(pilot)
    await pilot.resize_terminal(80, 24)
    await pilot.pause()
    for focus in ("l", "v", "p", "d", "h"):
        await pilot.press("l")
        await pilot.pause()
        columns = [column.article for column in sheet_of(pilot).sheet.columns]
        assert main.state.focus == focus
        assert columns[0] == "h"
        assert len(columns) == 2
        assert focus in columns
        assert in_sight(pilot, main.state.cursor)
    await pilot.press("pagedown", "pagedown", "pagedown", "pageup", "pageup", "pageup")
    await pilot.pause()
    assert main.state.focus == "h"


async def _folds(pilot: Pilot[None]) -> None:
    """Folds count what they hide, and open."""
    main = main_of(pilot)
    await pilot.press("g", *"f" * list(Filter).index(Filter.CONFLICTS), "z")
    await pilot.pause()
    folded = [line for line in drawn(pilot) if "folded" in line]
    assert folded
    await click(pilot, 0, LineKind.FOLD)
    assert main.state.unfolded
    await pilot.press("z", *"F" * list(Filter).index(Filter.CONFLICTS))


async def _back(pilot: Pilot[None]) -> None:
    """The view the reader came from shows the cursor where it is by now."""
    main = main_of(pilot)
    cursor = main.state.cursor
    await pilot.press("P")
    await pilot.pause()
    assert (main.state.view, main.state.cursor) == (View.PANES, cursor)
    assert cursor in main.view.in_sight()


async def _sizes(pilot: Pilot[None]) -> None:
    """At any size keys go on from sentence to sentence and from article to article."""
    main = main_of(pilot)
    for size in ((39, 12), (20, 8), (8, 4), (300, 90)):
        await pilot.press("A")
        await pilot.resize_terminal(*size)
        await pilot.press("g")
        before = main.state
        await pilot.press("j")
        assert (main.state.cursor != before.cursor, main.state.focus) == (True, before.focus), size
        await pilot.press("l")
        assert main.state.focus != before.focus, size
        await pilot.press("m", "pagedown", "m", "b")
        await pilot.pause()
        assert main.state.base == main.state.focus


async def test_what_the_rows_look_like(opened: Opened, picture: SnapshotAssertion) -> None:
    async with opened(ALL_SIZES[0], story()) as pilot:
        await pilot.press("A", "l")
        async for name, shown in in_sizes(pilot, *ALL_SIZES):
            assert shown == picture(name=name)
