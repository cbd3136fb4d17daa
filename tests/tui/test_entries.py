"""The entries of a feed are chosen on the screen before they are made articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from compare.loading.offers import MOST, Offer
from compare.tui.app import CompareApp
from compare.tui.screens.entries import EntriesScreen
from compare.tui.widgets.bars import StatusLine
from tui.conftest import main_of, rows_of, text_of, until
from web_server import rss

ENTRIES = {
    "Ferry hits pier in Lund": "The ferry struck a pier in Lund on Monday. Nine passengers were hurt.",
    "[red]Ferry[/] captain had warned": "The captain of the ferry had warned of the current.\x1b[2J",
    "Ferry to be lifted by two cranes, the harbour office of Lund says after days of talks": "Two cranes lift it.",
    "Bakers sell bread by the metre": "A baker in Ulm sells bread by the metre.",
}
ONE_ROW = ("Bakers", "captain", "Ferry hits")
"""Words of titles, each of which takes one row."""


def titles_of(app: CompareApp) -> list[str]:
    return sorted(article.title for article in app._main.comparison.coverage.articles)


def listed(screen: EntriesScreen) -> list[str]:
    return [str(option.prompt) for entries in screen.query(OptionList) for option in entries.options]


def marks(screen: EntriesScreen) -> str:
    """What stands before each entry."""
    return "".join(line[:1] for line in listed(screen))


async def asked(pilot: Pilot[None]) -> EntriesScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, EntriesScreen) and bool(listed(pilot.app.screen)))
    assert isinstance(pilot.app.screen, EntriesScreen)
    return pilot.app.screen


async def test_the_reader_chooses_the_entries_of_a_feed(tmp_path: Path) -> None:
    feed = tmp_path / "lund.rss"
    feed.write_bytes(rss({title: text.replace("\x1b", "&#27;") for title, text in ENTRIES.items()}))
    app = CompareApp([str(feed)])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        assert marks(screen) == "····"
        assert "[red]Ferry[/] captain" in listed(screen)[1]
        await pilot.press("space", "enter")
        await until(pilot, lambda: "Choose at least two" in str(screen.query_one(".said", Static).content))
        # what a key does depends on what those before it have done, so each is waited for
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"harbour")  # a word of the third
        await until(pilot, lambda: marks(screen) == "·")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.focused, OptionList))
        await pilot.press("a")
        await until(pilot, lambda: marks(screen) == "✓")
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("escape")
        await until(pilot, lambda: marks(screen) == "✓·✓·" and isinstance(app.focused, OptionList))
        await until(pilot, lambda: sum(any(word in row for word in ONE_ROW) for row in rows_of(pilot)) == 3)
        await pilot.click(OptionList, offset=(5, 1))
        await until(pilot, lambda: marks(screen) == "✓✓✓·")
        await pilot.press("a", "a", "g", "space", "j", "space")
        await until(pilot, lambda: marks(screen) == "✓✓··")
        await pilot.press("enter")
        await until(pilot, lambda: main_of(pilot).state.analysed)
        assert titles_of(app) == ["Ferry hits pier in Lund", "[red]Ferry[/] captain had warned"]
        warnings = " ".join(app._main.comparison.warnings)
        assert "2 entries not chosen: ‘Ferry to be lifted" in warnings
        # again, and as it was
        await pilot.press("f5")
        screen = await asked(pilot)
        assert marks(screen) == "✓✓··"
        await pilot.press("escape")
        await until(pilot, lambda: "read again: nothing has changed" in text_of(pilot, StatusLine))
        # a file that changes asks nothing, and takes back what nobody has answered yet
        await pilot.press("f5")
        await asked(pilot)
        app.read_again(fetch=False)
        work = app._set.work
        assert work is not None
        await until(pilot, lambda: not work.is_alive())  # it did not wait for an answer
        await until(pilot, lambda: "read again: nothing has changed" in text_of(pilot, StatusLine))
        assert app.screen is app._main


async def test_who_chooses_nothing_opens_all_and_who_quits_is_not_waited_for(tmp_path: Path) -> None:
    feeds: Sequence[Path] = (tmp_path / "a.rss", tmp_path / "b.rss")
    for feed in feeds:
        feed.write_bytes(rss(ENTRIES | {f"Only in {feed.stem}": "One more ferry sails to Lund."}))
    app = CompareApp([str(feed) for feed in feeds])
    async with app.run_test(size=(80, 24)) as pilot:
        first = await asked(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, EntriesScreen) and app.screen is not first)
        await asked(pilot)
        work = app._set.work
        assert work is not None
        await pilot.press("ctrl+q")
    work.join(10)
    assert not work.is_alive()
    assert app.failure is None


def test_more_than_can_be_opened_is_said_while_choosing() -> None:
    offers = [Offer(str(n), f"Report {n}", "Ledger", "2025-10-15", "") for n in range(MOST + 1)]
    chosen = [offer.id for offer in offers]
    assert "51 of 51 entries chosen: the newest 50 open" in EntriesScreen("lund.rss", offers, chosen=chosen)._counted()
    assert "newest" not in EntriesScreen("lund.rss", offers, chosen=chosen[1:])._counted()
