"""Zip archives: a folder of readable files in one file. Nothing of it is unpacked to disk.

What an archive claims about itself is not believed: members are read to a bound, and so is all of it together. A
``coverage.toml`` in it says of its members what it would say in a folder.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from compare.errors import (
    ArchiveRefused,
    ManifestError,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceTooHeavy,
)
from compare.loading.archive import opened, unpacked
from compare.loading.contents import Contents, Context, check_count, joined
from compare.loading.formats import HEAD, MANIFEST, READABLE, all_suffixes, format_of, limit_of, passed_over, suffix_of
from compare.loading.manifest import Entry, manifest_in
from compare.loading.offers import Choose
from compare.loading.sources import leads_outside
from compare.model import is_address, one_line, plural
from compare.model.ours import START, is_ours

UNPACKED = 100_000_000
"""Bytes of all members together; five hundred long reports with all their markup have less."""

DEEPEST = 2
"""Archives within each other: one that a service makes of archives, such as a mail export."""


def members(data: bytes, name: str, *, about: str = "", choose: Choose | None = None) -> Contents:
    """Read the articles of an archive; ``about`` and ``choose`` are for feeds in it, as in a context.

    Raises:
        SourceBroken: it is no whole zip archive.
        SourceTooHeavy: it has too many members, or holds more than :data:`~compare.loading.contents.MOST` articles.
        SourceEmpty: no member of it is in a format that can be read.
    """
    return _members(data, name, _Budget(UNPACKED), 1, Context(about=about, choose=choose))


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked, by an archive and all that are in it."""

    left: int


@dataclass(frozen=True, slots=True)
class _Archive:
    name: str
    file: zipfile.ZipFile
    budget: _Budget
    depth: int
    context: Context


def _members(data: bytes, name: str, budget: _Budget, depth: int, context: Context) -> Contents:
    if depth > DEEPEST:
        raise ArchiveRefused(name, f"is an archive in {DEEPEST} others")
    file = opened(data, name, "a zip archive")
    archive = _Archive(name, file, budget, depth, context)
    # some programs of Windows part names by backslashes, against the format
    named = ((info.filename.replace("\\", "/"), info) for info in file.infolist())
    infos = {member: info for member, info in named if not _is_passed(member)}
    manifests = [member for member in infos if posixpath.basename(member) == MANIFEST]
    if manifests:
        return _listed(archive, infos, min(manifests, key=lambda member: (len(member), member)))
    return _all(archive, infos)


def _together(name: str, found: Iterable[Contents]) -> Contents:
    """Put what members hold together, and stop when it is too much, not when thousands have been read."""
    taken: list[Contents] = []
    count = 0
    for each in found:
        taken.append(each)
        count += len(each.parts) + len(each.articles)
        check_count(count, name)
    return joined(taken)


def _is_passed(member: str) -> bool:
    """Whether a member is a folder, nameless, hidden, or the shadow that a Mac adds to every file."""
    parts = member.split("/")
    return not parts[-1] or any(p.startswith(".") and p.strip(".") for p in parts) or parts[0] == "__MACOSX"


def _all(archive: _Archive, infos: Mapping[str, zipfile.ZipInfo]) -> Contents:
    names = sorted(infos)
    readable = [member for member in names if suffix_of(member) in READABLE]
    found = _together(archive.name, (_opened(archive, member, infos[member]) for member in readable))
    if not (found.parts or found.articles or found.refused):
        raise SourceEmpty(archive.name, f"holds no file that can be read ({all_suffixes()})")
    return replace(found, warnings=(*passed_over(archive.name, names), *found.warnings))


def _listed(archive: _Archive, infos: Mapping[str, zipfile.ZipInfo], manifest: str) -> Contents:
    """Read the members that a manifest lists, with what it says of each."""
    place = f"{archive.name}/{one_line(manifest)}"
    listed = manifest_in(_unpacked(archive, infos[manifest], place), place)
    folder = posixpath.dirname(manifest)
    entries: dict[str, Entry] = {}
    for entry in listed.article:  # a member that is listed twice is read once, as a file is
        entries.setdefault(posixpath.normpath(posixpath.join(folder, entry.source)), entry)
    read = (_entered(archive, infos, member, entry, place) for member, entry in entries.items())
    found = _together(archive.name, read)
    others = sum(suffix_of(member) in READABLE and member not in entries for member in infos)
    said = (f"{place} leaves out {plural(others, 'file')} of this archive",) if others else ()
    return joined([found, Contents(warnings=said, titles=(listed.title,) if listed.title else ())])


def _entered(
    archive: _Archive, infos: Mapping[str, zipfile.ZipInfo], member: str, entry: Entry, place: str
) -> Contents:
    """Read the member that an entry of a manifest names."""
    from compare.loading.reading import described

    try:
        if member not in infos:
            raise _not_there(archive, entry, place)
        name = f"{archive.name}/{one_line(member)}"
        data = _unpacked(archive, infos[member], name)
        if _is_archive(name, data):
            raise ManifestError(place, f"names the archive {one_line(entry.source)!r} as an article")
        return described(data, name, entry.metadata(), entry.kept(), archive.context)
    except SourceError as error:
        return Contents(refused=(error,))


def _not_there(archive: _Archive, entry: Entry, place: str) -> SourceError:
    source = one_line(entry.source)
    if is_address(source) or leads_outside(source):
        return ManifestError(place, f"names {source!r}, which is outside of its archive")
    return SourceMissing(f"{archive.name}/{source}")


def _opened(archive: _Archive, member: str, info: zipfile.ZipInfo) -> Contents:
    from compare.loading.reading import contents

    name = f"{archive.name}/{one_line(member)}"
    try:
        if member.startswith("/") or ".." in member.split("/"):
            raise ArchiveRefused(name, "names a place outside of the archive")
        data = _unpacked(archive, info, name)
        if is_ours(data[:START]):
            return Contents()
        if _is_archive(name, data):
            return _members(data, name, archive.budget, archive.depth + 1, archive.context)
        return contents(data, name, archive.context)
    except SourceError as error:
        return Contents(refused=(error,))


def _is_archive(name: str, data: bytes) -> bool:
    format = format_of(name, data[:HEAD])
    return format is not None and format.opener.startswith("zipped:")


def _unpacked(archive: _Archive, info: zipfile.ZipInfo, name: str) -> bytes:
    whole = limit_of(name)
    bound = min(whole, archive.budget.left)
    data = unpacked(archive.file, info, bound, name, "a whole member of its archive")
    archive.budget.left -= min(len(data), bound)
    if len(data) > whole:
        raise SourceTooHeavy(name, f"unpacks to more than {whole / 1e6:.0f} MB")
    if len(data) > bound:
        raise SourceTooHeavy(name, f"unpacks to more than is left of the {UNPACKED / 1e6:.0f} MB of an archive")
    return data
