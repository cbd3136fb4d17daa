"""What the lines around the views say: the size of the set, what stands beside each tab, the status line. Pure; every
text from outside comes out safe to show and on one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from compare.model import plural
from compare.tui.phrases import label, stance_glyph, stance_of, status_of, warnings_of, why_of
from compare.tui.state import Filter, State, Topic, View, looked_at, searched

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Comparison


def counts(comparison: Comparison, *, analysed: bool, decided: int = 0, trouble: str = "", brief: bool = False) -> str:
    """Return the size of a set in one line, warnings included so that none goes unseen.

    Args:
        comparison: the set.
        analysed: the comparison is the result of an analysis.
        decided: how many findings the reader has decided.
        trouble: what is wrong with the reader's marks.
        brief: leave out the claims, which nobody has to go through.
    """
    parts = [plural(len(comparison.coverage.articles), "article")]
    if analysed:
        parts += [] if brief else [plural(len(comparison.claims), "claim")]
        parts.append(plural(len(comparison.findings), "finding") + (f", {decided} decided" if decided else ""))
    if warned := warnings_of(comparison, trouble):
        parts.append(f"{plural(len(warned), 'warning')} (w)")
    return " · ".join(parts)


def tab_notes(state: State, comparison: Comparison) -> tuple[str, ...]:
    """Return what stands beside each article's name: how it stands to the claim, or its hits while one searches."""
    index = comparison.index
    hits = searched(state)
    if state.topic is Topic.SEARCH and hits:
        found = Counter(passage.article for passage in hits.passages)
        return tuple(str(found[article]) for article in state.articles)
    claim = index.claims.get(state.claim)
    return tuple(stance_glyph(comparison, claim, index.articles[article]) for article in state.articles)


def status_line(state: State, comparison: Comparison) -> str:
    """Return what the status line says: the finding, the hits, the filter, or the place."""
    if state.topic is Topic.SEARCH and state.hits is None:
        return _place_line(state, comparison)
    return _LINES.get(state.topic, _place_line)(state, comparison)


def _finding_line(state: State, comparison: Comparison) -> str:
    if state.finding is None or not comparison.findings:
        return "no findings: nothing here stands out" if state.analysed else "no findings yet: still comparing"
    finding = comparison.findings[state.finding]
    return f"finding {state.finding + 1}/{len(comparison.findings)}: {why_of(comparison, finding)} · n next"


def _search_line(state: State, comparison: Comparison) -> str:
    hits = searched(state)
    if hits is None:
        return "type to search in all articles"
    each = Counter(passage.article for passage in hits.passages)
    found = [f"{label(comparison.index.articles[a])} {each[a]}" for a in state.articles if each[a]]
    without = len(state.articles) - len(found)
    if not found:
        return f"no hit: 0 in all {without} · Esc end"
    nowhere = [f"0 in {plural(without, 'other')}"] if without else []
    return f"hit {hits.at + 1}/{len(hits.passages)}: {' · '.join((*found, *nowhere))} · ] next · Esc end"


def _filter_line(state: State, _: Comparison) -> str:
    explained = {
        Filter.ALL: "all marks",
        Filter.FINDINGS: "sentences with a finding",
        Filter.UNIQUE: "what only one outlet says",
        Filter.OMISSIONS: "what some complete text leaves out",
        Filter.CONFLICTS: "where texts contradict each other",
        Filter.SHARED: "what several say",
        Filter.COMMON: "what all say",
        Filter.NOTHING: "nothing: the plain text",
    }
    without = "" if state.commentary else ", without commentary"
    if state.view is View.CLAIMS:
        wanted = explained[state.filter] if state.filter not in (Filter.ALL, Filter.NOTHING) else "all claims"
        closed = " · commentary folded, o opens" if state.commentary and not state.opened else ""
        return f"listed: {wanted}{without}{closed} · f next"
    if not state.folded:
        rest = " · f next"
    elif state.filter is Filter.ALL and state.commentary:
        rest = ", nothing to fold away · f next"
    else:
        rest = ", the rest folded away · o opens a fold · z shows all"
    return f"set off: {explained[state.filter]}{without}{rest}"


def _view_line(state: State, _: Comparison) -> str:
    explained = {
        View.PANES: "the articles side by side",
        View.ALIGNED: "each paragraph of the base, and beside it what the others have of it",
        View.CLAIMS: f"{state.sort} · s next order · T turns the matrix · Enter reads",
        View.WORDING: f"each held against {state.against}, {'side by side' if state.side_by_side else 'in one'}",
        View.OVERVIEW: "what can be counted of each article",
    }
    return f"{state.view}: {explained[state.view]} · v next view"


def _articles_line(state: State, comparison: Comparison) -> str:
    order = " · ".join(label(comparison.index.articles[a]) for a in state.articles if a not in state.hidden)
    hidden = [label(comparison.index.articles[a]) for a in state.articles if a in state.hidden]
    away = f" · hidden: {', '.join(hidden)} · + shows all" if hidden else ""
    return f"shown: {order}{away}"


def _cell_line(state: State, comparison: Comparison, column: str) -> str:
    """Return how an article stands to a claim that only others state."""
    article = comparison.index.articles[column]
    claim = comparison.index.claims.get(state.claim)
    if claim is None:
        return f"{label(article)}: no claim is looked at"
    return f"{label(article)}: {stance_of(comparison, claim, article)} · {status_of(comparison, claim)}"


def _return_line(state: State, comparison: Comparison) -> str:
    return f"back where you left this set · {_place_line(state, comparison)}"


def _place_line(state: State, comparison: Comparison) -> str:
    if not state.cursor:
        return ""
    article = comparison.index.article_of[state.cursor]
    piece = comparison.index.piece(state.cursor)
    base = " · base" if state.base == article.id else ""
    if (column := looked_at(state)) != article.id:
        return _cell_line(state, comparison, column)
    parts = [f"{label(article)}{base}", f"line {article.line_of(piece.start)}"]
    claim = comparison.index.claims.get(state.claim)
    if claim:
        parts.append(status_of(comparison, claim))
    if state.analysed and comparison.findings:
        parts.append("n next finding")
    return " · ".join(parts)


_LINES: dict[Topic, Callable[[State, Comparison], str]] = {
    Topic.FINDING: _finding_line,
    Topic.SEARCH: _search_line,
    Topic.FILTER: _filter_line,
    Topic.VIEW: _view_line,
    Topic.ARTICLES: _articles_line,
    Topic.RETURN: _return_line,
}
