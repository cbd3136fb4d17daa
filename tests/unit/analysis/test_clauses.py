"""How clauses are meant: asserted, denied, or left open, and then they are left out."""

from __future__ import annotations

import pytest

from compare.analysis.clauses import Mood, clauses


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("The ferry was overloaded.", [Mood.ASSERTED]),
        ("The ferry was not overloaded.", [Mood.DENIED]),
        ("The ferry wasn’t overloaded.", [Mood.DENIED]),
        ("He denied that the ferry was overloaded.", [Mood.DENIED]),
        ("He denied overloading the ferry.", [Mood.DENIED]),
        ("The judge denied a request.", [Mood.ASSERTED]),
        ("The judge denied the motion that a lawyer filed.", [Mood.ASSERTED]),
        ("The board denied the plan it had approved.", [Mood.ASSERTED]),
        ("He denied the ferry was overloaded.", [Mood.DENIED]),
        ("He denied on Friday that the ferry was overloaded.", [Mood.DENIED]),
        ("He denied press reports that the ferry was overloaded.", [Mood.DENIED]),
        ("He denied the claim that the ferry was overloaded.", [Mood.DENIED]),
        ("He denied that the ferry was overloaded and that the captain was drunk.", [Mood.DENIED, Mood.DENIED]),
        ("He did not deny that the ferry was overloaded.", []),
        ("It cannot be denied that the ferry was overloaded.", []),
        ("Nobody denied the ferry was overloaded.", []),
        ("He did not say the ferry was overloaded.", []),
        ("He dismissed reports that the ferry was overloaded.", [Mood.ASSERTED]),
        ("Fears that the ferry was overloaded spread.", []),
        ("The ferry was reportedly overloaded.", []),
        ("Had the ferry been overloaded, it would have sunk.", []),
        ("There was no bomb on the ferry.", [Mood.DENIED]),
        ("Nobody photographed the ferry.", [Mood.DENIED]),
        ("No one has seen the ferry.", [Mood.DENIED]),
        ("Nobody saw nothing on the ferry.", []),
        ("The mayor blocked nothing.", [Mood.DENIED]),
        ("Nothing blocked the ferry.", []),
        ("There was no sign of a bomb on the ferry.", []),
        ("There was no longer a bomb on the ferry.", []),
        ("The only survivor said the ferry was overloaded.", [Mood.ASSERTED]),
        ("If the ferry was overloaded.", []),
        ("Loading is a matter of speed, not of safety.", [Mood.ASSERTED]),
        ("He must prove that the ferry was not overloaded.", []),
        ("Rules ensure that the ferry is not overloaded.", []),
    ],
)
def test_moods_of_clauses(sentence: str, mood: list[Mood]) -> None:
    assert [clause.mood for clause in clauses(sentence, "en")] == mood
