"""Footnotes to places, in the making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.export.escape import address, code, escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.export.evidence import Evidence
    from compare.export.inlines import Note, Reference

SHORT_HASH = 12
"""Digits of a text's SHA-256 in a footnote; the list of sources has them all."""


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a report in Markdown. The same places are noted once.

    Attributes:
        shown: so many places a footnote names at most, or all.
        quoted: of more places than these none is quoted.
        numbered: the numbers of the articles in a list of sources, which says file, hash and address; without it every
            place says them.
    """

    shown: int | None = None
    quoted: int | None = None
    numbered: Mapping[str, Reference] = field(default_factory=dict)
    _texts: dict[str, int] = field(default_factory=dict)

    def mark(self, note: Note) -> str:
        """Return the mark of a footnote, and keep the footnote; nothing where it has no places."""
        evidence = note.evidence
        if not evidence:
            return ""
        quoted = self.quoted is None or len(evidence) <= self.quoted
        before = [None, *(place.article for place in evidence)]
        places = [
            self._place(place, quoted=quoted and not place.quoted_in(note.known), named=place.article != last)
            for place, last in zip(evidence[: self.shown], before, strict=False)
        ]
        if rest := len(evidence) - len(places):
            places.append(f"and {rest} more")
        return f"[^{self._texts.setdefault('; '.join(places), len(self._texts) + 1)}]"

    def listed(self) -> Iterator[str]:
        """Yield the footnotes, one a block."""
        for text, number in self._texts.items():
            yield f"[^{number}]: {text}"

    def _place(self, evidence: Evidence, *, quoted: bool, named: bool) -> str:
        where = f"characters {evidence.start}–{evidence.end}"
        if reference := self.numbered.get(evidence.article):
            who = f"{escape(evidence.outlet.text)} " if named else ""
            parts = [f"{who}\\[{reference.number}\\]", f"line {evidence.line}", where]
        else:
            parts = [
                escape(evidence.outlet.text),
                code(evidence.place),
                f"{where} of text {evidence.sha256[:SHORT_HASH]}",
                *([address(evidence.url.text)] if evidence.url.text else []),
                *([f"retrieved {escape(evidence.retrieved.text)}"] if evidence.retrieved.text else []),
            ]
        return ", ".join(parts) + (f": “{escape(evidence.quote.text)}”" if quoted else "")
