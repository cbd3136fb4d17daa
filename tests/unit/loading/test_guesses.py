"""What the source does not say: the language and what to call an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import plain
from compare.loading.language import language_of
from compare.loading.outlet import distinct, label_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry left the harbour at noon with forty passengers on board, and it has not come back."),
        ("es", "El barco salió del puerto con cuarenta pasajeros a bordo y no volvió, según la policía."),
        ("fr", "Le ferry a quitté le port avec quarante passagers à bord et n'est pas revenu dans la nuit."),
        ("de", "Die Fähre verließ den Hafen mit vierzig Menschen an Bord und ist nicht wieder zurückgekommen."),
        ("it", "Il traghetto ha lasciato il porto con quaranta passeggeri a bordo e non è più tornato nella notte."),
        ("pt", "O barco saiu do porto com quarenta passageiros a bordo e não voltou mais, disse uma das famílias."),
        ("nl", "De veerboot verliet de haven met veertig mensen aan boord en is niet meer terug in het dorp."),
        ("en", "Port Selwick 346 350 412"),
        ("en", ""),
        ("zh", "渡船在海峡沉没"),
        ("ja", "フェリーが海峡で沈没した"),
        ("ru", "Паром затонул в проливе, погибли девять человек."),
        ("he", "המעבורת טבעה במצר"),
        ("ar", "غرقت العبارة في المضيق"),
    ],
)
def test_language(language: str, text: str) -> None:
    assert language_of(text) == language


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
    assert labels[:2] == ["A 3", "A 2"]
    assert sorted(labels[2:4], key=str.casefold) == ["b 1?", "B 2?"] or sorted(labels[2:4]) == ["B 1?", "b 2?"]
    assert labels[4] == "A 1"
    assert distinct(articles[::-1])[::-1] == distinct(articles)
