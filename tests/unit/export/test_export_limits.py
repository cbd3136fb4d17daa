"""What a reader must know is in every report, and what a reader must judge is in none."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from compare.export import Options, render, stock
from compare.export.options import PROFILES, Format
from compare.model import Comparison, CoverageSet, Notice, phrases
from compare.session import analyse, load
from project import FERRY, SEEDS

SAID = ("not compared: a.txt: no such file or folder; check the spelling", "of each sentence the 64 likeliest are kept")
"""A source that could not be read, and a bound that was reached."""

JUDGING = re.compile(
    r"\b(?:hid(?:es?|den|ing)|conceal\w*|bias\w*|omits?|suppress\w*|lie[sd]?|lying|mislead\w*)\b", re.I
)


@pytest.mark.parametrize(
    ("format", "options"),
    [*((each, Options()) for each in ("html", "txt", "json")), *(("md", Options(profile)) for profile in PROFILES)],
    ids=str,
)
def test_every_report_says_what_was_left_out_and_what_is_not_sure(
    comparison: Comparison, format: Format, options: Options
) -> None:
    skipped, bounded = SAID
    said = replace(comparison, coverage=replace(comparison.coverage, notices=(Notice(skipped),)), warnings=(bounded,))
    report = unescape(render(said, format, options=options)).replace("\\", "")
    assert all(words in report for words in SAID)
    doubtful = [c for c in said.claims if c.confidence < 0.6]
    assert doubtful
    if format == "json":
        assert f'"confidence": {doubtful[0].confidence}' in report
    else:
        assert re.search(r"\b[Pp]erhaps\b|\blikely\b", report)


@pytest.mark.parametrize("folder", [SEEDS, FERRY], ids=lambda folder: folder.name)
def test_nothing_that_is_said_judges_the_texts(folder: Path) -> None:
    comparison = analyse(load([str(folder)]))
    whys = [*(found.why for found in comparison.findings), *(conflict.why for conflict in comparison.conflicts)]
    ours = [re.sub("“[^”]*”", "", why) for why in whys]
    ours += [words for words in (*vars(stock).values(), *vars(phrases).values()) if isinstance(words, str)]
    assert len(ours) > len(whys) > 0
    assert not [words for words in ours if JUDGING.search(words)]


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_of_no_reports_nothing_is_said(format: Format) -> None:
    report = render(Comparison(CoverageSet((), ()), {}, (), (), (), ()), format)
    assert not re.search("Cut:|Undated:|Outlet not known:", report)
