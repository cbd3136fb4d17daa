"""Comparisons kept from one run to the next, so that a set opens again at once.

A comparison depends on the texts, on what is known of them, on the reader's corrections and on the program; so it is
kept by a digest of all that (:mod:`~compare.cached.naming`) and found by nothing else: what has changed in any of it is
analysed anew, and never is an old result taken for a new one. It is kept without the texts, which are read from their
sources each time, as columns of numbers and a table of strings (:mod:`~compare.cached.columns`): no format that could
run anything, and one that is read in a twentieth of the time of the analysis (docs/scale.md has the figures). A file
that is damaged in any way is as good as none.

Every set is kept, small ones too: to write one takes a twentieth of the work of its analysis, and to open it again
spares the import of all that analyses as well. Of each set there are at most two files, of the set as it was found and
of it as it was corrected last.

Only :mod:`compare.session` and the screen's :class:`~compare.tui.corrector.Corrector` look here, and only where the
command line gives them a place to look; ``compare.compare()`` touches no disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from compare.cached.columns import Damaged, packed, unpacked
from compare.cached.naming import Name, name_of
from compare.model import Comparison, Correction, CoverageSet
from compare.shelf import Shelf

__all__ = ["MOST", "Analyses"]

MOST = 100_000_000
"""Bytes of all comparisons together: of sets of twenty articles, which take 0.28 MB each, more than three hundred."""

_SUFFIX = ".comparison"


class Analyses:
    """The comparisons under one folder. Nothing it does fails: what cannot be read or kept is analysed the next time.

    Args:
        folder: by default that of the user's caches.
        most: bytes of all files together.
    """

    def __init__(self, folder: Path | None = None, *, most: int = MOST) -> None:
        self._shelf = Shelf("analyses", suffix=_SUFFIX, most=most, folder=folder)

    def find(self, coverage: CoverageSet, corrections: Iterable[Correction] = ()) -> Comparison | None:
        """Return the comparison of a set under corrections, as it was kept; ``None`` if it was not, or is damaged.

        Args:
            coverage: the set as it was loaded.
            corrections: all that hold, in any order.
        """
        made = tuple(corrections)
        name = str(name_of(coverage, made))
        data = self._shelf.get(name)
        if data is None:
            return None
        if made:
            from compare.analysis.corrected import corrected

            coverage = corrected(coverage, made)
        try:
            return unpacked(data, coverage, name)
        except Damaged:
            with suppress(OSError):
                self._shelf.drop(name)
            return None

    def keep(self, coverage: CoverageSet, corrections: Iterable[Correction], comparison: Comparison) -> None:
        """Keep the comparison of a set under corrections, unless it is kept already.

        A full disk, or a folder that cannot be written to, costs the next opening some time and nothing else.
        """
        name = name_of(coverage, tuple(corrections))
        if str(name) in self._shelf:
            return
        with suppress(OSError):
            for other in self._shelf.names():
                if name.replaces(Name.read(other)):
                    self._shelf.drop(other)
            self._shelf.put(str(name), packed(comparison, str(name)))
