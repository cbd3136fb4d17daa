"""Writes the table of keys in docs/desk.md from the registry of actions: part of ``make screenshots``."""

from __future__ import annotations

from compare.tui.actions import ACTIONS, Group
from compare.tui.state import View
from screenshots.written import DOCS, between, rewrite

MANUAL = DOCS / "desk.md"

BEGIN, END = "<!-- keys: written by make screenshots -->", "<!-- end of keys -->"


def table() -> str:
    """Return the keys as Markdown: for each group its actions, with their ids and the views they exist in."""
    lines: list[str] = []
    for group in Group:
        lines += [f"### {group.value}", "", "| key | id | what it does | where |", "|---|---|---|---|"]
        for action in (action for action in ACTIONS if action.group is group):
            everywhere = action.views == frozenset(View)
            where = "" if everywhere else ", ".join(view.value for view in View if view in action.views)
            keys = " ".join(f"`{key}`" for key in action.shown.replace(" … ", "…").split()) or "–"
            lines.append(f"| {keys} | `{action.id}` | {action.help.replace('|', chr(92) + '|')} | {where} |")
        lines.append("")
    return "\n".join(lines)


def with_table(text: str) -> str:
    """Return the manual with the table as it is now between its two marks."""
    return between(text, BEGIN, END, table())


def main() -> None:
    """Write the table."""
    rewrite(MANUAL, with_table)


if __name__ == "__main__":
    main()
