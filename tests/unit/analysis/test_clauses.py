"""How clauses are meant: asserted, denied, or left open, and then they are left out."""

from __future__ import annotations

import pytest

from compare.analysis.clauses import Mood, clauses, denies


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The ferry was overloaded.", {"ferri overload": Mood.ASSERTED}),
        ("The ferry was not overloaded.", {"ferri overload": Mood.DENIED}),
        ("The ferry wasn’t overloaded.", {"ferri overload": Mood.DENIED}),
        ("The ferry ain’t overloaded.", {"ferri overload": Mood.DENIED}),
        ("The ferry mustn’t be overloaded.", {}),
        ("He denied that the ferry was overloaded.", {"ferri overload": Mood.DENIED}),
        ("He denied overloading the ferry.", {"overload ferri": Mood.DENIED}),
        ("The judge denied a request.", {"judg": Mood.ASSERTED}),
        ("The judge denied the motion that a lawyer filed.", {"judg": Mood.ASSERTED}),
        ("The board denied the plan it had approved.", {"board": Mood.ASSERTED}),
        ("He denied the ferry was overloaded.", {"ferri overload": Mood.DENIED}),
        ("He denied on Friday that the ferry was overloaded.", {"ferri overload": Mood.DENIED}),
        ("He denied press reports that the ferry was overloaded.", {"ferri overload": Mood.DENIED}),
        ("He denied the claim that the ferry was overloaded.", {"ferri overload": Mood.DENIED}),
        (
            "He denied that the ferry was overloaded and that the captain was drunk.",
            {"ferri overload": Mood.DENIED, "captain drunk": Mood.DENIED},
        ),
        ("He did not deny that the ferry was overloaded.", {}),
        ("It cannot be denied that the ferry was overloaded.", {}),
        ("Nobody denied the ferry was overloaded.", {}),
        ("He did not say the ferry was overloaded.", {}),
        ("He dismissed reports that the ferry was overloaded.", {"dismiss": Mood.ASSERTED}),
        ("Fears that the ferry was overloaded spread.", {}),
        ("The ferry was reportedly overloaded.", {}),
        ("Had the ferry been overloaded, it would have sunk.", {}),
        ("There was no bomb on the ferry.", {"bomb ferri": Mood.DENIED}),
        ("Nobody photographed the ferry.", {"photograph ferri": Mood.DENIED}),
        ("No one has seen the ferry.", {"see ferri": Mood.DENIED}),
        ("No-one has seen the ferry.", {"see ferri": Mood.DENIED}),
        ("None of the passengers was hurt.", {"passeng hurt": Mood.DENIED}),
        ("No passengers were hurt.", {"passeng hurt": Mood.DENIED}),
        ("No fewer than nine passengers were hurt.", {}),
        ("No doubt the ferry was overloaded.", {}),
        ("No reports of injuries were received.", {}),
        ("No one is believed to be hurt.", {}),
        ("No one could see the ferry.", {}),
        ("Neither was wearing a coat.", {"wear coat": Mood.DENIED}),
        ("Neither the mayor nor the owner was there.", {}),
        ("He wore a coat.", {"wear coat": Mood.ASSERTED}),
        ("Nobody saw nothing on the ferry.", {}),
        ("The mayor blocked nothing.", {"mayor block": Mood.DENIED}),
        ("Nothing blocked the ferry.", {}),
        ("There was no sign of a bomb on the ferry.", {}),
        ("There was no longer a bomb on the ferry.", {}),
        ("The only survivor said the ferry was overloaded.", {"ferri overload": Mood.ASSERTED}),
        ("If the ferry was overloaded.", {}),
        ("He made the claim that the ferry was overloaded.", {"made": Mood.ASSERTED, "ferri overload": Mood.ASSERTED}),
        ("Loading is a matter of speed, not of safety.", {"load matter speed": Mood.ASSERTED}),
        ("He must prove that the ferry was not overloaded.", {}),
        ("Rules ensure that the ferry is not overloaded.", {}),
    ],
)
def test_clauses_by_their_stems(sentence: str, meant: dict[str, Mood]) -> None:
    assert {" ".join(clause.terms): clause.mood for clause in clauses(sentence, "en")} == meant


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("He denied overloading the ferry.", {"overload"}),
        ("He denied that the ferry was overloaded.", {"overload"}),
        ("The ferry was not overloaded.", {"overload"}),
        ("The ferry was not in the harbour.", {"in harbour"}),
        ("There was no bomb on the ferry.", {"bomb"}),
        ("Nobody photographed the ferry.", {"photograph"}),
        ("He denied having stopped the ferry.", {"stop"}),
        ("Nobody carries a lamp.", {"carry"}),
        ("The mayor blocked nothing.", {"block"}),
        # an infinitive asserts nothing, and neither does a name; what stands behind a preposition also does alone
        ("The police tried to find the cause in Lund.", {"caus", "polic", "try"}),
        ("The ferry sank in the harbour.", {"ferry", "sink", "harbour", "in harbour"}),
    ],
)
def test_what_a_clause_denies_or_may_assert(sentence: str, said: set[str]) -> None:
    (clause,) = clauses(sentence, "en")
    assert clause.said == said


def test_a_question_and_a_language_without_rules_have_no_clauses() -> None:
    assert not clauses("Was the ferry not overloaded?", "en")
    assert not clauses("Die Fähre war nicht überladen.", "de")
    assert denies("The ferry was not overloaded.", "en")
    assert not denies("The ferry was overloaded.", "en")
    assert not denies("Die Fähre war not overloaded.", "de")
