"""A file or a pipe to its bytes: all of them, unless they are more than a source of its format may have."""

from __future__ import annotations

from typing import BinaryIO

from compare.errors import SourceTooLarge
from compare.loading.formats import HEAD, LIMIT, format_of


def read_bounded(stream: BinaryIO, name: str, size: int = 0) -> bytes:
    """Read a stream to its end, but no more than a file of its format may have.

    Args:
        stream: a pipe or a device has no size of its own, and a file may grow.
        name: of the source; its suffix and the first bytes tell the format.
        size: of the file, if it has one.

    Raises:
        SourceTooLarge: it holds more bytes than that.
    """
    head = _read(stream, HEAD)
    format = format_of(name, head)
    limit = format.limit if format else LIMIT
    if size > limit:
        raise SourceTooLarge(name, size, limit)
    data = head + _read(stream, limit + 1 - len(head))
    if len(data) > limit:
        raise SourceTooLarge(name, len(data), limit)
    return data


def _read(stream: BinaryIO, most: int) -> bytes:
    chunks: list[bytes] = []
    while most > 0 and (chunk := stream.read(most)):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)
