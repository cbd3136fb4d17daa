"""The matrix of claims by articles: which claims are its rows, in what order, and what its cells say. Without Textual.

Claims that nobody could check come last whatever the order, under one line that they are folded away beneath. The claim
looked at is always among the rows, even where the filter or the fold would leave it out: the cursor stands on it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from compare.model import GLYPHS, ClaimKind, Mark, one_line, only_here, plural
from compare.tui.filtering import is_listed
from compare.tui.phrases import stance_glyph
from compare.tui.relations import best_counterpart, clearest
from compare.tui.state import Filter, GoToCell, Sort, looked_at, searched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from compare.model import Article, Claim, Comparison, Index
    from compare.tui.state import State

_KINDS = {kind: n for n, kind in enumerate(ClaimKind)}


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of the matrix.

    Attributes:
        checkable: the claims above the line of the commentary, in order.
        commentary: those below it, as far as they are in sight.
        folded: how many more of it are folded away.
        passed: how many claims the filter and the search let through, in sight or not.
        besides: the claim looked at is none of these, and in sight all the same.
        total: how many claims there are.
    """

    checkable: tuple[Claim, ...]
    commentary: tuple[Claim, ...]
    folded: int
    passed: int
    besides: bool
    total: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in sight, in order."""
        return self.checkable + self.commentary

    @property
    def entries(self) -> tuple[Claim | None, ...]:
        """The rows from top to bottom; ``None`` is the line of the commentary, where there is any."""
        line = (None,) if self.commentary or self.folded else ()
        return self.checkable + line + self.commentary


NO_MATRIX = Matrix((), (), 0, 0, False, 0)
"""The matrix before there is anything."""


def matrix_of(state: State, comparison: Comparison) -> Matrix:
    """Return the rows of the matrix for a state."""
    passed = _passed(state, comparison)
    here = comparison.index.claims.get(state.claim)
    ordered = _ordered(comparison.index, state.sort, state.base, state.articles)
    kept = [claim for claim in ordered if claim.id in passed or claim is here]
    commentary = [claim for claim in kept if claim.kind is ClaimKind.COMMENTARY]
    in_sight = tuple(claim for claim in commentary if state.opened or claim is here)
    return Matrix(
        checkable=tuple(claim for claim in kept if claim.kind is not ClaimKind.COMMENTARY),
        commentary=in_sight,
        folded=len(commentary) - len(in_sight),
        passed=len(passed),
        besides=here is not None and here.id not in passed,
        total=len(comparison.claims),
    )


def compared(state: State) -> tuple[str, ...]:
    """Return the articles of the matrix, in the order of display: all that are not hidden."""
    return tuple(a for a in state.articles if a not in state.hidden or a == looked_at(state))


def down(state: State, comparison: Comparison, by: int) -> GoToCell:
    """Return the step to the cell so many rows below the one looked at, or above it, as far as there are any."""
    return _by_article(state, by) if state.transposed else _by_claim(state, comparison, by)


def across(state: State, comparison: Comparison, by: int) -> GoToCell:
    """Return the step to the cell so many columns to the right of the one looked at, or to the left."""
    return _by_claim(state, comparison, by) if state.transposed else _by_article(state, by)


def edge(state: State, comparison: Comparison, at: int) -> GoToCell:
    """Return the step to the cell of the first row (0) or of the last (-1) in the column looked at."""
    if state.transposed:
        return GoToCell(state.claim, compared(state)[at])
    claims = matrix_of(state, comparison).claims
    return GoToCell(claims[at].id if claims else state.claim, looked_at(state))


def sentence_for(state: State, comparison: Comparison, cell: GoToCell) -> str | None:
    """Return the sentence to read for a cell: the article's own, else where the cursor is, else the claim's clearest.

    ``None`` where no claim is looked at.
    """
    claim = comparison.index.claims.get(cell.claim)
    if claim is None:
        return None
    here = state.cursor in claim.sentences
    if here and cell.article == state.focus:
        return state.cursor
    own = best_counterpart(comparison, claim, state.cursor, cell.article)
    return own or (state.cursor if here else clearest(comparison, claim))


def cell_glyph(comparison: Comparison, claim: Claim, article: Article) -> str:
    """Return what stands in a cell: the glyph of the article's tab, but that a claim made nowhere else has its mark."""
    glyph = stance_glyph(comparison, claim, article)
    return GLYPHS[Mark.UNIQUE] if only_here(claim) and glyph == GLYPHS[Mark.SHARED] else glyph


def hits_in(state: State, comparison: Comparison) -> dict[str, frozenset[str]]:
    """Return the sentences in which something searched for stands, each with what of it does."""
    hits = searched(state)
    found: dict[str, set[str]] = {}
    starts: dict[str, list[int]] = {}
    for passage in hits.passages if hits else ():
        article = comparison.index.articles[passage.article]
        sentences = article.sentences
        if passage.article not in starts:
            starts[passage.article] = [sentence.start for sentence in sentences]
        at = max(0, bisect_right(starts[passage.article], passage.start) - 1)
        while at < len(sentences) and sentences[at].start < passage.end:
            start, end = max(sentences[at].start, passage.start), min(sentences[at].end, passage.end)
            if start < end:
                found.setdefault(sentences[at].id, set()).add(one_line(article.text[start:end]))
            at += 1
    return {sentence: frozenset(words) for sentence, words in found.items()}


def _by_claim(state: State, comparison: Comparison, by: int) -> GoToCell:
    claims = matrix_of(state, comparison).claims
    if not claims:
        return GoToCell(state.claim, looked_at(state))
    at = next((n for n, claim in enumerate(claims) if claim.id == state.claim), None)
    to = 0 if at is None else max(0, min(at + by, len(claims) - 1))
    return GoToCell(claims[to].id, looked_at(state))


def _by_article(state: State, by: int) -> GoToCell:
    articles = compared(state)
    at = max(0, min(articles.index(looked_at(state)) + by, len(articles) - 1))
    return GoToCell(state.claim, articles[at])


def summary(state: State, matrix: Matrix) -> str:
    """Return how many claims are listed, and why the others are not: ``23 of 61 claims (only here)``."""
    reasons = []
    if state.filter not in (Filter.ALL, Filter.NOTHING):
        reasons.append(str(state.filter))
    if not state.commentary:
        reasons.append("without commentary")
    if hits := searched(state):
        reasons.append(f"with “{one_line(hits.query)}”")
    if not state.analysed:
        return "no claims yet: still comparing"
    count = f"{matrix.passed} of {plural(matrix.total, 'claim')}" if reasons else plural(matrix.total, "claim")
    limits = f" ({', '.join(reasons)})" if reasons else ""
    limits += " + the one looked at" if matrix.besides else ""
    folded = f" · {matrix.folded} commentary folded (o opens)" if matrix.folded else ""
    return f"{count}{limits}{folded}"


def fold_line(matrix: Matrix, *, opened: bool) -> str:
    """Return what the line of the commentary says."""
    if opened:
        return f"▾ commentary: {plural(len(matrix.commentary), 'claim')} (z folds)"
    if not matrix.folded:  # the claim looked at is the only one, or the filter passes over the others
        return "▸ commentary"
    more = " more" if matrix.commentary else ""
    return f"▸ commentary: {matrix.folded}{more} folded (o opens)"


def _passed(state: State, comparison: Comparison) -> frozenset[str]:
    hits, found = searched(state), hits_in(state, comparison)
    return frozenset(
        claim.id
        for claim in comparison.claims
        if (hits is None or any(s in found for s in claim.sentences))
        and is_listed(state.filter, comparison, claim, commentary=state.commentary)
    )


@lru_cache(maxsize=len(Sort))
def _ordered(index: Index, sort: Sort, base: str, articles: tuple[str, ...]) -> tuple[Claim, ...]:
    """Return all claims in order, sorted once for all the keys that only move. An index is equal to itself alone."""
    return tuple(sorted(index.claims.values(), key=_key(index, sort, base, articles)))


def _key(index: Index, sort: Sort, base: str, articles: tuple[str, ...]) -> Callable[[Claim], tuple[object, ...]]:
    """Return the key to sort by; what is equal in it comes in the order in which a reader of the base meets it."""
    place_of = _places(index, base, articles)

    def place(claim: Claim) -> int:
        return min(map(place_of.__getitem__, claim.sentences))

    def kind(claim: Claim) -> int:
        return _KINDS[claim.kind]

    def coverage(claim: Claim) -> tuple[int, int]:
        return -claim.voices, -len(claim.articles)

    keys: dict[Sort, Callable[[Claim], tuple[object, ...]]] = {
        Sort.CHECKABLE: lambda claim: (kind(claim), coverage(claim), place(claim), claim.id),
        Sort.COVERAGE: lambda claim: (coverage(claim), kind(claim), place(claim), claim.id),
        Sort.BASE: lambda claim: (place(claim), coverage(claim), claim.id),
        Sort.CONFIDENCE: lambda claim: (-claim.confidence, kind(claim), coverage(claim), place(claim), claim.id),
    }
    return keys[sort]


def _places(index: Index, base: str, articles: Iterable[str]) -> dict[str, int]:
    """Number the sentences as a reader meets them who begins with the base and goes on in the order of display."""
    order = (index.articles[article] for article in dict.fromkeys((base, *articles)) if article in index.articles)
    texts = (sorted(article.sentences, key=lambda sentence: sentence.start) for article in order)
    return {sentence.id: n for n, sentence in enumerate(chain.from_iterable(texts))}
