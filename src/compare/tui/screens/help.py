"""The help: what the view in sight can do, the marks, and every key, from the registry of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from compare.model import GLYPHS, LIKELY, SURE, Mark, Verdict
from compare.model.phrases import BY_HAND
from compare.tui.actions import ACTIONS, Action, Group
from compare.tui.phrases import ABSENT, UNKNOWN
from compare.tui.screens.dialog import Page
from compare.tui.signs import CODE, HAND, NOTE, STAR, VERDICTS
from compare.tui.state import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

MARKS = (
    (f"{GLYPHS[Mark.CONFLICT]} k/n", "outlets contradict each other here"),
    (GLYPHS[Mark.UNIQUE], f"only here: no other text states it, and that is at least {SURE * 100:.0f} % sure"),
    (f"{GLYPHS[Mark.WEAKER]} k/n", "stated here less specifically than elsewhere"),
    (
        f"{GLYPHS[Mark.SHARED]} k/n",
        "stated by k of n voices: texts of one outlet, and reprints of one text, are one voice",
    ),
    (f"{GLYPHS[Mark.DOUBTFUL]} k/n", f"perhaps stated by k of n voices: less than {LIKELY * 100:.0f} % sure"),
    (GLYPHS[Mark.UNSURE], "perhaps only here: not sure enough to say so"),
    (ABSENT, "of an article: not in this text"),
    (UNKNOWN, "of an article: unknown, since the text is cut, in another language, or too close to tell"),
    (
        " ".join((VERDICTS[Verdict.CONFIRMED], VERDICTS[Verdict.WRONG], VERDICTS[Verdict.OUR_CALL])),
        "your verdict: confirmed, wrong, our call",
    ),
    (f"{NOTE} {CODE} {STAR}", "your note, your code, your star"),
    (HAND, f"{BY_HAND}: corrected by you"),
    ("✓+ ✓?", "your mark, and there is more; your mark, but unsure, since the text has changed (L)"),
    ("▌ ▎", "at the left edge: the sentence the cursor is on, and its counterparts"),
    (
        "[gone]",
        "in the card: words that only the base has ({gone} where a text has brackets); underlined: those it lacks",
    ),
)
"""The glyphs on the screen and what they say."""

KEYS = 12
"""Cells the keys get before their explanation."""


class HelpScreen(Page):
    """Lists keys and marks, those of a view first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "close", "Close", show=False)]

    def __init__(self, actions: Sequence[Action], view: View) -> None:
        super().__init__()
        self._actions = actions
        self._view = view

    def compose(self) -> ComposeResult:
        """One text in a box that scrolls."""
        with VerticalScroll(classes="dialog") as box:
            box.border_title = "Help"
            box.border_subtitle = "Esc closes"
            box.can_focus = False
            yield Static(markup=False)

    def on_resize(self) -> None:
        """Break the lines for the width there is."""
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one(Static).update(help_text(width, self._view, self._actions))


def help_text(width: int, view: View, actions: Sequence[Action] = ACTIONS) -> Content:
    """Return the help as text for a width: what only the view in sight and some others can do stands first, what it
    cannot do last, since the same key may mean something else in it."""
    shown = [action for action in actions if action.shown]
    own = [action for action in shown if view in action.views and not _is_everywhere(action)]
    lines = _section(f"In this view: {view.value}", [(action.shown, action.help) for action in own], width)
    lines += _section("Marks", MARKS, width)
    for group in Group:
        common = [action for action in shown if action.group is group and _is_everywhere(action)]
        lines += _section(group, [(action.shown, action.help) for action in common], width)
    others = [action for action in shown if view not in action.views]
    lines += _section("In other views", [(action.shown, f"{action.help}{_where(action)}") for action in others], width)
    return Content("\n").join(lines[:-1])


def _is_everywhere(action: Action) -> bool:
    return len(action.views) == len(View)


def _where(action: Action) -> str:
    return f" ({', '.join(view.value for view in View if view in action.views)})"


def _section(title: str, entries: Iterable[tuple[str, str]], width: int) -> list[Content]:
    lines = [line for left, right in entries for line in _entry(left, right, width)]
    return [Content.styled(title, "bold"), *lines, Content("")] if lines else []


def _entry(left: str, right: str, width: int) -> list[Content]:
    first, *rest = Content(right).wrap(max(10, width - KEYS - 2))
    head = Content.styled(f"  {left}", "$text-primary").pad_right(KEYS - len(left))
    return [head + first, *(line.pad_left(KEYS + 2) for line in rest)]
