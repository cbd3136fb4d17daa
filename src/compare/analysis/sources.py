"""Says who: the sources that sentences credit, so that they can be counted apart from the outlets that carry them.

Three reports that all credit the Wall Street Journal are three voices and one source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from compare.analysis.facts import Key, gathered
from compare.analysis.quotes import find_quotes
from compare.analysis.tellings import Telling, Told, tellings
from compare.model import Article, Fact, FactKind, Mention


def find_speech(articles: Sequence[Article], facts: Sequence[Fact], before: Told | None = None) -> tuple[Fact, ...]:
    """Return the quotations and the sources of all articles.

    Args:
        articles: the articles, in content order.
        facts: their facts, of which the names are used.
        before: as for :func:`~compare.analysis.tellings.tellings`.
    """
    told = tellings(articles, facts, before)
    return (*find_quotes(articles, told), *find_sources(articles, told))


def find_sources(articles: Sequence[Article], told: Mapping[str, Sequence[Telling]]) -> tuple[Fact, ...]:
    """Return whom the sentences of all articles credit, in the order of their ids.

    A name is given in full where its article does so; a source without a name as written, in small letters. The span is
    that of the source, a pronoun's if it is one.
    """
    mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
    for article in articles:
        for who, mention in _credited(article, told[article.id]):
            mentions[FactKind.ATTRIBUTION, who, ""].append(mention)
    return gathered(mentions)


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
