"""Which words of a language carry no meaning of their own."""

from __future__ import annotations

import pytest

from compare.analysis.words import ANY_STOP_WORD, STOP_WORDS, stop_words
from compare.loading.language import COMMONEST
from compare.model import KNOWN


def test_every_known_language_has_its_own() -> None:
    assert STOP_WORDS.keys() == COMMONEST.keys() == KNOWN
    assert "men" in stop_words("nl") - stop_words("en")
    assert stop_words("fi") == ANY_STOP_WORD


@pytest.mark.parametrize("language", sorted(KNOWN))
def test_words_by_which_a_language_is_told_carry_no_meaning(language: str) -> None:
    assert STOP_WORDS[language].issuperset(COMMONEST[language].split())
