"""What the tests of marks and corrections share: the story open with a store of marks, and what is seen of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from compare.model import Comparison
from compare.review import Store
from compare.tui.app import CompareApp
from compare.tui.memory import Memory
from compare.tui.state import GoTo
from compare.tui.widgets.claims_grid import ClaimsGrid
from compare.tui.widgets.pane import ArticlePane
from tui.conftest import lines_of, main_of
from tui.story import comparison

STORY = comparison()


@asynccontextmanager
async def marking(
    store: Store, of: Comparison = STORY, size: tuple[int, int] = (120, 32)
) -> AsyncIterator[Pilot[None]]:
    """Open a comparison with the marks of a store."""
    app = CompareApp(comparison=of, memory=Memory(review=store))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def at(pilot: Pilot[None], sentence: str, claim: str = "") -> None:
    """Put the cursor on a sentence."""
    main_of(pilot).take(GoTo(sentence, claim))
    await pilot.pause()


def by_words(comparison: Comparison) -> dict[str, str]:
    """The ids of the sentences of a set, by their words."""
    return {comparison.index.words(sentence): sentence for sentence in comparison.index.sentences}


def bodies(store: Store) -> list[object]:
    """What the marks of a store say."""
    return [mark.body for mark in store.marks]


def drawn(pilot: Pilot[None], widget: type[ArticlePane | ClaimsGrid]) -> str:
    """All lines that the first widget of a kind shows."""
    return "\n".join(lines_of(next(found for found in main_of(pilot).query(widget) if found.display)))
