"""How long a piece of work takes, told so that neither other work of the machine nor garbage of other tests counts."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time


def cpu_seconds(work: Callable[[], object], enough: float = 0.05) -> float:
    """Return the processor time of some work: the least of three runs, or of one that takes no more than ``enough``."""
    taken: list[float] = []
    gc.collect()
    gc.disable()
    try:
        while len(taken) < 3 and not (taken and taken[-1] <= enough):
            start = process_time()
            work()
            taken.append(process_time() - start)
    finally:
        gc.enable()
    return min(taken)


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Fail if four times the size takes more than eight times as long: quadratic work takes sixteen times as long."""
    most = 8 * max(cpu_seconds(lambda: work(size)), 0.005)
    taken = cpu_seconds(lambda: work(4 * size), enough=most)
    assert taken <= most, f"four times the size takes {taken:.3f} s, more than {most:.3f}"


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if what is done here takes more processor time; a bound for work that would take minutes if it had none."""
    start = process_time()
    yield
    taken = process_time() - start
    assert taken < seconds, f"took {taken:.2f} s of the processor"
