"""Taking the reader along when texts change under the screen: to the same place in the new version of each article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Article, Comparison
    from compare.tui.state import State

ALIKE = 0.6
"""Share of letters in common from which on a sentence is taken for a new version of another."""


def carried(state: State, before: Comparison, after: Comparison) -> State:
    """Return a state on the comparison ``before`` as one on ``after``, whose articles may be new versions.

    An article is found again by its source. In the same text under another name the cursor stays where it is; in
    another text it goes to the sentence that is most like its own, or where none is, to the one as far down the text.
    """
    versions = _versions(before, after)

    def place(piece: str) -> str:
        if piece in after.index.article_of or piece not in before.index.article_of:
            return piece
        version = versions.get(before.index.article_of[piece].id)
        return _refound(before, piece, after.index.articles[version]) if version else ""

    return replace(
        state,
        articles=tuple(versions[key] for key in state.articles if key in versions),
        recent=tuple(versions[key] for key in state.recent if key in versions),
        hidden=frozenset(versions[key] for key in state.hidden if key in versions),
        widths=(),
        base=versions.get(state.base, ""),
        cursor=place(state.cursor),
        hits=replace(state.hits, origin=place(state.hits.origin)) if state.hits else None,
    )


def with_correction(state: State, before: Comparison, after: Comparison, finding: int | None) -> State:
    """Return a state on a comparison under other corrections.

    It looks at the cursor's claim that came of them, and goes on from the ``finding`` that was gone to last, by its
    place in ``before``: from the same one, or where that is no more, from the one before it that is.
    """
    known = {claim.sentences for claim in before.index.claims_of.get(state.cursor, ()) if claim.corrected}
    made = (c.id for c in after.index.claims_of.get(state.cursor, ()) if c.corrected and c.sentences not in known)
    return replace(state, claim=next(made, state.claim), finding=_same_finding(before, after, finding))


def _same_finding(before: Comparison, after: Comparison, finding: int | None) -> int | None:
    if finding is None:
        return None
    place = {(found.kind, found.claim, found.fact): n for n, found in enumerate(after.findings)}
    behind = reversed(before.findings[: finding + 1])
    return next((at for f in behind if (at := place.get((f.kind, f.claim, f.fact))) is not None), None)


def _versions(before: Comparison, after: Comparison) -> dict[str, str]:
    by_source = {article.source: article.id for article in after.coverage.articles}
    known = after.index.articles
    found = {a.id: a.id if a.id in known else by_source.get(a.source, "") for a in before.coverage.articles}
    return {old: new for old, new in found.items() if new}


def _refound(before: Comparison, piece: str, article: Article) -> str:
    from rapidfuzz.distance import Indel

    old = before.index.article_of[piece]
    if old.sha256 == article.sha256:  # ids differ by the article's alone, of which the outlet is a part
        there = article.id + piece.removeprefix(old.id)
        if there in {*(s.id for s in article.sentences), *(p.id for p in article.paragraphs)}:
            return there
    sentences = article.comparable or article.sentences
    if not sentences:
        return ""
    words = before.index.words(piece)
    scores = [Indel.normalized_similarity(words, article.cut(s), score_cutoff=ALIKE) for s in sentences]
    if best := max(scores):
        return sentences[scores.index(best)].id
    start = before.index.piece(piece).start
    as_far = start / max(1, len(old.text)) * len(article.text)
    return min(sentences, key=lambda s: (abs(s.start - as_far), s.start)).id
