"""What is other in a comparison than in the one before of the same texts, for whoever keeps what was found of that."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from compare.model import Comparison, Link
from compare.model.index import Changed, Difference


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the articles that are others in one respect: who speaks in them, what they are called, when they were
    published, which of their sentences are compared, which of their paragraphs are reporting, whether they are whole.
    ``mentioning`` are the sentences that mention facts which are others, ``links`` the links that are."""

    voices: Set[str]
    labels: Set[str]
    dated: Set[str]
    compared: Set[str]
    reporting: Set[str]
    whole: Set[str]
    mentioning: Set[str]
    links: Changed[Link]


def changes(before: Comparison, now: Comparison, differs: Difference) -> Changes:
    """Compare the articles of two comparisons; ``differs`` is in what else they differ."""
    pairs = zip(before.coverage.articles, now.coverage.articles, strict=True)
    others = [(old, new) for old, new in pairs if old is not new]
    # an article whose outlet stays may still be a reprint now, or no more: its voice is another article's then
    spoke, speaks = before.index.voice_of, now.index.voice_of
    return Changes(
        voices={new.id for old, new in others if old.voice != new.voice} | {a for a in speaks if speaks[a] != spoke[a]},
        labels={new.id for old, new in others if old.label != new.label},
        dated={new.id for old, new in others if old.published != new.published},
        compared={new.id for old, new in others if old.sentences != new.sentences},
        reporting={new.id for old, new in others if old.paragraphs != new.paragraphs},
        whole={new.id for old, new in others if old.complete != new.complete},
        mentioning={m.sentence for fact in (*differs.facts.gone, *differs.facts.new) for m in fact.mentions},
        links=differs.links,
    )
