"""The lines around the panes: what is open, which articles there are, and what just happened.

Each is one row whatever it says.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from compare.model import Comparison, one_line
from compare.model.phrases import title_of
from compare.tui.bars import counts, status_line, tab_notes
from compare.tui.layout import shortened
from compare.tui.phrases import label
from compare.tui.room import tab_labels
from compare.tui.state import State, looked_at, shown
from compare.tui.widgets.loading import progress_bar
from compare.tui.widgets.told import Told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.screen import Screen

    from compare.session import Progress

BAR = 20
"""Cells of the bar that shows how far the work is."""


TITLE = 12
"""Cells of the title of a set that are worth more than the number of its claims."""


class Header(Told):
    """The title of the set, and how much there is in it."""

    def show(self, state: State, comparison: Comparison, decided: int = 0, trouble: str = "") -> None:
        """Show the size of a set, at the right edge, and as much of its title as there is room for."""
        whole, width = title_of(comparison.coverage), self.scrollable_content_region.width
        size = counts(comparison, analysed=state.analysed, decided=decided, trouble=trouble)
        if _left(width, size) < min(TITLE, cell_len(whole)):
            size = counts(comparison, analysed=state.analysed, decided=decided, trouble=trouble, brief=True)
        title = shortened(whole, _left(width, size))
        name = Content.assemble(("compare", "bold $text-primary"), f"  {title}")
        gap = max(2, width - name.cell_length - len(size))
        self.tell(Content.assemble(name, " " * gap, (size, "$foreground 70%")))


def _left(width: int, size: str) -> int:
    """Return the cells that are left for a title beside the size of a set."""
    return max(0, width - len(size) - 11)


class Tabs(Told):
    """One line with all articles: how each stands to the claim under the cursor, and which are in sight."""

    _drawn_for: tuple[object, ...] = ()

    def show(self, state: State, comparison: Comparison) -> None:
        """Show the articles; those that do not fit are told by arrows at the ends."""
        width = self.scrollable_content_region.width
        drawn_for = comparison.index, state, width
        if drawn_for == self._drawn_for:
            return
        self._drawn_for = drawn_for
        if not width or not state.articles:
            self.tell(Content(""))
            return
        visible = shown(state)
        labels = [label(comparison.index.articles[a]) for a in state.articles]
        notes = tab_notes(state, comparison)
        own = 4 + len(str(len(labels))) + max(map(len, notes))  # four blanks, the number, the note
        first, names = tab_labels(labels, width - 2, state.articles.index(looked_at(state)), own)
        parts: list[Content] = [Content("‹" if first else " ")]
        for n, name in enumerate(names, first):
            article = state.articles[n]
            look = "bold" if article in visible else "$foreground 60%"
            look = "bold reverse" if article == looked_at(state) else look
            click = Style.from_meta({"@click": f"screen.pane({n + 1})"})
            parts.append(Content.styled(f" {n + 1} {name} {notes[n]} ", look).stylize(click))
        parts.append(Content("›" if first + len(names) < len(labels) else " "))
        self.tell(Content("").join(parts))


class StatusLine(Told):
    """What the last key did, or how far the work is."""

    def show(self, state: State, comparison: Comparison) -> None:
        """Say where the reader is."""
        self.say(status_line(state, comparison))

    def say(self, message: str) -> None:
        """Show a message, cut to the line with an ellipsis."""
        width = self.scrollable_content_region.width
        self.tell(Content(shortened(one_line(message), width) if width else one_line(message)))

    def progress(self, progress: Progress) -> None:
        """Show how far a stage is, as a bar and in figures."""
        stage = {"loading": "reading", "analysis": "comparing"}[progress.stage]
        figures = f" {progress.done}/{progress.total}" if progress.total else ""
        bar = progress_bar(progress.done / progress.total if progress.total else 0, BAR)
        note = (f" {one_line(progress.note)}", "$foreground 70%")
        self.tell(Content.assemble((stage, "bold"), f"{figures} ", bar, note))


class Keys(Footer):
    """The keys most worth knowing in the view in sight, as many as have room in full.

    Textual makes every footer anew with each change of focus, which costs more than to draw the panes; here the keys
    rarely become others by it.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._known: list[tuple[str, Binding, bool, str]] = []
        self._ends: list[int] = []
        """The cell after each key and its name."""

    def compose(self) -> ComposeResult:
        """Leave out what would be cut off."""
        keys = [key for key in super().compose() if isinstance(key, FooterKey)]
        widths = (cell_len(f"{key.key_display} {key.description} ") for key in keys)
        self._ends = [end - 1 for end in accumulate(widths)]  # the blank after the last one needs no room
        room = self._room(self.app.size.width)
        for n, key in enumerate(keys):
            key.display = n < room
            yield key

    def fit(self, width: int) -> None:
        """Show as many keys as have room, which is told before all is laid out for a new width."""
        room = self._room(width)
        for n, key in enumerate(self.children):
            if key.display != (n < room):
                key.display = n < room

    def _room(self, width: int) -> int:
        return bisect_right(self._ends, width)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the line anew if other keys are to be shown."""
        if self.is_attached and screen is self.screen and screen.app.app_focus:
            known = [
                (key, told.binding, told.enabled, told.tooltip)
                for key, told in screen.active_bindings.items()
                if told.binding.show
            ]
            if known == self._known:
                return
            self._known = known
        super().bindings_changed(screen)
