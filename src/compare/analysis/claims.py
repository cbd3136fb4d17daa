"""Groups of sentences in the model's words: claims with their text, kind, status, stance and confidence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import repeat
from math import fsum

import numpy as np

from compare.analysis.far import Far
from compare.analysis.kinds import kind_of
from compare.analysis.known import Known
from compare.analysis.learnt import Learnt
from compare.analysis.moments import Span
from compare.analysis.terms import Ints
from compare.model import Claim, Stance, Status, share_words
from compare.model.stances import CODE, Stances, told_otherwise
from compare.model.words import COUNTED

TOLD_TOO = 0.49
"""A claim of one voice is at most this sure where another voice gives a sum, share, number or minute of it: then that
may well state it in words of its own, and no finding tells it. Of fourteen such claims with a figure in 23 sets written
for this, which would have been told without a "perhaps", eleven stand elsewhere whole and two in part. SPARK has one
among 459. Of times to the minute 32 sets have two such claims, both of which stand elsewhere, SPARK and ECB+ none."""


@dataclass(slots=True)
class Made:
    """What was made of groups, kept for those of which nothing else is known now.

    Attributes:
        orders: by group, its sentences, the clearest first.
        claims: by group, by the head of the claim and whether it came of a reader's hand, the claim as it would be if
            all articles were whole.
        voiced: the groups that other voices may state than their claims say.
        moved: those to which articles may stand otherwise.
        told: by such a claim the claim as it is, with the articles that are cut.
        far: which articles are far from the groups.
    """

    orders: dict[Sequence[int], Sequence[int]] = field(default_factory=dict)
    claims: dict[tuple[Sequence[int], int | None, bool], Claim] = field(default_factory=dict)
    voiced: Set[Sequence[int]] = frozenset()
    moved: Set[Sequence[int]] = frozenset()
    told: dict[int, tuple[Claim, Set[str], Claim]] = field(default_factory=dict)
    far: Far = field(default_factory=Far)

    def forget(self, learnt: Learnt) -> None:
        """Forget what does not hold any more."""
        other = {group for group in self.orders if learnt.of_sentences(group)}
        # of what is left every sentence is still there
        self.orders = {group: order for group, order in self.orders.items() if group not in other}
        self.voiced = {group for group in self.orders if learnt.of_voices(group)}
        self.moved = {group for group in self.orders if learnt.of_stances(group)}
        self.claims = {key: claim for key, claim in self.claims.items() if key[0] not in other}
        self.far.forget(learnt)


def make_claims(
    known: Known,
    groups: Sequence[tuple[int, ...]],
    by_hand: Set[tuple[int, ...]] = frozenset(),
    made: Made | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of the grouped sentences, in order of their ids.

    A claim is called after one of its sentences, so it mostly keeps its id whatever joins the set.

    Args:
        known: what is known of the set.
        groups: the sentences of each claim, in order.
        by_hand: the groups that came of a reader's hand.
        made: what was made of groups so far, if it is kept.
    """
    made = made or Made()
    before, made.orders, made.claims = (made.orders, made.claims), {}, {}
    cut = frozenset(article.id for article in known.numbered.articles if not article.complete)
    taken: set[int] = set()
    claims = []
    for group in sorted(groups, key=lambda g: (-len(g), g)):
        order = made.orders[group] = before[0].get(group) or _clearest_first(known, group)
        head = next((n for n in order if n not in taken), None)
        if head is not None:
            taken.add(head)
        key = group, head, group in by_hand
        claim = before[1].get(key)
        if claim is None:
            claim = replace(_claim(known, made, group, head, order[0] if head is None else head), corrected=key[2])
        elif group in made.voiced or group in made.moved:
            claim = _turned(known, made, group, claim, voiced=group in made.voiced, moved=group in made.moved)
        made.claims[key] = claim
        claims.append(claim)
    made.far.keep(made.orders.keys() | before[0].keys())
    told, made.told = made.told, {}
    for claim in claims:
        before_it = told.get(id(claim))
        made.told[id(claim)] = before_it if before_it and before_it[1] == cut else (claim, cut, _unknown_of(claim, cut))
    return tuple(sorted((said for _, _, said in made.told.values()), key=lambda c: c.id))


def _turned(known: Known, made: Made, group: Sequence[int], claim: Claim, *, voiced: bool, moved: bool) -> Claim:
    """The claim after what is nearest to its sentences elsewhere is another, if it is ``moved``, or, if it is
    ``voiced``, after other articles share their voice; the very same one where that says nothing else of it."""
    status, confidence, voices, stance = claim.status, claim.confidence, claim.voices, claim.stance
    if voiced:
        status, voices = _status(known, group), _voices(known, group)
    if status is Status.UNIQUE:
        confidence = round(_alone(known, group), 6)
    elif voiced:
        confidence = round(_together(known, group), 6)
    if status is Status.UNIQUE:
        stance = {}
    elif moved or claim.status is Status.UNIQUE or made.far.hang_on_voices(group):
        stance = _stances(known, made, group)
    now = replace(claim, status=status, confidence=confidence, stance=stance, voices=voices)
    return claim if now == claim else now


def _unknown_of(claim: Claim, cut: Set[str]) -> Claim:
    """The claim with no word on who lacks it of articles that are cut."""
    lacking = [article for article in cut if claim.stance.get(article) is Stance.ABSENT]
    return replace(claim, stance=told_otherwise(claim.stance, lacking, Stance.UNKNOWN)) if lacking else claim


def _claim(known: Known, made: Made, group: Sequence[int], head: int | None, shown: int) -> Claim:
    """The claim of a group that is called after ``head`` and has the words of ``shown``."""
    pieces, articles = known.numbered.pieces, known.numbered.articles
    text = pieces[shown][0].cut(pieces[shown][1])
    status = _status(known, group)
    return Claim(
        id=_claim_id(known, group, head),
        text=text,
        kind=kind_of(text, known.kinds.get(shown, ()), credited=pieces[shown][1].id in known.sources),
        sentences=tuple(pieces[n][1].id for n in known.numbered.in_order(group)),
        articles=tuple(articles[k].id for k in sorted({known.numbered.article[n] for n in group})),
        status=status,
        confidence=round(_alone(known, group) if status is Status.UNIQUE else _together(known, group), 6),
        stance={} if status is Status.UNIQUE else _stances(known, made, group),
        voices=_voices(known, group),
        sources=tuple(sorted({who for n in group for who in known.sources.get(pieces[n][1].id, ())})),
    )


def _claim_id(known: Known, group: Sequence[int], head: int | None) -> str:
    """A claim is called after a sentence that no larger claim is called after, or else after all of its sentences."""
    if head is not None:
        return f"c{known.numbered.pieces[head][1].id}"
    return "c" + sha256("\0".join(known.numbered.pieces[n][1].id for n in group).encode()).hexdigest()[:10]


def _clearest_first(known: Known, group: Sequence[int]) -> list[int]:
    """Order sentences by how well they stand for all: in the language of most, most figures, telling whom they speak
    of, nearest to the others, shortest."""
    here = Counter(known.numbered.pieces[n][0].language for n in group)

    def clearness(n: int) -> tuple[float, ...]:
        article, sentence = known.numbered.pieces[n]
        spoken = (-here[article.language], -known.languages[article.language])
        nearness = fsum(filter(None, map(known.near[n].get, group)))
        figures, away = -len(known.figures.get(n, ())), _HE.match(article.text, sentence.start) is not None
        return *spoken, figures, away, -round(nearness, 6), sentence.end - sentence.start, n

    return sorted(group, key=clearness)


_HE = re.compile(r"[\"“‘'*_]*(?:He|She|It|They)\b")
"""What a sentence begins with that does not tell whom it speaks of."""


def _status(known: Known, group: Sequence[int]) -> Status:
    stating = {known.voice[n] for n in group}
    if len(stating) == 1:
        return Status.UNIQUE
    return Status.COMMON if stating == known.voices else Status.PARTIAL


def _voices(known: Known, group: Sequence[int]) -> int:
    article, taken = known.numbered.article, known.taken
    copies = ((article[n], taken[n]) for n in taken.keys() & group)
    return known.numbered.voices.count(map(article.__getitem__, group), copies)


def _together(known: Known, group: Sequence[int]) -> float:
    """How sure it is that two voices state a claim: the probability of its best link."""
    by_voice: defaultdict[int, list[int]] = defaultdict(list)
    for n in group:
        by_voice[known.voice[n]].append(n)
    rest, best = set(group), 0.0
    for own in by_voice.values():
        rest.difference_update(own)
        if rest:
            best = max(best, *(max(map(known.near[n].get, rest, repeat(0.0))) for n in own))
    return best


def _likeliest(row: Mapping[int, float], sentences: Iterable[int]) -> float:
    """The highest score that a sentence has with any of some others."""
    return max(filter(None, map(row.get, sentences)), default=0.0)


def _alone(known: Known, group: Sequence[int]) -> float:
    """How sure it is that no other voice states a claim, from what comes nearest to it elsewhere and from the longest
    of its sentences."""
    article, _ = known.numbered.pieces[group[0]]
    own = known.voice[group[0]]
    others = [k for k, voice in enumerate(known.numbered.voice) if voice != own]
    if not any(share_words(known.numbered.articles[k].language, article.language) for k in others):
        return known.weights.alone  # no other text can be matched but by its names and numbers
    best = known.pairs.nearest[np.ix_(list(group), others)].max(initial=0.0)
    words = max(len(COUNTED.findall(a.cut(s))) for a, s in (known.numbered.pieces[n] for n in group))
    sure = float(known.weights.unique.probability(best, np.array(float(words))))
    figures, fractions = _telling(known, group), [n for n in group if known.fractions(n)]
    articles = known.numbered.articles
    if not known.given.holders(figures).isdisjoint(articles[k].id for k in others):
        return min(sure, TOLD_TOO)
    if any(known.gives_share(k, n) for n in fractions for k in others):
        return min(sure, TOLD_TOO)
    minutes = frozenset[Span]().union(*map(known.moments, group))
    if minutes and any(known.tells_any(k, minutes) for k in others):
        return min(sure, TOLD_TOO)
    return sure


def _stances(known: Known, made: Made, group: Sequence[int]) -> Stances:
    """How each article that does not plainly state the claim stands to it, if all are whole."""
    own: defaultdict[int, list[int]] = defaultdict(list)
    for n in group:
        own[known.numbered.article[n]].append(n)
    stating = list(own)
    silent = known.readable(frozenset(known.numbered.articles[k].language for k in stating)).copy()
    silent[stating] = False
    codes = np.full(len(known.place), CODE[Stance.UNKNOWN], dtype=np.uint8)
    codes[stating] = 0
    codes[_lacking(known, group, made.far.of(known, group, silent))] = CODE[Stance.ABSENT]
    exact = known.figures.keys() & group
    codes[[k for k, said in own.items() if _is_weaker(known, said, exact)]] = CODE[Stance.WEAKER]
    return Stances(known.place, codes.tobytes())


def _is_weaker(known: Known, said: Sequence[int], exact: Set[int]) -> bool:
    """Whether the sentences of an article state a claim less specifically: without any figure, date or time, where one
    of the claim's sentences with a figure, ``exact``, is linked to them that stands nowhere in the article."""
    if not exact or not known.specific.isdisjoint(said):
        return False
    given = known.given.by_article.get(known.numbered.pieces[said[0]][0].id, set())
    lacked = [m for m in exact if not known.figures[m] <= given]
    return any(_likeliest(known.near[n], lacked) >= known.weights.faint for n in said)


def _lacking(known: Known, group: Sequence[int], far: Ints) -> Ints:
    """Which of some articles lack a claim, that do not come near to it: those that give no telling figure of it, for
    they may well state it in words of their own: "about three weeks", "open for 20 days". Of twenty that gave one, in
    the stories written for this, twelve did; of four in SPARK none by the labels."""
    figures = _telling(known, group)
    if not figures:
        return far
    articles, giving = known.numbered.articles, known.given.holders(figures)
    return far[[articles[k].id not in giving for k in far.tolist()]]


def _telling(known: Known, group: Sequence[int]) -> Set[str]:
    """The figures of some sentences by which a claim can be told."""
    return {figure for n in group for figure in known.figures.get(n, ()) if figure in known.given.telling}
