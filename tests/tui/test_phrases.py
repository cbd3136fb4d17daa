"""How articles, claims and stances are put into words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.export.outlining import outline
from compare.model import Stance, Status
from compare.tui import phrases
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


def test_who_stands_in_a_conflict_about_a_claim_is_not_said_to_lack_it() -> None:
    (conflict,) = STORY.conflicts
    alone = replace(INDEX.claims["cost"], sentences=("h.5",), articles=(HERALD,), status=Status.UNIQUE, stance={})
    sides = (("h.5", "p.4"), ("l.4",))
    compared = replace(STORY, claims=(alone,), conflicts=(replace(conflict, sides=sides),))
    said = {a: phrases.stance_of(compared, alone, INDEX.articles[a]) for a in (LEDGER, POST, VOICE)}
    assert said == {
        LEDGER: "says otherwise",
        POST: "says the same of what is in conflict",
        VOICE: "unknown: cut",
    }
    assert {phrases.stance_glyph(compared, alone, INDEX.articles[a]) for a in (LEDGER, POST)} == {"!"}


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


def test_a_citation_names_its_source() -> None:
    assert phrases.citation(STORY, "l.7") == (
        "“The warning [red]was filed[/red] and forgotten.” — "
        "The Ledger [b], “Bridge falls, questions rise”, 2031-03-05, l.txt, line 7"
    )


def test_nothing_from_outside_reaches_the_screen_raw() -> None:
    evil = replace(made("a", [(K.BODY, "One\x1b[2J.")], "Pa\x1b]0;per\n"), title="T\u202etle")
    assert phrases.label(evil) == "Pa␛]0;per"
