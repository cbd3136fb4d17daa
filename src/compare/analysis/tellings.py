"""The paragraphs of an article as tellings: what is quoted in them, and whom their sentences credit.

Quoted text that a paragraph leaves open and the next one opens with again is one passage; the passages are masked
before credits are looked for. A pronoun is resolved to whom the paragraph, or the one before it, leaves no doubt about,
and a surname to the full name that this article has for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from compare.analysis.credits import Credit, credits
from compare.analysis.marks import Quoted, masked, opening, quoted
from compare.analysis.name_words import OPENERS
from compare.analysis.people import NEVER_NAMED, PEOPLE, PERSONS
from compare.analysis.phrases import Name
from compare.analysis.speech import BESIDE_NAMES, NOBODY, THINGS, Speech, of
from compare.analysis.words import stop_words
from compare.model import Article, Fact, FactKind, Paragraph, ParagraphKind, Sentence
from compare.model.words import UPPER, listed

_TELLS = (ParagraphKind.BODY, ParagraphKind.LIST, ParagraphKind.QUOTE)

_NO_PERSON_AFTER = re.compile(
    r"(?:^|\W)(?:the|in|at|on|from|near|to|el|la|los|las|en|der|die|das|le|les)\s+$", re.IGNORECASE
)
"""What stands before the name of a place or body, and not before a person's."""


_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_GOVERN = frozenset(
    {"about", "against", "at", "behind", "by", "for", "from", "in", "like", "near", "of", "on", "over", "to", "with"}
)
"""Prepositions: whom they govern is talked about."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A paragraph: ``text`` is its words with every passage masked; all spans are the article's.

    ``goes_on`` says that its last passage is continued by the first of the next paragraph; ``people`` are the names of
    persons in it. ``credits`` are in the order of their verbs.
    """

    paragraph: Paragraph
    text: str
    passages: tuple[Quoted, ...]
    goes_on: bool
    sentences: tuple[Sentence, ...]
    credits: tuple[Credit, ...]
    people: tuple[Name, ...]

    def masked(self, start: int, end: int) -> str:
        """Return the masked words between two code points of the article."""
        at = self.paragraph.start
        return self.text[max(0, start - at) : max(0, end - at)]

    def is_quoted(self, at: int) -> bool:
        """Return whether a code point lies within a passage."""
        return self.masked(at, at + 1) == '"'

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the sentence that a code point lies in."""
        n = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        return self.sentences[n] if n >= 0 and at < self.sentences[n].end else None

    def credits_in(self, start: int, end: int) -> tuple[Credit, ...]:
        """Return the credits whose verbs stand between two code points."""
        first = bisect_left(self.credits, start, key=lambda c: c.cue)
        return self.credits[first : bisect_left(self.credits, end, key=lambda c: c.cue)]


Told: TypeAlias = dict[str, tuple[tuple[Article, Mapping[str, list[Name]]], tuple["Telling", ...]]]
"""By its id an article with the names in its sentences, and the tellings that were read of both."""


def tellings(
    articles: Sequence[Article], facts: Iterable[Fact], before: Told | None = None
) -> dict[str, tuple[Telling, ...]]:
    """Return the tellings of every article, by its id.

    Args:
        articles: the articles.
        facts: their facts, of which only the names are used.
        before: what was told of these and other articles, if it is kept: of the same article with the same names it
            holds.
    """
    names: defaultdict[str, defaultdict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.kind is FactKind.NAME:
            for m in fact.mentions:
                names[m.article][m.sentence].append((m.start, m.end, fact.value))
    told = before if before is not None else {}
    for article in articles:
        read = article, names[article.id]
        if article.id not in told or told[article.id][0] != read:
            told[article.id] = read, _read(*read)
    return {article.id: told[article.id][1] for article in articles}


def _read(article: Article, names: Mapping[str, list[Name]]) -> tuple[Telling, ...]:
    full = _FullNames(name for row in names.values() for _, _, name in row)
    own = {s: sorted((start, end, full.of(who)) for start, end, who in row) for s, row in names.items()}
    people = _people(article, own)
    sentences: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in article.sentences:
        sentences[sentence.paragraph].append(sentence)
    language = of(article.language)
    paragraphs = [p for p in article.paragraphs if p.kind in _TELLS]
    texts = [article.cut(p) for p in paragraphs]
    passages = [quoted(text) for text in texts]
    found: list[Telling] = []
    for n, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        goes_on = bool(passages[n]) and not passages[n][-1].closed
        if goes_on and not (n + 1 < len(texts) and passages[n + 1] and opening(texts[n + 1]) == passages[n][-1].mark):
            passages[n].pop()  # a stray mark
            goes_on = False
        inside = sentences[paragraph.id]
        covered = masked(text, passages[n])
        telling = Telling(
            paragraph,
            covered,
            tuple(q.moved(paragraph.start) for q in passages[n]),
            goes_on,
            tuple(inside),
            tuple(c for s in inside for c in _credits(s, paragraph, covered, own.get(s.id, ()), language, full)),
            tuple(name for s in inside for name in own.get(s.id, ()) if name[2] in people),
        )
        found.append(_resolved(telling, found[-1] if found else None, article.text))
    return tuple(found)


def _credits(
    sentence: Sentence, paragraph: Paragraph, covered: str, names: Sequence[Name], language: Speech, full: _FullNames
) -> Iterator[Credit]:
    at = sentence.start
    text = covered[at - paragraph.start : sentence.end - paragraph.start]
    unquoted = ((s - at, e - at, who) for s, e, who in names if text[s - at : s - at + 1] != '"')
    for c in credits(text, unquoted, language):
        who = full.of(c.who) if c.named else c.who
        yield replace(c, who=who, start=c.start + at, end=c.end + at, cue=c.cue + at, cue_end=c.cue_end + at)


class _FullNames:
    """The full names of one article: "Captain Moss" and "Moss" are "Ada Moss", if nobody else there is called Moss."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_last: defaultdict[str, set[str]] = defaultdict(set)
        for name in {_untitled(name) for name in names}:
            words = name.split()
            if len(words) > 1:
                self._by_last[words[-1]].add(name)

    def of(self, name: str) -> str:
        bare = _untitled(name)
        full = self._by_last.get(bare, ())
        return next(iter(full)) if len(full) == 1 else bare


@lru_cache(maxsize=4096)
def _untitled(name: str) -> str:
    """A name without the office before it: "Transport Minister Ada Moss"."""
    words = name.split()
    office = max((n for n, w in enumerate(words) if w.lower() in PERSONS), default=-1)
    rest = words[office + 1 :]
    if len(rest) > 1 and all(w[0].isupper() and w.lower() not in PEOPLE for w in rest):
        words = rest
    while len(words) > 1 and words[0].lower().rstrip(".") in BESIDE_NAMES:
        words = words[1:]
    return " ".join(words)


def _people(article: Article, names: Mapping[str, Sequence[Name]]) -> frozenset[str]:
    """The names of two to four words that no article or preposition of place ever stands before, and that no noun for
    a body is part of: mostly persons."""
    mentions = [name for row in names.values() for name in row]
    others = {who for start, _, who in mentions if _NO_PERSON_AFTER.search(article.text[max(0, start - 8) : start])}
    return frozenset(
        who
        for who in {who for _, _, who in mentions} - others
        if 2 <= len(who.split()) <= 4 and not any(_tells_no_person(word) for word in who.split())
    )


def _tells_no_person(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in NEVER_NAMED or (word.isupper() and len(bare) > 2)


def _resolved(telling: Telling, before: Telling | None, text: str) -> Telling:
    """The telling with its pronouns resolved, in order: one that is may resolve the next. ``text`` is the article's."""
    if not any(c.pronoun for c in telling.credits):
        return telling
    people = deque((start, who) for start, _, who in telling.people if not telling.is_quoted(start))
    persons = {who for _, _, who in telling.people}
    here: dict[str, int] = {}
    last: Credit | None = None
    found = []
    for unresolved in telling.credits:
        credit = unresolved
        while people and people[0][0] < credit.start:
            start, who = people.popleft()
            here[who] = start
        if credit.pronoun:
            if last:
                # one who is named after the last speaker may be meant as well
                others = any(start > last.cue for who, start in here.items() if who != last.who)
                who = last.who if last.who in persons and not others else ""
            else:
                who = _antecedent(credit, telling, here, before)
                who = "" if who and not here and _has_stranger(telling, credit, text) else who
            who = "" if who and _has_another(telling, before, credit, last, who) else who
            persons |= {who} - {""}
            credit = replace(credit, who=who)
        last = credit if credit.who else last
        found.append(credit)
    return replace(telling, credits=tuple(found))


def _antecedent(credit: Credit, telling: Telling, here: Mapping[str, int], before: Telling | None) -> str:
    """Whom a pronoun stands for where nobody was credited before it in its paragraph; empty where that is in doubt."""
    earlier = last_speaker(before)
    if not here:
        return earlier or _only_person(before)
    who, start = next(iter(here.items()))
    # one who is only talked about in the sentence of the pronoun may not be the one who talks
    sentence = telling.sentence_at(start)
    same = sentence is not None and sentence == telling.sentence_at(credit.start)
    talks = not same or earlier == who or (not earlier and _opens(telling, sentence, start))
    return who if len(here) == 1 and talks else ""


def _has_stranger(telling: Telling, credit: Credit, text: str) -> bool:
    """Whether before a pronoun a sentence of its paragraph begins with what may be a person's surname, though no text
    has a name with it: "Isbister welcomed it. “...,” she said" is not said by whom the paragraph before is about."""
    told = telling.masked(telling.paragraph.start, credit.start)
    words = (match["who"] for match in _ACTS.finditer(told))
    strange = (w for w in words if w.lower() not in _ORDINARY and not w.endswith(_NO_NAME_ENDS))
    return any(re.search(rf"\b{w.lower()}\b", text) is None for w in strange)


_ACTS = re.compile(
    rf"(?:^|[.!?\"] )(?P<who>[{UPPER}]\w+) "
    r"(?:[a-z]+ed|has|had|is|was|will|would|felt|took|made|went|came|did|thinks|knows|wants|hopes)\b"
)
"""Who a sentence begins with, and what they do."""

_ORDINARY = (
    stop_words("en") | OPENERS | PEOPLE | NOBODY | THINGS | listed("anybody everybody everyone somebody someone")
)
_NO_NAME_ENDS = ("ed", "ing", "ly")


def _has_another(telling: Telling, before: Telling | None, credit: Credit, last: Credit | None, who: str) -> bool:
    """Whether somebody is told by whose he is between a pronoun and who spoke last, and may well be meant: "Moss's
    mother Rose, 50, came", "His lawyer expects a ruling"."""
    told = telling.masked(last.cue_end if last else telling.paragraph.start, credit.start)
    if _WHOSE.search(told):
        return True
    earlier = before.text if before and not last else ""
    return any(m[1] == who.rsplit(maxsplit=1)[-1] for text in (told, earlier) for m in _SOMEBODYS.finditer(text))


_PERSON = rf"(?:[a-z]+\s){{0,2}}(?:{'|'.join(sorted(PERSONS))}|wife|widow|sister|son|aunt|uncle|agent|neighbou?r)\b"
_WHOSE = re.compile(rf"(?:^|[.!?\"] )(?:His|Her|Their)\s{_PERSON}")
_SOMEBODYS = re.compile(rf"([{UPPER}]\w+)['’]s\s{_PERSON}")


def _opens(telling: Telling, sentence: Sentence | None, start: int) -> bool:
    """Whether a name may stand where its sentence or a clause of it begins: "When Moss left, she said"; not "Asked
    about Moss, she said"."""
    before = telling.masked(sentence.start if sentence else start, start).split()
    while before and (before[-1].lower() in PEOPLE or before[-1].lower() in _DETERMINERS):
        before.pop()
    last = before[-1] if before else ""
    return last.lower() not in _GOVERN and not (last.endswith(("ing", "ed")) and (last.islower() or len(before) == 1))


def last_speaker(telling: Telling | None) -> str:
    """Return the one person credited in a paragraph, empty if others are credited as well, or none."""
    if telling is None:
        return ""
    said = [c for c in telling.credits if c.who]
    people = {who for _, _, who in telling.people} | {c.who for c in said if c.pronoun}
    who = {c.who for c in said}
    return who.pop() if len(who) == 1 and who <= people else ""


def _only_person(telling: Telling | None) -> str:
    """Return the only person of a paragraph, if a sentence is about that person: begins with the name."""
    names = telling.people if telling else ()
    if telling is None or len({who for _, _, who in names}) != 1:
        return ""
    starts = {sentence.start for sentence in telling.sentences}
    return next((who for start, _, who in names if start in starts), "")
