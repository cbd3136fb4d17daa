"""Annotating loses nothing and lets nothing act, whatever the text and whatever is found in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.analysis.wording import Whose
from compare.export import render, strip_all
from compare.export.annotated import annotated
from compare.export.annotation import annotate
from compare.export.cells import guarded, had_back
from compare.export.evidence import Citer
from compare.export.github import texts as texts_beside
from compare.export.options import MARKS, PROFILES, Marks, Options, Profile
from compare.export.outlining import outline
from compare.export.tables import COLUMNS, table
from compare.model import Comparison, one_line
from compare.model.schema import json_schema
from html_texts import Read
from read_back import CONTROLS, MARKDOWN, assert_only_our_markup, computed, table_rows

from .nonsense import comparisons, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

quick = settings(max_examples=80)


@quick
@given(comparisons(), st.sampled_from(MARKS))
def test_stripping_an_annotated_report_gives_the_texts_back(comparison: Comparison, marks: Marks) -> None:
    report = render(comparison, "md", options=Options(marks=marks))
    assert strip_all(report) == {a.id: a.text for a in comparison.coverage.articles}


@quick
@given(comparisons())
def test_the_annotation_holds_the_whole_text_whatever_renders_it(comparison: Comparison) -> None:
    citer = Citer.of(comparison)
    for article in comparison.coverage.articles:
        made = annotate(article, citer)
        words = made.lead
        for block in made.blocks:
            own = (run.text for piece in block.pieces for run in piece.runs if run.whose is not Whose.THEIRS)
            words += "".join(own) + block.gap
        assert words == article.text


@quick
@given(comparisons(), st.sampled_from(MARKS))
def test_a_browser_shows_the_articles_characters_and_no_markup_of_theirs(comparison: Comparison, marks: Marks) -> None:
    citer = Citer.of(comparison)
    for article in comparison.coverage.articles:
        made = annotated(annotate(article, citer), marks)
        assert "".join(shown(accepted(made)).split()) == "".join(article.text.split())


def accepted(markdown: str) -> str:
    """Do what an editor does with CriticMarkup when all changes are accepted; an escaped brace begins none."""
    gone = re.sub(r"(?<!\\)((?:\\\\)*)\{(?:>>.*?<<|--.*?--)\}", r"\1", markdown)
    return re.sub(r"(?<!\\)((?:\\\\)*)\{(\+\+|==)(.*?)\2\}", r"\1\3", gone)


def shown(markdown: str) -> str:
    """Return the characters that a browser shows of an annotated article, without the annotation.

    Fails on any block or markup that the annotation does not consist of.
    """
    words, quoted = "", False
    for token in MARKDOWN.parse(markdown):
        assert token.type in {"paragraph_open", "paragraph_close", "inline", "html_block"} | {
            "blockquote_open",
            "blockquote_close",
        }, token
        quoted = token.type == "blockquote_open" or (quoted and token.type != "blockquote_close")
        if token.type == "html_block":
            # a text that begins with a line break begins with our tag for it
            assert re.fullmatch(r"(<!-- .* -->)\n*", token.content), token
        elif token.type == "inline" and not quoted:
            words += inline(token.children or [])
    return words


def inline(tokens: Sequence[Any]) -> str:
    words, gone, key = "", 0, False
    for token in tokens:
        kind, content = token.type, token.content
        if kind == "html_inline":
            tag = re.fullmatch(r"<(/?)(ins|del|sup|sub|em|strong|kbd)>|<br/?>|<!-- gap \"[^<>]*\" -->", content)
            assert tag, content
            if tag[2] in ("del", "sup", "em"):
                gone += -1 if tag[1] else 1
            key = tag[2] == "kbd" and not tag[1]
        elif not gone:
            assert kind == "text", token
            words += chr(int(content.removeprefix("U+"), 16)) if key else content
    return words


few = settings(quick, max_examples=25)
fewest = settings(quick, max_examples=8)


@fewest
@given(comparisons(), st.sampled_from(MARKS))
def test_texts_beside_a_report_can_be_had_back(comparison: Comparison, marks: Marks) -> None:
    made = texts_beside(comparison, Options("pr", marks)).values()
    found = {id: text for report in made for id, text in strip_all(report).items()}
    assert found == {a.id: a.text for a in comparison.coverage.articles}


@fewest
@given(comparisons(), st.sampled_from(PROFILES[1:]))
def test_no_profile_lets_text_from_outside_act(comparison: Comparison, profile: Profile) -> None:
    report = render(comparison, "md", options=Options(profile))
    assert not CONTROLS.search(report)
    assert len(report.encode()) < 64_000 or profile != "pr"
    assert_only_our_markup(report)


@few
@given(comparisons())
def test_a_page_gives_the_texts_back_and_consists_of_what_we_wrote(comparison: Comparison) -> None:
    page = render(comparison, "html")
    assert not CONTROLS.search(page.replace("\t", ""))  # which is white space in a page
    read = Read(page)  # fails on any element or attribute that is not ours
    assert read.texts == {a.id: a.text for a in comparison.coverage.articles}
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)
    assert [words for level, words in read.headings if level == 1] == [outline(comparison).header.title.text]


@few
@given(comparisons())
def test_tables_read_back_are_the_same_values_and_compute_nothing(comparison: Comparison) -> None:
    rows = {name: table_rows(table(comparison, name)) for name in COLUMNS}
    cells = [cell for table in rows.values() for row in table for cell in row.values()]
    assert not [cell for cell in cells if computed(cell) or CONTROLS.search(cell)]
    told = {
        ("claims", "text"): [claim.text for claim in comparison.claims],
        ("facts", "value"): [fact.value for fact in comparison.facts for _ in fact.mentions],
        ("conflicts", "why"): [conflict.why for conflict in comparison.conflicts for _ in conflict.sides],
        ("articles", "outlet"): [article.outlet or "" for article in comparison.coverage.articles],
    }
    for (name, column), values in told.items():
        assert [had_back(row[column]) for row in rows[name]] == list(map(one_line, values))


@settings(quick, max_examples=100)
@given(st.lists(st.sampled_from([*"=+-@';\t\r\n\" ,a5.＝"]), max_size=8).map("".join) | texts)
def test_what_is_guarded_can_be_had_back(text: str) -> None:
    assert had_back(guarded(text)) == text


@quick
@given(comparisons(), st.sampled_from([50, 80]))
def test_plain_text_holds_nothing_that_acts(comparison: Comparison, width: int) -> None:
    text = render(comparison, "txt", width=width)
    assert not CONTROLS.search(text)


SCHEMA = jsonschema.Draft202012Validator(json_schema())


@quick
@given(comparisons())
def test_json_satisfies_its_schema_and_holds_nothing_that_acts(comparison: Comparison) -> None:
    text = render(comparison, "json")
    assert not CONTROLS.search(text)
    data = json.loads(text)
    assert list(SCHEMA.iter_errors(data)) == []
    assert [article["text"] for article in data["articles"]] == [a.text for a in comparison.coverage.articles]
