"""How the outlets word one claim: which sentences there are, in which order, and what each is held against. Pure and
without Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.tui.relations import best_counterpart, counterparts, near
from compare.tui.state import Against, GoTo, State, held

if TYPE_CHECKING:
    from compare.model import Claim, Comparison


def wordings(state: State, comparison: Comparison, claim: Claim) -> tuple[str, ...]:
    """Return the sentences that state a claim, in the order shown: those of the base, then those of the others."""
    return tuple(s for article in held(state) for s in counterparts(comparison, claim, article))


def references(state: State, comparison: Comparison, claim: Claim) -> dict[str, str]:
    """Return for each wording, in order, the sentence it is held against; empty for one that the others are held to.

    Where the base does not state the claim, its first wording takes the base's place.
    """
    order = wordings(state, comparison, claim)
    if not order:
        return {}
    if state.against is Against.ABOVE:
        return dict(zip(order, ("", *order[:-1]), strict=True))
    if state.against is Against.CHOSEN and state.cursor in order:
        return {sentence: "" if sentence == state.cursor else state.cursor for sentence in order}
    of_base = counterparts(comparison, claim, state.base)
    if not of_base:
        return {sentence: order[0] if sentence != order[0] else "" for sentence in order}
    return {
        sentence: "" if sentence in of_base else best_counterpart(comparison, claim, sentence, state.base) or ""
        for sentence in order
    }


def below(state: State, comparison: Comparison, by: int) -> GoTo:
    """Return the step to the wording so many places below the cursor, or to the one at the end that comes first."""
    claim = comparison.index.claims[state.claim]
    return GoTo(near(wordings(state, comparison, claim), state.cursor, by), claim.id)


def wording_at(state: State, comparison: Comparison, at: int) -> GoTo:
    """Return the step to a wording by its place, negative from the end; where no claim is stated the cursor stays."""
    claim = comparison.index.claims.get(state.claim)
    return GoTo(wordings(state, comparison, claim)[at], claim.id) if claim else GoTo(state.cursor)


def worded(state: State, comparison: Comparison, by: int) -> GoTo:
    """Return the step to the first sentence of the claim in several wordings that is ``by`` further; without any the
    cursor stays.

    Those of the base come first, in its order, then those that only others state, in the order of display; after the
    last one comes the first. Where the claim looked at has only one wording, the cursor's place counts.
    """
    index = comparison.index
    place = {article: n for n, article in enumerate(held(state))}

    def rank(piece: str) -> tuple[int, int]:
        return place[index.article_of[piece].id], index.piece(piece).start

    found: list[tuple[tuple[int, int], str, str]] = []
    for claim in comparison.claims:
        several = [s for s in claim.sentences if index.article_of[s].id in place]
        if len(several) > 1:
            first = min(several, key=rank)
            found.append((rank(first), claim.id, first))
    if not found:
        return GoTo(state.cursor, state.claim)
    found.sort()
    at = next((n for n, (_, claim, _) in enumerate(found) if claim == state.claim), None)
    if at is None:
        before = sum(there <= rank(state.cursor) for there, _, _ in found)
        at = before - 1 if by > 0 else before
    _, name, sentence = found[(at + by) % len(found)]
    return GoTo(sentence, name)
