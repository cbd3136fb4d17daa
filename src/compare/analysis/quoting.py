"""Quotations in which texts differ: the same words credited to two people, or one person's words given differently.

A quotation that one text cuts shorter is no conflict, and neither is one whose speaker a text leaves unnamed: police,
an official and a spokeswoman may each be whoever the other text names. A text that has the other's version as well
takes no side: people repeat themselves, and each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from compare.analysis.clash import Clash, label, quoted
from compare.analysis.negations import ANY_NEGATION
from compare.analysis.number_words import spoken as number_words
from compare.analysis.people import BODIES, GENERATIONS, NO_PERSON
from compare.analysis.quotes import expanded
from compare.analysis.terms import stem
from compare.model import Comparison, ConflictKind, Fact, Mention
from compare.model.words import HYPHENED, listed

GRAM = 4
"""Words in a row by which quotations are looked up: of one utterance most renderings have as many."""

SAME = 6
"""Words in a row that make two quotations the same words."""

MOST = 0.75
"""Share of the shorter quotation that this run must hold."""

ALTERED_FROM = 0.75
"""Share of the shorter quotation that the other must hold for both to be renderings of one utterance."""

SPELT = 0.8
"""Likeness of two full names from which on they may be one that is spelt in two ways; "Ada Moss" and "Ivo Moss" have
0.63."""

SURE = 0.6
"""Confidence. Not measured as the others are: SPARK's 49 stories and the 66 of ECB+ hold 280 pairs of quotations with
words in common, and the rules find no such conflict among them. It is put low, for it rests on the speakers found."""

_SPARED = re.compile(r"[\[\]()…]|\.\.\.")
"""Brackets and dots in a quotation own up to a change."""


@dataclass(frozen=True, slots=True)
class _Quote:
    words: tuple[str, ...]
    mention: Mention


@dataclass(frozen=True, slots=True)
class Misquotation:
    """Two quotations in which two articles differ: ``altered`` are the words in which the first has it and those of the
    other, ``None`` where both have the same words of two speakers."""

    one: _Quote
    other: _Quote
    altered: tuple[str, str] | None


def misquotations(quotations: Iterable[Fact]) -> Iterator[Misquotation]:
    """Yield where articles differ in quotations, in a set order, whoever speaks in those articles."""
    quotes = [_Quote(tuple(fact.value.split()), m) for fact in quotations for m in fact.mentions if m.speaker]
    of: defaultdict[str, list[_Quote]] = defaultdict(list)
    for quote in quotes:
        of[quote.mention.article].append(quote)

    def tell_both(one: _Quote, other: _Quote) -> bool:
        pairs = ((a, b) for text, b in ((one, other), (other, one)) for a in of[text.mention.article])
        return any(_is_same(a, b) for a, b in pairs)

    for one, other in _alike(quotes):
        speakers = one.mention.speaker or "", other.mention.speaker or ""
        if is_same_person(*speakers):
            altered = _altered(one, other)
            if altered and not tell_both(one, other):
                yield Misquotation(one, other, altered)
        elif all(map(_is_person, speakers)) and _same_words(one, other) and not tell_both(one, other):
            yield Misquotation(one, other, None)


def quoted_otherwise(comparison: Comparison, found: Iterable[Misquotation]) -> Iterator[Clash]:
    """Yield the conflicts over quotations: of attribution and of wording, each between two sentences.

    Args:
        comparison: who speaks in its articles.
        found: where they differ.
    """
    voice = comparison.index.voice_of
    for each in found:
        both = each.one.mention, each.other.mention
        if len({voice[mention.article] for mention in both}) > 1:
            kind = ConflictKind.QUOTATION if each.altered else ConflictKind.ATTRIBUTION
            yield Clash(kind, tuple((mention.sentence,) for mention in both), _why(comparison, each), SURE)


def _why(comparison: Comparison, found: Misquotation) -> str:
    both = found.one, found.other
    labels = [label(comparison, quote.mention.sentence) for quote in both]
    if found.altered:
        said = (f"{quoted(words)} in {name}" for words, name in zip(found.altered, labels, strict=True))
        return f"{found.one.mention.speaker}'s words are given differently: {', '.join(said)}."
    who = (f"{name} credits {quote.mention.speaker}" for quote, name in zip(both, labels, strict=True))
    return f"Of {quoted(min(both, key=lambda q: len(q.words)).mention.text)}, {', '.join(who)}."


@lru_cache(maxsize=4096)  # few people speak in a story, and many pairs of quotations ask
def is_same_person(one: str, other: str) -> bool:
    """Whether two names may be of one person: "Moss", "Ada Moss", "A. Moss" and "Ada Moss Lund" may, and so may
    "Dmitri Petrov" and "Dmitry Petroff"; "Ivo Moss" is another."""
    a, b = _names(one), _names(other)
    if not a or not b:
        return False
    whole = len(a) > 1 and len(b) > 1
    if whole and ({*a} <= {*b} or {*b} <= {*a} or SequenceMatcher(None, " ".join(a), " ".join(b)).ratio() >= SPELT):
        return True
    if a[-1] != b[-1]:
        return False
    first, second = a[:-1], b[:-1]
    return (
        not first
        or not second
        or any(x == y or (x[0] == y[0] and 1 in (len(x), len(y))) for x in first for y in second)
    )


def _names(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return [w for w in HYPHENED.findall(plain) if w not in GENERATIONS]


def _is_person(name: str) -> bool:
    """Whether a name is that of a person, as far as can be told: two to four words with capitals, and no body's."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and all((w[0].isupper() and not w.isupper()) or len(w) < 3 for w in words)
        and not any(w.lower() in BODIES or w.lower() in NO_PERSON for w in words)
    )


def _alike(quotes: Sequence[_Quote]) -> Iterator[tuple[_Quote, _Quote]]:
    """Yield the quotations of two articles that have some words in a row in common, in a set order."""
    holding: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, quote in enumerate(quotes):
        for k in range(len(quote.words) - GRAM + 1):
            holding[quote.words[k : k + GRAM]].add(n)
    pairs = {pair for found in holding.values() if len(found) > 1 for pair in combinations(sorted(found), 2)}
    for a, b in sorted(pairs):
        if quotes[a].mention.article != quotes[b].mention.article:
            one, other = sorted((quotes[a], quotes[b]), key=lambda q: (q.mention.sentence, q.mention.start))
            yield one, other


def _same_words(one: _Quote, other: _Quote) -> bool:
    """Whether most of the shorter quotation stands in the other in one piece: a phrase that all use is not enough."""
    run = SequenceMatcher(None, one.words, other.words, autojunk=False).find_longest_match().size
    return run >= max(SAME, MOST * min(len(one.words), len(other.words)))


def _is_same(one: _Quote, other: _Quote) -> bool:
    """Whether two texts give the same words of the same speaker."""
    speakers = one.mention.speaker or "", other.mention.speaker or ""
    return is_same_person(*speakers) and _same_words(one, other) and _altered(one, other) is None


def _altered(one: _Quote, other: _Quote) -> tuple[str, str] | None:
    """The first place where two renderings put other words in the midst of the same ones; ``None`` if there is none.

    Words left out are a cut, unless they are a negation.
    """
    if _SPARED.search(one.mention.text) or _SPARED.search(other.mention.text):
        return None
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    codes = matcher.get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    if equal < ALTERED_FROM * min(len(one.words), len(other.words)):
        return None
    for before, (tag, a, b, c, d), after in zip(codes, codes[1:], codes[2:], strict=False):
        if tag == "equal" or before[2] - before[1] < 2 or after[2] - after[1] < 2:
            continue
        ours, theirs = one.words[a:b], other.words[c:d]
        if _tells(ours, theirs):
            wide = [" ".join(w[max(0, x - 2) : y + 2]) for w, x, y in ((one.words, a, b), (other.words, c, d))]
            return wide[0], wide[1]
    return None


_LOOSE = listed(
    "a an the and but so that this these those it its am is are was were have has i we you he she they to of in on",
    "at for will would gonna going really very just",
)
"""Words that a transcript changes without another meaning."""


def _tells(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a change tells: other words of meaning in place of some, or a negation that one lacks."""
    ours, theirs = expanded(" ".join(ours)), expanded(" ".join(theirs))
    if ANY_NEGATION.isdisjoint(ours) != ANY_NEGATION.isdisjoint(theirs):
        return True
    if any(c.isdigit() for word in (*ours, *theirs) for c in word):
        return False  # "11th", "eleventh": figures are compared as such
    if "".join(w[0] for w in ours) in theirs or "".join(w[0] for w in theirs) in ours:
        return False  # "Internet Explorer", "IE"
    a, b = ({_plain(w) for w in words if w not in _LOOSE and w not in ANY_NEGATION} for words in (ours, theirs))
    return bool(a) and bool(b) and a.isdisjoint(b) and not any(x[:4] == y[:4] for x in a for y in b)


def _plain(word: str) -> str:
    value = number_words("en").get(word)
    return str(value) if value is not None else stem(word, "en")
