"""Whom sentences credit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import plain
from compare.analysis.facts import find_facts
from compare.analysis.sources import find_speech, sources_of
from compare.model import FactKind

from .stories import FILL, claim, story

NAMED = "They met Ada Moss and Tom Reyle of the Harbour Gazette, and Delmar Shipping in Lund."


def sources(text: str, language: str = "en") -> list[str]:
    made = replace(plain(f"{text}\n\n{NAMED}"), language=language)
    found = [f for f in find_speech([made], find_facts([made])) if f.kind is FactKind.ATTRIBUTION]
    return sorted(f.value for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam is safe, according to Ada Moss.", ["Ada Moss"]),
        ("The dam is safe, her bookbinder, Ada Moss, told the Harbour Gazette.", ["Ada Moss"]),
        ("The dam is safe, her bookbinder told the Harbour Gazette.", ["her bookbinder"]),
        ("According to Moss, the dam is safe.", ["Ada Moss"]),
        ("According to the engineer Ada Moss, the dam is safe.", ["Ada Moss"]),
        ("According to officials in Lund the dam is safe.", ["officials"]),
        ("According to the Harbour Gazette, the dam is safe.", ["Harbour Gazette"]),
        ("According to radar records held by the port, it was noon.", ["radar records"]),
        ("Everything went according to plan.", []),
        ("The number of confirmed deaths has risen to 17.", []),
        ("It was made in Lund according to the “all or nearly all” rule.", []),
        ("“There is no way he did it,” Ivo Moss told the Harbour Gazette.", ["Ivo Moss"]),
        ("Ada Moss said the dam was safe.", ["Ada Moss"]),
        ("Captain Ada Moss said the dam was safe.", ["Ada Moss"]),
        ("Ada Moss (R-Texas) said the dam was safe.", ["Ada Moss"]),
        ("MP Ada Moss (Lib Dem) has said the dam was safe.", ["Ada Moss"]),
        ("The mayor (who built it) said the dam was safe.", ["the mayor"]),
        ("Ada Moss (R-Texas), who built it, said the dam was safe.", ["Ada Moss"]),
        ("Ada Moss, the engineer, said the dam was safe.", ["Ada Moss"]),
        ("Ada Moss, 52, who built it, has repeatedly denied that.", ["Ada Moss"]),
        ("The dam was safe, said Ada Moss, who built it.", ["Ada Moss"]),
        ("“The dam is safe,” said union leader Ada Moss outside the Lund works.", ["Ada Moss"]),
        ("Ada Moss and Tom Reyle announced a sale.", ["Ada Moss", "Tom Reyle"]),
        ("Moss was quoted as saying that the dam was safe.", ["Ada Moss"]),
        ("Reports from the Harbour Gazette indicate that the dam is safe.", ["Harbour Gazette"]),
        ("The Harbour Gazette reported that the dam was safe.", ["Harbour Gazette"]),
        ("The Harbour Gazette first reported that the dam was safe.", ["Harbour Gazette"]),
        ("The dam is safe, the paper wrote, citing Ada Moss.", ["Ada Moss", "the paper"]),
        ("In a statement, Delmar Shipping stressed that the dam was safe.", ["Delmar Shipping"]),
        ("Both companies stressed that the dam was safe.", ["both companies"]),
        ("The report by the Lund Audit Office found that the dam was safe.", ["Lund Audit Office"]),
        ("The 34-year-old told the court that the dam was safe.", ["the 34-year-old"]),
        ("Neither company said that the dam was safe.", []),
        ("Neither Ada Moss nor Tom Reyle said how it broke.", []),
        ("Neither the owners nor the mayor said how it broke.", []),
        ("Nobody said that the dam was safe.", []),
        ("No official said that the dam was safe.", []),
        ("A No 10 spokesman said that the dam was safe.", ["a No 10 spokesman"]),
        ("Maritime officials said the dam was safe.", ["maritime officials"]),
        ("A person familiar with the matter said the dam was safe.", ["a person familiar with the matter"]),
        ("A spokesman for Delmar Shipping said the dam was safe.", ["a spokesman for Delmar Shipping"]),
        ("A spokesman for the Harbour Gazette said the dam was safe.", ["a spokesman for the Harbour Gazette"]),
        ("Two who rode for Moss in the Lund said the dam was safe.", []),
        ("Of ten sailors who asked for a pump two got it.", []),
        ("The skipper said the dam was safe.", ["the skipper"]),
        ("The operator repeated that the dam was safe.", ["the operator"]),
        ("Dockers said the dam was safe.", ["dockers"]),
        ("The report said the dam was safe.", []),
        ("It said the dam was safe.", []),
        ("The mayor is said to be ill.", []),
        ("Moss was told to leave.", []),
        ("The results indicate that the dam is safe.", []),
        ("The sum was a reported $3 million.", []),
        ("The photo posted by Moss shows the dam.", []),
        ("She refused to say what the mayor had paid.", []),
        ("“The mayor said so,” it reads.", []),
        ("Ada Moss bought the mill.", []),
        ("She runs a dairy firm called Delmar Shipping in Lund.", []),
        ("The court doubted the firm's claims that it was safe.", []),
        ("Ada Moss's claims that the dam was safe were doubted.", []),
        ("The dam is safe, according to the Lund Sheriff's Office.", ["the Lund Sheriff's Office"]),
        ("The Lund Sheriff's Office said the dam was safe.", ["the Lund Sheriff's Office"]),
        ("The dam was safe, said 52-year-old Ada Moss.", ["Ada Moss"]),
        ("The mayor, Ada Moss, said the dam was safe.", ["Ada Moss"]),
        ("The mayor, Ada Moss, 52, said the dam was safe.", ["Ada Moss"]),
        ("The mayor, 52, said the dam was safe.", ["the mayor"]),
        ("Reuters reported that the dam was safe.", ["Reuters"]),
        ("The dam is safe, the Harbour Gazette reports.", ["Harbour Gazette"]),
        ("The Harbour Gazette reports that the dam is safe.", ["Harbour Gazette"]),
        ("She likes the long reports.", []),
        ("Ada Moss spoke at noon. She said the dam was safe.", ["Ada Moss"]),
    ],
)
def test_sources(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Según Ada Moss, el puente es seguro.", ["Ada Moss"]),
        ("es", "El alcalde afirmó que el puente es seguro.", ["el alcalde"]),
        ("es", "«El puente es seguro», contó por teléfono Ada Moss.", ["Ada Moss"]),
        ("es", "Ambos están ilesos, según confirmó el consulado.", ["el consulado"]),
        ("fr", "Selon Ada Moss, le pont est sûr.", ["Ada Moss"]),
        ("fr", "« Le pont est sûr », a déclaré Ada Moss.", ["Ada Moss"]),
        ("de", "Noch am Dienstag bestätigte die Polizei den Fund.", []),
        ("de", "Laut Ada Moss ist die Brücke sicher.", ["Ada Moss"]),
        ("de", "„Die Brücke ist sicher“, sagte Ada Moss.", ["Ada Moss"]),
        ("it", "Secondo Ada Moss il ponte è sicuro.", ["Ada Moss"]),
        ("pt", "Segundo Ada Moss, a ponte está segura.", ["Ada Moss"]),
        ("nl", "Volgens Ada Moss is de brug veilig.", ["Ada Moss"]),
    ],
)
def test_sources_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert sources(text, language) == expected


def test_three_outlets_that_credit_one_paper_are_three_voices_and_one_source() -> None:
    told = "Delmar Shipping will sell its two ferries on the Lund line before the winter"
    result = story(
        A=[f"{told}, according to the Harbour Gazette.", *FILL["Gazette"]],
        B=[f"{told}, the Harbour Gazette reported.", *FILL["Courier"]],
        C=[f"Reports from the Harbour Gazette indicate that {told}.", *FILL["Post"]],
    )
    shared = claim(result, "two ferries")
    assert (shared.voices, shared.sources) == (3, ("Harbour Gazette",))


def test_each_sentence_of_a_quotation_is_credited_to_its_speaker() -> None:
    text = "“The old crane at the north quay fell at noon. It took the harbour master's shed with it,” said Ada Moss."
    made = plain(f"{text}\n\n{NAMED}")
    credited = sources_of([made], find_speech([made], find_facts([made])))
    inside = [s for s in made.sentences if s.end <= len(text)]
    assert len(inside) == 2
    assert all(credited[s.id] == ("Ada Moss",) for s in inside)


def test_where_nobody_is_named_it_is_still_said_who_speaks() -> None:
    lines = {
        "Gazette": ["The ferry struck the pier.", "Nine people were hurt, the hospital said."],
        "Courier": ["A ferry ran into the pier.", "The captain said the rudder had failed."],
    }
    result = story(**lines)
    assert not [fact for fact in result.facts if fact.kind is FactKind.NAME]
    assert {source for each in result.claims for source in each.sources} == {"the hospital", "the captain"}
