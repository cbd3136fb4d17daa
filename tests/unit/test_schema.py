"""The JSON report: its contract, and that no order of input shows in it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from screenshots import schema

from compare import __version__
from compare.analysis.wording import same_words
from compare.model.schema import json_schema, json_text
from compare.session import analyse, load
from project import FERRY

if TYPE_CHECKING:
    from compare.model import Comparison

SET = [str(path) for path in sorted(FERRY.glob("*.txt"))]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return analyse(load(SET))


@pytest.fixture(scope="module")
def report(comparison: Comparison) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json_text(comparison, __version__, same_words))
    return data


def test_the_checked_in_schema_is_the_one_in_use() -> None:
    assert schema.SCHEMA.read_text(encoding="utf-8") == schema.schema_text(), "run: python -m screenshots.schema"


def test_a_report_satisfies_the_schema(report: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert not [*jsonschema.Draft202012Validator(json_schema()).iter_errors(report)]


def test_a_report_has_the_keys_of_the_contract(report: dict[str, Any]) -> None:
    assert list(report) == [
        *("schema", "version", "settings", "set", "articles", "nearest", "links"),
        *("claims", "facts", "conflicts", "reuse", "findings", "warnings"),
    ]
    assert report["schema"] == "compare/1"


def test_every_order_of_input_gives_the_same_bytes(comparison: Comparison) -> None:
    assert json_text(analyse(load(SET[::-1])), __version__) == json_text(comparison, __version__)


def test_the_set_is_known_by_its_articles_hashes(report: dict[str, Any]) -> None:
    hashes = sorted(article["sha256"] for article in report["articles"])
    assert report["set"] == sha256("\n".join(hashes).encode()).hexdigest()


def test_shared_runs_lie_in_their_sentences_and_do_not_overlap(report: dict[str, Any]) -> None:
    sentences = {s["id"]: s for a in report["articles"] for s in a["sentences"]}
    spans = [(claim, span) for claim in report["claims"] for span in claim.get("spans", [])]
    assert spans
    last: tuple[str, str, int] = ("", "", 0)
    for claim, span in spans:
        sentence = sentences[span["sentence"]]
        assert span["sentence"] in claim["sentences"]
        assert sentence["start"] <= span["start"] < span["end"] <= sentence["end"]
        if last[:2] == (claim["id"], span["sentence"]):
            assert last[2] < span["start"]
        last = (claim["id"], span["sentence"], span["end"])


def test_a_claim_that_shares_no_words_has_no_spans(report: dict[str, Any]) -> None:
    assert all("spans" not in claim for claim in report["claims"] if claim["status"] == "unique")


def test_reports_from_before_origins_are_still_reports(report: dict[str, Any]) -> None:
    assert all(list(article["origins"]) == sorted(article["origins"]) for article in report["articles"])
    before = {"author", "modified", "origins"}
    older = [{key: value for key, value in article.items() if key not in before} for article in report["articles"]]
    jsonschema.validate({**report, "articles": older}, json_schema())
