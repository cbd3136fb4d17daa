"""The clauses of a sentence: what each is about, and whether it is asserted, denied, or only thought of.

A negation reaches as far as its clause. Commas, colons, dashes, quotation marks and conjunctions end one, so does a
verb of saying: "officials say ship was overloaded" asserts "ship was overloaded". Where a clause is neither plainly
asserted nor plainly denied ("if", "could", "not only", "did not say"), it is left out of every comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from compare.analysis.negations import DENIALS, NEGATIONS
from compare.analysis.terms import stem
from compare.analysis.words import RULED, STOP_WORDS
from compare.model.words import HYPHENED, listed


class Mood(Enum):
    """How a clause is meant."""

    ASSERTED = "asserted"
    DENIED = "denied"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the stems of what carries meaning in it, in order, and how it is meant.

    ``said`` are words without their inflection: of a denied clause the one that is denied, of an asserted one all that
    it may assert. An infinitive is none of them, for "trying to find the cause" finds none, and neither is a name.
    """

    terms: tuple[str, ...]
    mood: Mood
    said: frozenset[str]


OPEN = {
    "en": listed(
        "if unless whether would could might may should can can't cannot must couldn't wouldn't shouldn't suppose",
        "perhaps possibly maybe until without hardly barely scarcely neither nor no none nobody fail fails failed",
        "failing refuse refuses refused unable lack lacks false falsely untrue hoax rumor rumour rumors rumours myth",
        "allegations allegation necessarily yet immediately only just merely simply all every always entirely clear",
        "except instead rather less fewer hope hopes hoped want wants wanted ask asked asks believe expect expected",
        "think know known sure ensure ensures ensured nothing doubt doubts doubted prove proving",
    ),
    "es": listed("si podría podrían quizá quizás tal sin ni solo sólo todavía aún inmediatamente sino"),
}
"""Words that leave open whether their clause holds, or that bend a negation: "not only", "not yet", "not all"."""

_SILENT = listed("say said comment respond disclose specify release give identify elaborate return answer name")
"""What someone did "not" do and nobody contradicts by doing something else: absence of information."""

_ENDS = {
    "en": listed(
        "that say says said saying claim claims claimed insist insists insisted maintain maintains maintained confirm",
        "confirms confirmed told tells believe believes argue argues argued state states stated report reports",
        "reported announce announced but while although though whereas because which who where when as after before",
        "since despite and",
    ),
    "es": listed("que dice dijo dijeron afirma afirmó asegura aseguró sostiene pero aunque mientras porque y"),
}
"""Words that end a clause and begin another: verbs of saying, conjunctions, relative pronouns."""

_CUES = {
    language: re.compile(rf"\b(?:{'|'.join(sorted(NEGATIONS[language] | DENIALS[language]))})\b", re.IGNORECASE)
    for language in RULED
}
_INFLECTION = re.compile(r"(?:ing|ed|es|s|e)$")
_TOKEN = re.compile(rf"{HYPHENED.pattern}|[,;:.!?()\[\]\"“”«»–—]")


_LIGHT = listed("due able part first second last sure long good well much many make made do done go get")
"""Words that are said of so many things that denying one contradicts nothing."""

_DENIED_HOW = re.compile(r"that|que|\w{2,}ing|he|she|it|they|any|having")
"""What follows a verb of denial that denies a statement: "denied a request" refuses one."""


def clauses(sentence: str, language: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that are asserted or denied. A question has none, nor has a language without
    words for denial."""
    if language not in RULED or sentence.rstrip('"”’») ').endswith("?"):
        return ()
    tokens = [m[0].replace("’", "'") for m in _TOKEN.finditer(sentence)]
    found = []
    thought = False
    for words, denied, end in _split(tokens, language):
        clause = _clause(words, denied, language)
        if clause.terms and clause.mood is not Mood.OPEN and not thought:
            found.append(clause)
        # "to ensure that nobody is harmed": what is only thought of reaches across "that"
        thought = clause.mood is Mood.OPEN and end in ("that", "que")
    return tuple(found)


def denies(sentence: str, language: str) -> bool:
    """Return whether any word of a sentence might deny something: quicker than reading its clauses."""
    return language in _CUES and _CUES[language].search(sentence) is not None


def _split(tokens: list[str], language: str) -> Iterator[tuple[list[str], bool, str]]:
    """Cut tokens into clauses: the words of each, whether a verb of denial stands before it, and what ends it."""
    words: list[str] = []
    denied = False
    for n, token in enumerate(tokens):
        small = token.lower()
        denial = small in DENIALS[language]
        if not (denial or small in _ENDS[language] or not token[0].isalnum()):
            words.append(token)
            continue
        if words:
            yield words, denied, small
            words, denied = [], False
        if denial:
            denied = n + 1 < len(tokens) and _DENIED_HOW.fullmatch(tokens[n + 1].lower()) is not None
        elif small not in ("that", "que"):
            denied = False
    yield words, denied, ""


def _clause(words: list[str], denied: bool, language: str) -> Clause:
    small = [word.lower() for word in words]
    terms = [(n, t) for n, w in enumerate(small) if (t := _term(w, language))]
    places = [n for n, word in enumerate(small) if word in NEGATIONS[language]]
    bare = tuple(t for _, t in terms)
    if OPEN[language].intersection(small) or len(places) + denied > 1 or not terms:
        return Clause(bare, Mood.OPEN, frozenset())
    if denied:
        # "denied that the ship was overloaded", "denied overloading the ship"
        at = 0 if small[0].endswith("ing") else terms[-1][0]
        return Clause(bare, Mood.DENIED, _said(words, [at]))
    if not places:
        free = [n for n, _ in terms if n == 0 or small[n - 1] != "to"]
        return Clause(bare, Mood.ASSERTED, _said(words, free))
    if small[0] == "not":  # "a matter of money, not of safety" sets one against the other and denies no statement
        return Clause(bare, Mood.OPEN, frozenset())
    after = [n for n, _ in terms if n > places[0]]
    silent = _SILENT.intersection(small[places[0] + 1 : places[0] + 4])
    said = _said(words, after[:1])
    return Clause(bare, Mood.OPEN if silent or not said else Mood.DENIED, said)


def _said(words: list[str], places: list[int]) -> frozenset[str]:
    """The words at these places without their inflection, but for names and words that say next to nothing."""
    return frozenset(_INFLECTION.sub("", words[n]) for n in places if words[n].islower() and words[n] not in _LIGHT)


def _term(word: str, language: str) -> str | None:
    bare = word.removesuffix("'s")
    if bare in STOP_WORDS[language] or bare in NEGATIONS[language] or bare in OPEN[language]:
        return None
    return stem(bare, language)
