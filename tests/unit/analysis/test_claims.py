"""Status, stance and confidence of claims."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from compare.analysis import compare
from compare.analysis.candidates import Vocabulary
from compare.analysis.claims import TOLD_TOO, Made, _stances, make_claims
from compare.analysis.far import UNSURE, Far
from compare.analysis.known import Known
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import score_pairs
from compare.analysis.scoring import weights
from compare.loading import gather
from compare.model import SURE, Claim, ClaimKind, Comparison, Stance, Status

from .stories import FILL, claim, outlets, report, story

PAID = "The shipping company Norrline paid $30 million for the wrecked ferry Corran."
BOUGHT = "Norrline, the shipping company, has bought the wrecked ferry Corran."
CUT = "Continue reading at Harbour News."


def test_a_claim_with_a_figure_makes_those_without_one_weaker() -> None:
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"]], Post=FILL["Post"])
    found = claim(result, "wrecked ferry")
    assert outlets(result, found.articles) == {"Gazette", "Courier"}
    assert found.status is Status.PARTIAL
    assert found.text == PAID
    assert found.kind is ClaimKind.FACT
    by_outlet = {result.index.articles[a].outlet: stance for a, stance in found.stance.items()}
    assert by_outlet == {"Courier": Stance.WEAKER, "Post": Stance.ABSENT}


@pytest.mark.parametrize("sum_of", ["The price was $30 million.", "Norrline, which paid $30 million, is glad of it."])
def test_who_gives_the_figure_elsewhere_is_not_weaker(sum_of: str) -> None:
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"], sum_of], Post=FILL["Post"])
    found = claim(result, "wrecked ferry")
    assert {"Gazette", "Courier"} <= outlets(result, found.articles)
    assert Stance.WEAKER not in found.stance.values()


@pytest.mark.parametrize(
    ("own", "other", "surely"),
    [
        ("Norrline had a turnover of about $640 million.", "Sales came to $640m, the owner of the wreck says.", False),
        ("Norrline had a turnover of about $640 million.", "Sales came to $460m, the owner of the wreck says.", True),
        ("On Friday 80% of the crews stayed ashore.", "Four fifths of all seamen did not sail.", False),
        ("On Friday four fifths of the crews stayed ashore.", "80% of all seamen did not sail.", False),
        ("On Friday four fifths of the crews stayed ashore.", "60% of all seamen did not sail.", True),
        ("Norrline let the crews of both tugs go ashore at twenty to six.", "Power failed until 5:40 p.m.", False),
        ("Norrline let the crews of both tugs go ashore at twenty to six.", "Power failed until 5:50 p.m.", True),
        ("On Friday 80% of the crews stayed ashore.", "Half of all seamen did not sail.", True),
        ("Seventeen boats took part in the regatta.", "The best of the 17 was built of reed.", False),
        (
            "A crane barge and two tugs towed the pontoon 120 metres towards the yard at noon on Friday.",
            "Herring swim 120m deep in this bay.",
            False,
        ),
        (
            "A crane barge and two tugs towed the pontoon 100 metres towards the yard at noon on Friday.",
            "Herring swim 100m deep in this bay.",
            True,
        ),
        ("Six boats took part in the regatta.", "The best of the 6 was built of reed.", True),
        ("More than 60 boats took part in the regatta.", "The best of the 63 was built of reed.", False),
        ("Exactly 60 boats took part in the regatta.", "The best of the 63 was built of reed.", True),
        ("More than 60 boats took part in the regatta.", "The best of the 73 was built of reed.", True),
        ("Norrline had a turnover of $190 million.", "Sales came to less than $200m, the owner says.", False),
    ],
)
def test_a_claim_is_not_surely_one_voices_where_another_gives_its_figure(own: str, other: str, surely: bool) -> None:
    result = story(Gazette=[own, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]], Post=FILL["Post"])
    found = claim(result, own)
    assert found.status is Status.UNIQUE
    assert (found.confidence > TOLD_TOO) is surely


def test_a_claim_is_shown_in_a_sentence_that_tells_whom_it_speaks_of() -> None:
    told = ["Ada Moss denied the theft of the crane.", "He denied the theft of the crane."]
    for one, other in (told, told[::-1]):
        result = story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]], Post=FILL["Post"])
        assert claim(result, "the theft").text == told[0]


@pytest.mark.parametrize("first", [True, False])
def test_of_equal_sentences_the_shortest_is_shown_wherever_it_stands(first: bool) -> None:
    long = "Norrline, the shipping company of the north, has now bought the old wrecked ferry Corran, it said."
    gazette, courier = [*FILL["Gazette"], long], [BOUGHT, *FILL["Courier"]]
    if first:
        gazette, courier = [long, *FILL["Gazette"]], [*FILL["Courier"], BOUGHT]
    found = claim(story(Gazette=gazette, Courier=courier, Post=FILL["Post"]), "wrecked ferry")
    assert len(found.sentences) == 2
    assert found.text == BOUGHT


def test_of_a_cut_article_it_is_unknown() -> None:
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"]], Post=[*FILL["Post"], CUT])
    post = next(a for a in result.coverage.articles if a.outlet == "Post")
    assert not post.complete
    assert claim(result, "wrecked ferry").stance[post.id] is Stance.UNKNOWN


def test_a_recap_counts_once() -> None:
    recap = "Summary: Norrline paid $30 million for the wrecked ferry Corran."
    result = story(Gazette=[PAID, *FILL["Gazette"], recap], Courier=FILL["Courier"], Post=FILL["Post"])
    found = claim(result, "Summary")
    assert len(found.sentences) == 2
    assert found.status is Status.UNIQUE
    assert found.stance == {}


def test_what_all_say_is_common() -> None:
    result = story(**{name: [PAID, *lines] for name, lines in FILL.items()})
    assert claim(result, "wrecked ferry").status is Status.COMMON


def test_two_articles_of_one_outlet_are_one_voice() -> None:
    texts = ([PAID, *FILL["Gazette"]], [BOUGHT, *FILL["Courier"]])
    result = compare(gather([report("Gazette", *lines) for lines in texts]))
    assert {c.status for c in result.claims} == {Status.UNIQUE}


def test_a_text_that_no_other_can_be_matched_with_is_never_surely_alone() -> None:
    spanish = [
        "La naviera Norrline pagó treinta millones por el barco hundido, según el ministerio.",
        "Los vecinos del puerto llevaron mantas y sopa a los supervivientes durante la noche.",
        "El alcalde pidió una investigación completa de lo ocurrido en el canal.",
    ]
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"]], Diario=spanish)
    diario = next(a for a in result.coverage.articles if a.outlet == "Diario")
    assert diario.language == "es"
    own = [c for c in result.claims if c.articles == (diario.id,)]
    assert len(own) == len(spanish)
    assert all(c.confidence < 0.5 for c in own)
    assert claim(result, "wrecked ferry").stance[diario.id] is Stance.UNKNOWN


def test_a_text_in_another_language_is_warned_of() -> None:
    spanish = ["Los vecinos del puerto llevaron mantas y sopa a los supervivientes durante la noche."]
    result = story(Gazette=FILL["Gazette"], Courier=FILL["Courier"], Diario=spanish)
    assert [w for w in result.warnings if w.startswith("Diario: in another language than most (es)")]


def test_a_shared_claim_is_as_sure_as_its_best_link_between_two_voices() -> None:
    again = "Norrline, the shipping company, has bought the wrecked ferry Corran, it said."
    texts = [("Gazette", [PAID]), ("Courier", [BOUGHT, *FILL["Courier"]]), ("Courier", [again, *FILL["Post"]])]
    result = compare(gather([report(outlet, *lines) for outlet, lines in texts]))
    found = claim(result, "wrecked ferry")
    assert len(found.articles) == 3
    score = {link.score: {result.index.article_of[end].outlet for end in (link.a, link.b)} for link in result.links}
    assert score[max(score)] == {"Courier"}, "the closest pair is one outlet's own"
    assert found.confidence == max(s for s, outlets in score.items() if len(outlets) == 2)


def test_a_claim_is_shown_in_the_language_of_most_articles_that_state_it() -> None:
    # though the English one is shorter and has a figure
    spanish = "La naviera Norrline compró el ferry Corran, que llevaba meses hundido en el canal del puerto."
    english = "Norrline paid $30 million for the ferry Corran."
    made = {"Diario": [spanish, "Nadie lo celebró."], "Correo": [spanish, "Llovía."], "Gazette": [english]}
    result = story(**made, Post=FILL["Post"])
    known, _ = known_of(result, claim(result, "Corran"))
    group = tuple(n for n, (_, s) in enumerate(known.numbered.pieces) if "Corran" in result.index.words(s.id))
    (shared,) = (c for c in make_claims(known, [group]) if c.text)
    assert len(shared.articles) == 3
    assert shared.text == spanish


def test_each_claim_has_an_id_of_its_own_though_all_its_sentences_head_others() -> None:
    result = story(Gazette=[PAID], Courier=[BOUGHT], Post=["The ferry Corran is a wreck that Norrline bought."])
    known, _ = known_of(result, claim(result, "Corran"))
    made = make_claims(known, [(0, 1, 2), (0, 1), (0, 2), (1, 2)])
    assert len({each.id for each in made}) == 4
    named = {f"c{sentence}" for each in made for sentence in each.sentences}
    assert len({each.id for each in made} - named) == 1


def test_whoever_is_vague_is_weaker_only_than_what_they_are_linked_with() -> None:
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"]], Post=FILL["Post"])
    known, group = known_of(result, claim(result, "wrecked ferry"))
    (vague,) = (n for n in group if BOUGHT in known.numbered.pieces[n][0].text)
    (exact,) = (n for n in group if n != vague)
    courier = known.numbered.articles[known.numbered.article[vague]].id
    assert _stances(known, Made(), group)[courier] is Stance.WEAKER
    unlinked = replace(
        known, near=[{k: v for k, v in each.items() if {n, k} != {vague, exact}} for n, each in enumerate(known.near)]
    )
    assert courier not in _stances(unlinked, Made(), group)


ABOUT = "The wrecked ferry Corran lies there."
ASIDE = "A ferry brought the mail from a company in the north."
PRICE = "Somebody paid $30 million for another thing, a price that one sentence of the claim has and the other has not."


@pytest.mark.parametrize(
    ("nearness", "holding", "lacks"),
    [
        ((0, 0), ABOUT, True),  # nothing comes near
        ((1, 1), ASIDE, False),  # each sentence comes near
        ((2, 0), ASIDE, False),  # they do on average
        ((1, 0), ASIDE, True),  # one does, but holds little of what the claim is about
        ((1, 0), ABOUT, False),  # one does, and holds half of what both state
        ((1.2, 0), ASIDE, True),
        ((1.25, 0), ASIDE, False),  # one is nearly linked
    ],
)
def test_who_is_said_to_lack_a_claim(nearness: tuple[float, float], holding: str, lacks: bool) -> None:
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"]], Post=[holding, PRICE])
    known, _ = known_of(result, result.claims[0])
    known = replace(known, figures={})  # the price alone would tell
    group = tuple(n for n, (a, s) in enumerate(known.numbered.pieces) if a.cut(s) in (PAID, BOUGHT))
    post = next(k for k, a in enumerate(known.numbered.articles) if a.outlet == "Post")
    known.pairs.nearest[list(group), post] = UNSURE * known.weights.link * np.array(nearness)
    known.pairs.match[list(group), post] = known.numbered.article.index(post)  # its first sentence
    silent = np.arange(len(known.numbered.articles)) == post
    assert (Far().of(known, group, silent).tolist() == [post]) is lacks


@pytest.mark.parametrize(
    ("elsewhere", "lacks"),
    [
        ("It stood there for about three weeks, a student found.", False),
        ("It stood there for about three months, a student found.", True),
    ],
)
def test_who_gives_a_figure_of_a_claim_is_not_said_to_lack_it(elsewhere: str, lacks: bool) -> None:
    one = "The bucket of the wrecked ferry Corran stayed open for 20 days."
    other = "For 20 days the wrecked ferry Corran had her bucket open."
    result = story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]], Post=[*FILL["Post"], elsewhere])
    (post,) = (a.id for a in result.coverage.articles if a.outlet == "Post")
    found = claim(result, "open for 20 days")
    assert outlets(result, found.articles) == {"Gazette", "Courier"}
    assert found.stance[post] is (Stance.ABSENT if lacks else Stance.UNKNOWN)


def known_of(result: Comparison, found: Claim) -> tuple[Known, tuple[int, ...]]:
    """What the analysis knew when it made a claim, and the claim's sentences by number."""
    numbered = Numbered.of(result.coverage.articles)
    vocabulary = Vocabulary.of(numbered.texts, numbered.article, ["en"] * len(numbered.articles))
    pairs = score_pairs(vocabulary, weights())
    group = tuple(n for n, (_, sentence) in enumerate(numbered.pieces) if sentence.id in found.sentences)
    return Known.of(numbered, vocabulary.terms, pairs, pairs.near(), result.facts, weights()), group


def test_who_says_little_is_not_surely_alone() -> None:
    brief = "The harbour master sent nobody."
    long = f"{brief[:-1]}, neither that night nor in the week that followed, to look after the seals of the outer bank."
    sure = {}
    for told in (brief, long):
        result = story(Gazette=[told, *FILL["Gazette"]], Courier=FILL["Courier"], Post=FILL["Post"])
        found = claim(result, told)
        assert found.status is Status.UNIQUE
        sure[told] = found.confidence
    assert sure[brief] < SURE <= sure[long]
