"""What to call an article whose source does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import plain
from compare.loading.labels import distinct, label_of


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("seeds/001_f2e0edcf403bfd67.txt", "001?"),
        ("seeds/01-selwick-courier.txt", "01-selwick-courier?"),
        ("f2e0edcf403bfd67.txt", "f2e0edcf403bfd67?"),
        ("deadbeef.txt", "deadbeef?"),
        ("-", "stdin?"),
        ("x/a\x1b[31m.md", "a␛[31m?"),
        ("l" * 60 + ".txt", "l" * 39 + "…?"),
        ("who?.txt", "who?"),
        ("???.txt", "text?"),
    ],
)
def test_a_guessed_label_ends_in_a_question_mark(name: str, label: str) -> None:
    assert label_of(None, None, name) == label


def test_a_known_outlet_is_the_label_and_a_masthead_the_next_best() -> None:
    assert label_of("The  Ledger", "Other", "x.txt") == "The Ledger"
    assert label_of(None, "Ink RollerAI", "x.txt") == "Ink RollerAI?"
    assert label_of(None, "|| News ||", "x.txt") == "News?"


def test_labels_are_made_distinct_by_date_and_then_by_id() -> None:
    articles = [
        replace(plain(f"Report number {n} of the day."), label=label, published=date)
        for n, (label, date) in enumerate(
            [("A", "2025-02-01"), ("A", "2025-01-01"), ("b?", None), ("B?", None), ("A 1", None)]
        )
    ]
    labels = [article.label for article in distinct(articles)]
    first, second = (1, 2) if articles[2].id < articles[3].id else (2, 1)
    assert labels == ["A 3", "A 2", f"b {first}?", f"B {second}?", "A 1"]
    assert distinct(articles[::-1])[::-1] == distinct(articles)
