"""How much of an article a report quotes in a run: what goes beyond is cut, and ``[…]`` shows it.

In a quotation the first words are kept. In a sentence of ours that quotes, every run of words that stands so in an
article is found and cut, whatever quotation marks it holds itself. All that an outline holds is gone through, and each
part is cut by its type: no field is named here that could be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from compare.export.inlines import Address, Basis, Code, Datum, Leaf, Name, Quotation, Remark, Title, Words
from compare.model.phrases import fewer_names
from compare.model.words import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.export.outline import Outline
    from compare.model import Comparison

CUT = " […]"
"""What stands for the words that are left out."""

LETTERS = 12
"""Letters that a word may have on average before a shortened quotation is cut by them."""

LONGEST_ADDRESS = 300
"""Characters that a short report keeps of an address, or of what a verdict is based on."""

SAID = 3
"""So many times the words of a quotation does a sentence of ours keep, which may hold several."""

_QUOTING = re.compile("[“„«‘\"'].*[”“»’\"']", re.DOTALL)


def first_words(text: str, words: int, mark: str = " …") -> str:
    """Return the first words of a text, and ``mark`` where it has more.

    >>> first_words("The bridge, the council said, is shut.", 3)
    'The bridge, the …'
    """
    if len(text) <= words:  # no word has less than a letter
        return text
    found = list(islice(COUNTED.finditer(text), words + 1))
    return text if len(found) <= words else text[: found[words - 1].end()] + mark


@dataclass(frozen=True, slots=True)
class Cap:
    """At most ``words`` words in a run; ``longer`` are all runs of one word more that stand in an article."""

    words: int
    longer: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, comparison: Comparison, words: int) -> Cap:
        """Return the cap for the articles of a comparison."""
        runs: set[tuple[str, ...]] = set()
        for article in comparison.coverage.articles:
            found = [word.casefold() for word in COUNTED.findall(article.text)]
            runs.update(tuple(found[n : n + words + 1]) for n in range(len(found) - words))
        return cls(words, frozenset(runs))

    def __call__(self, leaf: Leaf) -> Leaf:
        """Return a part of a report, cut if it quotes; the name of a work or an outlet, or a place, is no quotation."""
        match leaf:
            case Quotation():
                return _with(leaf, self.quote(leaf.text))
            case Words():
                return _with(leaf, self.said(leaf.text))
            case Remark():
                return _with(leaf, self.note(leaf.text))
            case _:
                return leaf

    def quote(self, text: str) -> str:
        """Return a quotation, cut."""
        return first_words(text, self.words, CUT)

    def said(self, text: str) -> str:
        """Return a sentence of ours, what it quotes cut."""
        zone = _QUOTING.search(text)
        found = list(COUNTED.finditer(text, *zone.span())) if zone else []
        kept, at = "", 0
        for first, last in self._beyond([word[0].casefold() for word in found]):
            kept += text[at : found[first - 1].end()] + CUT
            at = found[last].end()
        # where the sentence had been shortened before, one sign of it is enough
        return (kept + text[at:]).replace(f"{CUT} …", CUT)

    def note(self, text: str) -> str:
        """Return words of the reader, what they quote cut, in quotation marks or not."""
        return self.said(f"“{text}”")[1:-1]

    def _beyond(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and last word of each stretch that goes beyond what may be quoted."""
        size = self.words
        over = [n + size for n in range(len(words) - size) if tuple(words[n : n + size + 1]) in self.longer]
        # the difference of word and place stays the same as long as no word is missing
        for _, run in groupby(enumerate(over), key=lambda each: each[1] - each[0]):
            stretch = [n for _, n in run]
            yield stretch[0], stretch[-1]


Cutter: TypeAlias = Callable[[Leaf], Leaf]
"""Returns whatever is not ours cut, by what it is."""


@dataclass(frozen=True, slots=True)
class Few:
    """Tells the first of many outlets that a sentence of ours lists."""

    fewer: Callable[[str], str]

    @classmethod
    def of(cls, report: Outline) -> Few:
        """Return it for the outlets of a report."""
        return cls(fewer_names(tuple(portrait.name.text for portrait in report.portraits)))

    def __call__(self, leaf: Leaf) -> Leaf:
        """Return a part of a report, with fewer names if it is a sentence."""
        return _with(leaf, self.fewer(leaf.text)) if isinstance(leaf, Words) else leaf


@dataclass(frozen=True, slots=True)
class Short:
    """Keeps the first words of a quotation, and more of a sentence."""

    words: int

    def __call__(self, leaf: Leaf) -> Leaf:
        """Return a part of a report, cut if it is a quotation or a sentence, or of no use as long as it is."""
        match leaf:
            case Quotation():
                return _with(leaf, _begun(leaf.text, self.words))
            case Words() | Remark():
                return _with(leaf, _begun(leaf.text, self.words * SAID))
            case Basis() if len(leaf.text) > LONGEST_ADDRESS:
                return Basis(f"{leaf.text[:LONGEST_ADDRESS]} …")
            case Address() if len(leaf.text) > LONGEST_ADDRESS:
                return Address("")  # one that was cut leads elsewhere
            case _:
                return leaf


@dataclass(frozen=True, slots=True)
class Fit:
    """Keeps of everything from outside as much as :class:`Short` does of quotations and sentences."""

    words: int

    def __call__(self, leaf: Leaf) -> Leaf:
        """Return a part of a report, cut."""
        match leaf:
            case Name() | Title() | Datum():
                return _with(leaf, _begun(leaf.text, self.words))
            case Code():
                return _with(leaf, _begun(leaf.text, self.words * SAID))
            case _:
                return Short(self.words)(leaf)


def _with(leaf: Leaf, text: str) -> Leaf:
    return leaf if text == leaf.text else replace(leaf, text=text)


def _begun(text: str, words: int) -> str:
    """Return the first words of a text, and so many letters of what has no words."""
    short, letters = first_words(text, words), words * LETTERS
    return short if len(short) <= letters else f"{short[:letters].rstrip()} …"


def capped(report: Outline, cap: Cap) -> Outline:
    """Return a report that quotes no more than the cap allows: full texts are left out, and its limits say so."""
    quoted = "one word of an article is" if cap.words == 1 else f"{cap.words} words of an article are"
    limit = Words(f"At most {quoted} quoted in a run; the articles in full are left out.")
    made = shortened(report, cap)
    return replace(made, limits=(*made.limits, limit))


def with_fewer_names(report: Outline) -> Outline:
    """Return a report whose sentences tell the first of many outlets and count the rest: what is said of them comes
    behind them, and would be cut off or not be found."""
    few = Few.of(report)
    findings, conflicts, questions = (_cut(part, few) for part in (report.findings, report.conflicts, report.questions))
    return replace(report, findings=findings, conflicts=conflicts, questions=questions)


def shortened(report: Outline, cutter: Cutter) -> Outline:
    """Return a report with everything that it quotes cut, and without the texts themselves."""
    cut: Outline = _cut(replace(report, aligned=(), texts=()), cutter)
    return cut


def _cut(part: Any, cutter: Cutter) -> Any:
    """Return a part of a report, and whatever it is made of, cut."""
    kind = type(part)
    if kind in _LEAVES:
        return cutter(part)
    if kind is tuple:
        return tuple([_cut(each, cutter) for each in part])
    if not is_dataclass(kind):
        return part
    return kind(*[_cut(getattr(part, field.name), cutter) for field in fields(kind)])


_LEAVES = frozenset(get_args(Leaf))
