"""What is found, in which order, and in which words."""

from __future__ import annotations

from compare.model import FindingKind

from .stories import FILL, outlets, story

SUM = "The repairs cost €4.5 million, the harbour master Ada Moss told the council."


def test_a_sum_of_one_outlet_comes_first_with_the_name_beside_it() -> None:
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=FILL["Post"])
    first = result.findings[0]
    assert (first.rank, first.kind, outlets(result, first.articles)) == (1, FindingKind.FACT, {"Gazette"})
    assert first.why.startswith("Only Gazette gives the sum “€4.5 million” and names “Ada Moss”")


def test_a_fact_that_stands_anywhere_else_is_nobodys_own() -> None:
    elsewhere = ["Ada Moss and the price of the harbour", *FILL["Courier"], "Repairs: 4.5 million euros."]
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=elsewhere, Post=FILL["Post"])
    assert not [f for f in result.findings if f.kind is FindingKind.FACT and "€4.5" in f.why]
    assert not [f for f in result.findings if "Ada Moss" in f.why and f.kind is FindingKind.FACT]


def test_a_day_without_its_year_is_the_same_day() -> None:
    result = story(
        Gazette=[*FILL["Gazette"], "It reopened on 15 October 2025."],
        Courier=[*FILL["Courier"], "October 15 was the day of the reopening."],
        Post=FILL["Post"],
    )
    assert not [f for f in result.findings if f.kind is FindingKind.FACT and "October" in f.why]


def test_what_two_outlets_have_and_one_lacks() -> None:
    shared = "Police arrested the captain of the freighter Baltan on Wednesday morning in Selwick harbour."
    result = story(Gazette=[shared, *FILL["Gazette"]], Courier=[shared, *FILL["Courier"]], Post=FILL["Post"])
    (found,) = [f for f in result.findings if f.kind is FindingKind.OMISSION]
    assert outlets(result, found.articles) == {"Post"}
    assert found.why.startswith("Not in the text of Post, but of Courier and Gazette: “Police arrested")


def test_ranks_run_from_one_and_every_finding_points_somewhere() -> None:
    result = story(Gazette=[*FILL["Gazette"], SUM], Courier=FILL["Courier"], Post=FILL["Post"])
    assert [f.rank for f in result.findings] == list(range(1, len(result.findings) + 1))
    for f in result.findings:
        assert f.claim in result.index.claims
        assert f.fact is None or f.fact in result.index.facts


def test_what_is_not_sure_says_perhaps() -> None:
    result = story(Gazette=FILL["Gazette"], Courier=FILL["Courier"], Post=FILL["Post"])
    for f in result.findings:
        if f.kind is FindingKind.SOLE and f.claim:
            sure = result.index.claims[f.claim].confidence
            assert f.why.startswith("Only " if sure >= 0.6 else "Perhaps only ")


def test_another_sum_for_the_same_is_quoted_beside_it() -> None:
    result = story(
        Gazette=["The ferry line set up a compensation fund of €4 million for the injured.", *FILL["Gazette"]],
        Courier=["The line has pledged €6 million to a compensation fund for the injured.", *FILL["Courier"]],
        Post=FILL["Post"],
    )
    whys = [f.why for f in result.findings]
    assert "Only Courier gives the sum “€6 million” (Gazette has “€4 million”; not in the text of Post)." in whys
    assert "Only Gazette gives the sum “€4 million” (Courier has “€6 million”; not in the text of Post)." in whys
