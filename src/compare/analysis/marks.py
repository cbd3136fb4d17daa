"""What stands between quotation marks: their pairs in a paragraph, told from apostrophes, inches and stray marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.model.punctuation import QUOTES

_MARK = re.compile(rf"''|``|[{QUOTES}‘’']")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«"}
_DOUBLE = {"''": '"', "``": '"'}
_SINGLES = "'‘’"
_OPENS_AFTER = " \t\n\r\u00a0([{-–—/:…"
_STRONG = ".,!?…;"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a pair of marks encloses: ``start`` and ``end`` of the words in code points, ``outer`` and ``after`` those
    of the marks as well. ``closed`` is false where the paragraph ends first; ``mark`` is the mark that opens."""

    outer: int
    start: int
    end: int
    after: int
    mark: str
    closed: bool

    def moved(self, by: int) -> Quoted:
        """Return the same passage so many code points further on."""
        return replace(self, outer=self.outer + by, start=self.start + by, end=self.end + by, after=self.after + by)


def quoted(text: str) -> list[Quoted]:
    """Return the outermost quoted passages of one paragraph in order; what they nest is part of them.

    A passage that is not closed is returned only if it is the last: the next paragraph may go on with it.
    """
    marks = list(_MARK.finditer(text))
    closes = [m.start() for m in marks if m[0] in _SINGLES and _closes_single(text, m.start())]
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    depth = past = 0
    for m in marks:
        if m.start() < past:
            continue
        if opened is None:
            if m[0] in _SINGLES:
                if passage := _single(text, m.start(), closes):
                    found.append(passage)
                    past = passage.after
            elif _opens(text, m):
                opened, depth = m, 0
            continue
        if _closes(text, opened[0], m):
            if depth:
                depth -= 1
                continue
            found.append(Quoted(opened.start(), opened.end(), m.start(), m.end(), _kind(opened[0]), closed=True))
            opened = None
        elif _kind(m[0]) == _kind(opened[0]):
            if _kind(m[0]) == '"':
                opened = m  # a straight mark that can only open: the one before it was never closed
            else:
                depth += 1
    if opened is not None:
        found.append(Quoted(opened.start(), opened.end(), len(text), len(text), _kind(opened[0]), closed=False))
    return found


def opening(text: str) -> str:
    """Return the mark that a paragraph opens with, ``"`` for all straight double ones; empty if it opens with none."""
    m = _MARK.match(text)
    return _kind(m[0]) if m else ""


def _kind(mark: str) -> str:
    return _DOUBLE.get(mark, mark)


def _opens(text: str, m: re.Match[str]) -> bool:
    """Whether a double mark can open a passage where none is open."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    if _kind(m[0]) != '"':
        return m[0] in _CLOSERS and not (m[0] == "»" and after.isspace())
    return (not before or before in _OPENS_AFTER or before in "'‘") and bool(after.strip())


def _closes(text: str, opener: str, m: re.Match[str]) -> bool:
    if _kind(opener) != '"':
        return m[0] in _CLOSERS[opener]
    if _kind(m[0]) != '"':
        return False
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    # white space before and a word behind it: that mark can only open
    return not (before in _OPENS_AFTER[:5] and after.isalnum())


def _closes_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return at > 0 and text[at] != "‘" and not before.isspace() and before not in "([" and not after.isalnum()


def _single(text: str, at: int, closes: list[int]) -> Quoted | None:
    """The passage that a single mark opens, if it is no apostrophe.

    Of the marks that may close it, one after a full stop or comma does so surely; one after a plural s may as well be
    an apostrophe ("the workers' union"), so a later one before the next full stop goes first.
    """
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == "’" or (before and before not in _OPENS_AFTER) or not after.isalpha():
        return None
    n = bisect_right(closes, at)
    for k in range(n, min(n + 4, len(closes))):
        end = closes[k]
        sure = text[end - 1] in _STRONG or text[end - 1] != "s" or text[end + 1 : end + 2] in ("", *",.;:!?)")
        if sure or k + 1 == len(closes) or ". " in text[end : closes[k + 1]]:
            return Quoted(at, at + 1, end, end + 1, "'" if text[at] == "'" else "‘", closed=True)
    return None


def masked(text: str, passages: list[Quoted]) -> str:
    """Return the text with every passage, its marks included, replaced by as many straight marks."""
    return "".join(_masked(text, passages))


def _masked(text: str, passages: list[Quoted]) -> Iterator[str]:
    past = 0
    for passage in passages:
        yield text[past : passage.outer]
        yield '"' * (passage.after - passage.outer)
        past = passage.after
    yield text[past:]
