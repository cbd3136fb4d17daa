"""The view of how each outlet words one claim."""

from __future__ import annotations

from dataclasses import replace

from syrupy.assertion import SnapshotAssertion

from compare.model import Stance
from compare.tui.reading import Reading
from compare.tui.state import Against, GoTo, Look, Move, State, View
from compare.tui.steps import adopt, step
from compare.tui.widgets.card import Card
from compare.tui.widgets.claim_text import lacking_text
from compare.tui.widgets.wording import Wording
from compare.tui.wording import references, wordings
from tui.conftest import ALL_SIZES, Opened, in_sizes, main_of
from tui.story import HERALD, LEDGER, VOICE, comparison

STORY = comparison()
CLAIMS = STORY.index.claims
START = replace(adopt(State(), STORY, analysed=True), view=View.WORDING)


def test_the_base_comes_first_and_hidden_articles_are_left_out() -> None:
    state = step(START, STORY, GoTo("l.3", "fall"))
    assert wordings(state, STORY, CLAIMS["fall"]) == ("h.3", "l.3", "v.2", "p.2", "d.2")
    state = replace(state, base=VOICE, hidden=frozenset({HERALD, VOICE}))
    assert wordings(state, STORY, CLAIMS["fall"]) == ("v.2", "l.3", "p.2", "d.2")


def test_what_each_is_held_against() -> None:
    state = step(START, STORY, GoTo("v.2", "fall"))
    held = references(state, STORY, CLAIMS["fall"])
    assert held == {"h.3": "", "l.3": "h.3", "v.2": "h.3", "p.2": "h.3", "d.2": "h.3"}
    state = step(state, STORY, Move.AGAINST)
    assert state.against is Against.ABOVE
    assert list(references(state, STORY, CLAIMS["fall"]).values()) == ["", "h.3", "l.3", "v.2", "p.2"]
    state = step(state, STORY, Move.AGAINST)
    assert set(references(state, STORY, CLAIMS["fall"]).items()) >= {("v.2", ""), ("h.3", "v.2"), ("d.2", "v.2")}
    assert step(state, STORY, Move.AGAINST).against is Against.BASE


def test_where_the_base_is_silent_the_first_takes_its_place() -> None:
    state = replace(step(START, STORY, GoTo("h.8", "road")), base=LEDGER)
    assert references(state, STORY, CLAIMS["road"]) == {"h.8": "", "p.4": "h.8"}
    text = _text(state, 90)
    assert "the base does not state it: each held against the first" in text


def test_claims_in_several_wordings_follow_each_other_in_the_order_of_the_base() -> None:
    state = step(START, STORY, GoTo("h.2"))
    visited = []
    for _ in range(7):
        state = step(state, STORY, Move.NEXT_WORDED)
        visited.append(state.claim)
    assert visited == ["fall", "hurt", "cost", "road", "ferry", "rust", "fall"]
    assert state.cursor == "h.3"
    assert step(state, STORY, Move.PREVIOUS_WORDED).claim == "rust"
    # from a claim that only one sentence states, it is the next one after that sentence
    assert step(step(START, STORY, GoTo("h.6")), STORY, Move.NEXT_WORDED).claim == "road"
    assert step(step(START, STORY, GoTo("h.6")), STORY, Move.PREVIOUS_WORDED).claim == "cost"
    alone = replace(STORY, claims=tuple(c for c in STORY.claims if len(c.sentences) == 1), findings=(), conflicts=())
    assert step(START, alone, Move.NEXT_WORDED).cursor == START.cursor


def test_j_and_k_go_through_the_sentences_of_the_claim() -> None:
    state = step(START, STORY, GoTo("h.3", "fall"))
    for expected in ("l.3", "v.2", "p.2", "d.2", "d.2"):
        state = step(state, STORY, Move.NEXT_SENTENCE)
        assert (state.cursor, state.claim) == (expected, "fall")
    assert step(state, STORY, Move.PREVIOUS_SENTENCE).cursor == "p.2"
    assert step(state, STORY, Move.TOP).cursor == "h.3"
    assert step(step(state, STORY, Move.TOP), STORY, Move.BOTTOM).cursor == "d.2"
    # where no claim is stated, they go through the article
    assert step(replace(START, cursor="h.1", claim="", focus="h"), STORY, Move.NEXT_SENTENCE).cursor == "h.2"


def test_enter_reads_the_sentence_in_its_text() -> None:
    state = step(step(START, STORY, GoTo("l.4", "cost")), STORY, Move.READ)
    assert (state.view, state.cursor, state.claim) == (View.PANES, "l.4", "cost")


def test_of_those_that_lack_a_claim_the_most_telling_has_its_glyph() -> None:
    def glyph(**stances: Stance) -> str:
        claim = replace(CLAIMS["hurt"], stance=stances)
        return next(lacking_text(STORY, claim))[0].plain[0]

    assert glyph(p=Stance.UNKNOWN, v=Stance.UNKNOWN, d=Stance.UNKNOWN) == "?"
    assert glyph(p=Stance.ABSENT, v=Stance.UNKNOWN, d=Stance.UNKNOWN) == "–"
    assert glyph(p=Stance.DENIED, v=Stance.UNKNOWN, d=Stance.UNKNOWN) == "!"


def test_no_line_is_wider_than_there_is_room() -> None:
    for width in (*range(24, 120, 9), 199):
        for beside in (False, True):
            for claim in STORY.claims:
                state = replace(step(START, STORY, GoTo(claim.sentences[0], claim.id)), side_by_side=beside)
                lines = Wording().lines(state, Reading(STORY), width)
                assert max(line.content.cell_length for line in lines) <= width, (width, claim.id)
                assert {line.piece for line in lines if line.piece} == set(claim.sentences)
        state = replace(START, cursor="h.1", claim="", focus="h")
        assert max(line.content.cell_length for line in Wording().lines(state, Reading(STORY), width)) <= width


def test_side_by_side_needs_room_and_says_so() -> None:
    state = replace(step(START, STORY, GoTo("h.5", "cost")), side_by_side=True)
    assert "side by side needs 62 columns" in _text(state, 58)
    wide = _text(state, 79)
    assert "│ Repairs" not in wide
    assert "Repairs will cost €4 million, the" in wide.split("The Ledger")[1]


async def test_the_view(opened: Opened, picture: SnapshotAssertion) -> None:
    async with opened((80, 24)) as pilot:
        main = main_of(pilot)
        await pilot.press("W")
        view = pilot.app.screen.query_one(Wording)
        assert main.view is view
        assert not pilot.app.screen.query_one(Card).display
        text = " ".join(" ".join(line.content.plain.split()) for line in view._lines)
        assert "! conflict figure: €4 million against €6 million" in text
        assert "not in this text: post-2?" in text
        assert "reworded: words in common are bold" in text
        assert "figures here: €6 million · there: €4 million" in text

        await pilot.press("j", "k", "j")
        assert main.state.cursor == "l.4"
        await pilot.press("s", "a")
        assert (main.state.side_by_side, main.state.against) == (True, Against.ABOVE)
        await pilot.press("u", "u", "right_parenthesis", "left_parenthesis", "g")
        assert (main.state.side_by_side, main.state.against, main.state.cursor) == (False, Against.BASE, "h.5")
        row = next(n for n, line in enumerate(view._lines) if line.piece == "l.4")
        await pilot.click(Wording, offset=(10, row))
        await pilot.pause()
        assert (main.state.cursor, main.state.view) == ("l.4", View.WORDING)

        main.take(GoTo("p.2", "fall"))
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert _in_sight(view, "p.2")
        await pilot.press("pagedown", "pagedown")
        assert main.state.cursor == "d.2"
        await pilot.press("pageup")
        assert _in_sight(view, main.state.cursor)

        main.take(GoTo("l.3", "fall"))
        narrow, wide = ALL_SIZES[:2], ALL_SIZES[2:]
        async for name, shown in in_sizes(pilot, *narrow):
            assert shown == picture(name=name)
        await pilot.press("s")
        async for name, shown in in_sizes(pilot, *wide):
            assert shown == picture(name=name)
        await pilot.press("enter")
        assert (main.state.view, main.state.cursor) == (View.PANES, "l.3")
        main.take(GoTo("h.1"))
        main.take(Look(View.WORDING))
        await pilot.pause()
        assert any("not compared: furniture" in line.content.plain for line in view._lines)


def _in_sight(view: Wording, piece: str) -> bool:
    rows = [n for n, line in enumerate(view._lines) if line.piece == piece]
    top = view.scroll_offset.y
    return top <= rows[0] and rows[-1] < top + view.size.height


def _text(state: State, width: int) -> str:
    return " ".join(" ".join(line.content.plain.split()) for line in Wording().lines(state, Reading(STORY), width))
