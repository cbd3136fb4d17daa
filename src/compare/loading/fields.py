"""What files say about themselves: the many names of one datum, in front matter, header lines and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.loading.addresses import stated_address
from compare.loading.language import primary
from compare.loading.metadata import Metadata, found_at
from compare.loading.timestamps import iso
from compare.model import one_line

LONGEST = 2_000
"""Code points of a datum; a headline has some hundred."""

ALIASES = {
    "outlet": "outlet publisher publication newspaper site_name sitename site source source_name",
    "title": "title headline",
    "published": "date published published_at publishedat date_published datepublished publish_date pubdate "
    "published_time",
    "url": "url link canonical canonical_url permalink source_url source_link",
    "author": "author authors byline by creator",
    "modified": "modified updated updated_at date_modified datemodified lastmod last_modified",
    "language": "language lang inlanguage",
}
"""The names that each datum goes by; the first that says something counts."""

KEYS = {alias: field for field, aliases in ALIASES.items() for alias in aliases.split()}

_SPACE = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says of itself, and what of that was not understood, each as in "the date 'soon'"."""

    metadata: Metadata
    puzzles: tuple[str, ...] = ()


def key_of(word: str) -> str:
    """Return a key as the table of aliases writes it.

    >>> key_of(" Source-URL ")
    'source_url'
    """
    return _SPACE.sub("_", word.strip().casefold())


def by_key(pairs: Mapping[str, object]) -> dict[str, object]:
    """Return values by :func:`key_of` their keys; the first of two that are the same counts."""
    known: dict[str, object] = {}
    for key, value in pairs.items():
        known.setdefault(key_of(str(key)), value)
    return known


def said_by(pairs: Mapping[str, object], place: str) -> Said:
    """Gather metadata from keys and values, whatever the keys are called.

    Args:
        pairs: by key; values are texts, numbers, dates, lists of names, or objects with a ``name``.
        place: where they stand, such as ``front matter``; kept as the origin of each datum.
    """
    known = by_key(pairs)
    found: dict[str, str] = {}
    puzzles: list[str] = []
    for field, aliases in ALIASES.items():
        for value in (known[alias] for alias in aliases.split() if alias in known):
            datum = _datum(field, value)
            if datum:
                found[field] = datum
                break
            if field in ("published", "modified") and _words(value):
                puzzles.append(f"the date {_words(value)[:60]!r}")
    if "url" not in found and (address := _address(known.get("source"))):
        found["url"] = address
    return Said(found_at(place, **found), tuple(puzzles))


def _datum(field: str, value: object) -> str | None:
    match field:
        case "url":
            return _address(value)
        case "published" | "modified":
            return iso(value) if value else None
        case "language":
            return primary(_words(value))
        case "outlet" if _address(value):
            return None  # a clipper's "source" is where the page was found
        case _:
            return _words(value) or None


def _address(value: object) -> str | None:
    # what people write may have words behind the address: then it is a sentence, and no address
    return stated_address(value) if isinstance(value, str) and len(value.split()) == 1 else None


def _words(value: object) -> str:
    """Return a value as one line; names of a list are joined by commas, of an object its name is taken."""
    return one_line(", ".join(_names(value)))[:LONGEST]


def _names(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip()[:LONGEST]
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield repr(value)[:LONGEST]
    elif isinstance(value, Mapping) and depth < 2:
        yield from _names(value.get("name"), depth + 1)
    elif isinstance(value, list | tuple) and depth < 2:
        for each in value[:20]:
            yield from _names(each, depth + 1)
