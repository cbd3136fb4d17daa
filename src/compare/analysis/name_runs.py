"""Where names may stand: runs of words with a capital, parted where a title or "of" parts two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from compare.analysis.dates import WEEKDAY_OF
from compare.analysis.name_words import COMPOUNDS, PARTICLES
from compare.analysis.people import PHRASES, SHORTENED, TITLES
from compare.model.calendar import MONTH_OF
from compare.model.words import UPPER, listed


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, without title and possessive: words and span in code points."""

    text: str
    start: int
    end: int


WORD = rf"(?>[{UPPER}][\w&]*(?:[-’'](?:[{UPPER}]|\d)\w*)*)(?![-’'](?!(?:{'|'.join(COMPOUNDS)})\b)\w{{2}})"
"""A word with a capital; "Oscar-winning" and "AI-enabled" are none, "Rolls-Royce" is, and "Lund" in "Lund-based"."""

_INITIALS = rf"(?>[{UPPER}]\.(?:[ \xa0]?[{UPPER}]\.){{0,3}}(?=[ \xa0]?[{UPPER}]\w))"
_DOTTED = rf"(?>[{UPPER}]\.(?:[{UPPER}]\.){{1,3}})"
_SHORTENED = rf"(?>(?:{'|'.join(SHORTENED)})\.)"
_CAPITAL = rf"(?:{_SHORTENED}|{_INITIALS}|{_DOTTED}|{WORD})"
_JOINED = "|".join(particle.replace(" ", r"\s") for particle in PARTICLES)
_BETWEEN = rf"(?:(?<=s)['’])?[ \xa0](?:(?:{_JOINED})[ \xa0]|[ae]l-)?"
_START = re.compile(rf"[{UPPER}](?:(?<![\w’'-].)|(?<=\b[ae]l-.))", re.DOTALL)
_RUN = re.compile(rf"(?>{_CAPITAL}\.?(?:(?:{_BETWEEN}|(?<=\.)){_CAPITAL})*)(?!:)")
"""A run of them. Before a colon stands the label of a list item or a speaker's cue, not a name in a sentence. Where one
may start is asked apart: a pattern that begins with the letter is many times faster."""

_PHRASES = re.compile(rf"\b(?:{'|'.join(PHRASES)})\s(?=[{UPPER}])")
_PHRASE_WORDS = frozenset(phrase.split()[-1] for phrase in PHRASES)

FULL_NAME = (2, 3)
"""Words of the name of a person, in full."""

_FIRST_ENDS = re.compile(rf"(?P<last>No|[{UPPER}]\w{{4,}})\.\s")
"""A word that ends a sentence, within quotation marks as often as not; what is written short is shorter."""

_DOTTED_ENDS = re.compile(r"(?<=[A-Z]\.)\s(?=(?:But|He|In|It|She|That|The|These|They|This|Those|We|When)\b)")
"""Where a sentence ends with what is written with full stops, and another one begins: "in the U.S. That would"."""

_WHOLE_WORD = re.compile(r"[^\s\0]+")
_SHORT_END = re.compile(r"\b(?:Jr|Sr)\.$|\.\w+\.$")

ARTICLE = re.compile(rf"\b[ae]l-(?=[{UPPER}])")
"""Before an Arabic surname, which is as often written without it."""

IN_THE = re.compile(r"\b[Tt]he\s$")
"""Before what is no person: "the Gulf of Lund", though there is a "Great Gulf" as well."""


def runs_in(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words of a sentence, in order."""
    past = 0
    for start in _START.finditer(sentence):
        if start.start() >= past and (run := _RUN.match(sentence, start.start())):
            past = run.end()
            yield run


def parted(match: re.Match[str]) -> Iterator[Name]:
    """Yield the names in a run: what stands before a title and what stands behind it, without the title."""
    text = match[0]
    if text[-1] == "." and not _SHORT_END.search(text):
        text = text.rstrip(".")
    if " " not in text:
        yield from _trimmed(text, match.start())
        return
    if (ends := _DOTTED_ENDS.search(text)) and text[: ends.start()]:
        yield from _trimmed(text[: ends.start()], match.start())
        yield from _trimmed(text[ends.end() :], match.start() + ends.end())
        return
    if ends := _FIRST_ENDS.match(text):
        yield from _trimmed(ends["last"], match.start())
        yield from _trimmed(text[ends.end() :], match.start() + ends.end())
        return
    if not _PHRASE_WORDS.isdisjoint(text.split()):
        text = _PHRASES.sub(lambda m: "\0" * len(m[0]), text)
    if not TITLES.isdisjoint(text.lower().replace(".", "").split()):
        text = _WHOLE_WORD.sub(lambda m: "\0" * len(m[0]) if m[0].lower().rstrip(".") in TITLES else m[0], text)
    place, entitled = match.start(), False
    for piece in text.split("\0"):
        for name in _trimmed(piece, place):
            yield from _of_whom(name) if entitled else (name,)
        entitled = not piece.strip() or entitled
        place += len(piece) + 1


def in_full(sentence: str, names: Sequence[Name]) -> Iterator[Name]:
    """Put what stands before "and" or "in" to the name of a body that goes on behind it: "the Health and Safety
    Executive", "the Standards in Public Office Commission"."""
    taken = False
    for one, other in zip_longest(names, names[1:]):
        if taken:
            taken = False
            continue
        first = _first_of(sentence, one, other) if other else None
        if other and first is not None:
            taken = True
            yield Name(sentence[first : other.end], first, other.end)
        else:
            yield one


def _first_of(sentence: str, one: Name, other: Name) -> int | None:
    """Where the name of a body begins of which two names are the parts, if they are."""
    word = one.text.removeprefix("The ")
    start = one.end - len(word)
    parts = sentence[one.end : other.start] in _WITHIN and " " not in word and " " in other.text
    whole = parts and other.text.split()[-1] in _HEADS and IN_THE.search(sentence, 0, start)
    return start if whole else None


_WITHIN = frozenset({" and ", " in ", " for ", " on "})
"""Small words within the name of a body, which stand between two names as well."""

_HEADS = listed("Agency Authority Board Bureau Commission Committee Department Executive Ministry Service")
"""Last words of the names of bodies."""


def _of_whom(name: Name) -> Iterator[Name]:
    """Part what a title says to be a person from what that is of: "Captain Ada Moss of Lund Lines"."""
    left, joint, _ = name.text.partition(" of ")
    yield from apart(name) if joint and len(left.split()) in FULL_NAME else (name,)


def _trimmed(text: str, start: int) -> Iterator[Name]:
    """A piece without the small words and spaces that a title left at its ends."""
    words, end = text.split(), start + len(text)
    while words and not _bears(words[0]):
        text = text.lstrip()[len(words.pop(0)) :]
    start = end - len(text.lstrip())
    while words and not _bears(words[-1]):
        text = text.rstrip()[: -len(words.pop())]
    if words and not _PARTY.match(words[0]):
        text = text.strip()
        yield Name(text, start, start + len(text))


def _bears(word: str) -> bool:
    """Whether a word may begin or end a name: "Lund" may, "of" and the "Thursday" in "Lund Thursday" may not."""
    return (word[0].isupper() or ARTICLE.match(word) is not None) and (word.lower().rstrip(".,") not in _DAYS)


_NAMES_TOO = frozenset({"may", "march", "april", "june", "jun", "august", "mar", "jan", "janeiro"})
_DAYS = WEEKDAY_OF.keys() | (MONTH_OF.keys() - _NAMES_TOO)
_PARTY = re.compile(r"[DR]-[A-Z]")
"""A member's party and state: "D-Wash."."""


def apart(name: Name) -> Iterator[Name]:
    """Yield the names on both sides of "of"."""
    left, _, right = name.text.partition(" of ")
    yield Name(left, name.start, name.start + len(left))
    right = right.removeprefix("the ")
    yield Name(right, name.end - len(right), name.end)
