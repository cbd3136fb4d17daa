"""Plain text to blocks, titles and headings."""

from __future__ import annotations

import pytest

from articles import plain
from compare.loading.headings import is_heading, is_headline, is_question

TOLD = "The ferry left the harbour at noon with forty passengers on board."


def kinds(text: str) -> list[tuple[str, str]]:
    article = plain(text)
    return [(p.kind.value, article.cut(p)) for p in article.paragraphs]


def test_a_paragraph_is_a_line_with_or_without_blank_lines() -> None:
    assert kinds(f"Ferry leaves\n{TOLD}\n{TOLD} So it was.\r\n\r\n  {TOLD}\u2028{TOLD}") == [
        ("title", "Ferry leaves"),
        ("body", TOLD),
        ("body", f"{TOLD} So it was."),
        ("body", TOLD),
        ("body", TOLD),
    ]


WRAPPED = """The ferry that left Port Selwick at noon on Tuesday with forty passengers
on board came to rest on a sandbank, where it lay on its side until the
coastguard sent two lifeboats.

A helicopter took the injured to the mainland, where two wards had been
cleared, and the mayor opened a school for those who could not be taken
home before the night.
  A new paragraph may be set in as well, and it has to begin on a line of
its own.

- The first point is that the ferry carried far more passengers than its
  licence allows
- The second point is the fog
"""


def test_hard_wrapped_text_is_joined() -> None:
    found = kinds(WRAPPED)
    assert [kind for kind, _ in found] == ["body", "body", "body", "list", "list"]
    assert found[0][1].startswith("The ferry that") and found[0][1].endswith("lifeboats.")
    assert found[3][1].endswith("allows")
    article = plain(WRAPPED)
    assert article.cut(article.sentences[-2]).startswith("The first point")


def test_one_short_sentence_a_line_is_not_wrapped() -> None:
    lines = [f"Boat number {n} left the harbour in the early morning fog." for n in range(9)]
    assert [words for _, words in kinds("\n".join(lines))] == lines


def test_headings_stand_above_something() -> None:
    text = f"{TOLD}\n\nWhy This Matters\n\n{TOLD}\n\nWhat will the ferry cost?\n{TOLD}\n\nThe end of it"
    assert [kind for kind, _ in kinds(text)] == ["body", "heading", "body", "heading", "body", "body"]


def test_a_heap_of_headings_is_a_list_of_names() -> None:
    names = "Alder Boats\nBirch Boats\nCedar Boats\nDogwood Boats"
    assert {kind for kind, _ in kinds(f"{TOLD}\n{names}\n{TOLD}")} == {"body"}


def test_a_standfirst_is_body() -> None:
    found = kinds(f"Ferry sinks\nNine dead as ferry and freighter collide\nBy Nora Whitlock\n{TOLD}")
    assert [kind for kind, _ in found] == ["title", "body", "furniture", "body"]


def test_lists_and_quotations() -> None:
    text = f"{TOLD}\n• Establishes a pattern\n1. First the fog came\n2. Then the ferry left\n> It was so.\n{TOLD}"
    assert [kind for kind, _ in kinds(text)] == ["body", "list", "list", "list", "quote", "body"]
    article = plain(text)
    assert [article.cut(s) for s in article.sentences][1:5] == [
        "Establishes a pattern",
        "First the fog came",
        "Then the ferry left",
        "It was so.",
    ]


def test_a_number_alone_begins_no_list() -> None:
    assert kinds(f"{TOLD}\n12. Dezember war der Tag des Unglücks.\n{TOLD}")[1][0] == "body"


def test_what_is_comparable() -> None:
    article = plain(f"Ferry sinks in the strait\n\n{TOLD} Oh dear. “No.”\n\nThe Long Wait\n\n{TOLD}")
    assert [(article.cut(s), s.comparable) for s in article.sentences] == [
        ("Ferry sinks in the strait", True),
        (TOLD, True),
        ("Oh dear.", False),
        ("“No.”", False),
        ("The Long Wait", False),
        (TOLD, True),
    ]
    asked = plain(f"Why did the ferry sink?\n\n{TOLD}")
    assert not asked.sentences[0].comparable


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Why This Matters", True),
        ("A Strategic Integration of Silicon Valley and Hollywood", True),
        ("Frequently asked questions", True),
        ("The actress is up for the prize of best supporting actress", False),
        ("She is well.", False),
        ("He said:", False),
        ("and then there were none", False),
        ('"It is over. "', False),
        ("(SCROLL DOWN)", False),
        ("", False),
    ],
)
def test_wording_of_headings(line: str, expected: bool) -> None:
    assert is_heading(line) is expected


def test_wording_of_questions_and_headlines() -> None:
    assert is_question("What is the purpose of the partnership?")
    assert not is_question('"What is the purpose?"')
    assert not is_question("It sank. Why did it sink?")
    assert is_headline("Nine killed in ferry collision; officials say ship was overloaded")
    assert is_headline("Who let her sail?")
    assert not is_headline("The ferry sank in the strait. Nine people died")
    assert not is_headline("5:30,")
