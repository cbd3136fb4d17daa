"""A set as its reader corrects it: what becomes of articles, paragraphs and sentences, and what is said of the set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import article
from compare.analysis import compare
from compare.analysis.corrected import corrected
from compare.analysis.texts import Texts
from compare.loading import gather
from compare.model import (
    Apart,
    Article,
    Correction,
    CoverageSet,
    Dated,
    Excluded,
    Included,
    Named,
    ParagraphKind,
    Together,
    Whole,
)
from compare.model.corrections import READER

CUT = "{} reports that a ferry struck a pier at noon.\n\nContinue reading at the {}.\n"
SAID = "cut (‘Continue reading at the {}.’): what it lacks is unknown, not omitted"


def test_an_outlet_whose_name_begins_as_anothers_does_keeps_what_is_said_of_it() -> None:
    wire = article(CUT.format("Wire", "Wire"), "a.txt", outlet="Wire")
    world = article(CUT.format("World", "World"), "b.txt", outlet="Wire: cut of the World")
    coverage = gather([wire, world], warnings=["Wire: no such file"])
    of_world = f"{world.outlet}: {SAID.format('World')}"
    assert coverage.warnings == (f"Wire: {SAID.format('Wire')}", of_world, "Wire: no such file")
    renamed = corrected(coverage, [Named(wire.id, "Agency")])
    assert renamed.warnings == (f"Agency: {SAID.format('Wire')}", of_world, "Wire: no such file")
    whole = corrected(coverage, [Whole(wire.id, complete=True)])
    assert whole.warnings == (of_world, "Wire: no such file")
    still_cut = corrected(coverage, [Whole(wire.id, complete=False)])
    as_said = "Wire: cut, as the reader says: what it lacks is unknown, not omitted"
    assert still_cut.warnings == (of_world, "Wire: no such file", as_said)


def test_what_is_said_of_a_copy_that_is_out_of_sight_stays() -> None:
    articles = [article(CUT.format(name, name), f"{name}.txt", outlet=name) for name in ("Wire", "World")]
    coverage = gather(articles)
    alone = replace(coverage, articles=tuple(a for a in coverage.articles if a.outlet == "Wire"))
    assert corrected(alone, [Named(alone.articles[0].id, "Agency")]).warnings == (
        f"Agency: {SAID.format('Wire')}",
        f"World: {SAID.format('World')}",
    )


FERRY = article(
    "Ferry\n\nThe ferry Corran sank at noon. Nine passengers were hurt.\n\nRead more: Best islands of the north\n",
    outlet="Gazette",
)
HEADING, SANK, HURT, MORE = (sentence.id for sentence in FERRY.sentences)
RAIN = article("Rain fell on the harbour of Lund.\n", "rain.txt", outlet="Post")
SET = gather([FERRY, RAIN])
BODY, FURNITURE = ParagraphKind.BODY, ParagraphKind.FURNITURE


def ferry(*corrections: Correction) -> Article:
    """The first article under corrections, whose order says nothing."""
    found = corrected(SET, corrections)
    assert corrected(SET, corrections[::-1]) == found
    return next(a for a in found.articles if a.id == FERRY.id)


def compared(of: Article) -> list[str]:
    return [sentence.id for sentence in of.sentences if sentence.comparable]


def kinds(of: Article) -> list[tuple[ParagraphKind, str | None]]:
    return [(paragraph.kind, paragraph.reason) for paragraph in of.paragraphs]


def test_the_set_is_as_the_rest_supposes() -> None:
    assert compared(FERRY) == [SANK, HURT]
    assert kinds(FERRY) == [(ParagraphKind.TITLE, None), (BODY, None), (FURNITURE, "link")]


@pytest.mark.parametrize(
    ("corrections", "sentences", "body", "more"),
    [
        ([Excluded(SANK)], [HURT], (BODY, None), (FURNITURE, "link")),
        ([Excluded(SANK), Excluded(HURT)], [], (FURNITURE, READER), (FURNITURE, "link")),
        ([Included(MORE)], [SANK, HURT, MORE], (BODY, None), (BODY, None)),
        ([Included(SANK)], [SANK, HURT], (BODY, None), (FURNITURE, "link")),
        # of a sentence that is both it is said that it is left out
        ([Included(MORE), Excluded(MORE)], [SANK, HURT], (BODY, None), (FURNITURE, READER)),
        ([Together((SANK, HURT)), Apart((SANK,), (HURT,))], [SANK, HURT], (BODY, None), (FURNITURE, "link")),
    ],
)
def test_what_is_compared_and_what_is_furniture_then(
    corrections: list[Correction],
    sentences: list[str],
    body: tuple[ParagraphKind, str | None],
    more: tuple[ParagraphKind, str | None],
) -> None:
    found = ferry(*corrections)
    assert compared(found) == sentences
    assert kinds(found)[1:] == [body, more]
    assert [s.id for s in found.sentences] == [HEADING, SANK, HURT, MORE]


def test_what_a_reader_says_of_an_article_says_that_it_is_the_readers() -> None:
    found = ferry(Named(FERRY.id, "The Ferry\nNews"), Dated(FERRY.id, "2030-01-02"), Whole(FERRY.id, complete=False))
    assert (found.outlet, found.label) == ("The Ferry\nNews", "The Ferry News")
    assert (found.published, found.complete) == ("2030-01-02", False)
    assert dict(found.origins) == {**dict(FERRY.origins), "outlet": READER, "published": READER, "complete": READER}


def test_who_is_called_as_another_is_has_a_number() -> None:
    assert ferry(Named(FERRY.id, "post")).label == "post 2"
    both = corrected(SET, [Named(FERRY.id, "Herald"), Named(RAIN.id, "Herald")])
    assert [a.label for a in both.articles] == ["Herald", "Herald 2"]


def warned(*corrections: Correction) -> tuple[str, ...]:
    return corrected(SET, corrections).warnings


def test_of_what_contradicts_itself_one_is_obeyed_and_that_is_said() -> None:
    several = "corrections contradict each other: {} has several {}; one is obeyed"
    assert ferry(Named(FERRY.id, "Two"), Named(FERRY.id, "One")).label == "One"
    assert warned(Named(FERRY.id, "Two"), Named(FERRY.id, "One")) == (several.format(FERRY.id, "outlets"),)
    assert ferry(Dated(FERRY.id, "2030-01-02"), Dated(FERRY.id, "2030-01-01")).published == "2030-01-01"
    assert warned(Dated(FERRY.id, "2030-01-02"), Dated(FERRY.id, "2030-01-01")) == (several.format(FERRY.id, "dates"),)
    assert not ferry(Whole(FERRY.id, complete=True), Whole(FERRY.id, complete=False)).complete
    assert several.format(FERRY.id, "answers to “is it whole”") in warned(
        Whole(FERRY.id, complete=True), Whole(FERRY.id, complete=False)
    )
    both = f"corrections contradict each other: {SANK} is both excluded and included; it is left out"
    assert warned(Excluded(SANK), Included(SANK)) == (both,)
    assert not warned(Excluded(SANK), Named(FERRY.id, "One"), Named(FERRY.id, "One"))


def test_of_what_is_not_in_the_set_it_is_said() -> None:
    ignored = "correction ignored: {} is not in this set"
    assert warned(Named("no\nsuch", "One")) == (ignored.format("no such"),)
    assert warned(Excluded("a.s1"), Dated("b", "2030-01-01")) == (ignored.format("a.s1"), ignored.format("b"))
    assert warned(Excluded("x.s1"), Included("x.s1")) == (ignored.format("x.s1"),)


def test_what_a_paragraph_says_that_was_taken_away_is_no_fact_any_more() -> None:
    told = article(
        "The ferry Corran cost $3 million.\n\nThe crane cost $5 million and the ferry Corran sank.", outlet="A"
    )
    coverage: CoverageSet = gather([told, RAIN])
    gone = [s.id for s in told.sentences if "crane" in told.cut(s)]
    for excluded, sums, named in (([], {"3000000", "5000000"}, 2), (gone, {"3000000"}, 1)):
        result = compare(coverage, [*map(Excluded, excluded)])
        assert {fact.value for fact in result.facts if fact.unit == "USD"} == sums
        assert [len(fact.mentions) for fact in result.facts if fact.value == "Corran"] == [named]


def test_whose_voice_is_anothers_now_is_looked_at_anew() -> None:
    whole = gather([FERRY, RAIN, article("Snow fell on the hills above Lund.\n", "snow.txt", outlet="Herald")])
    renamed = [Named(RAIN.id, "Gazette")]
    texts = Texts.of(whole, renamed)
    hand = texts.hand(renamed)
    assert hand is not None
    anew = {texts.numbered.pieces[n][0].id for n in hand.anew}
    assert anew == {FERRY.id, RAIN.id}
    assert Texts.of(whole, [Named(RAIN.id, "Times")]).hand([Named(RAIN.id, "Times")]) is None
