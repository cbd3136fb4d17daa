"""No source is read beyond what its format may have: see "Limits" in docs/sources.md, and unit/test_docs_bounds.py."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import pytest

from compare.errors import SourceTooLarge
from compare.loading import Source, expand, read
from compare.loading.bounded import read_bounded
from compare.loading.formats import FORMATS, Format

formats = pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.suffixes[0])


@formats
def test_of_a_file_that_is_too_large_nothing_is_read(format: Format, tmp_path: Path) -> None:
    file = tmp_path / f"x{format.suffixes[0]}"
    with file.open("wb") as sparse:
        sparse.truncate(format.limit + 1)
    (source,) = expand([str(file)]).sources
    tracemalloc.start()
    with pytest.raises(SourceTooLarge, match=f"the {format.limit // 1_000_000} MB"):
        read(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000


@formats
def test_what_comes_without_a_size_is_held_to_the_same(format: Format) -> None:
    with pytest.raises(SourceTooLarge):
        read(Source(f"x{format.suffixes[0]}", None, bytes(format.limit + 1)))


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.json", "x.docx", "-"])
def test_of_a_pipe_one_byte_more_is_read_at_most(name: str) -> None:
    limit = next((f.limit for f in FORMATS if name.removeprefix("x") in f.suffixes), FORMATS[0].limit)
    assert len(read_bounded(io.BytesIO(bytes(limit)), name)) == limit
    pipe = io.BytesIO(bytes(limit + 10))
    with pytest.raises(SourceTooLarge):
        read_bounded(pipe, name)
    assert pipe.tell() == limit + 1
