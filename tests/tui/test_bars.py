"""What the lines around the views say."""

from __future__ import annotations

from dataclasses import replace

from compare.model import CoverageSet, Finding, FindingKind, ParagraphKind
from compare.model.phrases import listed
from compare.tui.bars import counts, status_line
from compare.tui.state import GoTo, Move, Search, State, uncompared
from compare.tui.steps import adopt, step
from tui.story import comparison, made

STORY = comparison()


def test_counts_tell_of_warnings() -> None:
    assert counts(STORY, analysed=True) == "5 articles · 17 claims · 4 findings · 2 warnings (w)"
    assert counts(STORY, analysed=False) == "5 articles · 2 warnings (w)"


def test_the_status_line_speaks_of_what_was_asked_for() -> None:
    state = adopt(State(), STORY, analysed=True)
    assert status_line(state, STORY).startswith("finding 1/4: Oster Herald and The Ledger [b] differ")
    state = step(state, STORY, GoTo("h.6"))
    assert status_line(state, STORY) == "Oster Herald · base · line 7 · only here: 91 % sure · n next finding"
    state = step(state, STORY, Search("road"))
    assert status_line(state, STORY) == "hit 1/2: Oster Herald 1 · post-2? 1 · 0 in 3 others · ] next · Esc end"
    state = step(state, STORY, Search("zebra"))
    assert status_line(state, STORY) == "no hit: 0 in all 5 · Esc end"
    state = step(state, STORY, Move.NEXT_FILTER)
    assert status_line(state, STORY) == "set off: sentences with a finding · f next"


def test_of_many_outlets_the_first_are_named_so_that_what_is_said_of_them_is_in_sight() -> None:
    articles = tuple(made(f"a{n}", [(ParagraphKind.BODY, "It sank.")], f"Paper {n}") for n in range(12))
    names = listed(article.label for article in articles[1:])
    why = f"Not in the text of {names}: “It sank.”"
    finding = Finding(rank=1, kind=FindingKind.OMISSION, claim=None, fact=None, articles=("a0",), why=why)
    many = replace(uncompared(CoverageSet(articles, tuple(a.id for a in articles))), findings=(finding,))
    state = adopt(State(), many, analysed=True)
    told = "Not in the text of Paper 1, Paper 2, Paper 3, Paper 4, Paper 5 and 6 others: “It sank.”"
    assert status_line(state, many) == f"finding 1/1: {told} · n next"


def test_where_all_is_set_off_nothing_is_said_to_be_folded_away() -> None:
    state = step(adopt(State(), STORY, analysed=True), STORY, Move.FOLD)
    assert status_line(state, STORY) == "set off: all marks, nothing to fold away · f next"
    state = step(state, STORY, Move.COMMENTARY)
    assert status_line(state, STORY).startswith("set off: all marks, without commentary, the rest folded away")
