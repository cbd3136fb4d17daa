"""JSON and JSON Lines of articles, and our own report."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from compare.analysis import compare
from compare.errors import SourceBroken, SourceEmpty, SourceError, SourceTooHeavy, SourceTooLarge
from compare.loading import Source, expand, gather, read
from compare.loading.reading import Reading
from compare.model import Article
from compare.model.schema import json_text

TOLD = "The ferry left the harbour at noon with forty passengers on board.\nNobody was hurt when it ran aground.\n"
ONE = {"title": "Aground", "text": TOLD, "source": "Ledger", "url": "https://l.example/1", "published": "2025-10-15"}
OTHER = {"headline": "Stuck", "body": TOLD + "It was late.", "publisher": {"name": "Post"}, "publishedAt": "2025-10-16"}


def reading(data: object, name: str = "x.json") -> Reading:
    return read(Source(name, None, data if isinstance(data, bytes) else json.dumps(data).encode()))


def lines(*values: object) -> bytes:
    return "\n".join(json.dumps(value) for value in values).encode()


@pytest.mark.parametrize(
    "data",
    [[ONE, OTHER], {"status": "ok", "articles": [ONE, OTHER]}, lines(ONE, OTHER), lines(ONE, OTHER) + b"\n\n"],
    ids=["list", "object", "lines", "lines and an end"],
)
@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "-"])
def test_articles_by_any_of_their_names(data: object, name: str) -> None:
    found = reading(data, name)
    assert (found.warnings, found.refused) == ((), ())
    one, other = found.articles
    assert (one.text, one.title, one.outlet, one.url) == (TOLD, "Aground", "Ledger", "https://l.example/1")
    assert (one.source, one.published) == (f"{name}#1", "2025-10-15")
    assert (other.title, other.outlet, other.published) == ("Stuck", "Post", "2025-10-16")
    assert other.text == OTHER["body"]


def test_one_article_is_the_file() -> None:
    assert reading(ONE).articles[0].source == "x.json"


def test_one_bad_article_leaves_the_rest() -> None:
    found = reading([ONE, {"title": "no text"}, {"text": " "}, 7, {"text": "a\0b"}, OTHER])
    assert [article.source for article in found.articles] == ["x.json#1", "x.json#6"]
    assert [error.source for error in found.refused] == [f"x.json#{n}" for n in (2, 3, 4, 5)]
    found = reading(lines(ONE) + b'\n{"text": \n' + lines(OTHER), "x.jsonl")
    assert len(found.articles) == 2
    assert [str(error) for error in found.refused] == [
        "x.jsonl#2: is damaged or not JSON (expecting value at line 1, column 10); "
        "get it anew, or save the article as .txt"
    ]


def test_one_that_is_too_long_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.loading.reading.LIMIT", 2 * len(TOLD))
    found = reading([ONE, {**OTHER, "body": TOLD * 3}, OTHER])
    assert [article.source for article in found.articles] == ["x.json#1", "x.json#3"]
    (error,) = found.refused
    assert (error.source, type(error)) == ("x.json#2", SourceTooLarge)


def test_half_a_pair_of_surrogates_is_no_character() -> None:
    assert reading(b'{"text": "It ran \\ud83d aground."}').articles[0].text == "It ran ? aground."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"a": ', SourceBroken),
        (b"[" * 100_000, SourceBroken),
        (b'{"text": ' + b"9" * 5000 + b"}", SourceBroken),
        (b"[]", SourceEmpty),
        (b'{"name": "compare"}', SourceEmpty),
        (b'"text"', SourceEmpty),
        (b"  ", SourceEmpty),
        (lines(*[ONE] * 501), SourceTooHeavy),
        (json.dumps([ONE] * 501).encode(), SourceTooHeavy),
    ],
    ids=range(9),
)
def test_what_is_no_json_of_articles(data: bytes, kind: type[SourceError]) -> None:
    with pytest.raises(kind) as caught:
        reading(data)
    assert "\n" not in str(caught.value)


def test_standard_input_is_told_by_its_content() -> None:
    (source,) = expand(["-"], stdin=io.BytesIO(lines(ONE, OTHER))).sources
    assert [article.outlet for article in read(source).articles] == ["Ledger", "Post"]


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


def test_duplicates_are_opened_once() -> None:
    def article(source: str, **said: str) -> Article:
        (made,) = reading({"text": TOLD, **said}, source).articles
        return made

    bare, ledger = article("bare.json"), article("ledger.json", outlet="Ledger")
    furnished = article("page.json", outlet="Ledger", text=f"Advertisement\n\n{TOLD}")
    post = article("post.json", outlet="Post")
    for given in ([bare, ledger, furnished, post], [post, furnished, ledger, bare]):
        coverage = gather(given)
        assert {a.label for a in coverage.articles} == {"Ledger", "Post"}
        assert len(coverage.order) == 2
        assert coverage.warnings == (
            "Post: same report as Ledger; reprints count as one voice",
            "bare.json: same report as page.json; opened once",
            "ledger.json: same report as page.json; opened once",
        )


def test_versions_of_one_page_are_both_opened_and_one_voice() -> None:
    old = reading({"text": TOLD, "url": "https://www.l.example/1?utm_source=mail"}, "old.json").articles
    new = reading({"text": f"{TOLD}Nine were hurt.", "url": "http://l.example/1#top"}, "new.json").articles
    coverage = gather([*old, *new])
    assert len({article.voice for article in coverage.articles}) == 1
    (warning,) = coverage.warnings
    assert warning.endswith("two versions of one page; both count as one voice")


def test_what_a_program_cut_within_an_emoji_can_be_written() -> None:
    half = "Ferry \ud83d"
    (article,) = reading(
        ONE | {"title": half, "source": half, "author": half, "url": "https://l.example/\ud83d"}
    ).articles
    assert (article.title, article.outlet, article.author) == ("Ferry \ufffd",) * 3
    assert article.url == "https://l.example/\ufffd"


def test_a_report_with_what_is_no_character_is_refused() -> None:
    articles = [article for each in (ONE, OTHER) for article in reading(each).articles]
    value = json.loads(json_text(compare(gather(articles))))
    value["articles"][0]["label"] = "Ledger \ud83d"
    (error,) = reading(value).refused
    assert "holds what is no character" in str(error)


def test_lines_that_are_no_json_count_as_well() -> None:
    *named, counted = reading(lines(ONE) + b"\nx" * 499, "x.jsonl").refused
    assert str(counted).startswith(f"x.jsonl: {499 - len(named)} more of what it holds cannot be read; ")
    with pytest.raises(SourceTooHeavy, match="more than 500 articles"):
        reading(lines(ONE) + b"\nx" * 500, "x.jsonl")


def test_a_text_without_words_gives_way_to_one_with_words() -> None:
    (article,) = reading(OTHER | {"text": " "}).articles
    assert article.text == OTHER["body"]
    (error,) = reading({"text": "", "body": " "}).refused
    assert isinstance(error, SourceEmpty)
