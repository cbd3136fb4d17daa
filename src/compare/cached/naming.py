"""What a kept comparison is found by: a digest of all that it depends on.

Of the articles that is every field but two. ``source`` says where a text was read from, which is not the same when it
is named from another folder, and ``retrieved`` when a server last answered with it: neither is ever looked at by the
analysis, and a test holds it to that. Warnings of the set, the order of display and notes are of the set that is open,
not of what was found in it.

Of the program it is the version and the very files of the analysis and the model, weights among them: who works on the
program, or has installed it from its sources, keeps one version for many. Of libraries whose every release may change a
result it is which file is installed, since to ask for a version imports more than all else here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path

from compare import __version__
from compare.cached.columns import FORMAT
from compare.model import Article, Correction, CoverageSet, Paragraph, Sentence

NOT_READ = frozenset({"source", "retrieved"})
"""The fields of an article that no comparison depends on."""

_OWN = ("compare.analysis", "compare.model", "compare.cached")
_LIBRARIES = ("numpy", "rapidfuzz", "snowballstemmer")

_PIECES = ("paragraphs", "sentences")
_of_article = attrgetter(*(f.name for f in fields(Article) if f.name not in NOT_READ.union(_PIECES)))
_of_paragraph = attrgetter(*(f.name for f in fields(Paragraph)))
_of_sentence = attrgetter(*(f.name for f in fields(Sentence)))


@dataclass(frozen=True, slots=True)
class Name:
    """A file's name, which says of what it is: the version and format that wrote it, the set, and the corrections."""

    writer: str
    coverage: str
    corrections: str

    def __str__(self) -> str:
        """The name as it is on the disk."""
        return f"{self.writer}.{self.coverage}.{self.corrections}"

    @classmethod
    def read(cls, name: str) -> Name | None:
        """Return what a file's name says; ``None`` if it says nothing."""
        parts = name.split(".")
        return cls(*parts) if len(parts) == 3 else None

    def replaces(self, other: Name | None) -> bool:
        """Whether nobody asks for the other any more when there is this one: it is of another version, whose reader is
        gone, or of the same set under corrections that are no more."""
        if other is None or other.writer != self.writer:
            return True
        is_older = other.coverage == self.coverage and other.corrections != self.corrections
        return is_older and _NONE not in (other.corrections, self.corrections)


def name_of(coverage: CoverageSet, corrections: Iterable[Correction]) -> Name:
    """Return the name under which the comparison of a set is kept.

    Args:
        coverage: the set as it was loaded.
        corrections: in any order; one that was made twice is one.
    """
    return Name(_writer(), _digest(_read_of(coverage)), _digest(sorted(set(map(repr, corrections)))))


def _read_of(coverage: CoverageSet) -> Iterator[str]:
    yield _program()
    for article in coverage.articles:
        yield repr(_of_article(article))
        yield repr([*map(_of_paragraph, article.paragraphs)])
        yield repr([*map(_of_sentence, article.sentences)])


@cache
def _writer() -> str:
    return _digest([__version__, str(FORMAT)])[:8]


@cache
def _program() -> str:
    """All of the program and the machine that a result, or how it is kept, depends on."""
    own = (file for package in _OWN for file in files(package).iterdir() if file.is_file())
    code = sorted(f"{file.name} {sha256(file.read_bytes()).hexdigest()}" for file in own)
    return repr([__version__, sys.byteorder, code, [*map(_installed, _LIBRARIES)]])


def _installed(library: str) -> str:
    """Which file of a library is installed; whoever installs another release writes another file."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return library
    try:
        told = Path(spec.origin).stat()
    except OSError:  # within an archive, whose name is all that can be told
        return spec.origin
    return f"{spec.origin} {told.st_size} {told.st_mtime_ns}"


def _digest(parts: Iterable[str]) -> str:
    """The first 32 hex digits of a SHA-256, which parts of other lengths do not share."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]


_NONE = _digest([])
"""What stands for no corrections."""
