"""How well marked sentences are found again after an edit: ``python -m benchmarks.places``.

Every sentence of the articles in ``seeds/`` is marked. Then each article is edited by a seeded generator: a share of
its words is changed, taken out or put in, paragraphs are moved, and some sentences are taken out altogether. A place is
right if it and the stretch where the sentence is now share more than half of what both cover, or if it has the very
words. The peer looks for the quotation with rapidfuzz's partial alignment alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from benchmarks import SEEDS
from compare.loading import Metadata, Source, read
from compare.model import Article, QuoteSelector
from compare.review.selectors import SURE_PLACE, find, quote_of
from compare.session import load

Finder = Callable[[QuoteSelector, Article], tuple[int, int, bool] | None]
"""What finds a quotation: where it begins and ends, and whether that is sure."""


@dataclass(frozen=True)
class Edited:
    """An article after an edit, and where each of its former sentences is in it, if it is."""

    article: Article
    now: dict[str, tuple[int, int]]


def edited(article: Article, seed: int, changed: float = 0.05, removed: float = 0.03) -> Edited:
    """Edit an article.

    Args:
        article: what is edited.
        seed: equal seeds edit equally.
        changed: share of the words that are replaced, taken out or followed by another.
        removed: share of the sentences that are taken out.
    """
    chance = random.Random(f"{seed} {article.sha256}")
    vocabulary = sorted(set(article.text.split()))
    blocks = [
        [
            (s.id, _reworded(article.cut(s), chance, vocabulary, changed))
            for s in article.sentences
            if s.paragraph == p.id
        ]
        for p in article.paragraphs
    ]
    for _ in range(max(2, len(blocks) // 5)):
        blocks.insert(chance.randrange(len(blocks)), blocks.pop(chance.randrange(len(blocks))))
    text, now = "", {}
    for block in blocks:
        for sentence, words in block:
            if chance.random() >= removed and words:
                now[sentence] = (len(text), len(text) + len(words))
                text += f"{words} "
        text = f"{text.rstrip()}\n\n" if text.strip() else ""
    metadata = Metadata(outlet=article.outlet, title=article.title)
    return Edited(read(Source(article.source, None, text.encode(), metadata)).articles[0], now)


def _reworded(sentence: str, chance: random.Random, vocabulary: list[str], share: float) -> str:
    words: list[str] = []
    for word in sentence.split():
        deed = chance.choice(("replace", "drop", "add")) if chance.random() < share else "keep"
        words += {"replace": [chance.choice(vocabulary)], "drop": [], "keep": [word]}.get(
            deed, [word, chance.choice(vocabulary)]
        )
    return " ".join(words)


def ours(quote: QuoteSelector, article: Article) -> tuple[int, int, bool] | None:
    """Find a quotation as the program does."""
    place = find(quote, [article])
    return (place.start, place.end, place.certainty >= SURE_PLACE) if place else None


def partial(quote: QuoteSelector, article: Article) -> tuple[int, int, bool] | None:
    """Find a quotation with rapidfuzz alone, sure from the ratio on from which we are."""
    aligned = fuzz.partial_ratio_alignment(quote.exact, article.text)
    return (aligned.dest_start, aligned.dest_end, aligned.score >= 100 * SURE_PLACE) if aligned else None


def outcomes(articles: list[Article], finder: Finder, seeds: range, changed: float = 0.05) -> Counter[str]:
    """Count what becomes of a mark on each sentence: ``right`` or ``right unsure``, ``wrong`` or ``wrong unsure``,
    ``lost``, and of sentences that are gone ``gone``, ``gone, unsure place``, ``gone, sure place``."""
    counts: Counter[str] = Counter()
    for article in articles:
        for seed in seeds:
            after = edited(article, seed, changed)
            counts.update(_outcomes(article, after, finder))
    return counts


def _outcomes(article: Article, after: Edited, finder: Finder) -> Iterator[str]:
    for sentence in article.sentences:
        found = finder(quote_of(article, sentence.start, sentence.end), after.article)
        true = after.now.get(sentence.id)
        if true is None:
            yield "gone" if found is None else f"gone, {'sure' if found[2] else 'unsure'} place"
        elif found is None:
            yield "lost"
        else:
            same = article.cut(sentence) == after.article.text[found[0] : found[1]]
            right = same or _overlap(true, found[:2]) > 0.5
            yield f"{'right' if right else 'wrong'}{'' if found[2] else ' unsure'}"


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def seed_articles() -> list[Article]:
    """Return all articles of the sample sets."""
    return [article for folder in (SEEDS, SEEDS / "ferry") for article in load([str(folder)]).articles]


def main() -> None:
    """Print the outcomes for several shares of changed words, next to the peer's."""
    articles = seed_articles()
    for changed in (0.05, 0.1, 0.2, 0.35):
        print(f"{changed:.0%} of words changed, paragraphs moved")
        for name, finder in (("compare", ours), ("partial_ratio", partial)):
            counts = outcomes(articles, finder, range(10), changed)
            alive = sum(n for outcome, n in counts.items() if not outcome.startswith("gone"))
            told = ", ".join(f"{outcome} {n}" for outcome, n in sorted(counts.items()))
            found = counts["right"] + counts["right unsure"]
            print(f"  {name:14} found {found / alive:.1%} of {alive}; {told}")


if __name__ == "__main__":
    main()
