"""The rules for figures: one row a rule, as written and as normalised."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.analysis.figure import ends
from compare.analysis.figures import figures
from compare.model import FactKind
from timing import assert_linear

from .figure_rows import rows


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "words"),
    [
        ("It cost $75 million in all.", "en", "75000000", "USD", "$75 million"),
        ("It cost $75m in all.", "en", "75000000", "USD", "$75m"),
        ("It cost 75 million dollars.", "en", "75000000", "USD", "75 million dollars"),
        ("a 75-million-dollar plan", "en", "75000000", "USD", "75-million-dollar"),
        ("a $75-million plan", "en", "75000000", "USD", "$75-million"),
        ("a billion-dollar plan", "en", "1000000000", "USD", "a billion-dollar"),
        ("a €2.1bn plan", "en", "2100000000", "EUR", "€2.1bn"),
        ("$1.5B was spent", "en", "1500000000", "USD", "$1.5B"),
        ("a fee of US$ 1.5 billion", "en", "1500000000", "USD", "US$ 1.5 billion"),
        ("US$1,250.50 was paid", "en", "1250.5", "USD", "US$1,250.50"),
        ("US$1.234 billion", "en", "1234000000", "USD", "US$1.234 billion"),
        ("A$5 million", "en", "5000000", "AUD", "A$5 million"),
        ("he paid $30K for it", "en", "30000", "USD", "$30K"),
        ("half a million dollars", "en", "500000", "USD", "half a million dollars"),
        ("two million euros", "en", "2000000", "EUR", "two million euros"),
        ("75 cents a cup", "en", "0.75", "USD", "75 cents"),
        ("20 pence", "en", "0.2", "GBP", "20 pence"),
        ("it closed at 214p on Monday", "en", "2.14", "GBP", "214p"),
        ("shot in 1080p for the web", "en", "", "", ""),
        ("a job that costs two million bucks", "en", "2000000", "USD", "two million bucks"),
        ("fifty quid a week", "en", "50", "GBP", "fifty quid"),
        ("a $20MM deal", "en", "20000000", "USD", "$20MM"),
        ("a $1.2 bn deal", "en", "1200000000", "USD", "$1.2 bn"),
        ("a sum of £5 m in cash", "en", "5000000", "GBP", "£5 m"),
        ("12 bn euros", "en", "12000000000", "EUR", "12 bn euros"),
        ("£3m", "en", "3000000", "GBP", "£3m"),
        ("3 million pounds", "en", "3000000", "GBP", "3 million pounds"),
        ("500 pounds in damages", "en", "500", "GBP", "500 pounds"),
        ("unos 4 millones de euros", "es", "4000000", "EUR", "4 millones de euros"),
        ("3.500 millones de dólares", "es", "3500000000", "USD", "3.500 millones de dólares"),
        ("2,5 milliards d’euros", "fr", "2500000000", "EUR", "2,5 milliards d’euros"),
        ("75 000 euros", "fr", "75000", "EUR", "75 000 euros"),
        ("1,2 Mrd. Euro", "de", "1200000000", "EUR", "1,2 Mrd. Euro"),
        ("rund 1,5 Mio. € fehlen", "de", "1500000", "EUR", "1,5 Mio. €"),
        ("1,2 Mrd Euro", "de", "1200000000", "EUR", "1,2 Mrd Euro"),
        ("10 milioni di euro", "it", "10000000", "EUR", "10 milioni di euro"),
        ("dois milhões de euros", "pt", "2000000", "EUR", "dois milhões de euros"),
        ("5 miljoen euro", "nl", "5000000", "EUR", "5 miljoen euro"),
        ("1.234.567,89 euros", "en", "1234567.89", "EUR", "1.234.567,89 euros"),
        ("$1,234,567.89", "es", "1234567.89", "USD", "$1,234,567.89"),
        ("USD 5 million was paid", "en", "5000000", "USD", "USD 5 million"),
        ("CHF 3,000 was paid", "en", "3000", "CHF", "CHF 3,000"),
        ("a Rs 500 crore plan", "en", "5000000000", "INR", "Rs 500 crore"),
        ("a ₹1.2 lakh crore plan", "en", "1200000000000", "INR", "₹1.2 lakh crore"),
        ("5 million kronor", "en", "5000000", "SEK", "5 million kronor"),
        ("mezzo milione di euro", "it", "500000", "EUR", "mezzo milione di euro"),
        ("un demi-million d'euros", "fr", "500000", "EUR", "un demi-million d'euros"),
        ("meio milhão de euros", "pt", "500000", "EUR", "meio milhão de euros"),
        ("dos millones y medio de euros", "es", "", "", ""),
        ("a million and a half dollars", "en", "1500000", "USD", "a million and a half dollars"),
        ("fourteen and a half thousand euro", "en", "14500", "EUR", "fourteen and a half thousand euro"),
    ],
)
def test_money(text: str, language: str, value: str, unit: str, words: str) -> None:
    found = [row for row in rows(text, language) if row[0] == "money"]
    assert found == ([("money", value, unit, words)] if value else [])


@pytest.mark.parametrize(
    ("text", "language", "value", "words"),
    [
        ("4,5 millones de personas", "es", "4500000", "4,5 millones"),
        ("1.234 personas", "es", "1234", "1.234"),
        ("treinta y dos personas", "es", "32", "treinta y dos"),
        ("once personas", "es", "11", "once"),
        ("quatre-vingt-dix personnes", "fr", "90", "quatre-vingt-dix"),
        ("einundzwanzig Menschen", "de", "21", "einundzwanzig"),
        ("ventotto persone", "it", "28", "ventotto"),
        ("trinta e dois mortos", "pt", "32", "trinta e dois"),
        ("vijfentwintig mensen", "nl", "25", "vijfentwintig"),
        ("1,234 people", "en", "1234", "1,234"),
        ("twenty-one people", "en", "21", "twenty-one"),
        ("twenty one people", "en", "21", "twenty one"),
        ("two hundred people", "en", "200", "two hundred"),
        ("two hundred and fifty people", "en", "250", "two hundred and fifty"),
        ("two hundred and fifty thousand people", "en", "250000", "two hundred and fifty thousand"),
        ("a hundred and three thousand people", "en", "103000", "a hundred and three thousand"),
        ("one hundred people", "en", "100", "one hundred"),
        ("a hundred people", "en", "100", "a hundred"),
        ("a dozen people", "en", "12", "a dozen"),
        ("two dozen people", "en", "24", "two dozen"),
        ("half a dozen people", "en", "6", "half a dozen"),
        ("half a million people", "en", "500000", "half a million"),
        ("three thousand five hundred people", "en", "3500", "three thousand five hundred"),
        ("1.2 million people", "en", "1200000", "1.2 million"),
        ("1.5m people", "en", "1500000", "1.5m"),
        ("10bn people", "en", "10000000000", "10bn"),
        ("the 400-page report", "en", "400", "400"),
        ("At least 12 may have died", "en", "12", "12"),
        ("a crowd of 2000 people", "en", "2000", "2000"),
        ("in Lund 12 people died", "en", "12", "12"),
        ("in Lund twelve ferries sank", "en", "12", "twelve"),
        ("Police said 12 died", "en", "12", "12"),
        ("10 lakh people", "en", "1000000", "10 lakh"),
        ("a 100-RBI season", "en", "100", "100"),
        ("two and a half million homes", "en", "2500000", "two and a half million"),
        ("2 and a half million homes", "en", "2500000", "2 and a half million"),
        ("deux douzaines de lettres", "fr", "24", "deux douzaines"),
        ("at least 911 people died", "en", "911", "911"),
        ("with 112 houses", "en", "112", "112"),
        ("In May 12,000 people met", "en", "12000", "12,000"),
        ("In May 12.5 million people met", "en", "12500000", "12.5 million"),
    ],
)
def test_counts(text: str, language: str, value: str, words: str) -> None:
    assert rows(text, language) == [("number", value, "", words)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("it lasted 90 days", "7776000", "s", "90 days"),
        ("sat for 31 hours before finding", "111600", "s", "31 hours"),
        ("sat for over 31 hours before finding", "111600", "s", "31 hours"),
        ("it lasted three months", "7890048", "s", "three months"),
        ("a two-week strike", "1209600", "s", "two-week"),
        ("within 48 hours", "172800", "s", "48 hours"),
        ("a 30-second clip", "30", "s", "30-second"),
        ("a 72-year-old man", "72", "age", "72-year-old"),
        ("a man aged 72", "72", "age", "72"),
        ("Ada Moss, crane driver, dies at 72", "72", "age", "72"),
        ("She died at 72 after a fall.", "72", "age", "72"),
        ("died at the age of 72", "72", "age", "72"),
        ("Ada Moss, 72, said so", "72", "age", "72"),
        ("he is 72 years old", "72", "age", "72 years old"),
        ("1,200kg of steel", "1200", "kg", "1,200kg"),
        ("a depth of 12.5km", "12500", "m", "12.5km"),
        ("three miles out", "4828.032", "m", "three miles"),
        ("30 feet high", "9.144", "m", "30 feet"),
        ("a 5m wave", "5", "m", "5m"),
        ("it is 5m deep", "5", "m", "5m"),
        ("120 square miles", "310798573.2403", "m²", "120 square miles"),
        ("20 tonnes of grain", "20000", "kg", "20 tonnes"),
        ("a 500-pound bomb", "226.7962", "kg", "500-pound"),
        ("20 pounds of flour", "9.0718", "kg", "20 pounds"),
        ("it weighs 20 pounds", "9.0718", "kg", "20 pounds"),
        ("he had 20 pounds", "20", "pound", "20 pounds"),
        ("at 36 km/h", "10", "m/s", "36 km/h"),
        ("winds of 100 mph", "44.704", "m/s", "100 mph"),
        ("a magnitude 5.9 quake", "5.9", "magnitude", "magnitude 5.9"),
        ("a magnitude-6 quake", "6", "magnitude", "magnitude-6"),
        ("a 5.9-magnitude quake", "5.9", "magnitude", "5.9-magnitude"),
        ("6.1 on the Richter scale", "6.1", "magnitude", "6.1 on the Richter scale"),
        ("a Category 4 hurricane", "4", "category", "Category 4"),
        ("a high of 86 degrees Fahrenheit", "30", "°C", "86 degrees Fahrenheit"),
        ("a high of 30°C", "30", "°C", "30°C"),
        ("10,000 acres burned", "40468564.224", "m²", "10,000 acres"),
        ("a low of minus 5 degrees Celsius", "-5", "°C", "minus 5 degrees Celsius"),
        ("a low of -5°C", "-5", "°C", "-5°C"),
        ("a boy, 7, was hurt", "7", "age", "7"),
        ("the Lund hitman, 24, scored", "24", "age", "24"),
        ("a retired nurse, 61, saw it", "61", "age", "61"),
        ("said the welder Ada Moss, 41.", "41", "age", "41"),
        ("it slid 120m beyond the quay", "120", "m", "120m"),
        ("a world that is 2.6C warmer", "2.6", "°C", "2.6C"),
        ("it rose to 35C again", "35", "°C", "35C"),
        ("the 100m final", "100", "m", "100m"),
        ("a 1,500m race", "1500", "m", "1,500m"),
        ("it took 2 hours and 30 minutes", "9000", "s", "2 hours and 30 minutes"),
        ("he is 6 feet 2 inches tall", "1.8796", "m", "6 feet 2 inches"),
        ("a 5ft 7in man", "1.7018", "m", "5ft 7in"),
        ("it lay 100m from the shore", "100", "m", "100m"),
        ("found at a depth of 300m", "300", "m", "300m"),
        ("they swam about 50m to safety", "50", "m", "50m"),
        ("the 200m, and a relay", "200", "m", "200m"),
        ("the 100m in cash", "100000000", "", "100m"),
        ("at 5.25 metres", "5.25", "m", "5.25 metres"),
        ("cut by 5.25 in May", "5.25", "", "5.25"),
        ("it stood at 0.25 then", "0.25", "", "0.25"),
        ("in 2 hours 5 minutes 30 seconds", "7530", "s", "2 hours 5 minutes 30 seconds"),
        ("a low of −40 degrees", "-40", "", "−40"),
        ("two decades of war", "631203840", "s", "two decades"),
        ("a gap of a minute and nine seconds", "69", "s", "a minute and nine seconds"),
        ("a two-and-a-half-year term", "78900480", "s", "two-and-a-half-year"),
        ("2 and a half hours", "9000", "s", "2 and a half hours"),
        ("two years and a half", "78900480", "s", "two years and a half"),
        ("an hour and a half of rain", "5400", "s", "an hour and a half"),
        ("a foot and a half down", "0.4572", "m", "a foot and a half"),
        ("over 9.3 sq miles of it", "24086889.4261", "m²", "9.3 sq miles"),
        ("a 15,800-square-metre building", "15800", "m²", "15,800-square-metre"),
        ("over 24 sq. km of it", "24000000", "m²", "24 sq. km"),
        ("half an hour and ten minutes late", "600", "s", "ten minutes"),
        ("Ada Moss, who is 58, left", "58", "age", "58"),
        ("he is out until he is 32.", "32", "age", "32"),
        ("0.7 nanograms of it a litre", "0.0000000000007", "kg", "0.7 nanograms"),
        ("35 micrograms per cubic metre", "0.000000035", "kg", "35 micrograms"),
        ("a dose of 400mg", "0.0004", "kg", "400mg"),
        ("some 4,200 cubic metres of water", "4200000", "l", "4,200 cubic metres"),
        ("he weighs 13 stone 4lb now", "84.3682", "kg", "13 stone 4lb"),
        ("she lost three stone in a year", "19.0509", "kg", "three stone"),
        ("a 13-stone winger", "82.5538", "kg", "13-stone"),
        ("a 90,000 t/y mine", "90000000", "kg", "90,000 t/y"),
    ],
)
def test_measures(text: str, value: str, unit: str, words: str) -> None:
    assert rows(text) == [("number", value, unit, words)]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "words"),
    [
        ("rose 3.5%", "en", "3.5", "%", "3.5%"),
        ("12 percent", "en", "12", "%", "12 percent"),
        ("12 per cent", "en", "12", "%", "12 per cent"),
        ("ten percent", "en", "10", "%", "ten percent"),
        ("two percentage points", "en", "2", "pp", "two percentage points"),
        ("12pc of it", "en", "12", "%", "12pc"),
        ("25 basis points", "en", "0.25", "pp", "25 basis points"),
        ("el 40 por ciento", "es", "40", "%", "40 por ciento"),
        ("12 Prozent", "de", "12", "%", "12 Prozent"),
        ("three and three-quarter per cent", "en", "3.75", "%", "three and three-quarter per cent"),
        ("0.125 percent", "en", "0.125", "%", "0.125 percent"),
        ("6.875 percent", "en", "6.875", "%", "6.875 percent"),
        ("growth of -3.5%", "en", "-3.5", "%", "-3.5%"),
        ("growth of −3.5%", "en", "-3.5", "%", "−3.5%"),
        ("a swing of minus 2 percentage points", "en", "-2", "pp", "minus 2 percentage points"),
    ],
)
def test_percentages(text: str, language: str, value: str, unit: str, words: str) -> None:
    assert rows(text, language) == [("percentage", value, unit, words)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit", "words"),
    [
        ("between 40 and 50 people", "number", "40..50", "", "40 and 50"),
        ("it fell by between 40 and 50 people", "number", "40..50", "", "40 and 50"),
        ("between two hundred and three thousand people", "number", "200..3000", "", "two hundred and three thousand"),
        ("40-50 people", "number", "40..50", "", "40-50"),
        ("40 to 50 people", "number", "40..50", "", "40 to 50"),
        ("a 10- to 15-minute wait", "number", "600..900", "s", "10- to 15-minute"),
        ("two- to three-hour queues", "number", "7200..10800", "s", "two- to three-hour"),
        ("from $3m to $4m", "money", "3000000..4000000", "USD", "$3m to $4m"),
        ("$140-$150 million", "money", "140000000..150000000", "USD", "$140-$150 million"),
        ("$140 to $150 million", "money", "140000000..150000000", "USD", "$140 to $150 million"),
        ("ten to twelve people", "number", "10..12", "", "ten to twelve"),
        ("five to seven days", "number", "432000..604800", "s", "five to seven days"),
        ("five to seven million people", "number", "5000000..7000000", "", "five to seven million"),
        ("5 to 7 million people", "number", "5000000..7000000", "", "5 to 7 million"),
        ("10% to 12%", "percentage", "10..12", "%", "10% to 12%"),
        ("$1.2-1.5bn", "money", "1200000000..1500000000", "USD", "$1.2-1.5bn"),
        ("two to three million", "number", "2000000..3000000", "", "two to three million"),
        ("fell by 60 to 70 percent", "percentage", "60..70", "%", "60 to 70 percent"),
        ("it employs 15 to 20 staff", "number", "15..20", "", "15 to 20"),
        ("with 15 to 20 permanent crew", "number", "15..20", "", "15 to 20"),
    ],
)
def test_a_range_is_one_figure(text: str, kind: str, value: str, unit: str, words: str) -> None:
    assert rows(text) == [(kind, value, unit, words)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from 40 to 50 people", ["40", "50"]),
        ("up 3.5% to 12 percent", ["3.5", "12"]),
        ("fell by 3% to 12%", ["3", "12"]),
        ("fell from $3m to $2m", ["3000000", "2000000"]),
        ("two or three days", ["2", "259200"]),
        ("two hundred and three hundred people", ["200", "300"]),
    ],
)
def test_a_change_or_a_choice_is_two_figures(text: str, values: list[str]) -> None:
    assert [value for _, value, _, _ in rows(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "the A24 deal, B2B, 4K, covid-19, the 1st, the 21st, G20",
        "may march on",
        "once only, one of them",
        "won 3-2 and lost 10-12",
        "by a 5-to-4 vote, a five-to-four one, in the late 1600's",
        "at 1395 Penn Street or 0845 125 2222",
        "call 1-800-555-0199 or 555-0199 or (530) 555-0199",
        "open 24/7 since 9/11 and 12 / 25 / 11",
        "No. 1 on page 4 of chapter 11",
        "a Boeing 737 and an iPhone 5 on Route 66",
        "the end of runway 26, at platform 12 of terminal 3",
        "twenty-first, two-thirds, two and a half of them",
        "the Big Ten and Back Forty Brewing",
        "version 1.2.3 of it",
        "three years ago, two days earlier, two years and three months ago",
        "2. Read the list",
        "a 6-foot-7 player, a six-foot-five one, a four-by-four",
        "dozens, hundreds of them, several thousand",
        "they call 911 first, in 911 calls, to the 911 operator, they called 911 times over",
        "in the 1980s and the 19th century",
        "from 9.30 until 17.30, at about 18.05",
        "in 1993,1994 or so",
        "the 1940's, the late 1960’s",
        "with 4:48 remaining, at the 2:15 mark, 7:41 left in the first half, with 6:00 minutes to go",
        "near junction 36, in lane 2",
        "today and tomorrow",
        "a quarter of a million people",
        "at half past five, about twenty to four, at ten to eleven, twenty past 11",
        "the ten o'clock news, at 11 o’clock",
        "seven dollars out of ten",
        "made around 1300 B.C. or in 1,300 BC",
        "one in five people, two in ten, nine out of ten, 1 in 5, 5 per 100,000",
        "a 7-Eleven shop, a 20-something, 5'7",
        "World War 2 and zip code 90210",
        "three tenths of it",
        "in seat 12C",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("un hombre de 42 años", "es", "42", "age"),
        ("une femme de 42 ans", "fr", "42", "age"),
        ("een 42-jarige man", "nl", "42", "age"),
        ("après 18 heures de débat", "fr", "64800", "s"),
    ],
)
def test_ages_in_other_languages(text: str, language: str, value: str, unit: str) -> None:
    assert [(v, u) for _, v, u, _ in rows(text, language)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "language", "hedge"),
    [
        ("approximately $75 million", "en", "approximately"),
        ("a reported $75 million", "en", "a reported"),
        ("more than 200 people", "en", "more than"),
        ("as many as 200 people", "en", "as many as"),
        ("Up to 200 people", "en", "up to"),
        ("no fewer than 200 people", "en", "no fewer than"),
        ("200 people or more", "en", "or more"),
        ("20 or so people", "en", "or so"),
        ("at least a dozen people", "en", "at least"),
        ("about 40 to 50 people", "en", "about"),
        ("over three years", "en", None),
        ("over 200 people", "en", "over"),
        ("40 to 50 people or more", "en", "or more"),
        ("unos 30 heridos", "es", "unos"),
        ("mehr als 30 Tote", "de", "mehr als"),
        ("fast 30 Tote", "de", "fast"),
        ("the fast 30 runners", "en", None),
        ("30 oder mehr Tote", "de", "oder mehr"),
        ("a 30-odd crew", "en", "-odd"),
        ("ca 30 døde", "da", "ca"),
        ("exactly 30 people", "en", None),
    ],
)
def test_hedges(text: str, language: str, hedge: str | None) -> None:
    assert [f.hedge for f in figures(text, language)] == [hedge]


def test_two_ages_share_their_unit() -> None:
    assert rows("the suspects, 23 and 36 years old, fled") == [
        ("number", "23", "age", "23"),
        ("number", "36", "age", "36 years old"),
    ]


@pytest.mark.parametrize("text", ["12 stone houses", "he threw 12 stone blocks", "a ring of 12 stone lions"])
def test_what_is_made_of_stone_weighs_nothing(text: str) -> None:
    assert rows(text) == [("number", "12", "", "12")]


def test_pounds_that_come_to_dollars_are_money() -> None:
    assert rows("780,000 pounds ($1.05 million)")[0] == ("money", "780000", "GBP", "780,000 pounds")
    assert rows("780,000 pounds (354 tonnes)")[0] == ("number", "780000", "pound", "780,000 pounds")


def test_figures_do_not_overlap() -> None:
    found = figures("On Monday, 3 March 2025, at 5 p.m., $3.5 million (12%) of 1,000,000 went to 12 people.", "en")
    assert [f.kind for f in found] == ["date", "date", "money", "percentage", "number", "number"]


WORDS = (
    "between and to a half hundred million $ € % 40 50 1,200 3.5 m km/h - – : / . , ( ) Monday May 14 2025 p.m. two "
    "twenty one dozen or so more than about next years old -year-old magnitude of per cent İ ½ 40-50 "
    "minus USD Mio. lakh in ft noon 18 Uhr \n"
)
PIECES = st.sampled_from(WORDS.split(" "))


TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join))
LANGUAGES = st.sampled_from(["en", "es", "fr", "de", "it", "pt", "nl", "zh"])


@settings(max_examples=200)
@given(TEXTS, LANGUAGES)
def test_any_text_has_exact_figures_or_none(text: str, language: str) -> None:
    found = figures(text, language, date(2025, 10, 15))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(f.kind is FactKind.DATE or ends(f.value)[0] <= ends(f.value)[1] for f in found)


@pytest.mark.parametrize(
    "piece", ["1,", "1 ", "1-", "two ", "a ", "hundred and ", "$", "Monday ", "12 May ", "1.5m ", "about ", "9:", "º"]
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert_linear(lambda times: figures(piece * times, "en"), 1_000)
