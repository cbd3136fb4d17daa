"""Every action of the comparison screen, once: bindings, footer, help and command palette are all made from this list.

An action whose id is a :class:`~compare.tui.state.Move`, or one of :data:`~compare.tui.state.LOOKS`, is a step of the
state; for the others the view in sight or the comparison screen has a method ``do_<id>``. A test holds the list against
both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.tui.state import View


class Group(StrEnum):
    """Under which heading the help lists an action."""

    VIEWS = "Views"
    FINDINGS = "Findings"
    MARKS = "Your marks"
    READING = "Reading"
    PANES = "Articles and panes"
    SEARCH = "Search"
    TAKING = "Taking it away"
    PROGRAM = "The program"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a reader can do.

    Attributes:
        id: what the screen calls it.
        keys: names of its keys as Textual knows them.
        shown: its keys as the reader knows them.
        title: a few words, for the palette.
        help: one line for the help screen, the palette and the tooltip.
        group: where the help lists it.
        brief: its name in the footer, if it stands there.
        palette: whether the palette offers it.
        views: in which views it exists. One key may mean different things in views that do not share it.
    """

    id: str
    keys: tuple[str, ...]
    shown: str
    title: str
    help: str
    group: Group
    brief: str = ""
    palette: bool = True
    views: frozenset[View] = frozenset(View)


_PANES = frozenset({View.PANES})
_TEXTS = frozenset({View.PANES, View.ALIGNED})
_CLAIMS = frozenset({View.CLAIMS})
_WORDING = frozenset({View.WORDING})
_LOOKED_AT = frozenset({View.WORDING, View.OVERVIEW})
"""The views from which Enter leads to the text; they show no card either."""

ACTIONS = (
    Action(
        "next_view", ("v",), "v", "Next view", "Look at the comparison in the next way", Group.VIEWS, brief="view",
    ),
    Action("previous_view", ("V",), "V", "Previous view", "Look at the comparison in the way before", Group.VIEWS),
    Action("look_panes", ("P",), "P", "View: panes", "See the articles side by side", Group.VIEWS),
    Action("look_wording", ("W",), "W", "View: wording", "See how each outlet words this claim", Group.VIEWS),
    Action("look_overview", ("O",), "O", "View: overview", "See what can be counted of each article", Group.VIEWS),
    Action(
        "look_aligned", ("A",), "A", "View: aligned",
        "See beside each paragraph of the base what the others have of it; ¶3 ↑ is a third one, from further up",
        Group.VIEWS,
    ),
    Action(
        "look_claims", ("C",), "C", "View: claims",
        "See who states what: claims by articles. j and k go through the claims, h and l through the articles, "
        "o opens the commentary, / lists the claims with some words",
        Group.VIEWS,
    ),
    Action(
        "next_sort", ("s",), "s", "Claims: next order",
        "Sort the claims: checkable first, most stated first, order in base, surest first", Group.VIEWS, views=_CLAIMS,
    ),
    Action(
        "previous_sort", ("S",), "S", "Claims: order before", "Sort the claims in the order before", Group.VIEWS,
        views=_CLAIMS,
    ),
    Action(
        "transpose", ("T",), "T", "Claims: turn the matrix",
        "Make the articles its rows and the claims its columns, or back", Group.VIEWS, views=_CLAIMS,
    ),
    Action(
        "read", ("enter",), "Enter", "Read it in the texts", "Go to the cursor's sentence in the panes",
        Group.VIEWS, brief="read", views=_CLAIMS | _LOOKED_AT,
    ),
    Action(
        "next_finding", ("n",), "n", "Next finding",
        "Go to the next thing worth knowing: first where texts contradict each other, then what only one outlet says",
        Group.FINDINGS, brief="finding",
    ),
    Action(
        "previous_finding", ("N",), "N", "Previous finding", "Go back to the finding before",
        Group.FINDINGS,
    ),
    Action(
        "next_undecided", ("D",), "D", "Next finding to decide",
        "Go to the next finding without a verdict; the header counts those decided", Group.MARKS,
    ),
    Action(
        "mark", ("space",), "Space", "Mark or correct",
        "Say what you hold of the claim, or correct what belongs together: a list with a letter for each",
        Group.MARKS, brief="mark",
    ),
    Action("star", ("asterisk",), "*", "Star", "Star the claim, or take the star away", Group.MARKS),
    Action("note", ("i",), "i", "Note", "Write a note on the claim, or change your own", Group.MARKS),
    Action(
        "marks", ("L",), "L", "List of your marks",
        "List your marks, those first that are unsure or found no place: go there, drop, or place them", Group.MARKS,
    ),
    Action(
        "next_filter", ("f",), "f", "Next filter",
        "Set off: all, findings, only here, left out somewhere, conflicts, shared, shared by all, nothing",
        Group.FINDINGS, brief="filter",
    ),
    Action("previous_filter", ("F",), "F", "Filter before", "Set off what the filter before sets off", Group.FINDINGS),
    Action(
        "commentary", ("x",), "x", "Commentary on or off", "Set off claims that nobody could check, or pass over them",
        Group.FINDINGS,
    ),
    Action(
        "fold", ("z",), "z", "Fold or unfold",
        "Fold away what the filter does not set off, or show all of the texts again", Group.FINDINGS,
    ),
    Action("open_fold", ("o",), "o", "Open the next fold", "Show what the next fold hides", Group.FINDINGS),
    Action(
        "next_sentence", ("j", "down"), "j ↓", "Next sentence", "Go to the next sentence that can be compared",
        Group.READING, palette=False,
    ),
    Action(
        "previous_sentence", ("k", "up"), "k ↑", "Previous sentence", "Go to the sentence before",
        Group.READING, palette=False,
    ),
    Action(
        "next_counterpart", ("enter",), "Enter", "Next counterpart",
        "Go round all sentences that state this claim, from article to article",
        Group.READING, brief="counterpart", views=frozenset(View) - _CLAIMS - _LOOKED_AT,
    ),
    Action(
        "next_claim", ("c",), "c", "Next claim of this sentence",
        "Look at the next claim where a sentence states several", Group.READING,
    ),
    Action(
        "next_worded", ("right_parenthesis",), ")", "Next claim in several wordings",
        "Go to the next claim that is put in several wordings, in the order of the base", Group.READING,
        brief="claim", views=_WORDING,
    ),
    Action(
        "previous_worded", ("left_parenthesis",), "(", "Claim in several wordings before",
        "Go to the claim before that is put in several wordings", Group.READING, views=_WORDING,
    ),
    Action(
        "against", ("a",), "a", "Hold against base, above, or cursor",
        "Hold each wording against that of the base, the one above, or the one the cursor is on", Group.READING,
        brief="against", views=_WORDING,
    ),
    Action(
        "side_by_side", ("s",), "s", "Side by side or in one",
        "Show a wording beside the one it is held against, or both in one", Group.READING,
        brief="beside", views=_WORDING,
    ),
    Action(
        "jump", ("s",), "s", "Jump to a sentence", "Give every sentence in sight a letter, and go to the one you type",
        Group.READING, views=_TEXTS,
    ),
    Action(
        "page_down", ("pagedown",), "PgDn", "Page down", "Move the cursor one page down",
        Group.READING, palette=False,
    ),
    Action("page_up", ("pageup",), "PgUp", "Page up", "Move the cursor one page up", Group.READING, palette=False),
    Action("top", ("g", "home"), "g", "Top of the article", "Go to the first sentence", Group.READING),
    Action("bottom", ("G", "end"), "G", "End of the article", "Go to the last sentence", Group.READING),
    Action(
        "card_down", ("J", "shift+down"), "J", "Scroll the card down", "Scroll the card of the claim down",
        Group.READING, palette=False, views=frozenset(View) - _LOOKED_AT,
    ),
    Action(
        "card_up", ("K", "shift+up"), "K", "Scroll the card up", "Scroll the card of the claim up",
        Group.READING, palette=False, views=frozenset(View) - _LOOKED_AT,
    ),
    Action(
        "size_card", ("d",), "d", "Card: usual, tall, hidden", "Give the card of the claim more room, or none",
        Group.READING, views=frozenset(View) - _LOOKED_AT,
    ),
    Action(
        "pane_right", ("l", "right", "tab"), "l → Tab", "Next article",
        "Go to the next article, to the counterpart there", Group.PANES, palette=False,
    ),
    Action(
        "pane_left", ("h", "left", "shift+tab"), "h ← ⇧Tab", "Previous article", "Go to the article before",
        Group.PANES, palette=False,
    ),
    Action(
        "pane", tuple("123456789"), "1 … 9", "Article by number", "Go to an article by its number",
        Group.PANES, palette=False,
    ),
    Action(
        "base", ("b",), "b", "Make this article the base",
        "Hold all others against this article: the card shows how their words differ from its own",
        Group.PANES, brief="base",
    ),
    Action("maximise", ("m",), "m", "One pane or several", "Give this pane all the room, or take it back", Group.PANES),
    Action("hide", ("minus",), "-", "Hide this article", "Leave this article out of sight", Group.PANES),
    Action("show_all", ("plus",), "+", "Show all articles", "Bring hidden articles back", Group.PANES),
    Action("move_left", ("less_than_sign",), "<", "Move this article left", "Give it an earlier place", Group.PANES),
    Action(
        "move_right", ("greater_than_sign",), ">", "Move this article right", "Give it a later place", Group.PANES,
    ),
    Action("narrower", ("comma",), ",", "Narrower", "Give this article's pane less room", Group.PANES, views=_PANES),
    Action("wider", ("full_stop",), ".", "Wider", "Give this article's pane more room", Group.PANES, views=_PANES),
    Action(
        "even", ("underscore",), "_", "Panes of one width", "Give all panes the same room", Group.PANES, views=_PANES,
    ),
    Action(
        "rename", ("R",), "R", "Rename the outlet",
        "Say which outlet this article is of; the name is kept for later sets", Group.PANES,
    ),
    Action(
        "undo", ("u",), "u", "Undo",
        "Take back the last change of view, filter, base, order or marks; then marks of earlier days", Group.PROGRAM,
    ),
    Action("redo", ("U",), "U", "Redo", "Do again what was taken back", Group.PROGRAM),
    Action(
        "search", ("slash",), "/", "Search in all articles", "Find words in all articles while you type",
        Group.SEARCH, brief="search",
    ),
    Action(
        "next_hit", ("right_square_bracket", "f3"), "] F3", "Next hit", "Go to the next place found", Group.SEARCH,
    ),
    Action(
        "previous_hit", ("left_square_bracket", "shift+f3"), "[ ⇧F3", "Previous hit", "Go to the place found before",
        Group.SEARCH,
    ),
    Action(
        "end_search", ("escape",), "Esc", "End the search",
        "End the search, drop a selection, or a link of which only one end is chosen", Group.SEARCH,
    ),
    Action(
        "copy", ("y",), "y", "Copy this sentence with its source",
        "Copy the sentence with outlet, headline, date and line",
        Group.TAKING,
    ),
    Action(
        "clip", ("Y",), "Y", "Copy this finding as Markdown",
        "Copy what the finding or the claim is, and each sentence with its source, as Markdown",
        Group.TAKING,
    ),
    Action(
        "edit", ("E",), "E", "Open the source in the editor", "Open the article's file in $EDITOR, a text at this line",
        Group.TAKING,
    ),
    Action(
        "browse", ("B",), "B", "Open the source in the browser", "Open the article's web address in the browser",
        Group.TAKING,
    ),
    Action(
        "export", ("e",), "e", "Write a report",
        "Write the comparison to a file: Markdown, HTML, text, JSON or CSV by its suffix",
        Group.TAKING, brief="export",
    ),
    Action(
        "picture", (), "", "Picture of the screen", "Write what is on the screen into an SVG file in this folder",
        Group.TAKING,
    ),
    Action(
        "warnings", ("w",), "w", "Read the warnings", "See what could not be read, was cut, or is not certain",
        Group.PROGRAM,
    ),
    Action("theme", ("t",), "t", "Light or dark", "Change between the light and the dark theme", Group.PROGRAM),
    Action("themes", (), "", "Choose a theme", "Choose among all themes", Group.PROGRAM),
    Action(
        "palette", ("ctrl+p", "colon"), "Ctrl+P", "Command palette",
        "Find any action, article, claim or finding by a few letters", Group.PROGRAM, palette=False,
    ),
    Action("help", ("question_mark", "f1"), "?", "Help", "Show all keys and marks", Group.PROGRAM, brief="help"),
    Action(
        "interrupt", ("ctrl+c",), "Ctrl+C", "Copy the selection", "Copy what the mouse has selected", Group.TAKING,
        palette=False,
    ),
    Action(
        "suspend", ("ctrl+z",), "Ctrl+Z", "Suspend", "Leave for the shell; fg comes back", Group.PROGRAM, palette=False,
    ),
    Action("recent", ("r",), "r", "Open a recent set", "Choose among the sets opened before", Group.PROGRAM),
    Action("read_again", ("f5",), "F5", "Read again", "Read the sources anew and compare them again", Group.PROGRAM),
    Action("quit", ("q", "ctrl+q"), "q", "Quit", "Leave the program", Group.PROGRAM, brief="quit"),
)  # fmt: skip
"""In the order in which help and palette show them."""

FOOTER = (
    "next_finding", "next_view", "next_counterpart", "read", "against", "side_by_side", "next_worded",
    "search", "help", "quit", "mark", "next_filter", "base", "export",
)  # fmt: skip
"""What stands in the footer, the most needed first: a narrow terminal shows no more than the first few."""

BY_ID = {action.id: action for action in ACTIONS}
"""The actions by their id."""
