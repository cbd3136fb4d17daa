"""Comparing a set again under the reader's corrections, beside the screen: what was found of it is kept meanwhile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from compare import session

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.analysis import Analysis
    from compare.cached import Analyses
    from compare.model import Comparison, Correction, CoverageSet


class MayCorrect(Message):
    """The reader looks at what can be corrected."""


@dataclass
class Corrected(Message):
    """The set is compared under other corrections; ``failure`` is why it could not be."""

    corrector: Corrector
    corrections: tuple[Correction, ...]
    comparison: Comparison | None
    failure: Exception | None = None


REST = 1.0
"""Seconds without another correction after which a comparison is worth keeping for the next run."""


class Corrector:
    """One set, compared as often as the reader corrects it. Only what was asked for last is posted.

    A set that was opened before needs no analysis to be read, but one to be corrected: it is made when the reader looks
    at what can be corrected, and until then costs nothing.

    Args:
        post: takes messages, from any thread.
        coverage: the set as it was loaded.
        analyses: the comparisons of runs before; without it there are none, and none is kept.
    """

    def __init__(
        self, post: Callable[[Message], bool], coverage: CoverageSet, analyses: Analyses | None = None
    ) -> None:
        self.coverage = coverage
        self._post = post
        self._analyses = analyses
        self._expecting = False
        self._kept: Analysis | None = None
        self._turn = Lock()
        """Held by the thread that compares; nobody else touches what is kept."""
        self._stopped = Event()
        self._left = Event()

    def compare(
        self,
        corrections: tuple[Correction, ...],
        *,
        progress: Callable[[session.Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Comparison:
        """Return the comparison of a run before; else compare the set, and keep what is found of it for corrections.

        The arguments are those of :func:`compare.session.analyse`.
        """
        with self._turn:
            found = self._analyses.find(self.coverage, corrections) if self._analyses and self._kept is None else None
            return found or self._analysed(corrections, progress, cancelled)

    def _analysed(
        self,
        corrections: tuple[Correction, ...],
        progress: Callable[[session.Progress], None],
        cancelled: Callable[[], bool],
    ) -> Comparison:
        """Compare the set without looking for a comparison of a run before. Whoever asks has the turn."""
        self._kept = self._kept or session.keep(self.coverage)
        return session.analyse(self.coverage, corrections, kept=self._kept, progress=progress, cancelled=cancelled)

    def remember(self, corrections: tuple[Correction, ...], comparison: Comparison) -> None:
        """Keep a comparison for the next run."""
        if self._analyses is not None:
            self._analyses.keep(self.coverage, corrections, comparison)

    def expect(self, corrections: tuple[Correction, ...]) -> None:
        """A correction may come: find in a thread of its own what it will need, unless that is there already.

        Args:
            corrections: those that hold now.
        """
        if not self._expecting:
            self._expecting = True
            Thread(target=self._prepare, args=(corrections,), name="compare-prepare", daemon=True).start()

    def ask(self, corrections: tuple[Correction, ...]) -> None:
        """Compare the set in a thread of its own; what was asked before ends at its next step."""
        self._stopped.set()
        stopped = self._stopped = Event()
        Thread(target=self._run, args=(corrections, stopped), name="compare-correct", daemon=True).start()

    def stop(self) -> None:
        """Nobody waits for an answer any more, and none will be asked for."""
        self._stopped.set()
        self._left.set()

    def _prepare(self, corrections: tuple[Correction, ...]) -> None:
        with suppress(Exception), self._turn:  # what goes wrong does so again when the correction comes, and is told
            if self._kept is None:
                self._analysed(corrections, lambda _: None, self._left.is_set)

    def _run(self, corrections: tuple[Correction, ...], stopped: Event) -> None:
        try:
            answer = Corrected(self, corrections, self.compare(corrections, cancelled=stopped.is_set))
        except session.Cancelled:
            return
        except Exception as error:  # whatever goes wrong must reach the reader, and the screen runs elsewhere
            answer = Corrected(self, corrections, None, error)
        if stopped.is_set():
            return
        try:
            self._post(answer)
        except RuntimeError:  # the event loop is gone: the program has ended meanwhile
            return
        if answer.comparison is not None and not stopped.wait(REST):
            self.remember(corrections, answer.comparison)
