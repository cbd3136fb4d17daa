"""The inverted index against the plain sum over all pairs."""

from __future__ import annotations

import numpy as np
import pytest

from compare.analysis import candidates
from compare.analysis.candidates import Vocabulary, blocks
from compare.analysis.terms import Floats, names, words_of

SENTENCES = [
    "The ferry struck a pier at dusk.",
    "Nine passengers were hurt.",
    "The captain denied that he slept.",
    "At dusk the ferry hit the pier.",
    "Hospitals took in nine hurt passengers.",
    "A captain who slept, the union said.",
    "Ferry tickets will cost more.",
]
ARTICLE = [0, 0, 0, 2, 2, 2, 3]


def vocabulary() -> Vocabulary:
    """Article 1 has no sentence."""
    return Vocabulary.of(SENTENCES, ARTICLE, ["en"] * 4)


def dense() -> tuple[Floats, Floats]:
    """Likeness, and weight and overlap, of all pairs."""
    terms = vocabulary().terms
    matrix = np.zeros((terms.count, terms.width))
    for n in range(terms.count):
        cells, _ = terms.cells([n])
        matrix[n, terms.columns[cells]] = terms.rarity[cells]
    weight = matrix @ matrix.T
    overlap = np.sqrt(matrix) @ np.sqrt(matrix).T / np.sqrt(np.outer(terms.mass, terms.mass))
    return weight / np.outer(terms.length, terms.length), np.stack((weight, overlap))


@pytest.mark.parametrize("rows", [1, 2, 64])
def test_blocks_hold_what_the_dense_product_holds(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "ROWS", rows)
    _, shared = dense()
    seen = 0
    for block in blocks(vocabulary()):
        (r0, r1), (c0, c1) = block.rows, block.columns
        assert block.evidence[:2] == pytest.approx(shared[:, r0:r1, c0:c1])
        seen += r1 - r0
    assert seen == len(SENTENCES)


def test_the_size_of_a_block_changes_no_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {block.rows[0]: block for block in blocks(vocabulary())}
    monkeypatch.setattr(candidates, "ROWS", 1)
    for block in blocks(vocabulary()):
        first = max(row for row in whole if row <= block.rows[0])
        row = block.rows[0] - first
        assert block.evidence[:, 0] == pytest.approx(whole[first].evidence[:, row])
        assert block.wording[0] == pytest.approx(whole[first].wording[row])


def test_context_never_reaches_over_the_edge_of_an_article() -> None:
    likeness, _ = dense()
    first = next(iter(blocks(vocabulary())))
    flanks, beside = first.evidence[2], first.evidence[3]
    # sentence 1 and sentence 4: before them 0 and 3, after them 2 and 5
    assert flanks[1, 4] == pytest.approx((likeness[0, 3] + likeness[2, 5]) / 2)
    assert beside[1, 4] == pytest.approx(max(likeness[0, 4], likeness[2, 4], likeness[1, 3], likeness[1, 5]))
    # sentence 2 is the last and sentence 3 the first of its article: only one neighbour each
    assert flanks[2, 3] == 0
    assert beside[2, 3] == pytest.approx(max(likeness[1, 3], likeness[2, 4]))


def test_wording_counts_neighbours_that_are_neighbours_in_both() -> None:
    sentences = ["The ferry struck a pier at dusk.", "At dusk the ferry left.", "Dusk at the pier."]
    (first, *_) = blocks(Vocabulary.of(sentences, [0, 1, 2], ["en"] * 3))
    assert first.wording[0, 1:].tolist() == [2, 0]  # "the ferry" and "at dusk", whatever their order


def test_a_further_article_changes_nothing_between_the_others() -> None:
    further = [*SENTENCES, "The ferry, the ferry, the ferry struck the pier.", "Captain and passengers slept."]
    more = {b.rows: b for b in blocks(Vocabulary.of(further, [*ARTICLE, 4, 4], ["en"] * 5))}
    for block in blocks(vocabulary()):
        later = [c - block.columns[0] for c in range(*block.columns) if ARTICLE[c] > block.article]
        assert (block.evidence[:, :, later] == more[block.rows].evidence[:, :, later]).all()


def test_between_languages_names_and_numbers_meet() -> None:
    sentences = ["They went to Lund with 12 men.", "Fueron a Lund 12 veces.", "The men were tired."]
    english, spanish, _ = names([words_of(s) for s in sentences], [0, 1, 0])
    assert set(english) & set(spanish) == {"lund", "12"}
    (first, *_) = blocks(Vocabulary.of([*sentences[::2], sentences[1]], [0, 0, 1], ["en", "es"]))
    weight = first.evidence[0]
    assert weight[0, 2] == pytest.approx(2.0)  # both stand in one sentence of either
    assert weight[1, 2] == 0
