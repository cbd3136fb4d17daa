"""How things are put into words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.analysis.facts import find_facts
from compare.export.outlining import outline
from compare.model import Comparison, CoverageSet, Stance, Status
from compare.tui import phrases
from compare.tui.search import find, piece_at
from compare.tui.state import GoTo, Hits, Move, Search, State, in_order
from compare.tui.steps import adopt, step
from tui.story import DIARIO, HERALD, LEDGER, POST, VOICE, K, comparison, made

STORY = comparison()
INDEX = STORY.index


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("fall", "in all 5: 95 % sure"),
        ("hurt", "in 2 of 5: 90 % sure"),
        ("baker", "only here: 91 % sure"),
        ("council", "perhaps only here: 30 % sure"),
    ],
)
def test_status(claim: str, words: str) -> None:
    assert phrases.status_of(STORY, INDEX.claims[claim]) == words


def test_fewer_voices_than_texts_are_said() -> None:
    claims = INDEX.claims
    assert phrases.status_of(STORY, replace(claims["hurt"], voices=1)) == "in 2 of 5, 1 voice: 90 % sure"
    assert phrases.status_of(STORY, replace(claims["fall"], voices=4)) == "in all 5, 4 voices: 95 % sure"
    both = replace(claims["baker"], articles=(HERALD, LEDGER), voices=1)
    assert phrases.status_of(STORY, both) == "only here, in 2 texts of one voice: 91 % sure"


@pytest.mark.parametrize(
    ("claim", "article", "words", "sign"),
    [
        ("fall", HERALD, "", "="),
        ("fall", POST, "less specific", "~"),
        ("hurt", POST, "not in this text", "–"),
        ("hurt", VOICE, "unknown: cut", "?"),
        ("hurt", DIARIO, "unknown: other language", "?"),
        ("road", LEDGER, "not in this text", "–"),
        ("baker", LEDGER, "not in this text", "–"),
        ("baker", VOICE, "unknown: cut", "?"),
        ("baker", DIARIO, "unknown: other language", "?"),
        ("council", LEDGER, "not found in this text", "?"),
        ("cost", LEDGER, "", "!"),
    ],
)
def test_stance(claim: str, article: str, words: str, sign: str) -> None:
    assert phrases.stance_of(STORY, INDEX.claims[claim], INDEX.articles[article]) == words
    assert phrases.stance_glyph(STORY, INDEX.claims[claim], INDEX.articles[article]) == sign


def test_denial_and_doubt_are_said() -> None:
    claim = replace(INDEX.claims["hurt"], stance={POST: Stance.DENIED, LEDGER: Stance.UNKNOWN}, articles=(HERALD,))
    assert phrases.stance_of(STORY, claim, INDEX.articles[POST]) == "denied in this text"
    assert phrases.stance_glyph(STORY, claim, INDEX.articles[POST]) == "!"
    assert phrases.stance_of(STORY, claim, INDEX.articles[LEDGER]) == "unknown: not sure enough"
    finnish = replace(INDEX.articles[DIARIO], language="fi")
    assert phrases.stance_of(STORY, INDEX.claims["baker"], finnish) == "unknown: language not compared"


@pytest.mark.parametrize("languages", [{}, {DIARIO: "fi"}, {HERALD: "es", LEDGER: "es"}, {HERALD: "fi", POST: "fi"}])
def test_a_report_gives_the_same_reason_why_a_stance_is_unknown(languages: dict[str, str]) -> None:
    articles = tuple(replace(a, language=languages.get(a.id, a.language)) for a in STORY.coverage.articles)
    story = replace(STORY, coverage=replace(STORY.coverage, articles=articles))
    claims = {c.text: c for c in story.claims if c.status is not Status.UNIQUE}
    said = [
        (cell.reason, phrases.stance_of(story, claims[row.point.text.text], article))
        for row in outline(story).matrix
        for article, cell in zip(story.coverage.displayed(), row.cells, strict=True)
        if cell.stance is Stance.UNKNOWN
    ]
    assert len(said) > 3
    for reason, words in said:
        assert words == f"unknown: {'not sure enough' if reason == 'unsure' else reason}"


def test_counts_tell_of_warnings() -> None:
    assert phrases.counts(STORY, analysed=True) == "5 articles · 17 claims · 4 findings · 2 warnings (w)"
    assert phrases.counts(STORY, analysed=False) == "5 articles · 2 warnings (w)"


def test_the_status_line_speaks_of_what_was_asked_for() -> None:
    state = adopt(State(), STORY, analysed=True)
    assert phrases.status_line(state, STORY).startswith("finding 1/4: Oster Herald and The Ledger [b] differ")
    state = step(state, STORY, GoTo("h.6"))
    assert phrases.status_line(state, STORY) == "Oster Herald · base · line 7 · only here: 91 % sure · n next finding"
    state = step(state, STORY, Search("road"))
    assert "Oster Herald 1 · The Ledger [b] 0 · River Voice 0 · post-2? 1" in phrases.status_line(state, STORY)
    state = step(state, STORY, Search("zebra"))
    assert phrases.status_line(state, STORY).startswith("no hit: Oster Herald 0")
    assert phrases.status_line(state, STORY).endswith(" 0 · Esc end")
    state = step(state, STORY, Move.NEXT_FILTER)
    assert phrases.status_line(state, STORY) == "set off: sentences with a finding · f next"


def test_a_citation_names_its_source() -> None:
    assert phrases.citation(STORY, "l.7") == (
        "“The warning [red]was filed[/red] and forgotten.” — "
        "The Ledger [b], “Bridge falls, questions rise”, 2031-03-05, l.txt, line 7"
    )


def test_nothing_from_outside_reaches_the_screen_raw() -> None:
    evil = replace(made("a", [(K.BODY, "One\x1b[2J.")], "Pa\x1b]0;per\n"), title="T\u202etle")
    assert phrases.label(evil) == "Pa␛]0;per"


def test_search_takes_the_shapes_of_type_as_one() -> None:
    article = made("a", [(K.BODY, "The mayor’s “plan” —\na ferry.")])
    read = Comparison(CoverageSet((article,), ("a",)), {}, (), (), (), ())
    for query in ("mayor's", '"plan" - a', "PLAN”", "a  ferry"):
        assert len(find(read, query)) == 1, query
    assert find(read, "  ") == ()
    assert find(read, "a.ferry") == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("75 million", ["$75m", "75 million"]),
        ("$75m", ["$75m", "75 million dollars"]),
        ("€75m", []),
        ("9", ["nine"]),
        ("twelve", ["12"]),
        ("nine of 12", []),
    ],
)
def test_a_figure_is_found_however_it_is_written(query: str, found: list[str]) -> None:
    texts = (
        "It cost $75m and nine people worked on it.",
        "The price was 75 million dollars, said 12 of the council.",
    )
    articles = tuple(made(key, [(K.BODY, text)]) for key, text in zip("ab", texts, strict=True))
    read = Comparison(CoverageSet(articles, ("a", "b")), {}, (), (), (), find_facts(articles))
    places = in_order(Hits(query, find(read, query), -1, ""), ("a", "b")).passages
    assert [read.index.articles[p.article].text[p.start : p.end] for p in places] == found


def test_a_place_between_two_paragraphs_belongs_to_the_next() -> None:
    two = made("a", [(K.BODY, "One."), (K.BODY, "Two.")])
    assert piece_at(two, 0) == "a.1"
    assert piece_at(two, 5) == "a.p2"
    assert piece_at(two, 99) == "a.p2"
    assert piece_at(made("b", []), 0) == ""
