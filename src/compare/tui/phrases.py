"""How things are put into words on the screen. Pure; every text from outside comes out safe to show and on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from compare.model import (
    GLYPHS,
    LIKELY,
    Article,
    Claim,
    Comparison,
    Mark,
    Stance,
    Status,
    one_line,
    only_here,
    plural,
)
from compare.model.phrases import LESS_SPECIFIC, NOT_HERE
from compare.model.phrases import warnings_of as all_warnings_of
from compare.model.unread import why_unread
from compare.tui.state import Filter, State, Topic, View, looked_at


class Known(IntEnum):
    """How well it is known that an article does not state a claim."""

    UNKNOWN = 0
    NOT_FOUND = 1
    SURELY = 2


@dataclass(frozen=True, slots=True, order=True)
class Lack:
    """How an article lacks something, in words, and how well that is known; the more careful comes first."""

    known: Known
    words: str


NOT_COMPARED = Lack(Known.UNKNOWN, "not compared yet")
"""Where no analysis has looked for counterparts."""


def end_of(article: Article) -> str:
    """Return what stands below a text: whether it is whole."""
    return "end of the text" if article.complete else "cut here: what follows is unknown"


def label(article: Article) -> str:
    """Return what an article is called."""
    return one_line(article.label) or one_line(article.source) or article.id


def counts(comparison: Comparison, *, analysed: bool, decided: int = 0, trouble: str = "") -> str:
    """Return the size of a set in one line, warnings included so that none goes unseen.

    Args:
        comparison: the set.
        analysed: the comparison is the result of an analysis.
        decided: how many findings the reader has decided.
        trouble: what is wrong with the reader's marks.
    """
    parts = [plural(len(comparison.coverage.articles), "article")]
    if analysed:
        parts += [plural(len(comparison.claims), "claim"), plural(len(comparison.findings), "finding")]
        parts[-1] += f", {decided} decided" if decided else ""
    if warned := warnings_of(comparison, trouble):
        parts.append(f"{plural(len(warned), 'warning')} (w)")
    return " · ".join(parts)


def warnings_of(comparison: Comparison, trouble: str = "") -> tuple[str, ...]:
    """Return all warnings, each once: what is wrong with the reader's marks first, then those of the set."""
    own = (one_line(trouble),) if trouble else ()
    return tuple(dict.fromkeys((*own, *all_warnings_of(comparison))))


def status_of(comparison: Comparison, claim: Claim) -> str:
    """Return how many state a claim, and how sure that is: ``only here: 91 % sure``.

    Texts are counted, and the independent voices as well where those are fewer: ``in 3 of 5, 2 voices: 90 % sure``.
    """
    sure = f"{claim.confidence * 100:.0f} % sure"
    of = len(comparison.coverage.articles)
    if claim.status is Status.UNIQUE:
        texts = f", in {len(claim.articles)} texts of one voice" if len(claim.articles) > 1 else ""
        return f"{Mark.UNIQUE if only_here(claim) else Mark.UNSURE}{texts}: {sure}"
    where = "in all" if len(claim.articles) == of else f"in {len(claim.articles)} of"
    voices = f", {plural(claim.voices, 'voice')}" if claim.voices < len(claim.articles) else ""
    where = f"{where} {of}{voices}"
    return f"{where if claim.confidence >= LIKELY else f'perhaps {where}'}: {sure}"


def sources_of(claim: Claim) -> str:
    """Return whom a claim is credited to, in one line."""
    return " · ".join(one_line(source) for source in claim.sources)


def stance_of(comparison: Comparison, claim: Claim, article: Article) -> str:
    """Return how an article stands to a claim in a few words; empty if it states it plainly."""
    stance = claim.stance.get(article.id)
    if article.id in claim.articles and stance is not Stance.DENIED:
        return LESS_SPECIFIC if stance is Stance.WEAKER else ""
    return lack_of(comparison, claim, article).words


def lack_of(comparison: Comparison, claim: Claim, article: Article) -> Lack:
    """Return how an article lacks a claim that it does not state."""
    stance = claim.stance.get(article.id)
    if stance is Stance.DENIED:
        return Lack(Known.SURELY, "denied in this text")
    if stance is Stance.ABSENT:
        return Lack(Known.SURELY, NOT_HERE)
    if unread := why_unread(article, {comparison.index.articles[a].language for a in claim.articles}):
        return Lack(Known.UNKNOWN, f"unknown: {unread}")
    if claim.status is not Status.UNIQUE:
        return Lack(Known.UNKNOWN, "unknown: not sure enough")
    return Lack(Known.SURELY, NOT_HERE) if only_here(claim) else Lack(Known.NOT_FOUND, "not found in this text")


def stance_glyph(comparison: Comparison, claim: Claim | None, article: Article) -> str:
    """Return one glyph for how an article stands to a claim; a blank where no claim is looked at."""
    if claim is None:
        return " "
    index = comparison.index
    stance = claim.stance.get(article.id)
    sides = (side for conflict in index.conflicts_of.get(claim.id, ()) for side in conflict.sides)
    if stance is Stance.DENIED or any(index.article_of[s].id == article.id for side in sides for s in side):
        return "!"
    if article.id in claim.articles:
        doubtful = claim.status is not Status.UNIQUE and claim.confidence < LIKELY
        return GLYPHS[Mark.DOUBTFUL] if doubtful else "~" if stance is Stance.WEAKER else "="
    return "–" if lack_of(comparison, claim, article).known is Known.SURELY else "?"


def tab_notes(state: State, comparison: Comparison) -> tuple[str, ...]:
    """Return what stands beside each article's name: how it stands to the claim, or its hits while one searches."""
    index = comparison.index
    if state.topic is Topic.SEARCH and state.hits and state.hits.query.strip():
        found = Counter(passage.article for passage in state.hits.passages)
        return tuple(str(found[article]) for article in state.articles)
    claim = index.claims.get(state.claim)
    return tuple(stance_glyph(comparison, claim, index.articles[article]) for article in state.articles)


def status_line(state: State, comparison: Comparison) -> str:
    """Return what the status line says: the finding, the hits, the filter, or the place."""
    if state.topic is Topic.SEARCH and state.hits is None:
        return _place_line(state, comparison)
    return _LINES.get(state.topic, _place_line)(state, comparison)


def citation(comparison: Comparison, piece: str) -> str:
    """Return a sentence with its source, fit to be pasted into a memo."""
    article = comparison.index.article_of[piece]
    words = one_line(comparison.index.words(piece))
    return f"“{words}” — {', '.join(source_of(article, comparison.index.piece(piece).start))}"


def source_of(article: Article, start: int) -> tuple[str, ...]:
    """Return where a code point of an article stands: outlet, headline, date, and source with line."""
    where = f"{article.url or article.source}, line {article.line_of(start)}"
    parts = (article.title and f"“{article.title}”", article.published or "", where)
    return (label(article), *(one_line(part) for part in parts if part))


def _finding_line(state: State, comparison: Comparison) -> str:
    if state.finding is None or not comparison.findings:
        return "no findings: nothing here stands out" if state.analysed else "no findings yet: still comparing"
    finding = comparison.findings[state.finding]
    return f"finding {state.finding + 1}/{len(comparison.findings)}: {one_line(finding.why)} · n next"


def _search_line(state: State, comparison: Comparison) -> str:
    hits = state.hits
    if hits is None or not hits.query.strip():
        return "type to search in all articles"
    each = Counter(passage.article for passage in hits.passages)
    names = ((label(comparison.index.articles[a]), each[a]) for a in state.articles)
    at, onward = (f"hit {hits.at + 1}/{len(hits.passages)}", " · ] next") if hits.passages else ("no hit", "")
    return f"{at}: {' · '.join(f'{name} {count}' for name, count in names)}{onward} · Esc end"


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
    folded = ", the rest folded away · o opens a fold · z shows all" if state.folded else " · f next"
    return f"set off: {explained[state.filter]}{without}{folded}"


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
