"""What is being read: a line for each source, with a bar where it is known how much there is."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from compare.model import one_line
from compare.tui.layout import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from compare.loading.collecting import SourceProgress

BAR = 16
"""Cells of a bar."""

SIGNS = {"waiting": "·", "reading": "›", "done": "✓", "failed": "✗"}
"""What stands before a source, so that no colour is needed."""

_STYLES = {"waiting": "dim", "reading": "", "done": "$text-success", "failed": "bold $text-error"}


_LATER = ("reading", "waiting", "failed", "done")
"""What can be known of a source, what is most worth knowing first."""


class Sources(VerticalScroll, can_focus=False):
    """Lists the sources while they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._sources: tuple[SourceProgress, ...] = ()

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(markup=False)

    def show(self, sources: Sequence[SourceProgress]) -> None:
        """Show how far each source is: in their order, or where not all have room, the most telling first."""
        self._sources = tuple(sources)
        self._draw()

    def on_resize(self) -> None:
        """Cut the lines to the new width."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.scrollable_content_region.size
        if width:
            fit = len(self._sources) < height  # a line stands above them
            sources = self._sources if fit else sorted(self._sources, key=lambda source: _LATER.index(source.state))
            lines = [source_line(source, width) for source in sources]
            self.query_one(Static).update(Content("\n").join([Content("Reading · Esc compares what is there"), *lines]))


@lru_cache(maxsize=1_000)  # of two hundred sources one has got on, and all lines are asked for each time
def source_line(source: SourceProgress, width: int) -> Content:
    """Return one source in one line of a width: sign, bar, what it waits for or why it failed, and its name."""
    style = _STYLES[source.state]
    bar = progress_bar(_share(source), BAR)
    note = shortened(one_line(source.note), max(0, width // 2 - BAR))
    room = width - 4 - BAR - (cell_len(note) + 2 if note else 0)
    name = shortened(one_line(source.name), max(0, room))
    line = Content.assemble(
        (f"{SIGNS[source.state]} ", style), bar, "  ", (name, style if source.state == "failed" else ""),
        (f"  {note}" if note else "", "$foreground 70%"),
    )  # fmt: skip
    return line.truncate(width, ellipsis=True)


def _share(source: SourceProgress) -> float:
    if source.state == "done":
        return 1
    return source.arrived / source.total if source.total else 0


def progress_bar(share: float, cells: int) -> Content:
    """Return a bar that shows which share of something is done; more than all of it is all."""
    full = min(cells, round(cells * share))
    return Content.assemble(("━" * full, "$text-primary"), ("╌" * (cells - full), "$foreground 40%"))
