"""The inverted index against the plain sum over all pairs."""

from __future__ import annotations

import numpy as np
import pytest

from compare.analysis import candidates
from compare.analysis.candidates import blocks
from compare.analysis.terms import bags, weigh

SENTENCES = [
    "The ferry struck a pier at dusk.",
    "Nine passengers were hurt.",
    "The captain denied that he slept.",
    "At dusk the ferry hit the pier.",
    "Hospitals took in nine hurt passengers.",
    "A captain who slept, the union said.",
    "Ferry tickets will cost more.",
]
STARTS = np.array([0, 3, 3, 6, 7])


def dense() -> tuple[np.ndarray, np.ndarray]:
    terms = weigh(bags(SENTENCES, ["en"] * len(SENTENCES)))
    matrix = np.zeros((terms.count, len(terms.idf)))
    for n in range(terms.count):
        matrix[n, terms.row(n)] = terms.weights[terms.starts[n] : terms.starts[n + 1]]
    held = matrix > 0
    shared = (held * terms.idf) @ held.T / np.sqrt(np.outer(terms.mass, terms.mass))
    return matrix @ matrix.T, np.stack(((held * terms.idf**2) @ held.T / terms.unit**2, shared))


@pytest.mark.parametrize("rows", [1, 2, 64])
def test_blocks_hold_what_the_dense_product_holds(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "ROWS", rows)
    _, shared = dense()
    terms = weigh(bags(SENTENCES, ["en"] * len(SENTENCES)))
    seen = 0
    for block in blocks(terms, STARTS):
        (r0, r1), (c0, c1) = block.rows, block.columns
        assert block.evidence[:2] == pytest.approx(shared[:, r0:r1, c0:c1])
        seen += r1 - r0
    assert seen == len(SENTENCES)


def test_the_size_of_a_block_changes_no_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = weigh(bags(SENTENCES, ["en"] * len(SENTENCES)))
    whole = {block.rows[0]: block.evidence for block in blocks(terms, STARTS)}
    monkeypatch.setattr(candidates, "ROWS", 1)
    for block in blocks(terms, STARTS):
        first = max(row for row in whole if row <= block.rows[0])
        assert block.evidence[:, 0] == pytest.approx(whole[first][:, block.rows[0] - first])


def test_context_never_reaches_over_the_edge_of_an_article() -> None:
    cosine, _ = dense()
    terms = weigh(bags(SENTENCES, ["en"] * len(SENTENCES)))
    first = next(iter(blocks(terms, STARTS)))
    flanks, beside = first.evidence[2], first.evidence[3]
    # sentence 1 and sentence 4: before them 0 and 3, after them 2 and 5
    assert flanks[1, 4] == pytest.approx((cosine[0, 3] + cosine[2, 5]) / 2)
    assert beside[1, 4] == pytest.approx(max(cosine[0, 4], cosine[2, 4], cosine[1, 3], cosine[1, 5]))
    # sentence 2 is the last and sentence 3 the first of its article: only one neighbour each
    assert flanks[2, 3] == 0
    assert beside[2, 3] == pytest.approx(max(cosine[1, 3], cosine[2, 4]))


def test_a_word_of_another_language_is_another_term() -> None:
    english, spanish = bags(["A mole in the port.", "El mole del port, en Lund."], ["en", "es"])
    assert not set(english) & set(spanish)
    english, spanish = bags(["They went to Lund with 12 men.", "Fueron a Lund 12 veces."], ["en", "es"])
    assert set(english) & set(spanish) == {"lund", "12"}
