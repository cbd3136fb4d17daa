"""The reader's own hand: what was marked, kept where a crash does not reach it, and found again in the texts.

:mod:`~compare.review.store` keeps the marks (:mod:`compare.model.review`) as a :mod:`~compare.review.journal` of all
changes, of which each can be undone; their :mod:`~compare.review.acts` are in a :mod:`~compare.review.database` of
their own. :mod:`~compare.review.selectors` finds what was quoted, with :mod:`~compare.review.fuzzy` where the text was
edited. :mod:`~compare.review.laying` lays marks over a coverage set, where some of them are
:mod:`~compare.review.constraints` that the analysis obeys, and over its comparison. :mod:`~compare.review.exchange`
hands marks on as JSON, written by :mod:`~compare.review.coding`, and reads codebooks.

Only the acts, their database, :func:`read_marks` and :func:`read_codebook` touch the disk, and nothing here asks for
the time: whoever makes a mark says when.
"""

from compare.review.exchange import (
    SCHEMA,
    Code,
    Codebook,
    export_marks,
    import_codebook,
    import_marks,
    read_codebook,
    read_marks,
)
from compare.review.journal import Act, Deed
from compare.review.laying import NO_MARKS, Laid, Placed, Remarks, Review, claim_behind, lay, review_of
from compare.review.selectors import SURE_PLACE, Place, find, find_article, quote_of, selector_of
from compare.review.store import Store

__all__ = [
    "NO_MARKS",
    "SCHEMA",
    "SURE_PLACE",
    "Act",
    "Code",
    "Codebook",
    "Deed",
    "Laid",
    "Place",
    "Placed",
    "Remarks",
    "Review",
    "Store",
    "claim_behind",
    "export_marks",
    "find",
    "find_article",
    "import_codebook",
    "import_marks",
    "lay",
    "quote_of",
    "read_codebook",
    "read_marks",
    "review_of",
    "selector_of",
]
