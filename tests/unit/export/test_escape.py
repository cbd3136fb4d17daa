"""Text from outside in Markdown: every character of it is shown, and none acts."""

from __future__ import annotations

import pytest

from compare.export.escape import code, encode, escape
from read_back import MARKDOWN

ACTIVE = "\\`*_[]<>#|~$&^{}@"


@pytest.mark.parametrize("mark", ACTIVE)
def test_what_is_markup_is_escaped_wherever_it_stands(mark: str) -> None:
    assert escape(f"{mark}a{mark}b") == f"\\{mark}a\\{mark}b"
    assert encode(f"a{mark}b") == f"a\\{mark}b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b\nc", "a\\|b c"),
        ("1. x", "1\\. x"),
        ("12) x", "12\\) x"),
        ("1) x 2) y", "1\\) x 2) y"),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("-", "\\-"),
        ("---", "\\---"),
        ("- - -", "\\- - -"),
        ("===", "\\==="),
        ("12.", "12\\."),
        ("=== x", "=== x"),
        ("4.2 billion", "4.2 billion"),
        ("1)a", "1)a"),
        ("-5 degrees", "-5 degrees"),
        ("+1", "+1"),
        ("1-1=0+1", "1-1=0+1"),
        ("see https://x.example", "see https\\://x.example"),
        ("at 6:40", "at 6:40"),
        ("fine :tada: now", "fine \\:tada: now"),
        ("www.x.example", "www\\.x.example"),
        ("$5 & <b>", "\\$5 \\& \\<b\\>"),
        ("a\x1b[31m", "a␛\\[31m"),
    ],
)
def test_escaping(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_what_was_escaped_is_shown_as_it_was() -> None:
    text = f"~~gone~~ {{++new++}} [a](b) :tada: {ACTIVE} &amp; <b>x</b> 1. # `c`"
    (_, inline, _) = MARKDOWN.parse(escape(text))
    assert {token.type for token in inline.children or ()} == {"text"}
    assert "".join(token.content for token in inline.children or ()) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\r\nc", "a<br>b<br/>c"),
        ("a\x1bb\u202e", "a<kbd>U+001B</kbd>b<kbd>U+202E</kbd>"),
        ("half a \ud83d", "half a <kbd>U+D83D</kbd>"),
        ("- x", "- x"),
    ],
)
def test_a_stretch_of_an_article_is_one_line_that_can_be_written(text: str, expected: str) -> None:
    assert encode(text) == expected
    expected.encode()


def test_a_stretch_that_begins_a_line_begins_no_list() -> None:
    assert encode("- x", opens=True) == "\\- x"


def test_file_names_that_hold_what_ends_a_code_span_are_written_as_html() -> None:
    assert code("a b.txt:1") == "`a b.txt:1`"
    assert code("a`*.txt") == "<code>a\\`\\*.txt</code>"
    assert code("a|b.txt") == "<code>a\\|b.txt</code>"  # which would end the cell of a table
    assert code("") == "<code></code>"
