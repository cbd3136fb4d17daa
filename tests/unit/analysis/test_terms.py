"""Sentences as bags of weighed terms: which words are one, and how rare each is."""

from __future__ import annotations

import numpy as np
import pytest

from compare.analysis.terms import Rows, bags, neighbours, weigh, words_of


def test_rarity_is_that_of_the_own_article() -> None:
    rows = [["pier", "dusk"], ["pier"], ["dusk"], ["pier"]]
    terms = weigh(Rows.of(rows), [0, 0, 1, 1])
    in_both = np.log1p(1) / np.log1p(2)
    assert [sorted(terms.rarity[terms.cells([n])[0]]) for n in range(4)] == [[in_both, 1.0], [in_both], [1.0], [1.0]]


def test_the_terms_of_some_sentences_stand_one_after_the_other() -> None:
    terms = weigh(Rows.of([["pier", "dusk"], [], ["dusk"], ["pier"]]), [0, 0, 1, 1])
    cells, sizes = terms.cells([3, 0, 1])
    assert sizes.tolist() == [1, 2, 0]
    assert terms.columns[cells].tolist() == [0, 0, 1]


def test_a_word_of_another_language_is_another_term() -> None:
    english, spanish = bags([words_of("A mole in the port."), words_of("El mole del port, en Lund.")], ["en", "es"])
    assert not set(english) & set(spanish)


def test_an_acronym_is_no_small_word() -> None:
    assert bags([words_of("The US and us.")], ["en"]) == [["us/en"]]


@pytest.mark.parametrize("said", ["THE crane of Lund", "THE CRANE OF LUND", "the crane of Lund"])
def test_capitals_make_no_name_of_a_small_word(said: str) -> None:
    assert bags([words_of(said)], ["en"]) == [["crane/en", "lund/en"]]


def test_an_accent_or_apostrophe_written_in_two_ways_makes_no_other_word() -> None:
    one, other = words_of("They don’t sail to Málaga."), words_of("They don't sail to Ma\u0301laga.")
    assert bags([one], ["en"]) == bags([other], ["en"])
    assert neighbours([one]) == neighbours([other])
