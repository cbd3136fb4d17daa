"""List the conflicts that are found in a set of stories, to be read and judged.

usage: python -m benchmarks.quality.conflicts SET.json [--coreferent]

SET.json holds stories as described in ``benchmarks/README.md``. Each story is analysed as a user would, and every
conflict printed with one sentence of each side. ``--coreferent`` asks the rule for figures alone, of all pairs of
sentences that the annotators say share a claim, whatever the scorer thinks of them: how many pairs have figures of one
thing, how many of those are flagged, and each flagged pair of values once.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from itertools import combinations, product
from pathlib import Path
from typing import Any

from compare.analysis import compare
from compare.analysis.figures import figures
from compare.analysis.readings import Reading, disagree, read, same_thing
from compare.loading import gather
from compare.loading import read as load
from compare.loading.metadata import Metadata
from compare.loading.sources import Source


def list_conflicts(stories: list[dict[str, Any]]) -> None:
    kinds: Counter[str] = Counter()
    for story in stories:
        articles = [
            load(Source(f"{n:03}.txt", None, a["text"].encode(), Metadata(outlet=f"Outlet {n}"))).articles[0]
            for n, a in enumerate(story["articles"])
        ]
        comparison = compare(gather(articles))
        for conflict in comparison.conflicts:
            kinds[conflict.kind.value] += 1
            print(f"{story['story']} {conflict.kind.value} {conflict.confidence}: {conflict.why}")
            for side in conflict.sides:
                print(f"    {' '.join(comparison.index.words(side[0]).split())}")
    print(dict(kinds))


def list_figures(stories: list[dict[str, Any]]) -> None:
    compared = flagged = 0
    for story in stories:
        pairs = {
            pair
            for claim in story["claims"]
            for pair in combinations(sorted(map(tuple, claim["sentences"])), 2)
            if pair[0][0] != pair[1][0]
        }
        words = {place: _words(story, place) for pair in pairs for place in pair}
        readings = {place: read("", text, figures(text, "en"), "en") for place, text in words.items()}
        shown: set[tuple[str, ...]] = set()
        for one, other in sorted(pairs):
            by_key: defaultdict[object, list[tuple[Reading, Reading]]] = defaultdict(list)
            for a, b in product(readings[one], readings[other]):
                if same_thing(a, b):
                    by_key[a.key].append((a, b))
            compared += len(by_key)
            for matched in by_key.values():
                if all(disagree(a, b) for a, b in matched):
                    flagged += 1
                    values = tuple(sorted((matched[0][0].text, matched[0][1].text)))
                    if values not in shown:
                        shown.add(values)
                        print(
                            f"{story['story']} {matched[0][0].key[1:]} {values}\n    {words[one]}\n    {words[other]}"
                        )
    print(f"figures of one thing {compared}, flagged {flagged}")


def _words(story: dict[str, Any], place: tuple[int, int]) -> str:
    article = story["articles"][place[0]]
    start, end = article["sentences"][place[1]]
    return " ".join(article["text"][start:end].split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("set", type=Path, help="the stories")
    parser.add_argument("--coreferent", action="store_true", help="the rule for figures over annotated pairs")
    given = parser.parse_args()
    stories = json.loads(given.set.read_text(encoding="utf-8"))["stories"]
    (list_figures if given.coreferent else list_conflicts)(stories)


if __name__ == "__main__":
    main()
