"""The JSON report of the comparison made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema

from compare.export import render
from compare.model.schema import json_schema
from compare.model.visible import visible

if TYPE_CHECKING:
    from compare.model import Comparison


def test_it_satisfies_the_schema_with_every_part_filled(comparison: Comparison) -> None:
    report = json.loads(render(comparison, "json"))
    jsonschema.validate(report, json_schema())
    assert all(report[part] for part in ("nearest", "links", "claims", "facts", "conflicts", "reuse", "findings"))


def test_it_is_the_same_for_every_order(comparison: Comparison, permuted: Comparison) -> None:
    assert render(comparison, "json") == render(permuted, "json")


def test_scores_are_rounded(comparison: Comparison) -> None:
    report = json.loads(render(comparison, "json"))
    assert report["nearest"][0]["score"] == 0.123457
    assert 0.876543 in [link["score"] for link in report["links"]]
    assert 0.912346 in [claim["confidence"] for claim in report["claims"]]


def test_texts_are_whole_but_no_control_reaches_a_terminal(comparison: Comparison) -> None:
    text = render(comparison, "json")
    assert visible(text) == text
    assert {a["text"] for a in json.loads(text)["articles"]} == {a.text for a in comparison.coverage.articles}


def test_shared_runs_are_given_by_sentence(comparison: Comparison) -> None:
    report = json.loads(render(comparison, "json"))
    texts = {s["id"]: a["text"] for a in report["articles"] for s in a["sentences"]}
    runs = {texts[s["sentence"]][s["start"] : s["end"]] for c in report["claims"] for s in c.get("spans", [])}
    assert runs == {"The road bridge at Ostrey was closed on", "after a", "crack was found in a pier.", "Bridge"}
