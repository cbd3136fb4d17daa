"""What makes a claim checkable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import plain
from compare.analysis.facts import find_facts, is_precise
from compare.analysis.kinds import kind_of
from compare.analysis.sources import find_speech
from compare.model import ClaimKind, FactKind

from .kind_table import ABROAD, HELD_OUT, TUNED

NAMED = "They met Moss, Orla, Ada Moss and Ilse Tarn of Delmar Shipping in Lund, Karsk, Marsten and Harwell."
"""Another sentence of the article, so that its names are known where they begin one."""


def kind(sentence: str, language: str = "en") -> ClaimKind:
    made = replace(plain(f"{sentence}\n\n{NAMED}"), language=language)
    facts = find_facts([made])
    first = made.sentences[0].id
    own = [f.kind for f in facts for m in f.mentions if m.sentence == first and is_precise(f, m)]
    speech = [m.sentence for f in find_speech([made], facts) for m in f.mentions if f.kind is FactKind.ATTRIBUTION]
    return kind_of(made.cut(made.sentences[0]), own, credited=first in speech)


@pytest.mark.parametrize(("expected", "sentence"), [(k, s) for k, rows in TUNED.items() for s in rows])
def test_kinds(expected: ClaimKind, sentence: str) -> None:
    assert kind(sentence) is expected


@pytest.mark.parametrize(
    ("language", "expected", "sentence"), [(code, *row) for code, rows in ABROAD.items() for row in rows]
)
def test_kinds_in_other_languages(language: str, expected: ClaimKind, sentence: str) -> None:
    assert kind(sentence, language) is expected


def test_of_sentences_never_tuned_on_nine_in_ten_are_right() -> None:
    rows = [(k, s) for k, sentences in HELD_OUT.items() for s in sentences]
    wrong = [s for k, s in rows if kind(s) is not k]
    assert len(wrong) <= len(rows) / 10, wrong


@pytest.mark.parametrize(
    ("facts", "credited", "expected"),
    [
        ([FactKind.NUMBER], True, ClaimKind.FACT),
        ([FactKind.DATE], True, ClaimKind.ATTRIBUTED),
        ([FactKind.DATE], False, ClaimKind.FACT),
        ([FactKind.NAME], False, ClaimKind.COMMENTARY),
    ],
)
def test_a_figure_is_checked_whoever_gives_it_and_a_day_may_be_that_of_the_saying(
    facts: list[FactKind], credited: bool, expected: ClaimKind
) -> None:
    assert kind_of("The port is a jewel.", facts, credited=credited) is expected
