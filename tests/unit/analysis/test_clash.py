"""How the sides of a conflict are quoted."""

from __future__ import annotations

import pytest

from compare.analysis.clash import quoted, snippet
from compare.analysis.figures import figures


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Firemen said that as many as three people of the crew were killed.", ["as many as three people of the"]),
        ("The blast, police said, killed three, and left the town dark.", ["killed three"]),
        ("They counted (at last) three “people”.", ["three"]),
        # before an age stands who is so old, be it behind a comma
        ("In the town of Lund the old crane driver Ada Moss, 35, said so.", ["crane driver Ada Moss, 35"]),
        ("Moss, 35, said so.", ["Moss, 35"]),
    ],
)
def test_a_figure_is_shown_within_its_clause(words: str, shown: list[str]) -> None:
    assert [snippet(words, figure) for figure in figures(words, "en")] == shown


def test_words_are_quoted_on_one_line_and_cut_at_a_word() -> None:
    assert quoted("“We  had\nfour minutes”") == "“We had four minutes”"
    long = quoted("harbour " * 40)
    assert len(long) <= 120 + len("“ …”")
    assert set(long.strip("“”…").split()) == {"harbour"}
