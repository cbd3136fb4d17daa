"""Header lines: ``Title:``, ``Outlet:``, ``Date:``, ``URL:``, ``Author:`` at the top of a clipping.

They are read as metadata and stay in the text as furniture. A single one must stand off from what follows, and one that
says ``Source:`` or ``By:`` must not be alone: "Source: Mayor to resign" is a headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.loading.blocks import Block, Line, words_in
from compare.loading.fields import KEYS, Said, key_of, said_by
from compare.model import ParagraphKind

REASON = "header line"
MOST = 20
"""Header lines of a text: each datum has a line, and there are fewer than ten."""

LONGEST = 2_000
"""Code points of a header line."""

WORDY = 40
"""Words of the longest header line, which is a headline or a list of authors."""

_HEADER = re.compile(r"([A-Za-z][A-Za-z _-]{1,20}?)[ \t]*:[ \t]*(?=\S)")
_NEVER_ALONE = frozenset(
    {"source", "site", "by", "publication", "publisher", "newspaper", "link", "updated", "published"}
)


def header_lines(text: str, lines: Sequence[Line]) -> int:
    """Return how many of the first lines are header lines; 0 if there are none."""
    keys: list[str] = []
    for line in lines[: MOST + 1]:
        header = _HEADER.match(text, line.start, line.end)
        key = key_of(header[1]) if header else ""
        long = line.end - line.start > LONGEST or words_in(text[line.start : line.end]) > WORDY
        if key not in KEYS or key in keys or long or (line.gap and keys):
            break
        keys.append(key)
    if not 0 < len(keys) < len(lines) or len(keys) > MOST:
        return 0
    alone = len(keys) == 1
    return 0 if alone and (keys[0] in _NEVER_ALONE or not lines[1].gap) else len(keys)


def read_headers(text: str, lines: Sequence[Line]) -> Said:
    """Read header lines; ``lines`` are those alone."""
    pairs: dict[str, object] = {}
    for line in lines:
        header = _HEADER.match(text, line.start, line.end)
        if header:
            pairs[header[1]] = text[header.end() : line.end]
    return said_by(pairs, REASON)


def header_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return a block of furniture for each header line."""
    return tuple(Block(ParagraphKind.FURNITURE, line.start, line.end, line.start, REASON) for line in lines)
