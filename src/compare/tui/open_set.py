"""Which set is open: what it was opened from, the work that reads and compares it, the watch over its files. No screen.

The application asks for a set to be opened, read again or compared anew, and hears of it by messages; this keeps what
has to be known from one of these to the next.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.tui.watch import Watch, files_of
from compare.tui.work import Job, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from textual.message import Message

    from compare.model import CoverageSet


class OpenSet:
    """One set after another, of which the last is open.

    Args:
        post: takes messages, from any thread.
        job: the first set; without sources and without a set that is read, none is open. Those that follow are read
            from other sources, or are read again, under the same conditions.
        watching: watch the files of a set when they are known.
    """

    def __init__(self, post: Callable[[Message], bool], job: Job, *, watching: bool = False) -> None:
        self.work: Work | None = None
        """What reads and compares it, at work or done; ``None`` while no set is open."""
        self.again = False
        """It was on the screen before: that stays until there is something to put in its place."""
        self.renamed = ""
        """The name that the reader has given an outlet, for which it is compared once more; else empty."""
        self.within = False
        """It was chosen within the program, where an error leads back to the choice and not out of the program."""
        self.chosen: dict[str, Collection[str]] = {}
        """The entries that the reader has chosen to open, by feed."""
        self._post = post
        self._job = job
        self._watching = watching
        self._watch: Watch | None = None
        if job.sources or job.coverage is not None:
            self.work = Work(post, job)

    @property
    def sources(self) -> Sequence[str]:
        """What the set is read from."""
        return self._job.sources

    @property
    def asked(self) -> tuple[str, ...]:
        """What else decides what is compared, as options of the command line."""
        return self._job.web.asked if self._job.web else ()

    def open(self, sources: Sequence[str]) -> None:
        """Read another set, after :meth:`leave`."""
        self.again, self.within = False, True
        self.chosen.clear()
        web = self._job.web
        # what was asked of one set is not asked of another
        self._job = replace(self._job, sources=sources, web=web and replace(web, since=None, about=""))
        self._read(fetch=True)

    def can_be_read_again(self) -> bool:
        """Say whether there are sources, and none of them is gone once it is read."""
        return self.work is not None and bool(self.sources) and "-" not in self.sources

    def read_again(self, *, fetch: bool, again: bool) -> None:
        """Read the sources anew.

        Args:
            fetch: whether to fetch addresses again, and to ask anew which entries of a feed to open; else what was
                saved is read, and the same entries.
            again: the set is on the screen; else this is still the first time, as far as the reader can see.
        """
        if self.work is not None:
            self.work.stop()
        self.again = again
        self._read(fetch=fetch)

    def compare_again(self, coverage: CoverageSet) -> None:
        """Compare the texts anew that were read, as a set in which an outlet is called otherwise."""
        if self.work is not None:
            self.work.stop()
        self.work = Work(self._post, replace(self._job, coverage=coverage))
        self.work.start()

    def watch_over(self, inputs: Iterable[str]) -> None:
        """Watch files, if files are to be watched, besides those that are watched; none of these is let go, since it
        may be gone for an instant."""
        known = self._watch.files if self._watch is not None else frozenset()
        files = known | files_of(inputs)
        if not self._watching or files == known:
            return
        if self._watch is not None:
            self._watch.stop()
        self._watch = Watch(self._post, files)
        self._watch.start()

    def leave(self) -> None:
        """Stop what goes on for the set."""
        for thread in (self.work, self._watch):
            if thread is not None:
                thread.stop()
        self._watch = None

    def _read(self, *, fetch: bool) -> None:
        from compare.loading.web import Web

        self.renamed = ""
        web = self._job.web or Web()
        job = replace(
            self._job,
            web=web if fetch else replace(web, offline=True, refresh=False),
            chosen=None if fetch else dict(self.chosen),
            coverage=None,
        )
        self.work = Work(self._post, job)
        self.work.start()
