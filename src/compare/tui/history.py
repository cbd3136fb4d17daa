"""Taking back what the reader changed: the arrangement of the desk, not where on it the reader is. Without Textual.

Changes of marks stand in the same row, so that the newest change of this sitting goes first, whichever it is. What a
mark was is not remembered here: the store takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from compare.tui.state import State, Topic, arranged

ARRANGEMENT = {
    **dict.fromkeys(("view", "sort", "transposed", "against", "side_by_side"), Topic.VIEW),
    **dict.fromkeys(("articles", "hidden"), Topic.ARTICLES),
    **dict.fromkeys(("base", "alone", "widths"), Topic.PLACE),
    **dict.fromkeys(("filter", "commentary", "folded", "unfolded", "opened"), Topic.FILTER),
}
"""The fields of a state that undo brings back, and what the status line speaks of when it has. The cursor is not among
them: it is moved back by moving it."""

LENGTH = 1_000
"""How many changes can be taken back."""


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """In the place of a state: it was the marks that changed."""


Changes: TypeAlias = tuple[State | MarksChanged, ...]
"""What was changed, the newest last: what the arrangement was before, or that marks were changed."""


@dataclass(frozen=True, slots=True)
class History:
    """States before the last changes, the newest last, and those that were taken back, the next to be redone last."""

    past: Changes = ()
    future: Changes = ()


def recorded(history: History, before: State, after: State) -> History:
    """Remember a change, if it was one of the arrangement."""
    if _arrangement(before) == _arrangement(after):
        return history
    return History((*history.past, before)[-LENGTH:])


def with_marks(history: History) -> History:
    """Remember that marks were changed."""
    return History((*history.past, MarksChanged())[-LENGTH:])


def marks_are_next(changes: Changes) -> bool:
    """Whether the next of these changes is the store's: one of marks, or one from before this sitting."""
    return not changes or isinstance(changes[-1], MarksChanged)


def marks_undone(history: History) -> History:
    """Remember that the store took back a change of marks."""
    return History(history.past[:-1], (*history.future, MarksChanged()))


def marks_redone(history: History) -> History:
    """Remember that the store did a change of marks again."""
    return History((*history.past, MarksChanged()), history.future[:-1])


def undone(history: History, state: State) -> tuple[History, State]:
    """Take back the last change of the arrangement; where it is not the next, return what was given."""
    if not history.past or isinstance(before := history.past[-1], MarksChanged):
        return history, state
    return History(history.past[:-1], (*history.future, state)), _arranged(state, before)


def redone(history: History, state: State) -> tuple[History, State]:
    """Do again what was taken back last; where that was no change of the arrangement, return what was given."""
    if not history.future or isinstance(after := history.future[-1], MarksChanged):
        return history, state
    return History((*history.past, state), history.future[:-1]), _arranged(state, after)


def _arrangement(state: State) -> tuple[object, ...]:
    return tuple(getattr(state, name) for name in ARRANGEMENT)


def _arranged(state: State, like: State) -> State:
    # articles may have come or gone since
    articles = tuple(a for a in like.articles if a in state.articles)
    articles += tuple(a for a in state.articles if a not in articles)
    base = like.base if like.base in articles else state.base
    same = {name: getattr(like, name) for name in ARRANGEMENT if name not in ("articles", "base")}
    turned = next((topic for name, topic in ARRANGEMENT.items() if getattr(like, name) != getattr(state, name)), None)
    return replace(arranged(state, articles), base=base, topic=turned or state.topic, **same)
