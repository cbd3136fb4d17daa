"""The clauses of a sentence: what each is about, and whether it is asserted, denied, or only thought of.

A negation reaches as far as its clause. Commas, colons, dashes, quotation marks and conjunctions end one, so does a
verb of saying: "officials say ship was overloaded" asserts "ship was overloaded". What a verb of saying or "that"
introduces is meant as its introduction is: "did not say that", "rejected claims that" and "fears that" leave it open,
"denied that" and "denied on Monday that" deny it, "did not deny that" leaves it open again. Where a clause is neither
plainly asserted nor plainly denied ("if", "could", "not only", "did not say"), it is left out of every comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import takewhile

from compare.analysis.irregular import BASE
from compare.analysis.negations import DENIALS, NEGATIONS
from compare.analysis.speech import SPEECH
from compare.analysis.terms import stem
from compare.analysis.words import RULED, STOP_WORDS
from compare.model.punctuation import QUOTES, straight
from compare.model.words import HYPHENED, listed


class Mood(Enum):
    """How a clause is meant."""

    ASSERTED = "asserted"
    DENIED = "denied"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the stems of what carries meaning in it, in order, and how it is meant.

    ``said`` are words without their inflection: of a denied clause what is denied, of an asserted one all that it may
    assert. An infinitive is none of them, for "trying to find the cause" finds none, and neither is a name. A word
    behind a preposition is denied along with that: who "was not in the harbour" may have left it. ``of_all`` says that
    it is denied of everybody: "no one was"; ``group`` are the stems of of whom, if it is of some: "none of the sailors
    was". ``aim`` are those behind what is denied, up to a preposition: "did not raise its key rate".
    """

    terms: tuple[str, ...]
    mood: Mood
    said: frozenset[str]
    of_all: bool = False
    group: frozenset[str] = frozenset()
    aim: frozenset[str] = frozenset()


OPEN = {
    "en": listed(
        "if unless whether would could might may should can can't cannot must couldn't wouldn't shouldn't suppose",
        "perhaps possibly maybe until without hardly barely scarcely neither nor no none nobody fail fails failed",
        "failing refuse refuses refused unable lack lacks false falsely untrue hoax rumor rumour rumors rumours myth",
        "allegations allegation necessarily yet immediately only just merely simply all every always entirely clear",
        "except instead rather less fewer hope hopes hoped want wants wanted ask asked asks believe expect expected",
        "think know known sure ensure ensures ensured nothing doubt doubts doubted prove proving allegedly reportedly",
        "supposedly fear fears feared suspicion suspicions speculation believed mustn't needn't mightn't",
    ),
    "es": listed("si podría podrían quizá quizás tal sin ni solo sólo todavía aún inmediatamente sino"),
}
"""Words that leave open whether their clause holds, or that bend a negation: "not only", "not yet", "not all"."""

_FOCUS = listed("all always entirely every immediately just merely only simply")
"""Words that bend a negation and nothing else: what "the only survivor said" is said."""

_SILENT = listed("say said comment respond disclose specify release give identify elaborate return answer name")
"""What someone did "not" do and nobody contradicts by doing something else: absence of information."""

_UNHEARD = (
    r"\b(?:answer|comment|danger|details|evidence|indication|information|longer|need|news|plans|reason|reply|reports?"
    r"|signs?|statement|suggestion|way|word)\b"
)
"""What there is none of where nothing is denied: no word of a thing."""

_THERE_IS_NO = re.compile(rf"there (?:is|was|are|were) no (?!.*{_UNHEARD})")
"""What says of a thing that there is none."""

_THAT = frozenset({"that", "que"})

_JOINS = {
    "en": listed("but while although though whereas because which who where when as after before since despite and"),
    "es": listed("pero aunque mientras porque y"),
}
"""Conjunctions and relative pronouns: they end a clause, and what follows stands for itself."""

_DOUBTS = listed(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing",
    "contradict contradicts contradicted question questions questioned challenge challenges challenged debunked",
    "rechaza rechazó",
)
"""Verbs that leave open what they are said of: "rejected reports that". An offer that is rejected is told plainly."""

_BENDING = {language: (OPEN[language] - _FOCUS) | NEGATIONS[language] | _DOUBTS for language in RULED}
_NOBODY = r"there \w+ no|neither|nobody|none of|no-one|no \w+|nothing(?!\s)"
_CUES = {
    language: re.compile(
        rf"\b(?:{'|'.join(sorted(NEGATIONS[language] | DENIALS[language]))}|{_NOBODY})\b", re.IGNORECASE
    )
    for language in RULED
}
_INFLECTION = re.compile(r"(?:ing|ed|es|s|e)$")
_DOUBLED = re.compile(r"([^aeiouy])\1$")
_TOKEN = re.compile(rf"{HYPHENED.pattern}|[,;:.!?()\[\]{QUOTES}–—]")


_LIGHT = listed("due able part first second last sure long good well much many make made do done go get")
"""Words that are said of so many things that denying one contradicts nothing."""

_DENIED_HOW = re.compile(r"that|que|(?!during|morning|evening)\w{2,}ing|he|she|it|they|any|haber")
"""What follows a verb of denial that denies a statement: "denied a request" refuses one."""

_DENIED_WHEN = re.compile(
    r"(?:again|at|during|earlier|from|in|late|later|on|once|to|through|yesterday|today|\w+ly|\w+day)\b.*"
)
"""What may stand between a verb of denial and the "that" of what it denies: "denied on Friday that"."""

_STATEMENTS = listed(
    "accusation accusations allegation allegations assertion assertions charge charges claim claims report reports",
    "rumor rumors rumour rumours speculation statement statements suggestion suggestions",
)
"""What is denied along with what it says: "denied the claim that"."""

_BE = listed("is are was were be been being has have had did does do estaba estaban estuviera fue fueron")
_HE = listed("he she it they we i you who")

_ANYBODY = frozenset(stem(word, "en") for word in listed("people person persons man body else"))
"""Whoever it is denied of with these, it is denied of everybody."""

_WHEN = listed(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight to than as of about",
    "this last next again any anything anyone",
)
"""What ends the object of a verb as a preposition does: "did not resign on Monday", "this week"."""

_PREPOSITIONS = listed("in on at from for with by under near inside outside into against behind en")
_DETERMINERS = listed("a an the his her its their this these any el la los las un una su")


def clauses(sentence: str, language: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that are asserted or denied. A question has none, nor has a language without
    words for denial."""
    if language not in RULED or sentence.rstrip('"”’») ').endswith("?"):
        return ()
    tokens = [straight(m[0]) for m in _TOKEN.finditer(sentence)]
    found = (_clause(words, meant, language) for words, meant in _split(tokens, language))
    return tuple(clause for clause in found if clause.terms and clause.mood is not Mood.OPEN)


def denies(sentence: str, language: str) -> bool:
    """Return whether any word of a sentence might deny something: quicker than reading its clauses."""
    return language in _CUES and _CUES[language].search(sentence) is not None


def _split(tokens: Sequence[str], language: str) -> Iterator[tuple[list[str], Mood]]:
    """Cut tokens into clauses: the words of each, and how what introduces it says that it is meant."""
    words: list[str] = []
    meant = before = Mood.ASSERTED
    for n, token in enumerate(tokens):
        small = token.lower()
        if not _ends(small, language):
            words.append(token)
            continue
        named = meant is Mood.DENIED and (small in _STATEMENTS or (small in _THAT and _is_when(words)))
        if words:
            yield words, Mood.OPEN if named else meant
        plain = meant is Mood.ASSERTED and not _bends(words, language)
        if small in DENIALS[language]:
            meant = _denied(tokens[n + 1 :], language) if plain else Mood.OPEN
        elif small in _THAT or small in SPEECH[language].states:
            if not words:  # "did not say that", "denied that", "and that"
                meant = before if small in _THAT and _follows(tokens, n, language) else meant
            elif not (plain or named):
                meant = Mood.OPEN
        elif meant is not Mood.DENIED or not (n + 1 < len(tokens) and tokens[n + 1].endswith("ing")):
            before, meant = meant, Mood.ASSERTED
        words = []
    yield words, meant


def _ends(small: str, language: str) -> bool:
    """Whether a token ends a clause."""
    verb = small in DENIALS[language] or small in SPEECH[language].states
    return verb or small in _JOINS[language] or small in _THAT or not small[0].isalnum()


def _follows(tokens: Sequence[str], n: int, language: str) -> bool:
    """Whether a "that" goes on with what the one before the conjunction introduced: "denied that ... and that ..."."""
    return n > 0 and tokens[n - 1].lower() in _JOINS[language]


def _bends(words: Sequence[str], language: str) -> bool:
    """Whether words leave open what they introduce."""
    return not _BENDING[language].isdisjoint(word.lower() for word in words)


def _denied(behind: Sequence[str], language: str) -> Mood:
    """How the words behind a verb of denial are meant. Where it refuses a thing, nothing is said of that."""
    ahead = [token.lower() for token in takewhile(lambda t: not _ends(t.lower(), language), behind)]
    if behind and _DENIED_HOW.fullmatch(behind[0].lower()):
        return Mood.DENIED
    ender = behind[len(ahead)].lower() if len(ahead) < len(behind) else ""
    if ender in _THAT or ender in _STATEMENTS:
        stated = not _STATEMENTS.isdisjoint((*ahead, ender))
        return Mood.DENIED if stated or _is_when(ahead) else Mood.OPEN
    verb = next((n for n, word in enumerate(ahead) if word in _BE), 0)
    # "denied the ferry was overloaded"; not "denied the plan she had made"
    return Mood.DENIED if verb and _HE.isdisjoint(ahead[:verb]) else Mood.OPEN


def _is_when(words: Sequence[str]) -> bool:
    """Whether words between a verb of denial and "that" tell when or where it was denied, or what sort of statement."""
    small = [word.lower() for word in words]
    return _DENIED_WHEN.fullmatch(" ".join(small)) is not None or not _STATEMENTS.isdisjoint(small)


def _clause(words: list[str], meant: Mood, language: str) -> Clause:
    small = [word.lower() for word in words]
    nobody = _nobody(small)
    found = [
        (n, t) for n, w in enumerate(small) if (t := _term(w, language)) and not (n < nobody and w in ("no-one", "one"))
    ]
    terms, places = tuple(t for _, t in found), [n for n, _ in found]
    is_open = Clause(terms, Mood.OPEN, frozenset())
    if meant is Mood.OPEN or not terms or words[0] in ("Had", "Were"):  # "Had the ship been overloaded, she had sunk"
        return is_open
    negations = [n for n, word in enumerate(small) if word in NEGATIONS[language]]
    absent = _THERE_IS_NO.match(" ".join(small)) is not None
    nothing = small[-1] == "nothing" and len(small) > 1
    bending = small[3 if absent else nobody : -1 if nothing else None]
    denials = len(negations) + absent + (nobody > 0) + nothing + (meant is Mood.DENIED)
    if OPEN[language].intersection(bending) or denials > 1:
        return is_open
    if meant is Mood.DENIED:
        denied = _denied_places(small, places)
    elif absent:
        denied = places[:1]
    elif nobody:
        denied = [n for n in places if n >= nobody][:1]
    elif nothing:
        denied = [n for n in places if n < len(small) - 1][-1:]
    elif negations:
        silent = _SILENT.intersection(small[negations[0] + 1 : negations[0] + 4])
        # "a matter of money, not of safety" sets one against the other and denies no statement
        denied = [] if silent or small[0] == "not" else [n for n in places if n > negations[0]][:1]
    else:
        free = [n for n in places if n == 0 or small[n - 1] != "to"]
        return Clause(terms, Mood.ASSERTED, _said(words, free) | _said(words, free, alone=True))
    said = _said(words, denied)
    group = frozenset(t for n, t in found if n < nobody) - _ANYBODY
    aim = frozenset(t for n, t in found if denied and _aims(small, denied[0], n)) if negations else frozenset()
    return Clause(terms, Mood.DENIED, said, nobody > 0, group, aim) if said else is_open


def _aims(small: Sequence[str], verb: int, place: int) -> bool:
    """Whether a word stands behind what is denied, and no preposition between."""
    return verb < place and _PREPOSITIONS.union(_WHEN).isdisjoint(small[verb + 1 : place + 1])


def _nobody(small: Sequence[str]) -> int:
    """How many words a clause begins with that say that nobody does what follows, which is then denied: "nobody", "no
    one", "neither was", "none of the sailors was", "no sailors were"."""
    does_not = _NOBODY_DOES.match(f"{' '.join(small)} ")
    return does_not[0].count(" ") if does_not else 0


_NOBODY_DOES = re.compile(
    r"(?:nobody|no-one|no one|neither(?= (?:was|were|is|are|has|have|had|did|does|do) )) "
    r"|(?:none of (?:\S+ ){1,4}?"
    rf"|no (?!.*{_UNHEARD}|(?:doubt|fewer|less|matter|more|other|wonder)\b)(?:\S+ ){{1,3}}?)"
    r"(?:was|were|is|are|has|have|had|did|does|do) "
)


def _denied_places(small: Sequence[str], terms: Sequence[int]) -> Sequence[int]:
    """The places of what a denied clause denies: "overloading the ship", "the ship was overloaded"; where its verb
    cannot be told, all of it."""
    if small[0].endswith("ing"):
        return [n for n in terms if small[n] != "having"][:1]
    verb = next((n for n, word in enumerate(small) if word in _BE), None)
    return terms if verb is None else [n for n in terms if n > verb][:1]


def _said(words: Sequence[str], places: Sequence[int], *, alone: bool = False) -> frozenset[str]:
    """The words at these places without their inflection, but for names and words that say next to nothing; those
    behind a preposition along with that, unless ``alone``."""
    told = [n for n in places if words[n].islower() and words[n] not in _LIGHT]
    bare = ((_uninflected(words[n]), "" if alone else _preposition(words, n)) for n in told)
    return frozenset(f"{before} {word}".lstrip() for word, before in bare)


@lru_cache(maxsize=8192)
def _uninflected(word: str) -> str:
    """What the forms of a word have in common: "stop" of "stopped", "deny" of "denies"."""
    bare = _DOUBLED.sub(r"\1", _INFLECTION.sub("", BASE.get(word, word)))
    return f"{bare[:-1]}y" if bare.endswith("i") else bare


def _preposition(words: Sequence[str], n: int) -> str:
    """The preposition that stands before a word, empty if none does."""
    before = next((word for word in reversed(words[:n]) if word not in _DETERMINERS), "")
    return before if before in _PREPOSITIONS else ""


def _term(word: str, language: str) -> str | None:
    bare = word.removesuffix("'s")
    if bare in STOP_WORDS[language] or bare in NEGATIONS[language] or bare in OPEN[language]:
        return None
    return stem(_base(bare, language), language)


def _base(word: str, language: str) -> str:
    """A word, or the verb that it is an irregular form of."""
    return BASE.get(word, word) if language == "en" else word
