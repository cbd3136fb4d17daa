"""The reader's marks, kept: what was said to be kept is on the disk and outlasts a crash, a kill, a second window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import RLock

from compare.model import Article, ReaderMark
from compare.review.acts import Acts
from compare.review.journal import Act, Concerns, Deed, standing, to_redo, to_undo
from compare.review.selectors import concerns


class Store:
    """All marks of a reader, of every set. Any thread may ask it.

    Reading never fails: where the file cannot be read, there are no marks and :attr:`trouble` says why. Writing is
    on the disk when it returns, or it raises :class:`~compare.errors.ReviewNotKept`, or of a file that is none of ours
    :class:`~compare.errors.ReviewRefused`, and has changed nothing.

    Args:
        folder: where the file is kept; with ``None`` marks last as long as the store.
    """

    def __init__(self, folder: Path | None) -> None:
        self._guard = RLock()
        self._acts = Acts(folder)

    @property
    def trouble(self) -> str:
        """One line on what is wrong with the file and what became of it; empty if nothing is."""
        return self._acts.trouble

    @property
    def marks(self) -> tuple[ReaderMark, ...]:
        """All marks that stand, in the order in which they were first made."""
        with self._guard:
            return tuple(standing(self._acts.all).values())

    def marks_on(self, articles: Sequence[Article]) -> tuple[ReaderMark, ...]:
        """Return the marks about any of these articles, or about earlier versions of them."""
        about = concerns(articles)
        return tuple(mark for mark in self.marks if about(mark))

    def refresh(self) -> bool:
        """Read what other programs have written since; tell whether there was anything. Cheap if there was not."""
        with self._guard:
            before = tuple(self._acts.all)
            self._acts.read()
            return tuple(self._acts.all) != before

    def put(self, *marks: ReaderMark) -> None:
        """Keep marks, in one act; one with the id of an earlier mark replaces it.

        Raises:
            ReviewNotKept: they could not be written.
        """
        if marks:
            self._add(lambda _: Act(0, Deed.CHANGE, puts=marks))

    def drop(self, *ids: str) -> None:
        """Take marks away, in one act; ids that are not there are passed over.

        Raises:
            ReviewNotKept: it could not be written.
        """

        def act(acts: Sequence[Act]) -> Act | None:
            present = standing(acts)
            gone = tuple(present[name] for name in dict.fromkeys(ids) if name in present)
            return Act(0, Deed.CHANGE, drops=gone) if gone else None

        self._add(act)

    def take_in(self, marks: Iterable[ReaderMark]) -> int:
        """Keep marks from elsewhere, in one act, and return how many were new or newer than those of the same id.

        Raises:
            ReviewNotKept: they could not be written.
        """
        new: dict[str, ReaderMark] = {}

        def act(acts: Sequence[Act]) -> Act | None:
            present = standing(acts)
            for mark in marks:
                have = new.get(mark.id) or present.get(mark.id)
                if have is None or have.made < mark.made:
                    new[mark.id] = mark
            return Act(0, Deed.CHANGE, puts=tuple(new.values())) if new else None

        self._add(act)
        return len(new)

    def undo(self, articles: Sequence[Article]) -> Act | None:
        """Take back the newest act about these articles, whichever window it was made in.

        Returns:
            the act that was undone, ``None`` if there is none.

        Raises:
            ReviewNotKept: it could not be written.
        """
        return self._turn(Deed.UNDO, concerns(articles))

    def redo(self, articles: Sequence[Article]) -> Act | None:
        """Do again what was undone last; what :meth:`undo` says holds here too."""
        return self._turn(Deed.REDO, concerns(articles))

    def close(self) -> None:
        """Let go of the file."""
        with self._guard:
            self._acts.close()

    def _turn(self, deed: Deed, about: Concerns) -> Act | None:
        turned: list[Act] = []

        def act(acts: Sequence[Act]) -> Act | None:
            found = _TURNED[deed](acts, about)
            turned.extend([found] if found else [])
            return Act(0, deed, of=found.number) if found else None

        self._add(act)
        return turned[0] if turned else None

    def _add(self, choose: Callable[[Sequence[Act]], Act | None]) -> None:
        with self._guard:
            self._acts.add(choose)


_TURNED = {Deed.UNDO: to_undo, Deed.REDO: to_redo}
"""What chooses the act that is undone, or redone."""
