"""The tables: tidy, the same whatever the order of the articles, and nothing in them is computed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from compare.export import render
from compare.export.cells import guarded, had_back
from compare.export.tables import COLUMNS, HAND, MARKS, is_table, table
from compare.model import one_line
from project import ROOT
from read_back import computed, table_rows

if TYPE_CHECKING:
    from compare.model import Comparison


def rows(comparison: Comparison, name: str) -> list[dict[str, str]]:
    return table_rows(table(comparison, name))


def test_every_sentence_of_every_claim_has_a_row(comparison: Comparison) -> None:
    found = rows(comparison, "mentions")
    assert [(r["claim"], r["sentence"]) for r in found] == [(c.id, s) for c in comparison.claims for s in c.sentences]
    for row in found:
        article = comparison.index.articles[row["article"]]
        assert had_back(row["text"]) == one_line(article.text[int(row["start"]) : int(row["end"])])
        assert article.line_of(int(row["start"])) == int(row["line"])


def test_claims_facts_conflicts_and_articles_have_theirs(comparison: Comparison) -> None:
    assert [had_back(r["text"]) for r in rows(comparison, "claims")] == [one_line(c.text) for c in comparison.claims]
    (fact,) = rows(comparison, "facts")
    assert (fact["kind"], fact["value"], fact["unit"], fact["text"]) == ("money", "4000000", "EUR", "€4 million")
    assert [(r["side"], r["outlet"]) for r in rows(comparison, "conflicts")] == [
        ("1", "Ostrey Herald"),
        ("2", "River|Gazette"),
    ]
    assert {r["article"]: r["sha256"] for r in rows(comparison, "articles")} == {
        a.id: a.sha256 for a in comparison.coverage.articles
    }
    assert {r["complete"] for r in rows(comparison, "articles")} == {"true", "false"}


def test_stances_say_how_every_article_stands_to_shared_claims(comparison: Comparison) -> None:
    found = {(r["claim"], r["outlet"]): r["stance"] for r in rows(comparison, "stances")}
    shared = next(c.id for c in comparison.claims if c.text.startswith("Bridge at Ostrey closed"))
    assert {outlet: stance for (claim, outlet), stance in found.items() if claim == shared} == {
        "Ostrey Herald": "stated",
        "River|Gazette": "absent",
        "post?": "stated",
    }


@pytest.mark.parametrize("name", COLUMNS)
def test_the_order_of_the_articles_does_not_show(comparison: Comparison, permuted: Comparison, name: str) -> None:
    assert table(comparison, name) == table(permuted, name)


@pytest.mark.parametrize("name", COLUMNS)
def test_tables_are_known_again(comparison: Comparison, name: str) -> None:
    made = table(comparison, name)
    assert is_table(made.encode()[:512])
    assert not is_table(made.replace(",", ",note,", 1).encode()[:512])
    assert not re.search(r"(?<!\r)\n", made)


def test_the_main_table_is_what_the_format_writes(comparison: Comparison) -> None:
    assert render(comparison, "csv") == table(comparison, "mentions")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1; ＠x", "'＝1+1; '＠x"),
        ('"=1', "\"'=1"),
        ("a;=1", "a;'=1"),
        ("\t=1", "'\t=1"),
        ("-4.5", "-4.5"),
        ("-0", "-0"),
        ("-4.5 per cent", "'-4.5 per cent"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("5 - 4 = 1", "5 - 4 = 1"),
    ],
)
def test_nothing_is_computed(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert not computed(cell)
    assert had_back(cell) == text


def test_the_columns_are_documented() -> None:
    told = (ROOT / "docs" / "csv.md").read_text(encoding="utf-8")
    for name, columns in {**COLUMNS, MARKS: HAND[MARKS]}.items():
        part = told.split(f"## {name}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)`", part, re.MULTILINE) == columns.split()
