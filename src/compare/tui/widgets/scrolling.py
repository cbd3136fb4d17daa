"""What the views that draw line by line have in common in how they scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style as RichStyle
    from textual.selection import Selection
    from textual.style import Style


MARGIN = 2
"""Lines that are kept in sight above and below the cursor's sentence."""

UPPER = 1 / 3
"""How far down its view a place stands that was jumped to: enough before it to know where one is."""


def top_that_shows(lines: range, height: int, top: int, margin: int = MARGIN) -> int:
    """Return the line nearest to ``top`` that may stand at the top of so many for some lines to be in sight, and around
    them the margin there is room for."""
    margin = min(margin, max(0, (height - len(lines)) // 2))
    return max(0, min(max(top, lines.stop + margin - height), lines.start - margin))


def nearest(starts: Sequence[tuple[int, str]], line: int, *, upwards: bool) -> str:
    """Return the first piece that starts at a line or below, else the last one; ``upwards`` the last that starts at the
    line or above, else the first one. Without any it is empty.

    Args:
        starts: of each piece the line it starts at, in their order.
        line: the line.
        upwards: the way to look.
    """
    if not starts:
        return ""
    if upwards:
        return next((piece for start, piece in reversed(starts) if start <= line), starts[0][1])
    return next((piece for start, piece in starts if start >= line), starts[-1][1])


class Scrolling(ScrollView):
    """Draws lines; its own styles are looked up once, and not for each line through all that it stands in."""

    _rich: RichStyle | None = None
    _visual: Style | None = None
    _told_size = Size(0, 0)
    """The size it was told last."""

    def on_mount(self) -> None:
        """Look after each layout whether the size has been told.

        Textual tells none to a widget whose place something asked for, as the mouse may, after it came and before all
        was laid out: it takes it for one that has been there.
        """
        self.screen.screen_layout_refresh_signal.subscribe(self, self._look_at_size)

    def on_resize(self) -> None:
        """Note the size that is told."""
        self._told_size = self.outer_size

    def _look_at_size(self, _: object) -> None:
        if self.outer_size != self._told_size:
            self.call_later(self._tell)  # after what may have been told by now

    def _tell(self) -> None:
        if self.outer_size != self._told_size:
            self.post_message(Resize(self.outer_size, self.virtual_size, self.container_size))

    @property
    def laid_out(self) -> bool:
        """Whether there is any room to draw in: none until Textual has placed it, nor while it is hidden."""
        region = self.scrollable_content_region
        return bool(region.width and region.height)

    @property
    def rich_style(self) -> RichStyle:
        """The style of the ground, for Rich."""
        if self._rich is None:
            self._rich = super().rich_style
        return self._rich

    @property
    def visual_style(self) -> Style:
        """The style of the ground, for Textual's own texts."""
        if self._visual is None:
            self._visual = super().visual_style
        return self._visual

    def notify_style_update(self) -> None:
        """Look them up anew: there are others."""
        self._rich = self._visual = None
        super().notify_style_update()

    @staticmethod
    def taken(selection: Selection, lines: Iterable[str]) -> tuple[str, str] | None:
        """Return the words of lines under a selection, as ``get_selection`` has it; ``None`` if it is below them."""
        text = "\n".join(lines)
        if selection.start is not None and selection.start.y >= len(text.splitlines()):
            return None
        return selection.extract(text), "\n"

    def extend(self, size: Size) -> None:
        """Tell how much there is to scroll through.

        Set by itself the size would have the whole screen laid out and painted anew, although a view takes the room it
        is given whatever is in it. Only where a scroll bar comes or goes does Textual still lay out.
        """
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
