"""In which other clothes a name may stand in another text, and in which a name of something else stands there."""

from __future__ import annotations

import pytest

from articles import article
from compare.analysis.elsewhere import Elsewhere
from compare.analysis.facts import find_facts
from compare.analysis.name_forms import are_alike, is_same_first, plain, words_of
from compare.analysis.namings import Namings
from compare.model.words import RUN
from timing import assert_linear


def named(name: str, *others: str) -> bool:
    """Whether the first of some texts names what a name names."""
    texts = {str(n): text for n, text in enumerate(others)}
    written = {word for text in others for word in RUN.findall(text)}
    return "0" in Namings(texts, written).holders(name)


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        # accents, British and American spelling, words joined or not
        ("San José", "It was at San Jose in 2010.", True),
        ("Inis Mór", "They left Inis Mor.", True),
        ("Saint-Césaire", "It is near St. Cesaire.", True),
        ("Saint-Césaire", "It is near St. Cecilia.", False),
        ("Søren Lund", "They met Soren Lund.", True),
        ("Aldmoor Trailblazers", "The Aldmoor Trail Blazers lost.", True),
        ("Aldmoor Dai-ichi", "It left Aldmoor Daiichi.", True),
        ("Aldmoor Daiichi", "It left Aldmoor Dai-ichi.", True),
        ("Demilitarised Zone", "It is in the Demilitarized Zone.", True),
        ("Aldmoor Theatre", "It is in the Aldmoor Theater.", True),
        ("Moss & Sons", "They met Moss and Sons.", True),
        ("San José", "It was at San Juan in 2010.", False),
        ("Aldmoor Daiichi", "It left Aldmoor Daini.", False),
        # abbreviations, numerals, plurals, generations
        ("Mount Tarn", "They climbed Mt. Tarn.", True),
        ("Mt. Tarn", "They climbed Mount Tarn.", True),
        ("Aldmoor Fire Dept", "They met the Aldmoor Fire Department.", True),
        ("Church Avenue", "It was in Church Ave. on Monday.", True),
        ("World War II", "He fell in World War Two.", True),
        ("World War II", "He fell in World War I.", False),
        ("World War II", "He fell in the World War.", False),
        ("Cerro Pardos", "It is in Cerro Pardo.", True),
        ("Ada Moss Jr.", "They met Ada Moss.", True),
        ("Ivo Moss III", "They met Ivo Moss.", True),
        # initials and what they are of
        ("LA Coroner", "They met the Los Angeles Coroner.", True),
        ("Los Angeles Coroner", "They met the LA Coroner.", True),
        ("L.A. Coroner", "They met the Los Angeles Coroner.", True),
        ("NSW Ambulance", "They met New South Wales Ambulance.", True),
        ("NSW Ambulance", "They met South Wales Ambulance.", False),
        ("A.J. Moss", "They met AJ Moss.", True),
        ("NSW Ambulance", "They met the Lund Ambulance.", False),
        # turned round
        ("Ministry of Interior", "They met the Interior Ministry.", True),
        ("Interior Ministry", "They met the Ministry of the Interior.", True),
        ("University of Lund", "They met Lund University.", True),
        ("University of Lund", "They met the university in Lund.", False),
        ("Ministry of Interior", "They met the Finance Ministry.", False),
        # people and what is theirs
        ("South Korean", "It came from South Korea.", True),
        ("South Korea", "They met the North Koreans.", False),
        # cut short
        ("Reserve Bank of Australia", "They met the Reserve Bank.", True),
        ("Reserve Bank of Australia", "They met the Reserve Bank of India.", False),
        ("Bank of Lund", "They met the Bank.", False),
        ("Calder Asset Management", "It will go on with Calder, they said.", True),
        ("Calder Asset Management", "It will go on with Ivo Calder. Calder said so.", False),
        ("Orkney Islands", "It left Orkney.", True),
        ("Nobel Prize", "They gave him the Nobel in 2001.", True),
        ("Nishida of Japan", "It came from Nishida.", True),
        ("Nishida of Japan", "It came from Nishida. They met Ivo Tarn of Japan.", True),
        ("Gulf of Aden", "It is in the Gulf.", False),
        ("Festival of Light", "They met at the Festival.", False),
        ("French Court of Auditors", "They met the Court of Auditors.", True),
        ("French Court of Auditors", "They met the Greek Court of Auditors.", False),
        ("British Museum", "They met at the Museum.", False),
        ("Halden Civil Engineering", "They met Halden Civil.", True),
        ("New Mexico Democrat", "It is in New Mexico.", True),
        ("Hamilton County", "It left Hamilton.", False),
        ("Vancouver Sun", "It left Vancouver.", False),
        ("Danish Media", "It is the Danish press.", False),
        ("Strand Keeling", "They walked on the Strand.", False),
        # people
        ("Ray Moss", "They met Raymond Moss.", True),
        ("Lenny Moss", "They met Lennie Moss.", True),
        ("Bill Moss", "They met William Moss.", True),
        ("Kathryn Moss", "They met Catherine Moss.", True),
        ("Gregory Jaczko", "They met Gregory Jazcko.", True),
        ("Prefect Hélène Moss", "They met Helen Moss.", True),
        ("Prefect Ada Moss", "They met Ivo Moss.", False),
        ("Carolos Moss", "They met Karolos Moss.", True),
        ("So Isbister", "They met Norna Isbister.", True),
        ("Ada Moss", "They met Ada Jane Moss.", True),
        ("Ada Moss", "They met Ida Moss.", False),
        ("Ada Moss", "They met Ivo Moss.", False),
        ("Ada Moss", "They met Ada Tarn.", False),
        ("Ada Moss", "They met Ada Tarn and Ivo Moss.", False),
        ("Ada Moss", "They met Ada Voss.", False),
        ("Bill Moss", "They met Robert Moss.", False),
        # a surname alone
        ("Norna Isbister", "Isbister welcomed it.", True),
        ("Norna Isbister", "They met Mr Isbister.", True),
        ("Norna Isbister", "They met Rory Isbister. Isbister left.", False),
        ("Norna Isbister", "They ate in the Isbister.", False),
        ("Norna Reed", "Reed grows there: a reed is no tree.", False),
        ("Vodafone Egypt", "They work in Egypt.", False),
        ("Rory Isbister", "They met Rory.", False),
        ("Queen Isbister", "It is their Queen.", False),
        # of others
        ("Interior Ministry", "They met the Interior Minister.", False),
        ("Aldmoor Council", "They met the Aldmor Council.", True),
        ("Upper Aldmoor", "They met in Lower Aldmoor.", False),
        ("Flight MH17", "It was Flight MH370.", False),
        ("57th Street", "It was in Street.", False),
        ("Everything Goes at Once", "Everything else Once.", False),
    ],
)
def test_a_name_in_other_clothes(name: str, other: str, expected: bool) -> None:
    assert named(name, other) is expected


def test_a_surname_is_nobodys_when_another_text_has_two_of_that_name() -> None:
    assert named("Ada Moss", "Moss left at noon.", "They met Ada Moss.")
    assert not named("Ada Moss", "Moss left at noon.", "They met Ada Moss.", "They met Ivo Moss.")


def test_what_a_name_says_of_a_kind_is_asked_as_written() -> None:
    one = article("It was with Calder Asset Management, they said in Lund.", outlet="Gazette")
    other = article("It was with Calder, they said in Lund.", outlet="Courier")
    articles = sorted((one, other), key=lambda a: a.id)
    facts = find_facts(articles)
    (fact,) = (f for f in facts if f.value == "Calder Asset Management")
    assert fact.articles == (one.id,)  # they stay two facts
    assert Elsewhere(articles, facts).holders(fact) == {one.id, other.id}


@pytest.mark.parametrize(
    ("one", "other"),
    [("José", "Jose"), ("Dai-ichi", "Daiichi"), ("Pardos", "Pardo"), ("Lennie", "Lenny"), ("II", "Two")],
)
def test_words_that_are_compared_as_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("Mars", "Mar"), ("Moss", "Mos"), ("Lund", "Lunden"), ("II", "III")])
def test_words_that_are_compared_as_two(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("jaczko", "jazcko", True),
        ("larsen", "larson", True),
        ("moss", "voss", False),
        ("ada", "ida", False),
        ("martin", "marconi", False),
        ("a320", "a321", False),
        ("carolos", "k", False),
        ("carolos", "karolos", True),
    ],
)
def test_two_spellings_of_a_word(one: str, other: str, expected: bool) -> None:
    assert are_alike(one, other) is expected
    assert are_alike(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("ray", "raymond", True), ("e", "eli", True), ("jim", "james", True), ("jim", "jack", False), ("", "eli", False)],
)
def test_two_first_names(one: str, other: str, expected: bool) -> None:
    assert is_same_first(one, other) is expected
    assert is_same_first(other, one) is expected


@pytest.mark.parametrize("name", ["57th Street", "Windows 7", "Salt hours", "...", "lund"])
def test_of_a_name_with_a_figure_or_an_ordinary_word_no_other_form_is_sought(name: str) -> None:
    assert words_of(name) == []


def test_time_grows_with_the_text_alone() -> None:
    assert_linear(lambda times: named("Ada Moss", "The Lund Harbour Court. A.A-A’A " * times), 2_000)
