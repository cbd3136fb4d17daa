"""Loading and analysing beside the screen: a thread that only posts messages.

It is a daemon thread of its own instead of a worker of Textual's: those live in a pool that is waited for on the way
out, so a source that blocks (a pipe nobody writes to) would keep the reader from quitting.
"""

from __future__ import annotations

from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, BinaryIO

from textual.message import Message

from compare import session
from compare.review import Laid, Store
from compare.tui.corrector import Corrector
from compare.tui.reviewing import laid_over

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from compare.cached import Analyses
    from compare.loading.offers import Offer
    from compare.loading.web import Web
    from compare.model import Article, Comparison, CoverageSet


@dataclass
class News(Message):
    """What comes of a work; what an older work says may still be under way when a newer one has begun."""

    work: Work


@dataclass
class Advanced(News):
    """A stage is so far."""

    progress: session.Progress

    def can_replace(self, message: Message) -> bool:
        """Only the newest is worth showing."""
        return isinstance(message, Advanced) and message.work is self.work


@dataclass
class Arrived(News):
    """More articles are read: all of them so far, so that a newer message stands for those before it."""

    articles: tuple[Article, ...]

    def can_replace(self, message: Message) -> bool:
        """Many small files arrive faster than a screen is drawn."""
        return isinstance(message, Arrived) and message.work is self.work


@dataclass
class Offered(News):
    """A feed offers entries, and the work waits until :meth:`Work.choose` says which of them to open.

    ``least`` is how many make a set: two where nothing else is read.
    """

    feed: str
    offers: tuple[Offer, ...]
    least: int


@dataclass
class Loaded(News):
    """All articles are read."""

    coverage: CoverageSet


@dataclass
class Compared(News):
    """The analysis is done, under the corrections among the marks that were ``laid`` over the set; ``corrector`` does
    it again under others."""

    comparison: Comparison
    corrector: Corrector
    laid: Laid


@dataclass
class Failed(News):
    """The work ended with an error."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Job:
    """What there is to read and compare.

    Attributes:
        sources: what a set is read from, by :func:`compare.session.load`.
        strict: end with an error at the first source that cannot be read.
        stdin: where ``-`` is read from.
        web: what may be fetched; by default all that the sources name.
        chosen: which entries of each feed to open, by feed; without it the reader is asked.
        coverage: a set that is read already; ``sources`` are then not read.
        review: the reader's marks, of which the corrections are obeyed.
        analyses: the comparisons of runs before.
    """

    sources: Sequence[str] = ()
    strict: bool = False
    stdin: BinaryIO | None = None
    web: Web | None = None
    chosen: Mapping[str, Collection[str]] | None = None
    coverage: CoverageSet | None = None
    review: Store | None = None
    analyses: Analyses | None = None


class Work(Thread):
    """Reads the sources of a job, or takes its set that is read already, and analyses it."""

    def __init__(self, post: Callable[[Message], bool], job: Job) -> None:
        super().__init__(name="compare-work", daemon=True)
        self._post = post
        self._job = job
        self._arrived: tuple[Article, ...] = ()
        self._stopped = Event()
        self._enough = Event()
        self._answers: SimpleQueue[Collection[str] | None] = SimpleQueue()
        self._alone = True

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stopped.set()
        self._answers.put(None)

    def choose(self, entries: Collection[str] | None) -> None:
        """Answer what entries of the feed that was offered last are to be opened; ``None`` for all of them."""
        self._answers.put(entries)

    def settle(self) -> None:
        """Ask the loading to end: what has arrived is compared."""
        self._enough.set()

    def run(self) -> None:
        """Do the work; every outcome but a cancellation is posted."""
        job = self._job
        try:
            coverage = job.coverage or session.load(
                job.sources,
                strict=job.strict,
                stdin=job.stdin,
                web=job.web,
                progress=self._advance,
                arrived=self._arrive,
                cancelled=self._stopped.is_set,
                enough=self._enough.is_set,
                choose=self._offer,
            )
            self._say(Loaded(self, coverage))
            corrector = Corrector(self._post, coverage, job.analyses)
            laid = laid_over(job.review or Store(None), coverage)
            comparison = corrector.compare(
                laid.corrections,
                progress=lambda progress: self._say(Advanced(self, progress)),
                cancelled=self._stopped.is_set,
            )
            self._say(Compared(self, comparison, corrector, laid))
            corrector.remember(laid.corrections, comparison)  # not before it is on the screen
        except session.Cancelled:
            return
        except Exception as error:  # anything that goes wrong must reach the reader, and the screen runs elsewhere
            self._say_last(Failed(self, error))

    def _advance(self, progress: session.Progress) -> None:
        self._alone = len(progress.sources) == 1
        self._say(Advanced(self, progress))

    def _offer(self, feed: str, offers: tuple[Offer, ...]) -> Collection[str] | None:
        if self._job.chosen is not None:
            return self._job.chosen.get(feed)
        self._say(Offered(self, feed, offers, 2 if self._alone else 1))
        answer = self._answers.get()
        if self._stopped.is_set():
            raise session.Cancelled
        return answer

    def _arrive(self, article: Article) -> None:
        if all(article.id != other.id for other in self._arrived):
            self._arrived = (*self._arrived, article)
            self._say(Arrived(self, self._arrived))

    def _say(self, message: Message) -> None:
        if self._stopped.is_set():
            raise session.Cancelled
        self._post(message)

    def _say_last(self, message: Message) -> None:
        try:
            self._post(message)
        except RuntimeError:  # the event loop is gone: the program has ended meanwhile
            return
