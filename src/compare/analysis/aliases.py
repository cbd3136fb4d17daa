"""Which names are one: "Collins" and "Eli Collins", "FAA" and the body whose initials they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_JUNIOR = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = re.compile(r"[a-zà-ÿ]")

_NO_FIRST_NAMES = frozenset(
    """
    new north south east west northern southern eastern western central great greater saint san santa los las upper
    lower     united royal national international white black red green blue old big little super air supreme high world grand
    first second state city county university american british european federal general fort mount lake port cape
    """.split()  # noqa: SIM905
)
"""A word that cannot be left out of a name: "Virginia" is not "West Virginia", "House" not the "White House"."""

_BRACKETED = re.compile(r"\s\((?:the\s)?[\"“‘']?([A-Z][A-Za-z]{1,6})[\"”’']?\)")


def canonical(names: Iterable[str], acronyms: Mapping[str, str] | None = None) -> dict[str, str]:
    """Map each name to the fullest form that it surely stands for, itself if there is none or more than one.

    Args:
        names: all names of a set.
        acronyms: the full form of each acronym that a text introduces: see :func:`introduced`.
    """
    full = {name: (acronyms or {}).get(name, name) for name in names}
    by_ends: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in full.values():
        words = _words(name)
        if len(words) > 1:
            by_ends[words[0], words[-1]].add(name)
    longest = {ends: max(same, key=lambda n: (len(n.split()), n)) for ends, same in by_ends.items()}
    by_last: defaultdict[str, set[str]] = defaultdict(set)
    for (first, last), name in longest.items():
        if _is_person(first, name):
            by_last[last].add(name)
    return {name: _fullest(meant, longest, by_last) for name, meant in full.items()}


def introduced(sentence: str, name: str, end: int) -> str:
    """Return the acronym that stands in brackets behind a name and is made of its initials, or an empty string."""
    match = _BRACKETED.match(sentence, end)
    if match is None:
        return ""
    every = "".join(word[0] for word in re.findall(r"\w+", name)).upper()
    capitals = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    return match[1] if match[1].upper() in (every, capitals) and len(match[1]) > 1 else ""


def _fullest(name: str, longest: Mapping[tuple[str, str], str], by_last: Mapping[str, set[str]]) -> str:
    words = _words(name)
    if len(words) > 1:
        return longest.get((words[0], words[-1]), name)
    fuller = by_last.get(words[0], set()) if words else set()
    return next(iter(fuller)) if len(fuller) == 1 else name


def _words(name: str) -> list[str]:
    """The words that tell names apart: no initials in the middle, no "Jr"; all of them where small words join them."""
    words = name.split()
    if len(words) > 1 and words[-1].rstrip(".").lower() in _JUNIOR:
        words = words[:-1]
    return [name] if _joined(words) else words


def _joined(words: list[str]) -> bool:
    """Whether a name is put together with small words, "&" or digits, as those of bodies and works are."""
    return any(not word[0].isupper() for word in words)


def _is_person(first: str, name: str) -> bool:
    return (first.lower() not in _NO_FIRST_NAMES and not first.isupper() and len(name.split()) <= 4) or _initial(first)


def _initial(first: str) -> bool:
    return bool(re.fullmatch(r"(?:[A-Z]\.)+", first))
