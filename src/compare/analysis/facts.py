"""The checkable details of all articles, and for each the whole list of who mentions it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256

from compare.analysis.figures import figures
from compare.analysis.names import Name, canonical, find_names, known_names
from compare.model import Article, Fact, FactKind, Mention, ParagraphKind, Sentence

Key = tuple[FactKind, str, str]
_TITLED = (ParagraphKind.TITLE, ParagraphKind.HEADING)


def find_facts(pieces: Sequence[tuple[Article, Sentence]]) -> tuple[Fact, ...]:
    """Gather the facts of all comparable sentences, in the order of their ids.

    Args:
        pieces: the sentences with their articles, in content order.
    """
    mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
    texts = [article.cut(sentence) for article, sentence in pieces]
    names = _names(pieces, texts)
    full = canonical(name.text for row in names for name in row)
    for (article, sentence), text, row in zip(pieces, texts, names, strict=True):
        found = figures(text, article.language)
        for f in found:
            mention = _mention(article, sentence, text, f.start, f.end, f.hedge)
            mentions[f.kind, f.value, f.unit].append(mention)
        for name in row:
            if not any(name.start < f.end and f.start < name.end for f in found):
                key = (FactKind.NAME, full[name.text], "")
                mentions[key].append(_mention(article, sentence, text, name.start, name.end, None))
    facts = [
        Fact(fact_id(key), *key, tuple(sorted(found, key=lambda m: (m.article, m.start))))
        for key, found in mentions.items()
    ]
    return tuple(sorted(facts, key=lambda f: f.id))


def _names(pieces: Sequence[tuple[Article, Sentence]], texts: Sequence[str]) -> list[list[Name]]:
    """The names of each sentence. In a title every word may have a capital, so it only repeats names known from text."""
    titled = {p.id for article in {a.id: a for a, _ in pieces}.values() for p in article.paragraphs if p.kind in _TITLED}
    body = [n for n, (_, sentence) in enumerate(pieces) if sentence.paragraph not in titled]
    found = dict(zip(body, find_names([texts[n] for n in body]), strict=True))
    known = {name.text for row in found.values() for name in row}
    return [found[n] if n in found else known_names(text, known) for n, text in enumerate(texts)]


def fact_id(key: Key) -> str:
    """Return ``f`` and ten hex digits over kind, value and unit."""
    return "f" + sha256("\0".join(key).encode()).hexdigest()[:10]


def is_precise(fact: Fact, mention: Mention) -> bool:
    """Whether a mention is a figure one would check: "two prominent names" counts nothing, "12 hurt" does."""
    return fact.kind is not FactKind.NUMBER or any(c.isdigit() for c in mention.text) or Decimal(fact.value) >= 10


def _mention(article: Article, sentence: Sentence, text: str, start: int, end: int, hedge: str | None) -> Mention:
    return Mention(article.id, sentence.id, sentence.start + start, sentence.start + end, text[start:end], hedge)
