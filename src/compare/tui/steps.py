"""Where each key leads: a pure function from one state to the next. Without Textual.

Every key of the comparison screen that opens no dialog comes through :func:`step`. While the articles still load,
the comparison is an empty one over those that are there, so reading works the same before and after the analysis.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.model import marked
from compare.review import claim_behind
from compare.tui.folding import fold_of, folded_away, nearest_fold
from compare.tui.matrix import across, down, edge, sentence_for
from compare.tui.relations import best_counterpart, counterparts, near, sentence_of
from compare.tui.rows import aligned
from compare.tui.search import find, first_from, piece_at
from compare.tui.state import (
    Across,
    CancelSearch,
    Focus,
    GoTo,
    GoToCell,
    GoToFinding,
    Hits,
    Look,
    Move,
    Room,
    Search,
    State,
    Step,
    Topic,
    Unfold,
    View,
    Widths,
    arranged,
    columns,
    in_order,
    looked_at,
    turned,
)
from compare.tui.wording import below, worded, wording_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from compare.model import Article, Comparison, Sentence
    from compare.tui.rows import Rows


def adopt(state: State, comparison: Comparison, *, analysed: bool) -> State:
    """Put another comparison under the reader: more articles arrived, or the analysis is done.

    The cursor stays where it is. Only a reader who has not moved yet is taken to the first finding, so that the first
    thing seen is the most telling.
    """
    index = comparison.index
    named = tuple(article.id for article in comparison.coverage.displayed())
    articles = _unique([*(a for a in state.articles if a in named), *named]) if state.moved else named
    if not articles:
        return replace(state, analysed=analysed)
    kept = state.cursor if state.cursor in index.article_of else ""
    focus = index.article_of[kept].id if kept else articles[0]
    base = state.base if state.base in articles else articles[0]
    recent = [article for article in state.recent if article in articles]
    state = replace(
        state,
        articles=articles,
        recent=_unique([*recent, *articles] if state.moved else [focus, *articles]),
        focus=focus,
        base=base,
        cursor=kept or _first(index.articles[focus]),
        finding=None,
        hits=_hits(state.hits, comparison, articles) if state.hits else None,
        topic=Topic.PLACE if state.topic is Topic.FINDING else state.topic,
        analysed=analysed,
    )
    if state.hits and state.hits.origin not in index.article_of:
        state = replace(state, hits=replace(state.hits, origin=state.cursor))
    if state.claim not in {claim.id for claim in index.claims_of.get(state.cursor, ())}:
        state = replace(state, claim=_claim(comparison, state.cursor))
    if analysed and comparison.findings and not state.moved:
        return replace(_to_finding(state, comparison, 0), moved=False)
    return state


def step(state: State, comparison: Comparison, action: Step) -> State:
    """Return the state after one action of the reader."""
    match action:
        case Room(panes):
            return replace(state, room=panes)
        case Look(view):
            return replace(state, view=view, topic=Topic.VIEW)
        case Widths(cells):
            return replace(state, widths=cells)
    if not state.cursor:
        return state
    if isinstance(action, Move):
        return _BY_VIEW.get(state.view, {}).get(action, _MOVES[action])(state, comparison)
    return _with_argument(state, comparison, action)


def _with_argument(state: State, comparison: Comparison, action: Step) -> State:
    match action:
        case GoTo(piece, claim) if piece in comparison.index.article_of:
            state = _at(state, comparison, piece, claim=claim)
        case GoToFinding(at) if 0 <= at < len(comparison.findings):
            state = _to_finding(state, comparison, at)
        case GoToCell(claim, article) if claim in comparison.index.claims and article in state.articles:
            state = _to_cell(state, comparison, action)
        case Across(by):
            state = _to_cell(state, comparison, across(state, comparison, by))
        case Focus(article) if article in state.articles and state.view is View.CLAIMS:
            state = _to_cell(state, comparison, GoToCell(state.claim, article))
        case Focus(article, level) if article in state.articles:
            state = _to_article(state, comparison, article, level)
        case Unfold(sentence):
            state = _opened(state, fold_of(state, comparison, sentence))
        case Search(query, anew):
            origin = state.hits.origin if state.hits and not anew else state.cursor
            hits = _hits(Hits(query, (), -1, origin), comparison, state.articles)
            state = _at_hit(replace(state, hits=hits, topic=Topic.SEARCH), comparison, origin=True)
        case CancelSearch() if state.hits:
            state = _at(replace(state, hits=None), comparison, state.hits.origin)
    return state


def _at(
    state: State,
    comparison: Comparison,
    piece: str,
    *,
    claim: str = "",
    also: Iterable[str] = (),
) -> State:
    """Put the cursor on a piece; ``also`` are articles to be shown beside it, before the base and the recent ones."""
    focus = comparison.index.article_of[piece].id
    stated = any(claim == c.id for c in comparison.index.claims_of.get(piece, ()))
    return replace(
        state,
        cursor=piece,
        focus=focus,
        claim=claim if stated else _claim(comparison, piece),
        column="",
        recent=_unique([focus, *also, state.base, *state.recent]),
        topic=Topic.PLACE,
        moved=True,
    )


def _to_article(state: State, comparison: Comparison, article: str, level: str = "") -> State:
    if article == state.focus:
        return state
    claim = comparison.index.claims.get(state.claim)
    there = best_counterpart(comparison, claim, state.cursor, article) if claim else None
    if claim and there:
        return _at(state, comparison, there, claim=claim.id)
    place = level or _first(comparison.index.articles[article])
    return _at(state, comparison, place) if place else state


def _to_finding(state: State, comparison: Comparison, at: int) -> State:
    finding = comparison.findings[at]
    state = replace(state, finding=at)
    place = sentence_of(comparison, finding)
    if place is None:
        return replace(state, topic=Topic.FINDING, moved=True)
    state = _at(state, comparison, place, claim=claim_behind(comparison, finding) or "", also=finding.articles)
    return replace(state, topic=Topic.FINDING)


def _by_finding(state: State, comparison: Comparison, by: int) -> State:
    count = len(comparison.findings)
    if not count:
        return replace(state, topic=Topic.FINDING)
    start = state.finding if state.finding is not None else (-1 if by > 0 else 0)
    return _to_finding(state, comparison, (start + by) % count)


def _by_sentence(state: State, comparison: Comparison, by: int) -> State:
    index = comparison.index
    here = index.piece(state.cursor)
    article = index.articles[state.focus]
    away = folded_away(state, comparison, article)
    sentences = [sentence for sentence in article.comparable if sentence.id not in away]
    ahead = [s for s in sentences if s.start > here.start] if by > 0 else [s for s in sentences if s.start < here.start]
    if not ahead:
        return replace(state, topic=Topic.PLACE, moved=True)
    return _at(state, comparison, ahead[0 if by > 0 else -1].id)


def _to_end(state: State, comparison: Comparison, at: int) -> State:
    sentences = comparison.index.articles[state.focus].comparable
    return _at(state, comparison, sentences[at].id) if sentences else state


def _in_column(state: State, comparison: Comparison, by: int) -> State:
    """Go to the next sentence in the order in which the aligned view shows the column."""
    rows = aligned(comparison, columns(state))
    order = _column(state, comparison, rows)
    here = next((n for n, (_, sentence) in enumerate(order) if sentence.id == state.cursor), None)
    if here is None:  # the cursor is on what has no sentences
        row = rows.row_of(comparison, state.cursor)
        here = sum(n < row for n, _ in order) - (by > 0)
    ahead = order[here + 1 :] if by > 0 else order[:here][::-1]
    there = next((sentence.id for _, sentence in ahead if sentence.comparable), None)
    return _at(state, comparison, there) if there else replace(state, topic=Topic.PLACE, moved=True)


def _to_column_end(state: State, comparison: Comparison, at: int) -> State:
    order = _column(state, comparison, aligned(comparison, columns(state)))
    sentences = [sentence.id for _, sentence in order if sentence.comparable]
    return _at(state, comparison, sentences[at]) if sentences else state


def _column(state: State, comparison: Comparison, rows: Rows) -> list[tuple[int, Sentence]]:
    """Return the sentences of the column the cursor is in that are not folded away, with their rows."""
    away = folded_away(state, comparison, comparison.index.articles[state.focus])
    return [(n, sentence) for n, sentence in rows.sentences(comparison, state.focus) if sentence.id not in away]


def _by_wording(state: State, comparison: Comparison, by: int) -> State:
    # what states no claim has no wordings: there the keys go on through the article
    there = below(state, comparison, by) if state.claim else None
    return _with_argument(state, comparison, there) if there else _by_sentence(state, comparison, by)


def _to_counterpart(state: State, comparison: Comparison) -> State:
    """Go round all sentences of the claim, in the order of display, so that none is left out."""
    index = comparison.index
    claim = index.claims.get(state.claim)
    if claim is None:
        return replace(state, topic=Topic.PLACE)
    ring = [s for article in state.articles for s in counterparts(comparison, claim, article)]
    after = ring[(ring.index(state.cursor) + 1) % len(ring)] if state.cursor in ring else ring[0]
    return _at(state, comparison, after, claim=claim.id, also=[state.focus])


def _to_claim(state: State, comparison: Comparison) -> State:
    claims = [claim.id for claim in comparison.index.claims_of.get(state.cursor, ())]
    if not claims:
        return state
    at = claims.index(state.claim) + 1 if state.claim in claims else 0
    return replace(state, claim=claims[at % len(claims)], topic=Topic.PLACE, moved=True)


def _hits(hits: Hits, comparison: Comparison, articles: Sequence[str]) -> Hits:
    found = in_order(replace(hits, passages=find(comparison, hits.query), at=-1), articles)
    return replace(found, at=min(max(hits.at, 0), len(found.passages) - 1))


def _at_hit(state: State, comparison: Comparison, by: int = 0, *, origin: bool = False) -> State:
    hits = state.hits
    if hits is None:
        return state
    state = replace(state, topic=Topic.SEARCH)
    if not hits.passages:
        return replace(_at(state, comparison, hits.origin), topic=Topic.SEARCH) if origin else state
    at = (
        first_from(hits.origin, hits.passages, comparison, state.articles)
        if origin
        else (hits.at + by) % len(hits.passages)
    )
    passage = hits.passages[at]
    piece = piece_at(comparison.index.articles[passage.article], passage.start)
    return replace(_at(state, comparison, piece), hits=replace(hits, at=at), topic=Topic.SEARCH)


def _to_cell(state: State, comparison: Comparison, cell: GoToCell) -> State:
    """Look at a claim and at an article, which need not state it."""
    there = sentence_for(state, comparison, cell)
    if there is None:
        return replace(state, column=cell.article, topic=Topic.PLACE, moved=True)
    return replace(_at(state, comparison, there, claim=cell.claim, also=(cell.article,)), column=cell.article)


def _read(state: State, comparison: Comparison) -> State:
    """Read the sentences of the claim looked at, beside the article looked at even where that lacks them."""
    column = looked_at(state)
    at = _at(state, comparison, state.cursor, claim=state.claim, also=(column,))
    return replace(at, view=View.PANES)


def _opened(state: State, fold: Iterable[str]) -> State:
    return replace(state, unfolded=state.unfolded.union(fold))


def _hide(state: State, comparison: Comparison) -> State:
    """Hide the article looked at, and go to the next one that is shown; the last one stays."""
    here = looked_at(state)
    others = [article for article in state.articles if article not in state.hidden and article != here]
    if not others:
        return state
    place = state.articles.index(here)
    after = next((article for article in others if state.articles.index(article) > place), others[-1])
    return replace(step(state, comparison, Focus(after)), hidden=state.hidden | {here}, topic=Topic.ARTICLES)


def _move(state: State, by: int) -> State:
    articles = list(state.articles)
    at = articles.index(looked_at(state))
    articles.insert(max(0, min(at + by, len(articles) - 1)), articles.pop(at))
    return replace(arranged(state, tuple(articles)), topic=Topic.ARTICLES, moved=True)


def _claim(comparison: Comparison, piece: str) -> str:
    claim = marked(comparison, piece).claim
    return claim.id if claim else ""


def _first(article: Article) -> str:
    """Return the first sentence that can be compared; without any, the first piece there is."""
    pieces = article.comparable or article.sentences or article.paragraphs
    return pieces[0].id if pieces else ""


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


_MOVES: dict[Move, Callable[[State, Comparison], State]] = {
    Move.NEXT_FINDING: lambda s, c: _by_finding(s, c, 1),
    Move.PREVIOUS_FINDING: lambda s, c: _by_finding(s, c, -1),
    Move.NEXT_SENTENCE: lambda s, c: _by_sentence(s, c, 1),
    Move.PREVIOUS_SENTENCE: lambda s, c: _by_sentence(s, c, -1),
    Move.TOP: lambda s, c: _to_end(s, c, 0),
    Move.BOTTOM: lambda s, c: _to_end(s, c, -1),
    Move.NEXT_COUNTERPART: _to_counterpart,
    Move.NEXT_CLAIM: _to_claim,
    Move.BASE: lambda s, _: replace(s, base=looked_at(s), topic=Topic.PLACE, moved=True),
    Move.MAXIMISE: lambda s, _: replace(s, alone=not s.alone),
    Move.NEXT_WORDED: lambda s, c: _with_argument(s, c, worded(s, c, 1)),
    Move.PREVIOUS_WORDED: lambda s, c: _with_argument(s, c, worded(s, c, -1)),
    Move.AGAINST: lambda s, _: replace(s, against=turned(s.against, 1), topic=Topic.VIEW),
    Move.SIDE_BY_SIDE: lambda s, _: replace(s, side_by_side=not s.side_by_side, topic=Topic.VIEW),
    Move.NEXT_FILTER: lambda s, _: replace(s, filter=turned(s.filter, 1), topic=Topic.FILTER),
    Move.PREVIOUS_FILTER: lambda s, _: replace(s, filter=turned(s.filter, -1), topic=Topic.FILTER),
    Move.COMMENTARY: lambda s, _: replace(s, commentary=not s.commentary, topic=Topic.FILTER),
    Move.FOLD: lambda s, _: replace(s, folded=not s.folded, unfolded=frozenset(), topic=Topic.FILTER),
    Move.OPEN_FOLD: lambda s, c: _opened(s, nearest_fold(s, c)),
    Move.HIDE: _hide,
    Move.SHOW_ALL: lambda s, _: replace(s, hidden=frozenset(), topic=Topic.ARTICLES),
    Move.MOVE_LEFT: lambda s, _: _move(s, -1),
    Move.MOVE_RIGHT: lambda s, _: _move(s, 1),
    Move.NEXT_VIEW: lambda s, _: replace(s, view=turned(s.view, 1), topic=Topic.VIEW),
    Move.PREVIOUS_VIEW: lambda s, _: replace(s, view=turned(s.view, -1), topic=Topic.VIEW),
    Move.NEXT_HIT: lambda s, c: _at_hit(s, c, 1),
    Move.PREVIOUS_HIT: lambda s, c: _at_hit(s, c, -1),
    Move.END_SEARCH: lambda s, _: replace(s, hits=None, topic=Topic.PLACE),
    Move.READ: _read,
    Move.NEXT_SORT: lambda s, _: replace(s, sort=turned(s.sort, 1), topic=Topic.VIEW),
    Move.PREVIOUS_SORT: lambda s, _: replace(s, sort=turned(s.sort, -1), topic=Topic.VIEW),
    Move.TRANSPOSE: lambda s, _: replace(s, transposed=not s.transposed, topic=Topic.VIEW),
}

_BY_VIEW: dict[View, dict[Move, Callable[[State, Comparison], State]]] = {
    View.ALIGNED: {
        Move.NEXT_SENTENCE: lambda s, c: _in_column(s, c, 1),
        Move.PREVIOUS_SENTENCE: lambda s, c: _in_column(s, c, -1),
        Move.TOP: lambda s, c: _to_column_end(s, c, 0),
        Move.BOTTOM: lambda s, c: _to_column_end(s, c, -1),
    },
    View.CLAIMS: {
        Move.NEXT_SENTENCE: lambda s, c: _to_cell(s, c, down(s, c, 1)),
        Move.PREVIOUS_SENTENCE: lambda s, c: _to_cell(s, c, down(s, c, -1)),
        Move.TOP: lambda s, c: _to_cell(s, c, edge(s, c, 0)),
        Move.BOTTOM: lambda s, c: _to_cell(s, c, edge(s, c, -1)),
        Move.NEXT_CLAIM: lambda s, c: _to_cell(s, c, GoToCell(_to_claim(s, c).claim, looked_at(s))),
        Move.FOLD: lambda s, _: replace(s, opened=not s.opened, topic=Topic.FILTER),
        Move.OPEN_FOLD: lambda s, _: replace(s, opened=True, topic=Topic.FILTER),
    },
    View.WORDING: {
        Move.NEXT_SENTENCE: lambda s, c: _by_wording(s, c, 1),
        Move.PREVIOUS_SENTENCE: lambda s, c: _by_wording(s, c, -1),
        Move.TOP: lambda s, c: _with_argument(s, c, wording_at(s, c, 0)),
        Move.BOTTOM: lambda s, c: _with_argument(s, c, wording_at(s, c, -1)),
    },
    View.OVERVIEW: {
        Move.NEXT_SENTENCE: lambda s, c: _to_article(s, c, near(s.articles, s.focus, 1)),
        Move.PREVIOUS_SENTENCE: lambda s, c: _to_article(s, c, near(s.articles, s.focus, -1)),
        Move.TOP: lambda s, c: _to_article(s, c, s.articles[0]),
        Move.BOTTOM: lambda s, c: _to_article(s, c, s.articles[-1]),
    },
}
"""What moves mean in the views that read in an order of their own."""
