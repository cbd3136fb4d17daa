"""What a server packed comes out whole, or not at all."""

from __future__ import annotations

import gzip

import brotli
import pytest

from compare.loading.unpacking import PackedWrongly, TooMuch, unpacker

DATA = bytes(range(256)) * 1000


@pytest.mark.parametrize("piece", [7, 60_000])
@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress), ("", bytes)])
def test_pieces_are_put_together(encoding: str, pack: type[bytes], piece: int) -> None:
    packed, unpack = pack(DATA), unpacker(encoding)
    pieces = (packed[at : at + piece] for at in range(0, len(packed), piece))
    assert b"".join(unpack.feed(each, len(DATA)) for each in pieces) == DATA


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress), ("", bytes)])
def test_no_more_comes_out_than_there_is_room(encoding: str, pack: type[bytes]) -> None:
    assert unpacker(encoding).feed(pack(DATA), len(DATA)) == DATA
    for room in (0, 1, len(DATA) - 1):
        with pytest.raises(TooMuch):
            unpacker(encoding).feed(pack(DATA), room)


def test_what_is_packed_wrongly() -> None:
    for encoding in ("gzip", "br", "deflate", "zstd", "gzip, br"):
        with pytest.raises(PackedWrongly):
            unpacker(encoding).feed(b"<html>The ferry struck a pier.", 1000)
