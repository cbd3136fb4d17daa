"""A program of its own that marks: ``python writing.py FOLDER NAME COUNT``.

It prints the id of each mark once that is kept; on a refusal it prints what is said and goes on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from compare.errors import ReviewNotKept
from compare.model import ArticleSelector, Noted, QuoteSelector, ReaderMark
from compare.review import Store

QUOTE = QuoteSelector(ArticleSelector("0" * 64, "a.txt", "", "Gazette", "Ferry"), "Nine were hurt.", "", "", 0)


def main(folder: str, name: str, count: int) -> None:
    store = Store(Path(folder))
    print("open", store.trouble, flush=True)
    for n in range(count):
        mark = ReaderMark(f"{name}-{n}", f"2026-03-01T09:30:00.{n:06}Z", Noted((QUOTE,), "x" * 200), "jd")
        try:
            store.put(mark)
            print(mark.id, flush=True)
        except ReviewNotKept as refused:
            print("refused", refused, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
