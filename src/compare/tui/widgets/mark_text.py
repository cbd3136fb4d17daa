"""What the reader said of a claim and corrected in it, in words: in the card and in the view of its wordings alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from compare.model import Remark, one_line
from compare.model.phrases import BY_HAND
from compare.review import Remarks
from compare.tui.layout import shortened
from compare.tui.phrases import label
from compare.tui.signs import doubt_about, glyph_of, said_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Claim, Comparison
    from compare.review import Placed
    from compare.tui.signs import Signs

WORDS = 60
"""Cells of another sentence that a correction is about."""

SIGN = "bold $text-success"
"""Style of the reader's own signs."""


def mark_texts(
    signs: Signs, comparison: Comparison, claim: Claim | None, sentence: str
) -> Iterator[tuple[Content, Content]]:
    """Yield the marks on a claim, then the corrections of a sentence and of its article."""
    remarks = signs.review.on.get(claim.id, Remarks()) if claim else Remarks()
    verdicts = [remarks.judged] if remarks.judged else []
    verdicts += [placed for placed in remarks.verdicts if not placed.sure]
    article = comparison.index.article_of[sentence]
    about = (*verdicts, *remarks.notes, *remarks.codes, *remarks.stars, *signs.of_sentence(sentence))
    for placed in about:
        yield _head(placed), Content.assemble(_said(placed), (_with(comparison, placed, sentence), "dim"))
    for placed in signs.of_article(article.id):
        yield _head(placed), Content.assemble((f"{label(article)}: ", "dim"), _said(placed))


def _with(comparison: Comparison, placed: Placed, sentence: str) -> str:
    """The other sentences that a correction is about, the first of them in its words."""
    others = [other for other in placed.sentences if other != sentence]
    if isinstance(placed.mark.body, Remark) or not others:
        return ""
    index = comparison.index
    quoted = shortened(one_line(index.words(others[0])), WORDS)
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return f" · {label(index.article_of[others[0]])}: “{quoted}”{more}"


def _head(placed: Placed) -> Content:
    body = placed.mark.body
    return Content.styled(f"{glyph_of(placed.mark)} {body.kind if isinstance(body, Remark) else BY_HAND}", SIGN)


def _said(placed: Placed) -> Content:
    doubt = doubt_about(placed)
    said = said_by(placed.mark, by_hand=False)  # that stands before it
    return Content.assemble(said, (f" · ? {doubt}", "$text-warning") if doubt else "")
