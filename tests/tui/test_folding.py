"""Folding: what the filter does not set off can be put away, and what is put away is counted and opens again."""

from __future__ import annotations

from dataclasses import replace

from compare.tui.folding import fold_of, folded_away, nearest_fold
from compare.tui.history import History, recorded, redone, undone
from compare.tui.layout import lay_out
from compare.tui.state import Filter, Move, State, Unfold, shown
from compare.tui.steps import adopt, step
from tui.story import HERALD, comparison

STORY = comparison()
TEXT = STORY.index.articles[HERALD]


def reading(*actions: Move | Unfold, wanted: Filter = Filter.FINDINGS) -> State:
    state = replace(adopt(State(room=3), STORY, analysed=True), filter=wanted)
    for action in actions:
        state = step(state, STORY, action)
    return state


def test_only_what_is_set_off_stays_with_title_and_cursor() -> None:
    state = reading(Move.FOLD)
    away = folded_away(state, STORY, TEXT)
    kept = {s.id for s in TEXT.sentences} - away
    assert kept == {"h.2", "h.4", "h.5"}  # the title, a finding, the cursor at another
    assert not folded_away(reading(Move.FOLD, wanted=Filter.ALL), STORY, TEXT)
    assert not folded_away(reading(Move.FOLD, wanted=Filter.NOTHING), STORY, TEXT)
    assert not folded_away(reading(), STORY, TEXT)


def test_each_fold_is_one_row_that_counts_what_it_hides() -> None:
    away = folded_away(reading(Move.FOLD), STORY, TEXT)
    layout = lay_out(TEXT, 40, away)
    assert sum(row.fold for row in layout.rows) == len(away)
    assert {run.piece for row in layout.rows for run in row.runs} == {"h.2", "h.4", "h.5"}
    assert all(not row.runs for row in layout.rows if row.fold)
    assert len(layout.rows) < len(lay_out(TEXT, 40).rows)


def test_a_fold_opens_by_itself_and_from_the_keyboard() -> None:
    state = reading(Move.FOLD)
    fold = nearest_fold(state, STORY)
    assert fold[0] == "h.6"
    assert fold_of(state, STORY, "h.7") == fold
    for opened in (step(state, STORY, Move.OPEN_FOLD), step(state, STORY, Unfold("h.7"))):
        assert folded_away(opened, STORY, TEXT) == folded_away(state, STORY, TEXT) - set(fold)
    assert not step(step(state, STORY, Move.OPEN_FOLD), STORY, Move.FOLD).unfolded


def test_the_cursor_passes_over_folds() -> None:
    assert reading(Move.FOLD, Move.PREVIOUS_SENTENCE).cursor == "h.4"
    assert reading(Move.FOLD, Move.NEXT_SENTENCE).cursor == "h.5"


def test_articles_are_hidden_moved_and_brought_back() -> None:
    state = reading(Move.HIDE)
    assert HERALD not in shown(state)
    assert state.focus != HERALD
    assert HERALD in shown(step(replace(state, focus=HERALD), STORY, Move.SHOW_ALL))
    assert reading(Move.MOVE_RIGHT).articles[:2] == ("l", "h")
    assert reading(Move.MOVE_LEFT).articles[:2] == ("h", "l")
    for _ in range(9):
        state = step(state, STORY, Move.HIDE)
    assert shown(state)  # the last one stays


def test_every_change_is_taken_back_and_done_again_but_no_move() -> None:
    history, state = History(), reading()
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
