"""What views of lines have in common: lines of text, some of which belong to what the cursor can be on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Size

from compare.tui.reading import Reading
from compare.tui.state import State
from compare.tui.widgets.claim_text import wrapped
from compare.tui.widgets.drawing import Drawing, WordsLook
from compare.tui.widgets.ink import CURSOR
from compare.tui.widgets.reading_view import ReadingView
from compare.tui.widgets.scrolling import top_that_shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual import events
    from textual.selection import Selection
    from textual.strip import Strip

    from compare.tui.state import Step

MARGIN = 1
"""Rows that are kept in sight above and below the cursor."""

WIDEST = 100
"""Cells of a line of text at most: the eye loses its way back from a longer one."""

INDENT = 2
"""Cells before the text that stands under a head; the cursor stands in a column of its own before them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row, and the id of what it belongs to; empty where the cursor cannot go."""

    content: Content
    piece: str = ""


def indented(text: Content, width: int) -> Iterator[Content]:
    """Break a text that stands under a head into lines, for so many cells."""
    for line in wrapped(text, max(8, min(width - INDENT, WIDEST))):
        yield line.pad_left(INDENT)


class LinesView(ReadingView, Drawing[WordsLook], can_focus=True, inherit_bindings=False):
    """Shows lines on Textual's Line API, and keeps those in sight that the cursor is on.

    Bindings are not inherited, since keys that scroll would keep the cursor from moving.
    """

    CARD: ClassVar[bool] = False
    PINNED: ClassVar[int] = 0
    """How many of the first lines stay where they are while the others scroll below them."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[State, Reading] | None = None
        self._laid_for: tuple[object, ...] = ()
        self._lines: Sequence[Line] = ()
        self._cursor = ""
        self._subject = ""

    def lines(self, state: State, reading: Reading, width: int) -> Sequence[Line]:
        """Return what is shown, in lines of at most ``width`` cells."""
        raise NotImplementedError  # each view has its own; a widget's metaclass leaves no room for that of abc

    def cursor(self, state: State) -> str:
        """Return the id of what the cursor is on."""
        raise NotImplementedError  # each view has its own; a widget's metaclass leaves no room for that of abc

    def subject(self, state: State) -> str:  # noqa: ARG002 - some views are of one thing only
        """Return what the lines are about: about something else they are read from the top."""
        return ""

    def to(self, state: State, piece: str) -> Step:
        """Return the step that puts the cursor on a piece."""
        raise NotImplementedError  # each view has its own; a widget's metaclass leaves no room for that of abc

    # --- what the screen asks ---

    def show(self, state: State, reading: Reading, *, jumped: bool) -> None:  # noqa: ARG002 - little is ever moved
        """Draw a state, and move the lines no more than needed to bring the cursor into sight."""
        self._shown = (state, reading)
        self._lay()
        if self.subject(state) != self._subject:
            self._subject = self.subject(state)
            self.scroll_to(y=0, animate=False, force=True)
        self._reveal()

    def page(self, by: int) -> Step | None:
        """Go a page down or up, and at least to the next piece."""
        if self._shown is None:
            return None
        pieces = list(dict.fromkeys(line.piece for line in self._lines if line.piece))
        rows = [n for n, line in enumerate(self._lines) if line.piece == self._cursor]
        if not rows:
            return self.to(self._shown[0], pieces[0]) if pieces else None
        there = max(0, min(rows[0] + by * max(1, self.scrollable_content_region.height - 2), len(self._lines) - 1))
        between = self._lines[rows[0] : there + 1] if by > 0 else self._lines[there : rows[0] + 1]
        passed = [line.piece for line in between if line.piece and line.piece != self._cursor]
        if passed:
            return self.to(self._shown[0], passed[-1 if by > 0 else 0])
        near = pieces.index(self._cursor) + by
        return self.to(self._shown[0], pieces[max(0, min(near, len(pieces) - 1))])

    # --- Textual's side ---

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay()
        self._reveal()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text under a selection."""
        return self.taken(selection, (f" {line.content.plain}".rstrip() for line in self._lines))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what is under the mouse, unless the mouse was selecting."""
        at = event.get_content_offset(self)
        row = self._row(at.y) if at is not None else -1
        if self._shown is None or self.text_selection is not None or not 0 <= row < len(self._lines):
            return
        if piece := self._lines[row].piece:
            self.post_message(self.Asked(self.to(self._shown[0], piece)))

    def _row(self, y: int) -> int:
        return y if y < self.PINNED else self.scroll_offset.y + y

    def _lay(self) -> None:
        if self._shown is None or not self.laid_out:
            return
        width = self.scrollable_content_region.width
        state, reading = self._shown
        if (state, reading, width) == self._laid_for:  # a new size is told by the screen and by Textual
            return
        self._laid_for = state, reading, width
        self._lines = self.lines(state, reading, max(1, width - 1))
        self._cursor = self.cursor(state)
        self.extend(Size(width, len(self._lines)))
        self.redraw()

    def _reveal(self) -> None:
        rows = [n for n, line in enumerate(self._lines) if line.piece and line.piece == self._cursor]
        height = self.scrollable_content_region.height
        if not rows or not self.laid_out:
            return
        # what stands above all that the cursor can be on is seen with the first of it
        leads = not any(line.piece for line in self._lines[: rows[0]])
        first = 0 if leads and rows[-1] < height else rows[0] - self.PINNED
        top = top_that_shows(range(first, rows[-1] + 1), height, round(self.scroll_target_y), MARGIN)
        if top != round(self.scroll_target_y):
            self.scroll_to(y=top, animate=False, force=True)

    # --- drawing ---

    def looking(self) -> Callable[[int], WordsLook]:
        """Return what tells how a line of the view looks by now."""
        width, selection = self.scrollable_content_region.width, self.text_selection

        def look(y: int) -> WordsLook:
            row = self._row(y)
            line = self._lines[row] if row < len(self._lines) else Line(Content(""))
            chosen = selection.get_span(row) if selection is not None else None
            here = bool(line.piece) and line.piece == self._cursor
            return WordsLook(row, line.content, chosen, here, width)

        return look

    def draw(self, look: WordsLook) -> Strip:
        """Draw a line."""
        return self.kept(look.number, look, lambda: self._drawn(look))

    def _drawn(self, look: WordsLook) -> Strip:
        style = self.visual_style + self.get_visual_style("lines--cursor") if look.here else self.visual_style
        words = (Content(CURSOR if look.here else " ") + look.words).truncate(look.width)
        return self.drawn_words(words, look, style, pad=True)
