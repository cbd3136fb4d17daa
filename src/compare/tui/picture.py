"""A picture of the screen as a file: SVG, which any browser shows and an editor can still mend the text of."""

from __future__ import annotations

from pathlib import Path

from compare.errors import OutputFailed, reason_of
from compare.export.replacing import replace_file
from compare.model import visible


def keep_picture(svg: str, folder: Path) -> Path:
    """Write a picture into a folder, beside those that are there, and return its path.

    Raises:
        OutputFailed: the system refused to write.
    """
    n = 1
    while (path := folder / f"compare-{n}.svg").exists():
        n += 1
    try:
        # what was drawn has no control characters; a title of the window may hold half a pair of surrogates
        replace_file(path, visible(svg).encode())
    except OSError as error:
        raise OutputFailed(str(path), reason_of(error)) from error
    return path
