"""Status, stance and confidence of claims."""

from __future__ import annotations

import numpy as np

from compare.analysis.candidates import Vocabulary
from compare.analysis.claims import UNSURE, _lacking
from compare.analysis.known import Known
from compare.analysis.numbered import Numbered
from compare.analysis.pairs import score_pairs
from compare.analysis.scoring import weights
from compare.model import Claim, ClaimKind, Comparison, Stance, Status

from .stories import FILL, claim, outlets, story

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
    from compare.analysis import compare
    from compare.loading import gather, read
    from compare.loading.metadata import Metadata
    from compare.loading.sources import Source

    texts = ([PAID, *FILL["Gazette"]], [BOUGHT, *FILL["Courier"]])
    sources = [
        Source(f"{n}.txt", None, "\n\n".join(t).encode(), Metadata(outlet="Gazette")) for n, t in enumerate(texts)
    ]
    result = compare(gather([read(source).articles[0] for source in sources]))
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
    assert all(c.confidence < 0.5 for c in result.claims if c.articles == (diario.id,))
    assert claim(result, "wrecked ferry").stance[diario.id] is Stance.UNKNOWN


def test_a_text_in_another_language_is_warned_of() -> None:
    spanish = ["Los vecinos del puerto llevaron mantas y sopa a los supervivientes durante la noche."]
    result = story(Gazette=FILL["Gazette"], Courier=FILL["Courier"], Diario=spanish)
    assert [w for w in result.warnings if w.startswith("Diario: in another language than most (es)")]


def test_an_article_that_comes_near_every_sentence_of_a_claim_is_not_said_to_lack_it() -> None:
    # each sentence of the third shares words with the claim, none enough for a link, and none what it is about
    result = story(Gazette=[PAID, *FILL["Gazette"]], Courier=[BOUGHT, *FILL["Courier"]], Post=FILL["Post"])
    found = claim(result, "wrecked ferry")
    post = next(k for k, a in enumerate(result.coverage.articles) if a.outlet == "Post")
    known, group = known_of(result, found)
    assert _lacking(known, group, np.array([post])).tolist() == [post]
    known.pairs.nearest[list(group), post] = UNSURE * known.weights.link
    assert _lacking(known, group, np.array([post])).tolist() == []


def known_of(result: Comparison, found: Claim) -> tuple[Known, list[int]]:
    """What the analysis knew when it made a claim, and the claim's sentences by number."""
    numbered = Numbered.of(result.coverage.articles)
    vocabulary = Vocabulary.of(numbered.texts, numbered.article, ["en"] * len(numbered.articles))
    pairs = score_pairs(vocabulary, weights())
    group = [n for n, (_, sentence) in enumerate(numbered.pieces) if sentence.id in found.sentences]
    return Known.of(numbered, vocabulary.terms, pairs, pairs.near(), result.facts, weights()), group
