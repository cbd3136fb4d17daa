"""What every format comes down to: a text, the blocks it is made of, and what the source says about itself."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from compare.loading import markdown, paragraphs
from compare.loading.blocks import Block
from compare.loading.furniture import furnished
from compare.loading.headings import settled
from compare.model import ParagraphKind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a manifest, a page or a file says about an article; ``None`` is what it does not say.

    Attributes:
        outlet: who published it.
        title: its headline.
        date: ISO 8601 date or date-time of publication.
        url: its public address.
        author: who wrote it, as the source puts it.
        modified: ISO 8601 date or date-time of the last change.
        language: ISO 639-1 code.
        complete: false if the source says that it is cut or behind a paywall.
        origins: where each of these was found: pairs of a name above and a place such as ``JSON-LD``.
    """

    outlet: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    modified: str | None = None
    language: str | None = None
    complete: bool | None = None
    origins: tuple[tuple[str, str], ...] = ()


UNKNOWN = Metadata()


def over(upper: Metadata, lower: Metadata) -> Metadata:
    """Lay what one source says over what another says: the upper one counts where both know."""
    known = {f.name: value for f in fields(upper) if (value := getattr(upper, f.name)) is not None}
    origins = {**dict(lower.origins), **dict(upper.origins)}
    return replace(lower, **{**known, "origins": tuple(sorted(origins.items()))})


@dataclass(frozen=True, slots=True)
class Document:
    """One report before it has ids.

    Attributes:
        text: all of it, furniture included; every offset counts its code points.
        extractor: how it was got from the source, such as ``text``, ``markdown`` or ``html``.
        blocks: in the order of the text, without overlap; together they hold all that is not white space.
        metadata: what the source says about itself.
        warnings: what the user should know about how it was read, each naming the source.
    """

    text: str
    extractor: str
    blocks: tuple[Block, ...]
    metadata: Metadata = UNKNOWN
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The headline that stands in the text, without markup; empty if there is none."""
        title = next((self.text[b.words : b.end] for b in self.blocks if b.kind is ParagraphKind.TITLE), "")
        return markdown.plain(title) if self.extractor == "markdown" else title


def text_document(text: str, extractor: str, metadata: Metadata = UNKNOWN) -> Document:
    """Find the blocks of a plain text, or of Markdown where ``extractor`` is ``markdown``."""
    found = markdown.blocks(text) if extractor == "markdown" else paragraphs.blocks(text)
    return Document(text, extractor, settled(text, furnished(text, found)), metadata)
