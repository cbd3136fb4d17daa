"""A document to an article: label, language, completeness, sentences, and the ids that derive from the content."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from compare.loading.addresses import host_of
from compare.loading.blocks import REPORTING, Block, words_in
from compare.loading.completeness import why_cut
from compare.loading.document import Document
from compare.loading.furniture import masthead_of
from compare.loading.labels import label_of
from compare.loading.language import language_of, primary
from compare.loading.outlets import by_reader, of_address, of_text
from compare.loading.rules import is_credit
from compare.loading.segment import sentences
from compare.model import Article, Paragraph, ParagraphKind, Sentence, one_line

SHORTEST = 3
"""Words of a sentence that can be compared; fewer claim nothing that another report could state."""

TABLE = "outlet table"
TEXT = "text"
"""Origins of what no source states."""

_COMPARED = (ParagraphKind.TITLE, *REPORTING)
"""What can hold comparable sentences. A headline is among these because it states what its outlet holds to be the
news: of the labelled sentences in public event corpora up to a quarter are headlines, and a plain TF-IDF finds the
counterparts of all labelled sentences 0.3 (SPARK) to 18 (ECB+) points more often with headlines than without."""


def article_from(document: Document, name: str) -> Article:
    """Build the article of a document.

    Args:
        document: its text is kept as it is.
        name: the source as the user would name it.
    """
    text, found, metadata = document.text, document.blocks, document.metadata
    told = "\n".join(text[b.words : b.end] for b in found if b.kind in _COMPARED)
    language = primary(metadata.language) or language_of(told or text)
    digest = sha256(text.encode()).hexdigest()
    known = None if metadata.outlet else of_address(metadata.url) or of_text(digest)
    outlet = known.name if known else metadata.outlet
    outlet = by_reader(outlet) if outlet else None
    article = id_of(outlet, text)
    return Article(
        id=article,
        outlet=outlet,
        label=label_of(outlet, metadata.label or host_of(metadata.url or "") or masthead_of(text, found), name),
        title=one_line(metadata.title or document.title),
        source=name,
        url=metadata.url,
        published=metadata.published,
        retrieved=metadata.retrieved,
        language=language,
        complete=metadata.complete is not False and why_cut(text, found, language) is None,
        sha256=digest,
        extractor=document.extractor,
        text=text,
        paragraphs=tuple(
            Paragraph(f"{article}.p{n}", block.kind, block.start, block.end, block.reason)
            for n, block in enumerate(found, 1)
        ),
        sentences=_sentences(text, article, found, language),
        author=one_line(metadata.author or "") or None,
        modified=metadata.modified,
        origins=_origins(document, known is not None),
    )


def id_of(outlet: str | None, text: str) -> str:
    """Return the id of an article, which derives from who published it and what it says, and from nothing else."""
    return "a" + sha256(f"{outlet or ''}\0{text}".encode()).hexdigest()[:10]


def _origins(document: Document, in_table: bool) -> tuple[tuple[str, str], ...]:
    """Return where each datum is from; what the text shows is from it."""
    metadata = document.metadata
    found = dict(metadata.origins)
    if in_table:
        found["outlet"] = TABLE
    if not metadata.title and document.title:
        found["title"] = TEXT
    if not primary(metadata.language):
        found["language"] = TEXT
    return tuple(sorted(found.items()))


def _sentences(text: str, article: str, blocks: Sequence[Block], language: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for n, block in enumerate(blocks, 1):
        whole = text[block.words : block.end]
        compared = block.kind in _COMPARED
        # what is never compared, and a headline, is one sentence however it is punctuated
        parted = compared and block.kind is not ParagraphKind.TITLE
        for start, end in sentences(whole, language) if parted else [(0, len(whole))]:
            comparable = compared and says_something(whole[start:end], block.kind)
            at = block.words + start
            found.append(Sentence(f"{article}.s{len(found) + 1}", f"{article}.p{n}", at, block.words + end, comparable))
    return tuple(found)


def says_something(sentence: str, kind: ParagraphKind) -> bool:
    """Tell whether a sentence claims anything: a very short one does not, nor a headline that asks, nor a credit."""
    if words_in(sentence) < SHORTEST or (kind is ParagraphKind.TITLE and sentence.endswith("?")):
        return False
    return not (sentence.startswith("(") and is_credit(sentence))
