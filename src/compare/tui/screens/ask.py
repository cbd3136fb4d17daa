"""Asking the reader for words: a line for each thing that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from compare.model import one_line
from compare.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked: what it is called, and what is there already."""

    name: str
    value: str = ""


class AskScreen(Dialog[tuple[str, ...]]):
    """Asks for one or more things; returns what was typed, without blanks at the ends.

    Args:
        title: what stands in the frame.
        asked: what is asked.
        hint: a line that says what becomes of it.
        refusal: says why an answer will not do; empty if it will.
    """

    def __init__(
        self,
        title: str,
        asked: Sequence[Asked],
        hint: str = "",
        refusal: Callable[[tuple[str, ...]], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._title = title
        self._asked = asked
        self._hint = hint
        self._refusal = refusal

    def compose(self) -> ComposeResult:
        """A line for each, and one for what is said about them."""
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            box.border_subtitle = "Enter keeps · Esc leaves"
            for n, each in enumerate(self._asked):
                yield Static(Content(each.name))
                yield Input(each.value, id=f"asked-{n}", compact=True, select_on_focus=False)
            yield Static(Content(one_line(self._hint)), classes="said")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        answer = tuple(line.value.strip() for line in self.query(Input))
        if refusal := self._refusal(answer):
            self.say(refusal)
        else:
            self.dismiss(answer)
