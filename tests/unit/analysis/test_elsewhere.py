"""In which other forms a fact may stand in another text, so that nobody is said to be alone with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import article
from compare.analysis.elsewhere import Elsewhere
from compare.analysis.facts import find_facts
from compare.model import Article, Fact, ParagraphKind
from timing import assert_linear


def held(one: Article, other: Article, words: str) -> bool:
    """Whether the fact that stands with these words in one article is held by the other."""

    def stands(fact: Fact) -> bool:
        return any(m.article == one.id and m.text == words for m in fact.mentions)

    articles = sorted((one, other), key=lambda a: a.id)
    facts = find_facts(articles)
    (fact,) = (f for f in facts if stands(f))
    return fact.articles != (one.id,) or Elsewhere(articles, facts).holders(fact) > {one.id}


@pytest.mark.parametrize(
    ("own", "words", "other", "expected"),
    [
        ("It cost the town €4.5 million.", "€4.5 million", "Repairs: 4.5 million", True),
        ("It cost the town €4.5 million.", "€4.5 million", "Repairs: €4 million.", False),
        ("It cost the town $184 million.", "$184 million", "Repairs: $184.3 million.", True),
        ("It cost the town A$1.1 million.", "A$1.1 million", "It cost more than a million bucks.", True),
        ("It cost the town A$1.1 million.", "A$1.1 million", "It cost more than a million euros.", False),
        ("It hurt twenty-one people.", "twenty-one", "Hurt: 21.", True),
        ("It hurt 21 people.", "21", "Hurt: 22.", False),
        ("It has 1,200 berths.", "1,200", "It has 1,187 berths.", True),
        ("It has 212 berths.", "212", "It has more than 200 berths.", True),
        ("It has more than 200 berths.", "200", "It has 212 berths.", True),
        ("It has 212 berths.", "212", "It has more than 200 cranes.", False),
        ("It has 212 berths.", "212", "It has 200 berths.", False),
        ("It lasts 90 days.", "90 days", "It lasts three months.", True),
        ("It lasts 90 days.", "90 days", "It lasts three years.", False),
        ("They want 40 to 50 cranes.", "40 to 50", "They want 50 cranes.", True),
        ("It ships 90,000 tons of ore.", "90,000 tons", "The 90,000 t/y quay is shut.", True),
        ("The 90,000 t/y quay is shut.", "90,000 t/y", "It ships 90,000 tons of ore.", True),
        ("It ships 90,000 tons of ore.", "90,000 tons", "It has 90,000 members.", False),
        ("He ran for 507 yards there.", "507 yards", "They made 507 total yards.", True),
        ("He ran for 86 yards there.", "86 yards", "He made an 86-yd run.", True),
        ("He ran for 86 yards there.", "86 yards", "He made 86 total yards.", True),
        ("He ran for 86 yards there.", "86 yards", "There were 86 guests.", False),
        ("It slid about 60m down.", "60m", "It slid about 60 metres.", True),
        ("It slid about 60 metres.", "60 metres", "It slid about 60m down.", True),
        ("It slid about 60 metres.", "60 metres", "It cost $60m in all.", False),
        ("It slid about 60 metres.", "60 metres", "It drew 60 million viewers.", False),
        ("The crack is 14 inches long.", "14 inches", "The crack is 14 in. long.", True),
        ("The crack is 14 inches long.", "14 inches", "It took 14 of them.", False),
        ("It went 11 rounds.", "11", "It ended in the 11th round.", True),
        ("It has 2,012 metres of quay.", "2,012 metres", "It was built in 2012.", False),
        ("They closed on Monday.", "Monday", "They closed on 13 October 2025.", True),
        ("They closed on Monday.", "Monday", "They closed on 14 October 2025.", False),
        ("They closed on 13 October 2025.", "13 October 2025", "They closed on Monday.", True),
        ("They closed on Monday.", "Monday", "They closed on Monday, Oct. 13.", True),
        ("They closed on 13 October 2025.", "13 October 2025", "They closed on October 13.", True),
        ("They closed in 2025.", "2025", "They closed on 13 October 2025.", True),
        ("They met the Lund Harbour Authority.", "Lund Harbour Authority", "They met the LHA.", True),
        ("They met the Lund Harbour Authority.", "Lund Harbour Authority", "They met the police.", False),
        ("They met at Cawdér Memorial Hospital.", "Cawdér Memorial Hospital", "At the Cawder hospital", True),
        ("They met at Cawder Memorial Hospital.", "Cawder Memorial Hospital", "At the Cawdér hospital", True),
        ("They met the Cawder Group.", "Cawder Group", "They met Cawder.", True),
        ("They met the Cawder Group.", "Cawder Group", "They met on the cawder.", False),
        (
            "They told the Standards in Public Office Commission.",
            "Standards in Public Office Commission",
            "They told the Standards Commission.",
            True,
        ),
        ("They left Port Lund International Airport.", "Port Lund International Airport", "At Port Lund airport", True),
        ("They left Port Lund International Airport.", "Port Lund International Airport", "At Port Sel airport", False),
        ("They left the Netherlands.", "Netherlands", "A Dutch ship came.", True),
        ("They met Delmar Holidays.", "Delmar Holidays", "They met Delmar.", True),
        ("They met British Steel.", "British Steel", "They met a British firm.", False),
        ("They met Lee Moss.", "Lee Moss", "They met Lee and Ada Moss.", True),
        ("They met Lee Moss.", "Lee Moss", "They met Ada Moss and husband Lee, 35.", True),
        ("They met Lee Moss.", "Lee Moss", "They met Ada Moss and Lee Tarn.", False),
        ("They met Lee Moss.", "Lee Moss", "They met Ada Moss in the lee of it.", False),
        ("They use Windows XP.", "Windows XP", "They use Windows and the XP-12.", False),
        ("They left Southern Lund.", "Southern Lund", "The Southern, in Lund, is a pub.", False),
        ("At the National Harbour Institute", "National Harbour Institute", "At the National Institute", False),
        ("They met the Lund Police.", "Lund Police", "They met the Aldmoor Police in Lund.", False),
        ("They met the Lund Star Group.", "Lund Star Group", "They met Lund Star.", True),
        ("They met in Colombia.", "Colombia", "They met a Colombian.", True),
        ("They met the Colombians there.", "Colombians", "They met in Colombia.", True),
        ("They met in Cuba.", "Cuba", "They met two Cubans.", True),
        ("They met Ann there.", "Ann", "An old crane fell.", False),
        ("They met Ian there.", "Ian", "There I fell.", False),
        ("They met on the Lund Star.", "Lund Star", "They met on the _Lund Star_.", True),
        ("His Eminence Ada Moss spoke.", "Eminence Ada Moss", "They met Ada Moss.", True),
        ("They asked the U.S. Harbour Court.", "U.S. Harbour Court", "They asked the harbour court.", True),
        ("They asked the U.S. Harbour Court.", "U.S. Harbour Court", "They asked the Lund Harbour Court.", False),
        ("They met Officers Moss and Tarn.", "Officers Moss", "They met Officer Ada Moss.", True),
        ("They met Elia Moss and Tarn.", "Elia Moss", "They met the sailor Ada Moss.", False),
        ("They left the United States.", "United States", "A ship of the U.S. Navy came.", True),
        ("They left the United States.", "United States", "The US sent a ship.", True),
        ("They left the United States.", "United States", "The ship left us there.", False),
        ("They asked the UN about it.", "UN", "They met the United Nations.", True),
        ("They asked the Bank of Lund.", "Bank of Lund", "They left the town of Lund.", False),
        ("They met the LHA in Lund.", "LHA", "They met the Harbour Authority.", False),
        ("They met the LHA in Lund.", "LHA", "They met the Lund Harbour Authority.", True),
        ("It grew by 31% in a year.", "31%", "It grew by more than 30%.", True),
        ("It grew by 31% in a year.", "31%", "It grew by more than 20%.", False),
        ("It has 1,200 berths.", "1,200", "It has some 1,290 berths.", True),
        ("It sank in 71 seconds.", "71 seconds", "It sank 71 seconds after the blast.", True),
        ("It pays 80% of the bill.", "80%", "It pays four fifths of the bill.", True),
        ("It pays 60 per cent.", "60 per cent", "It pays six out of ten.", True),
        ("It pays 24% of the bill.", "24%", "It pays one in four.", True),
        ("It fell by 0.5%.", "0.5%", "It fell by half a per cent.", True),
        ("It fell by 1.5%.", "1.5%", "It fell by half a per cent.", False),
        ("It pays 33.4% of the bill.", "33.4%", "It pays a third of the bill.", False),
        ("It pays 33% of the bill.", "33%", "It pays a third of the bill.", True),
        ("It pays 71% of the bill.", "71%", "It pays four fifths of the bill.", False),
        ("It sank at 9 p.m. off Lund.", "9 p.m.", "It sank around nine, on a calm sea.", True),
        ("It sank at 9 p.m. off Lund.", "9 p.m.", "It sank at nine o’clock.", True),
        ("It sank at 9.30pm off Lund.", "9.30pm", "It sank at half past nine.", True),
        ("It sank at 8.45pm off Lund.", "8.45pm", "It sank at a quarter to nine on Monday.", True),
        ("It sank at 9.20pm off Lund.", "9.20pm", "It sank at 9:20 in a storm.", True),
        ("It sank at 9 p.m. off Lund.", "9 p.m.", "It sank with nine aboard, at ten.", False),
        ("It sank at 9 p.m. off Lund.", "9 p.m.", "It sank after nine alarms.", False),
        ("It sank at 2.10am off Lund.", "2.10am", "It sank shortly after 2 a.m. on a calm sea.", True),
        ("It sank at 2.40am off Lund.", "2.40am", "It sank shortly after 2 a.m. on a calm sea.", False),
        ("It sank at 1.50am off Lund.", "1.50am", "It sank shortly after 2 a.m. on a calm sea.", False),
        ("It sank at 11.55pm off Lund.", "11.55pm", "It sank around twelve.", True),
        ("It sank at 8.50pm off Lund.", "8.50pm", "It sank just before nine o’clock.", True),
        ("It sank at 8.50pm off Lund.", "8.50pm", "It sank at nine o’clock.", False),
        ("It sank at 8.50pm off Lund.", "8.50pm", "It sank shortly before 9:00.", True),
        ("It sank at 8.50pm off Lund.", "8.50pm", "It sank shortly before 9.00, they said.", True),
        ("It sank shortly before midnight.", "midnight", "It sank at 11:50 p.m. on a calm sea.", True),
        ("It sank shortly before midnight.", "midnight", "It sank at 11:20 p.m. on a calm sea.", False),
        ("It sank at 3:20 p.m. off Lund.", "3:20 p.m.", "It sank a little before half past three in the rain.", True),
        ("It sank at 3:41 a.m. off Lund.", "3:41 a.m.", "It was twenty to four in the storm.", True),
        ("It sank at 3:45 a.m. off Lund.", "3:45 a.m.", "It was twenty to four in the storm.", False),
        ("It was ten to four on Monday morning.", "ten to four", "It sank at 3:51 a.m. off Lund.", True),
        ("It pays 18% of the bill.", "18%", "It pays almost a fifth of the bill.", True),
        ("It pays 18% of the bill.", "18%", "It pays more than a fifth of the bill.", False),
        ("It pays 22% of the bill.", "22%", "It pays over a fifth of the bill.", True),
        ("It pays 70% of the bill.", "70%", "It pays seven dollars out of ten.", True),
        ("It sank at noon off Lund.", "noon", "It sank at midnight off Lund.", False),
        ("It sank at 10:14 a.m. (0014 GMT) off Lund.", "10:14 a.m.", "It sank at 00:14 UTC off Lund.", True),
        ("It sank at 00:14 UTC off Lund.", "00:14", "It sank at 10:14 a.m. (0014 GMT) off Lund.", True),
        ("It sank at 10:14 a.m. (5 a.m. on Sundays).", "10:14 a.m.", "It sank at 5 a.m. off Lund.", False),
        ("It paid 250,000 euros for it.", "250,000 euros", "It paid a quarter of a million euros.", True),
        ("It paid 750,000 euros for it.", "750,000 euros", "It paid three quarters of a million euros.", True),
        ("It paid 350,000 euros for it.", "350,000 euros", "It paid a quarter of a million euros.", False),
        ("It cost some 900,000 pounds.", "900,000 pounds", "It cost just under a million pounds.", True),
        ("It cost some 900,000 pounds.", "900,000 pounds", "It cost just under two million pounds.", False),
        ("It took 4.2 million litres.", "4.2 million litres", "It took some 4,200 cubic metres.", True),
        ("It sank at 9:14 p.m. off Lund.", "9:14 p.m.", "It sank at fourteen minutes past nine.", True),
        ("It sank at 8:46 p.m. off Lund.", "8:46 p.m.", "It was 14 minutes to nine.", True),
        ("It sank at 8:40 p.m. off Lund.", "8:40 p.m.", "It was 14 minutes to nine.", False),
        ("It sank at 0545 GMT off Lund.", "0545", "It sank at 6:45 a.m. off Lund.", True),
        ("It sank at 6:45 a.m. off Lund.", "6:45 a.m.", "It sank at 0545 GMT off Lund.", True),
        ("It sank at 6:45 a.m. off Lund.", "6:45 a.m.", "It sank at 0546 GMT off Lund.", False),
        ("It sank at 6:45 a.m. off Lund.", "6:45 a.m.", "It sank at 5:45 a.m. in Lund.", False),
        ("It sank at 0500 GMT off Lund.", "0500", "It sank at 8 a.m. off Lund.", False),
        ("It sank at 11:40 a.m. off Lund.", "11:40 a.m.", "It sank 20 minutes before noon.", True),
        ("It sank at noon off Lund.", "noon", "It sank 20 minutes before noon.", False),
        ("The goal came at 7:41, he said.", "7:41", "It came with 7:41 left in the half.", True),
        ("It won in 1994.", "1994", "It won in 1992,1994,1996 and 2002.", True),
        ("It won in 1994.", "1994", "It won in 1992,1993,1996 and 2002.", False),
        ("It sank at noon off Lund.", "noon", "It sank at twelve, off Lund.", True),
    ],
)
def test_other_forms_of_a_fact(own: str, words: str, other: str, expected: bool) -> None:
    assert held(article(own, outlet="Gazette"), article(other, outlet="Courier"), words) is expected


@pytest.mark.parametrize(
    ("age", "other", "expected"),
    [
        ("59-year-old", "It opened in 1967.", True),
        ("59-year-old", "It opened in 1966.", True),
        ("59-year-old", "It opened in 1965.", False),
        ("59-year-old", "It opened in 1968.", False),
    ],
)
def test_an_age_is_had_by_who_gives_the_year(age: str, other: str, expected: bool) -> None:
    own = article(f"They closed the {age} bridge.", outlet="Gazette", published="2026-07-09")
    assert held(own, article(other, outlet="Courier"), age) is expected
    undated = article(f"They closed the {age} bridge.", outlet="Gazette")
    assert not held(undated, article(other, outlet="Courier"), age)


@pytest.mark.parametrize(
    ("own", "words", "other", "expected"),
    [
        ("They have time until January 31.", "January 31", "They have time until the end of January.", True),
        ("They have time until January 31.", "January 31", "They have time until the last day of January.", True),
        ("They have time until January 31.", "January 31", "They have time until January’s end.", True),
        ("They have time until January 30.", "January 30", "They have time until the end of January.", False),
        ("They have time until March 31.", "March 31", "They have time until the end of January.", False),
        ("They left on 26 December.", "26 December", "They left on Boxing Day.", True),
        ("They left on 31 December.", "31 December", "They left on New Year’s Eve.", True),
        ("They left on 25 December.", "25 December", "They left on Boxing Day.", False),
        ("They left in 1990.", "1990", "They left 36 years ago.", True),
        ("They left in 1990.", "1990", "They left thirty years ago.", False),
        ("They left in 1990.", "1990", "They left years ago.", False),
        ("They left in 2016.", "2016", "They left a decade ago.", True),
        ("They left in 2025.", "2025", "They left last year.", True),
        ("They leave in 2027.", "2027", "They leave next year.", True),
        ("They leave in 2028.", "2028", "They leave next year.", False),
    ],
)
def test_a_day_or_year_may_be_told_without_its_date(own: str, words: str, other: str, expected: bool) -> None:
    texts = ((own, "Gazette"), (other, "Courier"))
    one, two = (article(text, outlet=outlet, published="2026-10-15") for text, outlet in texts)
    assert held(one, two, words) is expected


def test_a_weekday_that_one_date_resolves_is_the_same_day() -> None:
    dated = article("The ferry sank on Monday.", outlet="Gazette", published="2025-10-15")
    assert held(dated, article("The ferry sank on Monday.", outlet="Courier"), "Monday")
    assert not held(dated, article("The ferry sank on Tuesday.", outlet="Courier"), "Monday")


@pytest.mark.parametrize(("furniture", "expected"), [("Read more: 4,500,000 euros for the pier", True), ("", False)])
def test_what_stands_in_furniture_is_had_as_well(furniture: str, expected: bool) -> None:
    other = article(f"The council met on the pier.\n\n{furniture}\n", outlet="Courier")
    assert any(p.kind is ParagraphKind.FURNITURE for p in other.paragraphs) is expected
    assert held(article("It cost the town €4.5 million.", outlet="Gazette"), other, "€4.5 million") is expected


def test_time_grows_with_the_other_text_alone() -> None:
    own = article("They asked the U.S. Harbour Court.", outlet="Gazette")

    def look_up(times: int) -> None:
        other = article(f"They asked the Lund Harbour Court. It is {'A.' * times}", outlet="Courier")
        assert not held(own, other, "U.S. Harbour Court")

    assert_linear(look_up, 5_000)


SAID = (
    "They closed the pier on Monday for 90 days. It cost €4.5 million.",
    "The pier closes on 13 October 2025, for three months. More than 1,200 came.",
    "Repairs: 4.5 million. About 1,180 came to the pier, which is 58 years old.",
    "Built in 1967, the pier had 40 to 50 cranes, said Ada Moss.",
)


@pytest.mark.parametrize("left_out", range(len(SAID)))
def test_what_an_article_tells_otherwise_now_is_looked_up_again_and_nothing_else(left_out: int) -> None:
    articles = sorted((article(text, published="2025-10-15") for text in SAID), key=lambda a: a.id)
    every = find_facts(articles)
    kept = Elsewhere(articles, every)
    before = {fact.id: kept.holders(fact) for fact in every}
    silent = articles[left_out]
    fewer = tuple(fact for fact in every if fact.articles != (silent.id,))
    kept.turn(articles, fewer, {silent.id})
    anew = Elsewhere(articles, fewer)
    assert {f.id: kept.holders(f) for f in fewer} == {f.id: anew.holders(f) for f in fewer}
    kept.turn(articles, every, {silent.id})
    assert {fact.id: kept.holders(fact) for fact in every} == before


def test_of_another_day_of_publication_a_year_may_be_told_otherwise() -> None:
    one = article("They closed the pier in 1990.", outlet="Gazette", published="2026-10-15")
    other = article("They closed it 36 years ago.", outlet="Courier", published="2026-10-15")
    articles = sorted((one, other), key=lambda a: a.id)
    facts = find_facts(articles)
    (year,) = (fact for fact in facts if fact.unit == "year")
    kept = Elsewhere(articles, facts)
    assert other.id in kept.holders(year)
    later = [replace(a, published="2036-10-15") if a is other else a for a in articles]
    kept.turn(later, facts, {other.id})
    assert other.id not in kept.holders(year)


@pytest.mark.parametrize(
    ("made", "expected"), [("around 1300 B.C.", True), ("in 1,250 BC", True), ("in 900 BC", False)]
)
def test_an_age_is_had_by_who_gives_the_year_before_christ(made: str, expected: bool) -> None:
    own = article("They took the 3,300-year-old helmet.", outlet="Gazette", published="2026-07-09")
    assert held(own, article(f"It was made {made} of gold.", outlet="Courier"), "3,300-year-old") is expected
