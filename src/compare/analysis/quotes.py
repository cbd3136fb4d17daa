"""Quotations: what was spoken, told from scare quotes, slogans and titles of works, and who is credited with it.

A quotation's span is what stands between its marks, without them and without a comma before the closing one. One that
is split by who says it ("We heard it," she said, "and ran") is one quotation: its span reaches from the first word to
the last, the words between included, while its value holds the quoted words alone. So does one of several paragraphs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from compare.analysis.credits import Credit
from compare.analysis.tellings import Telling, last_speaker
from compare.model import Article, Fact, FactKind, Mention, Span
from compare.model.punctuation import straight
from compare.model.words import WORD

WHOLE = 5
"""Words from which on a sentence in quotation marks is speech though no verb of saying stands by it."""

PART = 3
"""Words from which on a few quoted words are speech if their sentence says who said them; below that they are terms."""

NEAR = 4
"""Credits on each side of a quotation that are looked at: the nearest decides, and no sentence of news has more."""

LONGEST_BREAK = 120
"""Code points that may stand between the parts of a split quotation: who says it and where, not another sentence."""

FEW = 3
"""Words in a row that two renderings of one utterance share."""

MOST = 0.6
"""Share of a quotation's words that another must have, in the same order, to be a rendering of it."""

_NEGATED = re.compile(r"\b(can(?=not\b)|\w+(?=n['’]t\b))(?:not|n['’]t)\b")
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}

_SHORT = re.compile(r"'(s|re|ve|ll|m)\b")
_FULL = {"s": "is", "re": "are", "ve": "have", "ll": "will", "m": "am"}

RUN = 6
"""Words in a row that two texts do not share by chance: five is the longest that unrelated reports of one event do."""

_NAMED = re.compile(
    r"\b(?:called|titled|entitled|dubbed|named|nicknamed|labell?ed|termed|so-called|known as|reads?|reading|song|"
    r"single|film|movie|book|novel|album|episode|series|show|play|slogan|signs?|banners?|phrases?|words?|terms?|hashtag|"
    r"chants?|"
    r"chanted|chanting|headlined|llamad[oa]|titulad[oa]|denominad[oa])[\s,:]*$",
    re.IGNORECASE,
)
"""What stands before a title, a slogan or a term: not before speech."""

_TERMED = re.compile(r"\b(?:the|an?|this|that|these|those|his|her|their|its|of|for|el|la|un|una)\s*$", re.IGNORECASE)
_GAP = re.compile(r"[\s,:–—-]*(?:that\s+|que\s+)?")
_SENTENCE_ENDS = ".!?…"
_PAUSES = (",", "–", "—")


@dataclass(frozen=True, slots=True)
class _Passage:
    """Quoted text: its parts, the span with its marks, and the number of the paragraph in which it begins and ends."""

    parts: tuple[Span, ...]
    outer: int
    after: int
    first: int
    last: int


def spoken_words(text: str) -> str:
    """Return the words of a quotation as they are compared: in small letters, without punctuation."""
    return " ".join(_spoken(text))


def _spoken(text: str) -> list[str]:
    return WORD.findall(straight(text.casefold()))


def alone(voice: Mapping[str, str], quoted: Iterable[tuple[Fact, Set[str]]]) -> frozenset[str]:
    """Return the ids of the quotations of which no other voice's text has the words, or most of them.

    Args:
        voice: who speaks in each article, by its id.
        quoted: the quotations, with the articles that have them.
    """
    return frozenset(f.id for f, having in quoted if len({voice[a] for a in having | {*f.articles}}) == 1)


class Quoted:
    """Which articles have the words of quotations, kept: the texts are searched only for those that are new."""

    def __init__(self) -> None:
        self._standing: dict[str, Set[str]] = {}

    def having(self, articles: Sequence[Article], facts: Iterable[Fact]) -> list[tuple[Fact, Set[str]]]:
        """Return the quotations among some facts, each with the articles that have a run of its words, quoted or not,
        or that quote somebody with most of them; but for those that are shorter than a run."""
        quotations = [fact for fact in facts if fact.kind is FactKind.QUOTATION]
        self._standing |= _standing(articles, {fact.value for fact in quotations} - self._standing.keys())
        long = [fact for fact in quotations if _runs(fact.value.split())]
        rendered = _renderings(long, quotations)
        return [(fact, self._standing[fact.value] | rendered[fact.id]) for fact in long]


def _standing(articles: Sequence[Article], quotations: Iterable[str]) -> dict[str, Set[str]]:
    """The articles that have a run of the words of each quotation."""
    quoted = {value: _runs(value.split()) for value in quotations}
    having: dict[tuple[str, ...], set[str]] = {run: set() for runs in quoted.values() for run in runs}
    for article in articles if having else ():
        for run in having.keys() & _runs(_spoken(article.text)):
            having[run].add(article.id)
    return {value: {article for run in runs for article in having[run]} for value, runs in quoted.items()}


def _renderings(facts: Iterable[Fact], others: Iterable[Fact]) -> dict[str, Set[str]]:
    """The articles that give a quotation in other words: "asked for change and will get it" for "they asked for change
    and they are going to get it". Those are looked at that have a few words in a row in common with it."""
    words = {fact.id: expanded(fact.value) for fact in others}
    holding: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in others:
        for few in zip(*(words[fact.id][n:] for n in range(FEW)), strict=False):
            holding[few].append(fact)
    found: dict[str, Set[str]] = {}
    for fact in facts:
        own = words[fact.id]
        near = {o.id: o for few in zip(*(own[n:] for n in range(FEW)), strict=False) for o in holding[few]}
        found[fact.id] = {a for o in near.values() if _holds(words[o.id], own) for a in o.articles}
    return found


def _holds(words: Sequence[str], quotation: Sequence[str]) -> bool:
    """Whether some words are most of a quotation, in its order."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(words, quotation) >= MOST * len(quotation)


def expanded(spoken: str) -> list[str]:
    """Return the words of a quotation, as it is compared, each apart from what is shortened behind it: "he's" is "he
    is", "won't" is "will not"."""
    negated = _NEGATED.sub(lambda m: f"{_STEMS.get(m[1], m[1])} not", spoken)
    return _SHORT.sub(lambda m: f" {_FULL[m[1]]}", negated).split()


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    """All runs of so many words that their meeting is no chance."""
    return set(zip(*(words[n:] for n in range(RUN)), strict=False))


def quotations(article: Article, told: Sequence[Telling]) -> Iterator[tuple[str, Mention]]:
    """Yield the quotations of an article in text order: their words as they are compared, with where they stand.

    Args:
        article: the article.
        told: its tellings.
    """
    for passage in _joined(article, told):
        cues = _Cues(article, told, passage)
        value = spoken_words(" ".join(article.text[p.start : p.end] for p in passage.parts))
        if not value or not cues.is_speech():
            continue
        start, end = _trimmed(article.text, passage.parts[0].start, passage.parts[-1].end)
        sentence = told[passage.first].sentence_at(start)
        if sentence is not None and start < end:
            text = article.text[start:end]
            yield value, Mention(article.id, sentence.id, start, end, text, speaker=cues.speaker() or None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _joined(article: Article, told: Sequence[Telling]) -> list[_Passage]:
    """The quoted passages of an article: those that go on in the next paragraph, or behind who says them, as one."""
    found: list[_Passage] = []
    open_before = False
    for n, telling in enumerate(told):
        for k, q in enumerate(telling.passages):
            part = Span(q.start, q.end)
            goes_on = k == 0 and open_before
            if goes_on or (found and found[-1].last == n and _resumes(article, telling, found[-1], part)):
                old = found.pop()
                found.append(_Passage((*old.parts, part), old.outer, q.after, old.first, n))
            else:
                found.append(_Passage((part,), q.outer, q.after, n, n))
        open_before = telling.goes_on
    return found


def _resumes(article: Article, telling: Telling, old: _Passage, part: Span) -> bool:
    """Whether a quotation is resumed within its sentence: "..., he said, "..."."""
    said = article.text[old.parts[-1].start : old.parts[-1].end].rstrip()
    between = telling.masked(old.after, part.start - 1).strip()
    if said.endswith(tuple(_SENTENCE_ENDS)) or not between.endswith(_PAUSES) or len(between) > LONGEST_BREAK:
        return False
    if not said.endswith(_PAUSES) and not between.startswith(_PAUSES):
        return False
    return bool(telling.credits_in(old.after, part.start))


class _Cues:
    """What stands around a passage and says whether, and by whom, it was spoken."""

    def __init__(self, article: Article, told: Sequence[Telling], passage: _Passage) -> None:
        self.article, self.told, self.passage = article, told, passage
        self.first, self.last = told[passage.first], told[passage.last]
        self.text = article.text[passage.parts[0].start : passage.parts[-1].end].strip()
        opens = self.first.sentence_at(passage.outer)
        closes = self.last.sentence_at(passage.after - 1)
        self.begin = opens.start if opens else passage.outer
        self.end = closes.end if closes else passage.after
        self.before = self.first.masked(self.begin, passage.outer)
        self.credits = self._near()
        self.words = [m[0] for part in passage.parts for m in WORD.finditer(article.text[part.start : part.end])]

    def _near(self) -> list[Credit]:
        """The credits of the sentences that the passage begins and ends in, at most so many on each side of it."""
        passage = self.passage
        before = self.first.credits_in(self.begin, passage.outer)[-NEAR:]
        between = [c for a, b in pairwise(passage.parts) for c in self.first.credits_in(a.end, b.start)][:NEAR]
        behind = self.last.credits_in(passage.after, self.end)[:NEAR]
        return [*before, *between, *behind, *self._of_next()]

    def _of_next(self) -> Iterator[Credit]:
        """The credits of a sentence that goes on behind the passage: "... left!" said Moss."""
        rest = self.last.masked(self.end, self.end + 4)
        start = self.end + len(rest) - len(rest.lstrip())
        following = self.last.sentence_at(start)
        if following and self.end - self.passage.after < 2 and self.article.text[start].islower():
            yield from self.last.credits_in(start, following.end)[:1]

    def is_speech(self) -> bool:
        if self._is_title() and not (self._is_direct() and self._opens()):
            return False
        if self._is_direct() and self._opens():
            return len(self.words) > 1 or self.text[-1:] in ",.!?…"
        if self.credits:
            needed = PART if any(c.cue < self.passage.outer for c in self.credits) or self._is_direct() else WHOLE
            return len(self.words) >= needed and not self._names()
        if len(self.words) < WHOLE or not self.text[:1].isupper() or _NAMED.search(self.before):
            return False
        return self.before.rstrip().endswith(":") or (self.text[-1:] in _SENTENCE_ENDS and self._opens())

    def _names(self) -> bool:
        """Whether what stands before makes the words a title or term; an article makes a term of a few words only."""
        if len(self.words) < WHOLE and _TERMED.search(self.before):
            return True
        return _NAMED.search(self.before) is not None

    def _opens(self) -> bool:
        """Whether the passage begins its sentence, or stands behind a colon or comma."""
        before = self.before.rstrip()
        return not before or before[-1] in ':;,.!?–—-"' or self._governs_directly()

    def _governs_directly(self) -> bool:
        return any(c.cue < self.passage.outer and self._reaches(c) for c in self.credits if not c.terms)

    def _is_title(self) -> bool:
        """Whether every longer word has a capital, as in titles of works."""
        long = [w for w in self.words if len(w) > 3]
        return (
            len(self.words) > 1
            and bool(long)
            and all(w[0].isupper() or w[0].isdigit() for w in long)
            and len(self.words) < 12
        )

    def _is_direct(self) -> bool:
        return any(self._reaches(c) for c in self.credits if not c.terms)

    def _reaches(self, credit: Credit) -> bool:
        """Whether nothing but punctuation stands between a credit and the passage."""
        first, last = min(credit.start, credit.cue), max(credit.end, credit.cue_end)
        if last <= self.passage.outer:
            return _GAP.fullmatch(self.first.masked(last, self.passage.outer)) is not None
        if first >= self.passage.after:
            return _GAP.fullmatch(self.last.masked(self.passage.after, first)) is not None
        return True  # between two parts

    def speaker(self) -> str:
        """Whom the sentence credits, or else who spoke last; empty where that is in doubt."""
        if self.credits:
            nearest = min(self.credits, key=lambda c: (not self._reaches(c), self._distance(c), c.cue))
            return nearest.who
        people = [
            (at, who) for at, _, who in self.first.people if at < self.passage.outer and not self.first.is_quoted(at)
        ]
        if self.before.strip():
            # what leads in, such as "the radio operator heard:", is about others unless it begins with a person's name
            inside = [(at, who) for at, who in people if at >= self.begin]
            return inside[0][1] if len({who for _, who in inside}) == 1 and inside[0][0] == self.begin else ""
        if here := [c for c in self.first.credits_in(0, self.passage.outer)[-NEAR:] if c.who]:
            others = {who for at, who in people if here[-1].cue < at} - {here[-1].who}
            return "" if others else here[-1].who
        if people or self.passage.first == 0:
            return ""
        return last_speaker(self.told[self.passage.first - 1])

    def _distance(self, credit: Credit) -> int:
        return min(abs(credit.cue - self.passage.after), abs(self.passage.outer - credit.cue_end))
