"""The nouns of a text: coverage set, article, paragraph, sentence.

All offsets count code points of :attr:`Article.text` and are half-open: ``text[start:end]``. Ids derive from content
alone, so an article keeps its ids whatever it is opened with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from compare.model.address import one_address


class ParagraphKind(StrEnum):
    """What a paragraph is for. Headings, captions and furniture are not compared; furniture is always listed with its
    reason."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    QUOTE = "quote"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article. ``reason`` says why it is furniture, and is ``None`` for every other kind."""

    id: str
    kind: ParagraphKind
    start: int
    end: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph. ``comparable`` is false for furniture, headings and other text that claims nothing."""

    id: str
    paragraph: str
    start: int
    end: int
    comparable: bool


_PLAIN = re.compile(r"\.(?:txt|text|md|markdown)$", re.IGNORECASE)
_HOLDS_TEXTS = re.compile(r"\.(?:json|jsonl|ndjson|eml)(?:#\d+)?$", re.IGNORECASE)
"""Names of files that are a text, and of those that hold texts among other things."""


@dataclass(frozen=True, slots=True)
class Article:
    """One report, with the text exactly as decoded.

    Attributes:
        id: ``a`` and ten hex digits over outlet and text.
        outlet: who published it, if the manifest or the page says so; ``None`` if not known.
        label: what to call it on screen: the outlet, or a guess from the text or the file name that ends in ``?``.
        title: its headline, empty if it has none.
        source: the path or address it was read from, as the user would name it.
        url: its public address, if known.
        published: ISO 8601 date or date-time of publication, if known.
        retrieved: ISO 8601 date-time of fetching, if it was fetched.
        language: ISO 639 code, of two letters where there is one.
        complete: false if the text is known to be cut: what it lacks is then unknown, not omitted.
        sha256: hex digest of the text in UTF-8.
        extractor: how the text was got from the source, such as ``text`` or ``markdown``.
        text: all of it, furniture included.
        author: who wrote it, as the source puts it, if it says so.
        modified: ISO 8601 date or date-time of the last change, if known.
        origins: where the source says each of its data, as pairs of a name such as ``outlet`` or ``published`` and a
            place such as ``JSON-LD publisher``.
    """

    id: str
    outlet: str | None
    label: str
    title: str
    source: str
    url: str | None
    published: str | None
    retrieved: str | None
    language: str
    complete: bool
    sha256: str
    extractor: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    author: str | None = None
    modified: str | None = None
    origins: tuple[tuple[str, str], ...] = ()

    def cut(self, piece: Paragraph | Sentence) -> str:
        """Return the words of a paragraph or sentence of this article."""
        return self.text[piece.start : piece.end]

    @property
    def comparable(self) -> tuple[Sentence, ...]:
        """The sentences that are compared, in text order."""
        return tuple(sentence for sentence in self.sentences if sentence.comparable)

    @property
    def voice(self) -> str:
        """Who speaks: articles of one known outlet are one voice, as are versions of one page of an outlet unknown; any
        other article is its own."""
        if self.outlet:
            return f"outlet {self.outlet.casefold()}"
        return f"address {one_address(self.url)}" if self.url else self.id

    @property
    def is_its_file(self) -> bool:
        """Whether the source is this text to the letter, so that its lines are those of the source.

        Of a page, a PDF, a mail or the like the text is what was read from it; collected, it is a file of its own.
        """
        if _PLAIN.search(self.source):
            return True
        return self.extractor in ("text", "markdown") and not _HOLDS_TEXTS.search(self.source)

    def line_of(self, offset: int) -> int:
        """Return the 1-based line on which a code point stands, as an editor would count it."""
        return bisect_right(_line_ends(self.text), offset) + 1


@lru_cache(maxsize=512)
def _line_ends(text: str) -> Sequence[int]:
    """Where the lines of a text end, as Unix, Windows and old Macs end them. They are kept for the articles of a set: a
    report asks for thousands of lines, and to count them anew each time takes longer than all the rest."""
    return [end.end() for end in re.finditer("\r\n|\n|\r", text)]


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """What a reader should know of a set before trusting what is said of it.

    ``text`` is the sentence; ``article`` the id of the one that it is about, whose label it then begins with, empty if
    it is about none alone. ``cut`` says that it tells by what that article is known to be cut.
    """

    text: str
    article: str = ""
    cut: bool = False

    @classmethod
    def of_cut(cls, article: Article, how: str) -> Notice:
        """Say that an article is cut, and by what that is known: ``cut, as its source says``."""
        return cls(f"{article.label}: {how}: what it lacks is unknown, not omitted", article.id, cut=True)


@dataclass(frozen=True, slots=True)
class CoverageSet:
    """The articles about one event, opened together.

    ``articles`` are in content order (by id), on which nothing of the result depends but its own order; ``order``
    holds their ids as the user named them, for display. ``inputs`` are the paths of all files the set came from, those
    that became no article among them: no report is ever written over one. ``notices`` are what was said while the set
    was put together. ``notes`` are pairs of an article's source and what a manifest notes of it; they are for the
    reader alone, and no report has them.
    """

    articles: tuple[Article, ...]
    order: tuple[str, ...]
    title: str = ""
    notices: tuple[Notice, ...] = ()
    inputs: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the notices say."""
        return tuple(notice.text for notice in self.notices)

    @property
    def language(self) -> str:
        """The language that most articles are in; of several the first in the alphabet, empty without articles."""
        counts = Counter(article.language for article in self.articles)
        return min(counts, key=lambda language: (-counts[language], language), default="")

    def displayed(self) -> tuple[Article, ...]:
        """Return the articles in the order the user named them."""
        place = {article: n for n, article in enumerate(self.order)}
        return tuple(sorted(self.articles, key=lambda a: place[a.id]))
