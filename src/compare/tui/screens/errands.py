"""What a key does beside the comparison: dialogs, other programs, the clipboard. None of it is a step of the state."""

from __future__ import annotations

import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.theme import ThemeProvider

from compare.errors import CompareError
from compare.model import one_line
from compare.tui import phrases
from compare.tui.opening import address_of, editor_for
from compare.tui.picture import keep_picture
from compare.tui.relations import best_counterpart
from compare.tui.reporting import Choices, Subject
from compare.tui.screens.dialog import Palette
from compare.tui.screens.export import ExportScreen
from compare.tui.screens.help import HelpScreen
from compare.tui.screens.jump import JumpScreen, labelled
from compare.tui.screens.rename import RenameScreen
from compare.tui.screens.warnings import WarningsScreen
from compare.tui.state import GoTo, looked_at
from compare.tui.themes import other

if TYPE_CHECKING:
    from compare.model import Article
    from compare.tui.app import CompareApp
    from compare.tui.screens.main import MainScreen


class Errands:
    """The errands of the comparison screen; a method ``do_<id>`` is an action of the registry."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen

    @property
    def _app(self) -> CompareApp:
        from compare.tui.app import CompareApp

        assert isinstance(self._screen.app, CompareApp)
        return self._screen.app

    def do_jump(self) -> None:
        """Give every sentence in sight a letter, and go to the one whose letter is typed."""
        labels = labelled(self._screen.view.in_sight())
        if labels:
            self._screen.label(labels)
            self._screen.app.push_screen(JumpScreen(labels), self._jump_to)

    def _jump_to(self, piece: str | None) -> None:
        self._screen.label({})
        if piece:
            self._screen.take(GoTo(piece), jumped=False)

    def do_edit(self) -> None:
        """Open the source in the reader's editor, at the cursor's line."""
        if not self._screen.state.cursor:
            return
        article, line = self._looked_at()
        command = editor_for(article, line)
        if command is None:
            self._screen.say(f"nothing to edit: {one_line(article.source)} is no file, or $EDITOR names no program")
            return
        try:
            with self._screen.app.suspend():
                ended = subprocess.run(command, check=False).returncode
        except (OSError, SuspendNotSupported) as error:
            self._screen.say(f"the editor could not be started ({error})")
            return
        self._screen.say("F5 reads the sources again" if ended == 0 else f"the editor ended with status {ended}")

    def _looked_at(self) -> tuple[Article, int]:
        """The article looked at, and the line in it of the cursor's sentence or of its counterpart."""
        state, comparison = self._screen.state, self._screen.comparison
        article, claim = comparison.index.articles[looked_at(state)], comparison.index.claims.get(state.claim)
        piece: str | None = state.cursor
        if comparison.index.article_of[state.cursor] is not article:
            piece = best_counterpart(comparison, claim, state.cursor, article.id) if claim else None
        sentence = comparison.index.sentences.get(piece or "")
        return article, article.line_of(sentence.start) if sentence else 1

    def do_rename(self) -> None:
        """Ask which outlet the article looked at is of."""
        if not self._screen.state.analysed:
            self._screen.say("still comparing: an outlet can be named when that is done")
            return
        article = self._screen.comparison.index.articles[looked_at(self._screen.state)]

        def named(name: str | None) -> None:
            if name:
                self._screen.post_message(self._screen.Rename(article, name))

        self._screen.app.push_screen(RenameScreen(article), named)

    def do_browse(self) -> None:
        """Open the article's address in the browser."""
        if self._screen.state.cursor:
            address = address_of(self._looked_at()[0])
            if address is None:
                self._screen.say("this article has no web address")
            else:
                self._screen.app.open_url(address)
                self._screen.say(f"opened in the browser: {one_line(address)}")

    def do_copy(self) -> None:
        """Copy the cursor's sentence with its source."""
        if self._screen.state.cursor:
            self._screen.app.copy_to_clipboard(phrases.citation(self._screen.comparison, self._screen.state.cursor))
            self._screen.say("copied, with its source")

    def do_clip(self) -> None:
        """Copy the finding, or the claim looked at, as Markdown."""
        from compare.tui.clipping import clipping

        text = clipping(self._screen.state, self._screen.comparison, self._screen.signs.review)
        if text:
            self._screen.app.copy_to_clipboard(text)
        self._screen.say("copied as Markdown" if text else "no claim is looked at")

    def do_export(self) -> None:
        """Ask where a report goes."""
        if self._screen.state.analysed:
            screen, app = self._screen, self._app
            loaded = screen.keeping.reviewing.coverage
            subject = Subject(screen.comparison, screen.signs.review, loaded, app.uncorrected, app.sources, app.asked)
            app.push_screen(ExportScreen(subject, Choices.of(app.memory.chosen())), self._exported)
        else:
            self._screen.say("still comparing: a report can be written when that is done")

    def _exported(self, choices: Choices | None) -> None:
        if choices:
            self._app.memory.keep_chosen(asdict(choices))
            self._screen.say(f"written: {choices.target}")

    def do_picture(self) -> None:
        """Write a picture of the screen, once what lies over it is gone."""
        self._screen.call_after_refresh(self._picture)

    def _picture(self) -> None:
        try:
            path = keep_picture(self._screen.app.export_screenshot(), Path.cwd())
        except (CompareError, OSError) as error:  # the folder that the program was started in may be gone
            self._screen.say(one_line(str(error)))
        else:
            self._screen.say(f"written: {one_line(path.name)}")

    def do_warnings(self) -> None:
        """Show the warnings."""
        self._screen.app.push_screen(
            WarningsScreen(phrases.warnings_of(self._screen.comparison, self._screen.keeping.trouble))
        )

    def do_theme(self) -> None:
        """Change between light and dark."""
        self._screen.app.theme = other(self._screen.app.theme, dark=self._screen.app.current_theme.dark)

    def do_themes(self) -> None:
        """Let the reader choose a theme."""
        self._screen.app.push_screen(Palette(providers=[ThemeProvider], placeholder="a few letters of a theme"))

    def do_palette(self) -> None:
        """Open the command palette."""
        self._screen.app.push_screen(Palette())

    def do_help(self) -> None:
        """Show keys and marks."""
        self._screen.app.push_screen(HelpScreen(self._screen.actions, self._screen.state.view))

    def do_interrupt(self) -> None:
        """Copy what is selected; where nothing is, whoever pressed Ctrl+C wants to leave."""
        if selected := self._screen.get_selected_text():
            self._screen.app.copy_to_clipboard(selected)
            self._screen.say("copied the selection")
        else:
            self._screen.say("q quits")

    def do_suspend(self) -> None:
        """Leave for the shell until the program is brought back."""
        if self._screen.app.is_web:
            self._screen.say("there is no shell to leave for in a browser")
        else:
            self._screen.app.action_suspend_process()

    def do_quit(self) -> None:
        """Leave the program."""
        self._screen.app.exit()
