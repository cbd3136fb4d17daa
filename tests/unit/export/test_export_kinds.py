"""What reports are made of: every kind of block and of words is known to every renderer, and all that comes from
outside has a type by which it is escaped, shown and cut."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, get_args

import pytest

from compare.export import FORMATS, PROFILES, Options, render
from compare.export.anchors import Anchors
from compare.export.blocks import (
    Block,
    Document,
    Entry,
    Fold,
    Heading,
    Items,
    Pair,
    Paragraph,
    Section,
    Table,
    Terms,
    Texts,
)
from compare.export.html import Page
from compare.export.inlines import (
    Address,
    Basis,
    Cited,
    Code,
    Datum,
    Emphasis,
    FileLink,
    Inline,
    Lead,
    Leaf,
    Line,
    Name,
    Note,
    Quotation,
    Reference,
    Remark,
    Sign,
    Standing,
    Strong,
    Title,
    Words,
    plain,
)
from compare.export.markdown import Markdown
from compare.export.outlining import outline
from compare.export.tables import table, tables
from compare.model import Judged, Noted, ReaderMark, Verdict
from compare.review import quote_of
from compare.session import load, reviewed
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.export.outline import Outline
    from compare.model import Comparison
    from compare.review import Review


@pytest.fixture(scope="module", params=["seeds/", "seeds/ferry"])
def marked(request: pytest.FixtureRequest) -> tuple[Comparison, Review]:
    """A sample set with marks that quote more than they should: of a sentence all of it, and of one that is gone."""
    coverage = load([str(ROOT / request.param)])
    marks = []
    for n, article in enumerate(coverage.articles):
        sentence = max((s for s in article.sentences if s.comparable), key=lambda s: s.end - s.start)
        words = article.cut(sentence)
        quote = (quote_of(article, sentence.start, sentence.end),)
        marks += [
            ReaderMark(f"{n:031x}0", "2026-03-01T09:30:00.000000Z", Noted(quote, f"They write {words}"), "jd"),
            ReaderMark(f"{n:031x}1", "2026-03-01T09:30:01.000000Z", Judged(quote, Verdict.WRONG, "called them"), "jd"),
        ]
    return reviewed(coverage, marks)


def every_inline(of: Outline) -> tuple[Inline, ...]:
    """Return words of every kind, each with a word of its own."""
    name, evidence = of.portraits[0].name, of.findings[0].evidence[0]
    return (
        *("ours", Words("said"), Quotation("quoted"), Title("titled"), Name("named"), Datum("dated"), Code("typed")),
        *(Address("https://addressed.example/"), Remark("remarked"), Basis("based"), Strong(("strong",))),
        *(Emphasis(("stressed",)), Sign("◆", "meant"), Lead(Name("led", name.article)), FileLink("linked", "file.md")),
        *(Cited(evidence), Note((evidence,)), Reference(name, 77), Line(evidence)),
        Standing(Sign("~", "weaker"), evidence, "reasoned"),
    )


def test_every_renderer_knows_every_kind_of_block_and_of_words(comparison: Comparison) -> None:
    of = outline(comparison)
    inlines = every_inline(of)
    words = Paragraph(inlines)
    blocks: tuple[Block, ...] = (
        *(words, Heading(3, (Name("topped"),)), Items((Entry(("listed",), (("below",),)),))),
        *(Table("Labelled", (("headed",),), ((("celled",),),)), Fold(("folded",), (Paragraph(("inside",)),))),
        *(Pair(Paragraph(("left",)), Paragraph(("right",))), Terms(Name("called"), (("termed", Datum("valued")),))),
        Texts(((of.portraits[0], of.texts[0]),)),
    )
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert {type(part) for part in inlines} == {str, *get_args(Leaf), *get_args(Inline)}
    report = Document(Title("Report"), (), (Section("one", "Section", blocks),), ("foot",))
    evidence = of.findings[0].evidence[0]
    words_told = "ours said quoted titled named dated typed addressed remarked based strong stressed ◆ led linked"
    beside = [evidence.place, str(evidence.start), "[77]", "~", "reasoned"]
    blocks_told = "topped listed below headed celled folded inside left right called termed valued foot Section Report"
    made = Markdown().document(report).replace("\\", ""), Page(Anchors.of(of), "1").document(report)
    for shown in made:
        assert [word for word in (*words_told.split(), *beside, *blocks_told.split()) if word not in shown] == []
    assert [word for word in words_told.split() if word not in plain(inlines)] == []


IDS = {
    "Cell.reason",
    "Evidence.article",
    "Evidence.file",
    "Evidence.sha256",
    "Header.version",
    "Portrait.article",
    "Portrait.extractor",
    "Portrait.language",
    "Said.kind",
    "Said.made",
}
"""The fields of an outline that are ids, digests, places, days or words of ours: nothing in them is quoted."""


def untyped(part: object, at: str = "") -> Iterator[str]:
    """Yield the fields that hold a string that does not say what it is."""
    if isinstance(part, get_args(Leaf)):
        return
    if type(part) is str:
        yield at
    elif isinstance(part, tuple):
        for each in part:
            yield from untyped(each, at)
    elif is_dataclass(part):
        for field in fields(part):
            yield from untyped(getattr(part, field.name), f"{type(part).__name__}.{field.name}")


def test_whatever_an_outline_quotes_says_what_it_is(marked: tuple[Comparison, Review]) -> None:
    comparison, review = marked
    made = outline(comparison, Options(review=review, quote_words=6))  # without the texts, which are not cut
    assert made.hand
    assert set(untyped(made)) <= IDS
    assert len(set(untyped(made))) > 5


WORD = re.compile(r"\w+(?:[.,'’\-]\w+)*")


@pytest.mark.parametrize("limit", [6, 12])
def test_no_format_quotes_more_words_than_allowed(marked: tuple[Comparison, Review], limit: int) -> None:
    comparison, review = marked
    runs = set()
    for article in comparison.coverage.articles:
        words = WORD.findall(article.text.casefold())
        runs |= {tuple(words[n : n + limit + 1]) for n in range(len(words) - limit)}
    options = Options(quote_words=limit, review=review)
    made: dict[str, str] = {
        format: render(comparison, format, options=options) for format in FORMATS if format not in ("json", "csv")
    }
    for profile in PROFILES:
        made[profile] = render(comparison, "md", options=Options(profile, quote_words=limit, review=review))
    for name in tables(options):
        made[f"{name}.csv"] = table(comparison, name, options=options)
    titles = [comparison.coverage.title, *(article.title for article in comparison.coverage.articles)]
    for name, report in made.items():
        assert "[…]" in report.replace("\\", "") or name.endswith(".csv"), name
        stretches = [WORD.findall(part) for part in parts(report, titles)]
        quoted = {tuple(found[n : n + limit + 1]) for found in stretches for n in range(len(found) - limit)}
        assert not quoted & runs, name


def parts(report: str, titles: list[str]) -> list[str]:
    """Return the stretches of a report between quotation marks, cells and blocks, without markup and titles."""
    shown = re.sub(r"<[^>]*>", "|", report).replace("\\", "").replace("&quot;", '"').replace("&amp;", "&")
    for title in filter(None, titles):  # the name of a work is no quotation from it
        shown = re.sub(r"\s+".join(map(re.escape, title.split())), "| ", shown)
    return re.split(r"\[…\]|[|“”]|\n\s*\n", shown.casefold())
