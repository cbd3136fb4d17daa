"""Stances kept as bytes are what a dictionary of them would be."""

from __future__ import annotations

import pickle

import pytest

from compare.model import Stance
from compare.model.stances import CODE, Stances

KEPT = Stances({"a": 0, "b": 1, "c": 2}, bytes((CODE[Stance.ABSENT], 0, CODE[Stance.WEAKER])))


def test_they_equal_a_dictionary_of_the_same() -> None:
    same = {"a": Stance.ABSENT, "c": Stance.WEAKER}
    assert same == KEPT
    assert list(KEPT.items()) == list(same.items())
    assert (list(KEPT), len(KEPT), repr(KEPT)) == (list(same), len(same), f"Stances({same!r})")
    assert KEPT.get("b") is None
    assert "b" not in KEPT
    assert same.items() <= KEPT.items()


@pytest.mark.parametrize("article", ["b", "d"])
def test_an_article_without_a_stance_is_no_key(article: str) -> None:
    with pytest.raises(KeyError):
        KEPT[article]


def test_they_are_kept_by_pickle() -> None:
    assert pickle.loads(pickle.dumps(KEPT)) == KEPT
