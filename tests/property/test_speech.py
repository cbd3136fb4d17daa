"""Quotations and sources of any text: exact, apart from each other, and found in linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import plain
from compare.analysis.facts import find_facts
from compare.analysis.kinds import kind_of
from compare.analysis.marks import quoted
from compare.analysis.sources import find_speech
from compare.model import FactKind
from timing import assert_linear

MARKS = ["“", "”", '"', "'", "’", "‘", "«", "»", "„", "''", ":", "-", " ", "\n\n", ". ", ", "]
NOUNS = ["Moss", "Ada Moss", "he", "the mayor", "crew", "who", "\U0001f600", "é", "We saw nothing at all"]
SPEECH = [
    *('"We saw nothing at all," said Ada Moss.', "“We saw nothing at all,” the mayor of Lund said, “and it was dark.”"),
    *("According to Ada Moss, the crew was asleep.", "Moss told reporters: “We saw nothing at all.", "It was dark.”"),
    *("He said that the crew slept.", "«We saw nothing at all» said Moss", "The mayor “saw nothing at all”."),
]
WORDS = st.one_of([st.sampled_from(words) for words in (MARKS, NOUNS, SPEECH, ["said", "told", "according to", "and"])])
texts = (
    st.one_of([st.lists(WORDS, min_size=n, max_size=30).map(glue.join) for n, glue in ((3, " "), (3, ""), (0, ""))])
    | st.text()
)
many = settings(max_examples=100)


@many
@given(texts)
def test_spans_are_exact_and_quotations_lie_apart(text: str) -> None:
    made = plain(text)
    found = find_speech([made], find_facts([made]))
    sentences = {s.id: s for s in made.sentences}
    for fact in found:
        assert fact.value
        for mention in fact.mentions:
            assert made.text[mention.start : mention.end] == mention.text
            assert sentences[mention.sentence].start <= mention.start < sentences[mention.sentence].end
    spans = sorted((m.start, m.end) for f in found if f.kind is FactKind.QUOTATION for m in f.mentions)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@many
@given(texts)
def test_passages_of_any_paragraph_lie_apart(text: str) -> None:
    passages = quoted(text)
    assert all(q.outer < q.start <= q.end <= q.after <= len(text) for q in passages)
    assert all(a.after <= b.outer for a, b in pairwise(passages))


UNITS = [
    '"',
    "'",
    "“",
    "” ",
    "«»",
    "„ “",
    " 'a",
    "said ",
    "said, ",
    'he said "',
    "according to ",
    "Moss, ",
    "Moss and ",
]
UNITS += ['"We saw nothing at all," he said. ', '"We saw it," he said, ', "the mayor of ", "will ", ", which ", "ed "]


@pytest.mark.parametrize("unit", UNITS)
def test_nothing_takes_long_on_a_text_that_nobody_wrote(unit: str) -> None:
    made = {length: plain(unit * (length // len(unit))) for length in (4_000, 16_000)}
    assert_linear(lambda length: (find_speech([made[length]], ()), kind_of(made[length].text, ())), 4_000)
