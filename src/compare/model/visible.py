"""Making text from outside safe to show, one code point for one, so that offsets stay true."""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""C0 and C1 controls but tab and newline, bidirectional controls, invisible format characters, and halves of a pair of
surrogates, as a headline has that a program cut within an emoji: they cannot be written. Joiners (U+200C, U+200D) stay:
scripts and emoji need them."""

_PICTURES = {n: chr(0x2400 + n) for n in range(0x20)} | {0x7F: "\u2421"}


def visible(text: str) -> str:
    """Replace every control character by a visible single-width stand-in; the length stays the same.

    >>> visible("a\\x1b[31mb\\u202ec")
    'a␛[31mb�c'
    """
    return _CONTROLS.sub(lambda m: _PICTURES.get(ord(m[0]), "\ufffd"), text)


def one_line(text: str) -> str:
    """Return text fit for a title, a message or a table cell: visible, white space folded to single blanks."""
    return visible(" ".join(text.split()))
