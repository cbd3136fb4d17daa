"""JSON and JSON Lines of articles."""

from __future__ import annotations

import io
import json

import pytest

from compare.errors import SourceBroken, SourceEmpty, SourceError, SourceTooHeavy, SourceTooLarge
from compare.loading import expand, read

from .json_samples import ONE, OTHER, TOLD, reading


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


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"text": "abc', "unterminated string starting at line 1, column 10"),
        (b'{"text": "a\nb"}', "invalid control character at line 1, column 12"),
    ],
)
def test_the_place_of_what_is_no_json_is_told_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(SourceBroken) as caught:
        reading(data)
    assert f"({why})" in str(caught.value)


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


def test_what_a_program_cut_within_an_emoji_can_be_written() -> None:
    half = "Ferry \ud83d"
    (article,) = reading(
        ONE | {"title": half, "source": half, "author": half, "url": "https://l.example/\ud83d"}
    ).articles
    assert (article.title, article.outlet, article.author) == ("Ferry \ufffd",) * 3
    assert article.url == "https://l.example/\ufffd"


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
