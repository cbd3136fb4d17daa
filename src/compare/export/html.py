"""The report as one HTML page that needs nothing else: no script, no font, no picture, no network.

The page may be opened from a mail or put on a server, so it holds a policy that lets a browser load and run nothing:
even a mistake in escaping could not act. Its style stands in ``report.css`` beside this module.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.export import stock
from compare.export.anchors import Anchors
from compare.export.elements import Child, element, folded, glyph, items, table, written
from compare.export.glyphs import FINDINGS, LEADING, finding_glyph, stance_glyph, stance_legend
from compare.export.hand import TITLE, web_address
from compare.export.html_hand import address, marks, remarked
from compare.export.html_texts import aligned, legend, panes
from compare.export.options import PLAIN, Options
from compare.export.outline import Detail, Found, Outline, Point, Portrait, Row
from compare.export.outlining import outline
from compare.model import LIKELY, Comparison, FindingKind, language_name, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from xml.etree.ElementTree import Element

FIRST_LINE = "<!-- compare/1 report -->"
"""What every HTML report begins with, as a Markdown report does. A comment before the document type is allowed."""


def html(comparison: Comparison, options: Options = PLAIN) -> str:
    """Return the report of a comparison as an HTML page that ends in a newline."""
    report = outline(comparison, options)
    anchors = Anchors.of(report)
    sections = [(id, title, content) for id, title, make in _SECTIONS if (content := list(make(report, anchors)))]
    page = element(
        "html",
        _head(report),
        element(
            "body",
            element("a", "Skip to the report", href="#report", class_="skip"),
            _top(report),
            _contents([(id, title) for id, title, _ in sections]),
            element("main", *(_section(*section) for section in sections), id="report", tabindex="-1"),
            _foot(report),
        ),
        lang="en",
    )
    return f"{FIRST_LINE}\n<!DOCTYPE html>\n{written(page)}\n"


def _head(report: Outline) -> Element:
    style = files("compare.export").joinpath("report.css").read_text("utf-8")
    # the serializer writes a style as it is, and its hash is all that the policy lets through
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"compare {report.header.version}"),
        element("title", f"{report.header.title} · {len(report.portraits)} reports compared"),
        element("style", style),
    )


def _top(report: Outline) -> Element:
    return element(
        "header",
        element("h1", report.header.title, dir="auto"),
        element("p", stock.read_against(len(report.portraits))),
    )


def _contents(sections: Sequence[tuple[str, str]]) -> Element:
    links = ([element("a", title, href=f"#{id}")] for id, title in sections)
    return element("nav", items(links), aria_label="Contents")


def _section(id: str, title: str, content: Sequence[Child]) -> Element:
    return element("section", element("h2", title, id=id), *content, aria_labelledby=id)


def _reports(report: Outline, anchors: Anchors) -> Iterator[Child]:
    rows: Iterator[Sequence[Sequence[Child]]] = (
        (
            [anchors.article(p.article.id, p.name), p.by_hand("outlet")],
            [element("span", one_line(p.article.title), lang=anchors.languages[p.article.id], dir="auto")],
            [
                one_line(p.article.published or "unknown"),
                f", changed {one_line(p.changed)}" if p.changed else "",
                p.by_hand("published"),
            ],
            [p.completeness],
        )
        for p in report.portraits
    )
    yield table("The reports", ("outlet", "headline", "published", "text"), list(rows))


def _limits(report: Outline, _: Anchors) -> Iterator[Child]:
    if report.limits:
        yield items([limit] for limit in report.limits)


def _findings(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if not report.findings:
        yield element("p", stock.NO_FINDINGS)
        return
    yield _found(report.findings[:LEADING], anchors)
    if rest := report.findings[LEADING:]:
        yield folded(f"{len(rest)} more findings", _found(rest, anchors))


def _found(findings: Sequence[Found], anchors: Anchors) -> Element:
    def entry(found: Found) -> Iterator[Child]:
        yield from glyph(finding_glyph(found), f"{'' if found.sure else 'perhaps '}{found.kind.value}:")
        yield " "
        yield element("span", found.why, dir="auto")
        yield from remarked(found)
        yield items(anchors.cited(e, known=found.why) for e in found.evidence)

    entries = (element("li", *entry(found), value=str(found.rank)) for found in findings)
    return element("ol", *entries, class_="findings")


def _matrix(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if not report.matrix:
        yield element("p", stock.NOTHING_SHARED)
        return
    meanings = " · ".join(f"{sign} {meaning}" for sign, meaning in stance_legend())
    yield element("p", f"{stock.MATRIX} {stock.LINES} {meanings}.")
    names = [portrait.name for portrait in report.portraits]
    likely = [row for row in report.matrix if row.point.confidence >= LIKELY]
    doubtful = [row for row in report.matrix if row.point.confidence < LIKELY]
    if likely:
        yield _claims("Claims by outlet", likely, names, anchors)
    if doubtful:
        more = _claims("Doubtful claims by outlet", doubtful, names, anchors)
        yield folded(f"{len(doubtful)} more, less than {LIKELY:.0%} sure", more)


def _claims(label: str, rows: Sequence[Row], names: Sequence[str], anchors: Anchors) -> Element:
    cells: Iterator[Sequence[Sequence[Child]]] = (
        [
            [*_worded(row.point, anchors), row.point.doubt, row.point.credit, *remarked(row.point)],
            [row.point.kind.value],
            *_cells(row, anchors),
        ]
        for row in rows
    )
    return table(label, ("claim", "kind", *names), list(cells))


def _cells(row: Row, anchors: Anchors) -> Iterator[Sequence[Child]]:
    evidence = iter(row.point.evidence)  # in the order of the cells that have a line
    for cell in row.cells:
        sign, meaning = stance_glyph(cell, row)
        if cell.line is None:
            yield [*glyph(sign, meaning), f" {cell.reason}".rstrip()]
        else:
            link = anchors.link(next(evidence), *glyph(sign, f"{meaning}, line"), f" {cell.line}")
            yield [link, f" {cell.reason}".rstrip()]


def _conflicts(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if not report.conflicts:
        yield element("p", stock.no_conflicts(sought=report.conflicts_sought))
    for conflict in report.conflicts:
        kind = element(
            "b", *glyph(FINDINGS[FindingKind.CONFLICT], "conflict:"), f" {conflict.kind.value.capitalize()}."
        )
        yield element("p", kind, " ", element("span", conflict.why, dir="auto"), *remarked(conflict))
        yield items(
            [part for n, e in enumerate(side) for part in (*([" · "] if n else []), *anchors.cited(e, known=""))]
            for side in conflict.sides
        )


def _portraits(report: Outline, anchors: Anchors) -> Iterator[Child]:
    for portrait in report.portraits:
        yield from _portrait(portrait, anchors)


def _portrait(portrait: Portrait, anchors: Anchors) -> Iterator[Child]:
    yield element("h3", anchors.article(portrait.article.id, portrait.name), dir="auto")
    yield element("h4", "Only here")
    if portrait.only_here:
        yield items([*_point(point, anchors, own=True), *remarked(point)] for point in portrait.only_here)
    else:
        yield element("p", stock.NOTHING_OWN)
    if portrait.perhaps:
        listed = items(
            [*_point(p, anchors, own=True), f" ({p.confidence:.0%} sure)", *remarked(p)] for p in portrait.perhaps
        )
        yield folded(f"Perhaps only here: {len(portrait.perhaps)}", listed)
    yield element("h4", "Not in this text")
    if not portrait.article.complete:
        yield element("p", stock.LACKING_UNKNOWN)
    if portrait.lacks:
        yield items([*_point(p, anchors, own=False), p.doubt, *remarked(p)] for p in portrait.lacks)
    elif portrait.article.complete:
        yield element("p", stock.NOTHING_LACKING)


def _point(point: Point, anchors: Anchors, *, own: bool) -> list[Child]:
    parts: list[Child] = [*_worded(point, anchors), " "]
    for n, evidence in enumerate(point.evidence):
        parts += [", " if n else "", *anchors.cited(evidence, named=not own)]
    return [*parts, " ", element("i", point.kind.value), point.credit]


def _worded(point: Point, anchors: Anchors) -> Sequence[Child]:
    return [anchors.quote(point.evidence[0], point.text)] if point.evidence else [point.text]


def _facts(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if not report.facts:
        yield element("p", stock.NO_FACTS)
        return
    yield element("p", stock.facts_of(len(report.portraits)))

    def row(detail: Detail) -> Sequence[Sequence[Child]]:
        found = {e.article: e for e in detail.evidence}
        ids = (portrait.article.id for portrait in report.portraits)
        lines = ([anchors.link(found[a], str(found[a].line))] if a in found else [] for a in ids)
        return [[element("span", detail.text, dir="auto")], [detail.kind.value], *lines]

    yield table("Facts", ("as written", "kind", *(p.name for p in report.portraits)), list(map(row, report.facts)))


def _reuse(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if report.reuse:
        yield items(
            [
                f"{repeat.words} words: ",
                anchors.quote(repeat.evidence[0]),
                *(part for e in repeat.evidence for part in (" · ", *anchors.cited(e))),
            ]
            for repeat in report.reuse
        )


def _aligned(report: Outline, anchors: Anchors) -> Iterator[Child]:
    rows = list(aligned(report, anchors))
    if rows:
        first, *_ = report.portraits
        yield element(
            "p", "Each paragraph of ", element("b", first.name, dir="auto"), " beside those that say the same."
        )
        yield from rows


def _texts(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if report.texts:
        yield from legend()
        yield panes(report, anchors)


def _excluded(report: Outline, anchors: Anchors) -> Iterator[Child]:
    if report.excluded:
        rows: Iterator[Sequence[Sequence[Child]]] = (
            [[*anchors.cited(e.evidence)], [anchors.quote(e.evidence)], [e.reason]] for e in report.excluded
        )
        yield table("Text that was not compared", ("place", "text", "reason"), list(rows))


def _sources(report: Outline, _: Anchors) -> Iterator[Child]:
    yield element(
        "p",
        "A place such as report.txt:12 is a line of a source; characters are counted in code points from the start of "
        "the text that the SHA-256 belongs to.",
    )
    for portrait in report.portraits:
        article = portrait.article
        said = (
            ("source", article.source),
            ("address", article.url),
            ("author", article.author),
            ("published", article.published),
            ("changed", portrait.changed),
            ("retrieved", article.retrieved),
            ("language", language_name(article.language) if article.language else None),
            ("read as", article.extractor),
            ("SHA-256", article.sha256),
        )
        known = [(name, one_line(value)) for name, value in said if value]
        pairs = (
            part
            for name, value in known
            for part in (element("dt", name), element("dd", address(value, web_address(value))))
        )
        yield element("h3", portrait.name, dir="auto")
        yield element("dl", *pairs)


def _foot(report: Outline) -> Element:
    header = report.header
    said = f"compare {header.version} · settings: {header.settings} · set {header.digest}"
    return element("footer", element("p", said))


_SECTIONS: Sequence[tuple[str, str, Callable[[Outline, Anchors], Iterator[Child]]]] = (
    ("reports", "The reports", _reports),
    ("limits", "Limits", _limits),
    ("findings", "What stands out", _findings),
    ("marks", TITLE, marks),
    ("claims", "Who states what", _matrix),
    ("conflicts", "Conflicts", _conflicts),
    ("outlets", "Each report against the others", _portraits),
    ("facts", "Facts", _facts),
    ("wording", "Same wording", _reuse),
    ("texts", "The reports, annotated", _texts),
    ("paragraphs", "Paragraph by paragraph", _aligned),
    ("excluded", "Not compared", _excluded),
    ("sources", "Sources", _sources),
)
"""The sections in the order of the page: id, title, and what makes the content; one without content is left out."""
