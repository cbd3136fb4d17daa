"""Whose words a sentence has that a reader put in: as if all texts had been read with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from articles import article
from compare.analysis.flow import Flow
from compare.analysis.numbered import Numbered
from compare.analysis.taken import with_put_in
from compare.analysis.voices import Printed
from compare.model import Article, Paragraph, ParagraphKind, Sentence

Told = Sequence[tuple[str, bool]]
"""The sentences of an article, a paragraph each, and whether it is furniture until a reader puts it in."""


def made(name: str, told: Told, *, put_in: bool) -> Article:
    """An article as it was read, or with all that was left out."""
    text, at, paragraphs, sentences = "\n".join(words for words, _ in told), 0, [], []
    for n, (words, left_out) in enumerate(told, 1):
        kind = ParagraphKind.FURNITURE if left_out and not put_in else ParagraphKind.BODY
        paragraphs.append(Paragraph(f"{name}.p{n}", kind, at, at + len(words)))
        compared = kind is ParagraphKind.BODY
        sentences.append(Sentence(f"{name}.s{n}", f"{name}.p{n}", at, at + len(words), compared))
        at += len(words) + 1
    opened = article("Nothing to see here today.", outlet=name)
    return replace(opened, id=name, text=text, paragraphs=tuple(paragraphs), sentences=tuple(sentences))


def taken(*texts: Told) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Who has most of the words of which sentence, as it is found of what is put in; and of all as if it were read."""
    read, filled = (
        tuple(made(f"a{n}", told, put_in=put_in) for n, told in enumerate(texts)) for put_in in (False, True)
    )
    printed = Printed.of(Flow.of(read))
    found = with_put_in(printed, filled, Numbered.of(read).with_put_in(filled).put_in)
    return dict(found.taken), dict(Printed.of(Flow.of(filled)).taken)


WIRE = "customs men in varn opened nine crates on sunday night and found three old church bells"
HALVES = WIRE.rsplit(" ", 8)[0], WIRE.split(" ", 8)[8]


def test_the_words_of_a_wire_are_each_others() -> None:
    found, _ = taken([("it rained", False), (WIRE, True)], [(WIRE, False), ("it snowed", False)], [("no", False)])
    assert found == {"a0.s2": frozenset({1}), "a1.s1": frozenset({0})}


def test_twelve_words_are_enough_wherever_a_text_has_them() -> None:
    twelve = " ".join(WIRE.split()[:12])
    found, _ = taken([(twelve, True)], [(twelve, False), ("it snowed", False)])
    assert found == {"a0.s1": frozenset({1}), "a1.s1": frozenset({0})}


def test_who_says_much_more_in_one_sentence_has_not_taken_it() -> None:
    more = f"{WIRE} while the dogs of the port barked at the gulls and nobody in the whole town got any sleep"
    found, _ = taken([("it rained", False), (WIRE, True)], [(more, False), ("it snowed", False)])
    assert found == {"a0.s2": frozenset({1})}


def test_a_run_reaches_into_a_sentence_from_those_beside_it() -> None:
    one, other = HALVES
    found, _ = taken([(one, False), (other, True)], [(one, False), (other, False)])
    assert found == {"a0.s2": frozenset({1}), "a1.s2": frozenset({0}), "a1.s1": frozenset({0})}


def test_two_that_are_put_in_share_no_words_for_being_new_both() -> None:
    letters = "abcdefghijklmno"
    one, other = (" ".join(f"{mark}{letter}" for letter in letters) for mark in "xy")
    found, _ = taken([("it rained", False), (one, True)], [("it snowed", False), (other, True)])
    assert found == {}
    found, _ = taken([("it rained", False), (one, True)], [("it snowed", False), (one, True)])
    assert found == {"a0.s2": frozenset({1}), "a1.s2": frozenset({0})}


WORDS = st.lists(st.sampled_from("ab"), min_size=4, max_size=14).map(" ".join)
TOLD = st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=4)


@settings(max_examples=15)
@given(st.lists(TOLD, min_size=2, max_size=3))
def test_it_is_what_reading_all_texts_again_finds_of_what_was_put_in(texts: list[Told]) -> None:
    found, again = taken(*texts)
    put_in = {f"a{n}.s{k}" for n, told in enumerate(texts) for k, (_, left_out) in enumerate(told, 1) if left_out}
    assert {s: who for s, who in found.items() if s in put_in} == {s: who for s, who in again.items() if s in put_in}
