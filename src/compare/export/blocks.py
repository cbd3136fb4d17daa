"""Blocks that Markdown reports of every profile are built of: tables, lists, places, footnotes, the method."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from compare.export.escape import code, escape
from compare.export.glyphs import stance_glyph, stance_legend
from compare.export.stock import LINES
from compare.model import LIKELY, SURE, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from compare.export.evidence import Evidence
    from compare.export.outline import Cell, Header, Outline, Point, Portrait, Row

FIRST_LINE = "<!-- compare/1 report -->"
"""What every Markdown report begins with: it tells reports from what must not be written over."""

STANCE_LEGEND = f"{LINES} {' · '.join(f'`{glyph}` {meaning}' for glyph, meaning in stance_legend())}."

METHOD = (
    "Sentences of different reports are linked by what they share: words that are rare in both, names, numbers, "
    "wording and neighbours. Links that hold together make a claim, and a percentage is the probability that its "
    f"sentences state one thing. Below {LIKELY:.0%} a claim is called perhaps shared; “only here” is said from "
    f"{SURE:.0%} on. Reprints of a text, and reports of one outlet, count as one voice. What a cut text lacks is "
    "unknown. All this says what is in the texts, and nothing of what is true."
)
"""How a report came about, in a paragraph."""

SHORT_HASH = 12
"""Digits of a text's SHA-256 in a footnote; the list of sources has them all."""

WIDEST = 60
"""Dashes of the widest column of a table that is printed."""

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, printed: bool = False) -> str:
    """Return a table; cells are Markdown already. One to be ``printed`` tells pandoc how wide its columns are to be."""
    cells = list(rows)
    longest = [max(len(row[n]) for row in (head, *cells)) for n in range(len(head))]
    rule = ["-" * min(WIDEST, max(6, width)) if printed else "---" for width in longest]
    lines = [head, rule, *cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """Return a list; items are Markdown already."""
    return "\n".join(f"- {item}" for item in items)


def numbers(items: Iterable[str]) -> str:
    """Return a numbered list; items are Markdown already."""
    return "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))


def cited(evidence: Evidence, *, known: str = "") -> str:
    """Return evidence with its quotation, unless what is known already quotes it."""
    where = f"{escape(evidence.outlet)} {code(evidence.place)}"
    return where if evidence.quoted_in(known) else f"{where}: “{escape(evidence.quote)}”"


def point(stated: Point, *, own: bool) -> str:
    """Return a claim with its places; under the article's ``own`` name that need not be said again."""
    places = ", ".join(code(e.place) if own else f"{escape(e.outlet)} {code(e.place)}" for e in stated.evidence)
    return f"“{escape(stated.text)}” {places} *{stated.kind.value}*{credited(stated)}"


def credited(stated: Point) -> str:
    """Return whom a claim is credited to, as it stands behind it."""
    return f" {escape(stated.credit)}" if stated.sources else ""


def cell(stands: Cell, row: Row) -> str:
    """Return how an article stands to a claim: a glyph, a line, a reason."""
    glyph, _ = stance_glyph(stands, row)
    return " ".join(part for part in (glyph, str(stands.line) if stands.line else "", stands.reason) if part)


def made_by(header: Header) -> str:
    """Return by what a report was made, of what, under which settings."""
    return (
        f"compare {header.version} · {code(header.command)} · settings: {escape(header.settings)} · "
        f"set `{header.digest}`"
    )


def address(url: str) -> str:
    """Return an address as a link, if it is one of the web; whatever in it could be markup is encoded."""
    line = one_line(url)
    if not _ADDRESS.match(line):
        return escape(line)
    return f"<{quote(line, safe=':/?#@!$&()*+,;=%~-._', errors='replace')}>"


def numbered(report: Outline) -> dict[str, int]:
    """Return the numbers of the articles in :func:`sources`, by their ids."""
    return {portrait.article.id: n for n, portrait in enumerate(report.portraits, 1)}


def sources(report: Outline) -> str:
    """Return the numbered list of the articles, which tells all that places are found by."""
    return numbers(map(_source, report.portraits))


def _source(portrait: Portrait) -> str:
    article = portrait.article
    parts = [
        f"**{escape(portrait.name)}**",
        escape(article.author or ""),
        f"“{escape(article.title)}”" if article.title else "",
        escape(article.published or "undated"),
        address(article.url or ""),
        f"retrieved {escape(article.retrieved)}" if article.retrieved else "",
        code(article.source),
        f"SHA-256 of its text `{article.sha256}`",
    ]
    return ", ".join(part for part in parts if part)


class Notes:
    """Footnotes in the making. The same places are noted once; ``shown`` places at most, or all. Where there are more
    than ``quoted`` places, none is quoted. ``numbered`` are the numbers of the articles in a list of sources,
    which says file, hash and address; without it every place says them.
    """

    def __init__(
        self, shown: int | None = None, quoted: int | None = None, numbered: Mapping[str, int] | None = None
    ) -> None:
        self._shown = shown
        self._quoted = quoted
        self._numbered = numbered or {}
        self._texts: dict[str, int] = {}

    def mark(self, *evidence: Evidence, known: str = "") -> str:
        """Return the mark of a footnote to places. What is ``known`` is not quoted again."""
        if not evidence:
            return ""
        quoted = self._quoted is None or len(evidence) <= self._quoted
        before = [None, *(place.article for place in evidence)]
        places = [
            self._place(place, known, quoted=quoted, named=place.article != last)
            for place, last in zip(evidence[: self._shown], before, strict=False)
        ]
        if rest := len(evidence) - len(places):
            places.append(f"and {rest} more")
        return f"[^{self._texts.setdefault('; '.join(places), len(self._texts) + 1)}]"

    def listed(self) -> Iterator[str]:
        """Yield the footnotes, one a block."""
        for text, number in self._texts.items():
            yield f"[^{number}]: {text}"

    def _place(self, evidence: Evidence, known: str, *, quoted: bool, named: bool) -> str:
        where = f"characters {evidence.start}–{evidence.end}"
        if number := self._numbered.get(evidence.article):
            who = f"{escape(evidence.outlet)} " if named else ""
            parts = [f"{who}\\[{number}\\]", f"line {evidence.line}", where]
        else:
            parts = [
                escape(evidence.outlet),
                code(evidence.place),
                f"{where} of text {evidence.sha256[:SHORT_HASH]}",
                *([address(evidence.url)] if evidence.url else []),
                *([f"retrieved {escape(evidence.retrieved)}"] if evidence.retrieved else []),
            ]
        told = not quoted or evidence.quoted_in(known)
        return ", ".join(parts) + ("" if told else f": “{escape(evidence.quote)}”")
