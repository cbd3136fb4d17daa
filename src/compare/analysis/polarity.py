"""Contradictions: one text asserts what its counterpart denies, or they put opposites in one place.

Precision comes first. Two clauses contradict each other only if they are about the same thing: of what the denial is
about most stands in the assertion, its predicate above all, and much of the assertion in the denial. A text that
reports both the assertion and the denial takes no side. Only a link opens a dispute; once it is open, what else its
parties say in the matter stands on their side, linked or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from compare.analysis.clash import Clash, label, quoted
from compare.analysis.clauses import Clause, Mood, clauses, denies
from compare.analysis.contrasts import are_contrasted
from compare.analysis.dates import LIKE_YEAR
from compare.analysis.subjects import other_days, other_names, subject_of
from compare.analysis.terms import stem
from compare.model import LIKELY, Comparison, ConflictKind, Link

DENIAL_HELD = 0.66
"""Share of a denial's terms that the assertion must hold."""

ASSERTION_HELD = 0.5
"""Share of an assertion's terms that the denial must hold. Lower, for an assertion says more of its thing."""

OPPOSITES_FROM = 0.6
"""Score from which on opposites count: nothing says that they are said of one thing but the rest of the sentences."""

SURE, OPPOSITE_SURE = 0.6, 0.5
"""Confidence. Of the four contradictions listed in the 66 sets of ECB+ three are real, none is in SPARK's 49: too few
to claim more. Opposites are found in neither."""

_OPPOSED = (
    ("rose", "fell"), ("risen", "fallen"), ("rise", "fall"), ("rises", "falls"), ("increased", "decreased"),
    ("increase", "decrease"), ("gained", "lost"), ("approved", "rejected"), ("approve", "reject"), ("passed", "failed"),
    ("accepted", "rejected"), ("guilty", "innocent"), ("convicted", "acquitted"), ("alive", "dead"),
    ("legal", "illegal"), ("succeeded", "failed"), ("supported", "opposed"), ("supports", "opposes"),
    ("open", "closed"), ("safe", "unsafe"), ("higher", "lower"), ("true", "false"), ("conscious", "unconscious"),
    ("armed", "unarmed"), ("upheld", "overturned"), ("resumed", "suspended"),
)  # fmt: skip
"""Pairs of words of which one denies the other, of one thing at one time."""

OPPOSITES: Mapping[str, frozenset[str]] = {
    stem(word, "en"): frozenset(
        stem(other, "en") for pair in _OPPOSED if word in pair for other in pair if other != word
    )
    for pair in _OPPOSED
    for word in pair
}
"""Stems of words, and of each those that deny it."""

_AT_FIRST = re.compile(r"\b(?:at\sfirst|initially)\b", re.IGNORECASE)

_HAS_OPPOSITE = re.compile(rf"\b(?:{'|'.join(sorted({w for pair in _OPPOSED for w in pair}))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dispute:
    """A sentence that asserts something and its counterpart that denies it, with the denying clause; ``opposite`` says
    that this only asserts the opposite."""

    asserting: str
    denying: str
    denial: Clause
    opposite: bool


def contradictions(read: Clauses, pairs: Iterable[Link]) -> Iterator[Clash]:
    """Yield the contradictions between linked sentences; the first side asserts, the second denies.

    Args:
        read: the clauses of a comparison.
        pairs: linked sentences of different voices.
    """
    comparison = read.comparison
    disputes = [dispute for pair in pairs for dispute in read.disputes(pair)]
    for group in _together(read, disputes):
        asserting, denying = _sides(read, group)
        one = min(group, key=lambda d: (d.opposite, d.asserting, d.denying))
        words = comparison.index.words
        verb = "says" if one.opposite else "denies or reports a denial"
        why = (
            f"{label(comparison, one.asserting)} says {quoted(words(one.asserting))}, "
            f"{label(comparison, one.denying)} {verb}: {quoted(words(one.denying))}."
        )
        sure = OPPOSITE_SURE if one.opposite else SURE
        quotes = one.asserting, one.denying
        yield Clash(ConflictKind.CONTRADICTION, (asserting, denying), why, sure, quoted=quotes)


class Clauses:
    """The clauses of sentences, what may be in them, and the disputes of links, each read once.

    None of them depends on what else is linked or claimed, so they hold in every comparison of the same articles:
    :meth:`turn` to the next one.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.turn(comparison)
        self._disputes: dict[tuple[str, str, bool], tuple[_Dispute, ...]] = {}
        self._reported: dict[_Dispute, bool] = {}
        self._clauses: dict[str, tuple[Clause, ...]] = {}
        self._denials: dict[str, tuple[Clause, ...]] = {}
        self._opposites: dict[str, bool] = {}

    def turn(self, comparison: Comparison, *, compared: bool = False, facts_in: Set[str] = frozenset()) -> None:
        """Look things up in another comparison of the same texts from now on; ``compared`` says that other sentences
        of them are compared in it, ``facts_in`` are the sentences whose facts are others."""
        self.comparison = comparison
        self.index = comparison.index
        if compared:
            self._reported.clear()
        if facts_in:
            self._disputes = {key: kept for key, kept in self._disputes.items() if facts_in.isdisjoint(key[:2])}

    def telling(self, pairs: Iterable[Link]) -> Iterator[Link]:
        """Return those of some links that have a dispute."""
        denials, may_oppose = self.denials, self.may_oppose
        asked = (pair for pair in pairs if denials(pair.a) or denials(pair.b) or may_oppose(pair))
        return (pair for pair in asked if self.disputes(pair))

    def disputes(self, pair: Link) -> tuple[_Dispute, ...]:
        """Return the disputes of two linked sentences, but for what either text reports both sides of."""
        key = pair.a, pair.b, pair.score >= OPPOSITES_FROM
        if key not in self._disputes:
            found = tuple(_disputes(self, pair))
            self._disputes[key] = () if found and self.name_others(pair) else found
        return tuple(dispute for dispute in self._disputes[key] if not self._is_reported(dispute))

    def _is_reported(self, dispute: _Dispute) -> bool:
        if dispute not in self._reported:
            self._reported[dispute] = _tells_both(self, dispute)
        return self._reported[dispute]

    def name_others(self, pair: Link) -> bool:
        """Return whether two linked sentences name other things, or other days of the week or years; or one tells what
        was so at first."""
        words = self.index.words(pair.a), self.index.words(pair.b)
        if are_contrasted(*words) or any(map(_AT_FIRST.search, words)):
            return True
        ours, theirs = ({m[0] for m in LIKE_YEAR.finditer(each)} for each in words)
        if ours != theirs:
            return True
        one, other = subject_of(self.index, pair.a), subject_of(self.index, pair.b)
        return other_names(one, other) or other_days(one, other)

    def clauses(self, sentence: str) -> tuple[Clause, ...]:
        """Return the clauses of a sentence."""
        if sentence not in self._clauses:
            language = self.index.article_of[sentence].language
            self._clauses[sentence] = clauses(self.index.words(sentence), language)
        return self._clauses[sentence]

    def denials(self, sentence: str) -> tuple[Clause, ...]:
        """Return the clauses of a sentence that deny something."""
        denials = self._denials.get(sentence)
        if denials is None:
            language = self.index.article_of[sentence].language
            read = self.clauses(sentence) if denies(self.index.words(sentence), language) else ()
            denials = self._denials[sentence] = tuple(clause for clause in read if clause.mood is Mood.DENIED)
        return denials

    def has_opposite(self, sentence: str) -> bool:
        """Return whether a sentence has a word that another one denies."""
        if sentence not in self._opposites:
            self._opposites[sentence] = _HAS_OPPOSITE.search(self.index.words(sentence)) is not None
        return self._opposites[sentence]

    def may_oppose(self, pair: Link) -> bool:
        """Return whether two linked sentences may put opposites in one place."""
        return pair.score >= OPPOSITES_FROM and self.has_opposite(pair.a) and self.has_opposite(pair.b)

    def article(self, sentence: str) -> list[str]:
        """The comparable sentences of the article that a sentence stands in."""
        return [other.id for other in self.index.article_of[sentence].sentences if other.comparable]

    def beside(self, sentence: str) -> Iterator[Clause]:
        """All clauses of the article that a sentence stands in."""
        for other in self.article(sentence):
            yield from self.clauses(other)

    def likely(self, sentence: str) -> Sequence[str]:
        """The sentences that likely state what a sentence states."""
        links = self.index.links_of.get(sentence, ())
        return [link.other(sentence) for link in links if link.score >= LIKELY]


def _disputes(read: Clauses, pair: Link) -> Iterator[_Dispute]:
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        denials = read.denials(one)
        asserted = read.clauses(other) if denials else ()
        for denial in denials:
            if any(_denies(denial, clause) for clause in asserted):
                yield _Dispute(other, one, denial, False)
    if read.may_oppose(pair):
        for clause in read.clauses(pair.b):
            if any(_opposes(clause, other) for other in read.clauses(pair.a)):
                yield _Dispute(pair.a, pair.b, clause, True)


def _denies(denial: Clause, clause: Clause) -> bool:
    if clause.mood is not Mood.ASSERTED or denial.mood is not Mood.DENIED or not denial.said <= clause.said:
        return False
    if any(told and told.isdisjoint(clause.terms) for told in (denial.group, denial.aim)):
        return False
    if denial.of_all and len(denial.terms) > 1 and set(denial.terms) <= set(clause.terms):
        return True  # wherever it was that four were in serious condition, "no one was"
    return _overlaps(denial, clause, DENIAL_HELD, ASSERTION_HELD)


def _opposes(a: Clause, b: Clause) -> bool:
    if a.mood is not Mood.ASSERTED or b.mood is not Mood.ASSERTED:
        return False
    opposed = any(t in OPPOSITES and OPPOSITES[t].intersection(b.terms) and t not in b.terms for t in a.terms)
    return opposed and _overlaps(a, b, ASSERTION_HELD, ASSERTION_HELD)


def _overlaps(a: Clause, b: Clause, of_a: float, of_b: float) -> bool:
    """Whether clauses are about one thing: two terms in common at least, and these shares of both; and no other number
    in each, such as the year."""
    one, other = set(a.terms), set(b.terms)
    shared = len(one & other)
    numbers, others = ({term for term in terms if term[0].isdigit()} for terms in (one, other))
    if numbers and others and numbers.isdisjoint(others):
        return False
    return shared >= 2 and shared >= of_a * len(one) and shared >= of_b * len(other)


def _tells_both(read: Clauses, dispute: _Dispute) -> bool:
    """Whether either text also has the other side: then it reports the dispute and is no party to it."""
    if dispute.opposite:
        told = [c for c in read.clauses(dispute.asserting) if _opposes(dispute.denial, c)]
        both = any(_opposes(clause, c) for clause in told for c in read.beside(dispute.asserting))
        return both or any(_opposes(dispute.denial, c) for c in read.beside(dispute.denying))
    denied = any(
        clause.mood is Mood.DENIED and clause.said == dispute.denial.said for clause in read.beside(dispute.asserting)
    )
    return denied or any(_denies(dispute.denial, clause) for clause in read.beside(dispute.denying))


def _sides(read: Clauses, group: Iterable[_Dispute]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The asserting and the denying sentences of a dispute, with what its parties and further texts say in the matter.

    A further text joins the denial with a sentence that likely states the same and denies it itself; the asserting
    texts with every sentence that any of the denials denies.
    """
    group = list(group)
    asserting, denying = {d.asserting for d in group}, {d.denying for d in group}
    denials = {d.denial for d in group if not d.opposite}
    for dispute in [d for d in group if not d.opposite]:
        for other in read.likely(dispute.denying):
            same = {c for c in read.clauses(other) if c.mood is Mood.DENIED and c.said == dispute.denial.said}
            if same and not any(_denies(denial, clause) for denial in same for clause in read.beside(other)):
                denying.add(other)
                denials |= same
    for party in sorted(asserting):
        asserting.update(
            s
            for s in read.article(party)
            if any(_denies(denial, clause) for denial in denials for clause in read.clauses(s))
        )
    return tuple(sorted(asserting)), tuple(sorted(denying))


def _together(read: Clauses, disputes: Iterable[_Dispute]) -> list[list[_Dispute]]:
    """Group disputes about one thing in which a text takes one side throughout: one conflict of many texts."""

    def party(sentence: str) -> str:
        return read.index.article_of[sentence].id

    groups: list[list[_Dispute]] = []
    for dispute in sorted(disputes, key=lambda d: (d.asserting, d.denying)):
        mine, rest = [dispute], []
        for group in groups:
            joined = any(
                d.denial.said == dispute.denial.said
                and (party(d.asserting) == party(dispute.asserting) or party(d.denying) == party(dispute.denying))
                for d in group
            )
            if joined:
                mine += group
            else:
                rest.append(group)
        groups = [*rest, mine]
    return groups
