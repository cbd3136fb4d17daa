"""Writing a report: where to, for what, and what it will begin with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Select, Static

from compare.errors import CompareError, OutputForeign
from compare.model import plural
from compare.tui.reporting import Choices, Subject, beginning
from compare.tui.screens.dialog import Dialog
from compare.tui.widgets.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

PAUSE = 0.25
"""Seconds without a key after which the preview is made: not a report for each letter of a path."""

YOURS = ("out", "in")
"""Whether the reader's marks are in a report: not unless that was asked for."""


class ExportScreen(Dialog[Choices]):
    """Asks where and what, and writes the report; returns the choices, or ``None`` where nothing was written.

    Args:
        subject: what the report is about.
        choices: what is offered to begin with.
    """

    @dataclass
    class Written(Message):
        """The report stands at its target."""

        choices: Choices

    @dataclass
    class Refused(Message):
        """The report could not be written."""

        reason: str

    @dataclass
    class Previewed(Message):
        """The report would begin so; ``asked`` is for which choices."""

        asked: Choices
        text: str

    def __init__(self, subject: Subject, choices: Choices) -> None:
        super().__init__()
        self._subject = subject
        self._begun = choices
        self._asked = ""
        self._writing = False
        self._shown: Choices | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """A line for the path, the choices, what is said about them, and the preview."""
        from compare.export.options import MARKS, PROFILES

        begun = self._begun
        with Vertical(classes="dialog") as box:
            box.border_title = "Write a report"
            box.border_subtitle = "Enter writes · Tab goes on · → completes the path · Esc leaves"
            yield Input(begun.target, id="target", compact=True, suggester=Paths())
            with Horizontal(classes="choices"):
                yield self._list("profile", "profile", PROFILES, begun.profile)
                yield self._list("marks", "marks", MARKS, begun.marks)
            with Horizontal(classes="choices"):
                yield self._list("review", "my marks", YOURS, begun.review)
                words = begun.quote_words
                yield Input(words, id="quote", placeholder="quote at most … words", compact=True, type="integer")
            yield Static(self._hint(), classes="said")
            with VerticalScroll(classes="preview") as preview:
                preview.border_title = "It will begin"
                preview.can_focus = False
                yield Static(markup=False)

    @staticmethod
    def _list(name: str, said: str, values: Sequence[str], begun: str) -> Select[str]:
        options = [(f"{said}: {value}", value) for value in values]
        value = begun if begun in values else values[0]
        return Select(options, value=value, allow_blank=False, id=name, compact=True)

    def on_mount(self) -> None:
        """Begin with the path."""
        self.query_one("#target", Input).focus()
        self._preview()

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        target, quote = (self.query_one(name, Input).value.strip() for name in ("#target", "#quote"))
        profile, marks, review = (
            str(self.query_one(f"#{name}", Select).value) for name in ("profile", "marks", "review")
        )
        return Choices(target, profile, marks, quote, review)

    def _hint(self) -> str:
        laid = self._subject.review.laid
        if laid.corrections:
            return "With your marks in, it tells the comparison as you corrected it; with them out, the program's own."
        if laid.placed or laid.unplaced:
            marked = plural(len(laid.placed) + len(laid.unplaced), "mark")
            return f"You have {marked} here: “my marks: in” puts what you marked into the report."
        return "The suffix decides: .md .html .txt to read, .csv .json for programs."

    @on(Input.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        self._asked = ""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._preview)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        choices = self.choices
        try:
            target = str(Path(choices.target).expanduser()) if choices.target else ""
        except RuntimeError:  # "~somebody" who has no home
            self.say(f"{choices.target}: there is no such home folder; name another file")
            return
        if target in ("", "-"):  # standard output is no place for a report while the screen is open
            self.say("Name a file.")
        elif refusal := self._refusal(target, choices):
            self.say(refusal)
        elif self._asked != target and (question := self._question(target)):
            self._asked = target
            self.say(question)
        else:
            self._write(target, choices)

    def _refusal(self, target: str, choices: Choices) -> str:
        """Say why a report cannot be written there; what is no report of ours is never replaced from here."""
        from compare.export.writing import check

        try:
            check(target, self._subject.loaded.inputs, options=self._subject.options(choices))
        except OutputForeign as error:
            return error.unforced
        except CompareError as error:
            return str(error)
        return ""

    def _question(self, target: str) -> str:
        """Ask whether what stands there may be replaced; empty if nothing does."""
        from compare.export.writing import replaced

        choices = self.choices  # files beside a report bear the outlets' names, as the report has them
        file, *more = replaced(self._subject.coverage(choices), target, self._subject.options(choices)) or ("",)
        if not file:
            return ""
        if not more:
            return f"{file} holds a report already. Enter again replaces it, Esc leaves it as it is."
        files = f"{file} and {len(more)} more are of a report already"
        return f"{files}. Enter again replaces them, Esc leaves them as they are."

    # --- in threads: a report takes a while, and may go to a slow disk or a pipe ---

    def _write(self, target: str, choices: Choices) -> None:
        if not self._writing:
            self._writing = True
            self.say("writing …")
            Thread(target=self._work, args=(target, choices), daemon=True).start()

    def _work(self, target: str, choices: Choices) -> None:
        from compare.export import write

        try:
            write(self._subject.told(choices), target, options=self._subject.options(choices))
        except Exception as error:  # whatever goes wrong must reach the reader: the dialog waits for an answer
            self.post_message(self.Refused(str(error)))
        else:
            self.post_message(self.Written(choices))

    def _preview(self) -> None:
        choices = self.choices
        if choices != self._shown:
            self._shown = choices
            Thread(target=self._begin, args=(choices,), daemon=True).start()

    def _begin(self, choices: Choices) -> None:
        try:
            text = beginning(self._subject, choices)
        except CompareError as error:
            text = str(error)
        if self.is_attached:
            self.post_message(self.Previewed(choices, text))

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        if event.asked == self._shown:
            self.query_one(".preview Static", Static).update(Content(event.text))

    @on(Written)
    def _written(self, event: Written) -> None:
        self.dismiss(event.choices)

    @on(Refused)
    def _refused(self, event: Refused) -> None:
        self._writing = False
        self._asked = ""
        self.say(event.reason)
