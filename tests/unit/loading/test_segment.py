"""Sentences: the faults of sentencex that are mended, and spans that hold."""

from __future__ import annotations

import pytest

from compare.loading.segment import CHUNK, LONG_QUOTE, sentences
from timing import within

CASES = {
    "He left at 5 p.m. Monday. Dr. No came.": ["He left at 5 p.m. Monday.", "Dr. No came."],
    "It ends at 5 p.m. The mayor left.": ["It ends at 5 p.m.", "The mayor left."],
    "At 6 p.m. (1300 GMT) it closed.": ["At 6 p.m. (1300 GMT) it closed."],
    "It began at 8 p.m. Marta Moss sang.": ["It began at 8 p.m.", "Marta Moss sang."],  # no March
    "Mr. Smith met J. K. Rowling. Gov. Jones left.": ["Mr. Smith met J. K. Rowling.", "Gov. Jones left."],
    "It was said by É. Moss. Ł. Żak left.": ["It was said by É. Moss.", "Ł. Żak left."],
    "Kathleen M. Trafford of the U.S. Navy spoke.": ["Kathleen M. Trafford of the U.S. Navy spoke."],
    "He lives in the U.S. The rest do not.": ["He lives in the U.S.", "The rest do not."],
    "They took vitamin C. Moss, 61, did not.": ["They took vitamin C.", "Moss, 61, did not."],
    "She met J. Then Moss left.": ["She met J.", "Then Moss left."],
    "No. 5 won. No. 9 lost.": ["No. 5 won.", "No. 9 lost."],
    "It cost $1.5 million. He paid.": ["It cost $1.5 million.", "He paid."],
    '"What now?" Ada Pell asked. "No!" The end.': ['"What now?" Ada Pell asked.', '"No!"', "The end."],
    '"Why? " she asked. He left.': ['"Why? " she asked.', "He left."],
    "He said it. ’ Then he left.": ["He said it. ’", "Then he left."],
    "Er kam am 12. Dezember. Das war z. B. gut.": ["Er kam am 12. Dezember.", "Das war z. B. gut."],
    "“We go. We stay.” Then they left.": ["“We go. We stay.”", "Then they left."],
    "20:15 TRY! Lund lead by five. The crowd sang.": ["20:15 TRY! Lund lead by five.", "The crowd sang."],
    "It ended at 20:15. Lund won.": ["It ended at 20:15.", "Lund won."],
    "**The crew.** They left. *All did.* He stayed.": ["**The crew.**", "They left.", "*All did.*", "He stayed."],
    "**Who pays?** Nobody.": ["**Who pays?**", "Nobody."],
    "They left. * Two stayed.": ["They left.", "* Two stayed."],
    "Yahoo! News said so. He left.": ["Yahoo! News said so.", "He left."],
}

SPEECH = "We had four minutes between the first alarm and the end. My crew did all it could. Nobody slept"


def cut(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(("text", "parts"), CASES.items())
def test_ends_of_sentences(text: str, parts: list[str]) -> None:
    assert cut(text, "de" if "Dezember" in text else "en") == parts


@pytest.mark.parametrize(("left", "right"), ["“”", '""', "«»", "„“", "()", "‘’", "''"])
def test_a_long_quotation_is_split_at_its_sentences(left: str, right: str) -> None:
    text = f"He said: {left}{SPEECH},{right} and wept. She left."
    assert cut(text) == [
        f"He said: {left}We had four minutes between the first alarm and the end.",
        "My crew did all it could.",
        f"Nobody slept,{right} and wept.",
        "She left.",
    ]


@pytest.mark.parametrize(("words", "parts"), [(LONG_QUOTE, 1), (LONG_QUOTE + 1, 2)])
def test_a_quotation_is_long_from_sixteen_words_on(words: int, parts: int) -> None:
    assert LONG_QUOTE == 15
    speech = " ".join(["We saw it. Then it"] + ["sank"] * (words - 5))
    assert len(cut(f"He said: “{speech}” to us.")) == parts


def test_an_apostrophe_opens_no_quotation() -> None:
    text = (
        "'I don't know. We stayed all night and the night after that and then we left. Nobody came,' she said. He left."
    )
    assert cut(text)[1:] == [
        "We stayed all night and the night after that and then we left.",
        "Nobody came,' she said.",
        "He left.",
    ]


def test_offsets_count_code_points() -> None:
    assert cut("😀 Zwölf Boote “sanken”. Ünal ging.") == ["😀 Zwölf Boote “sanken”.", "Ünal ging."]


@pytest.mark.parametrize("space", ["\xa0", "\u2028", "\u202f \n", "\u3000\u2009"], ids=ascii)
@pytest.mark.parametrize("language", ["en", "fr", "de", "ja", "ar"])
def test_an_initial_may_stand_off_from_its_point(language: str, space: str) -> None:
    """sentencex panics there, which no ``except Exception`` would have caught."""
    text = f"Il lisait M{space}. Oui, dit-il."
    assert "".join("".join(cut(text, language)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert sentences(text, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left. " * 33_000,
        "word " * 100_000,
        "".join(f'He said: "I saw {n}. (Then “more.) ' for n in range(15_000)),
        "\"(“'« " * 30_000,
        "Dr. " * 100_000,
        "'a b c d " * 12_000 + "e.'",
    ],
    ids=["sentences", "one sentence", "marks that are not closed", "marks alone", "abbreviations", "one close for all"],
)
def test_a_line_of_100_000_words_is_quick(text: str) -> None:
    with within(4):
        spans = sentences(text, "en")
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_a_sentence_at_the_end_of_a_chunk_is_whole() -> None:
    text = "The ferry left the harbour with Dr. Brandt at noon. " * (3 * CHUNK // 50)
    assert set(cut(text)) == {"The ferry left the harbour with Dr. Brandt at noon."}
