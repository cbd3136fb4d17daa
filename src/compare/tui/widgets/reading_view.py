"""What all ways to look at a comparison share: the screen talks to each of them in the same few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widget import Widget

from compare.tui.room import panes_that_fit
from compare.tui.state import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.tui.reading import Reading
    from compare.tui.state import State, Step, View


class ReadingView(Widget):
    """One way to look at a comparison.

    It draws a state and keeps none of its own but where it is scrolled to. A method ``do_<id>`` is an action of the
    registry that only this view has, or does in its own way; the screen asks the view in sight before itself.
    """

    VIEW: ClassVar[View]
    CARD: ClassVar[bool] = True
    """Whether the card of the claim stands below it."""
    settling: bool = False
    """Whether what is drawn by now is about to move at once: a frame of it would be seen for an instant, and cost as
    much as the one that follows it."""

    @dataclass
    class Asked(Message):
        """The reader asked the view for a step of the state; ``jumped`` as in :meth:`ReadingView.show`."""

        step: Step
        jumped: bool = True

    def adopt(self, state: State, reading: Reading) -> None:
        """Take in another comparison; :meth:`show` comes next."""

    def make_room(self, state: State) -> None:
        """Set what stands beside what, before all is laid out for a new size; :meth:`show` comes next."""

    def show(self, state: State, reading: Reading, *, jumped: bool) -> None:
        """Draw a state. Where the cursor ``jumped`` it may stand anywhere, else the text moves as little as it can."""
        raise NotImplementedError  # each view has its own; a widget's metaclass leaves no room for that of abc

    def room(self, width: int) -> int:
        """Return how many articles fit beside each other on a terminal so many cells wide."""
        return panes_that_fit(width)

    def page(self, by: int) -> Step | None:
        """Return the step that moves the cursor by pages."""
        raise NotImplementedError  # each view has its own; a widget's metaclass leaves no room for that of abc

    def beside(self, article: str) -> str:  # noqa: ARG002 - only some views have articles beside each other
        """Return the sentence of an article that stands level with the cursor, empty if none does."""
        return ""

    def order(self, state: State) -> Sequence[str]:
        """Return the articles in the order in which keys go from one to the next."""
        return kept(state)

    def in_sight(self) -> tuple[str, ...]:
        """Return the sentences that begin in sight, from left to right and top to bottom."""
        return ()

    def target(self) -> Widget | None:
        """Return the widget that takes the keys."""
        return self if self.can_focus else None
