"""Where the reader left each set."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from compare.model import CoverageSet
from compare.places import LENGTH, Place, keep_place, place_in
from tui.story import article

SET = CoverageSet((article("h"),), ("h",))
PLACE = Place("h.1", "hurt", "panes", "h", ("h",), (), "findings", commentary=True, folded=False)


@pytest.fixture(autouse=True)
def file(own_folders: Path) -> Path:
    return own_folders / "state" / "places.json"


def test_a_place_is_found_again_by_the_texts_of_the_set() -> None:
    assert place_in(SET) is None
    keep_place(SET, PLACE)
    assert place_in(SET) == PLACE
    assert place_in(CoverageSet((replace(article("h"), source="elsewhere"),), ("h",))) == PLACE
    assert place_in(CoverageSet((article("l"),), ("l",))) is None


def test_the_oldest_places_are_forgotten() -> None:
    for n in range(LENGTH + 2):
        keep_place(CoverageSet((replace(article("h"), sha256=str(n)),), ("h",)), PLACE)
    assert place_in(CoverageSet((replace(article("h"), sha256="1"),), ("h",))) is None
    assert place_in(CoverageSet((replace(article("h"), sha256="2"),), ("h",))) == PLACE


@pytest.mark.parametrize("damage", [{"cursor": 3}, {"articles": "h"}, {"folded": "no"}, {"more": 1}])
def test_a_damaged_place_is_none(file: Path, damage: dict[str, object]) -> None:
    keep_place(SET, PLACE)
    (key,) = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({key: asdict(PLACE) | damage}), encoding="utf-8")
    assert place_in(SET) is None
