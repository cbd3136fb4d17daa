"""What has changed from one version of a page to the next, sentence by sentence.

No claim tells it: versions of one page are one voice, of which nothing stands alone and nothing is left out. So their
sentences are held against each other by their words: those that stand in both, wherever, are the same, and of the
others each is beside the one it is most like.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.export.outline import Change, Revised
from compare.model import one_address, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.export.evidence import Citer
    from compare.model import Article, Sentence

LIKE = 55.0
"""How like two sentences are (rapidfuzz's ratio, in per cent) of which one is the other reworded."""

CORRECTED = "correction"
"""Why a paragraph is furniture that says itself what has changed."""


def changes(articles: Sequence[Article], citer: Citer) -> tuple[Revised, ...]:
    """Return what has changed between the versions of each page of which there are several, the earliest first."""
    pages: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            pages[one_address(article.url)].append(article)
    return tuple(
        _revised(earlier, later, citer)
        for versions in pages.values()
        for earlier, later in pairwise(sorted(versions, key=_age))
    )


def _age(article: Article) -> tuple[str, str, str]:
    return article.retrieved or "", article.modified or article.published or "", article.label


def _revised(earlier: Article, later: Article, citer: Citer) -> Revised:
    before, now = dict(_told(earlier)), dict(_told(later))
    gone = {words: sentence for words, sentence in before.items() if words not in now}
    new = {words: sentence for words, sentence in now.items() if words not in before}
    old_of = _paired(list(gone), list(new))
    told = [
        Change(citer.sentence(gone[old_of[words]].id) if words in old_of else None, citer.sentence(sentence.id))
        for words, sentence in new.items()
    ]
    reworded = set(old_of.values())
    lost = [Change(citer.sentence(sentence.id), None) for words, sentence in gone.items() if words not in reworded]
    return Revised(citer.name(earlier.id), citer.name(later.id), (*told, *lost))


def _told(article: Article) -> Iterator[tuple[str, Sentence]]:
    """Yield the sentences of the reporting, and those of corrections, by their words on one line."""
    corrections = {paragraph.id for paragraph in article.paragraphs if paragraph.reason == CORRECTED}
    for sentence in article.sentences:
        if sentence.comparable or sentence.paragraph in corrections:
            yield one_line(article.cut(sentence)), sentence


def _paired(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Return for sentences the earlier one that each rewords; each is taken once, the likest pair first."""
    from rapidfuzz import fuzz

    likeness = ((fuzz.ratio(a, b, score_cutoff=LIKE), m, n) for m, a in enumerate(old) for n, b in enumerate(new))
    pairs: dict[int, int] = {}
    for _, m, n in _best_first(likeness):
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return {new[n]: old[m] for n, m in pairs.items()}


def _best_first(found: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    return sorted((each for each in found if each[0] > 0), key=lambda each: (-each[0], each[1], each[2]))
