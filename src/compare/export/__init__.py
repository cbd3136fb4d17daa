"""Taking a comparison away: reports in Markdown, HTML, JSON, CSV and plain text.

The story in the order it happens: :mod:`~compare.export.outlining` makes one structure, the
:mod:`~compare.export.outline`, of a :class:`~compare.model.Comparison`, with the :mod:`~compare.export.evidence` for
everything said and each article's :mod:`~compare.export.annotation`. :mod:`~compare.export.markdown`,
:mod:`~compare.export.html` and :mod:`~compare.export.text` render it, so that they cannot disagree; the JSON report is
:mod:`compare.model.schema`'s, the :mod:`~compare.export.tables` of CSV are made of the comparison itself.
:mod:`~compare.export.write` puts a report where the user wants it and destroys nothing on the way.

Text from outside is data: :mod:`~compare.export.escape` keeps it from becoming markup, reversibly where it stands in an
annotated article (:mod:`~compare.export.annotated`), so that :func:`strip` gives the article back, character for
character.
"""

from compare.export.strip import strip, strip_all
from compare.export.write import FORMATS, render, write

__all__ = ["FORMATS", "render", "strip", "strip_all", "write"]
