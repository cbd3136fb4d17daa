"""List what is taken for furniture in a set of stories, to be read, and which labelled sentences are lost by it.

usage: python -m benchmarks.quality.furniture SET.json ...

SET.json holds stories as described in ``benchmarks/README.md``. Each article is loaded as a text file. A sentence that
people aligned is reporting, whatever the rules say; it is lost where more than half of it stands in furniture.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.stories import Story, read
from compare.loading import read as load
from compare.loading.sources import Source
from compare.model import Article, Paragraph, ParagraphKind


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is furniture: why, its words, and how many labelled sentences are lost in it."""

    reason: str
    words: str
    lost: int


def blocks(story: Story) -> Iterator[Block]:
    """Yield the furniture of a story's articles."""
    for n, text in enumerate(story.texts):
        article = load(Source(f"{n:03}.txt", None, text.encode())).articles[0]
        assert article.text == text, "the spans of the labels are those of the text"
        labelled = [story.spans[s] for s in story.labelled if story.article[s] == n]
        yield from (_block(article, p, labelled) for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE)


def _block(article: Article, paragraph: Paragraph, labelled: Sequence[tuple[int, int]]) -> Block:
    inside = (min(end, paragraph.end) - max(start, paragraph.start) for start, end in labelled)
    lost = sum(2 * part > end - start for part, (start, end) in zip(inside, labelled, strict=True))
    words = " ".join(article.text[paragraph.start : paragraph.end].split())
    return Block(paragraph.reason or "", words, lost)


def main() -> None:
    """Run from the command line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("sets", metavar="SET.json", type=Path, nargs="+")
    stories = [story for path in ask.parse_args().sets for story in read(path)]
    found = [block for story in stories for block in blocks(story)]
    for block in sorted(found, key=lambda block: (block.reason, block.words)):
        print(f"{'LOST ' if block.lost else ''}{block.reason}: {block.words}")
    articles, labelled = sum(len(story.texts) for story in stories), sum(len(story.labelled) for story in stories)
    lost = f"{sum(block.lost for block in found)} of {labelled:,} labelled sentences are lost"
    print(f"{articles:,} articles: {len(found)} blocks are furniture; {lost}")


if __name__ == "__main__":
    main()
