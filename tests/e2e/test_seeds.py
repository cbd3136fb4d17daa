"""What a reader of the sample sets must find: the findings that the program was asked for."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

import compare
from compare.model import Article, Claim, Comparison, ConflictKind, Fact, FindingKind, ParagraphKind, Stance, Status
from project import FERRY, TESTS

PLANTED: list[dict[str, Any]] = tomllib.loads((TESTS / "ferry_planted.toml").read_text(encoding="utf-8"))["planted"]
"""What was written into the ferry set."""


@pytest.fixture(scope="module")
def ferry() -> Comparison:
    return compare.compare(compare.load([str(FERRY)]))


def article(comparison: Comparison, name: str) -> Article:
    return next(a for a in comparison.coverage.articles if name in a.source)


def fact(comparison: Comparison, value: str) -> Fact:
    return next(f for f in comparison.facts if f.value == value)


def claims_with(comparison: Comparison, words: str) -> list[Claim]:
    index = comparison.index
    return [c for c in comparison.claims if any(words in index.words(s) for s in c.sentences)]


def furniture(one: Article) -> list[str]:
    return [one.cut(p) for p in one.paragraphs if p.kind is ParagraphKind.FURNITURE]


def test_the_set(seeds: Comparison) -> None:
    assert len(seeds.coverage.articles) == 5
    assert [a.source.split("/")[-1][:2] for a in seeds.coverage.displayed()] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("01", ["Ink Roller", "← Back", "Original reporting by", "Image", "Opening and closing sections"]),
        ("02", ["Read more", "Continue reading"]),
        ("03", []),
        ("04", ["Why It Is Important", "Photo"]),
        ("05", []),
    ],
)
def test_furniture_is_named_and_nothing_else(seeds: Comparison, name: str, starts: list[str]) -> None:
    one = article(seeds, name)
    found = furniture(one)
    assert len(found) == len(starts)
    assert all(text.startswith(start) for text, start in zip(found, starts, strict=True)), found
    assert all(p.reason for p in one.paragraphs if p.kind is ParagraphKind.FURNITURE)


def test_only_the_teaser_is_cut(seeds: Comparison) -> None:
    assert [a.source.split("/")[-1][:2] for a in seeds.coverage.articles if not a.complete] == ["02"]


def test_the_sum(seeds: Comparison) -> None:
    by = {name: article(seeds, name).id for name in ("01", "02", "03", "04", "05")}
    assert fact(seeds, "75000000").articles == (by["05"],)
    assert len(fact(seeds, "75000000").mentions) == 2
    (claim,) = claims_with(seeds, "Wall Street Journal")
    assert claim in claims_with(seeds, "Serious Money")
    assert len([s for s in claim.sentences if s.startswith(by["05"])]) == 2
    assert set(claim.articles) == {by["01"], by["05"]}
    assert claim.stance == {
        by["01"]: Stance.WEAKER,
        by["02"]: Stance.UNKNOWN,
        by["03"]: Stance.ABSENT,
        by["04"]: Stance.ABSENT,
    }
    first = seeds.findings[0]
    assert (first.fact, first.articles) == (fact(seeds, "75000000").id, (by["05"],))


@pytest.mark.parametrize(
    ("value", "name"), [("Wall Street Journal", "05"), ("Eli Collins", "05"), ("monday", "03"), ("75000000", "05")]
)
def test_facts_of_one_outlet_are_findings(seeds: Comparison, value: str, name: str) -> None:
    one = fact(seeds, value)
    assert one.articles == (article(seeds, name).id,)
    written = one.mentions[0].text
    assert any(f.kind is FindingKind.FACT and f.articles == one.articles and written in f.why for f in seeds.findings)


@pytest.mark.parametrize(("words", "name"), [("unions", "04"), ("full creative control", "03")])
def test_claims_of_one_outlet(seeds: Comparison, words: str, name: str) -> None:
    (claim,) = claims_with(seeds, words)
    assert claim.status is Status.UNIQUE
    assert claim.articles == (article(seeds, name).id,)


def test_four_say_that_details_are_not_known(seeds: Comparison) -> None:
    index = seeds.index
    saying = {"01": "specific projects", "02": "No details", "04": "Few details", "05": "kept under wraps"}
    claim = next(c for c in claims_with(seeds, "Few details") if len(c.articles) > 1)
    assert set(claim.articles) == {article(seeds, name).id for name in saying}
    for words in saying.values():
        assert any(words in index.words(s) for s in claim.sentences)


def test_today_against_monday_is_no_contradiction(seeds: Comparison) -> None:
    today = article(seeds, "01").text
    assert "made the venture public today" in today
    assert "Monday" in article(seeds, "03").text
    assert seeds.conflicts == ()
    assert not [f for f in seeds.findings if f.kind is FindingKind.CONFLICT or "today" in f.why]


def test_ferry_sums_tolls_and_names_stand_out(ferry: Comparison) -> None:
    assert {p["kind"] for p in PLANTED} >= {"figure", "contradiction", "update", "attribution", "reuse", "sole"}
    whys = " ".join(f.why for f in ferry.findings)
    for expected in ("€6 million", "“12”", "7:15 p.m.", "Seafarers' Union", "Bridie Kallan"):
        assert expected in whys


def test_ferry_reuse_is_found_exactly(ferry: Comparison) -> None:
    ((wire,), quotations) = ([places(p) for p in PLANTED if p["kind"] == kind] for kind in ("reuse", "quotation"))
    by_id = ferry.index.articles
    found = [
        {by_id[p.article].source.split("/")[-1]: by_id[p.article].text[p.start : p.end] for p in reuse.runs}
        for reuse in ferry.reuse
    ]
    assert found[0] == wire
    # what else is verbatim the same in twelve words is what two of them quote
    for run in found[1:]:
        assert any(all(words in quoted.get(file, "") for file, words in run.items()) for quoted in quotations)


def places(planted: dict[str, list[str]]) -> dict[str, str]:
    return {file: text.rstrip(".") for file, text in zip(planted["files"], planted["texts"], strict=True)}


def test_the_wire_paragraph_of_the_ferry_is_one_voice(ferry: Comparison) -> None:
    both = [
        claim
        for claim in claims_with(ferry, "The coastguard station at Gull Head picked up")
        if {p.article for p in ferry.reuse[0].runs} <= set(claim.articles)
    ]
    assert both
    for claim in both:
        assert claim.status is Status.PARTIAL
        assert claim.voices == len(claim.articles) - 1
    assert ferry.index.voices == len(ferry.coverage.articles)


def test_the_sample_reports_share_no_run_of_twelve_words(seeds: Comparison) -> None:
    assert seeds.reuse == ()
    assert seeds.settings["reuse"] is True


CONFLICTS: dict[str, tuple[ConflictKind, list[tuple[str, ...]]]] = {
    "dead, same day": (
        ConflictKind.FIGURE,
        [("Seven people died",), ("killing nine people", "Nueve personas murieron")],
    ),
    "injured": (
        ConflictKind.FIGURE,
        [("31 were injured", "31 resultaron heridas"), ("injuring 34", "Thirty-four people were hurt")],
    ),
    "time of the collision": (ConflictKind.FIGURE, [("6:40 p.m.", "6:40 p.m. on October 14"), ("7:15 p.m.",)]),
    "compensation fund": (ConflictKind.FIGURE, [("€4 million", "4 millones de euros"), ("€6 million",)]),
    "people on board": (ConflictKind.FIGURE, [("There were 346", "346 people had been on board"), ("come to 412",)]),
    "the operator denies": (
        ConflictKind.CONTRADICTION,
        [("The ferry was overloaded,",), ("denied that the ferry", "had not been overloaded")],
    ),
    "the toll of 9": (ConflictKind.UPDATE, [("Seven people died",), ("killing nine people",), ("rose to 12",)]),
    "the captain of the Baltan Star": (
        ConflictKind.UPDATE,
        [("Police detained the captain",), ("a second day in police custody",)],
    ),
    "the words about 200 people": (
        ConflictKind.ATTRIBUTION,
        [("Captain Elias Brandt",), ("First Officer Tomas Reyle",)],
    ),
}
"""What the ferry set holds of conflicts: the start of what is planted, the kind, and words of each side in order."""


def test_every_planted_conflict_is_found_and_typed_and_none_invented(ferry: Comparison) -> None:
    disputed = {"figure", "contradiction", "update", "attribution"}
    assert [p["what"] for p in PLANTED if p["kind"] in disputed and not p["what"].startswith(tuple(CONFLICTS))] == []
    kinds = {kind for p in PLANTED for kind in [p["kind"]] if kind in disputed}
    assert kinds == {kind.value for kind, _ in CONFLICTS.values()}
    words = ferry.index.words
    for kind, sides in CONFLICTS.values():
        assert [
            c
            for c in ferry.conflicts
            if c.kind is kind
            and len(c.sides) == len(sides)
            and all(
                any(text in words(s) for s in side)
                for side, texts in zip(c.sides, sides, strict=True)
                for text in texts
            )
        ], (kind, sides)
    # its two planted quotations are cut shorter, which is no conflict
    assert len(ferry.conflicts) == len(CONFLICTS)


def test_the_conflicts_of_the_ferry_set_come_first(ferry: Comparison) -> None:
    found = [f.kind is FindingKind.CONFLICT for f in ferry.findings]
    assert found[: len(CONFLICTS)] == [True] * len(CONFLICTS)
    assert not any(found[len(CONFLICTS) :])


def test_who_denies_is_said(ferry: Comparison) -> None:
    (claim,) = [c for c in claims_with(ferry, "The ferry was overloaded") if Stance.DENIED in c.stance.values()]
    denying = {a for a, stance in claim.stance.items() if stance is Stance.DENIED}
    assert denying <= {article(ferry, "01").id, article(ferry, "03").id}


def test_the_spanish_report_is_unknown_not_silent(ferry: Comparison) -> None:
    spanish = next(a for a in ferry.coverage.articles if a.language == "es")
    stances = {c.stance[spanish.id] for c in ferry.claims if spanish.id in c.stance}
    assert Stance.UNKNOWN in stances
    assert Stance.ABSENT not in stances
    alone = [c for c in ferry.claims if c.status is Status.UNIQUE and c.articles == (spanish.id,)]
    assert alone
    assert not [f for f in ferry.findings if f.claim in {c.id for c in alone} and f.fact is None]


def test_no_claim_holds_more_than_a_quarter_of_an_article(seeds: Comparison) -> None:
    for claim in seeds.claims:
        for one in seeds.coverage.articles:
            comparable = sum(s.comparable for s in one.sentences)
            assert sum(s.startswith(f"{one.id}.") for s in claim.sentences) <= max(2, comparable / 4)
