"""A zip archive that holds one document: read in memory, part by part, under a bound on what it unpacks to.

Nothing is ever written to disk, and a part is found by its exact name alone, so a name such as ``../../x`` leads
nowhere.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from compare.errors import SourceBroken, SourceLocked, SourceTooHeavy

UNPACKED = 40_000_000
"""Bytes that all parts read from one archive may unpack to. The text of a book has one million, its markup some ten."""

PARTS = 10_000
"""Parts that an archive may list; documents with a picture on each page have hundreds."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What the document formats allow. Others may ask for gigabytes to unpack a few bytes."""


class Archive:
    """The parts of a zip archive. ``name`` is the source, ``what`` its format, both for the messages."""

    def __init__(self, data: bytes, name: str, what: str) -> None:
        """Open an archive.

        Raises:
            SourceBroken: it is no zip archive.
            SourceTooHeavy: it lists more than :data:`PARTS` parts.
        """
        self.name, self.what = name, what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        # NotImplementedError is what zipfile raises at a version of the format that it does not know
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise SourceBroken(name, what, "its zip archive cannot be opened") from None
        self.names = tuple(dict.fromkeys(self._zip.namelist()))
        if len(self.names) > PARTS:
            raise SourceTooHeavy(name, f"holds {len(self.names):,} parts, more than the {PARTS:,} of a document")
        self._left = UNPACKED

    def read(self, part: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            SourceBroken: there is no such part, or it cannot be unpacked.
            SourceLocked: it is encrypted.
            SourceTooHeavy: with it more than :data:`UNPACKED` bytes would have been unpacked.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            raise SourceBroken(self.name, self.what, f"{part} is missing") from None
        if info.flag_bits & 1:
            raise SourceLocked(self.name)
        if info.compress_type not in _METHODS:
            raise SourceBroken(self.name, self.what, f"{part} is packed in an unusual way")
        try:
            with self._zip.open(info) as file:
                data = file.read(self._left + 1)
        # and here at a kind of compression or encryption
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
            raise SourceBroken(self.name, self.what, f"{part} cannot be unpacked") from None
        self._left -= len(data)
        if self._left < 0:
            raise SourceTooHeavy(self.name, f"unpacks to more than {UNPACKED / 1e6:.0f} MB")
        return data

    def find(self, part: str) -> bytes | None:
        """Return the bytes of a part, ``None`` if there is none of that name."""
        return self.read(part) if part in self.names else None
