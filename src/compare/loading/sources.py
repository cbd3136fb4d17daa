"""What the user named to what is to be read: files, folders, globs, manifests, addresses, standard input.

Nothing is fetched here. An address is one that the user wrote, or that stands in a manifest which the user named.
"""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from compare.errors import (
    ManifestError,
    NotFetched,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceNoFile,
    SourceOutside,
    SourceUnreadable,
    SourceUnsupported,
    reason_of,
)
from compare.loading.addresses import address_of
from compare.loading.bounded import read_bounded
from compare.loading.contents import NOTHING, Context
from compare.loading.formats import MANIFEST, READABLE, all_suffixes, passed_over, suffix_of
from compare.loading.kept import Kept
from compare.loading.metadata import UNKNOWN, Metadata
from compare.model import is_address, one_line, plural
from compare.model.ours import START, is_ours

EMPTY = "name at least two files that hold an article each"
STDIN = "-"

_BARE_ADDRESS = re.compile(r"https?:|www\.|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/", re.IGNORECASE)
"""How an address begins that was copied without its scheme, or with half of it: a file could be called so as well."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source to be read: from ``path``, or from ``data`` that is there already (standard input, an answer).

    Attributes:
        name: the source as the user would name it, with forward slashes.
        path: the file, if it is one.
        data: all of its bytes, if they are there.
        metadata: what a manifest says of it.
        kept: the paragraphs that a manifest keeps of it.
        address: what is to be fetched, if it is on the web.
        context: what else is known of the bytes, and what the reader wants of them.
    """

    name: str
    path: Path | None
    data: bytes | None = None
    metadata: Metadata = UNKNOWN
    kept: Kept | None = None
    address: str | None = None
    context: Context = NOTHING


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read, in the order of display; what cannot be; and what the user should know about the choice.

    ``inputs`` are the paths of all files that were named or found, read or not: no report is written over one.
    """

    sources: tuple[Source, ...]
    refused: tuple[SourceError, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str = ""
    inputs: tuple[str, ...] = ()


def expand(sources: Sequence[str], *, stdin: BinaryIO | None = None) -> Plan:
    """Find the articles that the user's arguments stand for. Nothing is read but manifests and standard input.

    Args:
        sources: paths of files or folders, globs, manifests, addresses, or ``-``.
        stdin: where ``-`` is read from, by default standard input.

    Returns:
        A plan; what is wrong with a source stands in its ``refused`` instead of being raised.
    """
    finder = _Finder(stdin)
    for source in sources:
        finder.add(source)
    return finder.plan()


def leads_outside(source: str, kind: type[PurePath] = PurePath) -> bool:
    """Tell whether a path leads out of the folder that it is in, as one of the system's or of another ``kind``.

    On Windows ``/x`` and ``C:x`` do, though they are not absolute.
    """
    way = kind(os.path.normpath(source))
    return bool(way.anchor) or way.parts[:1] == (os.pardir,)


def is_handed_over(path: PurePath) -> bool:
    """Tell whether a path is what a shell has opened for the program: standard input, or ``<(command)``."""
    match path.parts:
        case ("/", "dev", "stdin") | ("/", "dev", "fd", _) | ("/", "proc", _, "fd", _):
            return True
    return False


class _Finder:
    """Collects the sources of a plan, each file once."""

    def __init__(self, stdin: BinaryIO | None) -> None:
        self._stdin = stdin
        self._sources: dict[str, Source] = {}
        self._refused: list[SourceError] = []
        self._warnings: list[str] = []
        self._titles: set[str] = set()
        self._inputs: dict[str, None] = {}

    def plan(self) -> Plan:
        warnings = tuple(dict.fromkeys(self._warnings))
        title = "; ".join(sorted(self._titles))
        return Plan(tuple(self._sources.values()), tuple(self._refused), warnings, title, tuple(self._inputs))

    def add(self, source: str) -> None:
        """Add what one argument stands for."""
        with self._refusing(source):
            self._expand(source)

    @contextmanager
    def _refusing(self, source: str) -> Iterator[None]:
        """Note why a source cannot be read, and go on with the others."""
        try:
            yield
        except SourceError as error:
            self._refused.append(error)
        except (OSError, ValueError) as error:  # ValueError: a path that holds a zero byte
            self._refused.append(_unreadable(one_line(source), error))

    def _expand(self, source: str) -> None:
        path = Path(source)
        if source == STDIN:
            self._keep(STDIN, Source(STDIN, None, self._read_stdin()))
        elif is_address(source):
            self._keep_address(source, UNKNOWN)
        elif source and path.is_dir():
            self._add_folder(path)
        elif source and (path.exists() or path.is_symlink()):
            self._add_file(path)
        elif glob.has_magic(source):
            self._add_glob(source)
        elif _BARE_ADDRESS.match(source):
            raise SourceMissing(_named(source), advice="check the spelling, or write https:// before an address")
        else:
            raise SourceMissing(_named(source) or "''")

    def _add_file(self, path: Path) -> None:
        if suffix_of(path.name) == ".toml":
            self._add_manifest(path, trusted=True)
            return
        self._keep_file(path, UNKNOWN)

    def _add_folder(self, folder: Path) -> None:
        name = _told(folder)
        try:
            inside = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and _is_file(path))
        except OSError as error:
            raise _unreadable(name, error) from None
        manifest = folder / MANIFEST
        if manifest in inside:
            listed = self._add_manifest(manifest, trusted=False)
            others = sum(suffix_of(p.name) in READABLE and _real(p) not in listed for p in _foreign(inside))
            if others:
                self._warnings.append(f"{name}: {MANIFEST} leaves out {plural(others, 'file')} of this folder")
            return
        if not self._add_scanned(inside, name, within=folder):
            raise SourceEmpty(name, f"holds no file that can be read ({all_suffixes()})", EMPTY)

    def _add_glob(self, pattern: str) -> None:
        # here as well as by the shell, for shells that hand a pattern on or do not know `**`; Path.glob takes no
        # absolute pattern
        found = [Path(path) for path in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
        name = one_line(pattern)
        if not found:
            raise SourceMissing(name, "matches no file or folder", "check the pattern")
        files = [path for path in found if _is_file(path)]
        manifests = [path for path in files if path.name == MANIFEST]
        for manifest in manifests:
            self._add_manifest(manifest, trusted=False)
        if not self._add_scanned([path for path in files if path not in manifests], name) and not manifests:
            raise SourceEmpty(name, f"matches no file that can be read ({all_suffixes()})", EMPTY)

    def _add_scanned(self, files: Sequence[Path], name: str, within: Path | None = None) -> int:
        """Keep the texts among files that the user did not name one by one; say what was passed over. Of a folder, no
        link leads out; a pattern means what it means to a shell."""
        foreign = list(_foreign(files))
        self._inputs.update((str(path), None) for path in foreign)
        readable = [path for path in foreign if suffix_of(path.name) in READABLE]
        for path in readable:
            with self._refusing(str(path)):
                self._keep_file(path, UNKNOWN, within=within)
        self._warnings += passed_over(name, (path.name for path in foreign))
        return len(readable)

    def _add_manifest(self, path: Path, *, trusted: bool) -> set[Path]:
        """Keep the articles of a manifest; return their files.

        A manifest that came with a folder may name nothing outside that folder: whoever opens a folder from elsewhere
        has not asked for other files of the machine to be read.
        """
        from compare.loading.manifest import read_manifest

        name = _told(path)
        self._inputs[str(path)] = None
        _check_kind(path)
        manifest = read_manifest(path, name)
        if manifest.title:
            self._titles.add(manifest.title)
        listed: set[Path] = set()
        for entry in manifest.article:
            with self._refusing(entry.source):
                metadata = entry.metadata()
                if not is_address(entry.source):
                    target = _listed(entry.source, path, trusted=trusted)
                    listed.add(_real(target))
                    self._keep_file(target, metadata, entry.kept(), within=None if trusted else path.parent)
                elif trusted:
                    self._keep_address(entry.source, metadata)
                else:
                    raise NotFetched(one_line(entry.source), name)
        return listed

    def _keep_file(
        self, path: Path, metadata: Metadata, kept: Kept | None = None, *, within: Path | None = None
    ) -> None:
        self._inputs[str(path)] = None
        if within is not None and not _real(path).is_relative_to(_real(within)):
            raise SourceOutside(_told(path))
        _check_kind(path)
        suffix = suffix_of(path.name)
        if suffix and suffix not in READABLE:
            raise SourceUnsupported(_told(path), f"the format {suffix}")
        self._keep(str(_real(path)), Source(_told(path), path, None, metadata, kept))

    def _keep_address(self, source: str, metadata: Metadata) -> None:
        address = address_of(source)
        self._keep(address, Source(address, None, metadata=metadata, address=address))

    def _keep(self, key: str, source: Source) -> None:
        """Keep a source once, at its first place. Which of its names and data count does not depend on the order of the
        arguments: a manifest knows more of it than a bare name, and a short name is plainer than a long one."""
        before = self._sources.get(key)
        if before is not None and before.metadata not in (UNKNOWN, source.metadata) and source.metadata != UNKNOWN:
            self._warnings.append(f"{min(before.name, source.name)}: two manifests say different things of it")
        if before is None or _rank(source) < _rank(before):
            self._sources[key] = source

    def _read_stdin(self) -> bytes:
        if (before := self._sources.get(STDIN)) and before.data is not None:
            return before.data
        stream = self._stdin or (sys.stdin.buffer if sys.stdin else None)
        if stream is None:
            raise SourceUnreadable(STDIN, "there is no standard input", "pipe the text in, or name a file")
        return read_bounded(stream, STDIN)


def _listed(source: str, manifest: Path, *, trusted: bool) -> Path:
    """Return the file that a manifest names, or raise why it may not be read."""
    if not trusted and leads_outside(source):
        raise ManifestError(_told(manifest), f"names {one_line(source)!r}, which is outside of its folder")
    target = manifest.parent / source
    if target.is_dir():
        raise ManifestError(_told(manifest), f"names the folder {one_line(source)!r} as an article")
    if not target.exists():
        raise SourceMissing(_told(target))
    return target


def _real(path: Path) -> Path:
    """Return a path without links; one in a circle stays, for Path.resolve raises at it in some versions of Python."""
    return Path(os.path.realpath(path))


def _check_kind(path: Path) -> None:
    """Raise SourceNoFile for what is there and no file, unless it was opened for the program."""
    if path.exists() and not path.is_file() and not is_handed_over(path):
        raise SourceNoFile(_told(path))


def _told(path: PurePath) -> str:
    """Return a path as it is told, with forward slashes: its name may hold bytes that are no text, a report may not."""
    return path.as_posix().encode("utf-8", "replace").decode()


def _named(source: str) -> str:
    """Return what was named as it is told: it may be no path at all, as where a text was given for its file's name."""
    return one_line(source)[:200]


def _unreadable(name: str, error: OSError | ValueError) -> SourceUnreadable:
    if isinstance(error, PermissionError):
        return SourceUnreadable(name, reason_of(error))
    return SourceUnreadable(_named(name), reason_of(error), "check the path")


def _rank(source: Source) -> tuple[bool, int, str, str]:
    return source.metadata == UNKNOWN, len(source.name), source.name, repr(source.metadata)


def _foreign(files: Iterable[Path]) -> Iterator[Path]:
    """Leave out our own reports, which would be compared with what they report on."""
    for path in files:
        try:
            with path.open("rb") as file:
                start = file.read(START)
        except OSError:
            start = b""  # reading it will say what is wrong
        if not is_ours(start):
            yield path


def _is_file(path: Path) -> bool:
    """Whether a path that was found is a file; a link to nowhere counts, so that it is not passed over in silence."""
    return path.is_file() or (path.is_symlink() and not path.exists())
