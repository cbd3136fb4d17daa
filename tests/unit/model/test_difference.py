"""What is other in some things than in others, told by which objects are the very same."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from compare.model.difference import Changed


class Thing:
    """Equal to itself alone."""


FOUND = [Thing() for _ in range(6)]
MORE = [Thing() for _ in range(3)]

kept = st.sets(st.sampled_from(FOUND)).map(lambda few: [thing for thing in FOUND if thing in few])
added = st.lists(st.sampled_from(MORE), unique=True)


@given(kept, added, kept, added)
def test_what_is_known_of_two_against_a_third_tells_what_is_other_between_them(
    one: list[Thing], with_one: list[Thing], two: list[Thing], with_two: list[Thing]
) -> None:
    before, now = [*one, *with_one], [*two, *with_two]
    since = Changed.of(FOUND, now).since(Changed.of(FOUND, before))
    asked = Changed.of(before, now)
    assert (set(since.gone), set(since.new), since.count) == (set(asked.gone), set(asked.new), asked.count)
    assert len(since.gone) == len(asked.gone)
    assert len(since.new) == len(asked.new)


def test_few_are_some_and_not_too_many() -> None:
    def few(gone: Sequence[Thing], new: Sequence[Thing], among: int) -> bool:
        return Changed(tuple(gone), tuple(new), 6).are_few(among)

    assert few(FOUND[:1], MORE[:1], 3)
    assert not few(FOUND[:1], MORE[:1], 4)
    assert not few((), (), 1), "of what is the same nothing is to be put in place"
