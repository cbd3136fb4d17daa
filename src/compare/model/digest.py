"""The fingerprint of a coverage set, which every report carries: reports of the same texts can be told by it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model.article import CoverageSet


def set_digest(coverage: CoverageSet) -> str:
    """Return the hex SHA-256 over the articles' own hashes, sorted and joined by newlines: no order changes it."""
    return sha256("\n".join(sorted(article.sha256 for article in coverage.articles)).encode()).hexdigest()
