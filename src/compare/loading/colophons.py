"""Lines that say who published something, who wrote it and when, with nothing between but marks."""

from __future__ import annotations

import re

from compare.loading.datelines import is_date_line, is_reading_time
from compare.loading.lines import BY, NAMES, exact

_PARTS = re.compile(r"\s[|•·–—-]\s")
_AFTER_NAME = re.compile(r"(?P<name>[^,\d]+), (?P<day>.*\d{4})")
_EMPHASIS = re.compile(r"[*_]{1,3}")

_NAMES = exact(NAMES)
_BY = exact(BY)
_COMMENTS = re.compile(r"\d+ comments?", re.IGNORECASE)


def is_colophon(line: str) -> bool:
    """Tell whether a line is made of a date and what stands beside one: a name, an author, a number of comments.

    >>> is_colophon("*The Lund Gazette | 9 March 2026 | By Ada Moss*"), is_colophon("**Harbour Letter**, 7 May 2026")
    (True, True)
    >>> is_colophon("Lund - Malmo 3 - 2"), is_colophon("Ada Moss, born 9 March 2026")
    (False, False)
    """
    bare = _EMPHASIS.sub("", line).strip()
    named = _AFTER_NAME.fullmatch(bare)
    parts = [named["name"], named["day"]] if named else [part.strip() for part in _PARTS.split(bare)]
    dated = [part for part in parts if is_date_line(part)]
    rest = [part for part in parts if part not in dated]
    return bool(dated) and bool(rest) and all(map(_stands_beside, rest))


def _stands_beside(part: str) -> bool:
    return bool(is_reading_time(part) or _COMMENTS.fullmatch(part) or _BY(part) or _NAMES(part))
