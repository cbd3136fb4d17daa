"""Where in an HTML report a place of an article stands: every sentence can be linked to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.analysis.wording import Whose
from compare.export.elements import Child, element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from compare.export.annotation import AnnotatedArticle, AnnotatedBlock, AnnotatedPiece
    from compare.export.evidence import Evidence
    from compare.export.inlines import Cited, Name
    from compare.export.outline import Outline

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Makes links to the places of a report's articles, and quotes them. ``starts`` are the offsets that have anchors,
    ``languages`` what the ``lang`` attribute says, both by the article's id."""

    starts: Mapping[str, Sequence[int]]
    languages: Mapping[str, str]

    @classmethod
    def of(cls, report: Outline) -> Anchors:
        """Return the anchors of a report."""
        starts = {text.article: [start for _, start in pieces_at(text)] for text in report.texts}
        languages = ((portrait.article, portrait.language) for portrait in report.portraits)
        known = {article: language if _LANGUAGE.fullmatch(language) else "" for article, language in languages}
        return cls(starts, known)

    def article(self, name: Name) -> Element:
        """Return a name that leads to its article; in a report without the articles in full the name alone."""
        href = f"#{name.article}" if name.article in self.starts else None
        return element("a" if href else "span", name.text, href=href, dir="auto")

    def link(self, evidence: Evidence, *words: Child) -> Element:
        """Return a link to the sentence in which evidence stands; it reads as file and line unless ``words`` say. In a
        report without the articles in full it leads nowhere."""
        starts = self.starts.get(evidence.article)
        if starts is None:
            return element("span", *(words or (evidence.place,)))
        n = bisect_right(starts, evidence.start)
        target = anchor(evidence.article, starts[n - 1]) if n else evidence.article
        return element("a", *(words or (evidence.place,)), href=f"#{target}")

    def quote(self, article: str, *words: Child) -> Element:
        """Return a quotation in the language of its article, if that is in the report."""
        return element("q", *words, lang=self.languages.get(article), dir="auto")

    def cited(self, cited: Cited) -> Sequence[Child]:
        """Return a place with its offsets, after its outlet and before its words if these are wanted."""
        evidence = cited.evidence
        span = element("small", f" characters {evidence.start}–{evidence.end}")
        parts: list[Child] = [element("b", evidence.outlet.text, dir="auto"), " "] if cited.named else []
        parts += [self.link(evidence), span]
        return [*parts, ": ", self.quote(evidence.article, evidence.quote.text)] if cited.quoted else parts


def anchor(article: str, start: int) -> str:
    """Return the id of the piece of an article that begins at an offset."""
    return f"{article}-{start}"


def pieces_at(text: AnnotatedArticle) -> Iterator[tuple[AnnotatedPiece, int]]:
    """Yield the pieces of an article, each with the offset at which it begins."""
    at = len(text.lead)
    for block in text.blocks:
        for piece in block.pieces:
            yield piece, at
            at += sum(len(run.text) for run in piece.runs if run.whose is not Whose.THEIRS)
        at += len(block.gap)


def notes_before(blocks: Sequence[AnnotatedBlock]) -> Iterator[int]:
    """Yield, for each block, how many notes the blocks before it have."""
    count = 0
    for block in blocks:
        yield count
        count += sum(piece.note is not None for piece in block.pieces)
