"""The benchmarks of time and of pages measure what they say, on cases small enough to work out by hand."""

import json
import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from benchmarks import again, corrections, recovery, speed, ui
from benchmarks.generate import Planted, coverage
from benchmarks.pages import __main__ as pages
from benchmarks.pages import measures as matching
from benchmarks.quality.stories import Story
from benchmarks.rows import Row, as_json, table

import compare
from unit.loading.page_samples import PAGE, TOLD


class TestSpeed:
    def test_coverage_is_the_same_again_and_as_long_as_asked(self) -> None:
        made = coverage(3)
        assert made == coverage(3) != coverage(3, seed=4)
        assert all(600 <= len(report.text.split()) < 700 for report in made)

    def test_an_article_that_tells_all_details_of_its_story_ends(self) -> None:
        (report, _) = coverage(2, words=4000)  # of 21 details
        told = [told.detail for paragraph in report.paragraphs for told in paragraph if told.planted is not Planted.OWN]
        assert sorted(told) == [*range(21)]

    def test_a_third_is_shared_and_some_of_it_conflicts(self) -> None:
        told = [told for report in coverage(20) for paragraph in report.paragraphs for told in paragraph]
        own = sum(each.planted is Planted.OWN for each in told)
        assert 0.6 < own / len(told) < 0.73
        assert any(each.planted is Planted.CONFLICT for each in told)

    def test_words_are_as_many_as_in_news(self) -> None:
        words = re.findall(r"\w+", " ".join(report.text.lower() for report in coverage(6)))
        assert 800 < len(set(words)) < 1200

    def test_what_is_planted_is_found(self) -> None:
        comparison = compare.compare(speed.loaded(2))
        assert any(len(claim.articles) > 1 for claim in comparison.claims)

    def test_conflicts_are_counted_by_what_was_planted(self) -> None:
        reports = coverage(5)
        comparison = compare.compare(speed.from_files([report.text for report in reports]))
        told = dict(recovery.planted_in(comparison, reports))
        counted = recovery.disputes(comparison, told)
        assert 0 < counted.right <= counted.listed == len(comparison.conflicts)
        assert 0 < counted.found <= counted.wrong
        assert recovery.disputes(replace(comparison, conflicts=()), told) == recovery.Disputes(0, 0, counted.wrong, 0)
        assert (counted + counted).found == 2 * counted.found
        shares = recovery.recovery(comparison, reports)
        assert shares.conflicts == counted.found / counted.wrong
        assert shares.conflicts_right == counted.right / counted.listed

    @pytest.mark.parametrize(("most", "met"), [(True, False), (False, True)])
    def test_a_target_is_an_upper_or_a_lower_bound(self, most: bool, met: bool) -> None:
        row = Row("a", "1 ms", "1 ms", 21.0, 20, most=most)
        assert row.met is met
        assert ("MISSED" in table([row])) is not met

    def test_what_came_to_no_end_or_has_no_target_can_be_told_to_programs(self) -> None:
        rows = [Row("500 articles", "inf", "", math.inf, 40), Row("full analysis", "2 s", "", 2000.0, None, unit=" ms")]
        endless, untold = json.loads(as_json(rows), parse_constant=pytest.fail)
        assert (endless["value"], endless["met"]) == (None, False)
        assert (untold["target"], untold["met"]) == (None, True)
        assert table(rows).splitlines()[-1].split() == ["full", "analysis", "2", "s", "2,000", "ms"]


def test_real_coverage_is_dealt_out_until_each_article_has_enough() -> None:
    def story(name: str, reports: int) -> Story:
        texts = tuple(f"{name}{n} " * (ui.WORDS // 2 + n) + "\n\nEnd.\n\n" * 10 for n in range(reports))
        return Story(name, texts, (), np.empty(0, dtype=np.int64), {})

    dealt = corrections.joined([story("Last", 3), *(story(f"S{n}", ui.READING) for n in range(2))]).articles
    assert len(dealt) == ui.READING
    assert all(ui.WORDS <= len(article.text.split()) < 1.2 * ui.WORDS for article in dealt)
    assert all({"S0", "S1"} == {word[:2] for word in article.text.split() if word != "End."} for article in dealt)
    assert len({article.outlet for article in dealt}) == ui.READING


def test_a_text_is_matched_by_runs_of_four_words() -> None:
    truth = "the ferry sank off the"  # two runs
    assert matching.match("the ferry sank off", truth) == matching.Match(1.0, 0.5)
    assert matching.match("", truth) == matching.Match(None, 0.0)
    f1, precision, recall = matching.figures([matching.Match(1.0, 1.0), matching.Match(None, 0.0)])
    assert (precision, recall) == (1.0, 0.5)
    assert math.isclose(f1, 2 / 3)
    assert matching.gain([matching.Match(1.0, 1.0)] * 3, [matching.Match(0.5, 0.5)] * 3, draws=40) == (0.5, 0.5)


def test_pages_are_scored_next_to_trafilatura(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "1a.html").write_text(PAGE, "utf-8")
    (tmp_path / "ground-truth.json").write_text(json.dumps({"1a": {"articleBody": "\n\n".join(TOLD)}}), "utf-8")
    assert pages.main([str(tmp_path), "--unseen"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^compare +1\.0000 +1\.0000 +1\.0000", said, re.MULTILINE)
    assert "trafilatura" in said and "furniture kept" in said
    assert pages.main([str(tmp_path / "none")]) == 1
    assert "benchmarks/README.md" in capsys.readouterr().err


def test_the_second_opening_finds_what_the_first_has_kept(tmp_path: Path) -> None:
    _, kept = again.opened_here(2, str(tmp_path))
    assert kept > 0
    assert again.opened_here(2, str(tmp_path))[1] == 0
    row = again.table([again.Run(2, 0.5, 0.01, 0.02, 20_000)]).splitlines()[-1]
    assert row == "| 2 | 0.50 s | 0.010 s | 0.020 s | 25 | 0.02 MB |"
