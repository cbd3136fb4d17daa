"""Hold the HTML report of the sample sets, with marks in it, against axe-core, in both colour schemes: ``make a11y``.

Not a part of the suite: it needs Chromium and axe-core, of which the path of ``axe.min.js`` is the argument.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from screenshots.chromium import browser

from compare.export import Options, write
from compare.model import (
    Body,
    Coded,
    CoverageSet,
    Judged,
    Noted,
    Parted,
    QuoteSelector,
    ReaderMark,
    Renamed,
    Sifted,
    Starred,
    Verdict,
)
from compare.review import quote_of, selector_of
from compare.session import load, reviewed
from project import FERRY, SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RUN = """axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(
    n => `${v.impact} ${v.id}: ${v.help}\\n    ${n.html.slice(0, 200)}`)))"""
"""Gives an objection a line, and a line of where it is."""


def marks(coverage: CoverageSet) -> Iterator[ReaderMark]:
    """Mark every article in each way; one mark finds no place, and one no sure place."""
    for article in coverage.articles:
        one, two, three = ((quote_of(article, sentence.start, sentence.end),) for sentence in article.comparable[:3])
        bodies: tuple[Body, ...] = (
            Judged(one, Verdict.CONFIRMED, "https://harbour.example/log"),
            Judged(two, Verdict.WRONG, "asked the yard"),
            Noted(one, "Ask <again>."),
            Starred(two),
            Coded(three, "source/none"),
            Parted(one, two, "split"),
            Sifted(three, "exclude"),
            Renamed(selector_of(article), f"The {article.label}"),
        )
        elsewhere = (
            Noted(edited(one[0], lambda _: "Pumpkins ripen slowly beneath September clouds."), "lost"),
            Noted(edited(three[0], every_other), "unsure"),
        )
        for n, body in enumerate((*bodies, *elsewhere)):
            yield ReaderMark(f"{article.id}-{n}", f"2026-03-01T09:30:{n:02}.000000Z", body, "jd")


def edited(quote: QuoteSelector, words: Callable[[str], str]) -> tuple[QuoteSelector]:
    """Quote an earlier version of a text, in which other words stood there."""
    return (replace(quote, exact=words(quote.exact), article=replace(quote.article, sha256="0" * 64)),)


def every_other(words: str) -> str:
    """Return words of which each third one is another."""
    return " ".join("other" if n % 3 == 2 else word for n, word in enumerate(words.split()))


def main(axe: str) -> int:
    """Print what axe-core objects to, and return how much that is."""
    script = Path(axe).read_text("utf-8")
    count = 0
    with TemporaryDirectory() as folder, browser() as page:
        for source in (SEEDS, FERRY):
            report = Path(folder) / f"{source.name}.html"
            coverage = load([str(source)])
            comparison, review = reviewed(coverage, marks(coverage))
            assert review.laid.unplaced
            assert review.laid.unsure
            write(comparison, str(report), options=Options(review=review))
            page.open(report.absolute().as_uri())
            page.ask("document.querySelectorAll('details').forEach(d => { d.open = true })")
            page.ask(f"{script}; 0")
            for scheme, width in product(("light", "dark"), (400, 1400)):
                page.look(width, scheme=scheme)
                found = page.ask(RUN)
                print(f"{report.name}, {scheme}, {width} px: {len(found)} objections", *found, sep="\n  ")
                count += len(found)
    return count


if __name__ == "__main__":
    sys.exit(min(1, main(sys.argv[1])))
