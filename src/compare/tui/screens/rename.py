"""Naming the outlet of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from compare.model import Article, one_line
from compare.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

LONGEST = 100
"""Characters of a name; longer ones fit nowhere."""


class RenameScreen(Dialog[str]):
    """Asks for the name of an outlet; returns it, or ``None`` where it stays as it is."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        """A line for the name, and one that says whom it is for."""
        article = self._article
        with Vertical(classes="dialog") as box:
            box.border_title = "Name the outlet"
            box.border_subtitle = "Enter keeps it for later sets · Esc leaves"
            yield Input(one_line(article.outlet or article.label.removesuffix("?")), max_length=LONGEST, compact=True)
            yield Static(Content(f"{_whose(article)} Articles of one outlet count as one voice."))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        name = one_line(event.value).strip()
        if not name:
            self.query_one(Static).update("Write a name.")
        else:
            self.dismiss(None if name == self._article.outlet else name)


def _whose(article: Article) -> str:
    """Say what the name is given to."""
    if article.outlet:
        return f"So far {one_line(article.outlet)}."
    from compare.loading.outlets import own_host

    host = own_host(article.url)
    whom = f"all articles of {one_line(host)}" if host else "this article alone"
    return f"So far not known; its label is a guess. The name is for {whom}."
