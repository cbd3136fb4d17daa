"""Cells of a CSV table: text that no spreadsheet takes for a formula, and that can be had back.

A spreadsheet computes a cell that begins with ``=``, ``+``, ``-`` or ``@``, and one that parts columns at semicolons,
as those of half of Europe do, finds such a beginning in the middle of a text too. There an apostrophe is put before
it; :func:`had_back` takes it away. A plain number stays one.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

_OPENS = r'(^|[;\t])([\s"]*?)'
_ACTS = r"('*[=+\-@＝＋－＠\t\r])"  # the wide ones act in East Asian editions
_FORMULA = re.compile(_OPENS + _ACTS)
_GUARDED = re.compile(_OPENS + "'" + _ACTS)


def guarded(text: str) -> str:
    """Return a text as a cell that is not computed.

    >>> guarded("=1+1"), guarded("-4.5"), guarded("- a list; =so")
    ("'=1+1", '-4.5', "'- a list; '=so")
    """
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub(r"\1\2'\3", text)


def had_back(cell: str) -> str:
    """Return the text that :func:`guarded` made a cell of."""
    return _GUARDED.sub(r"\1\2\3", cell)
