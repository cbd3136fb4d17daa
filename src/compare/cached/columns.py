"""A comparison as bytes, and back: for each field of the model a column of numbers, and one table for all strings.

The columns follow from the types that the model's dataclasses declare, so that a new field is kept without a word
here. What they can hold is text, numbers, truth, members of an enumeration, dataclasses, tuples, mappings and ``None``
beside a text; nothing that is read can run anything. An article, a paragraph or a sentence is named by its number in
the set, so a reference that leads out of the set finds nothing; and where the words of a whole sentence are said, as
most claims do, its number stands for them.

A file is :data:`MAGIC`, the SHA-256 over its name and what follows, and the columns, packed by zlib. A number is eight
bytes, or four for a text, in the order of the machine, which the name knows.
"""

from __future__ import annotations

import gc
import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import chain
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from compare.model import (
    Claim,
    Comparison,
    Conflict,
    Counterpart,
    CoverageSet,
    Finding,
    Link,
    Mention,
    Nearest,
    Passage,
)

FORMAT = 2
"""Of the files; another number for every change of what is written here."""

MAGIC = f"compare, a comparison {FORMAT}\n".encode()
"""What a file begins with."""

UNPACKED = 1_000_000_000
"""Bytes of all columns, several times those of a thousand articles. What claims to be more is not read."""

_REFERENCES: Mapping[type, Mapping[str, str]] = {
    Comparison: {"voices": "articles"},
    Link: {"a": "sentences", "b": "sentences"},
    Nearest: {"sentence": "sentences", "article": "articles", "match": "sentences"},
    Claim: {"sentences": "sentences", "articles": "articles", "stance": "articles"},
    Mention: {"article": "articles", "sentence": "sentences"},
    Conflict: {"sides": "sentences", "quoted": "sentences"},
    Passage: {"article": "articles"},
    Counterpart: {"a": "paragraphs", "b": "paragraphs"},
    Finding: {"articles": "articles", "unknown": "articles"},
}
"""The fields that name something of the set, and what."""

_OF_THE_SET = frozenset({"coverage", "index"})
"""The fields of a comparison that are not kept: the one is loaded each time, the other follows from all else."""


class Damaged(Exception):
    """The bytes are no comparison of this set."""


def packed(comparison: Comparison, name: str) -> bytes:
    """Return a comparison as bytes, but for its articles and the warnings that they came with.

    Args:
        comparison: as the analysis made it.
        name: what it is kept as; it is found under no other.
    """
    own = len(comparison.coverage.warnings)  # the analysis puts them first
    writer = _Writer(_ids(comparison.coverage))
    writer.write(tuple[str, ...], [comparison.warnings[own:]])
    for field, kind in _kept_fields():
        writer.write(kind, [getattr(comparison, field)], _REFERENCES[Comparison].get(field))
    data = writer.finished(_sentences(comparison.coverage))
    return MAGIC + _checksum(name, data) + data


def unpacked(data: bytes, coverage: CoverageSet, name: str) -> Comparison:
    """Return the comparison that bytes hold, of a set as it was corrected.

    Raises:
        Damaged: they are not what :func:`packed` made of a comparison of this set for this name.
    """
    at = len(MAGIC) + sha256().digest_size
    if not data.startswith(MAGIC) or data[len(MAGIC) : at] != _checksum(name, data[at:]):
        raise Damaged("it was cut or changed")
    unpacking = zlib.decompressobj()
    try:
        columns = memoryview(unpacking.decompress(data[at:], UNPACKED))
        if not unpacking.eof:
            raise Damaged("it is too large")
        end = len(columns) - 8
        begin = max(0, end - int.from_bytes(columns[end:], "big"))
        texts = _texts(bytes(columns[begin:end]), _sentences(coverage))
        reader = _Reader(texts, columns[:begin], _ids(coverage))
        with _uncollected():
            (warnings,) = reader.read(tuple[str, ...])
            found = {field: reader.read(kind, _REFERENCES[Comparison].get(field))[0] for field, kind in _kept_fields()}
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError, zlib.error) as error:
        raise Damaged(str(error)) from None
    comparison = Comparison(coverage=coverage, **{**found, "warnings": (*coverage.warnings, *warnings)})
    if not reader.is_done or not _is_sound(comparison):
        raise Damaged("it does not hold together")
    return comparison


def _ids(coverage: CoverageSet) -> Mapping[str, list[str]]:
    """The ids of a set, in one order for each sort."""
    articles = coverage.articles
    return {
        "articles": [a.id for a in articles],
        "paragraphs": [p.id for a in articles for p in a.paragraphs],
        "sentences": [s.id for a in articles for s in a.sentences],
    }


def _sentences(coverage: CoverageSet) -> list[str]:
    """The words of all sentences, in the order of their ids."""
    return [article.cut(sentence) for article in coverage.articles for sentence in article.sentences]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the garbage collector what is read: none of it is garbage, and to look through it took half of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Writer:
    """Writes columns, each with its length before it, and packs each at once: unpacked they may be large.

    Args:
        ids: those of the set, by their sort.
    """

    def __init__(self, ids: Mapping[str, Sequence[str]]) -> None:
        self._ids = {sort: {key: n for n, key in enumerate(keys)} for sort, keys in ids.items()}
        self._texts: dict[str, int] = {}
        self._packing = zlib.compressobj(1)  # 6 takes four times as long, and saves a fifth
        self._packed: list[bytes] = []

    def finished(self, sentences: Iterable[str]) -> bytes:
        """Return all columns, and behind them the table of texts, and its length; of sentences it has the numbers."""
        said = {words: n for n, words in enumerate(sentences)}
        texts = json.dumps([said.get(text, text) for text in self._texts]).encode()
        self._pack(texts)
        self._pack(len(texts).to_bytes(8, "big"))
        return b"".join((*self._packed, self._packing.flush()))

    def write(self, kind: Any, values: Sequence[Any], named: str | None = None) -> None:
        """Write what a column of values of one type holds; texts in it are ids of what is ``named``."""
        outer, inner = get_origin(kind), get_args(kind)
        if outer is tuple:
            self._numbers("q", map(len, values))
            self.write(inner[0], [*chain.from_iterable(values)], named)
        elif outer is not None and issubclass(outer, Mapping):
            self._numbers("q", map(len, values))
            for n, part in enumerate(inner):
                self.write(part, [pair[n] for value in values for pair in value.items()], named)
        elif outer is UnionType:  # a text or None
            self._numbers("I", (0 if value is None else self._number(value) + 1 for value in values))
        elif is_dataclass(kind):
            self._objects(kind, values)
        elif kind is object:
            self.write(str, [json.dumps(value) for value in values])
        elif kind is str and named:
            self._numbers("I", map(self._ids[named].__getitem__, values))
        elif issubclass(kind, str):
            self._numbers("I", map(self._number, values))
        else:
            self._numbers(_CODES[kind], values)

    def _objects(self, kind: Any, values: Sequence[Any]) -> None:
        names = _REFERENCES.get(kind, {})
        for field, of in _fields(kind):
            self.write(of, [getattr(value, field) for value in values], names.get(field))

    def _number(self, text: str) -> int:
        return self._texts.setdefault(str(text), len(self._texts))

    def _numbers(self, code: str, values: Iterable[Any]) -> None:
        column = array(code, values)
        self._pack(len(column).to_bytes(8, "big"))
        self._pack(column)

    def _pack(self, data: bytes | array[Any]) -> None:
        self._packed.append(self._packing.compress(data))


class _Reader:
    """Reads columns in the order in which they were written.

    Args:
        texts: by their numbers.
        columns: all of them.
        ids: those of the set, by their sort.
    """

    def __init__(self, texts: Sequence[str], columns: memoryview, ids: Mapping[str, Sequence[str]]) -> None:
        self._texts = texts
        self._columns = columns
        self._ids = ids

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self._columns

    def read(self, kind: Any, named: str | None = None) -> list[Any]:
        """Return the values of a column of one type; texts in it are ids of what is ``named``.

        Raises:
            ValueError, LookupError, TypeError: it holds no such values.
        """
        outer, inner = get_origin(kind), get_args(kind)
        if outer is tuple:
            lengths = self._numbers("q")
            return [*_parted(self.read(inner[0], named), lengths)]
        if outer is not None and issubclass(outer, Mapping):
            lengths = self._numbers("q")
            pairs = [*zip(*(self.read(part, named) for part in inner), strict=True)]
            return [*map(dict, _parted(pairs, lengths))]
        if is_dataclass(kind):
            return self._objects(kind)
        if kind is object:
            return [*map(json.loads, self.read(str))]
        if outer is UnionType or issubclass(kind, str):
            return self._strings(kind, named)
        numbers = self._numbers(_CODES[kind])
        return [*map(bool, numbers)] if kind is bool else numbers.tolist()

    def _objects(self, kind: Any) -> list[Any]:
        names = _REFERENCES.get(kind, {})
        columns = [self.read(of, names.get(field)) for field, of in _fields(kind)]
        if len(set(map(len, columns))) > 1:
            raise ValueError("columns of one thing are of several lengths")
        return [*map(kind, *columns)]

    def _strings(self, kind: Any, named: str | None) -> list[Any]:
        numbers = self._numbers("I")  # none is below 0, and one that is too large finds nothing
        if get_origin(kind) is UnionType:
            return [*map([None, *self._texts].__getitem__, numbers)]
        if issubclass(kind, StrEnum):
            members = {number: kind(self._texts[number]) for number in set(numbers)}
            return [*map(members.__getitem__, numbers)]
        return [*map((self._ids[named] if named else self._texts).__getitem__, numbers)]

    def _numbers(self, code: str) -> array[Any]:
        column = array(code)
        end = 8 + int.from_bytes(self._columns[:8], "big") * column.itemsize
        if end > len(self._columns):
            raise ValueError("a column is cut")
        column.frombytes(self._columns[8:end])
        self._columns = self._columns[end:]
        return column


_CODES = {int: "q", float: "d", bool: "B"}
"""How :mod:`array` keeps what is no text."""


def _parted(flat: Sequence[Any], lengths: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Yield runs of those lengths, which come to all there is."""
    if sum(lengths) != len(flat) or min(lengths, default=0) < 0:
        raise ValueError("lengths do not come to the whole")
    at = 0
    for length in lengths:
        yield tuple(flat[at : at + length])
        at += length


def _texts(data: bytes, sentences: Sequence[str]) -> list[str]:
    found = json.loads(data)
    if not isinstance(found, list):
        raise ValueError("there is no table of texts")
    texts = [sentences[text] if type(text) is int and text >= 0 else text for text in found]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("the table holds what is no text")
    return texts


def _is_sound(comparison: Comparison) -> bool:
    """Whether what names claims, facts and places in a text names some that are there."""
    claims = {claim.id for claim in comparison.claims}
    facts = {fact.id for fact in comparison.facts}
    conflicts = {conflict.id for conflict in comparison.conflicts}
    lengths = {article.id: len(article.text) for article in comparison.coverage.articles}
    places: Iterator[Mention | Passage] = chain(
        (mention for fact in comparison.facts for mention in fact.mentions),
        (passage for reuse in comparison.reuse for passage in reuse.runs),
    )
    return (
        all(conflict.claim in claims and facts.issuperset(conflict.facts) for conflict in comparison.conflicts)
        and all((f.claim is None or f.claim in claims) for f in comparison.findings)
        and all((f.fact is None or f.fact in facts) for f in comparison.findings)
        and all((f.conflict is None or f.conflict in conflicts) for f in comparison.findings)
        and all(0 <= place.start <= place.end <= lengths[place.article] for place in places)
    )


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their types, in the order in which it takes them."""
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind) if field.init)


def _kept_fields() -> Iterator[tuple[str, Any]]:
    return ((name, kind) for name, kind in _fields(Comparison) if name not in _OF_THE_SET | {"warnings"})


def _checksum(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + data).digest()
