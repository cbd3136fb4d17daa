"""Keeping what the reader says, showing it, and taking it back.

Each change is on the disk before the screen says so. A mark is drawn at once, and nothing but the view in sight, header
and card with it; what a correction changes of the analysis comes a moment later, by :class:`MainScreen.Correct`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.errors import ReviewNotKept, ReviewRefused
from compare.model import Coded, Noted
from compare.tui.history import marks_are_next, marks_redone, marks_undone, redone, undone, with_marks
from compare.tui.marking import quotes, sentences_for
from compare.tui.signs import Signs, said_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.model import Article, Body, Comparison, ReaderMark
    from compare.model.review import Quotes
    from compare.review import Act
    from compare.tui.history import Changes, History
    from compare.tui.reviewing import Reviewing
    from compare.tui.screens.main import MainScreen

LOOK = 2.0
"""Seconds after which the screen looks whether another window has changed the marks. To look costs microseconds, and
nothing is drawn unless it has."""


class Keeping:
    """The marks of the set on the comparison screen; a method ``do_<id>`` is an action of the registry."""

    def __init__(self, screen: MainScreen, reviewing: Reviewing) -> None:
        self.screen = screen
        self.reviewing = reviewing
        self._refused = ""

    @property
    def trouble(self) -> str:
        """What is wrong with the store, in one line; empty if nothing is."""
        return self.reviewing.store.trouble or self._refused

    @property
    def articles(self) -> Sequence[Article]:
        """The articles as they were loaded, in whose words marks are made."""
        return self.reviewing.articles

    def signs(self, comparison: Comparison) -> Signs:
        """Return what stands beside the claims and sentences of a comparison."""
        return Signs(self.reviewing.over(comparison), comparison)

    def here(self) -> Quotes:
        """Return how to find the claim again that the cursor is on."""
        state, comparison = self.screen.state, self.screen.comparison
        return quotes(self.articles, comparison, sentences_for(comparison, state.cursor, state.claim))

    def put(self, body: Body, said: str, *, instead_of: ReaderMark | None = None) -> None:
        """Keep a mark, in the place of another one if that is given, and say so."""
        self.keep(lambda: self.reviewing.put(body, instead_of=instead_of), said)

    def drop(self, marks: Sequence[ReaderMark], said: str) -> None:
        """Take marks away, and say so."""
        self.keep(lambda: self.reviewing.drop(marks), said)

    def keep(self, change: Callable[[], None], said: str) -> None:
        """Change the marks, show it and say so; or say why they could not be changed."""
        if not self._done(change):
            return
        self.screen.history = with_marks(self.screen.history)
        self._show(said)

    def look(self) -> None:
        """Show what another window has changed, if anything, or what has become of the file."""
        if not self.screen.state.analysed:
            return
        store, before = self.reviewing.store, self.reviewing.store.trouble
        changed = store.refresh()
        if store.trouble != before:
            self._show("w says what is wrong with the file of your marks" if store.trouble else "marks are kept again")
            self.screen.warn()
        elif changed:
            self._show("marks were changed in another window")

    # --- the actions ---

    def do_undo(self) -> None:
        """Take back the newest change of this sitting; before the first of them come the marks of earlier ones."""
        screen = self.screen
        if not self._turned(lambda: screen.history.past, self.reviewing.store.undo, marks_undone, "taken back"):
            screen.travel(undone(screen.history, screen.state), self._or_later("nothing to take back"))

    def do_redo(self) -> None:
        """Do again what was taken back last."""
        screen = self.screen
        if not self._turned(lambda: screen.history.future, self.reviewing.store.redo, marks_redone, "done again"):
            screen.travel(redone(screen.history, screen.state), self._or_later("nothing was taken back"))

    def _or_later(self, nothing: str) -> str:
        """Say that there is nothing to undo or redo, once it can be known."""
        return nothing if self.screen.state.analysed else "still comparing: marks can be changed when that is done"

    def _turned(
        self,
        changes: Callable[[], Changes],
        turn: Callable[[Sequence[Article]], Act | None],
        remember: Callable[[History], History],
        said: str,
    ) -> bool:
        """Have the store take back a change or do it again, if it is the next; tell whether that is all to be done."""
        screen = self.screen
        turned: list[Act | None] = []
        while marks_are_next(changes()):
            if not self._done(lambda: turned.append(turn(self.articles))):
                return True
            if (act := turned[-1]) is not None:
                screen.history = remember(screen.history)
                self._show(f"{said}: {_told(act)}")
                return True
            if not changes():
                return False
            screen.history = remember(screen.history)  # another window has been quicker
        return False

    def _done(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except (ReviewNotKept, ReviewRefused) as error:
            self._refused = str(error)
            self.screen.say(f"marks cannot be kept ({error.reason}) · w says more")  # where is too long for the line
            self.screen.warn()
            return False
        self._refused = ""
        return True

    def _show(self, said: str) -> None:
        """Show the marks as they are by now, and have the analysis obey the corrections among them."""
        before, signs = self.screen.signs.review, self.signs(self.screen.comparison)
        self.screen.sign(signs, self.reviewing.laid.corrections)
        review = signs.review
        changed = (before.decided, before.total) != (review.decided, review.total)
        self.screen.say(f"{said} · {review.decided} of {review.total} decided, D next" if changed else said)


def _told(act: Act) -> str:
    """What an act was about, in a few words."""
    marks = act.puts or act.drops
    more = f" and {len(marks) - 1} more" if len(marks) > 1 else ""
    away = "" if act.puts else ", which had been taken away"
    # every other kind says by itself what it is
    kind = f"{marks[0].body.kind}: " if isinstance(marks[0].body, Noted | Coded) else ""
    return f"{kind}{said_by(marks[0])}{more}{away}"
