"""Bindings of keys, made from the registry of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from compare.tui.actions import ACTIONS, FOOTER, Action

if TYPE_CHECKING:
    from collections.abc import Sequence


def bindings(actions: Sequence[Action] = ACTIONS) -> list[Binding]:
    """Return a binding for each key of each action, those of the footer first and in its order."""
    by_id = {action.id: action for action in actions}
    first = [by_id[action] for action in FOOTER]
    rest = [action for action in actions if action.id not in FOOTER]
    return [binding for action in (*first, *rest) for binding in _bindings_of(action)]


def _bindings_of(action: Action) -> list[Binding]:
    if action.id == "pane":
        return [Binding(key, f"pane({key})", action.title, show=False, tooltip=action.help) for key in action.keys]
    return [
        Binding(
            key,
            f"act('{action.id}')",
            action.brief or action.title,
            show=action.id in FOOTER and n == 0,
            key_display=action.shown.split()[0] if action.id in FOOTER and action.shown else None,
            tooltip=action.help,
            id=action.id if n == 0 else None,
            priority=action.id == "quit" and key == "ctrl+q",
        )
        for n, key in enumerate(action.keys)
    ]
