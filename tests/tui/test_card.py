"""What the card says of the claim under the cursor."""

from __future__ import annotations

from dataclasses import replace

from compare.model import Comparison
from compare.tui.reading import Reading
from compare.tui.state import GoTo, Move, State
from compare.tui.steps import adopt, step
from compare.tui.widgets.card import told_lines
from tui.story import comparison

STORY = comparison()


def told(state: State, of: Comparison) -> list[str]:
    """The lines of the card, below what the reader has marked."""
    return [line.plain.rstrip() for line in told_lines(state, Reading(of), 120)]


def test_a_conflict_is_told_once() -> None:
    alike = tuple(replace(conflict, why=STORY.findings[0].why) for conflict in STORY.conflicts)
    compared = replace(STORY, conflicts=alike)
    state = adopt(State(), compared, analysed=True)
    assert state.finding == 0
    lines = told(state, compared)
    assert sum("differ on the sum" in line for line in lines) == 1
    assert lines[0].startswith("! conflict")
    others = told(step(state, compared, GoTo("l.6")), compared)
    assert any(line.startswith("  finding 2") for line in others)


def test_those_who_give_a_fact_stand_in_the_order_of_the_panes() -> None:
    fact = replace(STORY.facts[0], mentions=(*STORY.facts[0].mentions, *STORY.facts[1].mentions))
    compared = replace(STORY, facts=(fact,))
    state = step(adopt(State(), compared, analysed=True), compared, GoTo("h.5"))
    for at in (state, step(state, compared, Move.MOVE_RIGHT)):
        (line,) = (line for line in told(at, compared) if line.startswith("  facts"))
        names = line.rpartition(": ")[2].split(", ")
        first = {"h": "Oster Herald", "l": "The Ledger [b]"}[next(a for a in at.articles if a in "hl")]
        assert (names[0], len(names)) == (first, 2)
