"""The panes: whole articles side by side, scrolled so that counterparts stand level with the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from compare.tui.reading import Reading
from compare.tui.relations import level_with
from compare.tui.state import EMPTY, GoTo, State, Step, View, Widths, shown
from compare.tui.widgets.frame import frame_of
from compare.tui.widgets.pane import PANE_INKS, ArticlePane
from compare.tui.widgets.pane_view import pane_view
from compare.tui.widgets.reading_view import ReadingView
from compare.tui.widgets.scrolling import UPPER

if TYPE_CHECKING:
    from textual.widget import Widget

WIDENING = 4
"""Cells by which a key moves a divider."""

NARROWEST_PANE = 20
"""Cells below which no divider squeezes a pane: frame and gutter leave ten of them for words."""


class Panes(ReadingView):
    """A pane for each article that the state shows or has shown; those it does not show are hidden."""

    VIEW: ClassVar[View] = View.PANES
    COMPONENT_CLASSES: ClassVar[set[str]] = {*PANE_INKS}

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._comparison = EMPTY
        self._panes: dict[str, ArticlePane] = {}
        self._jumped = True
        self._arranged: tuple[object, ...] = ()

    def adopt(self, state: State, reading: Reading) -> None:
        """Drop the panes of articles that are gone. New ones come when they are looked at: each costs a change of size
        or theme as much as if it were in sight."""
        self._comparison = reading.comparison
        for key in [key for key in self._panes if key not in state.articles]:
            self._panes.pop(key).remove()
            self._arranged = ()  # they may come back, in the same order

    def make_room(self, state: State) -> None:
        """Put the panes in sight beside each other."""
        self._arrange(state)

    def show(self, state: State, reading: Reading, *, jumped: bool) -> None:
        """Draw the panes, and align them once they know their sizes."""
        self._state = state
        stood_there = self._arrange(state)
        for key in shown(state):
            self._panes[key].show(pane_view(state, reading, key), reading.comparison.index.articles[key])
            self._panes[key].frame(*frame_of(state, reading, key), focused=key == state.focus)
        self._jumped = self._jumped or jumped
        if stood_there and all(self._panes[key].laid_out for key in shown(state)):
            self._align()  # at once, so that one frame shows all of it
        else:
            self.settling = True
            self.call_after_refresh(self._settle)

    def _arrange(self, state: State) -> bool:
        """Put the panes in sight beside each other; return whether they have stood there already."""
        visible, cells = shown(state), dict(state.widths)
        moved = all(key in cells for key in visible)  # else a divider was moved between other panes than these
        widths = {key: cells[key] if moved else 1 for key in visible}
        arranged = (tuple(state.articles), tuple(widths.items()))
        if arranged == self._arranged:
            return True
        self._arranged = arranged
        new = [key for key in visible if key not in self._panes]
        self._panes |= {key: ArticlePane(self._comparison.index.articles[key], self) for key in new}
        self.mount_all(self._panes[key] for key in new)
        place: dict[Widget, int] = {self._panes[k]: n for n, k in enumerate(state.articles) if k in self._panes}
        self.sort_children(key=lambda pane: place.get(pane, len(place)))  # one that is dropped may still be there
        for key, pane in self._panes.items():
            pane.display = key in widths
            pane.styles.width = f"{widths.get(key, 1)}fr"
        return False

    def page(self, by: int) -> Step | None:
        """Go to the sentence a page below or above."""
        pane = self._panes.get(self._state.focus)
        if pane is None:
            return None
        rows = max(1, pane.scrollable_content_region.height - 2)
        return GoTo(pane.piece_near(pane.screen_row(self._state.cursor) + by * rows, upwards=by < 0))

    def beside(self, article: str) -> str:
        """Return the sentence that is level with the cursor in another pane."""
        here, there = self._panes[self._state.focus], self._panes.get(article)
        return there.piece_near(max(0, here.screen_row(self._state.cursor))) if there and there.laid_out else ""

    def in_sight(self) -> tuple[str, ...]:
        """Return the sentences that begin in sight, pane by pane."""
        return tuple(piece for key in shown(self._state) for piece in self._panes[key].in_sight())

    def target(self) -> Widget | None:
        """The pane the cursor is in takes the keys."""
        return self._panes.get(self._state.focus)

    def do_narrower(self) -> None:
        """Give the pane the cursor is in less room."""
        self._widen(self._state.focus, -WIDENING)

    def do_wider(self) -> None:
        """Give the pane the cursor is in more room."""
        self._widen(self._state.focus, WIDENING)

    def do_even(self) -> None:
        """Give all panes the same room."""
        self.post_message(self.Asked(Widths(())))

    @on(ArticlePane.Dragged)
    def _dragged(self, event: ArticlePane.Dragged) -> None:
        """Move the divider between a pane and the one before it."""
        event.stop()
        visible = shown(self._state)
        at = visible.index(event.article)
        if at > 0:
            self._give(visible[at - 1], visible[at], event.cells)

    def _widen(self, article: str, by: int) -> None:
        visible = shown(self._state)
        at = visible.index(article)
        if len(visible) > 1:
            self._give(article, visible[at + 1] if at + 1 < len(visible) else visible[at - 1], by)

    def _give(self, to: str, of: str, cells: int) -> None:
        """Give one pane cells of another; neither gets narrower than it can be read."""
        widths = {key: self._panes[key].outer_size.width for key in shown(self._state)}
        cells = max(NARROWEST_PANE - widths[to], min(cells, widths[of] - NARROWEST_PANE))
        if cells:
            widths[to] += cells
            widths[of] -= cells
            self.post_message(self.Asked(Widths(tuple(widths.items()))))

    @on(ArticlePane.Laid)
    def _laid(self, event: ArticlePane.Laid) -> None:
        event.stop()
        self._jumped = True
        self.call_after_refresh(self._align)

    def _settle(self, again: bool = True) -> None:
        """Align panes that know their sizes by now, although nobody has told them yet; give them a second chance."""
        panes = [pane for key in shown(self._state) if (pane := self._panes.get(key)) is not None]
        for pane in panes:
            pane.fit()
        if again and not all(pane.laid_out for pane in panes):
            self.call_after_refresh(self._settle, again=False)
            return
        self._align()
        self.settling = False
        self.refresh()  # the frame that was held back

    def _align(self) -> None:
        """Bring the cursor's sentence into sight, and level with it its counterparts or those of its paragraph."""
        state, comparison = self._state, self._comparison
        pane = self._panes.get(state.focus)
        if pane is None or not pane.laid_out or not state.cursor:
            return
        jumped, self._jumped = self._jumped, False
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
