"""Where each key leads, without a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model import ClaimKind, Comparison, Counterpart, CoverageSet, Passage, Reuse
from compare.tui.filtering import is_set_off
from compare.tui.history import History, recorded, undone
from compare.tui.relations import best_counterpart, counterparts, in_same_words, level_with
from compare.tui.state import (
    EMPTY,
    CancelSearch,
    Filter,
    Focus,
    GoTo,
    GoToFinding,
    Hits,
    Move,
    Room,
    Search,
    State,
    Step,
    Topic,
    in_order,
    shown,
    uncompared,
)
from compare.tui.steps import adopt, step
from tui.story import DIARIO, HERALD, LEDGER, POST, VOICE, K, comparison, coverage, made

STORY = comparison()


def opened(*steps: Step) -> State:
    """The state after the analysis and some steps."""
    state = adopt(State(), STORY, analysed=True)
    for action in steps:
        state = step(state, STORY, action)
    return state


def loading(keys: str) -> Comparison:
    return uncompared(coverage(keys))


def test_the_analysis_takes_the_reader_to_the_first_finding() -> None:
    state = opened()
    assert (state.cursor, state.claim, state.finding, state.topic) == ("h.5", "cost", 0, Topic.FINDING)


def test_a_reader_who_has_moved_stays() -> None:
    state = adopt(State(), loading("hl"), analysed=False)
    assert state.cursor == "h.2"
    state = step(state, loading("hl"), Focus(LEDGER))
    state = step(state, loading("hl"), Move.NEXT_SENTENCE)
    assert state.cursor == "l.2"
    state = adopt(state, STORY, analysed=True)
    assert (state.cursor, state.claim, state.finding) == ("l.2", "hurt", None)


def test_articles_that_arrive_do_not_move_the_cursor() -> None:
    state = adopt(State(), loading("h"), analysed=False)
    later = adopt(state, loading("hlv"), analysed=False)
    assert later.cursor == state.cursor
    assert later.articles == ("h", "l", "v")


def test_before_anything_is_loaded_no_key_does_anything() -> None:
    state = adopt(State(), EMPTY, analysed=False)
    for action in (*Move, GoTo("h.1"), Focus("h"), Search("x"), CancelSearch(), GoToFinding(0)):
        assert step(state, EMPTY, action) == state
    assert step(state, EMPTY, Room(3)).room == 3


def test_findings_go_round() -> None:
    places = [opened(*[Move.NEXT_FINDING] * n) for n in range(5)]
    assert [s.finding for s in places] == [0, 1, 2, 3, 0]
    assert [s.cursor for s in places] == ["h.5", "l.6", "l.4", "h.4", "h.5"]
    assert opened(Move.PREVIOUS_FINDING).finding == 3


def test_a_finding_shows_whom_it_is_about() -> None:
    state = opened(Room(2), GoToFinding(3))
    assert state.cursor == "h.4"
    assert shown(state) == (HERALD, POST)


def test_a_comparison_without_findings_says_so() -> None:
    plain = replace(STORY, findings=())
    state = adopt(State(), plain, analysed=True)
    assert (state.cursor, state.finding) == ("h.2", None)
    assert step(state, plain, Move.NEXT_FINDING).topic is Topic.FINDING


def test_sentences_pass_over_furniture_and_headings() -> None:
    state = opened(Move.TOP)
    path = [state.cursor]
    while (after := step(state, STORY, Move.NEXT_SENTENCE)).cursor != state.cursor:
        state = after
        path.append(state.cursor)
    assert path == ["h.2", "h.3", "h.4", "h.5", "h.6", "h.8", "h.9"]
    assert opened(Move.BOTTOM).cursor == "h.9"
    assert opened(Move.BOTTOM, Move.PREVIOUS_SENTENCE).cursor == "h.8"
    assert opened(GoTo("h.7"), Move.NEXT_SENTENCE).cursor == "h.8"
    assert opened(GoTo("h.7"), Move.PREVIOUS_SENTENCE).cursor == "h.6"


def test_counterparts_go_round_all_sentences_of_the_claim() -> None:
    state = opened(GoTo("h.3"))
    path = []
    for _ in range(5):
        state = step(state, STORY, Move.NEXT_COUNTERPART)
        path.append(state.cursor)
        assert state.claim == "fall"
    assert path == ["l.3", "v.2", "p.2", "d.2", "h.3"]


def test_several_sentences_of_one_article_are_all_visited() -> None:
    assert opened(GoTo("l.6"), Move.NEXT_COUNTERPART).cursor == "l.7"
    assert opened(GoTo("l.6"), Move.NEXT_COUNTERPART, Move.NEXT_COUNTERPART).cursor == "l.6"


def test_claims_of_a_sentence_take_turns() -> None:
    state = opened(GoTo("h.9"))
    seen = [step(state, STORY, Move.NEXT_CLAIM).claim, state.claim]
    assert sorted(seen) == ["council", "ferry"]
    assert opened(GoTo("h.9"), Move.NEXT_CLAIM, Move.NEXT_CLAIM).claim == state.claim
    assert opened(GoTo("h.1"), Move.NEXT_CLAIM).claim == ""


def test_another_article_is_entered_at_the_counterpart() -> None:
    assert opened(GoTo("h.3"), Focus(POST)).cursor == "p.2"
    assert opened(GoTo("h.6"), Focus(POST)).cursor == "p.1"
    assert opened(GoTo("h.6"), Focus(POST, "p.4")).cursor == "p.4"
    assert opened(Focus(HERALD)).cursor == "h.5"


def test_an_article_without_text_cannot_be_entered() -> None:
    bare = uncompared(CoverageSet((made("a", [(K.BODY, "One.")]), made("b", [])), ("a", "b")))
    state = adopt(State(), bare, analysed=True)
    assert step(state, bare, Focus("b")) == state


def test_the_base_stays_in_sight() -> None:
    state = opened(Room(2), Focus(POST))
    assert shown(state) == (HERALD, POST)
    state = step(state, STORY, Move.BASE)
    assert state.base == POST
    assert shown(step(state, STORY, Focus(DIARIO))) == (POST, DIARIO)


@pytest.mark.parametrize("room", range(1, 7))
def test_as_many_panes_as_fit_and_the_focus_among_them(room: int) -> None:
    for article in STORY.coverage.order:
        state = opened(Room(room), Focus(article))
        assert len(shown(state)) == min(room, 5)
        assert article in shown(state)
        alone = step(state, STORY, Move.MAXIMISE)
        assert shown(alone) == (article,)
        assert shown(step(alone, STORY, Move.MAXIMISE)) == shown(state)


def test_articles_are_hidden_moved_and_brought_back() -> None:
    state = opened(Move.HIDE)
    assert HERALD not in shown(state)
    assert state.focus != HERALD
    assert HERALD in shown(step(replace(state, focus=HERALD), STORY, Move.SHOW_ALL))
    assert opened(Move.MOVE_RIGHT).articles[:2] == ("l", "h")
    assert opened(Move.MOVE_LEFT).articles[:2] == ("h", "l")
    for _ in range(9):
        state = step(state, STORY, Move.HIDE)
    assert shown(state)  # the last one stays


def test_filters_take_turns() -> None:
    seen = [opened(*[Move.NEXT_FILTER] * n).filter for n in range(9)]
    assert seen[:8] == list(Filter)
    assert seen[8] is Filter.ALL


@pytest.mark.parametrize(
    ("wanted", "sentences"),
    [
        (Filter.ALL, {"h.1", "h.3", "h.4", "h.5", "h.6", "l.6"}),
        (Filter.FINDINGS, {"h.4", "h.5", "l.6"}),
        (Filter.UNIQUE, {"h.6", "l.6"}),
        (Filter.OMISSIONS, {"h.4"}),
        (Filter.CONFLICTS, {"h.5"}),
        (Filter.SHARED, {"h.3", "h.4", "h.5"}),
        (Filter.COMMON, {"h.3"}),
        (Filter.NOTHING, set()),
    ],
)
def test_what_is_set_off(wanted: Filter, sentences: set[str]) -> None:
    some = ("h.1", "h.3", "h.4", "h.5", "h.6", "l.6")
    assert {s for s in some if is_set_off(wanted, STORY, s)} == sentences


def test_without_commentary_a_sentence_is_set_off_for_whatever_else_it_states() -> None:
    kinds = {"council": ClaimKind.COMMENTARY, "baker": ClaimKind.COMMENTARY}
    story = replace(STORY, claims=tuple(replace(c, kind=kinds.get(c.id, c.kind)) for c in STORY.claims))
    comparable = {s.id for s in story.index.articles[HERALD].sentences if s.comparable}
    without = {s for s in comparable if is_set_off(Filter.ALL, story, s, commentary=False)}
    assert comparable - without == {"h.6"}  # h.9 states a fact as well


def test_a_search_goes_to_the_first_hit_from_where_it_began() -> None:
    state = opened(Search("o"), Search("os"), Search("oster"))
    assert state.hits is not None
    assert state.hits.origin == "h.5"
    assert state.cursor == "l.3"  # the next one after h.5
    assert step(state, STORY, CancelSearch()).cursor == "h.5"


def test_hits_go_round_through_all_articles() -> None:
    state = opened(Search("northern road"))
    assert state.cursor == "h.8"
    state = step(state, STORY, Move.NEXT_HIT)
    assert state.cursor == "p.4"
    assert step(state, STORY, Move.NEXT_HIT).cursor == "h.8"
    assert step(state, STORY, Move.PREVIOUS_HIT).cursor == "h.8"
    assert step(state, STORY, Move.END_SEARCH).hits is None
    assert step(state, STORY, Move.END_SEARCH).cursor == "p.4"


def test_hits_are_visited_as_the_articles_stand_beside_each_other() -> None:
    def visited(state: State) -> list[str]:
        assert state.hits is not None
        seen = []
        for _ in state.hits.passages:
            seen.append(state.cursor)
            state = step(state, STORY, Move.NEXT_HIT)
        return seen

    moved = opened(*[Move.MOVE_RIGHT] * 4, Focus("l"))
    assert moved.articles == ("l", "v", "p", "d", "h")
    assert visited(step(opened(Focus("l")), STORY, Search("northern road"))) == ["p.4", "h.8"]  # from there on
    assert visited(step(moved, STORY, Search("northern road"))) == ["p.4", "h.8"]
    begun = step(moved, STORY, Search("northern road"))
    assert begun.hits is not None
    assert (begun.cursor, begun.hits.at) == ("p.4", 0)


def test_hits_move_with_their_articles_and_the_reader_stays_at_one() -> None:
    state = opened(Search("northern road"))
    assert state.hits is not None
    assert [passage.article for passage in state.hits.passages] == ["h", "p"]
    moved = step(state, STORY, Move.MOVE_RIGHT)
    for _ in range(3):
        moved = step(moved, STORY, Move.MOVE_RIGHT)
    assert moved.hits is not None
    assert [passage.article for passage in moved.hits.passages] == ["p", "h"]
    assert (moved.cursor, moved.hits.at) == ("h.8", 1)
    assert step(moved, STORY, Move.NEXT_HIT).cursor == "p.4"
    _, back = undone(recorded(History(), state, moved), moved)
    assert back.hits == state.hits


def test_hits_of_one_article_are_visited_as_they_stand_in_it() -> None:
    one, other = Passage("h", 4, 9), Passage("h", 1, 3)
    hits = in_order(Hits("x", (one, Passage("p", 0, 1), other), 0, "h.1"), ("p", "h"))
    assert hits == Hits("x", (Passage("p", 0, 1), other, one), 2, "h.1")
    assert in_order(Hits("x", (), -1, "h.1"), ("p", "h")).at == -1


def test_hits_may_stand_in_furniture() -> None:
    state = opened(Search("ten walks"))
    assert (state.cursor, state.claim) == ("h.10", "")


def test_a_search_without_hits_stays_where_it_began() -> None:
    state = opened(Search("oster"), Search("ostrich"))
    assert state.hits is not None
    assert (state.cursor, state.hits.at) == ("h.5", -1)
    assert step(state, STORY, Move.NEXT_HIT).cursor == "h.5"


def test_findings_and_counterparts_work_while_a_search_is_under_way() -> None:
    state = opened(Search("oster"), Move.NEXT_FINDING)
    assert state.finding == 1
    assert state.hits is not None


def test_a_search_survives_articles_that_arrive() -> None:
    early = loading("h")
    state = step(adopt(State(), early, analysed=False), early, Search("road"))
    state = adopt(state, STORY, analysed=True)
    assert state.hits is not None
    assert len(state.hits.passages) == 2


def test_the_best_counterpart_is_the_most_probable() -> None:
    claims = STORY.index.claims
    assert best_counterpart(STORY, claims["fall"], "h.3", LEDGER) == "l.3"
    assert best_counterpart(STORY, claims["fall"], "h.3", VOICE) == "v.2"
    assert best_counterpart(STORY, claims["baker"], "h.6", VOICE) is None
    assert counterparts(STORY, claims["rust"], LEDGER) == ("l.6", "l.7")


def test_a_pane_without_a_counterpart_is_level_by_its_paragraph() -> None:
    claims = STORY.index.claims
    aligned = replace(STORY, counterparts=(Counterpart("h.p4", "l.p3", 0.8), Counterpart("h.p4", "p.p2", 0.3)))
    assert level_with(aligned, claims["cost"], "h.5", LEDGER) == "l.4"
    assert level_with(aligned, claims["baker"], "h.6", LEDGER) == "l.4"  # the first sentence of that paragraph
    assert level_with(aligned, None, "h.6", LEDGER) == "l.4"
    assert level_with(aligned, claims["baker"], "h.6", "p") is None  # too doubtful to move a pane for
    assert level_with(STORY, claims["baker"], "h.6", LEDGER) is None
    assert level_with(aligned, None, "h.p1", LEDGER) is None


def test_articles_that_state_a_claim_in_the_same_words() -> None:
    claim = replace(STORY.index.claims["fall"], voices=4)
    at = {s.id: s for a in STORY.coverage.articles for s in a.sentences}
    runs = tuple(Passage(s[0], at[s].start, at[s].end - 3) for s in ("h.3", "p.2"))
    reprinted = replace(STORY, reuse=(Reuse(12, runs),))
    assert in_same_words(reprinted, claim) == ((HERALD, "p"),)
    assert in_same_words(reprinted, STORY.index.claims["fall"]) == ()  # all of them are independent
    assert in_same_words(STORY, claim) == ()


def test_unknown_places_lead_nowhere() -> None:
    state = opened()
    for action in (GoTo("nowhere"), GoToFinding(99), Focus("nobody"), CancelSearch()):
        assert step(state, STORY, action) == state
