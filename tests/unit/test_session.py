"""What screen and export share: progress, cancelling, and what becomes of sources that cannot be read."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

import compare
from compare.errors import SourceMissing, TooFewArticles, UsageError
from compare.loading.web import Web
from compare.session import Cancelled, Progress, analyse, inputs, load
from web_server import rss


def test_progress_is_told_from_first_to_last(pair: list[str]) -> None:
    told: list[Progress] = []
    arrived: list[compare.Article] = []
    coverage = load(pair, progress=told.append, arrived=arrived.append)
    analyse(coverage, progress=told.append)
    assert [a.source for a in arrived] == pair
    loading = [(p.done, p.note) for p in told if p.stage == "loading" and p.note]
    assert loading == [(0, pair[0]), (1, pair[1])]
    assert [[s.state for s in p.sources] for p in told if p.done == 2 and p.stage == "loading"] == [["done", "done"]]
    assert {p.stage for p in told} == {"loading", "analysis"}
    assert all(p.done <= p.total for p in told)


def test_who_has_enough_is_told_which_files_were_not_read(pair: list[str], tmp_path: Path) -> None:
    (tmp_path / "2.txt").write_text("A ship sank.\n", encoding="utf-8")
    arrived: list[compare.Article] = []
    third = str(tmp_path / "2.txt")
    coverage = load([*pair, third], arrived=arrived.append, enough=lambda: len(arrived) == 2)
    said = f"not compared: {third}: had not been read when you stopped; open the set again to read it"
    assert said in coverage.warnings


def test_work_ends_when_asked(pair: list[str]) -> None:
    with pytest.raises(Cancelled):
        load(pair, cancelled=lambda: True)
    coverage = load(pair)
    with pytest.raises(Cancelled):
        analyse(coverage, cancelled=lambda: True)


def test_one_bad_source_leaves_the_rest(pair: list[str]) -> None:
    coverage = load([*pair, "nowhere.txt"])
    assert len(coverage.articles) == 2
    assert any("nowhere.txt" in warning for warning in coverage.warnings)
    with pytest.raises(SourceMissing):
        load([*pair, "nowhere.txt"], strict=True)


def test_only_bad_sources(pair: list[str]) -> None:
    with pytest.raises(SourceMissing):
        load(["nowhere.txt"])
    with pytest.raises(
        TooFewArticles,
        match=r"no article to compare: nowhere\.txt: no such file .*; check the spelling \(1 more cannot be read\)$",
    ):
        load(["nowhere.txt", "nothing.txt"])
    with pytest.raises(
        TooFewArticles, match=r"only one article to compare: nothing\.txt: no such file or folder; check the spelling$"
    ):
        load([pair[0], "nothing.txt"])


def test_display_keeps_the_users_order(pair: list[str]) -> None:
    for order in (pair, pair[::-1]):
        assert [a.source for a in load(order).displayed()] == order


def test_inputs_are_all_files_a_set_comes_from(pair: list[str], tmp_path: Path) -> None:
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / "coverage.toml").write_text(
        "".join(f'[[article]]\nsource = "{name}"\n' for name in ("0.txt", "1.txt", "c.pdf")), encoding="utf-8"
    )
    everything = {*pair, str(tmp_path / "c.pdf"), str(tmp_path / "coverage.toml")}
    for sources in ([str(tmp_path)], [str(tmp_path / "coverage.toml")], [str(tmp_path / "*")]):
        assert everything <= set(inputs(sources)) == set(load(sources).inputs)
    assert load([*pair, pair[0]]).inputs == tuple(pair)


def test_the_library_in_three_lines(pair: list[str]) -> None:
    comparison = compare.compare(compare.load(pair))
    assert isinstance(comparison, compare.Comparison)
    assert comparison.claims
    with pytest.raises(AttributeError):
        compare.nothing  # noqa: B018


def test_words_for_the_entries_of_feeds_are_refused_where_there_is_no_feed(pair: list[str], tmp_path: Path) -> None:
    about = Web(about="ferry")
    with pytest.raises(UsageError, match=r"^--about chooses entries of a feed, and no SOURCE is one$"):
        load(pair, web=about)
    feed = tmp_path / "news.zip"
    with ZipFile(feed, "w") as file:
        file.writestr("news.rss", rss({"Ferry aground": "A ferry struck a pier.", "Snow": "A pass is shut."}))
    titles = [article.title for article in load([*pair, str(feed)], web=about).articles]
    assert titles.count("Ferry aground") == 1
    assert "Snow" not in titles
    # what cannot be read may have been the feed
    assert len(load([*pair, "nowhere.rss"], web=about).articles) == 2
