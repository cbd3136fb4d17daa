"""List the conflicts that are found in a set of stories, to be read and judged.

usage: python -m benchmarks.quality.conflicts SET.json [--coreferent]

SET.json holds stories as described in ``benchmarks/README.md``. Each story is compared as a user would, and every
conflict printed with one sentence of each side. ``--coreferent`` asks the rule for figures alone, of all pairs of
sentences that the annotators say share a claim, whatever the scorer thinks of them: how many pairs have figures of one
thing, how many of those are flagged, and each flagged pair of values once.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

from benchmarks.quality.product import compared
from benchmarks.quality.stories import Story, read
from compare.analysis.figures import figures
from compare.analysis.readings import Reading, disagree, same_thing
from compare.analysis.readings import read as readings


@dataclass(frozen=True, slots=True)
class Held:
    """What two sentences of one claim give of one thing: their words, and the figures of the one and of the other."""

    words: tuple[str, str]
    figures: Sequence[tuple[Reading, Reading]]

    @property
    def is_flagged(self) -> bool:
        """Whether every two figures disagree."""
        return all(disagree(one, other) for one, other in self.figures)

    @property
    def values(self) -> tuple[str, ...]:
        """The first figure of each, as they are written."""
        return tuple(sorted(figure.text for figure in self.figures[0]))


def held(story: Story) -> Iterator[Held]:
    """Yield what sentences that share a claim by the labels give of one thing, each two of them."""
    words = [" ".join(sentence.split()) for sentence in story.sentences]

    @cache
    def read_in(sentence: int) -> Sequence[Reading]:
        return readings("", words[sentence], figures(words[sentence], "en"), "en")

    for one, other in np.argwhere(np.triu(story.same())).tolist():
        for alike in _by_thing(read_in(one), read_in(other)).values():
            yield Held((words[one], words[other]), alike)


def _by_thing(one: Sequence[Reading], other: Sequence[Reading]) -> Mapping[object, list[tuple[Reading, Reading]]]:
    found: defaultdict[object, list[tuple[Reading, Reading]]] = defaultdict(list)
    for a, b in product(one, other):
        if same_thing(a, b):
            found[a.key].append((a, b))
    return found


def told_conflicts(stories: Sequence[Story]) -> Iterator[str]:
    """Yield the lines that tell what conflicts there are."""
    kinds: Counter[str] = Counter()
    for story in stories:
        comparison = compared(story)
        for conflict in comparison.conflicts:
            kinds[conflict.kind.value] += 1
            yield f"{story.name} {conflict.kind.value} {conflict.confidence}: {conflict.why}"
            yield from (f"    {' '.join(comparison.index.words(side[0]).split())}" for side in conflict.sides)
    yield str(dict(kinds))


def told_figures(stories: Sequence[Story]) -> Iterator[str]:
    """Yield the lines that tell which figures the rule flags."""
    all_held = [(story.name, each) for story in stories for each in held(story)]
    flagged = [(name, each) for name, each in all_held if each.is_flagged]
    once: dict[tuple[str, tuple[str, ...]], Held] = {}
    for name, each in flagged:
        once.setdefault((name, each.values), each)
    for (name, values), each in once.items():
        yield f"{name} {each.figures[0][0].key[1:]} {values}"
        yield from (f"    {words}" for words in each.words)
    yield f"figures of one thing {len(all_held)}, flagged {len(flagged)}"


def main() -> None:
    """Run from the command line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("set", metavar="SET.json", type=Path)
    ask.add_argument("--coreferent", action="store_true", help="the rule for figures over annotated pairs")
    given = ask.parse_args()
    stories = read(given.set)
    for line in told_figures(stories) if given.coreferent else told_conflicts(stories):
        print(line)


if __name__ == "__main__":
    main()
