"""What an office document says of itself in a part of its own, beside its text."""

from __future__ import annotations

from collections.abc import Sequence

from compare.loading.archive import Archive
from compare.loading.metadata import Metadata
from compare.loading.pieces import said
from compare.loading.xml import Parser, text_of

PLACE = "document properties"


def properties_of(archive: Archive, part: str, *, authors: Sequence[str], modified: str) -> Metadata:
    """Return what the properties say. They tell when the file was begun and saved, not when anybody published it.

    Args:
        archive: the document.
        part: where in it they are; a document without them says nothing.
        authors: the elements that may name the author, the likeliest first.
        modified: the element that tells when the file was saved.

    Raises:
        SourceBroken: the part cannot be read.
        SourceTooHeavy: it unpacks to more than a report can hold.
    """
    data = archive.find(part)
    root = Parser(archive.name, archive.what).parse(data) if data else None
    return said(
        PLACE,
        title=text_of(root, "title"),
        author=next((name for key in authors if (name := text_of(root, key))), None),
        language=text_of(root, "language"),
        modified=text_of(root, modified),
    )
