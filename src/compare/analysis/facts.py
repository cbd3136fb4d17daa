"""The checkable details of all articles, and for each the whole list of who mentions it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from hashlib import sha256
from typing import TypeAlias

from compare.analysis.aliases import canonical, introduced
from compare.analysis.dates import date_of
from compare.analysis.figure import Figure, ends
from compare.analysis.figures import figures
from compare.analysis.name_runs import Name
from compare.analysis.names import Capitals, by_first_word, known_names
from compare.analysis.numerals import numerals
from compare.model import Article, Fact, FactKind, Mention, ParagraphKind, Sentence

Key: TypeAlias = tuple[FactKind, str, str]
"""Kind, normalised value and unit: what makes two mentions one fact."""

_TITLED = (ParagraphKind.TITLE, ParagraphKind.HEADING)

_APART = re.compile(r" der |(?<=(?:ung|eit|aft|ion)) von ")
"""Between two German nouns: "Lagerhalle der Spedition Tann", "Lagerung von Batterien"; not in "Ursula von Tann"."""


class Readings:
    """What the sentences of articles say that can be checked, kept: of other days of publication only the sentences of
    those articles are read again.

    Args:
        articles: the articles, in content order; of everything but furniture.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._whole = _Read(articles)
        self._read: dict[str, tuple[date | None, list[tuple[Key, Mention]]]] = {}
        self._gathered = Gathered()

    def facts(self, published: Mapping[str, str | None], put_in: Sequence[Article] = ()) -> tuple[Fact, ...]:
        """Return the facts in the order of their ids.

        Args:
            published: the day of publication, by article.
            put_in: articles with what was put in, of which is read what is furniture in those that were read: in their
                light, and nothing that was read says anything else for it.
        """
        mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
        for own, numbers in self._whole.inside.items():
            day = date_of(published[own])
            if own not in self._read or self._read[own][0] != day:
                self._read[own] = day, [each for n in numbers for each in self._whole.mentions(n, day)]
            for key, mention in self._read[own][1]:
                mentions[key].append(mention)
        more = _Read(put_in, self._whole)
        for own, numbers in more.inside.items():
            for key, mention in (each for n in numbers for each in more.mentions(n, date_of(published[own]))):
                mentions[key].append(mention)
        return self._gathered.facts({k: tuple(sorted(m, key=_in_order)) for k, m in mentions.items()})


def _in_order(mention: Mention) -> tuple[str, int]:
    return mention.article, mention.start


class Gathered:
    """Facts by their key, kept: the very same one where nobody else mentions it."""

    def __init__(self) -> None:
        self._facts: dict[Key, Fact] = {}

    def facts(self, mentions: Mapping[Key, Sequence[Mention]]) -> tuple[Fact, ...]:
        """Return the facts of these mentions, which stand in order, in the order of the facts' ids."""
        self._facts = {key: self._fact(key, tuple(found)) for key, found in mentions.items()}
        return tuple(sorted(self._facts.values(), key=lambda f: f.id))

    def _fact(self, key: Key, mentions: tuple[Mention, ...]) -> Fact:
        before = self._facts.get(key)
        return before if before and before.mentions == mentions else fact_of(key, mentions)


class _Read:
    """The sentences of articles with their names, those of furniture left out.

    Args:
        articles: the articles, in content order.
        before: what was read of them when some of their paragraphs were furniture: only these are read then, in the
            light of all.

    Attributes:
        inside: the numbers of the sentences of each article that has any, by its id.
    """

    def __init__(self, articles: Sequence[Article], before: _Read | None = None) -> None:
        known = before._sentences if before else frozenset()
        self._pieces = [(a, s, kind) for a in articles for s, kind in _sentences(a) if s.id not in known]
        self._sentences: frozenset[str] = frozenset(sentence.id for _, sentence, _ in self._pieces)
        self.inside: defaultdict[str, list[int]] = defaultdict(list)
        for n, (article, _, _) in enumerate(self._pieces):
            self.inside[article.id].append(n)
        self._texts = [article.cut(sentence) for article, sentence, _ in self._pieces]
        body = [n for n, (_, _, kind) in enumerate(self._pieces) if kind not in _TITLED]
        languages = [article.language for article, _, _ in self._pieces]
        self._capitals: Capitals = Capitals(
            [self._texts[n] for n in body], [languages[n] for n in body], before._capitals if before else None
        )
        names = _with_titles(dict(zip(body, self._capitals.found, strict=True)), self._texts)
        self._words: frozenset[str] = before._words if before else frozenset()
        if "de" in languages:
            names = [_or_parted(row, language) for row, language in zip(names, languages, strict=True)]
            self._words |= _known_words(names, languages)
            names = [_without_nouns(row, language, self._words) for row, language in zip(names, languages, strict=True)]
        self._names = names
        self._forms: set[str] = {name.text for row in self._names for name in row} | (
            before._forms if before else set()
        )
        self._meant: dict[str, Set[str]] = _acronyms(self._texts, self._names, before._meant if before else {})
        # not of one that is introduced for two
        whole = {acronym: next(iter(forms)) for acronym, forms in self._meant.items() if len(forms) == 1}
        same = before and (self._forms, self._meant) == (before._forms, before._meant)
        self._full: dict[str, str] = before._full if before and same else canonical(self._forms, whole)

    def mentions(self, n: int, day: date | None) -> Iterator[tuple[Key, Mention]]:
        """Yield what a sentence mentions, by its number, if the article is of that day."""
        (article, sentence, _), text = self._pieces[n], self._texts[n]
        for f in _details(text, article.language, day, self._names[n], self._full):
            start, end = sentence.start + f.start, sentence.start + f.end
            yield (
                (f.kind, f.value, f.unit),
                Mention(article.id, sentence.id, start, end, text[f.start : f.end], f.hedge),
            )


def find_facts(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """Gather the facts of all articles, in the order of their ids; of everything but furniture.

    Args:
        articles: the articles, in content order.
    """
    return Readings(articles).facts({article.id: article.published for article in articles})


def fact_of(key: Key, mentions: Sequence[Mention]) -> Fact:
    """Return the fact of these mentions; its id is made of what makes them one."""
    return Fact("f" + sha256("\0".join(key).encode()).hexdigest()[:10], *key, tuple(mentions))


def is_precise(fact: Fact, mention: Mention) -> bool:
    """Whether a mention is a figure one would check: "two prominent names" counts nothing, "12 hurt" does."""
    if fact.kind is not FactKind.NUMBER or fact.unit == "magnitude" or any(c.isdigit() for c in mention.text):
        return True
    if not fact.unit:
        return ends(fact.value)[1] >= 10
    # "three months" is said of any time, "three and a half" is not
    return "half" in mention.text.lower() or any(n.value >= 10 for n in numerals(mention.text, "en"))


def _details(
    text: str, language: str, published: date | None, names: Sequence[Name], full: Mapping[str, str]
) -> Iterator[Figure]:
    """The figures of a sentence, and those of its names that are no part of one."""
    found = figures(text, language, published)
    yield from found
    for name in names:
        if not any(name.start < f.end and f.start < name.end for f in found):
            yield Figure(FactKind.NAME, full[name.text], "", name.start, name.end)


def _sentences(article: Article) -> Iterator[tuple[Sentence, ParagraphKind]]:
    kinds = {paragraph.id: paragraph.kind for paragraph in article.paragraphs}
    for sentence in article.sentences:
        if kinds[sentence.paragraph] is not ParagraphKind.FURNITURE:
            yield sentence, kinds[sentence.paragraph]


def _with_titles(body: Mapping[int, list[Name]], texts: Sequence[str]) -> list[list[Name]]:
    """The names of each sentence, given those of the body by number. In a title any word may have a capital: it only
    repeats names known from text."""
    known = by_first_word({name.text for row in body.values() for name in row})
    return [body[n] if n in body else known_names(text, known) for n, text in enumerate(texts)]


def _known_words(names: Sequence[Sequence[Name]], languages: Sequence[str]) -> frozenset[str]:
    """The words that end a name of several words, or one in another language than German."""
    return frozenset(
        word
        for row, language in zip(names, languages, strict=True)
        for name in row
        if language != "de" or " " in name.text
        for word in name.text.split()[-1:]
    )


def _without_nouns(row: Sequence[Name], language: str, known: Set[str]) -> list[Name]:
    """Keep of the German names of a sentence what is more than a noun, all of which have a capital: several words,
    acronyms, and single words that are known. "Lund" alone is lost, "Hafen" is not found."""
    return [n for n in row if language != "de" or " " in n.text or n.text in known or n.text.isupper()]


def _or_parted(row: Sequence[Name], language: str) -> list[Name]:
    """The names of a sentence, of a German one without what joins two nouns."""
    return list(row) if language != "de" else [part for name in row for part in _parted(name)]


def _parted(name: Name) -> Iterator[Name]:
    """The names on both sides of what stands between two German nouns."""
    start = 0
    for joint in (*_APART.finditer(name.text), None):
        end = joint.start() if joint else len(name.text)
        yield Name(name.text[start:end], name.start + start, name.start + end)
        start = joint.end() if joint else end


def _acronyms(
    texts: Sequence[str], names: Sequence[Sequence[Name]], before: Mapping[str, Set[str]]
) -> dict[str, Set[str]]:
    """The full forms of each acronym that a sentence introduces in brackets, beside those of ``before``."""
    meant = dict(before)
    for text, row in zip(texts, names, strict=True):
        for name in row:
            if acronym := introduced(text, name.text, name.end):
                meant[acronym] = meant.get(acronym, frozenset()) | {name.text}
    return meant
