"""Places in an article."""

from __future__ import annotations

import pytest

from articles import plain


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    text = end.join(("The ferry sank.", "", "It lies off Lund.", "Nobody was hurt."))
    article = plain(text, "a.txt")
    assert [article.line_of(text.index(word)) for word in ("The", "sank", "It", "Nobody")] == [1, 1, 3, 4]
