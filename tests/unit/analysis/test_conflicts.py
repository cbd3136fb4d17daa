"""Where outlets disagree: what is a conflict of which kind, and above all what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.analysis import compare
from compare.analysis.conflicts import Readers, find_conflicts
from compare.analysis.disagreement import disagreements
from compare.analysis.gaps import EVENT_SURE, THING_SURE, Book
from compare.model import ConflictKind, Excluded, FindingKind, Link, Stance

from .stories import FILL, SPOKEN, claim, kinds, story, tell, tie

CRASH = "A tram left the rails near the old market of Lund on Friday, killing {} people and injuring {}, police said."


def test_a_toll_that_differs_is_a_conflict_of_figures() -> None:
    result = tell(CRASH.format("three", 12), CRASH.format("five", 12))
    (conflict,) = result.conflicts
    assert conflict.kind is ConflictKind.FIGURE
    assert [len(side) for side in conflict.sides] == [1, 1]
    assert "three people" in conflict.why
    assert "five people" in conflict.why
    assert sorted(result.index.facts[fact].value for fact in conflict.facts) == ["3", "5"]
    assert conflict.confidence == EVENT_SURE > THING_SURE
    assert {s for side in conflict.sides for s in side} <= {*result.index.claims[conflict.claim].sentences}
    first = result.findings[0]
    assert (first.kind, first.conflict, first.why) == (FindingKind.CONFLICT, conflict.id, conflict.why)


def test_of_two_figures_of_a_sentence_it_is_told_which_differs() -> None:
    (conflict,) = (result := tell(CRASH.format("three", 12), CRASH.format("three", 15))).conflicts
    assert sorted(result.index.facts[fact].value for fact in conflict.facts) == ["12", "15"]
    assert "12" in conflict.why
    assert "three" not in conflict.why


def test_a_conflict_is_placed_in_the_claim_that_holds_most_of_its_sides() -> None:
    result = tell(CRASH.format("three", 12), CRASH.format("five", 12))
    (conflict,) = result.conflicts
    both = result.index.claims[conflict.claim]
    for name in ("c", "d"):  # of ids before and behind
        one = replace(both, id=name, sentences=conflict.sides[0])
        again = replace(result, claims=(one, *result.claims), conflicts=())
        assert [found.claim for found in find_conflicts(again, Readers())] == [both.id]


def test_a_further_text_that_gives_one_of_the_figures_joins_its_side() -> None:
    counted = "Firemen counted {} people killed under the tram in the old market."

    def sides(*lines: str) -> list[list[set[str]]]:
        post = [*lines, *FILL["Post"]]
        result = story(Gazette=[CRASH.format("three", 12)], Courier=[CRASH.format("five", 12)], Post=post)
        linked = [tie(result, CRASH.format("three", 12), CRASH.format("five", 12), 0.9)]
        found = disagreements(Book(replace(result, links=())), linked)
        return [[{result.index.article_of[s].label for s in side} for side in clash.sides] for clash in found]

    assert sides(counted.format("five")) == [[{"Gazette"}, {"Courier", "Post"}]]
    # who gives both is no party, and neither is who gives another
    assert sides(counted.format("five"), "They had counted three people killed before.") == [[{"Gazette"}, {"Courier"}]]
    assert sides("Five people came to see the tram in the old market.") == [[{"Gazette"}, {"Courier"}]]


def test_of_a_side_in_two_languages_that_of_the_set_is_quoted() -> None:
    spanish = (
        "Un tranvía descarriló cerca del viejo mercado de Lund el viernes: murieron cinco personas, según la policía."
    )
    three, five = CRASH.format("three", 12), CRASH.format("five", 12)
    result = story(Gazette=[three, *FILL["Gazette"]], Courier=[five, *FILL["Courier"]], Diario=[spanish])
    linked = [tie(result, three, other, 0.9) for other in (five, spanish)]
    (clash,) = disagreements(Book(replace(result, links=())), linked)
    assert len(clash.sides[1]) == 2
    assert [result.index.words(sentence) for sentence in clash.quoted] == [three, five]
    assert "Courier and Diario: “" in clash.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CRASH.format("three", 12), CRASH.format(3, "twelve")),
        (CRASH.format("three", 12), CRASH.format("at least three", "about a dozen")),
        (CRASH.format("three", 12), CRASH.format("several", "many")),
        (
            "The harbour board will pay $75 million for the crane, its chairman told the council today.",
            "The harbour board will pay a large sum for the crane, its chairman told the council on Monday.",
        ),
        (
            "The harbour board will pay €75 million for the crane, its chairman told the council.",
            "The harbour board will pay $80 million for the crane, its chairman told the council.",
        ),
    ],
)
def test_equal_vague_and_foreign_figures_are_no_conflict(one: str, other: str) -> None:
    assert not tell(one, other).conflicts


def test_two_times_of_day_are_a_conflict_the_earlier_first() -> None:
    struck = "A tram collided with a lorry near the old market of Lund at {} p.m., police said."
    result = tell(struck.format("7:15"), struck.format("6:40"))
    (conflict,) = result.conflicts
    assert conflict.kind is ConflictKind.FIGURE
    assert ["6:40" in result.index.words(side[0]) for side in conflict.sides] == [True, False]
    assert conflict.confidence == THING_SURE


def test_two_hauls_of_which_no_figure_agrees_are_not_one() -> None:
    haul = "Customs officers found {} crates, {} barrels and {} parcels on a barge in the harbour of Lund, they said."
    assert not tell(haul.format(6, 12, 300), haul.format(14, 31, 923)).conflicts
    assert kinds(tell(haul.format(6, 12, 300), haul.format(6, 12, 923))) == [ConflictKind.FIGURE]


def test_one_value_in_two_measures_stands_on_one_side() -> None:
    fell = "The climber Ivo Lund fell {} from the ridge above the hut of Selwick on Friday, rescuers said."
    result = story(
        Gazette=[fell.format("60 metres"), *FILL["Gazette"]],
        Courier=[fell.format("200 feet"), *FILL["Courier"]],
        Post=[fell.format("150 metres"), *FILL["Post"]],
    )
    (conflict,) = result.conflicts
    assert [len(side) for side in conflict.sides] == [2, 1]
    assert [len(set(side).intersection(conflict.quoted)) for side in conflict.sides] == [1, 1]


def test_a_link_says_from_some_score_on_that_two_figures_are_of_one_thing_whatever_was_asked_before() -> None:
    won, lost = (f"The choir sang {n} songs in the hall of the old school." for n in ("twelve", "twenty"))
    result = story(Gazette=[won, *FILL["Gazette"]], Courier=[lost, *FILL["Courier"]])
    book = Book(result)
    scores = (0.5, 0.7, 1.0, 0.5)
    found = [[gap.kind for gap in book.gaps(tie(result, won, lost, score))] for score in scores]
    assert found == [[], [ConflictKind.FIGURE], [ConflictKind.FIGURE], []]


def test_a_text_that_gives_both_figures_reports_the_dispute() -> None:
    both = CRASH.format("five", 12) + " The hospital had first counted three dead."
    assert ConflictKind.FIGURE not in kinds(tell(CRASH.format("three", 12), both))


def test_a_toll_that_has_risen_is_an_update() -> None:
    later = (
        "The toll of the tram that left the rails near the old market of Lund on Friday rose to five dead, police said."
    )
    (conflict,) = tell(CRASH.format("three", 12), later).conflicts
    assert conflict.kind is ConflictKind.UPDATE
    assert conflict.why.index("three") < conflict.why.index("five")


def test_a_toll_has_risen_above_every_value_that_was_given_before() -> None:
    result = story(
        Gazette=[CRASH.format("three", 12)],
        Courier=["Firemen counted five people killed under the tram in the old market."],
        Post=["The toll of the tram that left the rails near the old market of Lund rose to seven dead, police said."],
    )
    (three,), (five,), (seven,) = (
        sorted(s for s, f in result.index.facts_in.items() if any(fact.value == n for fact, _ in f)) for n in "357"
    )
    # of the five and the seven no link is given
    pairs = [Link(min(pair), max(pair), 0.9, ()) for pair in ((three, five), (three, seven))]
    found = {clash.kind: clash.sides for clash in disagreements(Book(result), pairs)}
    assert found == {
        ConflictKind.FIGURE: ((three,), (five,)),
        ConflictKind.UPDATE: ((three,), (five,), (seven,)),
    }


LICENSED = '"The boat is licensed for 350 and the tickets we hold come to {}," said Ivo Brand, an inspector.'


@pytest.mark.parametrize(
    ("sold", "conflicts"), [("412", [ConflictKind.FIGURE]), ("346", []), ("1200", []), ("412 dinners", [])]
)
def test_what_is_left_over_beside_a_shared_number_is_compared_without_a_link(
    sold: str, conflicts: list[ConflictKind]
) -> None:
    aboard = '"There were 346 guests on the boat and we may take 350," said Ada Moss, who owns her.'
    result = story(Gazette=[*FILL["Gazette"], aboard], Courier=[*FILL["Courier"], LICENSED.format(sold)])
    unlinked = replace(result, links=())
    assert [clash.kind for clash in disagreements(Book(unlinked), ())] == conflicts


def test_without_a_link_only_two_sentences_that_are_each_others_nearest_are_compared() -> None:
    aboard = '"There were 346 guests on the boat and we may take 350," said Ada Moss, who owns her.'
    result = story(Gazette=[*FILL["Gazette"], aboard], Courier=[*FILL["Courier"], LICENSED.format(412)])
    (one, other) = (n for n in result.nearest if result.index.words(n.sentence) in (aboard, LICENSED.format(412)))
    assert (one.match, other.match) == (other.sentence, one.sentence)
    for mine in (one, other):
        article = result.index.article_of[mine.match]
        elsewhere = replace(mine, match=article.sentences[0].id)
        nearest = tuple(elsewhere if n is mine else n for n in result.nearest)
        unlinked = replace(result, links=(), nearest=nearest)
        assert not [*disagreements(Book(unlinked), ())]


def test_a_denial_contradicts_what_another_text_asserts() -> None:
    result = tell(
        "The ferry Corrie was overloaded when she left the harbour of Selwick, officials said.",
        "The owner of the Corrie denied that the ferry was overloaded when she left the harbour of Selwick.",
    )
    (conflict,) = result.conflicts
    assert conflict.kind is ConflictKind.CONTRADICTION
    index = result.index
    assert "denied" in index.words(conflict.sides[1][0])
    denying = index.article_of[conflict.sides[1][0]].id
    assert claim(result, "overloaded").stance[denying] is Stance.DENIED


def test_what_a_party_says_elsewhere_and_who_denies_as_well_join_the_sides() -> None:
    result = story(
        Gazette=[
            "The ferry Corrie was overloaded when she left the harbour of Selwick, officials said.",
            *FILL["Gazette"],
            "The ferry was overloaded, and the board looked away for years.",
        ],
        Courier=[
            "The owner of the Corrie denied that the ferry was overloaded when she left the harbour of Selwick.",
            *FILL["Courier"],
        ],
        Post=[
            "The owner of the Corrie denied that his boat was overloaded when she left the harbour of Selwick.",
            *FILL["Post"],
        ],
    )
    (conflict,) = result.conflicts
    asserting, denying = conflict.sides
    index = result.index
    assert {index.article_of[s].label for s in asserting} == {"Gazette"}
    assert len(asserting) == 2
    assert {index.article_of[s].label for s in denying} == {"Courier", "Post"}
    assert [len(set(side).intersection(conflict.quoted)) for side in conflict.sides] == [1, 1]
    assert all(index.words(s).rstrip(".") in conflict.why for s in conflict.quoted)
    stance = claim(result, "officials said").stance
    assert {index.articles[a].label for a, said in stance.items() if said is Stance.DENIED} == {"Courier", "Post"}


def test_a_text_that_tells_both_joins_no_side() -> None:
    result = story(
        Gazette=["The ferry Corrie was overloaded when she left the harbour of Selwick, officials said."],
        Courier=["The owner of the Corrie denied that the ferry was overloaded when she left the harbour of Selwick."],
        Post=[
            "The owner of the Corrie denied that the ferry was overloaded when she left the harbour of Selwick.",
            "The ferry was overloaded, and the board looked away for years.",
        ],
    )
    (conflict,) = result.conflicts
    assert {result.index.article_of[s].label for side in conflict.sides for s in side} == {"Gazette", "Courier"}


@pytest.mark.parametrize(
    "other",
    [
        "It is not clear whether the ferry Corrie was overloaded when she left the harbour of Selwick.",
        "Officials did not say that the ferry Corrie was overloaded when she left the harbour of Selwick.",
        "Was the ferry Corrie not overloaded when she left the harbour of Selwick?",
        "The ferry Corrie was not only overloaded when she left the harbour of Selwick, officials said.",
        "The ferry Corrie would not have been overloaded when she left the harbour of Selwick, officials said.",
    ],
)
def test_what_is_left_open_contradicts_nothing(other: str) -> None:
    assert not tell("The ferry Corrie was overloaded when she left the harbour of Selwick.", other).conflicts


def test_opposites_of_one_thing_contradict_each_other() -> None:
    result = tell(
        "The council of Lund approved the plan for a second crane in the harbour on Friday.",
        "The council of Lund rejected the plan for a second crane in the harbour on Friday.",
    )
    assert kinds(result) == [ConflictKind.CONTRADICTION]


VIEWS = (
    "Rather than treating the quay mainly as a proving ground, the board speaks of a partnership with the town.",
    "For the makers of the crane the harbour of Lund is a vital proving ground, the board was told.",
)


def test_a_view_set_aside_and_stressed_is_a_conflict_of_framing() -> None:
    (conflict,) = tell(*VIEWS).conflicts
    assert conflict.kind is ConflictKind.FRAMING
    assert conflict.confidence < 0.5
    assert conflict.opening.endswith("stresses it")
    assert conflict.why == f"{conflict.opening}: “{VIEWS[1]}”."


@pytest.mark.parametrize(
    "other",
    [
        "The quay of Lund is not only a proving ground but the pride of the town.",
        "The quay of Lund isn't just a proving ground, it is the pride of the town.",
        "The crane went to Lund, not the proving ground of Karsk.",
        "The board chose the quay of Lund rather than the old yard near the proving ground.",
        f"{VIEWS[0]} To many it is an ideal proving ground.",
    ],
)
def test_what_is_no_view_set_aside_or_stands_beside_its_opposite_frames_nothing(other: str) -> None:
    assert not tell(other, VIEWS[1]).conflicts


@pytest.mark.parametrize(("phrase", "found"), [("testing ground", 1), ("Norse ground", 0), ("testing Ground", 0)])
def test_a_name_is_no_view(phrase: str, found: int) -> None:
    assert len(tell(*(view.replace("proving ground", phrase) for view in VIEWS)).conflicts) == found


@pytest.mark.parametrize(
    "other",
    [
        "The captain of the Corrie denied that the ferry was repaired on Friday in Selwick.",
        "The ferry Corrie was not in the yard of Selwick on Friday.",
        "The ferry Corrie was not inspected on Sunday in Selwick.",
    ],
)
def test_who_denies_another_thing_contradicts_nothing(other: str) -> None:
    assert not tell("The ferry Corrie left the yard of Selwick after she was inspected on Friday.", other).conflicts
    assert not tell("The ferry Corrie was inspected on Friday in Selwick.", other).conflicts


def test_a_text_that_tells_both_opposites_takes_no_side() -> None:
    result = story(
        Gazette=["The council of Lund approved the plan for a second crane in the harbour.", *FILL["Gazette"]],
        Courier=[
            "The council of Lund rejected the plan for a second crane in the harbour on Friday.",
            *FILL["Courier"],
            "Hours later the council of Lund approved the plan for a second crane in the harbour.",
        ],
    )
    assert not result.conflicts


def test_the_order_of_the_articles_changes_nothing() -> None:
    one, other = CRASH.format("three", 12), CRASH.format("five", 14)
    a = story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]])
    b = story(Courier=[other, *FILL["Courier"]], Gazette=[one, *FILL["Gazette"]])
    assert a.conflicts == b.conflicts
    assert len(a.conflicts) == 2


TWO_TELLINGS = [
    (CRASH.format("three", 12), CRASH.format("five", 12)),
    (
        "The ferry Corrie was overloaded when she left the harbour of Selwick, officials said.",
        "The owner of the Corrie denied that the ferry was overloaded when she left the harbour of Selwick.",
    ),
    (f'"{SPOKEN}," said Captain Elias Brandt.', f'"{SPOKEN}," said Tomas Reyle, the first officer.'),
    (
        f'"{SPOKEN}," said Elias Brandt.',
        f'"{SPOKEN.replace("everybody to the rails", "nearly nobody to the rails")}," said Elias Brandt.',
    ),
    VIEWS,
]


@pytest.mark.parametrize(("one", "other"), TWO_TELLINGS)
def test_a_reprint_contradicts_its_original_no_more_than_an_outlet_itself(one: str, other: str) -> None:
    rest = [line for lines in FILL.values() for line in lines]
    original, reprint = [one, *rest], [other, *rest]
    result = story(Gazette=original, Courier=reprint, Post=["A school of herring was seen off Selwick."])
    assert result.index.voices == 2
    assert not result.conflicts
    apart = story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]], Post=FILL["Post"])
    assert len(apart.conflicts) == 1


@pytest.mark.parametrize(("one", "other"), [*TWO_TELLINGS[:2], VIEWS])
def test_what_a_reader_leaves_out_contradicts_nothing(one: str, other: str) -> None:
    coverage = tell(f"{one} The rest of it is told below.", other).coverage
    at = next(s.id for a in coverage.articles for s in a.sentences if a.cut(s) == one)
    assert len(compare(coverage).conflicts) == 1
    assert not compare(coverage, [Excluded(at)]).conflicts


def test_what_two_rules_find_is_one_dispute() -> None:
    one = "Police have been questioning a technician of the museum of Lund."
    other = "The technician of the museum of Lund was never questioned, police said."
    assert kinds(tell(one, other)) == [ConflictKind.CONTRADICTION]
