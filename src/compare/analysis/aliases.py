"""Which names are one: "Collins" and "Eli Collins", "FAA" and the body whose initials they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from compare.analysis.name_words import NO_FIRST_NAMES, SURNAMES_FROM
from compare.analysis.people import GENERATIONS, NO_SURNAMES
from compare.model.words import RUN, UPPER

_BRACKETED = re.compile(rf"\s\((?:the\s)?[\"“‘']?([{UPPER}][^\W\d_]{{1,6}})[\"”’']?\)")


def canonical(names: Iterable[str], acronyms: Mapping[str, str] | None = None) -> dict[str, str]:
    """Map each name to the fullest form that it surely stands for, itself if there is none or more than one.

    Args:
        names: all names of a set.
        acronyms: the full form of each acronym that a text introduces: see :func:`introduced`.
    """
    names = set(names)
    full = {name: (acronyms or {}).get(name) or _undotted(name, names) for name in names}
    middle = _with_middle(set(full.values()))
    longer = middle | {name: middle.get(whole, whole) for name, whole in _with_whole_first(set(full.values())).items()}
    by_last: defaultdict[str, set[str]] = defaultdict(set)
    for name in full.values():
        words = _words(name)
        if len(words) > 1 and _is_person(words):
            by_last[words[-1]].add(longer.get(name, name))
    return {name: _fullest(meant, longer, by_last) for name, meant in full.items()}


def _undotted(name: str, names: Set[str]) -> str:
    """The same initials without full stops, if they are written so as well: "U.N." is "UN"."""
    bare = name.replace(".", "") if _INITIALS.fullmatch(name) else name
    return bare if bare in names else name


def _with_middle(names: set[str]) -> dict[str, str]:
    """Map "Eli Collins" to "Eli J. Collins": to the one name that has a word more between the same two."""
    by_ends: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        words = _words(name)
        if len(words) == 3:
            by_ends[words[0], words[2]].add(name)
    pairs = ((name, by_ends.get((words[0], words[1]), set())) for name in names if len(words := _words(name)) == 2)
    found = {name: next(iter(full)) for name, full in pairs if len(full) == 1}
    return {name: full for name, full in found.items() if _is_person(_words(name))}


def _with_whole_first(names: set[str]) -> dict[str, str]:
    """Map "Stan Perlo" to "Stanley Perlo", and "Masoud" to "Massoud": to the one name whose first begins with this, or
    is it in another spelling."""
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        words = _words(name)
        if len(words) == 2 and _is_person(words):
            by_last[words[1]].append(name)
    found: dict[str, str] = {}
    for same in by_last.values():
        for name in same:
            fuller = [other for other in same if _is_whole(_words(name)[0], _words(other)[0])]
            if len(fuller) == 1:
                found[name] = fuller[0]
    return found


def _is_whole(first: str, other: str) -> bool:
    """Whether a first name is short for another, its initial, or the same in a spelling that comes before."""
    if len(first) == 2 and _INITIALS.fullmatch(first):
        return other[0] == first[0] and not _INITIALS.fullmatch(other)
    if _SPELLED_TWICE.sub(r"\1", first.casefold()) == _SPELLED_TWICE.sub(r"\1", other.casefold()):
        return first < other
    return len(first) >= SHORTEST and other.startswith(first)


SHORTEST = 3
"""Letters of a first name that may be short for another: "Dan", "Stan"."""

_SPELLED_TWICE = re.compile(r"(.)\1")


def initials(name: str) -> str:
    """Return the initials of a name of three words or more, of those with a capital; empty of a shorter name."""
    capitals = "".join(word[0] for word in RUN.findall(name) if word[0].isupper())
    return capitals if len(capitals) > 2 else ""


def introduced(sentence: str, name: str, end: int) -> str:
    """Return the acronym that stands in brackets behind a name and is made of its initials, or an empty string."""
    match = _BRACKETED.match(sentence, end)
    if match is None:
        return ""
    every = "".join(word[0] for word in RUN.findall(name)).upper()
    capitals = "".join(word[0] for word in RUN.findall(name) if word[0].isupper())
    return match[1] if match[1].upper() in (every, capitals) else ""


def _fullest(name: str, longer: Mapping[str, str], by_last: Mapping[str, set[str]]) -> str:
    fuller = by_last.get(_ARTICLE.sub("", name), set())
    return next(iter(fuller)) if len(fuller) == 1 else longer.get(name, name)


@lru_cache(maxsize=8192)  # of every name it is asked several times, and after each correction again
def _words(name: str) -> tuple[str, ...]:
    """The words of a person's name without "Jr" and without what begins a surname: "van der", "al-"; the whole as one
    where other small words or "&" join it, as in a body's."""
    words = name.split()
    if len(words) > 1 and words[-1].rstrip(".").lower() in GENERATIONS:
        words = words[:-1]
    if len(words) > 2 and SURNAMES_FROM.intersection(words[1:-1]):
        words = [word for word in words if word[0].isupper()]
    if len(words) > 1:
        words = [*words[:-1], _ARTICLE.sub("", words[-1])]
    return (name,) if any(not word[0].isupper() for word in words) else tuple(words)


def _is_person(words: Sequence[str]) -> bool:
    """Whether the words of a name may be a first name and a surname, which stands for both."""
    first, last = words[0], words[-1]
    if len(words) > 4 or first.lower().rstrip(".") in NO_FIRST_NAMES or last.lower() in NO_SURNAMES:
        return False
    return _INITIALS.fullmatch(first) is not None or not (first.isupper() or last.isupper())


_ARTICLE = re.compile(rf"^[AEae]l-(?=[{UPPER}])")
"""Of an Arabic surname: "al-Assad" is "Assad" as well."""

_INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")
