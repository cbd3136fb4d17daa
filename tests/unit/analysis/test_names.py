"""Which capitals make a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.analysis.aliases import canonical, introduced
from compare.analysis.name_runs import Name
from compare.analysis.names import Capitals, by_first_word, known_names
from timing import assert_linear


def found(sentences: Sequence[str], language: str = "en") -> list[list[Name]]:
    return Capitals(sentences, [language] * len(sentences)).found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Harbour Gazette praised Ada Moss's plan.", ["Harbour Gazette", "Ada Moss"]),
        ("They told the Lund Sun Sunday of it.", ["Lund Sun"]),
        ("Reports from the Harbour Gazette say so.", ["Harbour Gazette"]),
        ("A prize-winning Tin Roof and an Emmy-winning Glass Hill.", ["Tin Roof", "Glass Hill"]),
        ("Yesterday she left on Monday in May.", []),
        ("• Significant Backing: it is paid for.", []),
        ("He met the Bishop of Lund.", ["Bishop of Lund"]),
        ("He asked the Lund Sheriff's Office.", ["Lund"]),
        ("He leads the Sailors' Union of Lund.", ["Sailors' Union of Lund"]),
        ("We know Rolls-Royce.", ["Rolls-Royce"]),
        ("It belongs to Élodie Noël’s firm.", ["Élodie Noël"]),
        ("They met President Moss and Mr. Ode.", ["Moss", "Ode"]),
        ("They met Vice President Ada Moss.", ["Ada Moss"]),
        ("They met Lund Mayor Ada Moss.", ["Lund", "Ada Moss"]),
        ("They met Prime Minister Ada Moss.", ["Ada Moss"]),
        ("They read J. K. Moss, T.J. Ode and Ada W. Moss.", ["J. K. Moss", "T.J. Ode", "Ada W. Moss"]),
        ("They went to St. Lund with Tom Moss Jr. today.", ["St. Lund", "Tom Moss Jr."]),
        ("It belongs to Moss & Sons.", ["Moss & Sons"]),
        ("The Department of the Harbour paid.", ["Department of the Harbour"]),
        ("They saw “Nothing Nowhere All at Once” there.", ["Nothing Nowhere All at Once"]),
        ("They saw “the end of it all” there.", []),
        ("They saw Nothing Nowhere All at Once there.", ["Nothing Nowhere All at Once"]),
        ("They met Thera May at Lund Hall.", ["Thera May", "Lund Hall"]),
        ("They met in Lund Thursday.", ["Lund"]),
        ("They flew to Los Prados.", ["Los Prados"]),
        ("“Farewell, dear Maria. Lund will miss you,” it said.", ["Maria"]),
        ("Is it a cure? No. Ada Moss says so.", ["Ada Moss"]),
        ("FERRY HITS PIER IN LUND HARBOUR", []),
        ("Ferry Hits Stone Pier in Lund", []),
        ("They met Ada Moss (D-Wash.).", ["Ada Moss"]),
        ("They met Ada von der Tann and Omar bin Salim.", ["Ada von der Tann", "Omar bin Salim"]),
        ("They met Sami al-Rashid of Lund.", ["Sami al-Rashid of Lund"]),
        ("They met Captain Ada Moss of Lund Lines.", ["Ada Moss", "Lund Lines"]),
        ("They met Prime Minister Ada Moss of the Netherlands.", ["Ada Moss", "Netherlands"]),
        ("They asked the Supreme Court of Lund.", ["Supreme Court of Lund"]),
        ("Then al-Rashid left.", ["Rashid"]),
        ("They met Łucja Żak and Şule Çelik.", ["Łucja Żak", "Şule Çelik"]),
        ("They sailed to Rio de Janeiro.", ["Rio de Janeiro"]),
        ("They met US President Ada Moss, and an EU envoy at the UN.", ["US", "Ada Moss", "EU", "UN"]),
        ("They asked us who he was.", []),
        ("The firm's CEO told a TV crew that AI and GPS would help NASA.", ["NASA"]),
        ("Her Mum met her in Year 10.", []),
        ("They met at the AI Safety Institute.", ["AI Safety Institute"]),
        ("They met Pres. Ada Moss, Const. Ivo Lund and Fr. Tom Reyle.", ["Ada Moss", "Ivo Lund", "Tom Reyle"]),
        ("They met Dan, Sue and Del Rio of AI.", ["Dan", "Sue", "Del Rio of AI"]),  # small words in other languages
        ("They met at 11 am (IST), or 6 ET, on E. 52nd St.", ["St"]),
        ("They met in Lund, CT, at 6 p.m. EST.", ["Lund", "CT"]),
        ("They rang the U.N. and left for Lund, D.C. today.", ["U.N.", "Lund", "D.C."]),
        ("They met Foreign Minister Ada Moss and Det. Insp. Tom Reyle.", ["Ada Moss", "Tom Reyle"]),
        ("They asked the Port Lund-based firm.", ["Port Lund"]),
        ("They lost it last April, in the New Year.", []),
        ("They came from Lund, Calif., and left.", ["Lund"]),
        ("They sold it in the U.S. That was a lot.", ["U.S."]),
        ("They met the U.S. Harbour Court.", ["U.S. Harbour Court"]),
        ("They read “Ada Moss's” letter.", ["Ada Moss"]),
        ("They told the Health and Safety Executive in Lund.", ["Health and Safety Executive", "Lund"]),
        ("They told the Standards in Public Office Commission.", ["Standards in Public Office Commission"]),
        ("The Standards in Public Office Commission met.", ["Standards in Public Office Commission"]),
        ("They told Lund and the Harbour Police Board.", ["Lund", "Harbour Police Board"]),
        ("They told Ada Moss and Lund Harbour Board.", ["Ada Moss", "Lund Harbour Board"]),
    ],
)
def test_names_of_a_sentence(sentence: str, expected: list[str]) -> None:
    assert [name.text for name in found([sentence])[0]] == expected


def test_a_capital_at_the_start_needs_a_witness() -> None:
    assert found(["Harbours closed."]) == [[]]
    first, second = found(["Lund closed.", "They went to Lund."])
    assert [n.text for n in first] == [n.text for n in second] == ["Lund"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gives Lund a port.", "Lund"),  # which is written small elsewhere
        ("Defended Moss in court.", "Moss"),
        ("However Moss left.", "Moss"),
        ("LUND Moss left.", "Moss"),
        ("Dep. Moss left.", "Moss"),
        ("Broadcaster LRF left.", "LRF"),
        ("Provides Moss with a port.", "Moss"),
        ("Thanks LundPort for it.", "LundPort"),
        ("Ada McMoss left.", "Ada McMoss"),
        ("Kicker Ada Tarn left.", "Ada Tarn"),  # who is called so elsewhere
        ("Ivo Moss left.", "Ivo Moss"),
        ("“We stay,” Ivo Moss said.", "Ivo Moss"),
        ('"We stay," Ivo Moss said.', "Ivo Moss"),
        ('"We stay," Moss said.', "Moss"),
    ],
)
def test_a_name_at_the_start_sheds_the_word_before_it_that_is_no_first_name(sentence: str, expected: str) -> None:
    first, *_ = found([sentence, "It gives nothing to Moss, to Ada Tarn, to McMoss, to Lund, LundPort or LRF."])
    assert [n.text for n in first] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Under Danish law the port has a year.", ["Danish"]),
        ("Despite Ada Moss the port closed.", ["Ada Moss"]),
        ("**Will IKEA pay?** Nobody knows.", ["IKEA"]),
        ("They shopped at Under Armour.", ["Under Armour"]),
        ("Producer Ada Moss paid.", ["Ada Moss"]),
        ("Skipper Ada Moss paid.", ["Ada Moss"]),
        ("Rival FlyLund paid.", ["FlyLund"]),
        ("Expect Danish firms to pay.", ["Danish"]),
        ("Friends of Lund paid.", ["Friends of Lund"]),
    ],
)
def test_a_small_word_that_opens_a_sentence_is_no_name(sentence: str, expected: list[str]) -> None:
    found_names = found([sentence, "They asked a Danish firm and IKEA."])[0]
    assert [name.text for name in found_names] == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["Norna Isbister founded it."], ["Isbister"]),
        (["They met Norna Isbister."], ["Isbister"]),
        (["They met Isbister Books."], ["Isbister"]),
        (["Isbister founded it."], []),
        (["But Isbister founded it."], []),
        (["Norna Isbister founded it.", "An isbister is a stone."], []),
    ],
)
def test_a_surname_at_the_start_is_one_where_anybody_is_called_so(others: list[str], expected: list[str]) -> None:
    names = found(["Isbister welcomed it.", *others])
    assert [name.text for name in names[0]] == expected


def test_last_april_at_the_start_is_no_name() -> None:
    assert found(["Last April they left.", "They left in April."]) == [[], []]


def test_an_opener_goes_with_the_small_words_behind_it() -> None:
    first, _ = found(["Makers of Lund Cheese met.", "They eat Lund Cheese."])
    assert [n.text for n in first] == ["Lund Cheese"]


def test_a_known_name_is_found_as_a_whole_the_longest_first() -> None:
    known = by_first_word(["Ada Moss", "Ada Moss Lund", "Ada"])
    assert [n.text for n in known_names("Ada Mossberg met Ada Moss Lund and Ada Moss.", known)] == [
        "Ada",
        "Ada Moss Lund",
        "Ada Moss",
    ]


def test_spans_are_exact() -> None:
    sentence = "They met Ada Moss’s aide."
    (name,) = found([sentence])[0]
    assert sentence[name.start : name.end] == name.text == "Ada Moss"


@pytest.mark.parametrize(
    ("names", "name", "full"),
    [
        (["Stan Moss", "Stanley Moss"], "Stan Moss", "Stanley Moss"),
        (["Stan Moss", "Stanley Moss", "Moss"], "Moss", "Stanley Moss"),
        (["Masoud Moss", "Massoud Moss"], "Massoud Moss", "Massoud Moss"),
        (["Masoud Moss", "Massoud Moss"], "Masoud Moss", "Massoud Moss"),
        (["DeShawn Moss", "Deshawn Moss"], "DeShawn Moss", "Deshawn Moss"),
        (["Stan Moss", "Stanley J. Moss", "Stanley Moss"], "Stan Moss", "Stanley J. Moss"),
        (["Dan Moss", "Daniel Moss", "Danny Moss"], "Dan Moss", "Dan Moss"),
        (["Jo Moss", "Joan Moss"], "Jo Moss", "Jo Moss"),
        (["Paul Moss", "Paula Moss"], "Paul Moss", "Paul Moss"),
        (["Joan Moss", "Joanna Moss"], "Joan Moss", "Joan Moss"),
        (["Ada Moss", "Adam Moss"], "Ada Moss", "Ada Moss"),
        (["Anna Moss", "Annabel Moss"], "Anna Moss", "Anna Moss"),
        (["Paul Moss", "Paula Moss", "Moss"], "Moss", "Moss"),
        (["Sara Moss", "Sarah Moss"], "Sara Moss", "Sarah Moss"),
        (["J. Moss", "Joan Moss"], "J. Moss", "Joan Moss"),
        (["J. Moss", "Joan Moss", "Jill Moss"], "J. Moss", "J. Moss"),
        (["J.T. Moss", "Joan Moss"], "J.T. Moss", "J.T. Moss"),
        (["Stan Moss", "Stanley Tarn"], "Stan Moss", "Stan Moss"),
    ],
)
def test_a_first_name_may_be_short_for_another_or_spelled_otherwise(names: list[str], name: str, full: str) -> None:
    assert canonical(names)[name] == full


def test_a_surname_stands_for_the_full_name_if_only_one_has_it() -> None:
    assert canonical(["Moss", "Ada Moss"])["Moss"] == "Ada Moss"
    assert canonical(["Moss", "Ada Moss", "Tom Moss"])["Moss"] == "Moss"


@pytest.mark.parametrize(
    ("names", "name", "full"),
    [
        (["Ada Moss", "Ada W. Moss"], "Ada Moss", "Ada W. Moss"),
        (["Moss", "Ada W. Moss", "Ada Moss"], "Moss", "Ada W. Moss"),
        (["Moss", "Tom Moss Jr."], "Moss", "Tom Moss Jr."),
        (["U.N.", "UN"], "U.N.", "UN"),
        (["U.N.", "Lund"], "U.N.", "U.N."),
        (["Tann", "Ada von der Tann"], "Tann", "Ada von der Tann"),
        (["Rashid", "Sami al-Rashid"], "Rashid", "Sami al-Rashid"),
        (["Al-Rashid", "Sami al-Rashid"], "Al-Rashid", "Sami al-Rashid"),
        (["Virginia", "West Virginia"], "Virginia", "Virginia"),
        (["Lund", "Bank of Lund"], "Lund", "Lund"),
        (["Bank", "Lund Bank"], "Bank", "Bank"),
        (["House Committee", "House Harbour Committee"], "House Committee", "House Committee"),
    ],
)
def test_the_fullest_form_of_a_name(names: list[str], name: str, full: str) -> None:
    assert canonical(names)[name] == full


@pytest.mark.parametrize(
    ("sentence", "name", "acronym"),
    [
        ("the Lund Harbour Authority (LHA) paid", "Lund Harbour Authority", "LHA"),
        ("the Union of Lund Sailors (ULS) paid", "Union of Lund Sailors", "ULS"),
        ("the Lund Harbour Authority (“LHA”) paid", "Lund Harbour Authority", "LHA"),
        ("the Lund Harbour (LH) paid", "Lund Harbour", "LH"),
        ("the Lund Harbour Authority (Sweden) paid", "Lund Harbour Authority", ""),
    ],
)
def test_acronyms_are_introduced_in_brackets(sentence: str, name: str, acronym: str) -> None:
    assert introduced(sentence, name, sentence.index(name) + len(name)) == acronym
    assert canonical(["LHA"], {"LHA": "Lund Harbour Authority"})["LHA"] == "Lund Harbour Authority"


def test_a_work_with_small_words_is_one_name_where_it_recurs() -> None:
    first, second = found(["They saw Nothing Nowhere All at Once.", "She made Nothing Nowhere All at Once."])
    assert [n.text for n in first] == [n.text for n in second] == ["Nothing Nowhere All at Once"]


def test_where_a_person_is_from_is_no_part_of_the_name() -> None:
    first, second = found(["They met Ada Moss of Port Lund.", "Then came Moss."])
    assert [n.text for n in first] == ["Ada Moss", "Port Lund"]
    assert [n.text for n in second] == ["Moss"]


def test_of_a_surname_no_more_than_of_a_full_name() -> None:
    assert [n.text for n in found(["They met Moss of Lund.", "Then came Ada Moss."])[0]] == ["Moss", "Lund"]
    assert [n.text for n in found(["They met Moss of Lund.", "Then came Moss."])[0]] == ["Moss of Lund"]
    assert [n.text for n in found(["They left the Gulf of Lund.", "They saw Great Gulf."])[0]] == ["Gulf of Lund"]


@given(st.lists(st.text("AbcÉŁ .'’-&“”\n(OfThe) of the al-von der Mr. J. Moss US", max_size=40), max_size=4))
def test_any_text_has_exact_names_or_none(sentences: list[str]) -> None:
    for sentence, row in zip(sentences, found(sentences), strict=True):
        assert all(sentence[name.start : name.end] == name.text and name.text for name in row)
        assert all(a.end <= b.start for a, b in pairwise(row))
    canonical(name.text for row in found(sentences) for name in row)


@pytest.mark.parametrize("piece", ["A. ", "J.", "Ab at Cd ", "Ab of ", "“Ab ", "Mr. ", "Ab’s "])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert_linear(lambda times: found(["x " + piece * times]), 1_000)
