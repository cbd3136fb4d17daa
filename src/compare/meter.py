"""How far the work is, on a terminal: a line for the whole, and one for each source that is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from compare.loading.collecting import SourceProgress
    from compare.session import Progress

GLYPHS = {"waiting": "·", "reading": "›", "done": "✓", "failed": "✗"}
"""What stands before a source, so that no colour is needed to tell how it fares."""

MOST = 12
"""Sources that get a line; more would scroll away what stood on the screen."""


@contextmanager
def meter(stream: TextIO) -> Iterator[Callable[[Progress], None]]:
    """Show on a terminal how far the work is, and wipe it away at the end."""
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars
    from rich.table import Column

    # what is shown comes from outside: as fields without markup, and visible
    with Bars(
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1)),
        BarColumn(bar_width=16),
        TextColumn("{task.fields[told]}", markup=False, table_column=Column(no_wrap=True, ratio=1)),
        console=_console(stream),
        transient=True,
        expand=True,
    ) as bars:
        yield _Meter(bars).show


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    class Seen(Console):
        def show_cursor(self, show: bool = True) -> bool:  # noqa: ARG002
            """Leave the cursor: whoever is killed while it is hidden cannot show it again."""
            return False

    return Seen(file=stream)


class _Meter:
    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._whole = bars.add_task("compare", told="")
        self._lines: dict[int, TaskID] = {}

    def show(self, progress: Progress) -> None:
        """Draw a state of the work."""
        from compare.model import is_address, one_line

        told = f"{progress.done}/{progress.total} {one_line(progress.note)}"
        self._bars.update(
            self._whole, description=progress.stage, completed=progress.done, total=progress.total, told=told
        )
        fetched = [(n, source) for n, source in enumerate(progress.sources) if is_address(source.name)]
        for n, source in fetched[:MOST]:
            self._draw(n, source)

    def _draw(self, number: int, source: SourceProgress) -> None:
        from compare.model import one_line

        if number not in self._lines:
            self._lines[number] = self._bars.add_task("", told="", total=None)
        # no total moves to and fro: nobody knows how long it takes
        total = source.total if source.state == "reading" else 1
        done = {"reading": source.arrived, "done": 1}.get(source.state, 0)
        size = f"{source.arrived / 1000:,.0f} kB" if source.arrived else ""
        told = one_line(" ".join(filter(None, (source.state, size, source.note))))
        name = f"{GLYPHS[source.state]} {one_line(source.name)}"
        self._bars.update(self._lines[number], description=name, completed=done, total=total, told=told)
