"""Evidence: who says something, in which file, on which line, in which words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import PurePath
from typing import TYPE_CHECKING

from compare.export.inlines import Address, Datum, Name, Quotation
from compare.model import Article, Comparison, Conflict, Mention, Paragraph, Passage, Sentence, is_address, one_line
from compare.model.phrases import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KNOWN_BY = 40
"""Code points by which a quotation is known again."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in an article.

    ``line`` counts from 1, as an editor does; ``start`` and ``end`` count code points of the article's text; ``quote``
    is one line, safe to show. ``sha256`` is that of the article's text; ``url`` its address and ``retrieved`` when it
    was fetched, both empty where they are not known.
    """

    article: str
    outlet: Name
    file: str
    line: int
    start: int
    end: int
    quote: Quotation
    sha256: str
    url: Address
    retrieved: Datum

    def quoted_in(self, words: str) -> bool:
        """Whether words of ours hold the quotation already; they may have cut it, so its beginning is enough."""
        return self.quote.text[:KNOWN_BY] in one_line(words)

    @property
    def place(self) -> str:
        """File and line, as editors and compilers write it: ``report.txt:12``."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Citer:
    """Finds the evidence for parts of one comparison.

    ``names`` maps an article's id to what it is called, each article differently; ``files`` to the shortest name of its
    source that no other shares, as far as there is one.
    """

    comparison: Comparison
    names: Mapping[str, str]
    files: Mapping[str, str]

    @classmethod
    def of(cls, comparison: Comparison) -> Citer:
        """Return the citer of a comparison."""
        articles = comparison.coverage.displayed()
        return cls(comparison, _names(articles), _files(articles))

    def name(self, article: str) -> Name:
        """Return what an article is called, by its id."""
        return Name(self.names[article], article)

    def sentence(self, sentence: str) -> Evidence:
        """Return the evidence that a sentence is, by its id."""
        index = self.comparison.index
        article = index.article_of[sentence]
        return self._at(article, index.sentences[sentence])

    def sentences(self, sentences: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the evidence for sentences, the first of each article, in the order the articles are displayed."""
        index = self.comparison.index
        first: dict[str, str] = {}
        for sentence in sentences:
            first.setdefault(index.article_of[sentence].id, sentence)
        return tuple(self.sentence(first[article]) for article in self.names if article in first)

    def saying(self, words: str, sentences: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the evidence for sentences as :meth:`sentences` does; the one of these very words speaks for its
        article."""
        index = self.comparison.index
        return self.sentences(sorted(sentences, key=lambda s: one_line(index.words(s)) != one_line(words)))

    def sides(self, conflict: Conflict) -> tuple[tuple[Evidence, ...], ...]:
        """Return the sentences of each side; one of which the conflict itself quotes words comes first."""
        first = set(conflict.quoted)
        sides = (sorted(side, key=lambda sentence: sentence not in first) for side in conflict.sides)
        return tuple(tuple(map(self.sentence, side)) for side in sides)

    def mention(self, mention: Mention) -> Evidence:
        """Return the evidence for a fact: the words of the mention itself."""
        return self._at(self.comparison.index.articles[mention.article], mention, mention.text)

    def passage(self, passage: Passage) -> Evidence:
        """Return the evidence that a stretch of an article is."""
        return self._at(self.comparison.index.articles[passage.article], passage)

    def paragraph(self, article: Article, paragraph: Paragraph) -> Evidence:
        """Return the evidence that a paragraph is."""
        return self._at(article, paragraph)

    def _at(self, article: Article, place: Sentence | Paragraph | Passage | Mention, words: str = "") -> Evidence:
        return Evidence(
            article=article.id,
            outlet=self.name(article.id),
            file=self.files[article.id],
            line=article.line_of(place.start),
            start=place.start,
            end=place.end,
            quote=Quotation(one_line(words or article.text[place.start : place.end]), article.id),
            sha256=article.sha256,
            url=Address(one_line(article.url or "")),
            retrieved=Datum(moment(one_line(article.retrieved or ""))),
        )


def _names(articles: Iterable[Article]) -> dict[str, str]:
    """Call articles by their labels; those that share a label are numbered."""
    labels = {article.id: one_line(article.label) or "unnamed" for article in articles}
    uses = Counter(labels.values())
    names: dict[str, str] = {}
    for article, label in labels.items():
        numbered = (name for n in count(1) if (name := f"{label} ({n})") not in uses and name not in names.values())
        names[article] = label if uses[label] == 1 else next(numbered)
    return names


def _files(articles: Iterable[Article]) -> dict[str, str]:
    """Call sources by their last part where that tells them apart; addresses are given whole, and two revisions of one
    with when each was fetched."""
    articles = tuple(articles)
    whole = {article.id: one_line(article.source) for article in articles}
    same = Counter(whole.values())
    for article in articles:
        if same[whole[article.id]] > 1 and article.retrieved:
            whole[article.id] += f" ({moment(one_line(article.retrieved))})"
    short = {a: s if is_address(s) else PurePath(s).name or s for a, s in whole.items()}
    uses = Counter(short.values())
    return {article: name if uses[name] == 1 else whole[article] for article, name in short.items()}
