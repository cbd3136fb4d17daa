"""What is folded away: the sentences that the filter does not set off, where the reader wants to see the others alone.

The title stays, and so does what the reader is at: the cursor's sentence, its counterparts, and what was searched for.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from compare.model import ParagraphKind
from compare.tui.filtering import is_set_off
from compare.tui.relations import counterparts
from compare.tui.state import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Article, Comparison
    from compare.tui.state import State


def folded_away(state: State, comparison: Comparison, article: Article) -> frozenset[str]:
    """Return the ids of an article's sentences that are folded away."""
    if not state.folded or state.filter is Filter.NOTHING:
        return frozenset()
    return frozenset(_passed_over(state, comparison, article)) - state.unfolded - _kept(state, comparison, article)


def fold_of(state: State, comparison: Comparison, sentence: str) -> tuple[str, ...]:
    """Return all sentences of the fold that a sentence lies in, in text order; none where it is in sight."""
    return next((fold for fold in _folds(state, comparison, sentence) if sentence in fold), ())


def nearest_fold(state: State, comparison: Comparison) -> tuple[str, ...]:
    """Return the sentences of the first fold below the cursor, else of the last one above it; none without folds."""
    folds = _folds(state, comparison, state.cursor)
    sentences = comparison.index.sentences
    here = sentences[state.cursor].start if state.cursor in sentences else -1
    below = (fold for fold in folds if sentences[fold[0]].start > here)
    return next(below, folds[-1] if folds else ())


def _folds(state: State, comparison: Comparison, piece: str) -> list[tuple[str, ...]]:
    """Return the folds of the article that a piece is of, from top to bottom."""
    article = comparison.index.article_of[piece]
    away = folded_away(state, comparison, article)
    runs = groupby(article.sentences, key=lambda sentence: sentence.id in away)
    return [tuple(sentence.id for sentence in run) for folded, run in runs if folded]


def _passed_over(state: State, comparison: Comparison, article: Article) -> Iterator[str]:
    titles = {paragraph.id for paragraph in article.paragraphs if paragraph.kind is ParagraphKind.TITLE}
    for sentence in article.sentences:
        set_off = is_set_off(state.filter, comparison, sentence.id, commentary=state.commentary)
        if sentence.paragraph in titles or (sentence.comparable and set_off):
            continue
        # by all marks, what is not compared is as much part of the text as the rest
        if sentence.comparable or state.filter is not Filter.ALL:
            yield sentence.id


def _kept(state: State, comparison: Comparison, article: Article) -> frozenset[str]:
    claim = comparison.index.claims.get(state.claim)
    same = counterparts(comparison, claim, article.id) if claim else ()
    spans = [(p.start, p.end) for p in state.hits.passages if p.article == article.id] if state.hits else []
    found = (s.id for s in article.sentences if any(start < s.end and s.start < end for start, end in spans))
    return frozenset((state.cursor, *same, *found))
