"""The application: it starts the work, hands what comes of it to the comparison screen, and ends with it."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from textual import on
from textual.driver import Driver

from compare.config import Config
from compare.errors import CompareError
from compare.model import Comparison, CoverageSet, one_line
from compare.model.phrases import title_of
from compare.tui.corrector import Corrected, Corrector, MayCorrect
from compare.tui.ending import LOOK, Outside
from compare.tui.garbage import collect_rarely, spare_what_is_there
from compare.tui.keymap import actions_with
from compare.tui.memory import Memory, place_of
from compare.tui.open_set import OpenSet
from compare.tui.reviewing import Reviewing
from compare.tui.screens.entries import EntriesScreen
from compare.tui.screens.failed import FailedScreen
from compare.tui.screens.main import MainScreen
from compare.tui.screens.recent import RecentScreen
from compare.tui.state import uncompared
from compare.tui.themes import DARK, THEMES
from compare.tui.typeahead import Orderly
from compare.tui.watch import FilesChanged
from compare.tui.work import Advanced, Arrived, Compared, Failed, Job, Loaded, News, Offered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from textual.command import Provider

    from compare.loading.web import Web


KEEP_TITLE, BACK_TITLE = "\x1b[22;2t", "\x1b[23;2t"
"""What makes a terminal remember the title of its window, and go back to it (xterm's window operations)."""


class CompareApp(Orderly):
    """Opens several reports side by side.

    Args:
        sources: what to read; without any, and with nothing else given, the reader chooses a set opened before.
        strict: end with an error at the first source that cannot be read.
        stdin: where ``-`` is read from.
        web: what may be fetched; by default all that the sources name.
        coverage: a set that is read already; ``sources`` are then not read.
        comparison: a result that is there already; nothing is then read or analysed.
        memory: what is remembered from one run to the next.
        config: the user's settings.
        watch: read the files again when they change.
        heed: end in order at a signal, or when the terminal or the server is gone. It changes the whole process.
    """

    CSS_PATH = "compare.tcss"
    TITLE = "compare"
    ENABLE_COMMAND_PALETTE = False  # the comparison screen has its own; over a dialog there is nothing to offer
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    """None of Textual's own: what they do the registry has already, or would hide a part of the screen."""

    def __init__(  # noqa: PLR0913 - all but the sources by name
        self,
        sources: Sequence[str] = (),
        *,
        strict: bool = False,
        stdin: BinaryIO | None = None,
        web: Web | None = None,
        coverage: CoverageSet | None = None,
        comparison: Comparison | None = None,
        memory: Memory | None = None,
        config: Config | None = None,
        watch: bool = False,
        heed: bool = False,
    ) -> None:
        super().__init__()
        collect_rarely()
        config = config or Config()
        for theme in THEMES:
            self.register_theme(theme)
        if config.theme is not None and config.theme not in self.available_themes:
            own = [theme.name for theme in THEMES]
            others = [name for name in self.available_themes if name not in own]
            raise config.error(("theme",), f"no theme {config.theme!r}; there are {', '.join((*own, *others))}")
        self.theme = config.theme or DARK
        self.failure: Exception | None = None
        self.memory = memory or Memory()
        self._outside = Outside(lambda status: self.exit(return_code=status), self._leave_set) if heed else None
        self._given = comparison
        self._reviewing = Reviewing(self.memory.review, config.initials, config.codebook)
        self._corrector: Corrector | None = None
        job = Job(
            sources,
            strict=strict,
            stdin=stdin,
            web=web,
            coverage=coverage,
            review=self._reviewing.store,
            analyses=self.memory.analyses,
        )
        self._set = OpenSet(self.post_message, job, watching=watch)
        self._asking: EntriesScreen | None = None
        self._main = MainScreen(actions_with(config), self._reviewing)

    def get_default_screen(self) -> MainScreen:
        """Show the comparison screen and no other below it."""
        return self._main

    def on_ready(self) -> None:
        """Start the work, or show what is there already."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(KEEP_TITLE)
        self._entitle("")
        if self._outside is not None:
            self.set_interval(LOOK, self._outside.look)
            if self._outside.ended():
                return
        if self._given is not None:
            self._main.adopt(self._given, analysed=True)
            spare_what_is_there()
        elif self._set.work is not None:
            self._set.work.start()
        else:
            self.choose_set()

    @on(Driver.SignalResume)
    def _come_back(self) -> None:
        """Draw all anew after a stop: terminals clear the other screen when a program goes back to it."""
        self.refresh(layout=True)

    def on_load(self) -> None:
        """Have signals end the program in order from before it changes anything in the terminal."""
        if self._outside is not None:
            self._outside.heed()

    def on_mount(self) -> None:
        """Have a stop by Ctrl+Z or a signal come between two steps; Textual has just begun to listen to it."""
        if self._outside is not None and self._driver is not None:
            self._outside.heed_stops(self._driver)

    def on_unmount(self) -> None:
        """Stop the work, for which nobody waits any more, and remember where the reader was."""
        self._leave_set()
        if self._driver is not None and not self.is_headless:
            self._driver.write(BACK_TITLE)

    # --- which set is open ---

    @on(MainScreen.ChooseSet)
    def choose_set(self) -> None:
        """Let the reader choose among the sets opened before."""
        if isinstance(self.screen, RecentScreen):  # the key was pressed twice before the list was there
            return
        sets = self.memory.recent()

        def chosen(number: int | None) -> None:
            if number is not None:
                self.open_set(sets[number])
            elif self._set.work is None and self._given is None:
                self.exit()

        self.push_screen(RecentScreen(sets), chosen)

    def open_set(self, sources: Sequence[str]) -> None:
        """Open another set in the place of the one that is open."""
        self._leave_set()
        self._main.clear()
        self._set.open(sources)
        self._ask_no_more()

    def read_again(self, *, fetch: bool = True) -> None:
        """Read the sources anew; what is on the screen stays until there is something to put in its place.

        Args:
            fetch: whether to fetch addresses again, and to ask anew which entries of a feed to open; else what was
                saved is read, and the same entries.
        """
        if self._set.can_be_read_again():
            self._set.read_again(fetch=fetch, again=self._main.state.analysed)
            self._ask_no_more()

    def _ask_no_more(self) -> None:
        """Close the question which entries of a feed to open: nobody waits for the answer any more."""
        if self._asking is not None:
            self._asking.dismiss(None)

    def _leave_set(self) -> None:
        self._set.leave()
        if self._corrector is not None:
            self._corrector.stop()
            self._corrector = None
        if self._main.state.analysed:
            self.memory.keep_place(self._main.comparison.coverage, place_of(self._main.state))

    # --- what the work says ---

    def _is_told_by(self, news: News) -> bool:
        """Say whether there is news of the open set, and still a screen to tell it on: the program may be leaving."""
        return self.is_running and news.work is self._set.work

    @on(Advanced)
    def _advanced(self, event: Advanced) -> None:
        if self._is_told_by(event):
            self._main.progress(event.progress)

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        if self._is_told_by(event) and not self._set.again:
            articles = tuple(sorted(event.articles, key=lambda a: a.id))
            self._show(CoverageSet(articles, tuple(article.id for article in event.articles)))

    @on(Offered)
    def _offered(self, event: Offered) -> None:
        if not self._is_told_by(event):
            return

        def answer(entries: Collection[str] | None) -> None:
            if entries is None:
                entries = self._set.chosen.get(event.feed)
            else:
                self._set.chosen[event.feed] = entries
            event.work.choose(entries)

        before = self._set.chosen.get(event.feed)
        self._asking = EntriesScreen(event.feed, event.offers, least=event.least, chosen=before)
        self.push_screen(self._asking, answer)

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        if not self._is_told_by(event):
            return
        if not self._set.again:
            self._show(event.coverage)
            self.memory.opened(self._set.sources)
        self._set.watch_over(event.coverage.inputs)

    @on(Compared)
    def _compared(self, event: Compared) -> None:
        if self._is_told_by(event):
            place = None if self._set.again else self.memory.place_in(event.comparison.coverage)
            before = self._main.comparison.coverage
            self._corrector = event.corrector
            self._reviewing.open(event.corrector.coverage, event.laid)
            self._main.adopt(event.comparison, analysed=True, place=place, obeyed=event.laid.corrections)
            self._entitle(title_of(event.comparison.coverage))
            spare_what_is_there()
            if self._set.renamed:
                self._main.say(f"{self._set.renamed}: the name is kept for later sets")
                self._set.renamed = ""
            elif self._set.again:
                same = _texts(before) == _texts(event.comparison.coverage)
                self._main.say(f"read again: {'nothing has changed' if same else 'the texts have changed'}")

    @on(MainScreen.Correct)
    def _correct(self, event: MainScreen.Correct) -> None:
        self._correcting().ask(event.corrections)

    @on(MayCorrect)
    def _may_correct(self) -> None:
        if self._corrector is not None:
            self._corrector.expect(self._reviewing.laid.corrections)

    def _correcting(self) -> Corrector:
        if self._corrector is None:
            self._corrector = Corrector(self.post_message, self._reviewing.coverage)
        return self._corrector

    @property
    def sources(self) -> Sequence[str]:
        """What the reader named to open the set."""
        return self._set.sources

    @property
    def asked(self) -> tuple[str, ...]:
        """What else decides what is compared, as options of the command line."""
        return self._set.asked

    def uncorrected(self) -> Comparison:
        """Return the comparison of the open set without the reader's corrections. It may take a while: for threads."""
        return self._correcting().compare(())

    @on(Corrected)
    def _corrected(self, event: Corrected) -> None:
        if event.corrector is not self._corrector:
            return
        if event.comparison is None:
            self.failure = event.failure
            self.exit(return_code=1)
            return
        self._main.adopt(event.comparison, analysed=True, obeyed=event.corrections, jumped=False)
        spare_what_is_there()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if not self._is_told_by(event):
            return
        if self._set.again and isinstance(event.error, CompareError):
            self._main.say(f"not read again: {event.error}")
            return
        if self._set.within and isinstance(event.error, CompareError):
            self._set.work = None
            self.push_screen(FailedScreen(event.error), lambda _: self.choose_set())
            return
        self.failure = event.error
        self.exit(return_code=1)

    @on(MainScreen.Enough)
    def _enough(self) -> None:
        if self._set.work is not None:
            self._set.work.settle()

    @on(MainScreen.ReadAgain)
    def _asked_again(self) -> None:
        if "-" in self._set.sources:
            self._main.say("what came from standard input cannot be read again")
        self.read_again()

    @on(MainScreen.Rename)
    def _rename(self, event: MainScreen.Rename) -> None:
        from compare.loading.renaming import keep, renamed

        try:
            keep(event.article, event.name)
        except CompareError as error:
            self._main.say(str(error))
            return
        coverage = self._reviewing.coverage  # without what was corrected of this set alone
        if all(article.id != event.article.id for article in coverage.articles):  # read again while it was asked
            self.read_again(fetch=False)
        else:
            # who is one voice may have changed, and with it what each claim is
            self._set.compare_again(renamed(coverage, event.article.id, event.name))
        self._set.again, self._set.renamed = True, one_line(event.name)

    @on(FilesChanged)
    def _files_changed(self) -> None:
        self.read_again(fetch=False)  # the reader has saved a file, and not asked for anything of the web

    def _show(self, coverage: CoverageSet) -> None:
        self._main.adopt(uncompared(coverage), analysed=False)

    def _entitle(self, title: str) -> None:
        """Give the terminal's window a title, until the program ends."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(f"\x1b]2;{self.TITLE}{f': {title}' if title else ''}\x07")

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal (OSC 52), which works over SSH too, and to the desktop where there is one.

        In a browser the terminal is the page, and the desktop may be another computer's.
        """
        super().copy_to_clipboard(text)
        if not self.is_web:
            Thread(target=_to_desktop, args=(text,), daemon=True).start()


def _texts(coverage: CoverageSet) -> list[str]:
    """What stands for the texts; the ids of articles change with the reader's names of outlets as well."""
    return sorted(article.sha256 for article in coverage.articles)


def _to_desktop(text: str) -> None:
    """Copy to the desktop's clipboard. Only some terminals take OSC 52 and only some systems have a clipboard; what
    fails here has mostly succeeded there, so that there is nothing to say about it."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return
