"""Count the conflicts that are listed in reports which agree, every one of them invented.

usage: python -m benchmarks.quality.agreeing [--list]

``benchmarks/stories/agreeing.json`` holds short events of our own, each told by two or three outlets that contradict
each other in nothing, though they are full of near misses: one noun counted for two things, totals and parts, this year
and the last, what two people decide, opposite states of two things. The rules were mended on the first batch after it
was read; the second was written afterwards, by who did not know them.

``--list`` prints every conflict with its reason.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from compare import compare, load
from compare.model import Conflict

STORIES = Path(__file__).parent.parent / "stories" / "agreeing.json"


def invented(texts: Mapping[str, str]) -> Sequence[Conflict]:
    """Return the conflicts that are listed between the texts of some outlets."""
    with TemporaryDirectory() as folder:
        for outlet, text in texts.items():
            Path(folder, f"{outlet}.txt").write_text(text, encoding="utf-8")
        return compare(load([folder])).conflicts


def main() -> None:
    """Count them, and print what they are if that is asked for."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks.quality.agreeing", description="Count invented conflicts.")
    ask.add_argument("--list", action="store_true", help="print every conflict")
    listed = ask.parse_args().list
    batches: Mapping[str, Mapping[str, Mapping[str, str]]] = json.loads(STORIES.read_text(encoding="utf-8"))
    for batch, stories in batches.items():
        found = {name: invented(texts) for name, texts in stories.items()}
        count, having = sum(map(len, found.values())), sum(map(bool, found.values()))
        print(f"{batch}: {count} conflicts in {having} of {len(stories)} stories")
        if listed:
            told = ((name, conflict) for name, conflicts in found.items() for conflict in conflicts)
            print(*(f"{name}: {c.kind} {c.confidence:.2f}: {c.why}" for name, c in told), sep="\n")


if __name__ == "__main__":
    main()
