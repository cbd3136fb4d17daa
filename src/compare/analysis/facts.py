"""The checkable details of all articles, and for each the whole list of who mentions it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


def find_facts(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """Gather the facts of all articles, in the order of their ids; of everything but furniture.

    Args:
        articles: the articles, in content order.
    """
    pieces = [(article, s, kind) for article in articles for s, kind in _sentences(article)]
    mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
    texts = [article.cut(sentence) for article, sentence, _ in pieces]
    names = _names([kind for _, _, kind in pieces], texts)
    names = _without_nouns(names, [article.language for article, _, _ in pieces])
    days = {article.id: date_of(article.published) for article in articles}
    full = canonical((name.text for row in names for name in row), _acronyms(texts, names))
    for (article, sentence, _), text, row in zip(pieces, texts, names, strict=True):
        for f in _details(text, article.language, days[article.id], row, full):
            start, end = sentence.start + f.start, sentence.start + f.end
            mention = Mention(article.id, sentence.id, start, end, text[f.start : f.end], f.hedge)
            mentions[f.kind, f.value, f.unit].append(mention)
    return gathered({key: sorted(found, key=lambda m: (m.article, m.start)) for key, found in mentions.items()})


def gathered(mentions: Mapping[Key, Sequence[Mention]]) -> tuple[Fact, ...]:
    """Return the facts of these mentions in the order of their ids, which are made of what makes mentions one fact."""
    facts = (
        Fact("f" + sha256("\0".join(key).encode()).hexdigest()[:10], *key, tuple(found))
        for key, found in mentions.items()
    )
    return tuple(sorted(facts, key=lambda f: f.id))


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


def _names(kinds: Sequence[ParagraphKind], texts: Sequence[str]) -> list[list[Name]]:
    """The names of each sentence. In a title any word may have a capital: it only repeats names known from text."""
    body = [n for n, kind in enumerate(kinds) if kind not in _TITLED]
    found = dict(zip(body, find_names([texts[n] for n in body]), strict=True))
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
