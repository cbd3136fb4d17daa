"""What starts of the program cost, next to the least that such a start can cost in the same run.

usage: python -m benchmarks.startup [--check] [--json] [--runs N]

- ``compare --version`` next to ``python -c pass``: nothing that is not needed may be imported for it.
- The text report of ``seeds/`` next to a process that imports what reading and comparing text files cannot do without,
  and does nothing: how much is the program's own.

The start of the screen is measured by :mod:`benchmarks.ui`, of which ``make bench`` runs that part. Each figure is the
least processor time of several runs, by turns, each in a process of its own. Before them comes one that is not
counted, so that the code is compiled, as that of an installed program is. ``--check`` ends with exit code 1 if a target
is missed.
"""

from __future__ import annotations

import resource
import subprocess
import sys

from benchmarks import SEEDS
from benchmarks.processes import environment
from benchmarks.rows import Row, asking, tell

NEEDED = "import numpy, diff_match_patch, platformdirs, py3langid, rapidfuzz, rich, sentencex, snowballstemmer"

MAIN = "import sys; from compare.cli import main; sys.exit(main())"

STARTS = (
    ("compare --version / python -c pass", (MAIN, "--version"), "pass", 3),
    ("text report of seeds/ / its libraries", (MAIN, str(SEEDS), "-o", "-", "--format", "txt"), NEEDED, 7),
)
"""Name, what ours is given, the code it is held against, and the target: the most that the ratio may be."""


def seconds(*arguments: str) -> float:
    """Return the processor time of one start of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", *arguments], env=environment(), capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rows(runs: int) -> list[Row]:
    """Measure all starts, ours and what it is held against by turns."""
    found = []
    for name, ours, other, target in STARTS:
        _, *pairs = ((seconds(*ours), seconds(other)) for _ in range(runs + 1))
        own, least = (min(each) for each in zip(*pairs, strict=True))
        found.append(Row(name, f"{own * 1000:,.0f} ms", f"{least * 1000:,.0f} ms", own / least, target))
    return found


def main() -> None:
    """Measure and print the table."""
    ask = asking("startup", (__doc__ or "").partition("\n")[0])
    ask.add_argument("--runs", type=int, default=7, help="starts of which the least is taken (%(default)s)")
    got = ask.parse_args()
    tell(rows(got.runs), got)


if __name__ == "__main__":
    main()
