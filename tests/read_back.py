"""Reports read back as a terminal, a browser and a spreadsheet read them, where nothing of the texts may act."""

from __future__ import annotations

import csv
import re
from io import StringIO

from markdown_it import MarkdownIt

CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"  # and half characters
)
"""What acts in a terminal or turns the direction of writing; line feeds alone are left."""

_COMPUTED = re.compile(r"(?!-?\d+(?:\.\d+)?\Z)[=+\-@＝＋－＠\t\r]")

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""Markdown as GitHub and most others read it."""

_OURS = re.compile(r"(<!-- compare/1 report -->|</?details>|<summary>[^<>]*</summary>|</?code>|\n)+")


def computed(cell: str) -> bool:
    """Whether a spreadsheet computes any of a cell, one that parts columns at semicolons among them, which takes for a
    cell of its own whatever stands between two: what begins as a formula does, unless all of it is a number."""
    first, *others = cell.split(";")
    return bool(_COMPUTED.match(first)) or any(_COMPUTED.match(other.lstrip(' "')) for other in others)


def table_rows(table: str) -> list[dict[str, str]]:
    """Read a CSV table, every row of which has to have all columns."""
    head, *rows = csv.reader(StringIO(table.removeprefix("\ufeff"), newline=""), strict=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def assert_only_our_markup(report: str) -> None:
    """Fail on any markup in a profile of Markdown that such a report does not consist of."""
    for token in MARKDOWN.parse(report):
        for part in [token, *(token.children or [])]:
            assert part.type not in {"image", "s_open", "fence", "code_block", "blockquote_open"}, part
            if part.type == "link_open":
                assert re.match(r"https?://", str(part.attrGet("href"))), part
            if part.type in {"html_block", "html_inline"}:
                assert _OURS.fullmatch(part.content), part
