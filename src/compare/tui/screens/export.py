"""Writing a report: a path, whose suffix decides on the format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from compare.errors import CompareError
from compare.model import Comparison, one_line
from compare.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

DEFAULT = "report.md"
"""Where a report goes if the reader names nothing else."""


class ExportScreen(Dialog[str]):
    """Asks for a path and writes the report there; returns the path, or ``None`` where nothing was written."""

    @dataclass
    class Written(Message):
        """The report stands at its target."""

        target: str

    @dataclass
    class Refused(Message):
        """The report could not be written."""

        reason: str

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison
        self._asked = ""
        self._writing = False

    def compose(self) -> ComposeResult:
        """A line for the path and one for what is said about it."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Write a report"
            box.border_subtitle = "Enter writes · Esc leaves"
            yield Input(DEFAULT, id="target", compact=True)
            yield Static("The suffix decides: .md .html .txt to read, .csv .json for programs.", classes="said")

    @on(Input.Changed)
    def _changed(self) -> None:
        self._asked = ""

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        try:
            target = str(Path(event.value.strip()).expanduser()) if event.value.strip() else ""
        except RuntimeError as error:  # "~somebody" who has no home
            self._say(str(error))
            return
        if target in ("", "-"):  # standard output is no place for a report while the screen is open
            self._say("Name a file.")
        elif refusal := self._refusal(target):
            self._say(refusal)
        elif self._asked != target and (question := self._question(target)):
            self._asked = target
            self._say(question)
        else:
            self._write(target)

    def _refusal(self, target: str) -> str:
        """Say why a report cannot be written there; what is no report of ours is never replaced from here."""
        from compare.export.write import check

        try:
            check(target, self._comparison.coverage.inputs)
        except CompareError as error:
            return str(error)
        return ""

    def _question(self, target: str) -> str:
        """Ask whether what stands there may be replaced; empty if nothing does."""
        from compare.export.write import replaced

        file, *more = replaced(target) or ("",)
        if not file:
            return ""
        if not more:
            return f"{file} holds a report already. Enter again replaces it, Esc leaves it as it is."
        tables = f"{file} and {len(more)} more hold tables already"
        return f"{tables}. Enter again replaces them, Esc leaves them as they are."

    def _write(self, target: str) -> None:
        if self._writing:
            return
        self._writing = True
        self._say("writing …")
        # a report may go to a slow disk or a pipe: the screen must not stand still meanwhile
        Thread(target=self._work, args=(target,), daemon=True).start()

    def _work(self, target: str) -> None:
        from compare.export import write

        try:
            write(self._comparison, target)
        except Exception as error:  # whatever goes wrong must reach the reader: the dialog waits for an answer
            self.post_message(self.Refused(str(error)))
        else:
            self.post_message(self.Written(target))

    @on(Written)
    def _written(self, event: Written) -> None:
        self.dismiss(event.target)

    @on(Refused)
    def _refused(self, event: Refused) -> None:
        self._writing = False
        self._asked = ""
        self._say(event.reason)

    def _say(self, message: str) -> None:
        self.query_one(Static).update(Content(one_line(message)))
