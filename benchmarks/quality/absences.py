"""List what articles are said to lack in a set of stories, and by the labels do not.

usage: python -m benchmarks.quality.absences SET.json

SET.json holds stories as described in ``benchmarks/README.md``. Each story is compared as a user would. Looked at are
the claims of which sentences of two articles state one claim by the labels, and the articles that are said to lack
them: an article is wrongly said so if any of its sentences states that claim by the labels.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.product import Translation, compared
from benchmarks.quality.stories import Story, read
from compare.model import Comparison, Stance
from compare.model.stances import having


@dataclass(frozen=True, slots=True)
class Absence:
    """A claim, by its words, that an article is said to lack, by its number in the story; whether it states it."""

    claim: str
    article: int
    is_stated: bool


def absences(story: Story, comparison: Comparison) -> Iterator[Absence]:
    """Yield what a comparison of a story's texts says that articles lack, of what was labelled."""
    there = Translation(story, comparison)
    labelled: defaultdict[str, set[int]] = defaultdict(set)
    for sentence, stated in story.stated.items():
        for label in stated:
            labelled[label].add(sentence)

    def articles(sentences: set[int]) -> set[int]:
        return {int(story.article[n]) for n in sentences}

    for claim in comparison.claims:
        own = {n for sentence in claim.sentences for n in there.back.get(sentence, ())}
        meant = [members for members in labelled.values() if len(articles(members & own)) > 1]
        for article in having(claim.stance, Stance.ABSENT) if meant else ():
            n = there.number[article]
            yield Absence(claim.text, n, any(n in articles(members) for members in meant))


def main() -> None:
    """Run from the command line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("set", metavar="SET.json", type=Path)
    found = [(story.name, each) for story in read(ask.parse_args().set) for each in absences(story, compared(story))]
    wrong = [(name, each) for name, each in found if each.is_stated]
    for name, each in wrong:
        print(f"{name}, article {each.article}: {' '.join(each.claim.split())}")
    print(f"of {len(found)} claims that articles are said to lack, they state {len(wrong)}")


if __name__ == "__main__":
    main()
