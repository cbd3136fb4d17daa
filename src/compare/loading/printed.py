"""Printed pages to paragraphs: a PDF knows where each line stands and how large it is, and nothing else.

First what every page repeats at its edges is set apart (:mod:`~compare.loading.running`), then the lines between are
joined: a paragraph ends where the lines part, change size, are indented, or where one stops short. It goes on over the
end of a page, and the furniture of that page comes after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.loading.blocks import words_in
from compare.loading.headings import HEADLINE_WORDS, sentence_ends
from compare.loading.paragraphs import BULLET
from compare.loading.pieces import Piece, pieces_of
from compare.loading.running import running
from compare.loading.typeset import Printed, commonest, usual_size
from compare.model import ParagraphKind
from compare.model.words import MEASURED

LARGER = 1.15
"""A heading's size as a multiple of the size that most of the text is set in."""

APART = 1.3
"""Distance of two paragraphs as a multiple of the usual distance of lines; justified columns vary by a tenth."""

INDENT = (0.7, 4.0)
"""How far the first line of a paragraph is set in, in multiples of its size; further in stands another column."""

SHORT = 0.75
"""Share of the usual width below which a line that ends a sentence ends its paragraph as well."""

LONGEST_WORD = 100
"""Code points of what can be one word, from which on a hyphen at the end of a line is looked at no further back."""

_DASHES = "-–—"
_HYPHENS = ("-", "\u2010", "\u00ad")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def pieces_in(pages: Sequence[Sequence[Printed]]) -> tuple[Piece, ...]:
    """Return the paragraphs of pages, each given as its lines in the order in which they are read."""
    repeated = running(pages)
    told = [
        [line for n, line in enumerate(page) if n not in apart] for page, apart in zip(pages, repeated, strict=True)
    ]
    setting = _Setting.of([line for page in told for line in page])
    words = Counter(word.casefold() for page in told for line in page for word in _joinable(line.words))
    open_lines: list[Printed] = []
    waiting: list[Piece] = []
    found: list[Piece] = []

    def close() -> None:
        if open_lines:
            found.extend(_piece(open_lines, setting, words))
            open_lines.clear()
        found.extend(waiting)
        waiting.clear()

    for page, lines, apart in zip(pages, told, repeated, strict=True):
        for n, line in enumerate(lines):
            if open_lines and setting.parts(open_lines, line, turned=n == 0):
                close()
            open_lines.append(line)
        waiting += [piece for n, why in sorted(apart.items()) for piece in _furniture(page[n], why)]
    close()
    return tuple(found)


def _furniture(line: Printed, reason: str) -> Iterable[Piece]:
    return pieces_of(line.words, ParagraphKind.FURNITURE, reason)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: the size of its letters, the distance of its lines, where they begin, how wide they are."""

    size: float = 0.0
    leading: float = 0.0
    margins: tuple[float, ...] = ()
    width: int = 0

    @classmethod
    def of(cls, lines: Sequence[Printed]) -> _Setting:
        """Measure the lines of a text; most of it tells what is usual."""
        size = usual_size(lines)
        body = [line for line in lines if round(line.size, 1) == size]
        steps = Counter(round(before.y - line.y, 0) for before, line in pairwise(body) if before.y > line.y)
        steps = Counter({step: count for step, count in steps.items() if step <= 3 * size})
        begun = Counter(round(line.x) for line in body)
        margins = tuple(sorted(x for x, count in begun.items() if count >= max(3, 0.15 * len(body))))
        lengths = sorted(len(line.words) for line in body)
        return cls(size, commonest(steps), margins, lengths[int(0.8 * len(lengths))] if lengths else 0)

    def parts(self, before: Sequence[Printed], line: Printed, *, turned: bool) -> bool:
        """Tell whether a line begins a paragraph.

        Args:
            before: the lines of the paragraph so far.
            line: the line that may go on with it.
            turned: the line is the first of its page.
        """
        last = before[-1]
        ended = sentence_ends(last.words)
        hanging = BULLET.match(before[0].words) is not None and line.x > before[0].x
        if abs(last.size - line.size) > 0.1 * max(last.size, line.size) or _item(line.words, last.words):
            return True
        if last.bold != line.bold and (all(old.bold for old in before) or not any(old.bold for old in before)):
            # a line in bold heads what comes below, but a bold word may fall on the end of a line
            return ended or len(last.words) < SHORT * self.width
        if not hanging and self._indented(line) and (ended or not self._indented(last)):
            return ended or not turned
        down = last.y - line.y
        if turned or down <= 0 or down > 6 * max(line.size, self.leading):  # a new page or column
            return ended or line.size >= LARGER * self.size
        if down > APART * self._distance(line.size):
            return True
        return not hanging and ended and len(last.words) < SHORT * self.width and not line.words[:1].islower()

    def _distance(self, size: float) -> float:
        """Return the usual distance of lines of a size."""
        return self.leading * size / self.size if self.leading and self.size else 1.3 * size

    def _indented(self, line: Printed) -> bool:
        least, most = (share * line.size for share in INDENT)
        return any(least < line.x - margin < most for margin in self.margins)


def _item(words: str, before: str) -> bool:
    """Whether a line is an item of a list. One that begins with a dash may as well go on with a sentence."""
    marked = BULLET.match(words) is not None
    return marked and (words[0] not in _DASHES or sentence_ends(before) or before.endswith((":", ";", ",")))


def _piece(lines: Sequence[Printed], setting: _Setting, words: Counter[str]) -> Iterator[Piece]:
    parts = [lines[0].words]
    for line in lines[1:]:
        before = parts.pop()
        # only the end of what stands before decides how a line goes on, and only that is written anew
        cut = max(0, len(before) - LONGEST_WORD)
        parts += before[:cut], _joined(before[cut:], line.words, words)
    text = "".join(parts)
    large = all(line.size >= LARGER * setting.size for line in lines)
    heads = large and words_in(text) <= HEADLINE_WORDS and not text.rstrip().endswith((".", ","))
    yield from pieces_of(text, ParagraphKind.HEADING if heads else None)


def _joinable(words: str) -> Iterator[str]:
    """Yield the words of a line, those with hyphens both whole and in parts."""
    for match in _COMPOUND.finditer(words):
        yield match[0]
        if "-" in match[0]:
            yield from match[0].split("-")


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """Join a line to the text before it. A hyphen at the end goes if the word is then one that the text has elsewhere,
    and stays if the text has the two parts joined by one, or if what follows is no small letter."""
    last, first = text[-1:], line[:1]
    if last in _HYPHENS and text[-2:-1].isalpha() and first.isalpha():
        *_, head = _COMPOUND.findall(text[:-1])
        tail = MEASURED.match(line)
        begun, rest = head.casefold(), (tail[0] if tail else "").casefold()
        kept = first.isupper() or (last != "\u00ad" and _compound(begun, rest, words))
        return text + line if kept and last == "-" else text[:-1] + ("-" if kept else "") + line
    if last == "—" and text[-2:-1] != " ":
        return text + line
    if _UNSPACED.match(last) and _UNSPACED.match(first):
        return text + line
    return f"{text} {line}"


def _compound(begun: str, rest: str, words: Counter[str]) -> bool:
    """Whether two parts on either side of a line end are joined by a hyphen that belongs to the word."""
    if words[begun + rest]:
        return False
    return bool(words[f"{begun}-{rest}"]) or "-" in begun or (words[begun] > 1 and words[rest] > 1)
