"""The profiles of Markdown: what each says, how large it gets, and that what it says can be looked up."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from compare.arguments import asked_for, parser
from compare.errors import OutputRefused, UsageError
from compare.export import Options, asking, options, render, sections, strip_all
from compare.export.evidence import Citer
from compare.export.options import SUFFIXES, command_for
from compare.export.writing import replaced, write
from compare.loading import reasons
from compare.loading.web import Web
from compare.model import Claim, ClaimKind, Comparison, ConflictKind, CoverageSet, Finding, FindingKind, Notice, Status
from compare.session import analyse, load
from project import ROOT
from read_back import CONTROLS

from .bridge import make_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.export.options import Format, Profile
    from compare.model import Article

PROFILES = options.PROFILES[1:]  # without the full report


def profile(comparison: Comparison, name: Profile, **chosen: object) -> str:
    return render(comparison, "md", options=replace(Options(name), **chosen))  # type: ignore[arg-type]


def parsed(report: str) -> list[tuple[str, str]]:
    """Return the tokens of a report as type and content, inline ones among them."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)
    tokens = []
    for token in reader.parse(report):
        tokens.append((token.type, token.content))
        tokens += [(child.type, child.content) for child in token.children or []]
    return tokens


def test_that_a_text_is_cut_is_shown_where_it_breaks_off_and_not_by_what_stands_last_on_its_page(
    tmp_path: Path,
) -> None:
    told = "<p>The ferry left the harbour at noon with forty passengers on board.</p>"
    wall = "<p>This article is for subscribers.</p>"
    cut = '<meta property="article:content_tier" content="locked">'
    foot = "<footer><a href=/p>Privacy</a> <a href=/t>Terms</a></footer>"
    (tmp_path / "a.txt").write_text("The ferry came back at six, its captain said.\n\nNobody on board was hurt.\n")
    for ends, shown in (("", "forty passengers on board."), (wall, "This article is for subscribers.")):
        (tmp_path / "b.html").write_text(f"<html><head>{cut}</head><article>{told}{ends}</article>{foot}</html>")
        memo = profile(analyse(load([str(tmp_path)])), "memo")
        note = re.search(r"Get the whole text of b\?.*\[\^(\d+)\]", memo)
        assert note
        (line,) = (line for line in memo.splitlines() if line.startswith(f"[^{note[1]}]: "))
        assert line.endswith(f"{shown}”")


@pytest.mark.parametrize(("written", "name"), [("md", "memo"), ("md", "pr"), ("txt", "full")])
def test_of_many_outlets_the_first_are_named_so_that_what_is_said_of_them_can_be_read(
    tmp_path: Path, written: Format, name: Profile
) -> None:
    told = "The ferry left the harbour at noon with forty passengers on board."
    for n in range(14):
        extra = f"Reader number {n} of the paper liked story {n * n}."
        (tmp_path / f"{n:02}.txt").write_text(f"Title: Ferry {n}\nOutlet: Paper {n:02}\n\n{told} {extra}\n")
    compared = analyse(load([str(tmp_path)]))
    assert any(len(re.findall(r"Paper \d\d", finding.why)) > 12 for finding in compared.findings)
    report = " ".join(render(compared, written, options=Options(name)).split())
    assert re.search(r"said without it by (?:Paper \d\d, ){4}Paper \d\d and 8 others", report)


def test_a_line_that_says_that_a_text_goes_on_elsewhere_is_known_by_its_reason() -> None:
    assert set(asking.GOES_ON) == {reasons.REST, reasons.PAYWALL}


@pytest.mark.parametrize(
    ("written", "name"), [*(("md", name) for name in options.PROFILES), ("html", "full"), ("txt", "full")]
)
def test_a_time_is_told_as_people_write_it(comparison: Comparison, written: Format, name: Profile) -> None:
    first, *rest = comparison.coverage.articles
    dated = replace(first, published="2026-03-14T18:20:00+01:00", retrieved="2026-03-15T09:30:12Z")
    compared = replace(comparison, coverage=replace(comparison.coverage, articles=(dated, *rest)))
    report = render(compared, written, options=Options(name))
    assert "2026-03-14 18:20 UTC+01:00" in report
    assert "2026-03-14T" not in report
    assert "2026-03-15T" not in report


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_tells_what_was_compared_and_how(comparison: Comparison, name: Profile) -> None:
    report = profile(comparison, name)
    assert report.startswith("<!-- compare/1 report -->\n\n# The bridge at \\<Ostrey\\>\n")
    for said in (
        *(
            "compare 0.1.0",
            f"--profile {name}",
            "settings: conflicts True, link 0.25",
            "set `",
            "Links that hold together",
        ),
        *("Undated: post?.", "not compared: x1", "gives the sum “€4 million”", "Not in the text of River\\|Gazette"),
        *("closed on Monday", "closed on Tuesday", "link", comparison.coverage.articles[0].sha256),
    ):
        assert said in report, said
    assert not CONTROLS.search(report)


@pytest.mark.parametrize("name", PROFILES)
def test_footnotes_are_all_there_and_nothing_but_ours_is_markup(comparison: Comparison, name: Profile) -> None:
    report = profile(comparison, name)
    marks, defined = (
        set(re.findall(r"\[\^\d+\](?!:)", report)),
        set(re.findall(r"^\[\^\d+\](?=:)", report, re.MULTILINE)),
    )
    assert marks == defined != set()
    kinds = Counter(kind for kind, _ in parsed(report))
    assert not kinds.keys() & {"fence", "code_block", "heading_setext", "image", "blockquote_open"}
    html = {content.strip() for kind, content in parsed(report) if kind in ("html_block", "html_inline")}
    assert all(re.match(r"<!-- |</?details|<br>|</?code>", tag) for tag in html), html
    if name == "paper":
        assert html <= {"<!-- compare/1 report -->", "<code>", "</code>"}
        assert kinds["table_open"] == report.count("\n**Table ") > 3


PLACE = r"(?P<who>[^;:]*?)\\\[(?P<number>\d+)\\\], line (?P<line>\d+), characters (?P<start>\d+)–(?P<end>\d+)"
"""A place in a footnote of a memo."""


@pytest.mark.parametrize("name", ["seeds/", "seeds/ferry"])
def test_what_a_memo_says_can_be_looked_up_at_the_line(name: str, seeds: Comparison) -> None:
    of = seeds if name == "seeds/" else analyse(load([str(ROOT / name)]))
    order = of.coverage.displayed()
    body, *notes = re.split(r"\n\n\[\^\d+\]: ", profile(of, "memo"))
    assert len(notes) >= 15
    words_at = [[_looked_up(place, order) for place in re.finditer(PLACE, note)] for note in notes]
    for note, places in zip(notes, words_at, strict=True):
        assert len(places) == note.count(", line ") > 0
        for quoted in re.findall(r": “(.*?)”(?:;|$)", note.strip()):
            assert any(words.startswith(_plain(quoted)) for words in places), quoted
    quoted_in_body = re.findall(r"“([^“”]*)”(?:\)?\.)?((?:\[\^\d+\])+)", body)
    assert len(quoted_in_body) > 8
    for quoted, marks in quoted_in_body:
        places = [words for n in re.findall(r"\d+", marks) for words in words_at[int(n) - 1]]
        assert any(_plain(quoted) in words for words in places), quoted
    for section in ("What stands out", "Where they disagree", "What all of them state", "What to ask next"):
        told = body.split(f"\n## {section}\n")[1].split("\n## ")[0]
        places = [words for n in re.findall(r"\[\^(\d+)\]", told) for words in words_at[int(n) - 1]]
        for quoted in re.findall(r"“([^“”]*)”", told):
            assert any(_plain(quoted).rstrip(".") in words for words in places), quoted
        if section != "Where they disagree":  # where the places stand with what each side says
            for block in told.strip().split("\n\n"):
                assert "[^" in block or "see the" in block or "unknown" in block, block


def _looked_up(place: re.Match[str], order: Sequence[Article]) -> str:
    """Return the words at a place, which has to be a sentence or what a sentence holds, on its line, of its outlet."""
    article = order[int(place["number"]) - 1]
    start, end = int(place["start"]), int(place["end"])
    assert article.line_of(start) == int(place["line"])
    assert place["who"].strip() in ("", article.label)
    assert any(paragraph.start <= start < end <= paragraph.end for paragraph in article.paragraphs)
    return " ".join(article.text[start:end].split())


def _plain(quoted: str) -> str:
    return re.sub(r"\\(.)", r"\1", quoted).removesuffix(" …")


def test_a_memo_of_five_reports_fits_three_pages(seeds: Comparison) -> None:
    """A page holds some 500 words at ten points; the places in footnotes are set smaller."""
    assert len(profile(seeds, "memo").split()) <= 1450


def test_a_memo_asks_only_what_follows_from_the_texts(comparison: Comparison) -> None:
    asked = profile(comparison, "memo").split("## What to ask next\n\n")[1].split("\n\n")[0]
    assert "Ask Ostrey Herald and River\\|Gazette each what its account rests on. One says Monday" in asked
    assert "Only Ostrey Herald gives “€4 million”: ask Ostrey Herald what it rests on." in asked
    assert "Get the whole text of post?: it is cut" in asked
    assert "Find out when post? was published" in asked


def test_what_a_conflict_opens_with_is_said_only_where_it_adds_something(comparison: Comparison) -> None:
    (dispute,) = comparison.conflicts

    def told(kind: ConflictKind, opening: str, rest: str) -> str:
        changed = replace(dispute, kind=kind, opening=opening, why=f"{opening}{rest}")
        return profile(replace(comparison, conflicts=(changed,)), "memo")

    figures = told(ConflictKind.FIGURE, "The figures differ.", " Herald: “2”; Gazette: “3”.")
    assert "each where its figure comes from. Herald: “2”; Gazette: “3”." in figures
    assert "\nThe figures differ. Herald: “2”; Gazette: “3”.\n" in figures
    views = told(ConflictKind.FRAMING, "Opposed views of “a bridge”", ": “was closed on Tuesday”.")
    assert "**Framing.** Opposed views of “a bridge”.\n" in views


def test_a_source_is_credited_only_where_the_sentence_names_it(comparison: Comparison) -> None:
    claims = tuple(replace(c, sources=("Ada Moss", "the council")) for c in comparison.claims)
    asked = profile(replace(comparison, claims=claims), "memo").split("## What to ask next")[1]
    assert "and credits the council: ask the council whether that is right." in asked
    assert "Moss: ask" not in asked


@pytest.mark.parametrize("times", [1, 40])
def test_a_report_for_github_keeps_below_its_limit(comparison: Comparison, times: int) -> None:
    many = replace(
        comparison,
        findings=tuple(
            replace(f, rank=n, why=f.why + " word" * 30)
            for n, f in enumerate((f for f in comparison.findings for _ in range(times * 25)), 1)
        ),
        claims=comparison.claims
        + tuple(replace(c, id=f"{c.id}{n}") for c in comparison.claims for n in range(times * 3)),
        facts=comparison.facts * times * 20,
        coverage=replace(comparison.coverage, title="Bridge " * times * 100, notices=(Notice("one thing"),) * times),
    )
    report = profile(many, "pr")
    assert len(report.encode()) < 64_000
    assert ("more, in the full report" in report) is (times > 1)


def test_where_no_column_fits_a_report_for_github_counts(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "COLUMNS", 2)
    report = profile(comparison, "pr")
    assert "| claim | kind | states | less specific | denies | lacks | unknown |" in report
    assert "Each detail, and how many of the 3 reports give it.\n\n| kind | as written | reports |" in report


def test_whom_a_claim_is_credited_to_stands_behind_it_in_every_list(comparison: Comparison) -> None:
    claims = tuple(replace(claim, sources=("the [council]",)) for claim in comparison.claims)
    for name in ("full", "pr", "paper"):
        report = profile(replace(comparison, claims=claims), name)
        told = [line for line in report.split("\n") if "Repairs will cost" in line and "*attributed*" in line]
        told += [line for line in report.split("\n") if "Repairs will cost" in line and "| attributed |" in line]
        assert told
        assert all(" — credited to the \\[council\\]" in line for line in told)


def test_texts_stand_beside_a_report_for_github(comparison: Comparison, tmp_path: Path) -> None:
    target = tmp_path / "my report.md"
    assert replaced(comparison.coverage, str(target), Options("pr")) == ()
    for _ in range(2):  # the second time over files of ours
        write(comparison, str(target), options=Options("pr"))
    assert sorted(replaced(comparison.coverage, str(target), Options("pr"))) == sorted(map(str, tmp_path.iterdir()))
    assert replaced(comparison.coverage, str(target)) == (str(target),)
    links = re.findall(r"\[annotated\]\((\S+)\)", target.read_text(encoding="utf-8"))
    beside = sorted(path for path in tmp_path.iterdir() if path != target)
    assert sorted(links) == [path.name.replace(" ", "%20") for path in beside]
    texts = {k: v for path in beside for k, v in strip_all(path.read_text(encoding="utf-8")).items()}
    assert texts == {a.id: a.text for a in comparison.coverage.articles}
    assert all(path.read_bytes().startswith(b"<!-- compare/1 report -->") for path in beside)
    before = target.read_bytes()
    beside[0].write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused, match="not a report"):
        write(comparison, str(target), options=Options("pr"))
    assert (beside[0].read_text(encoding="utf-8"), target.read_bytes()) == ("mine", before)


def test_on_its_own_a_report_for_github_says_what_is_left_out(comparison: Comparison) -> None:
    assert "The annotated articles are left out" in profile(comparison, "pr")


def test_criticmarkup_is_the_same_annotation(comparison: Comparison) -> None:
    report = render(comparison, "md", options=Options(marks="critic"))
    assert "closed on {++Monday++}{-- Tuesday--} after a{-- long--} crack was" in report
    assert "{>>◆<<}Repairs will cost" in report
    assert "{>>not compared: link<<}" in report
    assert strip_all(report) == {a.id: a.text for a in comparison.coverage.articles}


@pytest.mark.parametrize("opening", ["+ five", "- five", "1. five"])
def test_accepted_criticmarkup_makes_no_list_of_what_a_paragraph_begins_with(
    comparison: Comparison, opening: str
) -> None:
    article = make_article("Post", f"{opening} were hurt.", outlet="Post")
    sentence = article.sentences[0]
    claim = Claim("c1", "x", ClaimKind.FACT, (sentence.id,), (article.id,), Status.UNIQUE, 0.9, {}, 1)
    coverage = CoverageSet((article,), (article.id,))
    made = Comparison(coverage, settings={}, links=(), nearest=(), claims=(claim,), facts=())
    report = render(made, "md", options=Options(marks="critic"))
    line = next(line for line in report.split("\n") if line.startswith("{>>") and "were hurt" in line)
    accepted = re.sub(r"\{>>.*?<<\}", "", line)
    assert parsed(accepted)[0][0] == "paragraph_open"


@pytest.mark.parametrize(
    ("options", "format", "said"),
    [
        (Options("memo"), "html", "is for Markdown"),
        (Options(marks="critic"), "txt", "annotated articles in Markdown"),
        (Options("memo", "critic"), "md", "which --profile memo has none of"),
        (Options(quote_words=0), "md", "use 1 or more"),
        (Options(quote_words=5), "json", "holds the articles in full"),
        (Options(marks="critic", quote_words=5), "md", "nothing to mark"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    comparison: Comparison, options: Options, format: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        render(comparison, format, options=options)  # type: ignore[arg-type]


def test_where_an_article_was_fetched_stands_in_its_evidence(comparison: Comparison) -> None:
    articles = tuple(
        replace(a, url="https://x.example/a_b?<c>", retrieved="2025-03-06T07:08:09Z")
        for a in comparison.coverage.articles
    )
    fetched = replace(comparison, coverage=replace(comparison.coverage, articles=articles))
    for name in PROFILES:
        report = profile(fetched, name).replace("\\", "")
        assert "<https://x.example/a_b?%3Cc%3E>, retrieved 2025-03-06 07:08:09 UTC" in report


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_legends_tell_every_mark_and_every_stance(comparison: Comparison, format: Format) -> None:
    report = re.sub("<[^>]+>|`", "", render(comparison, format, width=200))
    for meaning in ("= stated", "≈ perhaps stated", "~ less specific", "! denied", "? unknown"):
        assert meaning in report
    if format != "txt":  # which has no annotated articles
        for meaning in ("! in conflict with", "◆ only here", "= also elsewhere", "≈ perhaps also", "? perhaps only"):
            assert meaning in report


def test_no_two_articles_are_called_the_same(comparison: Comparison) -> None:
    labels = ("Post", "Post", "Post (1)", "post", "")
    articles = tuple(make_article(label, f"Text {n}.", outlet=None) for n, label in enumerate(labels))
    named = Citer.of(replace(comparison, coverage=CoverageSet(articles, tuple(a.id for a in articles)))).names
    assert list(named.values()) == ["Post (2)", "Post (3)", "Post (1)", "post", "unnamed"]


def test_a_question_agrees_with_how_many_it_is_about(comparison: Comparison) -> None:
    alone = comparison.findings[1]
    assert "Only Ostrey Herald gives" in profile(comparison, "memo")
    together = replace(alone, articles=tuple(a.id for a in comparison.coverage.articles[:2]))
    assert "give “€4 million”" in profile(replace(comparison, findings=(together,)), "memo")


@pytest.mark.parametrize(
    ("sources", "asked", "command"),
    [
        (["a.txt", "-"], Web(), "compare a.txt - --profile memo"),
        (["-a.txt", "b c.txt"], Web(), "compare --profile memo -- -a.txt 'b c.txt'"),
        (["feed.xml"], Web(about="old ferry"), "compare feed.xml --about 'old ferry' --profile memo"),
        (["-x", "y"], Web(since="", offline=True), "compare --since --profile memo -- -x y"),
        (["x"], Web(since="2026-03-01"), "compare x --since=2026-03-01 --profile memo"),
    ],
)
def test_the_command_in_a_report_makes_it_again(sources: list[str], asked: Web, command: str) -> None:
    assert command_for(sources, Options("memo", asked=asked.asked)) == command
    parsed = asked_for(shlex.split(command)[1:])
    assert (parsed.sources, parsed.profile) == (sources, "memo")
    assert (parsed.about, parsed.since) == (asked.about, asked.since)


def test_in_a_paper_quotation_marks_stay_as_they_are_between_back_ticks_too(comparison: Comparison) -> None:
    told = replace(comparison.findings[0], why='They wrote `it\'s "shut"` on it.')
    paper = profile(replace(comparison, findings=(told,)), "paper")
    assert '\\`it\\\'s \\"shut\\"\\`' in paper


def test_what_can_be_asked_for_is_what_there_is() -> None:
    choices = {action.dest: tuple(action.choices or ()) for action in parser()._actions}
    assert choices["format"] == SUFFIXES
    assert choices["profile"] == options.PROFILES
    assert choices["marks"] == options.MARKS


def test_footnotes_of_a_report_for_github_have_a_mark_and_leave_it_below_its_limit(comparison: Comparison) -> None:
    names = [f"{n} {'|_' * 200}" for n in range(40)]
    made = (make_article(name, f"Text {n}.\n", outlet=name) for n, name in enumerate(names))
    articles = tuple(replace(a, author="*" * 300, url=f"https://{a.id}.example/{'~|' * 500}") for a in made)
    kinds = ClaimKind.FACT, Status.UNIQUE
    claims = [
        Claim(f"c{a.id}", a.text, kinds[0], (a.sentences[0].id,), (a.id,), kinds[1], 0.9, {}, 1) for a in articles
    ]
    others = f"Not in the text of {', '.join(names)}."
    findings = [Finding(n, FindingKind.OMISSION, c.id, None, c.articles, others) for n, c in enumerate(claims, 1)]
    many = replace(
        comparison,
        coverage=CoverageSet(articles, tuple(a.id for a in articles)),
        claims=tuple(claims),
        findings=tuple(findings),
        links=(),
        nearest=(),
        facts=(),
        conflicts=(),
        reuse=(),
    )
    report = profile(many, "pr")
    noted = set(re.findall(r"^\[\^(\d+)\]:", report, re.MULTILINE))
    assert noted == set(re.findall(r"\[\^(\d+)\](?!:)", report))
    assert len(report.encode()) <= 60_000
