"""What the pages of a print repeat at their edges: headers, footers and numbers, which are no part of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from compare.loading.blocks import words_in
from compare.loading.headings import sentence_ends
from compare.loading.typeset import Printed, usual_size

EDGE = 3
"""Lines at the top and at the bottom of a page among which its running ones are."""

OFTEN = 3
"""Pages that a running line stands on, or two where there are few: each chapter and each side may have its own."""

FEW = 5
"""Pages of a file that are few."""

SMALLER = 0.9
"""Size of a lone line at the very edge of a page, as a multiple of the usual size, up to which it is no reporting."""

RUNNING_WORDS = 15
"""Words of such a line."""

HEADER = "running header"
FOOTER = "running footer"
NUMBER = "page number"

_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|pág\.|p\.|s\.|pg\.?)\s*)?(\d{1,4})(?:\s*(?:/|of|von|de|di|van|sur)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)


def running(pages: Sequence[Sequence[Printed]]) -> list[dict[int, str]]:
    """Return for each page the numbers of the lines that are no part of its text, and the reason."""
    size = usual_size(line for page in pages for line in page)
    edges = [_edges(page) for page in pages]
    numbers = _page_numbers(pages, edges)
    times = Counter(
        key for page, edge in zip(pages, edges, strict=True) for key in {_folded(page[n].words) for n in edge}
    )
    least = 2 if len(pages) <= FEW else OFTEN
    found: list[dict[int, str]] = []
    for page, edge, numbered in zip(pages, edges, numbers, strict=True):
        apart = dict.fromkeys(numbered, NUMBER)
        for n, reason in edge.items():
            if n not in apart and (times[_folded(page[n].words)] >= least or _stands_off(page, n, size)):
                apart[n] = reason
        found.append(apart)
    return found


def _edges(page: Sequence[Printed]) -> dict[int, str]:
    """Return the numbers of the highest and the lowest lines, and what each would be if it ran through all pages."""
    order = sorted(range(len(page)), key=lambda n: -page[n].y)
    top = order[: min(EDGE, (len(order) + 1) // 2)]
    return dict.fromkeys(top, HEADER) | {n: FOOTER for n in order[-EDGE:] if n not in top}


def _stands_off(page: Sequence[Printed], number: int, size: float) -> bool:
    """Whether a line is the highest or lowest of a page, smaller than the text and no sentence: on a single page
    nothing else tells a running line."""
    line = page[number]
    others = [other.y for n, other in enumerate(page) if n != number]
    return (
        bool(others)
        and not min(others) <= line.y <= max(others)
        and line.size <= SMALLER * size
        and words_in(line.words) <= RUNNING_WORDS
        and not sentence_ends(line.words)
    )


def _folded(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.split())).casefold()


def _page_numbers(pages: Sequence[Sequence[Printed]], edges: Sequence[dict[int, str]]) -> list[list[int]]:
    """Return for each page the lines that number it: those that count on from page to page, or begin with one.

    A lone year or sum at the end of a page is none.
    """
    marked = [
        {n: int(match[1]) - at for n in edge if (match := _NUMBER.fullmatch(page[n].words))}
        for at, (page, edge) in enumerate(zip(pages, edges, strict=True))
    ]
    steps = Counter(step for page in marked for step in set(page.values()))
    return [[n for n, step in page.items() if step == 1 or steps[step] > 1] for page in marked]
