"""Loading: from what the user named to a coverage set whose articles know their sentences.

The story in the order it happens: :mod:`~compare.loading.sources` expands arguments to files, with a
:mod:`~compare.loading.manifest` if there is one. :mod:`~compare.loading.reading` reads one file,
:mod:`~compare.loading.decode` makes text of its bytes, :mod:`~compare.loading.document` a document of the text, and
:mod:`~compare.loading.article` an article of the document.

For the document, :mod:`~compare.loading.paragraphs` or :mod:`~compare.loading.markdown` cuts the text to
:mod:`~compare.loading.blocks`, :mod:`~compare.loading.furniture` marks what is no reporting, by the
:mod:`~compare.loading.rules` and those for lines :mod:`~compare.loading.abroad`, and
:mod:`~compare.loading.headings` finds the title. For the article, :mod:`~compare.loading.segment` finds the sentences,
by the :mod:`~compare.loading.endings` of the language, and :mod:`~compare.loading.language`,
:mod:`~compare.loading.outlet` and :mod:`~compare.loading.completeness` guess what the source does not say.
:mod:`~compare.loading.gathering` makes a set of the articles.

Formats that know their paragraphs give :mod:`~compare.loading.pieces`, of which a document is rendered:
:mod:`~compare.loading.pdf` by way of :mod:`~compare.loading.printed` lines, :mod:`~compare.loading.docx`,
:mod:`~compare.loading.odt` and :mod:`~compare.loading.epub` out of an :mod:`~compare.loading.archive` of bounded
:mod:`~compare.loading.xml`, whose elements have :mod:`~compare.loading.roles`.

A page comes to its document by :mod:`~compare.loading.html`, with the package :mod:`~compare.loading.pages`. Who
publishes at which address, and what the reader calls it, is in :mod:`~compare.loading.outlets`, and
:mod:`~compare.loading.renaming` puts a new name there. A feed is read by :mod:`~compare.loading.feed_entries`, and
:mod:`~compare.loading.feed` makes documents of what the reader wants of it, who may choose among
:mod:`~compare.loading.offers`.

What is at an address (:mod:`~compare.loading.addresses`) is fetched by :mod:`~compare.loading.fetching`, several at a
time by :mod:`~compare.loading.fetches`, with the choices and limits of :mod:`~compare.loading.web`; it is kept in
:mod:`~compare.loading.snapshots`, with what :mod:`~compare.loading.cache` knows of it, and
:mod:`~compare.loading.served` makes a source of it like any other. :mod:`~compare.loading.revisions` puts an older one
beside it. :mod:`~compare.loading.collecting` goes through all sources of a set.

The text itself is never changed: all of this only says where in it things are.
"""

from compare.loading.formats import LIMIT
from compare.loading.gathering import gather
from compare.loading.metadata import Metadata
from compare.loading.reading import Reading, read
from compare.loading.sources import Plan, Source, expand

__all__ = ["LIMIT", "Metadata", "Plan", "Reading", "Source", "expand", "gather", "read"]
