"""Marks kept: replaced, dropped, undone and done again without limit, across restarts and windows, set by set."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import article
from compare.errors import ReviewNotKept
from compare.model import Noted, ReaderMark
from compare.review import Store
from compare.session import open_review
from systems import posix

from .marking import FERRY, HARBOUR, mark, note, words

SNOW = article("Snow in May\n\nSnow fell on the hills in May.\n", "snow.txt", outlet="Post")
NINE, SNOWED = "Nine people were hurt, two of them badly.", "Snow fell on the hills in May."


def ids(store: Store) -> list[str]:
    return [each.id for each in store.marks]


def test_marks_outlast_the_program(tmp_path: Path) -> None:
    store = open_review(tmp_path / "state")
    kept = note("1", FERRY, NINE)
    store.put(kept)
    store.close()
    assert open_review(tmp_path / "state").marks == (kept,)


@posix
def test_marks_are_the_readers_alone(tmp_path: Path) -> None:
    open_review(tmp_path).put(note("1", FERRY, NINE))
    held = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert held == dict.fromkeys(("review.db", "review.db-shm", "review.db-wal", "review.lock"), 0o600)


def test_without_a_folder_nothing_is_written(own_folders: Path) -> None:
    store = open_review(keep=False)
    store.put(note("1", FERRY, NINE))
    assert ids(store) == ["1"]
    assert store.undo([FERRY])
    assert (ids(store), store.trouble) == ([], "")
    assert not list(own_folders.iterdir())
    open_review().close()
    assert (own_folders / "data" / "review.db").exists()


def test_undo_and_redo_without_limit_across_restarts(tmp_path: Path) -> None:
    for n in range(30):
        Store(tmp_path).put(note("same" if n % 3 == 0 else f"{n}", FERRY, NINE, n))
    last = Store(tmp_path).marks
    for _ in range(30):
        store = Store(tmp_path)
        assert store.undo([FERRY])
        store.close()
    store = Store(tmp_path)
    assert store.marks == ()
    assert store.undo([FERRY]) is None
    while store.redo([FERRY]):
        pass
    assert store.marks == last


def test_undo_takes_back_what_another_window_did_of_this_set_alone(tmp_path: Path) -> None:
    here, there = Store(tmp_path), Store(tmp_path)
    here.put(note("1", FERRY, NINE))
    there.put(note("2", FERRY, NINE))
    there.put(note("3", SNOW, SNOWED))
    undone = here.undo([FERRY, HARBOUR])
    assert undone
    assert [each.id for each in undone.puts] == ["2"]
    assert ids(here) == ["1", "3"]
    assert there.refresh()
    assert ids(there) == ["1", "3"]
    there.put(note("4", SNOW, SNOWED))  # of another set: it leaves what can be redone here
    assert here.redo([FERRY])
    assert ids(here) == ["1", "2", "3", "4"]
    here.undo([FERRY])
    there.put(note("5", FERRY, NINE))  # of this set: it ends what can be redone
    assert here.redo([FERRY]) is None
    assert [each.id for each in here.marks_on([FERRY])] == ["1", "5"]


def test_replacing_and_dropping_are_undone_as_well() -> None:
    store = Store(None)
    first, second = note("1", FERRY, NINE), mark("1", Noted((words(FERRY, NINE),), "another"), 1)
    store.put(first, note("2", FERRY, NINE))
    store.put(second)
    store.drop("1", "none")
    store.drop("none")
    assert ids(store) == ["2"]
    store.undo([FERRY])
    assert store.marks[0] == second
    store.undo([FERRY])
    assert store.marks[0] == first
    store.undo([FERRY])
    assert store.marks == ()


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["put", "replace", "drop", "undo", "redo"]), max_size=25))
def test_undo_and_redo_are_those_of_an_editor(deeds: list[str]) -> None:
    store = Store(None)
    past: list[tuple[ReaderMark, ...]] = [()]
    future: list[tuple[ReaderMark, ...]] = []
    for n, deed in enumerate(deeds):
        if deed == "undo":
            assert (store.undo([FERRY]) is not None) is (len(past) > 1)
            future += [past.pop()] if len(past) > 1 else []
        elif deed == "redo":
            assert (store.redo([FERRY]) is not None) is bool(future)
            past += [future.pop()] if future else []
        elif deed != "drop" or store.marks:
            if deed == "drop":
                store.drop(store.marks[0].id)
            else:
                store.put(note("same" if deed == "replace" else str(n), FERRY, NINE, n))
            past, future = [*past, store.marks], []
        assert sorted(store.marks, key=repr) == sorted(past[-1], key=repr)


def test_a_note_with_half_a_character_is_kept_as_far_as_it_can_be(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(mark("1", Noted((words(FERRY, NINE),), "a \ud83d b")))
    assert Store(tmp_path).marks == store.marks
    body = store.marks[0].body
    assert isinstance(body, Noted)
    assert body.text == "a \ufffd b"


def test_a_closed_store_keeps_nothing(tmp_path: Path) -> None:
    for store in (Store(tmp_path), Store(None)):
        store.close()
        with pytest.raises(ReviewNotKept, match="has been closed"):
            store.put(note("1", FERRY, NINE))
