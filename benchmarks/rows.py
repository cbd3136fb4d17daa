"""Measurements next to a peer: a row each with its target, and how they are asked for and told."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import isfinite


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: what was measured, of ours and of what it is held against, and the target for their ratio.

    ``most`` is whether the target is the most that the ratio may be, else the least; without a target nothing is asked.
    A ``value`` is infinite if the measurement came to no end.
    """

    name: str
    ours: str
    other: str
    value: float
    target: float | None
    unit: str = "x"
    most: bool = True

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.target is None or (self.value <= self.target if self.most else self.value >= self.target)


def table(rows: Sequence[Row]) -> str:
    """Lay the measurements out."""
    lines = [("", "compare", "other", "figure", "target", "")]
    for row in rows:
        figure = f"{row.value:,.1f}{row.unit}" if row.unit == "x" else f"{row.value:,.0f}{row.unit}"
        asked = ("", "")
        if row.target is not None:
            bound = f"{'at most' if row.most else 'at least'} {row.target:,.0f}{row.unit}"
            asked = (bound, "met" if row.met else "MISSED")
        lines.append((row.name, row.ours, row.other, figure, *asked))
    return columns(lines)


def columns(lines: Sequence[Sequence[str]]) -> str:
    """Lay cells out in columns, each as wide as its widest."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def as_json(rows: Sequence[Row]) -> str:
    """Return the measurements for other programs; one that came to no end is null."""
    told = [asdict(row) | {"met": row.met, "value": row.value if isfinite(row.value) else None} for row in rows]
    return json.dumps(told, indent=2, allow_nan=False)


def asking(name: str, description: str) -> argparse.ArgumentParser:
    """Return the parser of a benchmark that tells rows: what all of them can be asked for."""
    ask = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=description)
    ask.add_argument("--check", action="store_true", help="end with exit code 1 if a target is missed")
    ask.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return ask


def tell(rows: Sequence[Row], got: argparse.Namespace) -> None:
    """Print rows as was asked for; end with exit code 1 if a target is missed and that was to be checked."""
    print(as_json(rows) if got.json else table(rows))
    if got.check and not all(row.met for row in rows):
        sys.exit(1)
