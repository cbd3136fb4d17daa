"""The user's own keys, laid over the registry of actions and checked, since Textual takes any and tells no clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding

from compare.tui.actions import ACTIONS, BY_ID, Action, Group
from compare.tui.state import View

if TYPE_CHECKING:
    from compare.config import Config

FIXED = frozenset({"pane", "interrupt"})
"""Actions whose keys stay: one takes its number from the key, the other has to work as in every terminal."""

_NAMED = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓",
    "left": "←", "right": "→", "tab": "Tab", "home": "Home", "end": "End",
}  # fmt: skip
_WORDS = frozenset(_NAMED) | {"backspace", "delete", "insert"} | {f"f{n}" for n in range(1, 25)}
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})


def actions_with(config: Config) -> tuple[Action, ...]:
    """Return the registry with the user's keys.

    Raises:
        ConfigError: an action or key is not known, or two actions of one view would have the same key.
    """
    if not config.keys:
        return ACTIONS
    for action, keys in config.keys.items():
        place = ("keys", action)
        if action not in BY_ID or action in FIXED:
            raise config.error(place, "no such action, or one whose key is fixed; `compare --keys` lists them")
        for key in keys:
            if not _is_key(key):
                raise config.error(place, f"{key!r} is no key")
    actions = tuple(_with_keys(action, config.keys) for action in ACTIONS)
    for one in actions:
        for key, other in _clashes(one, actions):
            mine, theirs = (one, other) if one.id in config.keys else (other, one)
            if mine.id in config.keys:
                written = next(own for own in config.keys[mine.id] if _normal(own) == key)
                raise config.error(("keys", mine.id), f"{written!r} is the key of {theirs.id} as well")
    return actions


def listing(actions: Sequence[Action]) -> str:
    """Return all keys as text, with the names that the configuration file calls the actions by."""
    lines: list[str] = []
    for group in Group:
        lines += ["", group.value]
        for action in actions:
            if action.group is group:
                lines.append(f"  {action.shown or '—':<12} {action.id:<20} {action.title}")
    return "\n".join(lines[1:]) + "\n"


def _with_keys(action: Action, keymap: Mapping[str, Sequence[str]]) -> Action:
    if action.id not in keymap:
        return action
    keys = tuple(keymap[action.id])
    return replace(action, keys=tuple(map(_normal, keys)), shown=" ".join(_shown(key) for key in keys))


def _clashes(action: Action, actions: Iterable[Action]) -> Iterator[tuple[str, Action]]:
    own = set(map(_normal, action.keys))
    for other in actions:
        if other.id > action.id and any(view in other.views for view in View if view in action.views):
            yield from ((key, other) for key in map(_normal, other.keys) if key in own)


def _normal(key: str) -> str:
    """Return a key as Textual names it, so that "?" and "question_mark" are one."""
    if key == ",":  # which parts the keys of a binding
        return "comma"
    return next(iter(Binding.make_bindings([Binding(key, "none")]))).key


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not set(modifiers) <= _MODIFIERS or len(set(modifiers)) < len(modifiers):
        return False
    known = {key for action in ACTIONS for key in action.keys}
    return (len(last) == 1 and last.isprintable() and last != " ") or last in _WORDS or key in known


def _shown(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    named = _NAMED.get(last, last.upper() if modifiers or last in _WORDS else last)
    return "+".join((*(modifier.capitalize() for modifier in modifiers), named))
