"""What sets two sentences apart."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.analysis.wording import Whose
from compare.model import Fact, FactKind, Mention
from compare.tui.differing import DetailKind, held_against, placed, unshared
from compare.tui.widgets.claim_text import words_text
from tui.story import HERALD, comparison

STORY = comparison()

WORDS = st.lists(st.sampled_from([*"abc", "the", "of", ",", "Bridge", "fell", "4", "橋"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
@settings(max_examples=60)
def test_no_word_is_lost_or_made_up(other: str, this: str) -> None:
    held = held_against(other, this)
    assert "".join(stretch.text for stretch in held.left) == other
    assert "".join(stretch.text for stretch in held.right) == this
    assert "".join(stretch.text for stretch in held.merged if stretch.whose is not Whose.THEIRS) == this
    assert all(this[s.start : s.start + len(s.text)] == s.text for s in held.right)
    if not held.reworded:
        gone = "".join(stretch.text for stretch in held.merged if stretch.whose is Whose.THEIRS)
        assert gone == "".join(stretch.text for stretch in held.left if stretch.whose is Whose.THEIRS)


def test_new_words_are_underlined_and_gone_ones_stand_in_brackets() -> None:
    held = held_against(
        "The old bridge at Oster fell on Tuesday, they said.", "The bridge at Oster fell, they all said."
    )
    assert words_text(held.merged).plain == "The [old] bridge at Oster fell [on Tuesday], they all said."
    assert [s.text for s in held.right if s.whose is Whose.OWN] == ["all"]
    assert held_against("Buses run.", "Buses run.").same


def test_gone_words_stand_in_braces_where_a_sentence_has_brackets_of_its_own() -> None:
    held = held_against("“We shut [the bridge] on Tuesday,” she said.", "“We shut [the bridge],” she said.")
    assert words_text(held.merged).plain == "“We shut [the bridge] {on Tuesday},” she said."
    held = held_against("It hit the [north] pier on Monday.", "It hit the pier on Monday.")
    assert words_text(held.merged).plain == "It hit the {[north]} pier on Monday."


def test_what_is_far_too_different_is_left_whole_with_the_common_words_set_off() -> None:
    held = held_against("Nobody was hurt, the fire service said.", "According to firefighters, nobody had any injury.")
    assert held.reworded
    assert not any(stretch.whose in (Whose.THEIRS, Whose.OWN) for stretch in (*held.merged, *held.left))


def test_details_that_differ_are_told_by_sort() -> None:
    assert [(d.kind, [m.text for m in d.here], [m.text for m in d.there]) for d in unshared(STORY, "l.4", "h.5")] == [
        (DetailKind.FIGURES, ["€6 million"], ["€4 million"])
    ]
    assert unshared(STORY, "l.4", "l.4") == ()


def test_what_stands_in_the_words_of_the_other_is_no_difference() -> None:
    def name(sentence: str, text: str) -> Fact:
        start = STORY.index.article_of[sentence].text.index(text)
        mention = Mention(sentence[0], sentence, start, start + len(text), text)
        return Fact(f"n{sentence}", FactKind.NAME, text, "", (mention,))

    known = replace(STORY, facts=(name("h.3", "Oster"), name("l.3", "Tuesday")))
    assert unshared(known, "h.3", "l.3") == unshared(known, "l.3", "h.3") == ()


def test_places_are_found_in_a_sentence_put_on_one_line() -> None:
    text = STORY.index.articles[HERALD].text
    at = text.index("€4")
    span = placed(STORY, "h.5", at, at + 2)
    assert span is not None
    assert STORY.index.words("h.5")[span.start : span.end] == "€4"
    assert placed(STORY, "h.6", at, at + 2) is None
