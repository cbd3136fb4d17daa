"""What the reader said of a claim and corrected in it, in words: in the card and in the view of its wordings alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from compare.review import Remarks
from compare.tui.phrases import label
from compare.tui.signs import BY_HAND, doubt_about, glyph_of, said_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Claim, Comparison
    from compare.review import Placed
    from compare.tui.signs import Signs

SIGN = "bold $text-success"
"""Style of the reader's own signs."""

_HEADS = {"verdict": "verdict", "note": "note", "star": "star", "code": "code"}


def mark_texts(
    signs: Signs, comparison: Comparison, claim: Claim | None, sentence: str
) -> Iterator[tuple[Content, Content]]:
    """Yield the marks on a claim, then the corrections of a sentence and of its article."""
    remarks = signs.review.on.get(claim.id, Remarks()) if claim else Remarks()
    verdicts = [remarks.judged] if remarks.judged else []
    verdicts += [placed for placed in remarks.verdicts if not placed.sure]
    article = comparison.index.article_of[sentence]
    about = (*verdicts, *remarks.notes, *remarks.codes, *remarks.stars, *signs.corrections(sentence))
    for placed in about:
        yield _head(placed), _said(placed)
    for placed in signs.of_article(article.id):
        yield _head(placed), Content.assemble((f"{label(article)}: ", "dim"), _said(placed))


def _head(placed: Placed) -> Content:
    kind = _HEADS.get(placed.mark.body.kind, BY_HAND)
    return Content.styled(f"{glyph_of(placed.mark)} {kind}", SIGN)


def _said(placed: Placed) -> Content:
    doubt = doubt_about(placed)
    return Content.assemble(said_by(placed.mark), (f" · ? {doubt}", "$text-warning") if doubt else "")
