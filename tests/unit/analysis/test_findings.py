"""What is found, in which order, and in which words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import article
from compare.analysis import compare
from compare.analysis.draft import Reached
from compare.analysis.findings import Drafts, find
from compare.analysis.sole import PERHAPS
from compare.loading import gather
from compare.model import SURE, Comparison, FactKind, Finding, FindingKind, Link

from .stories import FILL, claim, outlets, report, story, tie

SUM = "The repairs cost €4.5 million, the harbour master Ada Moss told the council."


def test_a_sum_of_one_outlet_comes_first_with_the_name_beside_it() -> None:
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=FILL["Post"])
    first = result.findings[0]
    assert (first.rank, first.kind, outlets(result, first.articles)) == (1, FindingKind.FACT, {"Gazette"})
    assert first.why.startswith("Only Gazette gives the sum “€4.5 million” and names “Ada Moss”")


def test_of_a_sum_it_is_told_who_says_the_same_without_it() -> None:
    priced = "The repairs of the pier cost €4.5 million, the harbour master Ada Moss told the council."
    vague = "The repairs of the pier cost a lot, the harbour master Ada Moss told the council."
    result = story(Gazette=[priced, *FILL["Gazette"]], Courier=[vague, *FILL["Courier"]], Post=FILL["Post"])
    first = result.findings[0].why
    assert first == "Only Gazette gives the sum “€4.5 million” (said without it by Courier; not in the text of Post)."


@pytest.mark.parametrize("cost", ["about €4.5 million", "more than\u00a0€4.5 million", "€4.5 million or so"])
def test_a_figure_is_quoted_with_what_weakens_it(cost: str) -> None:
    priced = f"The repairs of the pier cost {cost}, the harbour master Ada Moss told the council."
    result = story(Gazette=[*FILL["Gazette"], priced], Courier=FILL["Courier"], Post=FILL["Post"])
    assert f"gives the sum “{' '.join(cost.split())}”" in result.findings[0].why


@pytest.mark.parametrize("told", ["shortly before 9.30 p.m.", "around nine in the evening", "9.30 p.m."])
def test_a_time_is_quoted_with_what_loosens_it(told: str) -> None:
    opened = "The museum of Lund reopened to visitors {} after the long repairs of its roof."
    assert own_facts(opened.format(told), opened.format("in autumn")) == [f"Only Gazette gives the time “{told}”."]


@pytest.mark.parametrize(
    ("told", "other", "only"),
    [
        ("at 05:00 local time (08:00 GMT)", "at 5 a.m.", []),
        ("at 05:00 local time (08:00 GMT)", "early", ["Only Gazette gives the time “05:00”"]),
        ("at 0500 (0800 GMT)", "early", ["Only Gazette gives the time “0500”"]),
        ("at 05:00 local time (08:00 GMT)", "at 0800 GMT", []),
    ],
)
def test_a_time_in_another_zone_is_no_finding_of_its_own(told: str, other: str, only: list[str]) -> None:
    opened = "The museum of Lund reopened to visitors {} after the long repairs of its roof."
    assert [why.rstrip(".") for why in own_facts(opened.format(told), opened.format(other))] == only


@pytest.mark.parametrize(("told", "is_number"), [("eleven o’clock", False), ("eleven", True)])
def test_an_hour_that_leaves_open_which_half_of_the_day_it_means_is_no_number(told: str, is_number: bool) -> None:
    opened = "The museum of Lund reopened to visitors at {} after the long repairs of its roof."
    found = own_facts(opened.format(told), opened.format("last"))
    assert any(why.startswith("Only Gazette gives the number “eleven”") for why in found) is is_number


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        ("45,000 euros ($51,500)", "45,000 euros", []),
        ("70 miles (about 110 km)", "70 miles", []),
        ("45,000 euros ($51,500)", "a lot", ["Only Gazette gives the sum “45,000 euros”"]),
        ("two sums ($51,500)", "two sums", ["Only Gazette gives the sum “$51,500”"]),
    ],
)
def test_what_a_figure_comes_to_in_another_measure_is_no_finding(own: str, other: str, told: list[str]) -> None:
    moved = "The old crane of the harbour was moved for {} to the museum of Lund, the council heard."
    found = own_facts(moved.format(own), moved.format(other))
    assert [why.partition(" (")[0] for why in found] == told


@pytest.mark.parametrize(
    ("many", "told"),
    [
        ("a day and a half", []),
        ("36 hours", ["Only Gazette gives the length of time “36 hours”"]),
        ("two and a half million euros", ["Only Gazette gives the sum “two and a half million euros”"]),
    ],
)
def test_so_many_and_a_half_is_no_finding_but_of_a_sum(many: str, told: list[str]) -> None:
    moved = "The old crane of the harbour was moved for {} to the museum of Lund, the council heard."
    found = own_facts(moved.format(many), moved.format("a while"))
    assert [why.partition(" (")[0] for why in found] == told


def test_a_fact_that_stands_anywhere_else_is_nobodys_own() -> None:
    elsewhere = ["Ada Moss and the price of the harbour", *FILL["Courier"], "Repairs: 4.5 million euros."]
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=elsewhere, Post=FILL["Post"])
    assert not [f for f in result.findings if f.kind is FindingKind.FACT and "€4.5" in f.why]
    assert not [f for f in result.findings if "Ada Moss" in f.why and f.kind is FindingKind.FACT]


def test_of_a_name_it_is_not_said_how_others_stand_to_its_claim() -> None:
    elsewhere = [*FILL["Courier"], "Repairs: 4.5 million euros."]
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=elsewhere, Post=FILL["Post"])
    assert "Only Gazette names “Ada Moss”." in [f.why for f in result.findings]


def own_facts(one: str, other: str, name: str = "Gazette") -> list[str]:
    """What two texts that say the same are each told to have of facts of their own, but for what stands in the rest."""
    result = story(**{name: [one, *FILL["Gazette"]], "Courier": [other, *FILL["Courier"]], "Post": FILL["Post"]})
    return [f.why for f in result.findings if f.kind is FindingKind.FACT and "forty" not in f.why]


@pytest.mark.parametrize(
    ("day", "own"),
    [
        ("on October 15", []),
        ("in autumn", ["Only Gazette gives the day “15 October 2025”."]),
        (
            "on October 16",
            ["Only Courier gives the day “October 16”.", "Only Gazette gives the day “15 October 2025”."],
        ),
    ],
)
def test_a_day_without_its_year_is_the_same_day(day: str, own: list[str]) -> None:
    opened = "The museum of Lund reopened to visitors {} after the long repairs of its roof."
    assert own_facts(opened.format("on 15 October 2025"), opened.format(day)) == own


def test_what_two_outlets_have_and_one_lacks() -> None:
    one = "Police arrested the captain of the freighter Baltan on Wednesday morning in Selwick harbour."
    two = "In Selwick harbour police arrested the freighter Baltan's captain on Wednesday."
    result = story(Gazette=[one, *FILL["Gazette"]], Courier=[two, *FILL["Courier"]], Post=FILL["Post"])
    (found,) = [f for f in result.findings if f.kind is FindingKind.OMISSION]
    assert outlets(result, found.articles) == {"Post"}
    assert found.why.startswith("Not in the text of Post, but of Courier and Gazette: “")


def test_what_has_a_counterpart_in_another_claim_is_not_left_out() -> None:
    one = "Police arrested the captain of the freighter Baltan on Wednesday morning in Selwick harbour."
    two = "In Selwick harbour police arrested the freighter Baltan's captain on Wednesday."
    result = story(Gazette=[one, *FILL["Gazette"]], Courier=[two, *FILL["Courier"]], Post=FILL["Post"])
    post = next(s.id for a in result.coverage.articles if a.outlet == "Post" for s in a.sentences)
    told = next(s for s in result.index.sentences if result.index.words(s) == one)
    met = Link(min(post, told), max(post, told), 0.2, ())
    again = found_anew(replace(result, links=tuple(sorted((*result.links, met), key=lambda x: (x.a, x.b)))))
    assert FindingKind.OMISSION in {f.kind for f in found_anew(result)}
    assert FindingKind.OMISSION not in {f.kind for f in again}


def test_an_article_is_reached_by_a_link_that_is_sure_enough() -> None:
    one, other = FILL["Gazette"][0], FILL["Courier"][0]
    result = story(**FILL)
    linked = replace(result, links=(tie(result, one, other, 0.4),))
    (sentence,) = (s for s in linked.index.sentences if linked.index.words(s) == one)
    courier = next(a.id for a in linked.coverage.articles if a.outlet == "Courier")
    reached = Reached()
    assert [reached.of(linked, [sentence], least) for least in (0.0, 0.4, 0.41)] == [{courier}, {courier}, set()]
    bare = replace(result, links=())
    reached.turn({sentence})
    assert reached.of(bare, [sentence], 0.4) == set(), "of what has other links now nothing is kept"


def found_anew(result: Comparison) -> tuple[Finding, ...]:
    return find(replace(result, findings=()), Drafts())


def test_what_is_not_sure_is_not_told_where_another_text_has_its_figure() -> None:
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=FILL["Post"])
    unsure = replace(result, claims=tuple(replace(c, confidence=PERHAPS) for c in result.claims))
    (figure,) = (fact for fact in result.facts if fact.kind is FactKind.MONEY)
    courier = next(a for a in result.coverage.articles if a.outlet == "Courier")
    there = replace(figure.mentions[0], article=courier.id, sentence=courier.sentences[0].id)
    shared = replace(figure, mentions=(*figure.mentions, there))
    told = f"Perhaps only Gazette says (50% sure): “{SUM}”"
    assert told in [f.why for f in found_anew(replace(unsure, facts=()))]
    assert told not in [f.why for f in found_anew(replace(unsure, facts=(shared,)))]


def test_what_one_source_says_in_two_outlets_is_no_omission() -> None:
    wire = "Police arrested the captain of the freighter Baltan on Wednesday morning in Selwick harbour."
    result = story(Gazette=[wire, *FILL["Gazette"]], Courier=[wire, *FILL["Courier"]], Post=FILL["Post"])
    assert not [f for f in result.findings if f.kind is FindingKind.OMISSION]


def test_a_reprint_is_named_beside_its_original() -> None:
    result = story(
        Gazette=[*FILL["Gazette"], SUM], Courier=[*FILL["Gazette"], SUM, "Courier staff."], Post=FILL["Post"]
    )
    whys = [f.why for f in result.findings if f.kind is FindingKind.FACT and "million" in f.why]
    assert len(whys) == 1
    assert "Courier" in whys[0]
    assert "Gazette" in whys[0]
    assert "the same voice) gives the sum" in whys[0]


def test_ranks_run_from_one_and_every_finding_points_somewhere() -> None:
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=FILL["Post"])
    assert [f.rank for f in result.findings] == list(range(1, len(result.findings) + 1))
    for f in result.findings:
        assert f.claim in result.index.claims
        assert f.fact is None or f.fact in result.index.facts


def test_what_is_not_sure_says_perhaps() -> None:
    result = story(Gazette=FILL["Gazette"], Courier=FILL["Courier"], Post=FILL["Post"])
    sole = [
        (f, result.index.claims[f.claim].confidence) for f in result.findings if f.kind is FindingKind.SOLE and f.claim
    ]
    assert sole
    for finding, sure in sole:
        assert finding.why.startswith("Only " if sure >= SURE else "Perhaps only ")


def test_of_a_cut_text_nobody_can_say_what_it_lacks() -> None:
    cut = [*FILL["Post"], "Continue reading at Harbour News."]
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=cut)
    about_gazette = [f.why for f in result.findings if outlets(result, f.articles) == {"Gazette"}]
    assert about_gazette
    assert all("unknown of Post" in why for why in about_gazette)


def test_of_whom_it_is_unknown_stands_apart_too_where_nothing_is_said_beside_it() -> None:
    other = "The repairs cost €60 million, the harbour master told the council."
    cut = ["Dockers of the port were promised a hall.", "Continue reading at Standard."]
    for post, beside in (
        (FILL["Post"], " (unknown of Standard)"),
        ([*FILL["Post"], other], "; unknown of Standard)"),
    ):
        result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=post, Standard=cut)
        (found,) = [f for f in result.findings if f.why.startswith("Only Gazette gives the sum")]
        assert beside in found.why
        assert outlets(result, found.unknown) == ({"Standard"} if beside.startswith(" (") else set())
        assert found.alone == (found.why.replace(beside, "") if found.unknown else "")


@pytest.mark.parametrize(
    ("outlet", "own"),
    [
        ("Lund Daily Gazette", []),
        ("The Lund Daily Gazette", []),
        ("Herald", ["Only Herald names “Lund Daily Gazette”."]),
    ],
)
def test_no_outlet_is_alone_with_its_own_name(outlet: str, own: list[str]) -> None:
    told = "A dockhand told {} in the old harbour that he saw the crane fall into the water."
    assert own_facts(told.format("the Lund Daily Gazette"), told.format("reporters"), outlet) == own


@pytest.mark.parametrize(("names", "outlet"), [(["Lund Gazette"], None), (["a", "b"], "Lund Gazette")])
def test_nor_if_it_is_guessed_or_has_two_articles(names: list[str], outlet: str | None) -> None:
    told = "A dockhand told {} in the old harbour that he saw the crane fall into the water."
    text = "\n\n".join((told.format("the Lund Gazette"), *FILL["Gazette"]))
    own = [article(f"{text} It was {name}.", f"{name}.txt", outlet=outlet) for name in names]
    other = report("Courier", told.format("reporters"), *FILL["Courier"])
    result = compare(gather([*own, other]))
    assert not [f.why for f in result.findings if "names “Lund Gazette”" in f.why]


@pytest.mark.parametrize(("said", "is_name"), [("GOOD NEWS", False), ("NHK TV", True), ("Lund Weekly", True)])
def test_ordinary_words_in_capitals_are_no_name(said: str, is_name: bool) -> None:
    told = "There was {} for the dockers in the old harbour when the crane rose out of the water."
    assert own_facts(told.format(said), told.format("help")) == [f"Only Gazette names “{said}”."] * is_name


@pytest.mark.parametrize(("who", "own"), [("Outside, Moss", []), ("A woman", ["Only Gazette names “Ada Moss”."])])
def test_what_stands_behind_a_name_in_short_is_no_part_of_it(who: str, own: list[str]) -> None:
    said = "{} told the court in Lund that the crane had been safe all along."
    assert own_facts(said.format("The barrister Ada Moss KC"), said.format(who)) == own


def test_a_year_is_given_by_whoever_gives_the_day() -> None:
    result = story(
        Gazette=[*FILL["Gazette"], "The yard was closed in 2019 for lack of orders."],
        Courier=[*FILL["Courier"], "It closed on 3 May 2019 after a long decline."],
        Post=FILL["Post"],
    )
    assert not [f for f in result.findings if "“2019”" in f.why]


def funds(one: str, other: str) -> list[str]:
    result = story(
        Gazette=[f"The ferry line set up a compensation fund of {one} for the injured.", *FILL["Gazette"]],
        Courier=[f"The line has pledged {other} to a compensation fund for the injured.", *FILL["Courier"]],
        Post=FILL["Post"],
    )
    return [f.why for f in result.findings]


def test_another_sum_for_the_same_is_quoted_beside_it() -> None:
    # too far apart to be called a conflict
    whys = funds("€4 million", "€60 million")
    assert "Only Courier gives the sum “€60 million” (Gazette has “€4 million”; not in the text of Post)." in whys
    assert "Only Gazette gives the sum “€4 million” (Courier has “€60 million”; not in the text of Post)." in whys


def test_a_sum_brings_its_claim_along_where_that_is_one_voices_own() -> None:
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=FILL["Post"])
    told = [f.why for f in result.findings if SUM in f.why]
    assert told == [f"Only Gazette gives the sum “€4.5 million” and names “Ada Moss”: “{SUM}”"]


def test_a_sum_for_something_else_is_not_quoted_beside_it() -> None:
    bonus = "The harbour master Ada Moss, paid €90,000 last year, opened the crane of Lund on Monday."
    opened = "Harbour master Ada Moss opened the crane of Lund on Monday, which saves the docks €8,000 a shift."
    result = story(Gazette=[bonus, *FILL["Gazette"]], Courier=[opened, *FILL["Courier"]], Post=FILL["Post"])
    assert any("€90,000" in f.why for f in result.findings)
    assert not [f.why for f in result.findings if " has “" in f.why]


def test_who_gives_both_sums_does_not_have_one_instead_of_the_other() -> None:
    loan = "A loan of {} million crowns costs {} kronor less a month, the harbour bank says."
    result = story(
        Gazette=[loan.format("one", 170), loan.format("three", 500), *FILL["Gazette"]],
        Courier=[loan.format("three", 500), *FILL["Courier"]],
        Post=FILL["Post"],
    )
    told = [f.why for f in result.findings if "170 kronor" in f.why]
    assert told
    assert not [why for why in told if "has “500 kronor”" in why]


@pytest.mark.parametrize("line", ["Who will mend the pontoon of the old shipyard?", "**Who will mend the pontoon?**"])
def test_a_question_is_no_claim_of_anybody(line: str) -> None:
    result = story(Gazette=[*FILL["Gazette"], line], Courier=FILL["Courier"], Post=FILL["Post"])
    assert not [f for f in result.findings if line in f.why]


def test_what_leads_in_to_a_question_is_a_claim() -> None:
    line = "All of it turns on one thing: who will mend the pontoon of the old shipyard?"
    result = story(Gazette=[*FILL["Gazette"], line], Courier=FILL["Courier"], Post=FILL["Post"])
    assert [f for f in result.findings if line in f.why]


def test_what_stands_in_headlines_alone_is_not_told() -> None:
    title = "Pontoon of the old shipyard: the verdict in detail"
    result = story(Gazette=[title, *FILL["Gazette"]], Courier=FILL["Courier"], Post=FILL["Post"])
    assert claim(result, title)
    assert not [f for f in result.findings if title in f.why]


def test_a_sum_that_is_hundreds_of_times_another_is_not_quoted_beside_it() -> None:
    assert not [why for why in funds("€4 million", "€900 million") if " has “" in why]


def test_a_sum_in_another_currency_is_not_quoted_beside_it() -> None:
    assert not [why for why in funds("€4 million", "$60 million") if " has “" in why]


def test_a_sum_that_a_conflict_tells_of_is_not_told_again() -> None:
    first, *others = funds("€4 million", "€6 million")
    assert "€4 million" in first
    assert "€6 million" in first
    assert not [why for why in others if "€" in why and why.startswith("Only")]
