"""Annotating loses nothing and lets nothing act, whatever the text and whatever is found in it."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.export import render, strip_all
from compare.export.annotated import annotated
from compare.export.annotation import annotate
from compare.export.cells import guarded, had_back
from compare.export.evidence import Citer
from compare.export.github import texts as texts_beside
from compare.export.options import MARKS, PROFILES, Marks, Options, Profile
from compare.export.outlining import outline
from compare.export.runs import Voice
from compare.export.tables import COLUMNS, table
from compare.model import (
    Article,
    Claim,
    ClaimKind,
    Comparison,
    Conflict,
    ConflictKind,
    CoverageSet,
    Finding,
    FindingKind,
    Link,
    Nearest,
    Notice,
    Paragraph,
    ParagraphKind,
    Sentence,
    Stance,
    Status,
    one_line,
)
from compare.model.schema import json_schema, report
from html_texts import Read
from read_back import COMPUTED, CONTROLS, MARKDOWN, assert_only_our_markup, table_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

NASTY = [
    *("\n", "\n\n", "\r\n", "\r", "\t", "  ", "    ", "\u2028", "\u00a0"),
    *("\x1b[31m", "\x00", "\u202e", "\ufeff", "\x85", "\x0c"),
    *("<ins>", "</ins>", "<del>", "</del>", "<sup>", "</sub>", "<br>", "<b>", "&amp;", "&#10;"),
    *("<!-- gap ", "-->", "<!-- /article a0 -->", "\\", "`", "``", "```", "[/b]"),
    *("*", "**", "***", "_", "__", "~~", "[a](b)", "[^1]", "![", "|", "|---|", "$x$", "{", "}"),
    *("#", "# ", "> ", "- ", "+", "=", "===", "---", "1. ", "2)"),
    *("http://a.b", "www.a.b", ":tada:", "@me"),
    *("word", "Word", "two words", "É", "語", "🏳️‍🌈", ".", ",", "“", "”", " ", " ", " "),
]

pieces = st.one_of(st.sampled_from(NASTY), st.text(max_size=3))
texts = st.lists(pieces, max_size=25).map("".join)
quick = settings(max_examples=150)


@st.composite
def articles(draw: st.DrawFn, name: str) -> Article:
    """Draw an article whose paragraphs and sentences lie anywhere in its text."""
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for n, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False)):
        kind = draw(st.sampled_from(ParagraphKind))
        reason = draw(st.text(max_size=5)) if kind is ParagraphKind.FURNITURE else None
        paragraphs.append(Paragraph(f"{name}.p{n}", kind, start, end, reason))
        marks = sorted(draw(st.lists(st.integers(start, end), max_size=6)))
        for a, b in zip(marks[::2], marks[1::2], strict=False):
            if a < b:
                sentences.append(Sentence(f"{name}.s{len(sentences)}", f"{name}.p{n}", a, b, True))
    return Article(
        id=name,
        outlet=None,
        label=draw(pieces),
        title=draw(pieces),
        source=draw(pieces),
        url=None,
        published=None,
        retrieved=None,
        language="en",
        complete=draw(st.booleans()),
        sha256=sha256(text.encode()).hexdigest(),
        extractor="text",
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Draw a comparison of which nothing needs to make sense."""
    drawn = [draw(articles(name)) for name in ("a0", "a1", "a2")]
    owner = {s.id: a for a in drawn for s in a.sentences}
    places = {s.id: s for a in drawn for s in a.sentences}
    ids = st.sampled_from(sorted(owner)) if owner else st.nothing()

    scores = st.floats(0, 1)
    pairs = draw(st.lists(st.tuples(ids, ids), max_size=6)) if owner else []
    links, nearest = [], []
    for a, b in sorted({(min(p), max(p)) for p in pairs if owner[p[0]] is not owner[p[1]]}):
        links.append(Link(a, b, draw(scores), ()))
        nearest.append(Nearest(a, owner[b].id, b, draw(scores)))
    claims = []
    groups = st.lists(st.lists(ids, min_size=1, max_size=4, unique=True), max_size=6)
    for n, members in enumerate(draw(groups) if owner else []):
        stating = sorted({owner[s].id for s in members})
        unique = len(stating) == 1
        stance = {a.id: draw(st.sampled_from(Stance)) for a in drawn if draw(st.booleans())}
        status = Status.UNIQUE if unique else draw(st.sampled_from([Status.PARTIAL, Status.COMMON]))
        words = owner[members[0]].cut(places[members[0]])
        kind = draw(st.sampled_from(ClaimKind))
        claims.append(
            Claim(
                f"c{n}",
                words,
                kind,
                tuple(members),
                tuple(stating),
                status,
                draw(scores),
                {} if unique else stance,
                len(stating),
            )
        )
    return Comparison(
        coverage=CoverageSet(tuple(drawn), tuple(a.id for a in drawn), draw(pieces), (Notice(draw(pieces)),)),
        settings={"link": 0.5, "conflicts": draw(st.booleans())},
        links=tuple(links),
        nearest=tuple(nearest),
        claims=tuple(claims),
        facts=(),
        conflicts=tuple(
            Conflict("d0", c.id, ConflictKind.FIGURE, tuple((s,) for s in c.sentences), draw(pieces), draw(scores))
            for c in claims[:1]
        ),
        findings=tuple(
            Finding(n, kind, c.id, None, c.articles, draw(pieces), conflict="d0" if kind == "conflict" else None)
            for n, c in enumerate(claims, 1)
            for kind in [draw(st.sampled_from(FindingKind))]
        ),
    )


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
        made = annotate(comparison, article, citer)
        words = made.lead
        for block in made.blocks:
            own = (run.text for piece in block.pieces for run in piece.runs if run.voice is not Voice.THEIRS)
            words += "".join(own) + block.gap
        assert words == article.text


@quick
@given(comparisons(), st.sampled_from(MARKS))
def test_a_browser_shows_the_articles_characters_and_no_markup_of_theirs(comparison: Comparison, marks: Marks) -> None:
    citer = Citer.of(comparison)
    for article in comparison.coverage.articles:
        made = annotated(annotate(comparison, article, citer), marks)
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
    read = Read(render(comparison, "html"))  # fails on any element or attribute that is not ours
    assert read.texts == {a.id: a.text for a in comparison.coverage.articles}
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)
    assert [words for level, words in read.headings if level == 1] == [outline(comparison).header.title.text]


@few
@given(comparisons(), st.sampled_from(sorted(COLUMNS)))
def test_tables_read_back_are_the_same_values_and_compute_nothing(comparison: Comparison, name: str) -> None:
    rows = table_rows(table(comparison, name))
    assert not any(COMPUTED.match(cell) for row in rows for cell in row.values())
    if name == "claims":
        assert [had_back(row["text"]) for row in rows] == [one_line(claim.text) for claim in comparison.claims]


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
def test_json_satisfies_its_schema(comparison: Comparison) -> None:
    data = report(comparison, "0").model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert list(SCHEMA.iter_errors(data)) == []
