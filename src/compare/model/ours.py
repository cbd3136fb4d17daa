"""How the files begin that the program writes: who scans a folder passes over them, who writes may replace them."""

from __future__ import annotations

import re

START = 512
"""Bytes from the start of a file that are enough to tell."""

FIRST_LINE = "compare/1 report"
"""What a report in prose begins with."""

FIRST_COMMENT = f"<!-- {FIRST_LINE} -->"
"""The same where a comment is no part of what is read."""

FIRST_OF_SET = "# compare/1 coverage set"
"""The first line of a manifest that keeps a set."""

LABEL = "compare/1 annotations"
"""What a collection of marks is called, right behind its context."""

_OURS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?:<!-- )?compare/\d+ report|# compare/\d+ coverage set"
    rb'|\s*\{\s*"schema"\s*:\s*"compare/\d+"'
    rb'|\s*\{\s*"@context"\s*:\s*"[^"]*"\s*,\s*"label"\s*:\s*"compare/\d+ annotations")'
)
"""At the very start: further on, the words may stand in any address or text."""


def is_ours(head: bytes) -> bool:
    """Tell by its first bytes whether a file is a report, a coverage set or marks of ours; tables have no such mark."""
    return _OURS.match(head) is not None
