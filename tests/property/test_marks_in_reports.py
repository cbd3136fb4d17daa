"""Whatever a reader says of whatever texts: reports show it, nothing in it acts, and it can be had back."""

from __future__ import annotations

import json
import re

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.export import PROFILES, Options, render, strip_all
from compare.export.options import MARKS
from compare.export.tables import table, tables
from compare.model import (
    Body,
    Coded,
    Comparison,
    CoverageSet,
    Judged,
    Noted,
    Parted,
    ReaderMark,
    Starred,
    Verdict,
)
from compare.model.schema import json_schema
from compare.review import NO_MARKS, Review, import_marks, lay, quote_of, review_of
from html_texts import Read
from read_back import CONTROLS, assert_only_our_markup, computed, table_rows

from .nonsense import NASTY, comparisons

words = st.lists(st.sampled_from([*NASTY, "https://a.example/b?c=d", "javascript:alert(1)"]), max_size=4).map("".join)
addresses = st.sampled_from(["https://a.example/b?c=d&e=f|g`h(i)[j]*k*", "http://x.example", "javascript:alert(1)"])
few = settings(max_examples=10)

IRI = {"type": "string", "minLength": 1, "pattern": '^[^\\s<>"{}|\\\\^`]*$|^https?://'}
TEXT = {
    "type": "object",
    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}, "purpose": {"$ref": "#/$defs/why"}},
    "required": ["type", "value", "purpose"],
}
QUOTE = {
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
    "required": ["type", "exact", "prefix", "suffix"],
}
POSITION = {
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
    "required": ["type", "start", "end"],
}
PASSAGE = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": IRI,
        "selector": {"type": "array", "prefixItems": [QUOTE, POSITION], "minItems": 2, "maxItems": 2},
    },
    "required": ["type", "source"],
}
TIME = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z$"
COLLECTION = {
    "$defs": {
        "why": {"enum": ["assessing", "bookmarking", "commenting", "describing", "editing", "linking", "tagging"]},
        "bodies": {"anyOf": [{"$ref": "#/$defs/body"}, {"type": "array", "items": {"$ref": "#/$defs/body"}}]},
        "body": {"anyOf": [TEXT, PASSAGE]},
        "targets": {"anyOf": [{"$ref": "#/$defs/target"}, {"type": "array", "items": {"$ref": "#/$defs/target"}}]},
        "target": {"anyOf": [PASSAGE, IRI]},
        "annotation": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "pattern": "^urn:uuid:[0-9a-f-]{36}$"},
                "type": {"const": "Annotation"},
                "motivation": {"$ref": "#/$defs/why"},
                "created": {"type": "string", "pattern": TIME},
                "creator": {"type": "object", "required": ["type", "nickname"]},
                "body": {"$ref": "#/$defs/bodies"},
                "target": {"$ref": "#/$defs/targets"},
            },
            "required": ["id", "type", "motivation", "created", "target"],
            "additionalProperties": False,
        },
    },
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}, "minItems": 1},
            },
            "required": ["id", "type", "partOf", "items"],
        },
    },
    "required": ["@context", "id", "type", "total"],
}
"""What the Web Annotation Data Model demands of a collection, its page and its annotations (sections 3 to 5), as far
as marks make use of it; and of ours that each target has both selectors."""


REPORT = jsonschema.Draft202012Validator(json_schema())
ANNOTATIONS = jsonschema.Draft202012Validator(COLLECTION)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Comparison, tuple[ReaderMark, ...]]:
    """Draw a comparison of which nothing makes sense, and marks on any places of its texts."""
    comparison = draw(comparisons())
    quotes = [
        (quote_of(article, start, end),)
        for article in comparison.coverage.articles
        if article.text
        for start, end in [(s.start, s.end) for s in article.sentences] or [(0, len(article.text))]
    ]
    if not quotes:
        return comparison, ()
    quoted = st.sampled_from(quotes)
    bodies: st.SearchStrategy[Body] = st.one_of(
        st.builds(Judged, quoted, st.sampled_from(Verdict), addresses | words),
        st.builds(Noted, quoted, words),
        st.builds(Starred, quoted),
        st.builds(Coded, quoted, words),
        st.builds(Parted, quoted, quoted, st.just("split")),
    )
    drawn = draw(st.lists(st.tuples(bodies, words), min_size=1, max_size=6))
    marks = (
        ReaderMark(f"{n:032x}", f"2026-03-01T09:30:{n:02}.000000Z", body, by) for n, (body, by) in enumerate(drawn)
    )
    return comparison, tuple(marks)


def review(of: Comparison, marks: tuple[ReaderMark, ...]) -> Review:
    """Lay marks over a comparison; the corrections among them are passed over, since nothing was analysed."""
    return review_of(lay(marks, of.coverage), of)


@few
@given(marked())
def test_no_mark_acts_in_markdown_and_the_texts_can_be_had_back(
    drawn: tuple[Comparison, tuple[ReaderMark, ...]],
) -> None:
    comparison, marks = drawn
    of = review(comparison, marks)
    for style in MARKS:
        made = render(comparison, "md", options=Options(marks=style, review=of))
        assert strip_all(made) == {a.id: a.text for a in comparison.coverage.articles}
    for profile in PROFILES[1:]:
        made = render(comparison, "md", options=Options(profile, review=of))
        assert not CONTROLS.search(made)
        assert len(made.encode()) < 64_000 or profile != "pr"
        assert_only_our_markup(made)


@few
@given(marked())
def test_no_mark_acts_in_a_page_a_terminal_or_a_spreadsheet(drawn: tuple[Comparison, tuple[ReaderMark, ...]]) -> None:
    comparison, marks = drawn
    options = Options(review=review(comparison, marks))
    read = Read(render(comparison, "html", options=options))  # fails on any element or attribute that is not ours
    assert read.texts == {a.id: a.text for a in comparison.coverage.articles}
    assert all(re.match(r"#|https?://", link) for link in read.links)
    text = render(comparison, "txt", options=options)
    assert not CONTROLS.search(text)
    for name in tables(options):
        rows = table_rows(table(comparison, name, options=options))
        assert not any(computed(cell) for row in rows for cell in row.values())


@few
@given(marked())
def test_marks_can_be_had_back_from_json_and_annotations_are_what_the_model_asks_for(
    drawn: tuple[Comparison, tuple[ReaderMark, ...]],
) -> None:
    comparison, marks = drawn
    options = Options(review=review(comparison, marks))
    text = render(comparison, "json", options=options)
    REPORT.validate(json.loads(text))
    back = import_marks(text, "report.json")
    assert sorted(back, key=repr) == sorted(marks, key=repr)
    again = Options(review=review(comparison, back[::-1]))
    assert render(comparison, "json", options=again) == text
    annotations = render(comparison, "jsonld", options=options)
    assert render(comparison, "jsonld", options=again) == annotations
    assert render(comparison, "md", options=again) == render(comparison, "md", options=options)
    assert annotations.isascii()
    ANNOTATIONS.validate(json.loads(annotations))
    assert json.loads(annotations)["total"] == len(marks)


def test_a_collection_without_marks_is_one_too() -> None:
    nothing = Comparison(CoverageSet((), (), "", ()), {}, (), (), (), ())
    jsonschema.Draft202012Validator.check_schema(COLLECTION)
    collection = json.loads(render(nothing, "jsonld", options=Options(review=NO_MARKS)))
    assert not [*ANNOTATIONS.iter_errors(collection)]
