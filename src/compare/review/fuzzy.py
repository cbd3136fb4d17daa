"""Where marked words may stand in a text that was edited: every passage that is like them, and how sure each is.

Whole sentences are held against the quotation first, one or several in a row. Where none is much like it, the words may
have become part of a longer sentence: rapidfuzz aligns them with each paragraph, and diff-match-patch finds the ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from compare.model import Article, Paragraph, QuoteSelector, Span
from compare.model.words import RUN

LEAST = 0.6
"""Passages less like the quotation than this (rapidfuzz's ratio) are none of it. Two unrelated sentences of English
news are alike by 0.4 to 0.5; one is alike by 0.7 to itself after a third of its words were changed."""

MUCH = 0.9
"""From here on a whole sentence is looked no further for: one word of ten may have changed."""

CHANGED_FIGURE = 0.7
"""The most certain that words are whose digits are others now: the place may be right, but a verdict was on other
figures, so the reader has to look."""

PIECE = 32
"""Letters at either end of a quotation that diff-match-patch looks for: up to this many its bit operations stay within
one machine word, and clients of web annotations look for as many."""

_CONTEXT_WEIGHT, _PLACE_WEIGHT = 0.12, 0.02
"""What surroundings and the old place add to likeness when passages are told apart: enough to tell two that are nearly
the same, too little to make up for other words."""

_CLEAR = 0.1
"""A lead over the runner-up from which on it takes nothing from the certainty."""

_MOST = 0.7
"""The share of a sentence that is most of it."""

_UNRELATED = 0.4
"""How alike two unrelated stretches of letters are."""

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class Likely:
    """A stretch of a text that may be what was marked.

    ``likeness`` says how like it is to the words that were marked, ``certainty`` how sure that it is they.
    """

    start: int
    end: int
    likeness: float
    certainty: float


def passages(quote: QuoteSelector, article: Article) -> tuple[Likely, ...]:
    """Return the passages of an article that may be the quotation, the likeliest first; they do not overlap."""
    like = dict(_verbatim(quote.exact, article.text)) | _whole_sentences(quote.exact, article)
    if max(like.values(), default=0.0) < MUCH:
        parts = _within_paragraphs(quote.exact, article)
        like |= {span: likeness for span, likeness in parts.items() if not any(_fills(span, whole) for whole in like)}
    scored = [_Scored(span, likeness, *_surroundings(quote, article.text, span)) for span, likeness in like.items()]
    kept: list[_Scored] = []
    for one in sorted(scored, key=lambda s: (-s.score, s.span.start, s.span.end)):
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in kept):
            kept.append(one)
    return tuple(_likely(quote.exact, article.text, one, kept) for one in kept)


@dataclass(frozen=True, slots=True)
class _Scored:
    """A stretch with how like it, its surroundings and its place are to those of the quotation."""

    span: Span
    likeness: float
    context: float
    nearness: float

    @property
    def score(self) -> float:
        return self.likeness + _CONTEXT_WEIGHT * self.context + _PLACE_WEIGHT * self.nearness


def _likely(exact: str, text: str, one: _Scored, rivals: Iterable[_Scored]) -> Likely:
    words = text[one.span.start : one.span.end]
    lead = one.score - max((other.score for other in rivals if other is not one), default=0.0)
    certainty = _certainty(one, exact) * (0.5 + 0.5 * max(0.0, min(1.0, lead / _CLEAR)))
    if _FIGURE.findall(words) != _FIGURE.findall(exact):
        certainty = min(certainty, CHANGED_FIGURE)
    return Likely(one.span.start, one.span.end, one.likeness, certainty)


def _certainty(one: _Scored, exact: str) -> float:
    """Return how sure a passage is that has no rival: few other words, or some more in the old surroundings.

    One or two words are found anywhere, so they rest on their surroundings alone.
    """
    words = min(1.0, len(RUN.findall(exact)) / 3) * one.likeness**2
    return words + (1 - words) * 0.6 * one.context


def _verbatim(exact: str, text: str) -> Iterator[tuple[Span, float]]:
    """Find the very words, as whole words."""
    before, after = (r"(?<!\w)" if exact[:1].isalnum() else ""), (r"(?!\w)" if exact[-1:].isalnum() else "")
    for match in re.finditer(f"{before}{re.escape(exact)}{after}", text):
        yield Span(match.start(), match.end()), 1.0


def _whole_sentences(exact: str, article: Article) -> dict[Span, float]:
    """Hold sentences against a quotation, one or as many in a row as come to its length."""
    found: dict[Span, float] = {}
    sentences = article.sentences
    for n, first in enumerate(sentences):
        for last in sentences[n:]:
            if last.paragraph != first.paragraph:
                break
            likeness = _alike(exact, article.text[first.start : last.end])
            if likeness >= LEAST:
                found[Span(first.start, last.end)] = likeness
            if last.end - first.start >= len(exact):
                break
    return found


def _within_paragraphs(exact: str, article: Article) -> dict[Span, float]:
    """Find the words as a part of paragraphs."""
    found: dict[Span, float] = {}
    for paragraph in article.paragraphs:
        span = _aligned(exact, article, paragraph)
        likeness = _alike(exact, article.text[span.start : span.end]) if span else 0.0
        if span and likeness >= LEAST:
            found[span] = likeness
    return found


def _fills(part: Span, whole: Span) -> bool:
    """Whether a part is most of a sentence: the sentence is meant then, its first or last word being another now."""
    shared = min(part.end, whole.end) - max(part.start, whole.start)
    return shared >= _MOST * (whole.end - whole.start)


def _aligned(exact: str, article: Article, paragraph: Paragraph) -> Span | None:
    whole = article.cut(paragraph)
    if len(whole) < len(exact):
        return None
    aligned = fuzz.partial_ratio_alignment(exact, whole, score_cutoff=100 * LEAST)
    if aligned is None:
        return None
    rough = Span(aligned.dest_start, aligned.dest_end)
    exactly = _by_ends(exact, whole, rough)
    best = max((exactly, rough), key=lambda span: _alike(exact, whole[span.start : span.end]))
    return _whole_words(article.text, paragraph.start + best.start, paragraph.start + best.end)


def _by_ends(exact: str, text: str, rough: Span) -> Span:
    """Find where the first and the last letters of a quotation stand, near where it is thought to be.

    The alignment gives a stretch of the quotation's own length, which words put in or taken out have made wrong.
    """
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Match_Distance = max(len(exact), 1)
    head, tail = exact[:PIECE], exact[-PIECE:]
    start = matcher.match_main(text, head, rough.start)
    last = matcher.match_main(text, tail, max(0, rough.end - len(tail)))
    return Span(start, last + len(tail)) if 0 <= start < last + len(tail) <= len(text) else rough


def _whole_words(text: str, start: int, end: int) -> Span:
    """Widen a stretch to whole words, and leave out white space at its ends."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, max(start, end - (len(inner) - len(inner.rstrip()))))


def _surroundings(quote: QuoteSelector, text: str, span: Span) -> tuple[float, float]:
    """Return how like the surroundings are to the old ones, and how near the place is to the old one, both 0 to 1."""
    before = text[max(0, span.start - len(quote.prefix)) : span.start]
    after = text[span.end : span.end + len(quote.suffix)]
    sides = [_alike(old, new) for old, new in ((quote.prefix, before), (quote.suffix, after)) if old or new]
    related = [max(0.0, (side - _UNRELATED) / (1 - _UNRELATED)) for side in sides]
    nearness = 1 - min(1.0, abs(span.start - quote.start) / max(1, len(text)))
    return (sum(related) / len(related) if related else 1.0), nearness


def _alike(one: str, other: str) -> float:
    return fuzz.ratio(one, other) / 100
