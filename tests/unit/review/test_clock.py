"""A clock that goes back: of two marks the one made later still counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from compare.model import Judged, Verdict
from compare.review import Store, quote_of
from compare.session import analyse, load
from compare.tui.reviewing import Reviewing
from project import FERRY

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)


def test_the_later_verdict_counts_and_marks_stay_in_order(tmp_path: Path) -> None:
    comparison = analyse(load([str(FERRY)]))
    article = comparison.coverage.articles[0]
    quote = quote_of(article, article.sentences[0].start, article.sentences[0].end)
    clock = [NOON, NOON - timedelta(hours=1), NOON - timedelta(days=300), NOON + timedelta(hours=1)]
    reviewing = Reviewing(Store(tmp_path), now=lambda: clock.pop(0))
    reviewing.over(comparison)
    verdicts = (Verdict.CONFIRMED, Verdict.WRONG, Verdict.OUR_CALL, Verdict.CONFIRMED)
    for verdict in verdicts:
        reviewing.put(Judged((quote,), verdict))
        (remarks,) = reviewing.over(comparison).on.values()
        assert remarks.verdict is verdict
    times = [mark.made for mark in reviewing.store.marks]
    assert times == sorted(set(times))
    assert times[-1] == "2026-03-29T13:00:00.000000Z"  # a clock that is right again is believed again


def test_a_mark_from_the_end_of_the_calendar_stops_nobody(tmp_path: Path) -> None:
    comparison = analyse(load([str(FERRY)]))
    article = comparison.coverage.articles[0]
    reviewing = Reviewing(Store(tmp_path), now=lambda: datetime.max.replace(tzinfo=UTC))
    reviewing.over(comparison)
    for _ in range(2):
        reviewing.put(Judged((quote_of(article, 0, 9),), Verdict.WRONG))
    assert [mark.made[:4] for mark in reviewing.store.marks] == ["9999", "9999"]
