"""Our own JSON report opens without its sources, unless it was changed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from compare.analysis import compare
from compare.errors import SourceError
from compare.loading import Source, gather, read
from compare.model.schema import json_text

from .json_samples import ONE, OTHER, TOLD, reading


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    markdown = read(Source("m.md", None, f"# Ferry aground\n\n- {TOLD}\n\nAdvertisement\n".encode())).articles
    coverage = gather([*reading([ONE, OTHER]).articles, *markdown])
    written: dict[str, Any] = json.loads(json_text(compare(coverage), "1"))
    return written


def test_a_report_opens_without_its_sources(report: dict[str, Any]) -> None:
    found = reading(report)
    assert (found.warnings, found.refused) == ((), ())
    markdown = read(Source("m.md", None, report["articles"][-1]["text"].encode()))
    assert {a.id for a in found.articles} == {a["id"] for a in report["articles"]}
    again = json.loads(json_text(compare(gather(found.articles)), "1"))
    assert again["articles"] == report["articles"]
    assert again["claims"] == report["claims"]
    assert markdown.articles


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "Other words."}, "was changed since"),
        ({"outlet": "Other"}, "was changed since"),
        ({"paragraphs": [{"id": "p", "kind": "body", "start": 0, "end": 9999}]}, "do not fit its text"),
        ({"sentences": 7}, r"see sentences"),
        ({"text": None}, r"see text"),
    ],
)
def test_a_report_that_was_changed_is_refused_by_article(
    report: dict[str, Any], change: dict[str, object], said: str
) -> None:
    first, *others = report["articles"]
    found = reading({**report, "articles": [{**first, **change}, *others]})
    assert len(found.articles) == len(others)
    (error,) = found.refused
    assert error.source == "x.json#1"
    assert said in str(error)


@pytest.mark.parametrize("change", [{"schema": "compare/9"}, {"articles": []}, {"articles": 7}])
def test_a_report_of_another_kind_is_refused(report: dict[str, Any], change: dict[str, object]) -> None:
    with pytest.raises(SourceError, match=r"x\.json: is "):
        reading({**report, **change})


def test_a_report_with_what_is_no_character_is_refused() -> None:
    articles = [article for each in (ONE, OTHER) for article in reading(each).articles]
    value = json.loads(json_text(compare(gather(articles))))
    value["articles"][0]["label"] = "Ledger \ud83d"
    (error,) = reading(value).refused
    assert "holds what is no character" in str(error)
