"""Why nobody can say whether an article states a claim, for screen and report alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from compare.model.languages import KNOWN, share_words

if TYPE_CHECKING:
    from compare.model.article import Article

CUT = "cut"
NOT_COMPARED = "language not compared"
OTHER_LANGUAGE = "other language"

FOREIGN = frozenset({NOT_COMPARED, OTHER_LANGUAGE})
"""The reasons that lie in the language of an article."""


def why_unread(article: Article, languages: Iterable[str]) -> str:
    """Return why an article cannot be read for a claim of texts in these languages; nothing if it can."""
    if not article.complete:
        return CUT
    if article.language not in KNOWN:
        return NOT_COMPARED
    return "" if any(share_words(article.language, language) for language in languages) else OTHER_LANGUAGE
