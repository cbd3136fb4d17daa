"""Names of people, organisations, places and works: runs of capitalised words, told from the starts of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.analysis.dates import MONTHS, WEEKDAYS
from compare.analysis.words import EMPTY


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, without a possessive: words and span in code points."""

    text: str
    start: int
    end: int


_CAPITAL = r"(?>[A-ZÀ-ÖØ-Þ][\w&]*(?:[-’'](?:[A-ZÀ-ÖØ-Þ]|\d)\w*)*)(?![-’']\w{2})"
"""A word with a capital; "Oscar-winning" and "AI-enabled" are no names, "Rolls-Royce" is."""

_BETWEEN = r"(?:(?<=s)['’])?\s(?:(?:of|de|del|der|van|von|la|the)\s)?"
_RUN = re.compile(rf"(?<![\w’'-])(?>{_CAPITAL}\.?(?:{_BETWEEN}{_CAPITAL})*)(?!:)")
"""A run of them. Before a colon stands the label of a list item or a speaker's cue, not a name in a sentence."""

_SMALL = EMPTY | MONTHS.keys() | WEEKDAYS.keys()
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "prof", "vp", "ceo"})


def find_names(sentences: Sequence[str]) -> list[list[Name]]:
    """Find the names of all sentences together: a capital at the start of one counts only if others confirm it."""
    runs = [[_trimmed(m) for m in _RUN.finditer(sentence)] for sentence in sentences]
    small = Counter(w for s in sentences for w in re.findall(r"(?<!\w)[a-zà-ÿ]\w*", s))
    inside = Counter(
        word
        for row, sentence in zip(runs, sentences, strict=True)
        for name in row
        if not _opens(sentence, name)
        for word in name.text.split()
    )

    def is_name(sentence: str, name: Name) -> bool:
        words = name.text.split()
        if all(w.casefold().rstrip(".") in _SMALL | _TITLES for w in words):
            return False
        if len(words) == 1 and (_opens(sentence, name) or len(words[0]) < 2):
            return inside[words[0]] > 0 and inside[words[0]] >= small[words[0].lower()]
        return True

    return [
        [name for found in row if is_name(s, name := _without_opener(s, found, inside))]
        for row, s in zip(runs, sentences, strict=True)
    ]


def known_names(text: str, known: Iterable[str]) -> list[Name]:
    """Find names that are known already, the longest at each place."""
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    if not longest_first:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return [Name(m[0], m.start(), m.end()) for m in pattern.finditer(text)]


def canonical(names: Iterable[str]) -> dict[str, str]:
    """Map each name to the longest one it is the last word of, if there is only one: "Collins" is "Eli Collins"."""
    every = set(names)
    by_last: dict[str, set[str]] = {}
    for name in every:
        words = name.split()
        if len(words) > 1:
            by_last.setdefault(words[-1], set()).add(name)
    return {n: next(iter(full)) if len(full := by_last.get(n, set())) == 1 else n for n in every}


def _trimmed(match: re.Match[str]) -> Name:
    text = match[0].rstrip(".") if "." not in match[0][:-1] else match[0]
    return Name(text, match.start(), match.start() + len(text))


def _opens(sentence: str, name: Name) -> bool:
    """Whether a capital is due to the place: at the start of a sentence or of a quotation."""
    before = sentence[: name.start].rstrip()
    return not before or before[-1] in '"“‘«:;.!?•-–—('


def _without_opener(sentence: str, name: Name, inside: Counter[str]) -> Name:
    """Drop an ordinary word that owes its capital to the start of the sentence: "The Wall Street Journal"."""
    first, _, rest = name.text.partition(" ")
    only_here = _opens(sentence, name) and not inside[first] and inside[rest.split(" ")[0]]
    if rest and (first.casefold() in _SMALL or only_here):
        return Name(rest, name.end - len(rest), name.end)
    return name
