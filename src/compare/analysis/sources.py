"""Says who: the sources that sentences credit, so that they can be counted apart from the outlets that carry them.

Three reports that all credit the Wall Street Journal are three voices and one source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from compare.analysis.facts import Gathered, Key
from compare.analysis.quotes import quotations
from compare.analysis.tellings import Telling, Told, tellings
from compare.model import Article, Fact, FactKind, Mention


class Speech:
    """The quotations and the sources of a set, kept: only those articles are read again that are others, or whose names
    are."""

    def __init__(self) -> None:
        self._told: Told = {}
        self._said: dict[str, tuple[Sequence[Telling], Sequence[tuple[Key, Mention]]]] = {}
        self._gathered = Gathered()

    def facts(self, articles: Sequence[Article], facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return whom the sentences of all articles credit, and what they quote, in the order of the facts' ids; the
        same words are one fact.

        A name is given in full where its article does so; a source without a name as written, in small letters. The
        span of a source is its own, a pronoun's if it is one.

        Args:
            articles: the articles, in content order.
            facts: their facts, of which the names are used.
        """
        mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
        told = tellings(articles, facts, self._told)
        for article in articles:
            if article.id not in self._said or self._said[article.id][0] is not told[article.id]:
                self._said[article.id] = told[article.id], [*_said(article, told[article.id])]
            for key, mention in self._said[article.id][1]:
                mentions[key].append(mention)
        return self._gathered.facts(mentions)


def find_speech(articles: Sequence[Article], facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return what :meth:`Speech.facts` does, and keep nothing."""
    return Speech().facts(articles, facts)


def _said(article: Article, told: Sequence[Telling]) -> Iterator[tuple[Key, Mention]]:
    for value, mention in quotations(article, told):
        yield (FactKind.QUOTATION, value, ""), mention
    for who, mention in _credited(article, told):
        yield (FactKind.ATTRIBUTION, who, ""), mention


def _credited(article: Article, told: Iterable[Telling]) -> Iterator[tuple[str, Mention]]:
    """Yield whom an article credits, with where it does so."""
    for telling in told:
        for credit in telling.credits:
            sentence = telling.sentence_at(credit.cue)
            if credit.who and sentence:
                text = article.text[credit.start : credit.end]
                yield credit.who, Mention(article.id, sentence.id, credit.start, credit.end, text)


def sources_of(articles: Iterable[Article], facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """Return by sentence id whom a sentence is credited to, sorted: by its own words, or as part of what one said."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    quotations: defaultdict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for fact, mention in ((f, m) for f in facts for m in f.mentions):
        if fact.kind is FactKind.ATTRIBUTION:
            found[mention.sentence].add(fact.value)
        elif fact.kind is FactKind.QUOTATION and mention.speaker:
            quotations[mention.article].append((mention.speaker, mention))
    for article in articles:
        for (speaker, mention), sentence in product(quotations[article.id], article.sentences):
            if mention.start < sentence.end and sentence.start < mention.end:
                found[sentence.id].add(speaker)
    return {sentence: tuple(sorted(who)) for sentence, who in found.items()}
