"""Taking a comparison away: reports in Markdown, HTML, JSON, CSV and plain text.

The story in the order it happens:

1. :mod:`~compare.export.outlining` makes one structure, the :mod:`~compare.export.outline`, of a
   :class:`~compare.model.Comparison`, with the :mod:`~compare.export.evidence` for everything said, each article's
   :mod:`~compare.export.annotation`, and the reader's marks (:mod:`~compare.export.hand`) where they are asked for.
   Between versions of one page it tells the :mod:`~compare.export.changes`.
   Whatever in it comes from outside has one of the types of :mod:`~compare.export.inlines`, by which
   :mod:`~compare.export.quoting` bounds what is quoted.
2. A profile arranges that as a document of :mod:`~compare.export.blocks`. :mod:`~compare.export.sections` (with
   :mod:`~compare.export.sources`) says what stands in each section and :mod:`~compare.export.telling` in which words; a
   profile takes sections and says how they are laid out: :mod:`~compare.export.full`, which is the page too, and
   :mod:`~compare.export.github`. :mod:`~compare.export.memo` tells the same outline in sentences and
   :mod:`~compare.export.paper` in numbered tables.
3. :mod:`~compare.export.markdown` (with :mod:`~compare.export.footnotes`) and :mod:`~compare.export.html` know how each
   kind of block and of words looks, and nothing of what is said. :mod:`~compare.export.text` lays out an outline for a
   terminal, in the same words.

The JSON report is :mod:`compare.model.schema`'s, the :mod:`~compare.export.tables` of CSV are made of the comparison
itself. The reader's marks are handed on alone as :mod:`~compare.export.web_annotations`;
:mod:`~compare.export.collecting` keeps the articles themselves.

:mod:`~compare.export.rendering` knows the formats, :mod:`~compare.export.options` what else can be chosen.
:mod:`~compare.export.writing` puts a report where the user wants it and destroys nothing on the way:
:mod:`~compare.export.targets` says what may be written over, and in the place of an older report a new one comes in one
step (:mod:`~compare.export.replacing`).

Text from outside is data: :mod:`~compare.export.escape` keeps it from becoming markup, reversibly where it stands in an
annotated article (:mod:`~compare.export.annotated`), so that :func:`strip` gives the article back, character for
character.

The package can be called: ``compare.export(comparison, "report.md")`` is :func:`~compare.export.library.export`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from compare.export.options import FORMATS, MARKS, PROFILES, Options
from compare.export.rendering import render
from compare.export.strip import strip, strip_all
from compare.export.writing import write

if TYPE_CHECKING:
    from compare.model import Comparison

__all__ = ["FORMATS", "MARKS", "PROFILES", "Options", "render", "strip", "strip_all", "write"]


class _Package(ModuleType):
    """The library's ``compare.export`` is this package, since Python names a package's attribute after its folder."""

    def __call__(self, comparison: Comparison, target: str | None = None, **chosen: Any) -> str:
        from compare.export.library import export

        return export(comparison, target, **chosen)


sys.modules[__name__].__class__ = _Package
