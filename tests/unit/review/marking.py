"""Marks for tests: made of words of a text, at a time that is a number."""

from __future__ import annotations

from articles import article
from compare.model import Article, Body, Judged, Noted, QuoteSelector, ReaderMark, Verdict
from compare.review import quote_of


def words(of: Article, exact: str) -> QuoteSelector:
    """Quote words of an article."""
    start = of.text.index(exact)
    return quote_of(of, start, start + len(exact))


def mark(name: str, body: Body, made: int = 0) -> ReaderMark:
    """Return a mark that was made in a second of one minute."""
    return ReaderMark(name, f"2026-03-01T09:30:{made:02}.000000Z", body, "jd")


def note(name: str, of: Article, exact: str, made: int = 0) -> ReaderMark:
    """Return a note on words of an article."""
    return mark(name, Noted((words(of, exact),), f"about {exact}"), made)


def verdict(name: str, of: Article, exact: str, held: Verdict = Verdict.CONFIRMED, made: int = 0) -> ReaderMark:
    """Return a verdict on words of an article."""
    return mark(name, Judged((words(of, exact),), held, "https://harbour.example/log"), made)


FERRY = article(
    "Ferry strikes the north pier\n\nThe evening ferry struck the north pier shortly after six. Nine people were hurt, "
    "two of them badly.\n\nThe captain said the rudder had failed. Divers will look at it on Friday.\n",
    outlet="Gazette",
)
HARBOUR = article(
    "Pier damaged by a ferry\n\nA ferry ran into the pier on Wednesday evening. Hospitals treated nine passengers.\n\n"
    "The harbour master blamed the captain. Services resume next week.\n",
    "b.txt",
    outlet="Courier",
)
