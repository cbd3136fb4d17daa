"""Who is independent: outlets, reprints, and wire paragraphs within a claim."""

from __future__ import annotations

import unicodedata

import pytest

from articles import article
from compare.analysis.flow import Flow
from compare.analysis.voices import find_voices
from compare.loading import gather
from compare.model import Article, FindingKind, Mark, Status, marked

from .stories import FILL, claim, report, story

WIRE = (
    "Customs officers in Varn opened nine crates on Sunday night and found stolen church bells under a layer of salt."
)
REPORT = [
    "The bells had hung in villages along the river for more than two hundred years, a priest said on Monday.",
    "Thieves came by boat each time, cut the ropes and were gone before anybody in the valley had woken up.",
    "Two brothers from the port were held and will go before a judge in the capital by the end of this week.",
]


def grouped(*articles: Article) -> set[frozenset[str | None]]:
    """Outlets by voice; articles of no outlet are called None."""
    ordered = gather(articles).articles
    voices = find_voices(Flow.of(ordered)).of
    return {frozenset(a.outlet for a, v in zip(ordered, voices, strict=True) if v == voice) for voice in set(voices)}


def test_reprints_are_one_voice_though_a_line_is_changed() -> None:
    assert grouped(report("A", *REPORT), report("B", *REPORT), report("C", *FILL["Post"])) == {
        frozenset("AB"),
        frozenset("C"),
    }
    edited = [REPORT[0], REPORT[1].replace("Thieves", "Burglars"), REPORT[2], "The Bee has asked the police."]
    assert grouped(report("A", *REPORT), report("B", *edited)) == {frozenset("AB")}


def test_a_reprint_whose_accents_are_written_apart_is_one() -> None:
    lines = [
        "El camión cayó al río en la región de Málaga y nadie resultó herido, informó la policía después.",
        "La alcaldesa prometió que la reparación del puente costará más de cuatro millones de euros.",
    ]
    assert grouped(report("A", *lines), report("B", *(unicodedata.normalize("NFD", x) for x in lines))) == {
        frozenset("AB")
    }


def test_a_reprint_that_was_cut_short_is_one() -> None:
    assert grouped(report("A", *REPORT, *FILL["Post"]), report("B", *REPORT[:2])) == {frozenset("AB")}


def test_the_same_few_words_are_one_voice_whatever_stands_around_them() -> None:
    few = "The bells were found on Sunday."
    assert grouped(report("A", few), report("B", few, "Read more: The best islands of the north")) == {frozenset("AB")}


def test_a_report_with_a_wire_paragraph_keeps_its_voice() -> None:
    assert grouped(report("A", WIRE, *FILL["Post"]), report("B", WIRE, *FILL["Courier"])) == {
        frozenset("A"),
        frozenset("B"),
    }


def test_two_reports_that_a_third_prints_after_each_other_stay_two_voices() -> None:
    digest = report("Digest", *REPORT, *FILL["Post"])
    found = grouped(report("A", *REPORT), report("B", *FILL["Post"]), digest)
    assert len(found) == 2
    assert not any({"A", "B"} <= voice for voice in found)


def test_an_outlet_with_reports_of_its_own_keeps_its_voice() -> None:
    own = [report("B", *REPORT), report("B", *FILL["Post"])]
    assert grouped(report("A", *REPORT), *own) == {frozenset("AB")}
    assert grouped(report("A", *REPORT), report("A", *FILL["Courier"]), *own) == {frozenset("A"), frozenset("B")}


def test_articles_of_no_known_outlet_are_voices_of_their_own() -> None:
    first, second = article(FILL["Post"][0]), article(FILL["Courier"][0])
    assert len(set(find_voices(Flow.of(gather([first, second]).articles)).of)) == 2


def test_a_wire_paragraph_is_shared_and_yet_one_voice() -> None:
    result = story(Gazette=[WIRE, *FILL["Gazette"]], Courier=[WIRE, *FILL["Courier"]], Post=FILL["Post"])
    found = claim(result, "church bells")
    assert (found.status, found.voices, len(found.articles)) == (Status.PARTIAL, 1, 2)
    mark = marked(result, found.sentences[0])
    assert (mark.mark, mark.label) == (Mark.SHARED, "= 1/3")
    assert not [f for f in result.findings if f.kind is FindingKind.OMISSION]


def test_who_says_it_in_other_words_is_a_second_voice() -> None:
    told = "Stolen church bells lay under salt in nine crates that customs officers in Varn opened on Sunday night."
    articles = gather([report("A", WIRE, *REPORT), report("B", WIRE, *FILL["Post"]), report("C", told)]).articles
    voices = find_voices(Flow.of(articles))
    number = {a.outlet: n for n, a in enumerate(articles)}
    first = {a.outlet: a.sentences[0].id for a in articles}
    assert len(set(voices.of)) == 3

    def count(*stating: tuple[str, str]) -> int:
        copies = [(number[outlet], voices.taken[s]) for outlet, s in stating if s in voices.taken]
        return voices.count([number[outlet] for outlet, _ in stating], copies)

    assert count(*((o, first[o]) for o in "AB")) == 1
    assert count(*((o, first[o]) for o in "ABC")) == 2
    # a sentence beside the wire paragraph is the outlet's own
    own = articles[number["B"]].sentences[1].id
    assert count(("A", first["A"]), ("B", own)) == 2


@pytest.mark.parametrize(("words", "taken"), [(12, True), (11, False)])
def test_whose_words_a_sentence_has_twelve_in_a_row_tell(words: int, taken: bool) -> None:
    said = f"{' '.join(WIRE.split()[:words])}."
    one, other = gather([report("A", said, *FILL["Post"]), report("B", said, *FILL["Courier"])]).articles
    found = find_voices(Flow.of((one, other))).taken
    expected = {one.sentences[0].id: frozenset({1}), other.sentences[0].id: frozenset({0})}
    assert found == (expected if taken else {})


@pytest.mark.parametrize("name", ["Courier", "Zebra"])
def test_a_reprint_is_no_second_source_of_a_claim(name: str) -> None:
    result = story(**{"Gazette": REPORT, name: [*REPORT, "Agency and staff."], "Post": FILL["Post"]})
    found = claim(result, "two hundred years")
    assert (found.status, found.voices, len(found.articles)) == (Status.UNIQUE, 1, 2)
    assert result.index.voices == 2
