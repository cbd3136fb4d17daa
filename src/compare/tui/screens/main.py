"""The comparison screen: panes side by side, the card below, a line each for the set, the articles and the status."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.command import CommandPalette, Provider
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Input

from compare.model import Comparison, CoverageSet
from compare.tui import phrases
from compare.tui.actions import BY_ID
from compare.tui.bindings import ActionProvider, PlaceProvider, bindings
from compare.tui.layout import card_rows, panes_that_fit
from compare.tui.relations import level_with
from compare.tui.screens.export import ExportScreen
from compare.tui.screens.help import HelpScreen
from compare.tui.screens.warnings import WarningsScreen
from compare.tui.state import CancelSearch, Focus, GoTo, Move, Room, Search, State, Step, shown
from compare.tui.steps import adopt, step
from compare.tui.widgets.bars import Header, StatusLine, Tabs
from compare.tui.widgets.card import Card
from compare.tui.widgets.frame import frame_of
from compare.tui.widgets.pane import ArticlePane
from compare.tui.widgets.search import SearchInput
from compare.tui.widgets.view import Reading, view_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from compare.session import Progress

EMPTY = Comparison(CoverageSet((), ()), {}, (), (), (), ())
"""What is compared before anything is read."""

UPPER = 1 / 3
"""How far down its pane a sentence stands that was jumped to: enough before it to know where one is."""

CARDS = ("usual", "tall", "hidden")
"""The sizes of the card, in the order in which a key goes through them."""


class MainScreen(Screen[None]):
    """Draws the state, and turns each key into the next state."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider, PlaceProvider}
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.comparison = EMPTY
        self.state = State()
        self._reading = Reading(EMPTY)
        self._panes: dict[str, ArticlePane] = {}
        self._card = CARDS[0]
        self._said = ""
        self._progress: Progress | None = None
        self._jumped = True

    def compose(self) -> ComposeResult:
        """Lay out the screen from top to bottom."""
        yield Header()
        yield Tabs()
        yield Horizontal(id="panes")
        yield Card()
        yield StatusLine()
        yield SearchInput()
        yield Footer(show_command_palette=False, compact=True)

    # --- what comes in ---

    async def adopt(self, comparison: Comparison, *, analysed: bool) -> None:
        """Put a comparison on the screen, in the place of the one that is there."""
        self.comparison = comparison
        self._reading = Reading(comparison)
        self.state = adopt(self.state, comparison, analysed=analysed)
        if analysed:
            self._progress, self._said = None, ""
        articles = comparison.coverage.displayed()
        gone = [pane for key, pane in self._panes.items() if key not in self.state.articles]
        for pane in gone:
            self._panes.pop(pane.article.id)
            await pane.remove()
        new = [ArticlePane(article) for article in articles if article.id not in self._panes]
        visible = shown(self.state)
        for pane in new:  # hidden from the start if it will be, else all are laid out once for nothing
            pane.display = pane.article.id in visible
            self._panes[pane.article.id] = pane
        row = self.query_one("#panes", Horizontal)
        await row.mount_all(new)
        row.sort_children(key=lambda pane: self.state.articles.index(pane.article.id))  # type: ignore[attr-defined]
        self._jumped = True
        self._draw()

    def progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._progress = progress
        self.query_one(StatusLine).progress(progress)

    def take(self, action: Step) -> None:
        """Go from one state to the next, and draw it."""
        before, self.state = self.state, step(self.state, self.comparison, action)
        if self.state == before:
            return
        self._said = ""
        # a step to the next sentence leaves the text where it is if it can; every other one is a jump
        self._jumped = self._jumped or action not in (Move.NEXT_SENTENCE, Move.PREVIOUS_SENTENCE)
        self._draw()

    def say(self, message: str) -> None:
        """Say something in the status line, until the next key."""
        self._said = message
        self.query_one(StatusLine).say(message)

    # --- drawing ---

    def _draw(self) -> None:
        visible = shown(self.state)
        for key, pane in self._panes.items():
            pane.display = key in visible
            if key in visible:
                pane.show(view_of(self.state, self._reading, key), self.comparison.index.articles[key])
                pane.frame(*frame_of(self.state, self._reading, key), focused=key == self.state.focus)
        self.query_one(Header).show(self.state, self.comparison)
        self.query_one(Tabs).show(self.state, self.comparison)
        self.query_one(Card).show(self.state, self.comparison)
        self._draw_status()
        if self.state.focus in self._panes and not isinstance(self.focused, Input):
            self.set_focus(self._panes[self.state.focus], scroll_visible=False)
        self.call_after_refresh(self._align)

    def _draw_status(self) -> None:
        status = self.query_one(StatusLine)
        if self._said:
            status.say(self._said)
        elif self._progress is not None:
            status.progress(self._progress)
        else:
            status.show(self.state, self.comparison)

    def _align(self) -> None:
        """Bring the cursor's sentence into sight, and level with it its counterparts or those of its paragraph."""
        jumped, self._jumped = self._jumped, False
        pane = self._panes.get(self.state.focus)
        if pane is None or not pane.display or not self.state.cursor:
            return
        claim = self.comparison.index.claims.get(self.state.claim)
        others = {
            self._panes[key]: best
            for key in shown(self.state)
            if key != self.state.focus
            and (best := level_with(self.comparison, claim, self.state.cursor, key)) is not None
        }
        if jumped:
            # no lower than where it stands in any of the panes, so that all of them can be level
            rows = [p.rows.row_of(piece) for p, piece in {pane: self.state.cursor, **others}.items()]
            pane.level(self.state.cursor, min(round(pane.scrollable_content_region.height * UPPER), *rows))
        row = pane.reveal(self.state.cursor)
        for other, piece in others.items():
            other.level(piece, row)

    # --- Textual's side ---

    def on_resize(self, event: events.Resize) -> None:
        """Find out how many panes fit, and how much room the card gets."""
        self.state = step(self.state, self.comparison, Room(panes_that_fit(event.size.width)))
        self._size_card(event.size.height)
        self._jumped = True
        self._draw()

    @on(ArticlePane.Laid)
    def _laid(self) -> None:
        self._jumped = True
        self.call_after_refresh(self._align)

    @on(ArticlePane.Picked)
    def _picked(self, event: ArticlePane.Picked) -> None:
        self.take(GoTo(event.piece) if event.piece else Focus(event.article))
        self._jumped = False  # what was clicked must not run away from under the mouse

    @on(SearchInput.Typed)
    def _typed(self, event: SearchInput.Typed) -> None:
        self.take(Search(event.query))

    @on(SearchInput.Done)
    def _searched(self, event: SearchInput.Done) -> None:
        self.query_one(SearchInput).display = False
        self.set_focus(self._panes.get(self.state.focus))
        if not event.confirmed:
            self.take(CancelSearch())
        elif self.state.hits and not self.state.hits.query.strip():
            self.take(Move.END_SEARCH)
        self._draw()

    def action_act(self, action: str) -> None:
        """Do what an entry of the registry says."""
        if action in set(Move):
            self._move(Move(action))
        else:
            self._doing(action)()

    def action_pane(self, number: int) -> None:
        """Go to an article by its number."""
        if number <= len(self.state.articles):
            self._to(self.state.articles[number - 1])
        else:
            self.say(f"there is no article {number}: {phrases.plural(len(self.state.articles), 'article')}")

    def _doing(self, action: str) -> Callable[[], None]:
        doing: Callable[[], None] = getattr(self, f"do_{BY_ID[action].id}")
        return doing

    def _move(self, move: Move) -> None:
        if move is Move.END_SEARCH:
            self.clear_selection()
        if move in (Move.NEXT_HIT, Move.PREVIOUS_HIT) and self.state.hits is None:
            self.say("no search under way: / begins one")
            return
        self.take(move)

    def _to(self, article: str) -> None:
        pane = self._panes[self.state.focus]
        there = self._panes[article]
        level = there.piece_near(max(0, pane.screen_row(self.state.cursor))) if there.display else ""
        self.take(Focus(article, level))

    def _by_pane(self, by: int) -> None:
        articles = self.state.articles
        if articles:
            self._to(articles[(articles.index(self.state.focus) + by) % len(articles)])

    def _by_page(self, by: int) -> None:
        pane = self._panes.get(self.state.focus)
        if pane is not None:
            page = max(1, pane.scrollable_content_region.height - 2)
            self.take(GoTo(pane.piece_near(pane.screen_row(self.state.cursor) + by * page, upwards=by < 0)))

    def _size_card(self, height: int) -> None:
        card = self.query_one(Card)
        rows = 0 if self._card == "hidden" else card_rows(height, tall=self._card == "tall")
        card.display = rows > 0
        card.styles.height = max(1, rows)

    # --- the actions that are no steps of the state ---

    def do_page_down(self) -> None:
        """Move the cursor one page down."""
        self._by_page(1)

    def do_page_up(self) -> None:
        """Move the cursor one page up."""
        self._by_page(-1)

    def do_pane_right(self) -> None:
        """Go to the next article."""
        self._by_pane(1)

    def do_pane_left(self) -> None:
        """Go to the article before."""
        self._by_pane(-1)

    def do_card_down(self) -> None:
        """Scroll the card down."""
        self.query_one(Card).scroll_down(animate=False)

    def do_card_up(self) -> None:
        """Scroll the card up."""
        self.query_one(Card).scroll_up(animate=False)

    def do_size_card(self) -> None:
        """Give the card more room, or none."""
        self._card = CARDS[(CARDS.index(self._card) + 1) % len(CARDS)]
        self._size_card(self.size.height)
        self.say(f"card: {self._card}")

    def do_search(self) -> None:
        """Open the line to search with."""
        if not self.state.cursor:
            return
        self.take(Search(""))
        self.query_one(SearchInput).open()

    def do_copy(self) -> None:
        """Copy the cursor's sentence with its source."""
        if self.state.cursor:
            self.app.copy_to_clipboard(phrases.citation(self.comparison, self.state.cursor))
            self.say("copied, with its source")

    def do_export(self) -> None:
        """Ask where a report goes."""
        if self.state.analysed:
            self.app.push_screen(ExportScreen(self.comparison), self._exported)
        else:
            self.say("still comparing: a report can be written when that is done")

    def _exported(self, target: str | None) -> None:
        if target:
            self.say(f"written: {target}")

    def do_warnings(self) -> None:
        """Show the warnings."""
        self.app.push_screen(WarningsScreen(phrases.warnings_of(self.comparison)))

    def do_theme(self) -> None:
        """Change between light and dark."""
        self.app.theme = "textual-light" if self.app.current_theme.dark else "textual-dark"

    def do_themes(self) -> None:
        """Let the reader choose a theme."""
        self.app.search_themes()

    def do_palette(self) -> None:
        """Open the command palette."""
        self.app.push_screen(CommandPalette(id="--command-palette"))

    def do_help(self) -> None:
        """Show keys and marks."""
        self.app.push_screen(HelpScreen())

    def do_interrupt(self) -> None:
        """Copy what is selected; where nothing is, whoever pressed Ctrl+C wants to leave."""
        if selected := self.get_selected_text():
            self.app.copy_to_clipboard(selected)
            self.say("copied the selection")
        else:
            self.say("q quits")

    def do_suspend(self) -> None:
        """Leave for the shell until the program is brought back."""
        self.app.action_suspend_process()

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
