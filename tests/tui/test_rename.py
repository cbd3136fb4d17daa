"""The reader names the outlet of an article: at once on the screen, and in later sets."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from compare.export import write
from compare.loading import outlets
from compare.session import load
from compare.tui.app import CompareApp
from compare.tui.screens.rename import RenameScreen
from compare.tui.widgets.bars import StatusLine, Tabs
from sets import written
from tui.conftest import main_of, text_of, until

TEXTS = {
    "one.txt": "The old bridge fell on Tuesday.\n\nNobody was hurt, the fire service said.\n",
    "two.txt": "Outlet: Ledger\nDate: 2025-10-15\n\nThe bridge came down at night.\n\nThe mayor promised another.\n",
    "three.txt": "Outlet: Post\nDate: 2025-10-15\n\nA bridge was lost.\n\nIts parts lie in the river now.\n",
}


async def test_a_rename_shows_at_once_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlets, "own_file", lambda: tmp_path / "config" / outlets.FILE)
    folder = written(tmp_path / "set", TEXTS)
    app = CompareApp([str(folder / name) for name in TEXTS])
    async with app.run_test(size=(80, 24)) as pilot:
        main = main_of(pilot)
        await until(pilot, lambda: main.state.analysed)
        before = main.comparison.coverage
        assert [article.label for article in before.displayed()] == ["one?", "Ledger", "Post"]
        for number, old, new in (("1", "one", "[b]Gazette"), ("2", "Ledger", "Northern Ledger"), ("3", "Post", "Mail")):
            await pilot.press(number, "R")
            assert isinstance(app.screen, RenameScreen)
            told = str(app.screen.query_one(Static).content)
            assert told.startswith("So far not known" if number == "1" else f"So far {old}.")
            assert ("The name is for this article alone." in told) == (number == "1")
            await pilot.press("end", *["backspace"] * len(old), "enter")
            assert isinstance(app.screen, RenameScreen)  # no name is none
            await pilot.press(*new, "enter")
            await until(pilot, lambda new=new: text_of(pilot, StatusLine).startswith(f"{new}: "))  # type: ignore[misc]
            assert new.split()[-1] in text_of(pilot, Tabs)
        after = main.comparison.coverage
        assert [a.id for a in after.displayed()] == [a.id for a in before.displayed()]
        assert [a.outlet for a in after.displayed()] == ["[b]Gazette", "Northern Ledger", "Mail"]
        report = tmp_path / "report.json"
        write(main.comparison, str(report))
        await pilot.press("2", "G")
        here, words = main.state.cursor, main.comparison.index.words(main.state.cursor)
        await pilot.press("f5")  # the ids have the new names in them now; the texts and the place are what they were
        await until(pilot, lambda: text_of(pilot, StatusLine) == "read again: nothing has changed")
        assert (main.state.cursor == here, main.comparison.index.words(main.state.cursor)) == (False, words)
    assert [a.id for a in load([str(report)]).articles] == [a.id for a in after.articles]
    later = load([str(folder / name) for name in TEXTS])
    assert [(a.outlet, a.label) for a in later.displayed()] == [(a.outlet, a.label) for a in after.displayed()]
