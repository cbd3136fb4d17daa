"""Comparing a set again under the reader's corrections, beside the screen: what was found of it is kept meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from compare import session

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.analysis import Analysis
    from compare.model import Comparison, Correction, CoverageSet


@dataclass
class Corrected(Message):
    """The set is compared under other corrections; ``failure`` is why it could not be."""

    corrector: Corrector
    corrections: tuple[Correction, ...]
    comparison: Comparison | None
    failure: Exception | None = None


class Corrector:
    """One set, compared as often as the reader corrects it. Only what was asked for last is posted.

    Args:
        post: takes messages, from any thread.
        coverage: the set as it was loaded.
    """

    def __init__(self, post: Callable[[Message], bool], coverage: CoverageSet) -> None:
        self.coverage = coverage
        self._post = post
        self._kept: Analysis | None = None
        self._turn = Lock()
        self._stopped = Event()

    def compare(
        self,
        corrections: tuple[Correction, ...],
        *,
        progress: Callable[[session.Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Comparison:
        """Compare the set, and keep what is found of it; the arguments are those of :func:`compare.session.analyse`."""
        with self._turn:
            self._kept = self._kept or session.keep(self.coverage)
            return session.analyse(self.coverage, corrections, kept=self._kept, progress=progress, cancelled=cancelled)

    def ask(self, corrections: tuple[Correction, ...]) -> None:
        """Compare the set in a thread of its own; what was asked before ends at its next step."""
        self.stop()
        stopped = self._stopped = Event()
        Thread(target=self._run, args=(corrections, stopped), name="compare-correct", daemon=True).start()

    def stop(self) -> None:
        """Nobody waits for an answer any more."""
        self._stopped.set()

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
