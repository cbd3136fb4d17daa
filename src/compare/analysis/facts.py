"""The checkable details of all articles, and for each the whole list of who mentions it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import TypeAlias

from compare.analysis.aliases import canonical, introduced
from compare.analysis.dates import date_of
from compare.analysis.figure import Figure, ends
from compare.analysis.figures import figures
from compare.analysis.names import Name, by_first_word, find_names, known_names
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
        before: what was read of others, if it is kept: where an article has the same sentences with the same names, it
            holds.
    """

    def __init__(self, articles: Sequence[Article], before: Readings | None = None) -> None:
        self._pieces = [(article, sentence, kind) for article in articles for sentence, kind in _sentences(article)]
        self._texts = [article.cut(sentence) for article, sentence, _ in self._pieces]
        languages = [article.language for article, _, _ in self._pieces]
        names = _names([kind for _, _, kind in self._pieces], self._texts, languages)
        self._names = _without_nouns(names, languages)
        found = (name.text for row in self._names for name in row)
        self._full = canonical(found, _acronyms(self._texts, self._names))
        self._inside: defaultdict[str, list[int]] = defaultdict(list)
        for n, (article, _, _) in enumerate(self._pieces):
            self._inside[article.id].append(n)
        kept = before._read if before else {}
        self._read: dict[str, tuple[date | None, list[tuple[Key, Mention]]]] = {
            own: kept[own] for own in kept.keys() & self._inside if before and before._said(own) == self._said(own)
        }
        self._facts: dict[Key, Fact] = before._facts if before else {}

    def facts(self, published: Mapping[str, str | None]) -> tuple[Fact, ...]:
        """Return the facts in the order of their ids, given the days of publication by article."""
        mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
        for own, numbers in self._inside.items():
            day = date_of(published[own])
            if own not in self._read or self._read[own][0] != day:
                self._read[own] = day, [each for n in numbers for each in self._mentions(n, day)]
            for key, mention in self._read[own][1]:
                mentions[key].append(mention)
        self._facts = {key: self._fact(key, found) for key, found in mentions.items()}
        return tuple(sorted(self._facts.values(), key=lambda f: f.id))

    def _said(self, article: str) -> list[object]:
        """The sentences of an article with their names, as they stand there and in full."""
        return [
            (self._pieces[n][1], [(name, self._full[name.text]) for name in self._names[n]])
            for n in self._inside[article]
        ]

    def _mentions(self, n: int, day: date | None) -> Iterator[tuple[Key, Mention]]:
        (article, sentence, _), text = self._pieces[n], self._texts[n]
        for f in _details(text, article.language, day, self._names[n], self._full):
            start, end = sentence.start + f.start, sentence.start + f.end
            yield (
                (f.kind, f.value, f.unit),
                Mention(article.id, sentence.id, start, end, text[f.start : f.end], f.hedge),
            )

    def _fact(self, key: Key, found: Iterable[Mention]) -> Fact:
        """The fact, and the very same one where nobody else mentions it."""
        mentions = tuple(sorted(found, key=lambda m: (m.article, m.start)))
        before = self._facts.get(key)
        return before if before and before.mentions == mentions else fact_of(key, mentions)


def find_facts(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """Gather the facts of all articles, in the order of their ids; of everything but furniture.

    Args:
        articles: the articles, in content order.
    """
    return Readings(articles).facts({article.id: article.published for article in articles})


def gathered(mentions: Mapping[Key, Sequence[Mention]]) -> tuple[Fact, ...]:
    """Return the facts of these mentions, which stand in order, in the order of the facts' ids."""
    return tuple(sorted((fact_of(key, found) for key, found in mentions.items()), key=lambda f: f.id))


def fact_of(key: Key, mentions: Sequence[Mention]) -> Fact:
    """Return the fact of these mentions; its id is made of what makes them one."""
    return Fact("f" + sha256("\0".join(key).encode()).hexdigest()[:10], *key, tuple(mentions))


def is_precise(fact: Fact, mention: Mention) -> bool:
    """Whether a mention is a figure one would check: "two prominent names" counts nothing, "12 hurt" does."""
    if fact.kind is not FactKind.NUMBER or fact.unit == "magnitude" or any(c.isdigit() for c in mention.text):
        return True
    if not fact.unit:
        return ends(fact.value)[1] >= 10
    return any(n.value >= 10 for n in numerals(mention.text, "en"))  # "three months" is said of any time


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


def _names(kinds: Sequence[ParagraphKind], texts: Sequence[str], languages: Sequence[str]) -> list[list[Name]]:
    """The names of each sentence. In a title any word may have a capital: it only repeats names known from text."""
    body = [n for n, kind in enumerate(kinds) if kind not in _TITLED]
    found = dict(zip(body, find_names([texts[n] for n in body], [languages[n] for n in body]), strict=True))
    known = by_first_word({name.text for row in found.values() for name in row})
    return [found[n] if n in found else known_names(text, known) for n, text in enumerate(texts)]


def _without_nouns(names: list[list[Name]], languages: Sequence[str]) -> list[list[Name]]:
    """Keep of the German names what is more than a noun, all of which have a capital: several words, acronyms, and
    single words that end such a name or are a name in another language. "Lund" alone is lost, "Hafen" is not found."""
    if "de" not in languages:
        return names
    names = [
        row if language != "de" else [part for name in row for part in _parted(name)]
        for row, language in zip(names, languages, strict=True)
    ]
    known = {
        word
        for row, language in zip(names, languages, strict=True)
        for name in row
        if language != "de" or " " in name.text
        for word in name.text.split()[-1:]
    }
    return [
        row if language != "de" else [n for n in row if " " in n.text or n.text in known or n.text.isupper()]
        for row, language in zip(names, languages, strict=True)
    ]


def _parted(name: Name) -> Iterator[Name]:
    """The names on both sides of what stands between two German nouns."""
    start = 0
    for joint in (*_APART.finditer(name.text), None):
        end = joint.start() if joint else len(name.text)
        yield Name(name.text[start:end], name.start + start, name.start + end)
        start = joint.end() if joint else end


def _acronyms(texts: Sequence[str], names: Sequence[Sequence[Name]]) -> dict[str, str]:
    """The full form of each acronym that a sentence introduces in brackets; not of one introduced for two."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for text, row in zip(texts, names, strict=True):
        for name in row:
            if acronym := introduced(text, name.text, name.end):
                meant[acronym].add(name.text)
    return {acronym: next(iter(forms)) for acronym, forms in meant.items() if len(forms) == 1}
