"""Loading: from what the user named to a coverage set whose articles know their sentences.

The story in the order it happens: :mod:`~compare.loading.sources` expands arguments to files, with a
:mod:`~compare.loading.manifest` if there is one. :mod:`~compare.loading.reading` reads one file, within
:mod:`~compare.loading.bounded` bytes, and asks :mod:`~compare.loading.formats`, one table, which module reads its
format; each finds :mod:`~compare.loading.contents`, mostly one :mod:`~compare.loading.document`.
:mod:`~compare.loading.article` makes an article of it, and :mod:`~compare.loading.gathering` a set of the articles.
:mod:`~compare.loading.collecting` goes through all sources of a set.

A document is a text, its :mod:`~compare.loading.blocks`, and its :mod:`~compare.loading.metadata`. Plain text and
Markdown (:mod:`~compare.loading.texts`) are decoded (:mod:`~compare.loading.decode`) and cut by
:mod:`~compare.loading.paragraphs` or :mod:`~compare.loading.markdown`. What a file says of itself, in
:mod:`~compare.loading.header_lines` or :mod:`~compare.loading.front_matter`, is understood by
:mod:`~compare.loading.fields` and :mod:`~compare.loading.timestamps`.

What every format comes through: :mod:`~compare.loading.furniture` marks what is no reporting, with the
:mod:`~compare.loading.reasons`, by the :mod:`~compare.loading.rules` for whole :mod:`~compare.loading.lines`, in
:mod:`~compare.loading.english` (of :mod:`~compare.loading.paywalls` and :mod:`~compare.loading.delivery` as well) and
other languages (:mod:`~compare.loading.abroad`), :mod:`~compare.loading.datelines`
and :mod:`~compare.loading.colophons`; :mod:`~compare.loading.headings` finds the title. For the article,
:mod:`~compare.loading.segment` finds the sentences, by the :mod:`~compare.loading.endings` of the language, and
:mod:`~compare.loading.language`, :mod:`~compare.loading.labels` and :mod:`~compare.loading.completeness` guess what the
source does not say.

Formats that know their paragraphs give :mod:`~compare.loading.pieces`, of which a document is rendered:
:mod:`~compare.loading.pdf` by way of :mod:`~compare.loading.typeset` lines, of which some are
:mod:`~compare.loading.running` through all pages and the others :mod:`~compare.loading.printed` paragraphs,
:mod:`~compare.loading.docx`, :mod:`~compare.loading.odt` (with their :mod:`~compare.loading.properties`) and
:mod:`~compare.loading.epub` out of an :mod:`~compare.loading.archive` of bounded :mod:`~compare.loading.xml`, whose
elements have :mod:`~compare.loading.roles`, those of :mod:`~compare.loading.xhtml` the same in two of them, by the
:mod:`~compare.loading.elements` that pages have too. :mod:`~compare.loading.html` reads a page, with the package
:mod:`~compare.loading.pages`; :mod:`~compare.loading.mail` and :mod:`~compare.loading.mhtml` hold texts and pages,
:mod:`~compare.loading.json_articles` articles of any program, :mod:`~compare.loading.own_report` those of our own
reports, :mod:`~compare.loading.zipped` files of all formats. A feed is read by :mod:`~compare.loading.feed_entries`,
and :mod:`~compare.loading.feed` makes documents of what the reader wants of it, who may choose among
:mod:`~compare.loading.offers`. :mod:`~compare.loading.kept` are the paragraphs of a text that was collected.

Who publishes at which address, and what the reader calls it, is in :mod:`~compare.loading.outlets`, and
:mod:`~compare.loading.renaming` puts a new name there.

What is at an address (:mod:`~compare.loading.addresses`) is fetched by :mod:`~compare.loading.fetching`, several at a
time by :mod:`~compare.loading.fetches`, with the choices and limits of :mod:`~compare.loading.web`, within which
:mod:`~compare.loading.unpacking` stays too. The :mod:`~compare.loading.answers` are kept in
:mod:`~compare.loading.snapshots`, with what :mod:`~compare.loading.validators` knows of them, and
:mod:`~compare.loading.served` makes a source of one like any other. :mod:`~compare.loading.revisions` puts an older one
beside it.

The text of a document is never changed again: all of this only says where in it things are.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which would cost more to import than all of this
if TYPE_CHECKING:
    from typing import Any

    from compare.loading.formats import LIMIT
    from compare.loading.gathering import gather
    from compare.loading.metadata import Metadata
    from compare.loading.reading import Reading, read
    from compare.loading.sources import Plan, Source, expand

__all__ = ["LIMIT", "Metadata", "Plan", "Reading", "Source", "expand", "gather", "read"]

_HOME = {
    "LIMIT": "formats",
    "Metadata": "metadata",
    "Plan": "sources",
    "Reading": "reading",
    "Source": "sources",
    "expand": "sources",
    "gather": "gathering",
    "read": "reading",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562): who needs one module here is spared the others, as the
    screen is, which has to be drawn before anything is read."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"compare.loading.{_HOME[name]}"), name)
