"""Phrases that more than one part of the program says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.model.visible import one_line

if TYPE_CHECKING:
    from compare.model.article import CoverageSet
    from compare.model.comparison import Comparison

BY_HAND = "by hand"
"""Said of whatever the reader corrected."""

_DEEDS: Mapping[str, str] = {
    "link": "linked",
    "merge": "merged",
    "unlink": "link cut",
    "split": "split off",
    "exclude": "excluded",
    "include": "included",
}
"""What the reader did by a correction of sentences, by the kind of its mark."""

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:(Z|[+-]00:?00)|([+-]\d\d:?\d\d))?")
"""A day and a time of it as machines write them (ISO 8601), with how far that is from universal time."""

NOT_HERE = "not in this text"
"""Said of a complete article that does not state a claim. Never "hides", never "omits"."""

LESS_SPECIFIC = "less specific"
"""Said of an article that states a claim, but not as exactly as others."""


def percent(probability: float) -> int:
    """Return a probability in whole per cent, rounded down: what falls short of a bound is not told as if it met it."""
    return int(round(probability * 100, 4))  # 6 places are kept of any


def around_words(kind: str, *, by_hand: bool = True) -> tuple[str, str]:
    """Return what stands before the words of a mark of the reader's, and what behind them.

    Args:
        kind: the mark's. A verdict, a note and a code are their words alone, and most corrections have none.
        by_hand: say of a correction that it is the reader's.

    >>> around_words("outlet"), around_words("complete"), around_words("link"), around_words("note")
    (('outlet by hand: ', ''), ('', ' by hand'), ('linked by hand', ''), ('', ''))
    """
    hand = f" {BY_HAND}" if by_hand else ""
    match kind:
        case "verdict" | "note" | "code":
            return "", ""
        case "star":
            return "starred", ""
        case "outlet" | "date":
            return f"{kind}{hand}: ", ""
        case "complete":
            return "", hand
        case _:
            return f"{_DEEDS[kind]}{hand}", ""


def listed(items: Iterable[str], joined: str = "and") -> str:
    """Return items as a sentence lists them.

    >>> listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"], "or")
    ('A', 'A and B', 'A, B or C')
    """
    *first, last = list(items) or [""]
    return f"{', '.join(first)} {joined} {last}" if first else last


MOST_NAMES, FIRST_NAMES = 8, 5
"""Longer lists of outlets have their first names told, and the rest counted: with sixty of them nobody would find out
what is said of them."""


@lru_cache(maxsize=4)
def fewer_names(names: tuple[str, ...]) -> Callable[[str], str]:
    """Return what tells the first of many outlets that a sentence lists, and counts the rest.

    Args:
        names: what the outlets of the set are called.

    >>> fewer_names(tuple("ABCDEFGHIJ"))("Only A and B gives it; not in the text of C, D, E, F, G, H, I, J and A.")
    'Only A and B gives it; not in the text of C, D, E, F, G and 4 others.'
    """
    if len(names) <= MOST_NAMES:
        return lambda told: told
    name = "|".join(map(re.escape, sorted({one_line(each) for each in names}, key=lambda each: (-len(each), each))))
    one = re.compile(rf"(?<!\w)(?:{name})(?!\w)")
    many = re.compile(rf"{one.pattern}(?:, {one.pattern}){{{MOST_NAMES - 1},}}(?: (?:and|or) {one.pattern})?")

    def fewer(found: re.Match[str]) -> str:
        told = [each[0] for each in one.finditer(found[0])]
        return f"{', '.join(told[:FIRST_NAMES])} and {len(told) - FIRST_NAMES} others"

    return lambda told: many.sub(fewer, told)


def begun(text: str, limit: int) -> str:
    """Return a line as it is, or of one with more code points than the limit the words that stand within it; of a
    script without blanks, or of one long word, the letters.

    >>> begun("The bridge, they say, is shut.", 17), begun("The bridge, they say, is shut.", 15)
    ('The bridge, they …', 'The bridge …')
    """
    if len(text) <= limit:
        return text
    blank = text.rfind(" ", limit // 2, limit)
    return f"{text[: blank if blank > 0 else limit].rstrip(',;:')} …"


def moment(text: str) -> str:
    """Return a time as people write it; a day alone, and what is no time of ISO 8601, as it is.

    >>> moment("2026-03-14T18:20:00+01:00"), moment("2026-03-14T18:20:31Z"), moment("2026-03-14")
    ('2026-03-14 18:20 UTC+01:00', '2026-03-14 18:20:31 UTC', '2026-03-14')
    """
    found = _TIME.fullmatch(text)
    if found is None:
        return text
    day, minute, second, universal, zone = found.groups()
    told = f"{day} {minute}{second if second and second != ':00' else ''}"
    return f"{told} UTC{zone or ''}" if universal or zone else told


def title_of(coverage: CoverageSet) -> str:
    """Return what a set is called: its own title, or the first headline in it; nothing if it has none."""
    return one_line(coverage.title) or next((t for a in coverage.displayed() if (t := one_line(a.title))), "")


def warnings_of(comparison: Comparison) -> tuple[str, ...]:
    """Return all warnings of a set and of its comparison, each once and on one line."""
    return tuple(dict.fromkeys(map(one_line, (*comparison.coverage.warnings, *comparison.warnings))))
