"""Breaking lines by the cells they take on a terminal, where a Chinese character takes two and a joiner none."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return text broken into lines of at most ``width`` cells.

    ``first`` is put before the first line and ``rest`` before the others. A word wider than a line is broken.
    """
    lines: list[str] = []
    line, free = first, width - cell_len(first)
    fresh = True
    for word in text.split():
        if not fresh and cell_len(word) + 1 > free:
            lines.append(line)
            line, free, fresh = rest, width - cell_len(rest), True
        parts = chop_cells(word, free) if cell_len(word) > free else [word]
        for part in parts[:-1]:
            lines.append(line + part)
            line, free = rest, width - cell_len(rest)
        line += parts[-1] if fresh else f" {parts[-1]}"
        free -= cell_len(parts[-1]) + (not fresh)
        fresh = False
    return [*lines, line]
