"""Score how the report is told from the rest of real pages, next to trafilatura alone.

usage: python -m benchmarks.pages [FOLDER] [--unseen]

Without an argument the folder is what the environment variable ``COMPARE_PAGES`` names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import trafilatura

from benchmarks.pages.measures import Match, figures, gain, match
from compare.errors import SourceError
from compare.loading.document import Document
from compare.loading.html import page_document
from compare.model import ParagraphKind

BODIES = "ground-truth.json"
REPORT = (ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.LIST, ParagraphKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its bytes and the text of its article."""

    name: str
    data: bytes
    truth: str


@dataclass(slots=True)
class Scored:
    """How a system did page by page, and the seconds of processor time each took."""

    name: str
    matches: list[Match] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


class FolderError(Exception):
    """The folder does not hold what it should."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get("COMPARE_PAGES"))
    parser.add_argument("--unseen", action="store_true", help="only pages that no rule was made on")
    options = parser.parse_args(arguments)
    try:
        if not options.folder:
            raise FolderError("name a folder of pages: make bench-pages PAGES=folder")
        print(report([page for page in pages(Path(options.folder)) if not options.unseen or is_unseen(page.name)]))
    except FolderError as error:
        print(f"bench-pages: {error}", file=sys.stderr)
        return 1
    return 0


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder in the order of their names.

    Raises:
        FolderError: the JSON of the articles, or a page that it names, is missing.
    """
    try:
        bodies = json.loads((folder / BODIES).read_text("utf-8"))
        for name in sorted(bodies):
            yield Page(name, _data(folder / "html" / f"{name}.html"), bodies[name]["articleBody"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FolderError(f"{folder}: {error}; benchmarks/README.md has the format") from None


def is_unseen(name: str) -> bool:
    """Tell whether a page was left aside when the rules were made: those whose name begins with an odd digit were."""
    return int(name[:1], 16) % 2 == 1 if name[:1] in "0123456789abcdef" else True


def report(chosen: Sequence[Page]) -> str:
    """Score every system on the same pages and say how they did."""
    systems: dict[str, Callable[[Page], str]] = {
        "compare": lambda page: ours(_document(page)),
        "trafilatura": lambda page: trafilatura.extract(page.data, include_comments=False) or "",
        "all text": lambda page: _document(page).text,
    }
    scored = {name: Scored(name) for name in systems}
    for page in chosen:
        for name, system in systems.items():
            begun = time.process_time()
            text = system(page)
            scored[name].seconds.append(time.process_time() - begun)
            scored[name].matches.append(match(text, page.truth))
    low, high = gain(scored["compare"].matches, scored["trafilatura"].matches)
    lines = [
        f"{len(chosen)} pages",
        f"{'':<12} {'F1':>6} {'precision':>10} {'recall':>7} {'ms a page':>10} {'most':>6}",
    ]
    lines += [_line(each) for each in scored.values()]
    lines.append(f"compare - trafilatura, F1: 95 % interval {low:+.4f} to {high:+.4f}")
    return "\n".join([*lines, _kept(chosen)])


def ours(document: Document) -> str:
    """Return the blocks that count as the article, the headline left out, as the truth leaves it out."""
    return "\n\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind in REPORT)


def _line(scored: Scored) -> str:
    f1, precision, recall = figures(scored.matches)
    times = sorted(1_000 * second for second in scored.seconds)
    middle, most = times[len(times) // 2], times[-1]
    return f"{scored.name:<12} {f1:6.4f} {precision:10.4f} {recall:7.4f} {middle:10.0f} {most:6.0f}"


def _kept(chosen: Sequence[Page]) -> str:
    """Say how much of the article's words our text has at all, reporting or not: what is missing nobody can see."""
    documents = [_document(page) for page in chosen]
    recall = figures([match(document.text, page.truth) for document, page in zip(documents, chosen, strict=True)])[2]
    furniture = [block for document in documents for block in document.blocks if block.reason]
    kinds = len({block.reason for block in furniture})
    shown = f"of the articles' text, {recall:.1%} is in ours at all"
    return f"furniture kept: {len(furniture)} blocks of {kinds} kinds; {shown}"


def _document(page: Page) -> Document:
    try:
        return page_document(page.data, page.name)
    except SourceError as error:
        raise FolderError(str(error)) from None


def _data(path: Path) -> bytes:
    packed = path.with_name(f"{path.name}.gz")
    return gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
