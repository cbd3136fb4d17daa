"""A report as text, in each format that there is.

Each renderer is imported where it is used: pydantic, which JSON needs, takes longer than a whole text report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.options import PLAIN, Options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compare.export.options import Format
    from compare.model import Comparison
    from compare.review import Review


def render(
    comparison: Comparison,
    format: Format,
    *,
    width: int = 80,
    options: Options = PLAIN,
    beside: Mapping[str, str] | None = None,
) -> str:
    """Return the report of a comparison in a format: of ``csv`` the main table. ``width`` is that of plain text.

    ``beside`` names the files beside the profile ``pr`` that hold the annotated articles, by the article's id.

    Raises:
        UsageError: the options do not fit together, or not to the format.
    """
    options.check(format)
    if format == "md":
        return _markdown(comparison, options, beside)
    if format == "json":
        return _json(comparison, options.review)
    if format == "txt":
        from compare.export.text import text

        return text(comparison, width, options)
    if format == "csv":
        from compare.export.tables import table

        return table(comparison, options=options)
    if format == "html":
        from compare.export.full import html

        return html(comparison, options)
    return _annotations(comparison, options)


def _annotations(comparison: Comparison, options: Options) -> str:
    from compare.export.web_annotations import web_annotations

    assert options.review is not None, "the options have been checked"
    return web_annotations(comparison, options.review)


def _json(comparison: Comparison, review: Review | None) -> str:
    from compare import __version__
    from compare.analysis.wording import same_words
    from compare.model.schema import json_text

    if review is None:
        return json_text(comparison, __version__, same_words)
    from compare.export.hand_json import review_part

    return json_text(comparison, __version__, same_words, review_part(review))


def _markdown(comparison: Comparison, options: Options, beside: Mapping[str, str] | None) -> str:
    if options.profile == "pr":
        from compare.export.github import github

        return github(comparison, options, beside)
    if options.profile == "memo":
        from compare.export.memo import memo

        return memo(comparison, options)
    if options.profile == "paper":
        from compare.export.paper import paper

        return paper(comparison, options)
    from compare.export.full import markdown

    return markdown(comparison, options)
