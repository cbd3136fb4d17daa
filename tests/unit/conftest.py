"""What several tests of one part need."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    """The paths of two short reports of one event."""
    texts = (
        "The ferry struck a pier.\nNine people were hurt.\n",
        "A ferry hit a pier.\nNine were hurt, police said.\n",
    )
    files = [tmp_path / f"{n}.txt" for n in range(2)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return list(map(str, files))
