"""What files that hold one article are called."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Article

LONGEST = 40
"""Characters of a file name before the id."""


def file_name(article: Article, suffix: str) -> str:
    """Return a file name for an article that every system takes: Latin letters, digits and hyphens, then its id."""
    letters = unicodedata.normalize("NFKD", article.label.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
    return f"{stem or 'article'}-{article.id[1:9]}{suffix}"
