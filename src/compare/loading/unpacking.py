"""Unpacking what a server packed, piece by piece and never more than a limit: a few bytes can stand for gigabytes."""

from __future__ import annotations

import zlib
from typing import Protocol

PIECE = 1 << 16
"""Bytes unpacked at a time, so that a bomb is noticed one piece after the limit."""

ENCODINGS = "gzip, br"
"""What is asked for: ``Accept-Encoding``."""


class PackedWrongly(Exception):
    """The bytes are not in the encoding that the server named, or the encoding is not known."""


class TooMuch(Exception):
    """More came out than is allowed."""


class Unpacker(Protocol):
    """Takes the pieces of a body in their order and gives what they stand for."""

    def feed(self, data: bytes, room: int) -> bytes:
        """Return what a piece stands for.

        Raises:
            TooMuch: that is more than ``room`` bytes.
            PackedWrongly: the bytes are damaged.
        """


def unpacker(encoding: str) -> Unpacker:
    """Return the unpacker for a ``Content-Encoding``, empty for none.

    Raises:
        PackedWrongly: it is one that was not asked for.
    """
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case "br":
            return _Brotli()
        case _:
            raise PackedWrongly


class _Plain:
    def feed(self, data: bytes, room: int) -> bytes:
        if len(data) > room:
            raise TooMuch
        return data


class _Gzip:
    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def feed(self, data: bytes, room: int) -> bytes:
        if self._inflate.eof:
            return b""  # what follows the end is padding
        try:
            # a limit of zero would mean none, so that one byte more than allowed is always asked for
            found = self._inflate.decompress(data, room + 1)
        except zlib.error:
            raise PackedWrongly from None
        if len(found) > room:
            raise TooMuch
        return found


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._error = brotli.error
        self._brotli = brotli.Decompressor()

    def feed(self, data: bytes, room: int) -> bytes:
        found = bytearray()
        try:
            while True:
                piece = self._brotli.process(data, output_buffer_limit=PIECE)
                found += piece
                if len(found) > room:
                    raise TooMuch
                # a full piece may have more behind it although all that was put in is taken
                if not piece or (len(piece) < PIECE and self._brotli.can_accept_more_data()):
                    return bytes(found)
                data = b""
        except self._error:
            raise PackedWrongly from None
