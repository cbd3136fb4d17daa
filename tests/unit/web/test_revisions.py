"""What an address said before, beside what it says today."""

from __future__ import annotations

from datetime import timedelta

import pytest

import compare
from compare.errors import TooFewArticles, Unchanged, UsageError
from compare.loading.snapshots import KEPT, Snapshot, Snapshots, body_digest
from compare.loading.web import Web
from compare.model import Article
from compare.session import load
from web_server import STORY, WebServer, page

from .conftest import Hands

FIRST, SECOND, THIRD = (f"{text} The report has {n} parts." for n, text in enumerate(STORY[:3], 1))


def history(server: WebServer, hands: Hands, *texts: str) -> str:
    """Let a page say one text after the other, one a day, and be opened each time but the last."""
    url = server.url("/page")
    for text in texts[:-1]:
        server.gives("/page", page(text))
        load([url, server.url("/0")], web=Web(clock=hands.clock()))
        hands.at += timedelta(days=1)
    server.gives("/page", page(texts[-1]))
    return url


def revisions(url: str, hands: Hands, since: str = "") -> tuple[Article, Article]:
    """Open a page with the revision before it: that one, and today's."""
    before, today = load([url], web=Web(since=since, clock=hands.clock())).displayed()
    return before, today


def test_the_saved_revision_stands_beside_todays_as_one_voice(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, SECOND)
    before, today = revisions(url, hands)
    assert FIRST in before.text
    assert SECOND in today.text
    assert before.label.endswith(" 2025-10-15 14:02")
    assert today.label.endswith(" 2025-10-16 14:02")
    assert (before.retrieved, today.retrieved) == ("2025-10-15T14:02:00+00:00", "2025-10-16T14:02:00+00:00")
    assert before.source == today.source == url
    assert before.voice == today.voice == f"outlet {before.outlet}".casefold()
    comparison = compare.compare(load([url], web=Web(since="", offline=True)))
    assert {claim.status for claim in comparison.claims} == {"unique"}


def test_revisions_of_one_minute_are_told_apart_by_the_second(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, SECOND)
    hands.at -= timedelta(days=1, seconds=-9)
    labels = [article.label[-8:] for article in revisions(url, hands)]
    assert labels == ["14:02:00", "14:02:09"]


def test_a_date_chooses_the_revision_that_stood_then(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, SECOND, THIRD)
    for since, told in {
        "2025-10-15": FIRST,
        "2025-10-16": SECOND,
        "20251016": SECOND,
        "2025-W42-4": SECOND,
        "2025-10-16T14:01:00": FIRST,
        "2025-10-16T16:02:00+02:00": SECOND,
        "2025-10-20": SECOND,
        "1999-01-01": FIRST,
        "": SECOND,
    }.items():
        before, _ = revisions(url, hands, since)
        assert told in before.text, since


def test_what_only_the_bytes_tell_apart_is_no_change(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, SECOND, f"{SECOND}<!-- another advertisement -->")
    before, today = revisions(url, hands)
    assert FIRST in before.text
    assert SECOND in today.text


def test_a_revision_that_shows_no_article_is_passed_over(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, SECOND)
    broken = Snapshot(
        url, "image/png", None, body_digest(b"\0"), "2025-10-15T20:00:00+00:00", "2025-10-15T20:00:00+00:00"
    )
    Snapshots().keep(url, broken, b"\0")
    before, _ = revisions(url, hands)
    assert FIRST in before.text


def test_a_page_that_has_not_changed_is_opened_once_and_that_is_said(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, FIRST)
    with pytest.raises(TooFewArticles, match="says the same as on 2025-10-15; open it again when it has changed"):
        load([url], web=Web(since="", clock=hands.clock()))
    with pytest.raises(Unchanged, match="says the same"):
        load([url], web=Web(since="", clock=hands.clock()), strict=True)
    with pytest.raises(TooFewArticles, match="has no saved revision older than today's"):
        load([server.url("/3")], web=Web(since="", clock=hands.clock()))
    coverage = load([url, server.url("/1")], web=Web(since="", clock=hands.clock()))
    assert len(coverage.articles) == 2
    assert sum("has no saved revision" in w or "says the same" in w for w in coverage.warnings) == 2


def test_what_was_seen_before_the_clock_went_back_was_seen_before(server: WebServer, hands: Hands) -> None:
    url = history(server, hands, FIRST, FIRST)
    hands.at -= timedelta(days=300)
    with pytest.raises(Unchanged, match="says the same as on 2025-10-15"):
        load([url], web=Web(since="", clock=hands.clock()), strict=True)
    server.gives("/page", page(SECOND))
    before, today = revisions(url, hands)
    assert FIRST in before.text
    assert SECOND in today.text


def test_a_feed_has_no_revisions(server: WebServer, hands: Hands) -> None:
    coverage = load([server.url("/feed")], web=Web(since="", clock=hands.clock()))
    assert len(coverage.articles) == 10
    assert any("is a feed, whose entries come and go" in warning for warning in coverage.warnings)


def test_choices_that_exclude_each_other(hands: Hands) -> None:
    with pytest.raises(UsageError, match="exclude each other"):
        Web(offline=True, refresh=True)
    with pytest.raises(
        UsageError, match=r"--since a\.txt: is not a date such as 2025-10-15; without one, --since stands"
    ):
        Web(since="a.txt")
    with pytest.raises(UsageError, match="no SOURCE is one"):
        load([__file__], web=Web(since=""))


def test_revisions_are_bounded_and_the_oldest_goes() -> None:
    store, address = Snapshots(), "https://news.example/a"
    for n in range(KEPT + 2):
        at = f"2025-10-15T14:{n:02}:00+00:00"
        store.keep(address, Snapshot(address, "text/html", None, f"{n:064}", at, at), b"%d" % n)
    kept = store.history(address)
    assert len(kept) == KEPT == len(list(store.place(address).glob("*.gz")))
    assert kept[0].sha256 == f"{2:064}"
    assert store.body(address, kept[0]) is None, "the digest is not that of the bytes"
