"""What undo takes back and redo does again: changes of the arrangement, in the order they were made."""

from __future__ import annotations

from dataclasses import replace

from compare.tui.bars import status_line
from compare.tui.history import (
    History,
    marks_are_next,
    marks_redone,
    marks_undone,
    recorded,
    redone,
    undone,
    with_marks,
)
from compare.tui.state import Filter, Focus, Move, State
from compare.tui.steps import adopt, step
from tui.story import LEDGER, comparison

STORY = comparison()


def test_every_change_is_taken_back_and_done_again_but_no_move() -> None:
    history, state = History(), step(adopt(State(room=3), STORY, analysed=True), STORY, Focus(LEDGER))
    begun = state
    for move in (Move.FOLD, Move.BASE, Move.NEXT_SENTENCE, Move.NEXT_FILTER, Move.MOVE_RIGHT, Move.COMMENTARY):
        after = step(state, STORY, move)
        history, state = recorded(history, state, after), after
    arranged = state
    for _ in range(9):
        history, state = undone(history, state)
    assert (state.filter, state.folded, state.base, state.articles) == (
        begun.filter, begun.folded, begun.base, begun.articles,
    )  # fmt: skip
    assert state.cursor == arranged.cursor
    for _ in range(9):
        history, state = redone(history, state)
    assert replace(state, topic=arranged.topic) == arranged


def test_the_status_line_speaks_of_what_was_taken_back() -> None:
    history, state = History(), step(adopt(State(room=3), STORY, analysed=True), STORY, Focus(LEDGER))
    moves = (Move.NEXT_VIEW, Move.NEXT_FILTER, Move.BASE, Move.MOVE_RIGHT, Move.FOLD, Move.PREVIOUS_VIEW)
    for move in moves:
        after = step(state, STORY, move)
        history, state = recorded(history, state, after), after
    said = []
    for _ in moves:
        history, state = undone(history, state)
        said.append(status_line(state, STORY).partition(":")[0])
    assert said == ["aligned", "set off", "shown", "The Ledger [b] · line 5 · in 2 of 5", "set off", "panes"]


def test_who_changes_something_after_an_undo_goes_on_from_there() -> None:
    history, state = History(), adopt(State(), STORY, analysed=True)
    for move in (Move.NEXT_FILTER, Move.FOLD):
        after = step(state, STORY, move)
        history, state = recorded(history, state, after), after
    history, state = undone(history, state)
    after = step(state, STORY, Move.COMMENTARY)
    history, state = recorded(history, state, after), after
    assert redone(history, state) == (history, state)  # the fold is not done again
    history, state = undone(history, state)
    assert (state.filter, state.folded) == (Filter.FINDINGS, False)


def test_marks_and_arrangement_are_taken_back_and_done_again_in_the_order_they_were_made() -> None:
    begun = adopt(State(), STORY, analysed=True)
    folded = step(begun, STORY, Move.FOLD)
    made = with_marks(recorded(with_marks(History()), begun, folded))  # a mark, the fold, another mark
    history, state = made, folded
    assert undone(history, state) == (history, state)  # the store's turn
    history, state = undone(marks_undone(history), state)
    assert not state.folded
    assert marks_are_next(history.past)
    history = marks_undone(history)
    assert history.past == ()
    assert redone(history, state) == (history, state)
    history, state = redone(marks_redone(history), state)
    assert state.folded
    assert marks_are_next(history.future)
    assert [type(change) for change in marks_redone(history).past] == [type(change) for change in made.past]


def test_who_marks_something_after_an_undo_goes_on_from_there() -> None:
    begun = adopt(State(), STORY, analysed=True)
    folded = step(begun, STORY, Move.FOLD)
    history, state = undone(recorded(History(), begun, folded), folded)
    history = with_marks(history)
    assert redone(history, state) == (history, state)
    assert marks_are_next(history.past)
