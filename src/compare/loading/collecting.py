"""All sources of a plan to articles: addresses are fetched several at a time while files are read, and each article is
handed on as soon as it is there. What comes out does not depend on what arrived first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from compare.errors import FetchStopped, NotSaved, ReadingStopped, SourceError, Unchanged, UsageError
from compare.loading.answers import Fetched, Update
from compare.loading.contents import Context
from compare.loading.offers import Choose
from compare.loading.reading import Reading, read
from compare.loading.revisions import read_fetched, read_since
from compare.loading.snapshots import Snapshots
from compare.loading.sources import Plan, Source
from compare.loading.web import Web
from compare.model import Article

if TYPE_CHECKING:
    from compare.loading.fetches import Event, Fetches

TICK = 0.1
"""Seconds that are waited for an answer before the reader is asked again whether to go on."""


@dataclass(frozen=True, slots=True)
class SourceProgress:
    """How far one source is.

    Attributes:
        name: the source as the user would name it; text from outside.
        state: it waits for its turn, is being fetched or read, is an article, or cannot be one.
        arrived: bytes that were fetched; 0 for a file.
        total: bytes that the server said there are; ``None`` if it did not.
        note: what is waited for, or why it failed; text from outside.
    """

    name: str
    state: Literal["waiting", "reading", "done", "failed"] = "waiting"
    arrived: int = 0
    total: int | None = None
    note: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state in ("done", "failed")


@dataclass(frozen=True, slots=True)
class Collected:
    """The articles in the order of display, what is to be said of them, the sources that gave none, the titles of the
    set that stand in sources, what manifests note of articles, by source, and whether any source is a feed."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...]
    refused: tuple[SourceError, ...]
    titles: frozenset[str]
    notes: tuple[tuple[str, str], ...]
    feed: bool


@dataclass(slots=True)
class _Place:
    """What is known of one source of the plan."""

    source: Source
    progress: SourceProgress
    reading: Reading = field(default_factory=lambda: Reading(()))
    error: SourceError | None = None

    @property
    def refused(self) -> tuple[SourceError, ...]:
        """What of it cannot be read: all, or some of several articles."""
        return (self.error,) if self.error else self.reading.refused


class Collector:
    """Collects the articles of a plan.

    Args:
        plan: what to read.
        web: the reader's choices.
        strict: raise the first source, in the order of display, that cannot be read.
        told: called with all sources and the name of the one at work, whenever one gets on.
        arrived: called with each article as soon as it is read.
        choose: asked which entries of a feed to open; meanwhile nothing else is read, but fetching goes on.
    """

    def __init__(
        self,
        plan: Plan,
        web: Web,
        *,
        strict: bool,
        told: Callable[[tuple[SourceProgress, ...], str], None],
        arrived: Callable[[Article], None],
        choose: Choose | None = None,
    ) -> None:
        self._places = [_Place(source, SourceProgress(source.name)) for source in plan.sources]
        self._by_address = {place.source.address: place for place in self._places if place.source.address}
        self._web = web
        self._strict = strict
        self._told = told
        self._arrived = arrived
        self._choose = choose
        self._snapshots = Snapshots()
        if web.since is not None and not self._by_address:
            raise UsageError("--since compares revisions of an address, and no SOURCE is one")

    def run(self, *, going_on: Callable[[], bool]) -> Collected:
        """Read all sources.

        Args:
            going_on: asked before each source and ten times a second; a false answer ends the fetching, and what has
                arrived is kept.

        Raises:
            SourceError: a source cannot be read, and ``strict`` is set.
        """
        waiting = deque(place for place in self._places if self._web.offline or not place.source.address)
        with self._fetches() as fetches:
            while not all(place.progress.settled for place in self._places):
                if not going_on():
                    self._stop()
                elif waiting:
                    self._read(waiting.popleft())
                for event in fetches.take(0 if waiting else TICK) if fetches else ():
                    self._happened(event)
                self._raise_first()
        return Collected(
            tuple(article for place in self._places for article in place.reading.articles),
            tuple(warning for place in self._places for warning in place.reading.warnings),
            tuple(error for place in self._places for error in place.refused),
            frozenset(title for place in self._places for title in place.reading.titles),
            tuple(note for place in self._places for note in place.reading.notes),
            any(place.reading.feed for place in self._places),
        )

    def _fetches(self) -> Fetches | nullcontext[None]:
        if self._web.offline or not self._by_address:
            return nullcontext()
        # imported here: a set of files should not pay for what speaks to servers
        from compare.loading.fetches import Fetches

        try:
            return Fetches(tuple(self._by_address), self._web, self._snapshots)
        except SourceError as error:  # of none of them more than of the others
            for address, place in self._by_address.items():
                self._fail(place, SourceError(address, error.reason, error.advice))
            return nullcontext()

    def _happened(self, event: Event) -> None:
        address, what = event
        place = self._by_address[address]
        if place.progress.settled:
            return
        match what:
            case Update(arrived, total, note):
                place.progress = SourceProgress(place.source.name, "reading", arrived, total, note)
                self._tell(address)
            case Fetched():
                self._read(place, what)
            case SourceError():
                self._fail(place, what)
            case _:
                raise what

    def _read(self, place: _Place, fetched: Fetched | None = None) -> None:
        place.progress = replace(place.progress, state="reading", note="")
        self._tell(place.source.name)
        try:
            if fetched is None and place.source.address:
                fetched = self._saved(place.source.address)
            self._settle(place, self._reading(place, fetched))
        except Unchanged as error:  # today's article is there all the same
            if self._strict or fetched is None:
                self._fail(place, error)
                return
            today = read_fetched(self._asked(place), fetched)
            self._settle(place, replace(today, warnings=(*today.warnings, str(error))))
        except SourceError as error:
            self._fail(place, error)

    def _reading(self, place: _Place, fetched: Fetched | None) -> Reading:
        if fetched is None:
            return read(self._asked(place))
        if self._web.since is None:
            return read_fetched(self._asked(place), fetched)
        return read_since(place.source, fetched, self._snapshots, self._web.since)

    def _asked(self, place: _Place) -> Source:
        """The source with what the reader wants of it, should it be a feed."""
        return replace(place.source, context=Context(about=self._web.about, choose=self._choose))

    def _saved(self, address: str) -> Fetched:
        history = self._snapshots.history(address)
        body = self._snapshots.body(address, history[-1]) if history else None
        if body is None:
            raise NotSaved(address)
        return Fetched(address, history[-1], body)

    def _settle(self, place: _Place, reading: Reading) -> None:
        place.reading = reading
        place.progress = replace(place.progress, state="done", note="")
        for article in reading.articles:
            self._arrived(article)
        self._tell("")

    def _fail(self, place: _Place, error: SourceError) -> None:
        place.error = error
        place.progress = replace(place.progress, state="failed", note=error.reason)
        self._tell("")

    def _stop(self) -> None:
        for place in self._places:
            if not place.progress.settled:
                stopped = FetchStopped if place.source.address else ReadingStopped
                self._fail(place, stopped(place.source.name))

    def _raise_first(self) -> None:
        """Raise the first error of a strict reader, once all sources before it are settled: not the first to arrive."""
        for place in self._places if self._strict else ():
            if not place.progress.settled:
                return
            if place.refused:
                raise place.refused[0]

    def _tell(self, note: str) -> None:
        self._told(tuple(place.progress for place in self._places), note)
