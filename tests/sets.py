"""Sets of articles that tests make, as folders of text files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

PIER = {"one.txt": "The pier at Oster was closed.\n", "two.txt": "A storm closed the pier at Oster.\n"}
"""Two reports of one claim."""


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write texts into a folder, by the names of their files, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
