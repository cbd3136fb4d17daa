"""What a bare number counts: two numbers disagree only if they count the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from compare.analysis.figure import Figure
from compare.analysis.hedges import SENSES
from compare.analysis.number_words import spoken
from compare.analysis.terms import stem
from compare.analysis.words import stop_words
from compare.model import FactKind
from compare.model.words import WORD, listed

CLASSES: Mapping[str, str] = {
    "killed": "dead killed kill kills killing died dies dying death deaths fatalities fatality slain toll martyrs"
    " perished bodies muertos muertas muerto murieron fallecidos fallecieron víctimas mortales morts tués tote toten"
    " getötet morti uccisi mortos mortes doden gedood murió mató",
    "injured": "injured injuring injures injury injuries hurt hurting wounded wounding wounds heridos heridas herido"
    " lesionados blessés verletzte verletzt feriti feridos gewonden",
    "missing": "missing unaccounted desaparecidos desaparecidas disparus vermisst vermisste dispersi vermist",
    "arrested": "arrested arresting arrests arrest detained detaining custody detenidos arrêtés festgenommen arrestati",
    "charged": "charged charging indicted indicting",
    "evacuated": "evacuated evacuating evacuate evacuations fled flee fleeing displaced evacuados desplazados évacués",
    "rescued": "rescued rescuing rescue saved rescatados rescatadas secourus gerettet",
    "hospitalised": "hospitalised hospitalized hospital treated treatment hospitalizados",
    "homeless": "homeless",
    "trapped": "trapped stranded atrapados",
    "infected": "infected infections cases contagios casos",
    "on board": "aboard board onboard bordo",
    "employed": "employees employs employed employing workers staff empleados trabajadores employés beschäftigte",
    "laid off": "layoffs redundancies",
    "home": "home homes house houses dwelling dwellings viviendas casas maisons häuser",
    "building": "building buildings structure structures edificios bâtiments gebäude",
    "vote": "vote votes voted votos",
    "year": "years", "seat": "seats escaños", "ticket": "tickets billetes", "shot": "shots rounds",
}  # fmt: skip
"""What a number says of those it counts, each class by its words: "12 dead", "killing 12", "a toll of 12" are one."""

_CLASS = {word: name for name, words in CLASSES.items() for word in words.split()}
EVENTS = listed(
    "killed injured missing arrested charged evacuated rescued hospitalised homeless trapped infected"
).union(("on board", "laid off"))
"""Classes that say more of people than the noun they stand beside: these are counts of the whole story, whatever words
stand around them."""

PREDICATE = 8
"""Words behind a number in which it is told what befell those counted: "six people are now known to have died"."""

_PEOPLE = listed(
    "people persons person men women children others passengers residents victims students civilians protesters",
    "migrants soldiers officers personas pasajeros hombres mujeres niños personnes menschen persone pessoas mensen",
)
_ROLES = listed("passengers migrants soldiers")
"""Of these a number says something though nothing is told of them: how many of them there were."""

_CLAUSE = re.compile(
    r"[,;:.!?()\n“”\"–—]|\b(?:and|but|while|with|as|after|when|y|et|und|e|en|pero|tras|who|which|that|in|on(?!\sboard)|at|from|of"
    r"(?!\s(?:the|them|those|whom)))\b",
    re.IGNORECASE,
)
"""Where the part of a sentence ends that a number rules: "killing 12 and injuring 30"."""

_HEDGE_WORDS = frozenset(word for hedge in SENSES for word in hedge.split()) | {
    "another",
    "further",
    "other",
    "to",
    "at",
}
_TALLIES = frozenset({"toll", "deaths", "fatalities", "injuries", "arrests", "cases"})
_STANDS = listed("rose risen rises climbed reached stands stand stood is was to at of has jumped hit put topped")


def counted(sentence: str, figure: Figure, language: str) -> str:
    """Return what a number without a unit counts: the name of a class of words, or the stem of a noun; "" if unclear.

    Args:
        sentence: the sentence, in which the offsets of the figure count.
        figure: a figure of it.
        language: that of the sentence, for the stem.
    """
    if figure.kind is not FactKind.NUMBER or figure.unit:
        return ""
    behind = _words(_clause(sentence, figure.end))
    before = _before(sentence[max(0, figure.start - 120) : figure.start])
    event = _event_before(before) or _event_behind(behind)
    if event or not behind:
        return event or _told_before(before, language)
    if sentence[figure.end : figure.end + 1] == "-":
        return stem(behind[0], language)  # "a 400-page report"
    noun = _noun(behind, language)
    if noun in _PEOPLE:
        done = _done_to(behind[behind.index(noun) + 1 :], language)
        return done or (stem(noun, language) if noun in _ROLES else "")
    return _CLASS.get(noun, stem(noun, language)) if noun else ""


def _clause(sentence: str, place: int) -> str:
    end = _CLAUSE.search(sentence, place, place + 80)
    return sentence[place : end.start() if end else place + 80]


def _words(text: str) -> list[str]:
    return [m[0].lower() for m in WORD.finditer(text)]


def _before(window: str) -> list[str]:
    """The words before a number, nearest first, back to the end of what stands there."""
    start = max(window.rfind(mark) for mark in ".;:!?()\n,")
    return _words(window[start + 1 :])[::-1]


def _event_before(words: Sequence[str]) -> str:
    """The verb whose object the number is ("killing 12"), or the tally that it gives ("the death toll rose to 12")."""
    verb = next((word for word in words if word not in _HEDGE_WORDS), "")
    if _CLASS.get(verb) in EVENTS and verb != "missing":  # "missing four games"
        return _CLASS[verb]
    if not words or words[0] not in _STANDS:
        return ""
    tallies = _TALLIES if "number" not in words else _CLASS.keys()
    tally = next((word for word in words if word in tallies), "")
    return _CLASS[tally] if _CLASS.get(tally) in EVENTS else ""


def _told_before(words: Sequence[str], language: str) -> str:
    """What a number behind which nothing stands counts, where that is told before: "orders stand at 25,000"."""
    verb = words[1:2] if words[:1] == ["at"] else ()
    noun = next((word for word in words[2:4] if word not in stop_words(language)), "") if verb else ""
    return stem(noun, language) if noun and verb[0] in _STANDS and _is_plural(noun, language) else ""


def _event_behind(words: Sequence[str]) -> str:
    """What is said of those counted: "12 people were killed", "12 dead"."""
    for word in _until_number(words[:PREDICATE]):
        if _CLASS.get(word) in EVENTS:
            return _CLASS[word]
    return ""


def _until_number(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word[0].isdigit() or (word in spoken("en") and word != "one"):
            return
        yield word


def _noun(words: Sequence[str], language: str) -> str:
    """The first noun in the plural among the next words, before one that carries no meaning."""
    for word in words[:4]:
        if word in stop_words(language):
            return ""
        if word in _PEOPLE or word in _CLASS or _is_plural(word, language):
            return word
    return ""


def _done_to(words: Sequence[str], language: str) -> str:
    """What is told of people, in the passive: "3,000 people were vaccinated"."""
    verb = next((word for word in words if word not in stop_words(language)), "")
    return stem(verb, language) if language == "en" and verb.endswith("ed") else ""


def _is_plural(word: str, language: str) -> bool:
    if language == "de":
        return word.endswith(("en", "er", "s"))
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "less", "ous", "is"))
