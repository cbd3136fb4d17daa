"""Says who: the sources that sentences credit, so that they can be counted apart from the outlets that carry them.

Three reports that all credit the Wall Street Journal are three voices and one source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
        for telling in told[article.id]:
            for credit in telling.credits:
                sentence = telling.sentence_at(credit.cue)
                if credit.who and sentence:
                    text = article.text[credit.start : credit.end]
                    mention = Mention(article.id, sentence.id, credit.start, credit.end, text)
                    mentions[FactKind.ATTRIBUTION, credit.who, ""].append(mention)
    return gathered(mentions)


def sources_of(articles: Iterable[Article], facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """Return by sentence id whom a sentence is credited to, sorted: by its own words, or as part of what one said."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    quotations: defaultdict[str, list[Mention]] = defaultdict(list)
    for fact in facts:
        for mention in fact.mentions:
            if fact.kind is FactKind.ATTRIBUTION:
                found[mention.sentence].add(fact.value)
            elif fact.kind is FactKind.QUOTATION and mention.speaker:
                quotations[mention.article].append(mention)
    for article in articles:
        spoken = sorted(quotations[article.id], key=lambda m: m.start)
        for sentence in article.sentences if spoken else ():
            for mention in spoken:
                if mention.start < sentence.end and sentence.start < mention.end:
                    found[sentence.id].add(mention.speaker or "")
    return {sentence: tuple(sorted(who)) for sentence, who in found.items()}
