"""``compare.export()``: a report from Python, with the same result as from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from compare.export.options import Format, Marks, Options, Profile
from compare.export.rendering import render
from compare.export.writing import write

if TYPE_CHECKING:
    from compare.model import Comparison
    from compare.review import Review


def export(
    comparison: Comparison,
    target: str | Path | None = None,
    *,
    format: Format | None = None,
    profile: Profile = "full",
    marks: Marks = "github",
    quote_words: int | None = None,
    review: Review | None = None,
    width: int = 80,
    force: bool = False,
) -> str:
    """Return the report of a comparison, and write it if a target is named.

    Args:
        comparison: what to report.
        target: a path; what ``csv`` and the profile ``pr`` have beside the report is written there too.
        format: ``md``, ``html``, ``json``, ``csv``, ``txt`` or, of the reader's marks alone, ``jsonld``; without it the
            target's suffix decides, and without a target it is ``md``.
        profile: what a Markdown report is for: ``full``, ``pr``, ``memo`` or ``paper``.
        marks: how annotated Markdown is marked: ``github`` or ``critic``.
        quote_words: so many words of an article may be quoted in a run.
        review: the reader's marks, laid over this very comparison; without it the report has none.
        width: the width of plain text, in cells.
        force: write over a file that is not a report.

    Returns:
        The report, as it was written if a target is named; of ``csv`` the main table.

    Raises:
        UsageError: a choice is unknown, or the choices do not fit together.
        OutputRefused: the target is an input, or holds something else.
        OutputFailed: the system refused to write.
    """
    options = Options(profile, marks, quote_words, review=review)
    if target is None:
        return render(comparison, format or "md", width=width, options=options)
    return write(comparison, str(target), format=format, force=force, width=width, options=options)
