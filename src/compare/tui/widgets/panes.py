"""The panes: whole articles side by side, scrolled so that counterparts stand level with the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from compare.model import Comparison, CoverageSet
from compare.tui.relations import level_with
from compare.tui.state import GoTo, State, Step, View, shown
from compare.tui.widgets.frame import frame_of
from compare.tui.widgets.pane import ArticlePane
from compare.tui.widgets.pane_view import Reading, pane_view
from compare.tui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from textual.widget import Widget

UPPER = 1 / 3
"""How far down its pane a sentence stands that was jumped to: enough before it to know where one is."""


class Panes(ReadingView):
    """A pane for each article; those that the state does not show are hidden."""

    VIEW: ClassVar[View] = View.PANES

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._comparison = Comparison(CoverageSet((), ()), {}, (), (), (), ())
        self._panes: dict[str, ArticlePane] = {}
        self._jumped = True

    async def adopt(self, state: State, reading: Reading) -> None:
        """Make a pane for each new article, and drop those of articles that are gone."""
        self._comparison = reading.comparison
        for key in [key for key in self._panes if key not in state.articles]:
            await self._panes.pop(key).remove()
        articles = reading.comparison.coverage.displayed()
        new = [ArticlePane(article) for article in articles if article.id not in self._panes]
        visible = shown(state)
        for pane in new:  # hidden from the start if it will be, else all are laid out once for nothing
            pane.display = pane.article.id in visible
            self._panes[pane.article.id] = pane
        await self.mount_all(new)
        self._jumped = True

    def show(self, state: State, reading: Reading, *, jumped: bool) -> None:
        """Draw the panes, and align them once they know their sizes."""
        order = [key for key in state.articles if key in self._panes]
        if [pane.article.id for pane in self.children if isinstance(pane, ArticlePane)] != order:
            self.sort_children(key=lambda pane: order.index(pane.article.id))  # type: ignore[attr-defined]
        self._state = state
        visible = shown(state)
        for key, pane in self._panes.items():
            pane.display = key in visible
            if pane.display:
                pane.show(pane_view(state, reading, key), reading.comparison.index.articles[key])
                pane.frame(*frame_of(state, reading, key), focused=key == state.focus)
        self._jumped = self._jumped or jumped
        self.call_after_refresh(self._align)

    def page(self, by: int) -> Step | None:
        """Go to the sentence a page below or above."""
        pane = self._panes.get(self._state.focus)
        if pane is None:
            return None
        rows = max(1, pane.scrollable_content_region.height - 2)
        return GoTo(pane.piece_near(pane.screen_row(self._state.cursor) + by * rows, upwards=by < 0))

    def beside(self, article: str) -> str:
        """Return the sentence that is level with the cursor in another pane."""
        here, there = self._panes[self._state.focus], self._panes[article]
        return there.piece_near(max(0, here.screen_row(self._state.cursor))) if there.display else ""

    def target(self) -> Widget | None:
        """The pane the cursor is in takes the keys."""
        return self._panes.get(self._state.focus)

    @on(ArticlePane.Laid)
    def _laid(self, event: ArticlePane.Laid) -> None:
        event.stop()
        self._jumped = True
        self.call_after_refresh(self._align)

    def _align(self) -> None:
        """Bring the cursor's sentence into sight, and level with it its counterparts or those of its paragraph."""
        state, comparison = self._state, self._comparison
        jumped, self._jumped = self._jumped, False
        pane = self._panes.get(state.focus)
        if pane is None or not pane.display or not state.cursor:
            return
        claim = comparison.index.claims.get(state.claim)
        others = {
            self._panes[key]: best
            for key in shown(state)
            if key != state.focus and (best := level_with(comparison, claim, state.cursor, key)) is not None
        }
        if jumped:
            # no lower than where it stands in any of the panes, so that all of them can be level
            rows = [p.rows.row_of(piece) for p, piece in {pane: state.cursor, **others}.items()]
            pane.level(state.cursor, min(round(pane.scrollable_content_region.height * UPPER), *rows))
        row = pane.reveal(state.cursor)
        for other, piece in others.items():
            other.level(piece, row)
