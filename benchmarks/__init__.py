"""Benchmarks: how good the alignment is and how fast, each next to peers on the same input in the same run.

Run from the root of the project: ``make bench-quality SET=set.json``, ``make bench-speed``. See ``README.md`` here.
"""

from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
"""The sample set."""
