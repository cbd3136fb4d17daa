"""The comparison screen: a view of it, the card below, a line each for the set, the articles and the status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingsMap
from textual.command import Provider
from textual.message import Message
from textual.widgets import Input

from compare.model import Comparison, plural
from compare.tui.actions import ACTIONS, BY_ID, Action
from compare.tui.bindings import bindings
from compare.tui.carrying import carried, with_correction
from compare.tui.history import History, recorded
from compare.tui.memory import returned
from compare.tui.palette import PROVIDERS
from compare.tui.reading import Reading
from compare.tui.reviewing import Reviewing
from compare.tui.screens.errands import Errands
from compare.tui.screens.frames import Unhurried
from compare.tui.screens.going import Going
from compare.tui.screens.keeping import LOOK, Keeping
from compare.tui.screens.marking import Marking
from compare.tui.signs import NO_SIGNS, Signs
from compare.tui.state import EMPTY, LOOKS, CancelSearch, Focus, GoTo, Move, Room, Search, State, Step, Unfold, shown
from compare.tui.steps import adopt, step
from compare.tui.widgets.aligned import Aligned
from compare.tui.widgets.bars import Header, Keys, StatusLine, Tabs
from compare.tui.widgets.card import Card
from compare.tui.widgets.claims import Claims
from compare.tui.widgets.loading import Sources
from compare.tui.widgets.overview import Overview
from compare.tui.widgets.pane import ArticlePane
from compare.tui.widgets.panes import Panes
from compare.tui.widgets.reading_view import ReadingView
from compare.tui.widgets.search import SearchInput
from compare.tui.widgets.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.timer import Timer

    from compare.model import Article, Correction
    from compare.places import Place
    from compare.session import Progress

VIEWS: tuple[type[ReadingView], ...] = (Panes, Aligned, Claims, Wording, Overview)
"""The widget of each view."""

SHARING = frozenset({Move.MAXIMISE, "narrower", "wider", "even"})
"""Actions that share out room among several articles."""

SOON = 0.2
"""Seconds for which a mark that corrects waits to be drawn together with what comes of it."""


class MainScreen(Unhurried):
    """Draws the state, and turns each key into the next state."""

    class Enough(Message):
        """The reader wants what has arrived to be compared without the rest."""

    class ChooseSet(Message):
        """The reader wants to open another set."""

    class ReadAgain(Message):
        """The reader wants the sources to be read anew."""

    @dataclass
    class Correct(Message):
        """The reader wants the set to be compared under corrections: all of them, those of before among them."""

        corrections: tuple[Correction, ...]

    @dataclass
    class Rename(Message):
        """The reader calls the outlet of an article so."""

        article: Article
        name: str

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {*PROVIDERS}
    AUTO_FOCUS = ""

    def __init__(self, actions: Sequence[Action] = ACTIONS, reviewing: Reviewing | None = None) -> None:
        super().__init__()
        self.actions = actions
        if actions is not ACTIONS:  # the class has those of the registry; Textual's own keymap cannot share a key
            self._bindings = BindingsMap(bindings(actions))
        self.comparison = EMPTY
        self.state = State()
        self.history = History()
        self.keeping = Keeping(self, reviewing or Reviewing())
        self._marking = Marking(self.keeping)
        self._others = (Going(self), Errands(self), self._marking, self.keeping)
        self._obeyed: tuple[Correction, ...] = ()
        """The corrections under which the comparison was made, or is being made anew."""
        self._reading = Reading(EMPTY)
        self._views = {view.VIEW: view() for view in VIEWS}
        self._said = ""
        self._progress: Progress | None = None
        self._jumped = True
        self._drawing: Timer | None = None
        """Draws the marks if the comparison that obeys them takes longer."""

    def compose(self) -> ComposeResult:
        """Lay out the screen from top to bottom."""
        yield Header()
        yield Tabs()
        yield Sources()
        for view in self._views.values():
            view.display = view is self.view
            yield view
        yield Card()
        yield StatusLine()
        yield SearchInput()
        yield Keys()

    # --- what comes in ---

    def adopt(
        self,
        comparison: Comparison,
        *,
        analysed: bool,
        place: Place | None = None,
        obeyed: tuple[Correction, ...] = (),
        jumped: bool = True,
    ) -> None:
        """Put a comparison on the screen, in the place of the one that is there.

        Nothing is waited for in between: a key or a new size that came then would find half of each.

        Args:
            comparison: what is to be read.
            analysed: it is the result of an analysis.
            place: where a reader who has done nothing yet is put, if that is known.
            obeyed: the corrections under which it was made.
            jumped: as in :meth:`ReadingView.show`.
        """
        untouched = not self.state.moved and self.history == History()
        state, finding = carried(self.state, self.comparison, comparison), self.state.finding
        if jumped:
            self.state = adopt(state, comparison, analysed=analysed)
        else:  # who has corrected something is there, though no step was made
            stays = adopt(replace(state, moved=True), comparison, analysed=analysed)
            self.state = with_correction(stays, self.comparison, comparison, finding)
        if place is not None and untouched:
            self.state = returned(self.state, comparison, place)
        self.comparison = comparison
        self._reading = self._reading.of(comparison, self.keeping.signs(comparison) if analysed else NO_SIGNS)
        self._obeyed = obeyed
        if analysed:
            self._progress, self._said = None, "" if jumped else self._said
        for view in self._views.values():
            view.adopt(self.state, self._reading)
        self._jumped = self._jumped or jumped
        self._draw()
        if analysed:
            self._obey(self.keeping.reviewing.laid.corrections)  # marks may have been made while it was compared

    def clear(self) -> None:
        """Forget the set that was read: another one comes, and till then there is nothing for a key to be about."""
        self.state, self.history, self._said = State(room=self.state.room), History(), ""
        self._marking.correcting.forget()
        self.keeping.reviewing.open(EMPTY.coverage)
        self.adopt(EMPTY, analysed=False)

    def progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._progress = progress
        self.query_one(StatusLine).progress(progress)
        sources = self.query_one(Sources)
        sources.display = any(not source.settled for source in progress.sources)
        sources.set_class(not self.state.articles, "-alone")
        sources.show(progress.sources)

    def take(self, action: Step, *, jumped: bool = True) -> None:
        """Go from one state to the next, and draw it; ``jumped`` as in :meth:`ReadingView.show`."""
        before, self.state = self.state, step(self.state, self.comparison, action)
        if self.state == before:
            return
        self.history = recorded(self.history, before, self.state)
        self._said = ""
        self._jumped = self._jumped or jumped
        self._draw()

    @property
    def signs(self) -> Signs:
        """What stands beside the claims and sentences that the reader has marked."""
        return self._reading.signs

    def sign(self, signs: Signs, corrections: tuple[Correction, ...]) -> None:
        """Show other marks on the comparison that is there, or on the one that obeys the corrections among them."""
        self._reading = replace(self._reading, signs=signs)
        if self._obey(corrections):
            self._drawing = self.set_timer(SOON, self._draw)
        else:
            self._draw()

    def _obey(self, corrections: tuple[Correction, ...]) -> bool:
        """Have the set compared under these corrections, unless it is so already; tell whether it is not."""
        if set(corrections) == set(self._obeyed):
            return False
        self._obeyed = corrections
        self.post_message(self.Correct(corrections))
        return True

    def warn(self) -> None:
        """Count the warnings anew."""
        self.query_one(Header).show(self.state, self.comparison, self.signs.review.decided, self.keeping.trouble)

    def travel(self, to: tuple[History, State], nothing: str) -> None:
        """Go back or forth to an arrangement of before, or say that there is ``nothing`` of the kind."""
        history, state = to
        if history is self.history:
            self.say(nothing)
            return
        self.history, self.state = history, state
        self._said = ""
        self._jumped = True
        self._draw()

    @property
    def view(self) -> ReadingView:
        """The view in sight."""
        return self._views[self.state.view]

    def say(self, message: str) -> None:
        """Say something in the status line, until the next key; said nothing, it tells where the reader is."""
        self._said = message
        self._draw_status()

    def label(self, jumps: Mapping[str, str]) -> None:
        """Show letters beside sentences, by which the reader jumps to one; without any, show none."""
        self.state = replace(self.state, jumps=jumps)
        self._said = "type the letters of a sentence to go there · Esc leaves" if jumps else ""
        self._draw()

    # --- drawing ---

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None
        if [view for view in self._views.values() if view.display] != [self.view]:
            for view in self._views.values():
                view.display = view is self.view
            self.refresh_bindings()
            self._fit(self.size)
        self.view.show(self.state, self._reading, jumped=self._jumped)
        self._jumped = False
        self.warn()
        self.query_one(Tabs).show(self.state, self.comparison)
        self.query_one(Card).show(self.state, self._reading)
        self._draw_status()
        if (target := self.view.target()) is not None and not isinstance(self.focused, Input):
            self.set_focus(target, scroll_visible=False)

    def _draw_status(self) -> None:
        status = self.query_one(StatusLine)
        if self._said:
            status.say(self._said)
        elif self._progress is not None:
            status.progress(self._progress)
        elif waiting := self._marking.correcting.waiting():
            status.say(waiting)
        else:
            status.show(self.state, self.comparison)

    # --- Textual's side ---

    def on_mount(self) -> None:
        """Look for the marks of other windows from time to time."""
        self.set_interval(LOOK, self.keeping.look)

    @property
    def unsettled(self) -> bool:
        """Whether the view in sight has yet to draw what it has room for."""
        return self.view.settling

    def make_room(self, size: Size) -> None:
        """Find out how many panes fit, and how much room the card gets."""
        self._fit(size)
        self.view.make_room(self.state)
        self.query_one(Keys).fit(size.width)

    def fill_room(self) -> None:
        """Draw all anew."""
        self._jumped = True
        self._fit(self.size)
        self._draw()

    @on(ArticlePane.Picked)
    def _picked(self, event: ArticlePane.Picked) -> None:
        # what was clicked must not run away from under the mouse
        self.take(GoTo(event.piece) if event.piece else Focus(event.article), jumped=False)

    @on(ArticlePane.Unfolded)
    def _unfolded(self, event: ArticlePane.Unfolded) -> None:
        self.take(Unfold(event.sentence), jumped=False)

    @on(ReadingView.Asked)
    def _asked(self, event: ReadingView.Asked) -> None:
        self.take(event.step, jumped=event.jumped)

    @on(SearchInput.Typed)
    def _typed(self, event: SearchInput.Typed) -> None:
        self.take(Search(event.query))

    @on(SearchInput.Done)
    def _searched(self, event: SearchInput.Done) -> None:
        self.query_one(SearchInput).display = False
        self.set_focus(self.view.target())
        if not event.confirmed:
            self.take(CancelSearch())
        elif self.state.hits and not self.state.hits.query.strip():
            self.take(Move.END_SEARCH)
        self._draw()

    def action_act(self, action: str) -> None:
        """Do what an entry of the registry says."""
        if action in SHARING and len(shown(self.state)) == 1 and not (self.state.alone and action == Move.MAXIMISE):
            self.say("only one article is in sight: it has all the room")
        elif action in set(Move):
            self._move(Move(action))
        elif action in LOOKS:
            self.take(LOOKS[action])
        else:
            self._doing(action)()

    def action_pane(self, number: int) -> None:
        """Go to an article by its number."""
        if number <= len(self.state.articles):
            self.to(self.state.articles[number - 1])
        else:
            self.say(f"there is no article {number}: {plural(len(self.state.articles), 'article')}")

    def _doing(self, action: str) -> Callable[[], None]:
        name = f"do_{action}"
        holder = next(holder for holder in (self.view, self, *self._others) if hasattr(holder, name))
        doing: Callable[[], None] = getattr(holder, name)
        return doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what exists in the view in sight, and no search to whoever is typing one."""
        if action == "act" and parameters:
            searching = parameters[0] == "search" and isinstance(self.focused, Input)
            return not searching and self.state.view in BY_ID[str(parameters[0])].views
        return super().check_action(action, parameters)

    def _move(self, move: Move) -> None:
        if move is Move.END_SEARCH:
            if self._marking.correcting.forget():
                self.say("dropped: nothing is linked, cut or merged")
                return
            self.clear_selection()
            if self.query_one(Sources).display:
                self.post_message(self.Enough())
        if move in (Move.NEXT_HIT, Move.PREVIOUS_HIT) and self.state.hits is None:
            self.say("no search under way: / begins one")
            return
        # a step to the next sentence leaves the text where it is if it can; every other one is a jump
        self.take(move, jumped=move not in (Move.NEXT_SENTENCE, Move.PREVIOUS_SENTENCE))

    def to(self, article: str) -> None:
        """Go to an article: to the counterpart there, or to what stands level with the cursor."""
        self.take(Focus(article, self.view.beside(article)))

    def _fit(self, size: Size) -> None:
        self.state = step(self.state, self.comparison, Room(self.view.room(size.width)))
        self._size_card(size.height)

    def _size_card(self, height: int) -> None:
        self.query_one(Card).take_room(height, wanted=self.view.CARD)

    # --- the actions that are no steps of the state, and no errands ---

    def do_size_card(self) -> None:
        """Give the card more room, or none."""
        chosen = self.query_one(Card).choose_next_size()
        self._size_card(self.size.height)
        self.say(f"card: {chosen}")

    def do_search(self) -> None:
        """Open the line to search with."""
        if not self.state.cursor:
            return
        self.take(Search("", anew=True))
        self.query_one(SearchInput).open()
