"""The Markdown report: what it says, and that foreign text stays text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from compare.export import render, strip, strip_all
from compare.export.evidence import Citer
from read_back import CONTROLS, MARKDOWN

if TYPE_CHECKING:
    from compare.model import Comparison


@pytest.fixture
def report(comparison: Comparison) -> str:
    return render(comparison, "md")


def section(report: str, title: str) -> str:
    """Return what stands below a heading."""
    return report.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_it_begins_with_the_line_that_tells_it_is_a_report(report: str) -> None:
    assert report.startswith("<!-- compare/1 report -->\n\n# The bridge at \\<Ostrey\\>\n")


def test_the_most_telling_sections_come_first(report: str) -> None:
    headings = [line[3:] for line in report.splitlines() if line.startswith("## ")]
    assert headings == [
        *("Limits", "What stands out", "Who states what", "Conflicts", "Each report against the others"),
        *("Facts", "Same wording", "The reports, annotated", "Not compared", "Sources"),
        "Method",
    ]


def test_limits_say_what_is_unknown(report: str) -> None:
    limits = section(report, "Limits")
    assert "Cut: post?. What a cut text lacks is unknown" in limits
    assert "Undated: post?." in limits
    assert "Outlet not known: post?." in limits
    assert "not compared: x1" in limits


def test_limits_say_whose_lines_are_not_those_of_the_file(comparison: Comparison, report: str) -> None:
    articles = tuple(
        replace(a, source="herald.html", extractor="html") if a.outlet == "Ostrey Herald" else a
        for a in comparison.coverage.articles
    )
    told = render(replace(comparison, coverage=replace(comparison.coverage, articles=articles)), "md")
    said = "From a page or document: Ostrey Herald. Lines and characters are of the text read there"
    assert said in told
    assert "From a page" not in report


def test_findings_carry_file_line_and_quotation(report: str) -> None:
    found = section(report, "What stands out")
    assert "2. ◆ Only Ostrey Herald gives the sum" in found
    assert "`herald.txt:3`: “Repairs will cost €4 million, the council said.”" in found


def test_the_matrix_has_a_cell_for_every_outlet(report: str) -> None:
    rows = section(report, "Who states what")
    assert "| claim | kind | Ostrey Herald | River\\|Gazette | post? |" in rows
    assert "| fact | = 3 | = 1 | ~ 3 |" in rows
    assert "(30% sure) | commentary | ≈ 1 | — | ≈ 1 |" in rows


def test_conflicts_show_both_sides(report: str) -> None:
    conflicts = section(report, "Conflicts")
    assert "**Contradiction.** One says Monday" in conflicts
    assert "`herald.txt:3`" in conflicts
    assert "`gazette.txt:1`" in conflicts


def test_of_a_side_the_sentence_comes_first_whose_words_are_quoted(comparison: Comparison) -> None:
    (dispute,) = comparison.conflicts
    first, second = (side[0] for side in dispute.sides)
    herald = comparison.index.article_of[first]
    more = next(s.id for s in herald.sentences if s.id != first)
    for quoted, order in (((), [first, more]), ((more,), [more, first])):
        both = replace(dispute, sides=((first, more), (second,)), quoted=quoted)
        (side, _) = Citer.of(comparison).sides(both)
        assert [place.start for place in side] == [comparison.index.sentences[s].start for s in order]


def test_conflicts_come_in_the_order_of_the_findings(comparison: Comparison) -> None:
    (dispute,) = comparison.conflicts
    later = replace(dispute, id="a0", why="One says a crack, the other none.")
    first, *others = comparison.findings
    findings = (first, replace(first, conflict=later.id), *others)
    both = replace(comparison, conflicts=(later, dispute), findings=findings)
    conflicts = section(render(both, "md"), "Conflicts")
    assert conflicts.index(dispute.why) < conflicts.index(later.why)


def test_none_found_and_not_looked_for_are_told_apart(comparison: Comparison) -> None:
    none = replace(comparison, conflicts=(), findings=())
    assert "No conflicts were found." in render(none, "md")
    unsought = replace(none, settings={"conflicts": False})
    assert "Conflicts were not looked for." in render(unsought, "md")


def test_only_sure_claims_are_said_to_stand_only_here(report: str) -> None:
    gazette = section(report, "Each report against the others").split("### River")[1].split("### post")[0]
    sure, perhaps = gazette.split("<details>")
    assert "Buses" not in sure
    assert "Buses go by Lower Ferry.” `gazette.txt:2` *fact* (50% sure)" in perhaps
    assert "“Bridge at Ostrey closed after crack is found" in gazette.split("**Not in this text**")[1]


def test_what_a_cut_text_lacks_is_unknown(report: str) -> None:
    assert "This text is cut: what it lacks is unknown." in section(report, "Each report against the others")


def test_words_are_compared_where_many_are_shared(report: str) -> None:
    assert "closed on <ins>Monday</ins><del> Tuesday</del> after a<del> long</del> crack was" in report


def test_shared_words_are_marked_where_few_are(report: str) -> None:
    assert "<strong>Bridge</strong> at Ostrey closed after crack is found" in report
    assert "30%: “# <strong>Bridge</strong> shut" in report.replace("\\", "")


def test_marks_stand_before_sentences(report: str) -> None:
    assert "<sup>`◆`&nbsp;</sup>Repairs will cost" in report
    assert "<sup>`?`&nbsp;</sup>Buses go" in report
    assert "<sup>`! 3/3`&nbsp;</sup>The road bridge" in report
    assert "<sub>Read more: Ten bridges to walk<em> · not compared: link</em></sub>" in report


def test_every_article_can_be_had_back(comparison: Comparison, report: str) -> None:
    assert strip_all(report) == {a.id: a.text for a in comparison.coverage.articles}
    for article in comparison.coverage.articles:
        assert strip(report, article.id) == article.text


def test_an_editor_may_turn_the_line_ends(comparison: Comparison, report: str) -> None:
    assert strip_all(report.replace("\n", "\r\n")) == {a.id: a.text for a in comparison.coverage.articles}


def test_stripping_needs_to_know_which_article(report: str) -> None:
    with pytest.raises(KeyError, match="one of 3"):
        strip(report)
    with pytest.raises(KeyError, match="a000"):
        strip(report, "a000")


def test_the_source_holds_no_control_character(report: str) -> None:
    assert not CONTROLS.search(report)


def test_tables_keep_their_columns(report: str) -> None:
    tokens = MARKDOWN.parse(report)
    columns: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            columns.append(0)
        elif token.type in ("td_open", "th_open"):
            columns[-1] += 1
    assert set(columns) == {5, 3}


def test_author_and_last_change_are_told_where_they_are_known(comparison: Comparison) -> None:
    articles = tuple(
        replace(a, author="Ida [Brandt]", modified="2025-03-05") if a.label == "Ostrey Herald" else a
        for a in comparison.coverage.articles
    )
    changed = replace(comparison, coverage=replace(comparison.coverage, articles=articles))
    report = render(changed, "md")
    assert "(Ida \\[Brandt\\]) | 2025-03-04, changed 2025-03-05 |" in report
    assert report.count(", changed ") == 1
    assert "Ostrey Herald, Ida [Brandt], 2025-03-04, changed 2025-03-05, " in " ".join(render(changed, "txt").split())
