"""A page to a document: our own rendering of its HTML, in which trafilatura votes on what is reporting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from compare.errors import ExtraMissing, SourceEmpty
from compare.loading.blocks import REPORTING, Block
from compare.loading.document import Document
from compare.loading.furniture import furnished
from compare.loading.headings import settled
from compare.loading.language import detect
from compare.loading.metadata import Metadata, found_at, over, without
from compare.model import ParagraphKind

if TYPE_CHECKING:
    from compare.loading.pages.reporting import Judged

GAP = "\n\n"
"""What stands between two blocks of the text of a page."""

WHOLE = 0.9
"""Share of an article's stated text from which on a page shows all of it."""

UNVOTED = "trafilatura found no article on the page; what is reporting was told by its markup alone"


def page_document(data: bytes | str, name: str, *, charset: str | None = None, url: str | None = None) -> Document:
    """Read a page.

    All that a reader of the page sees stands in the text, in the order of the page, furniture included and marked.

    Args:
        data: the HTML; a text is taken as decoded.
        name: the source as the user would name it, for messages.
        charset: the encoding that the server named; the bytes are asked first.
        url: where the page was fetched from, if it was.

    Raises:
        ExtraMissing: the packages of the extra ``web`` are not installed.
        SourceEmpty: the page shows no text.
        SourceNotText: the bytes are no text.
        SourceTooHeavy: the page is nested too deeply or has too many elements to be read.
    """
    try:
        from compare.loading.pages import live, metadata, parsing, rendering, reporting, witnesses
    except ImportError as error:
        if (error.name or "").startswith("compare"):
            raise
        # what lacks lxml_html_clean says so in words alone
        raise ExtraMissing(name, error.name or "lxml_html_clean", "web") from None
    decoded = parsing.decoded(data, name, charset) if isinstance(data, bytes) else parsing.as_decoded(data)
    tree = parsing.tree_of(decoded.text, name)
    found = rendering.pieces(tree)
    if not found:
        raise SourceEmpty(name)
    stated = metadata.stated(tree, url)
    entries = (stated.entries, live.entries(tree, live=stated.live))
    votes = [witnesses.extracted(tree), *map(witnesses.Witness, (stated.body, *entries))]
    verdicts = reporting.judged(found, votes, stated.metadata.title)
    text = GAP.join(piece.text for piece in found)
    blocks = _settled(text, furnished(text, tuple(_blocks(verdicts))))
    reported = GAP.join(text[b.words : b.end] for b in blocks if b.kind in REPORTING)
    shown = witnesses.Witness(reported).share_of(witnesses.words_of(stated.body))
    warnings = decoded.warnings if votes[0].text else (*decoded.warnings, f"{name}: {UNVOTED}")
    fitting = _fitting(stated.metadata, reported, shown)
    if any(entries) and any(live.goes_on(piece.text) for piece in found):
        fitting = over(found_at("link to more entries", complete=False), fitting)
    return Document(text, "html", blocks, fitting, warnings)


def _blocks(verdicts: Sequence[Judged]) -> Iterator[Block]:
    start = 0
    for verdict in verdicts:
        end = start + len(verdict.piece.text)
        yield Block(verdict.kind, start, end, start, verdict.reason)
        start = end + len(GAP)


def _settled(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Find headings that head nothing, and the title unless the page has told it."""
    done = settled(text, blocks)
    if not any(block.kind is ParagraphKind.TITLE for block in blocks):
        return done
    return tuple(
        before if after.kind is ParagraphKind.TITLE else after for before, after in zip(blocks, done, strict=True)
    )


def _fitting(metadata: Metadata, told: str, shown: float) -> Metadata:
    """Take back what the text itself shows to be otherwise.

    A template may declare a language that the article is not in. And whoever saves a page behind a paywall that he has
    paid for sees all of it: if the page states its whole text and shows it, it is not cut.
    """
    dropped = set()
    if metadata.complete is False and shown >= WHOLE:
        dropped.add("complete")
    if metadata.language and (seen := detect(told)).sure and seen.language != metadata.language:
        dropped.add("language")
    return without(metadata, *dropped)
