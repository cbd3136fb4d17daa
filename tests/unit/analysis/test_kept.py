"""What is kept from one comparison to the next, where a correction changes what it does not seem to touch."""

from __future__ import annotations

import gc

from compare.analysis import Analysis, compare
from compare.model import Dated, Excluded, Fact, FindingKind, Included, Named

from .stories import FILL, story, told


def test_a_title_put_in_leaves_a_reprint_one_voice_whose_facts_stand_alone() -> None:
    ferry = "The new ferry Aurora Borealis cost $3 million."
    coverage = story(
        Gazette=["Ferry", ferry],
        Post=["Ship", ferry],
        Herald=["Harbour", "The harbour of Lund was closed on Monday after a storm."],
    ).coverage
    title = next(s.id for a in coverage.articles for s in a.sentences if a.cut(s) == "Ferry")
    analysis = Analysis(coverage)
    for corrections in ((), (Included(title),), ()):
        kept = analysis.under(corrections)
        assert kept == compare(coverage, corrections)
        assert len(set(kept.index.voice_of.values())) == 2
        assert any(finding.kind is FindingKind.FACT for finding in kept.findings)


def test_what_is_corrected_again_and_again_leaves_no_facts_behind() -> None:
    ferry = "The new ferry Aurora Borealis cost $3 million, said Ada Moss."
    coverage = story(
        Gazette=["Ferry", ferry],
        Post=["Ferry", ferry],  # of copies every fact is made anew
        Herald=["Harbour", "The harbour of Lund was closed on Monday after a storm."],
    ).coverage
    herald = next(a.id for a in coverage.articles if a.outlet == "Herald")
    analysis = Analysis(coverage)

    def kept_after(days: range) -> int:
        for day in days:
            analysis.under((Dated(herald, f"2024-05-{day:02}"),))
        gc.collect()
        return sum(isinstance(thing, Fact) for thing in gc.get_objects())

    assert kept_after(range(1, 4)) == kept_after(range(4, 8))


def test_an_age_is_had_by_who_gives_the_year_once_the_report_is_dated() -> None:
    closed = "The council of Lund closed the {} bridge over the old canal to all lorries."
    coverage = story(
        Gazette=[closed.format("59-year-old"), *FILL["Gazette"]],
        Courier=[closed.format("narrow"), "It was built in 1967.", *FILL["Courier"]],
        Post=FILL["Post"],
    ).coverage
    gazette = next(a.id for a in coverage.articles if a.outlet == "Gazette")
    analysis = Analysis(coverage)
    for day, alone in ((None, True), ("2026-07-09", False), ("2012-07-09", True)):
        corrections = [Dated(gazette, day)] if day else []
        kept = analysis.under(corrections)
        assert kept == compare(coverage, corrections)
        assert any("gives the age “59-year-old”" in finding.why for finding in kept.findings) is alone


def test_a_decision_that_is_left_out_is_disputed_no_more_though_its_facts_stay() -> None:
    refused = "Ada Moss said she would not resign."
    coverage = told(f"{refused} Ada Moss then left the hall.", "Ada Moss will resign in May.").coverage
    at = next(s.id for a in coverage.articles for s in a.sentences if a.cut(s) == refused)
    analysis = Analysis(coverage)
    for corrections, conflicts in (((), 1), ((Excluded(at),), 0), ((), 1)):
        kept = analysis.under(corrections)
        assert kept == compare(coverage, corrections)
        assert len(kept.conflicts) == conflicts


def test_a_conflict_is_told_by_the_names_that_outlets_have_now() -> None:
    struck = "A tram left the rails near the old market of Lund on Friday, killing {} people, police said."
    coverage = told(struck.format("three"), struck.format("five")).coverage
    gazette = next(a.id for a in coverage.articles if a.outlet == "Gazette")
    analysis = Analysis(coverage)
    for corrections, name in (((), "Gazette"), ((Named(gazette, "Herald"),), "Herald"), ((), "Gazette")):
        kept = analysis.under(corrections)
        assert kept == compare(coverage, corrections)
        assert [f"{name}: “" in conflict.why for conflict in kept.conflicts] == [True]
