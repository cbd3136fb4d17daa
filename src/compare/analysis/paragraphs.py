"""Which paragraphs say the same: many to many and in any order, from the links of their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.model import Article, Counterpart, Link


def counterparts(articles: Iterable[Article], links: Sequence[Link]) -> tuple[Counterpart, ...]:
    """Return the pairs of paragraphs that at least one link joins, in order of their ids.

    ``score`` is the probability that any of their links holds, taken as independent: ``1 - (1 - p) * (1 - q) ...``. Of
    paragraphs that hold sentences of one labelled claim (49 SPARK stories), it puts first a true counterpart in 58.7 %
    of all cases; their best link alone does so in 57.8 %, links from sentence to sentence at most once in 58.2 %, the
    mean over the sentences of the shorter paragraph in 56.3 %, over both in 56.0 %. Average precision is the same for
    all within .008.
    """
    paragraph = {sentence.id: sentence.paragraph for article in articles for sentence in article.sentences}
    missed: dict[tuple[str, str], float] = {}
    for link in sorted(links, key=lambda x: (x.a, x.b)):  # a product of floats depends on its order
        one, two = paragraph[link.a], paragraph[link.b]
        pair = (one, two) if one < two else (two, one)
        missed[pair] = missed.get(pair, 1.0) * (1.0 - link.score)
    return tuple(Counterpart(one, two, round(1.0 - miss, 6)) for (one, two), miss in sorted(missed.items()))
