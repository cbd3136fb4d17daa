"""MHTML: a page that a browser saved as one file, which is a mail whose parts are the page and its pictures."""

from __future__ import annotations

from itertools import islice

from compare.errors import SourceEmpty
from compare.loading.addresses import stated_address
from compare.loading.document import Document
from compare.loading.html import page_document
from compare.loading.mail import PARTS, charset_of, header, leaves, parsed, payload_of

_PAGES = ("text/html", "application/xhtml+xml")


def page(data: bytes, name: str) -> Document:
    """Read the page of an MHTML file: its first part that is one; frames and pictures are left out.

    Raises:
        SourceTooHeavy: it is nested too deeply, or has too many parts.
        SourceBroken: it cannot be taken apart.
        SourceEmpty: it holds no page.
        SourceError: what :func:`~compare.loading.html.page_document` raises.
    """
    message = parsed(data, name)
    for part in islice(leaves(message), PARTS):
        if part.get_content_type() in _PAGES:
            place = header(message, "Snapshot-Content-Location") or header(part, "Content-Location")
            # a page that was saved from disk, and what a browser makes up itself, have no public address
            return page_document(payload_of(part), name, charset=charset_of(part), url=stated_address(place))
    raise SourceEmpty(name, "is a saved page without the page")
