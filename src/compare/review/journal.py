"""What was changed when: acts, of which each can be undone and done again, and what stands after all of them.

An act is added and never altered. One that undoes names the act that it undoes; one that redoes names that as well.
Of a mark stands what the newest act says that is not undone. Undo takes back the newest act, not undone, about one of
the articles that are open; redo brings back what was undone last, unless something about them was changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import ReaderMark

Concerns = Callable[[ReaderMark], bool]
"""Whether a mark is about the set that is open."""


class Deed(StrEnum):
    """What an act does."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Act:
    """One step of the reader's.

    Attributes:
        number: its place in the journal, from 1; later acts have larger ones.
        deed: what it does.
        puts: the marks that are made or replaced.
        drops: the marks that are taken away, as they were.
        of: the number of the act that is undone or redone, 0 for a change.
    """

    number: int
    deed: Deed
    puts: tuple[ReaderMark, ...] = ()
    drops: tuple[ReaderMark, ...] = ()
    of: int = 0

    def about(self, concerns: Concerns) -> bool:
        """Whether it changes a mark about the set that is open."""
        return any(map(concerns, self.puts + self.drops))


def standing(acts: Sequence[Act]) -> dict[str, ReaderMark]:
    """Return the marks that stand after all acts, by their ids, in the order in which they were first made."""
    undone = _undone(acts)
    marks: dict[str, ReaderMark | None] = {}
    for act in acts:
        if act.deed is Deed.CHANGE:
            live = act.number not in undone
            # an undone act keeps the place in the order, so that doing it again puts nothing elsewhere
            marks |= {mark.id: mark if live else marks.get(mark.id) for mark in act.puts}
            marks |= {mark.id: None for mark in act.drops if live}
    return {name: mark for name, mark in marks.items() if mark is not None}


def to_undo(acts: Sequence[Act], concerns: Concerns) -> Act | None:
    """Return the act that undo takes back now."""
    undone = _undone(acts)
    changes = (act for act in reversed(acts) if act.deed is Deed.CHANGE and act.number not in undone)
    return next((act for act in changes if act.about(concerns)), None)


def to_redo(acts: Sequence[Act], concerns: Concerns) -> Act | None:
    """Return the act that redo brings back now: of those undone since the last change, the one undone last."""
    undone = _undone(acts)
    changes = {act.number: act for act in acts if act.deed is Deed.CHANGE and act.about(concerns)}
    for act in reversed(acts):
        if act.number in changes:
            return None
        if act.deed is Deed.UNDO and act.of in changes and undone.get(act.of) == act.number:
            return changes[act.of]
    return None


def _undone(acts: Sequence[Act]) -> dict[int, int]:
    """Return the acts that are undone, each with the act that last undid it."""
    undone: dict[int, int] = {}
    for act in acts:
        if act.deed is Deed.UNDO:
            undone[act.of] = act.number
        elif act.deed is Deed.REDO:
            undone.pop(act.of, None)
    return undone
