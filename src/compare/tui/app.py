"""The application: it starts the work, hands what comes of it to the comparison screen, and ends with it."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from textual import on
from textual.app import App

from compare.model import Comparison, CoverageSet
from compare.tui.screens.main import MainScreen
from compare.tui.work import Advanced, Arrived, Compared, Failed, Loaded, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.loading.web import Web


class CompareApp(App[None]):
    """Opens several reports side by side.

    Args:
        sources: what to read.
        strict: end with an error at the first source that cannot be read.
        stdin: where ``-`` is read from.
        web: what may be fetched; by default all that the sources name.
        coverage: a set that is read already; ``sources`` are then not read.
        comparison: a result that is there already; nothing is then read or analysed.
        opened: called once the sources are read.
    """

    CSS_PATH = "compare.tcss"
    TITLE = "compare"
    ENABLE_COMMAND_PALETTE = False  # the comparison screen has its own; over a dialog there is nothing to offer

    def __init__(
        self,
        sources: Sequence[str] = (),
        *,
        strict: bool = False,
        stdin: BinaryIO | None = None,
        web: Web | None = None,
        coverage: CoverageSet | None = None,
        comparison: Comparison | None = None,
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._opened = opened
        self.failure: Exception | None = None
        self._given = comparison
        self._work = Work(self.post_message, sources, strict=strict, stdin=stdin, web=web, coverage=coverage)
        self._main = MainScreen()

    def get_default_screen(self) -> MainScreen:
        """Show the comparison screen and no other below it."""
        return self._main

    async def on_ready(self) -> None:
        """Start the work, or show what is there already."""
        if self._given is not None:
            await self._main.adopt(self._given, analysed=True)
        else:
            self._work.start()

    def on_unmount(self) -> None:
        """Stop the work: nobody waits for it any more."""
        self._work.stop()

    @on(Advanced)
    def _advanced(self, event: Advanced) -> None:
        self._main.progress(event.progress)

    @on(Arrived)
    async def _articles(self, event: Arrived) -> None:
        articles = tuple(sorted(event.articles, key=lambda a: a.id))
        await self._show(CoverageSet(articles, tuple(article.id for article in event.articles)))

    @on(Loaded)
    async def _loaded(self, event: Loaded) -> None:
        await self._show(event.coverage)
        self._opened()

    @on(Compared)
    async def _compared(self, event: Compared) -> None:
        await self._main.adopt(event.comparison, analysed=True)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self.failure = event.error
        self.exit(return_code=1)

    async def _show(self, coverage: CoverageSet) -> None:
        await self._main.adopt(Comparison(coverage, {}, (), (), (), ()), analysed=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal (OSC 52), which works over SSH too, and to the desktop where there is one."""
        super().copy_to_clipboard(text)
        Thread(target=_to_desktop, args=(text,), daemon=True).start()


def _to_desktop(text: str) -> None:
    """Copy to the desktop's clipboard. Only some terminals take OSC 52 and only some systems have a clipboard; what
    fails here has mostly succeeded there, so that there is nothing to say about it."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return
