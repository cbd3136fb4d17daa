"""How rarely Python's garbage collector stops the screen."""

from __future__ import annotations

import gc

COLLECT = (20_000, 10, 10)
"""How rarely the collector looks, as :func:`gc.set_threshold` has it: by default after 700 new objects, and at all
there is after seventy thousand. A frame makes thousands, nearly all of which go without it, and an analysis makes
millions, all of which were looked through for up to 70 ms in the thread that draws. A correction makes tens of
thousands that stay: to look at them after every two thousand cost it 4 to 8 ms."""


def collect_rarely() -> None:
    """Have the collector look as rarely as :data:`COLLECT` says."""
    gc.set_threshold(*COLLECT)


def spare_what_is_there() -> None:
    """Keep what is there by now out of the collector's way: a comparison stays until another takes its place, and to
    look through all of it again and again held up one key in fifteen for 0.2 s at twenty articles."""
    gc.unfreeze()
    gc.freeze()
