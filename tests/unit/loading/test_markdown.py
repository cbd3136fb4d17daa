"""Markdown: the text stays, kinds and the beginnings of words differ."""

from __future__ import annotations

import pytest

from compare.loading.article import article_from
from compare.loading.document import text_document
from compare.model import Article

TEXT = """---
title: from elsewhere
---

# The *Ferry* Report #

![the ship](https://ledger.example/ship.png)

The ferry left the harbour
with forty passengers, and
came back. It has [a page](https://ledger.example/ferry).

The long wait
-------------

> Nobody answered our
> letter at all.

- the first item of three
* [x] the second item of three
1. the first step of two
2. the second step of two

```
# code is text here
```

**What They Said**

A line of its own ends here.
Another line begins its own paragraph.

***

<!-- a note -->
The end has come for the ferry.
"""


def of(text: str) -> Article:
    return article_from(text_document(text, "markdown"), "x.md")


def test_every_block_has_its_kind() -> None:
    article = of(TEXT)
    assert article.text == TEXT
    assert article.title == "The Ferry Report"
    assert " ".join(p.kind for p in article.paragraphs) == (
        "furniture title furniture body heading quote list list list list body heading body body furniture furniture "
        "body"
    )
    assert [p.reason for p in article.paragraphs if p.reason] == [
        "front matter",
        "picture",
        "dividing line",
        "comment of the page's author",
    ]


def test_sentences_begin_after_the_markup() -> None:
    article = of(TEXT)
    words = [article.cut(s) for s in article.sentences if s.comparable]
    assert words[1].startswith("The ferry left the harbour\nwith")
    assert words[3:8] == [
        "Nobody answered our\n> letter at all.",
        "the first item of three",
        "the second item of three",
        "the first step of two",
        "the second step of two",
    ]
    assert article.cut(article.sentences[1]) == "The *Ferry* Report #"


def test_a_dividing_line_at_the_top_is_no_front_matter() -> None:
    article = of("---\n\nThe ferry left the harbour at noon.\n\n---\n\nIt came back at night.\n")
    assert [p.kind.value for p in article.paragraphs] == ["furniture", "body", "furniture", "body"]


def test_plain_text_with_a_paragraph_a_line_stays_so() -> None:
    article = of("Ferry sinks\nThe ferry left the harbour at noon.\nIt came back at night.\n")
    assert [p.kind.value for p in article.paragraphs] == ["title", "body", "body"]


def test_a_fence_that_is_not_closed_ends_with_the_text() -> None:
    assert [p.kind.value for p in of("It sank at noon.\n```\n# a\n\n- b\n").paragraphs] == ["body", "body"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# [Harbour **closed** after `ferry`](https://x.example/1)", "Harbour closed after ferry"),
        ("Harbour closed after ferry\n===", "Harbour closed after ferry"),
        ("Harbour closed after ferry\r\n---", "Harbour closed after ferry"),
        ("# Harbour closed ##", "Harbour closed"),
        ("# Harbour C# closed", "Harbour C# closed"),
        ("# Harbour \\*closed\\* [sic]", "Harbour *closed* [sic]"),
        ("## _Harbour_ closed: snake_case", "Harbour closed: snake_case"),
    ],
)
def test_a_title_is_its_words_without_their_markup(heading: str, title: str) -> None:
    text = f"{heading}\n\nThe harbour was closed at noon on Tuesday.\n\nIt opens again on Friday, they said.\n"
    assert text_document(text, "markdown").title == title


def test_a_link_by_itself_is_no_heading() -> None:
    text = "# Harbour closed\n\nIt was closed at noon.\n\n[More News](https://x.example/2)\n\nIt opens on Friday.\n"
    kinds = [block.kind.value for block in text_document(text, "markdown").blocks]
    assert kinds == ["title", "body", "body", "body"]
