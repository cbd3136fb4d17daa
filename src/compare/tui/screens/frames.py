"""When a screen paints: no frame that the next one would paint over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.screen import Screen

if TYPE_CHECKING:
    from textual import events


class Unhurried(Screen[None]):
    """Waits with a frame for widgets that will look otherwise in a moment: those which have a new size and still their
    old content, and those of which it has yet to be heard that they were changed as well."""

    def __init__(self) -> None:
        super().__init__()
        self._settling = False
        """The widgets are told their new sizes, and nothing is drawn for them yet."""
        self._settled = Size(0, 0)
        """The size for which all was drawn last."""
        self._waited = False
        """A frame was put off until all widgets are heard that have said something."""

    @property
    def unsettled(self) -> bool:
        """Whether a widget has yet to draw what it has room for."""
        raise NotImplementedError  # each has its own; a widget's metaclass leaves no room for that of abc

    def make_room(self, size: Size) -> None:
        """Share out a new size among the widgets."""
        raise NotImplementedError  # each has its own; a widget's metaclass leaves no room for that of abc

    def fill_room(self) -> None:
        """Draw what the size has room for: all widgets know theirs by now."""
        raise NotImplementedError  # each has its own; a widget's metaclass leaves no room for that of abc

    def on_resize(self, event: events.Resize) -> None:
        """Make room, and fill it once all widgets know their sizes."""
        if event.size != self.outer_size:
            self.make_room(event.size)
            self._settling = True
            self.call_later(self._settle)
            return
        event.prevent_default()  # it is laid out by now: Textual tells of the size a second time
        if not self._settling and self._settled != event.size:
            self._settle()

    def _settle(self) -> None:
        self._settling, self._settled = False, self.outer_size
        self.fill_room()

    def _compositor_refresh(self) -> None:
        """Paint, unless more is to come. Textual has no public place to wait at: it asks this of its screens for each
        frame, and again after the next message."""
        if self._settling or self.unsettled:
            return
        more_comes = self._dirty_widgets and self.message_queue_size and not self._layout_required
        self._waited = bool(more_comes) and not self._waited
        if not self._waited:  # never twice: keys held down would keep the screen from being drawn
            super()._compositor_refresh()
