"""Folding: what the filter does not set off can be put away, and what is put away is counted and opens again."""

from __future__ import annotations

from dataclasses import replace

from compare.tui.folding import fold_of, folded_away, nearest_fold
from compare.tui.layout import lay_out
from compare.tui.state import Filter, GoTo, Move, Search, State, Step, Unfold
from compare.tui.steps import adopt, step
from tui.story import HERALD, POST, comparison

STORY = comparison()
TEXT = STORY.index.articles[HERALD]


def reading(*actions: Step, wanted: Filter = Filter.FINDINGS) -> State:
    state = replace(adopt(State(room=3), STORY, analysed=True), filter=wanted)
    for action in actions:
        state = step(state, STORY, action)
    return state


def kept(state: State, article: str = HERALD) -> set[str]:
    """The sentences of an article that are in sight."""
    text = STORY.index.articles[article]
    return {s.id for s in text.sentences} - folded_away(state, STORY, text)


def test_only_what_is_set_off_stays_with_title_and_cursor() -> None:
    state = reading(Move.FOLD)
    away = folded_away(state, STORY, TEXT)
    kept = {s.id for s in TEXT.sentences} - away
    assert kept == {"h.2", "h.4", "h.5"}  # the title, a finding, the cursor at another
    assert not folded_away(reading(Move.FOLD, wanted=Filter.ALL), STORY, TEXT)
    assert not folded_away(reading(Move.FOLD, wanted=Filter.NOTHING), STORY, TEXT)
    assert not folded_away(reading(), STORY, TEXT)


def test_what_the_reader_is_at_stays_though_nothing_sets_it_off() -> None:
    at_the_road = reading(Move.FOLD, GoTo("h.8", "road"))
    assert kept(at_the_road) == {"h.2", "h.4", "h.5", "h.8"}
    assert kept(at_the_road, POST) == {"p.1", "p.4"}  # its counterpart
    assert kept(step(at_the_road, STORY, GoTo("h.5"))) == {"h.2", "h.4", "h.5"}
    assert kept(step(at_the_road, STORY, GoTo("h.7"))) == {"h.2", "h.4", "h.5", "h.7"}  # a heading, of no claim
    # what was searched for, wherever it stands
    found = step(step(at_the_road, STORY, Search("oster")), STORY, GoTo("h.5"))
    assert kept(found) == {"h.1", "h.2", "h.3", "h.4", "h.5"}


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


def test_below_the_last_fold_the_key_opens_the_one_just_above() -> None:
    state = step(reading(Move.FOLD), STORY, GoTo("l.8"))
    assert nearest_fold(state, STORY) == ("l.5",)
    assert nearest_fold(reading(GoTo("l.8")), STORY) == ()


def test_the_cursor_passes_over_folds() -> None:
    assert reading(Move.FOLD, Move.PREVIOUS_SENTENCE).cursor == "h.4"
    assert reading(Move.FOLD, Move.NEXT_SENTENCE).cursor == "h.5"
