"""What is other in a comparison than in the one before of the same texts, for whoever keeps what was found of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from compare.analysis.voices import mixed
from compare.model import Comparison, Fact, FactKind, Link, Mention, Nearest, one_line
from compare.model.difference import Changed, Difference


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the articles that are others in one respect: with whom they share a voice, when they were published, which
    of their sentences are compared, which of their paragraphs are reporting, whether they are whole. ``labels`` are
    what those were called, on one line, that are called otherwise. ``mentioning`` are the sentences that mention facts
    which are others, and be it for what is mentioned elsewhere; ``facts_in`` those of them in which other facts are
    mentioned, or in other words. ``links`` and ``nearest`` are those that are others."""

    voices: Set[str]
    labels: Set[str]
    dated: Set[str]
    compared: Set[str]
    reporting: Set[str]
    whole: Set[str]
    mentioning: Set[str]
    facts_in: Set[str]
    links: Changed[Link]
    nearest: Changed[Nearest]


def changes(before: Comparison, now: Comparison, differs: Difference) -> Changes:
    """Compare the articles of two comparisons; ``differs`` is in what else they differ."""
    pairs = zip(before.coverage.articles, now.coverage.articles, strict=True)
    others = [(old, new) for old, new in pairs if old is not new]
    articles = now.coverage.articles
    spoke, speaks = ([comparison.index.voice_of[a.id] for a in articles] for comparison in (before, now))
    outlets = mixed([a.voice for a in before.coverage.articles], [a.voice for a in articles])
    gone, come = set(_mentioned(differs.facts.gone)), set(_mentioned(differs.facts.new))
    return Changes(
        # an article whose outlet stays may still be a reprint now, or no more: its voice is another article's then
        voices={articles[k].id for k in outlets | mixed(spoke, speaks)},
        labels={one_line(old.label) for old, new in others if old.label != new.label},
        dated={new.id for old, new in others if old.published != new.published},
        compared={new.id for old, new in others if old.sentences != new.sentences},
        reporting={new.id for old, new in others if old.paragraphs != new.paragraphs},
        whole={new.id for old, new in others if old.complete != new.complete},
        mentioning={mention.sentence for *_, mention in gone | come},
        facts_in={mention.sentence for *_, mention in gone ^ come},
        links=differs.links,
        nearest=differs.nearest,
    )


def _mentioned(facts: Iterable[Fact]) -> Iterator[tuple[FactKind, str, str, Mention]]:
    """What is mentioned of facts, each with what it says."""
    return ((fact.kind, fact.value, fact.unit, mention) for fact in facts for mention in fact.mentions)
