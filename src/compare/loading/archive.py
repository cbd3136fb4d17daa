"""Zip archives: read in memory, part by part, under a bound on what they unpack to.

Nothing is ever written to disk. Of an archive that holds one document, :class:`Archive` finds a part by its exact name
alone, so a name such as ``../../x`` leads nowhere; one that holds many is read by :mod:`~compare.loading.zipped`.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from compare.errors import ArchiveRefused, SourceBroken, SourceLocked, SourceTooHeavy, reason_of
from compare.model import one_line

UNPACKED = 40_000_000
"""Bytes that all parts read from one archive may unpack to. The text of a book has one million, its markup some ten."""

PARTS = 10_000
"""Parts that an archive may list; documents with a picture on each page have hundreds."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What nearly all archives use. Others are unpacked by the standard library without any bound, or ask for gigabytes to
unpack a few bytes."""

_ENTRY = b"PK\x01\x02"
_LOCKED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError, RuntimeError)
"""What zipfile raises at a damaged archive; the last at a version or an encryption that it does not know."""


def opened(data: bytes, name: str, what: str) -> zipfile.ZipFile:
    """Open an archive; ``name`` is the source, ``what`` its format, both for the messages.

    Raises:
        SourceBroken: it is no zip archive.
        SourceTooHeavy: it lists more than :data:`PARTS` parts.
    """
    # counted before the standard library makes an object of each
    if (count := data.count(_ENTRY)) > PARTS:
        raise SourceTooHeavy(name, f"holds {count:,} parts, more than the {PARTS:,} that are looked at")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise SourceBroken(name, what, one_line(reason_of(error))[:100]) from None


def unpacked(file: zipfile.ZipFile, info: zipfile.ZipInfo, bound: int, name: str, what: str) -> bytes:
    """Return the bytes of a part, but no more than one beyond ``bound``.

    Raises:
        SourceLocked: it is encrypted.
        SourceBroken: it cannot be unpacked.
        ArchiveRefused: it is packed in a way whose cost has no bound.
    """
    if info.flag_bits & _LOCKED:
        raise SourceLocked(name)
    if info.compress_type not in _METHODS:
        raise ArchiveRefused(name, "is packed in an unusual way", "pack it anew, or unpack it and name what is in it")
    try:
        with file.open(info) as part:
            return part.read(bound + 1)
    except _BROKEN as error:
        raise SourceBroken(name, what, one_line(reason_of(error))[:100]) from None


class Archive:
    """The parts of a zip archive. ``name`` is the source, ``what`` its format, both for the messages."""

    def __init__(self, data: bytes, name: str, what: str) -> None:
        """Open an archive.

        Raises:
            SourceBroken: it is no zip archive.
            SourceTooHeavy: it lists more than :data:`PARTS` parts.
        """
        self.name, self.what = name, what
        self._zip = opened(data, name, what)
        self.names = tuple(dict.fromkeys(self._zip.namelist()))
        self._left = UNPACKED

    def read(self, part: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            SourceBroken: there is no such part, or it cannot be unpacked.
            SourceLocked: it is encrypted.
            ArchiveRefused: it is packed in a way whose cost has no bound.
            SourceTooHeavy: with it more than :data:`UNPACKED` bytes would have been unpacked.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            raise SourceBroken(self.name, self.what, f"{part} is missing") from None
        data = unpacked(self._zip, info, self._left, self.name, self.what)
        self._left -= len(data)
        if self._left < 0:
            raise SourceTooHeavy(self.name, f"unpacks to more than {UNPACKED / 1e6:.0f} MB")
        return data

    def find(self, part: str) -> bytes | None:
        """Return the bytes of a part, ``None`` if there is none of that name."""
        return self.read(part) if part in self.names else None
