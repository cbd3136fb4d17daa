"""Marks handed on and taken back are the same; what is no such file is said in one line."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import ReviewFileError
from compare.model import (
    ArticleSelector,
    Body,
    Coded,
    Completed,
    Joined,
    Judged,
    Noted,
    Parted,
    QuoteSelector,
    ReaderMark,
    Redated,
    Renamed,
    Sifted,
    Starred,
    Verdict,
)
from compare.review import Store, export_marks, import_codebook, import_marks

from .marking import FERRY, note

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ARTICLE = st.builds(ArticleSelector, TEXT, TEXT, TEXT, TEXT, TEXT)
QUOTE = st.builds(QuoteSelector, ARTICLE, st.text(st.characters(codec="utf-8"), min_size=1), TEXT, TEXT, st.integers(0))
QUOTES = st.lists(QUOTE, min_size=1, max_size=2).map(tuple)
BODY: st.SearchStrategy[Body] = st.one_of(
    st.builds(Judged, QUOTES, st.sampled_from(Verdict), TEXT),
    st.builds(Noted, QUOTES, TEXT),
    st.builds(Starred, QUOTES),
    st.builds(Coded, QUOTES, TEXT),
    st.builds(Joined, QUOTES, st.sampled_from(["link", "merge"])),
    st.builds(Parted, QUOTES, QUOTES, st.sampled_from(["unlink", "split"])),
    st.builds(Sifted, QUOTES, st.sampled_from(["exclude", "include"])),
    st.builds(Renamed, ARTICLE, TEXT),
    st.builds(Redated, ARTICLE, TEXT),
    st.builds(Completed, ARTICLE, st.booleans()),
)
MARK = st.builds(
    lambda name, made, body, by: ReaderMark(name, made.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), body, by),
    st.uuids().map(lambda u: u.hex),
    st.datetimes(min_value=datetime(2000, 1, 1)),
    BODY,
    TEXT,
)


@settings(max_examples=40)
@given(st.lists(MARK, max_size=4, unique_by=lambda m: m.id))
def test_marks_imported_again_are_the_same(marks: list[ReaderMark]) -> None:
    text = export_marks(marks)
    back = import_marks(text, "marks.json")
    assert sorted(back, key=repr) == sorted(marks, key=repr)
    assert export_marks(back) == export_marks(marks[::-1]) == text
    store = Store(None)
    assert store.take_in(marks) == len(marks)
    assert store.take_in(back) == 0
    assert sorted(store.marks, key=repr) == sorted(marks, key=repr)


def test_of_two_versions_of_a_mark_the_later_is_taken() -> None:
    old, new = note("1", FERRY, "Nine people", 1), note("1", FERRY, "two of them", 2)
    store = Store(None)
    store.put(new)
    assert store.take_in([old]) == 0
    assert store.take_in([old, replace(new, made="2026-03-01T09:40:00.000000Z"), new]) == 1
    assert len(store.marks) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "holds no marks of compare"),
        ('{"schema": "compare-review/0", "marks": []}', "holds no marks of compare"),
        ('{"schema": "compare-review/1", "marks": [3]}', "mark 1 is none"),
        ('{"schema": "compare-review/1", "marks": [{"id": "1", "made": "today", "body": {}}]}', "body"),
    ],
)
def test_what_holds_no_marks_is_refused_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(ReviewFileError, match=reason) as refused:
        import_marks(text, "marks.json")
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("marks.json: ")


@pytest.mark.parametrize("change", [{"made": "yesterday"}, {"id": ""}, {"body": {"kind": "praise"}}, {"by": 3}])
def test_a_mark_that_was_changed_by_hand_is_refused(change: dict[str, object]) -> None:
    written = json.loads(export_marks([note("1", FERRY, "Nine people")]))
    written["marks"][0] |= change
    with pytest.raises(ReviewFileError, match="mark 1 is none"):
        import_marks(json.dumps(written), "marks.json")


def test_a_codebook_is_a_table_of_any_spreadsheet() -> None:
    rows = 'Code,Label,Description\nFR,Framing,"Words, not facts"\nSO,Source,\n'
    first, second = import_codebook(rows, "codes.csv")
    assert (first.code, first.label, first.description) == ("FR", "Framing", "Words, not facts")
    assert (second.code, second.description) == ("SO", "")
    assert import_codebook("\ufeffcode;label\r\nFR;Framing\r\n", "codes.csv")[0].label == "Framing"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("label\nx\n", "no column named code"),
        ("code\nA\nA\n", "line 3 gives the code A twice"),
        ("code,label\n,x\n", "line 2"),
    ],
)
def test_a_codebook_that_is_none(text: str, reason: str) -> None:
    with pytest.raises(ReviewFileError, match=reason):
        import_codebook(text, "codes.csv")


def _changed(**parts: object) -> str:
    """Return a file of one mark of which something is other than we would write it."""
    file = json.loads(export_marks([note("1", FERRY, "Nine people")]))
    body = parts.pop("body", {})
    file["marks"][0] |= parts | {"body": file["marks"][0]["body"] | body}
    return json.dumps(file)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"schema": "compare-review/2", "marks": []}', "newer version of compare; install that version"),
        ('{"schema": "compare/1", "review": {"schema": "compare-review/12"}}', "newer version of compare"),
        (_changed(made="2026-02-31T09:30:00.000000Z"), "made: is no time"),
        (_changed(body={"kind": "hug"}), "body.kind: is none that this version knows"),
        (_changed(body={"text": 5}), "body.note.text: input should be a valid string"),
    ],
)
def test_what_is_wrong_is_said_of_what_is_meant(text: str, words: str) -> None:
    with pytest.raises(ReviewFileError, match=re.escape(words)):
        import_marks(text, "marks.json")
