"""Numbers in words: those of each language below a hundred, and that none of them is missing."""

from __future__ import annotations

import pytest

from compare.analysis.number_words import SCALES, spoken


@pytest.mark.parametrize("language", sorted(SCALES.keys() - {"en"}))
def test_every_number_below_a_hundred_can_be_said(language: str) -> None:
    said = set(spoken(language).values())
    assert set(range(2, 100)) - said == ({6} if language == "it" else set()), (
        "but for “sei”, which is “you are” as well"
    )
    assert 1 not in said, "that is an article more often"


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "nineteen", 19),
        ("es", "treinta y uno", 31),
        ("es", "once", 11),
        ("fr", "vingt et un", 21),
        ("fr", "vingt-deux", 22),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-douze", 72),
        ("fr", "quatre-vingt-un", 81),
        ("fr", "quatre-vingt-onze", 91),
        ("de", "siebzehn", 17),
        ("de", "einundzwanzig", 21),
        ("it", "ventuno", 21),
        ("it", "ventidue", 22),
        ("it", "ventitré", 23),
        ("it", "ventotto", 28),
        ("pt", "trinta e um", 31),
        ("pt", "dezasseis", 16),
        ("nl", "tweeëntwintig", 22),
        ("nl", "drieëntwintig", 23),
        ("nl", "vierentwintig", 24),
    ],
)
def test_a_number_is_said_as_its_language_has_it(language: str, words: str, number: int) -> None:
    assert spoken(language)[words] == number


def test_a_word_that_is_mostly_another_is_no_number() -> None:
    assert "once" not in spoken("en")
    assert "sei" not in spoken("it")
    assert spoken("fi") == {}
