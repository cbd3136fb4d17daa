"""Reports with the reader's marks, read by pandoc: tables and footnotes are recognised, words stay words, and
nothing is complained of on the way to a page or to LaTeX."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from compare.export import Options, render
from compare.model import Coded, Judged, Noted, ReaderMark, Verdict
from compare.review import quote_of
from compare.session import load, reviewed
from systems import pandoc as needs_pandoc

pytestmark = needs_pandoc

HOSTILE = (
    "| a | b | *x* \\input{y} $z$ [^1]: <script>alert(1)</script> @cite 'q' -- ...",
    "--- ::: {.x} ~~s~~ ^up^ `c` ```f [l](http://a.b){.c} ![i](j) {++add++} # &amp; \\(m\\)",
    "=== 1. (@) % + - > Term\\ : [ref]: /url \\begin{verbatim} {{ x }} https://a.example/b_c",
)
"""Headlines of which pandoc or LaTeX would make something."""

TEXTS = (
    "The evening ferry struck the north pier. Nine people were hurt. The rudder had failed.",
    "An evening ferry struck the north pier. Nine people were hurt. Nobody knows why.",
    "The evening ferry struck the north pier. Nine persons were hurt. Divers will look at it on Friday.",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The paper, and the full report marked in CriticMarkup, of three reports with hostile headlines."""
    folder = tmp_path_factory.mktemp("set")
    for n, (title, text) in enumerate(zip(HOSTILE, TEXTS, strict=True)):
        page = json.dumps({"title": title, "text": text, "outlet": f"Outlet {n} |", "author": title})
        (folder / f"{n}.json").write_text(page)
    coverage = load([str(folder)])
    assert sorted(article.title for article in coverage.articles) == sorted(HOSTILE)
    marks = [
        ReaderMark(f"{n:032x}", "2026-03-01T09:30:00.000000Z", body, "j|d")
        for n, article in enumerate(coverage.articles)
        for quote in [(quote_of(article, article.sentences[-1].start, article.sentences[-1].end),)]
        for body in (Noted(quote, HOSTILE[n]), Judged(quote, Verdict.WRONG, HOSTILE[n]), Coded(quote, HOSTILE[n]))
    ]
    comparison, review = reviewed(coverage, marks)
    chosen = {"paper": Options("paper", review=review), "critic": Options(marks="critic", review=review)}
    return {name: render(comparison, "md", options=options) for name, options in chosen.items()}


def pandoc(report: str, to: str, *, given: str = "markdown") -> str:
    """Return a report as pandoc makes it, as docs/reports.md says; no word of warning is allowed."""
    command = ["pandoc", f"--from={given}", f"--to={to}", "--standalone", "--metadata=pagetitle:paper"]
    made = subprocess.run(command, input=report, capture_output=True, text=True, check=True, timeout=60)
    assert made.stderr == ""
    return made.stdout


def nodes(tree: object) -> Iterator[tuple[str, Any]]:
    """Yield the kind and the content of whatever is in pandoc's tree."""
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)
    if isinstance(tree, dict) and "t" in tree:
        yield tree["t"], tree.get("c")


def written(report: str) -> tuple[int, int, int]:
    """Count the tables, the marks of footnotes and the headings that a report is written with."""
    return (
        len(re.findall(r"^\|(?: -+ \|)+$", report, re.MULTILINE)),
        len(re.findall(r"\[\^\d+\](?!:)", report)),
        len(re.findall(r"^#+ ", report, re.MULTILINE)),
    )


@pytest.mark.parametrize("name", ["paper", "critic"])
def test_tables_notes_and_headings_are_recognised_and_nothing_else(reports: dict[str, str], name: str) -> None:
    report = reports[name]
    found = list(nodes(json.loads(pandoc(report, "json"))))
    kinds = Counter(kind for kind, _ in found)
    tables, notes, headings = written(report)
    assert tables >= 3
    assert (kinds["Table"], kinds["Note"], kinds["Header"]) == (tables, notes, headings)
    assert not kinds.keys() & {"Math", "Cite", "Image", "CodeBlock", "Strikeout", "Superscript", "DefinitionList"}
    assert all(kind == "Header" or content[0][1:] == [[], []] for kind, content in found if kind in ("Span", "Div"))
    if name == "paper":
        assert notes > 3
        assert [content for kind, content in found if kind.startswith("Raw")] == [["html", "<!-- compare/1 report -->"]]
        assert "Table 3." in report


@pytest.mark.parametrize("name", ["paper", "critic"])
def test_a_page_and_latex_are_made_without_a_warning_and_show_the_words(reports: dict[str, str], name: str) -> None:
    report = reports[name]
    tables, notes, _ = written(report)
    page, latex = pandoc(report, "html"), pandoc(report, "latex")
    assert (page.count("<table"), page.count('class="footnote-ref"')) == (tables, notes)
    assert latex.count("\\begin{longtable}") == tables
    assert "<script" not in page.split("<body>")[1]
    assert "\\input{y}" not in latex
    assert "\\begin{verbatim}" not in latex
    # all but a paper is written for GitHub, where nothing curls quotation marks
    shown = pandoc(report, "plain", given="markdown" if name == "paper" else "markdown-smart")
    for title in HOSTILE:
        assert "".join(title.split()) in "".join(shown.split())
