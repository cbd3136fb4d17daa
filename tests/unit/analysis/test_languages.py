"""Reports in languages other than English, and of several languages together."""

from __future__ import annotations

from functools import cache

import pytest

from articles import article
from compare.analysis.candidates import Vocabulary, blocks
from compare.analysis.facts import find_facts
from compare.analysis.terms import quoted
from compare.model import Claim, Comparison, FactKind, FindingKind, Stance, Status

from .abroad import ENGLISH_ON_VALDEORO, FINNISH, GERMAN, HEBREW, JAPANESE, SPANISH
from .stories import claim, outlets, story


@cache
def german() -> Comparison:
    return story(**GERMAN)


@cache
def spanish() -> Comparison:
    return story(**SPANISH)


@cache
def both() -> Comparison:
    return story(Diario=SPANISH["Diario"], Correo=SPANISH["Correo"], Gazette=ENGLISH_ON_VALDEORO)


@cache
def all_kinds() -> Comparison:
    return story(**FINNISH, Shimbun=JAPANESE, Haaretz=HEBREW, Gazette=ENGLISH_ON_VALDEORO)


def only(comparison: Comparison) -> dict[str, set[str]]:
    """The first two words of what stands in one text alone, by outlet."""
    index = comparison.index
    found: dict[str, set[str]] = {a.outlet or "": set() for a in comparison.coverage.articles}
    for one in comparison.claims:
        if one.status is Status.UNIQUE:
            for sentence in one.sentences:
                found[index.article_of[sentence].outlet or ""].add(" ".join(index.words(sentence).split()[:2]))
    return found


def stated(comparison: Comparison, words: str) -> set[str | None]:
    return outlets(comparison, claim(comparison, words).articles)


def stance(comparison: Comparison, of: Claim, outlet: str) -> Stance | None:
    return of.stance.get(next(a.id for a in comparison.coverage.articles if a.outlet == outlet))


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("abgebrannt", {"Anzeiger", "Rundschau", "Bote"}),
        ("niemand verletzt wurde", {"Anzeiger", "Rundschau", "Bote"}),
        ("schätzt den Schaden", {"Anzeiger", "Rundschau"}),
    ],
)
def test_german_reports_align(words: str, outlet: set[str]) -> None:
    assert stated(german(), words) == outlet


def test_what_german_reports_have_alone() -> None:
    assert only(german()) == {
        "Anzeiger": {"Bürgermeisterin Ida"},
        "Rundschau": {"Über dem", "Ein Nachbar"},
        "Bote": {"Der Verband", "Der Geschäftsführer"},
    }


def test_a_german_report_that_is_whole_lacks_what_others_tell() -> None:
    assert stance(german(), claim(german(), "schätzt den Schaden"), "Bote") is Stance.ABSENT
    assert FindingKind.OMISSION in {finding.kind for finding in german().findings}


def test_conflicts_are_not_looked_for_without_rules_and_that_is_said() -> None:
    other = {**GERMAN, "Rundschau": [line.replace("14 Last", "19 Last") for line in GERMAN["Rundschau"]]}
    result = story(**other)
    assert result.conflicts == ()
    assert "German: no conflicts are looked for in this language" in result.warnings


def test_german_nouns_are_no_names() -> None:
    names = {fact.value for fact in german().facts if fact.kind is FactKind.NAME}
    assert names == {"Ida Kranz", "Spedition Tann & Weber"}


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("se rompió el lunes", {"Diario", "Correo", "Voz"}),
        ("nadie resultó herido, aunque", {"Diario", "Correo"}),
        ("costará menos", {"Diario", "Voz"}),
    ],
)
def test_spanish_reports_align(words: str, outlet: set[str]) -> None:
    assert stated(spanish(), words) == outlet


def test_what_spanish_reports_have_alone() -> None:
    assert only(spanish()) == {
        "Diario": {"Los comerciantes"},
        "Correo": {"Las gaviotas", "Un ingeniero"},
        "Voz": {"El obispo"},
    }


def test_two_languages_link_by_names_and_numbers_only() -> None:
    index = both().index
    abroad = {
        frozenset((index.words(link.a)[:12], index.words(link.b)[:12]))
        for link in both().links
        if "Gazette" in {index.article_of[link.a].outlet, index.article_of[link.b].outlet}
    }
    assert abroad == {frozenset(("La alcaldesa", "Mayor Berta "))}


def test_what_another_language_leaves_open_is_unknown() -> None:
    shared = [c for c in both().claims if c.status is not Status.UNIQUE]
    gazette = next(a.id for a in both().coverage.articles if a.outlet == "Gazette")
    assert {c.stance.get(gazette) for c in shared if gazette not in c.articles} == {Stance.UNKNOWN}
    assert {c.confidence < 0.5 for c in both().claims if c.articles == (gazette,)} == {True}
    assert not any(f.kind is FindingKind.SOLE and f.articles == (gazette,) for f in both().findings)


def test_languages_that_are_not_known_are_read_and_said_so() -> None:
    said = [w for w in all_kinds().warnings if "whose words are not compared" in w]
    assert {w.split(": ")[0]: w.split("in ")[1].split(",")[0] for w in said} == {
        "Sanomat": "Finnish",
        "Lehti": "Finnish",
        "Shimbun": "Japanese",
        "Haaretz": "Hebrew",
    }
    assert len(all_kinds().coverage.articles) == 5


def test_two_reports_in_a_language_that_is_not_known_do_not_meet_by_their_words() -> None:
    result = story(**FINNISH)
    assert result.links == ()
    assert {c.confidence < 0.5 for c in result.claims} == {True}
    assert not any(s is Stance.ABSENT for c in result.claims for s in c.stance.values())
    assert not any(f.kind in (FindingKind.SOLE, FindingKind.OMISSION) for f in result.findings)


def test_a_speech_quoted_in_its_own_language_meets_across_languages() -> None:
    sentences = [
        "The mayor said: “Nobody slept while the bridge was singing.”",
        "Die Lage blieb ruhig.",
        "Sie sagte auf Englisch: „Nobody slept while the bridge was singing.“",
    ]
    assert quoted(sentences)[0] == quoted(sentences)[2] == ["“nobody", "“slept", "“while", "“bridge", "“singing"]
    (first, *_) = blocks(Vocabulary.of(sentences, [0, 1, 1], ["en", "de", "de"]))
    assert first.evidence[0, 0, 1] == 0
    assert first.evidence[0, 0, 2] > 3


def test_small_words_in_common_are_no_wording_of_two_languages() -> None:
    pair = ["Murieron nueve de la tripulación.", "Neuf membres de la troupe."]
    (first, *_) = blocks(Vocabulary.of(pair, [0, 1], ["es", "fr"]))
    assert first.wording[0, 1] == 0
    (first, *_) = blocks(Vocabulary.of(pair, [0, 1], ["es", "es"]))
    assert first.wording[0, 1] == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El martes por la noche murieron 12 personas; la reparación costará 3,5 millones de euros."),
        ("fr", "Mardi soir, 12 personnes sont mortes ; la réparation coûtera 3,5 millions d'euros."),
        ("de", "Am Dienstagabend starben 12 Menschen; die Reparatur kostet 3,5 Millionen Euro."),
        ("it", "Martedì sera sono morte 12 persone; la riparazione costerà 3,5 milioni di euro."),
        ("pt", "Na terça-feira morreram 12 pessoas; a reparação custará 3,5 milhões de euros."),
        ("nl", "Dinsdagavond stierven 12 mensen; de reparatie kost 3,5 miljoen euro."),
    ],
)
def test_the_same_facts_in_every_language(language: str, text: str) -> None:
    found = find_facts([article(text, language=language)])
    checkable = {(f.value, f.unit) for f in found if f.kind is not FactKind.NAME}
    assert checkable == {("tuesday", "weekday"), ("12", ""), ("3500000", "EUR")}
