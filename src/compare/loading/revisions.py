"""Today's answer of an address beside what it answered before: ``--since``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from compare.errors import SourceError, Unchanged
from compare.loading.addresses import host_of
from compare.loading.answers import Fetched
from compare.loading.reading import Reading, read
from compare.loading.served import served
from compare.loading.snapshots import Snapshot, Snapshots
from compare.loading.sources import Source
from compare.loading.web import moment
from compare.model import Article


def read_fetched(source: Source, fetched: Fetched) -> Reading:
    """Read what an address answered; its articles know when that was.

    Raises:
        SourceError: as :func:`~compare.loading.reading.read`.
    """
    reading = read(served(source, fetched))
    articles = tuple(replace(article, retrieved=fetched.snapshot.seen) for article in reading.articles)
    return replace(reading, articles=articles, warnings=(*fetched.warnings, *reading.warnings))


def read_since(source: Source, fetched: Fetched, snapshots: Snapshots, since: str) -> Reading:
    """Read what an address answered, and before it the saved revision that ``since`` asks for.

    Both articles are labelled with the time of their retrieval and have one outlet, so that they are one voice.

    Args:
        source: the address.
        fetched: its newest answer.
        snapshots: where the others are kept.
        since: an ISO 8601 date or date-time; empty for the last revision that says anything else.

    Raises:
        Unchanged: no revision that is kept says anything else, or the address gives several articles.
        SourceError: as :func:`~compare.loading.reading.read`.
    """
    reading = read_fetched(source, fetched)
    if len(reading.articles) != 1:
        raise Unchanged(source.name, "is a feed, whose entries come and go", "use --since with the address of a page")
    (today,) = reading.articles
    # of whom nobody knows the name, both are of one host all the same
    outlet = today.outlet or host_of(fetched.snapshot.url)
    same = replace(source, metadata=replace(source.metadata, outlet=outlet))
    if today.outlet is None:
        (today,) = read_fetched(same, fetched).articles
    before = _last_other(same, today, snapshots, _candidates(fetched, snapshots, since))
    times = [(article.retrieved or "").replace("T", " ") for article in (before, today)]
    # to the minute, in UTC; to the second where that tells them apart
    length = len("2025-10-15 14:02") if times[0][:16] != times[1][:16] else len("2025-10-15 14:02:11")
    dated = (
        replace(article, label=f"{article.label} {time[:length]}")
        for article, time in zip((before, today), times, strict=True)
    )
    return replace(reading, articles=tuple(dated))


def _candidates(fetched: Fetched, snapshots: Snapshots, since: str) -> Sequence[Snapshot]:
    """Return the revisions to look at, the likeliest first."""
    now = fetched.snapshot
    *older, last = snapshots.history(fetched.address) or (now,)
    # the newest is today's answer itself, unless it was first seen another time, or today's could not be kept
    if last.retrieved != now.retrieved or last.sha256 != now.sha256:
        older.append(last)
    if not since:
        return older[::-1]
    stood = [s for s in older if datetime.fromisoformat(s.retrieved) <= moment(since)]
    return stood[-1:] or older[:1]


def _last_other(source: Source, today: Article, snapshots: Snapshots, candidates: Sequence[Snapshot]) -> Article:
    name = source.name
    if not candidates:
        raise Unchanged(name, "has no saved revision older than today's", "open it again when it has changed")
    for article in _articles(source, snapshots, candidates):
        # advertisements and lists of other reports change with every visit; what counts is what the article says
        if _said(article) != _said(today):
            return article
    oldest = candidates[-1].retrieved[:10]
    raise Unchanged(name, f"says the same as on {oldest}", "open it again when it has changed")


def _articles(source: Source, snapshots: Snapshots, candidates: Sequence[Snapshot]) -> Iterator[Article]:
    """Read revisions; one that shows no article, as while a server was being mended, is none to compare with."""
    for snapshot in candidates:
        if (body := snapshots.body(source.name, snapshot)) is not None:
            with suppress(SourceError):
                yield from read_fetched(source, Fetched(source.name, snapshot, body)).articles


def _said(article: Article) -> tuple[str, ...]:
    return tuple(article.cut(sentence) for sentence in article.comparable)
