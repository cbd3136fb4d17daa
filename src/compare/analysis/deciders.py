"""Who decides something, as far as the words before the verb tell: so that "the player will appeal" and "the club will
not" are no dispute."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.analysis.terms import stem
from compare.analysis.words import STOP_WORDS
from compare.model.words import WORD, listed

_BREAK = re.compile(
    r"[;:!?“”\"—–]|\.\s|,\s(?:but|and|while)\b|\b(?:said|says|told(?:\s\w+){0,3}?|added|announced|confirmed)(?:\sthat)?\b"
)
"""Where what is told of another ends: "The minister said the council"."""

_BEHIND = re.compile(r",|\b(?:who|which|that|of|in|at|from|for|on|after|before|with|as|whose|where|when)\b")
"""Where who is named gives way to what more is told of him: "the widow of an engineer", "the club, which"."""

_WHOSE = listed("his her its their")
_UNNAMED = listed("he she it they we i who you himself herself itself themselves this these those that also now then")
_PARTS = listed("arm subsidiary unit division offshoot")
"""What belongs to a body, and decides nothing for it: "the bank's insurance arm"."""

_BUSINESS = frozenset(
    stem(word, "en")
    for word in listed(
        "company firm group business chain retailer grocer maker carmaker manufacturer airline carrier bank lender",
        "operator giant builder developer brewer publisher broadcaster supermarket owner owners bosses management",
        "employer parent",
    )
)
"""Nouns of which one text uses one and the next another for the same business."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides. ``nouns`` are the stems of the words for him, none where a pronoun or a name stands in their place;
    ``named`` says that there are capitals among them; ``whose`` that he is told by somebody else: "his lawyer";
    ``part`` that it is a part of a body."""

    nouns: frozenset[str]
    named: bool
    whose: bool
    part: bool

    def may_be(self, other: Decider) -> bool:
        """Return whether both may be one."""
        if self.part != other.part:
            return False
        if not self.nouns.isdisjoint(other.nouns):
            return True
        if self.whose or other.whose:
            return not (self._is_told and other._is_told)
        if self.named or other.named or not (self.nouns and other.nouns):
            return True
        return not (self.nouns.isdisjoint(_BUSINESS) or other.nouns.isdisjoint(_BUSINESS))

    @property
    def _is_told(self) -> bool:
        return self.named or bool(self.nouns)


def decider(before: str) -> Decider:
    """Return who decides, by the English words before the verb."""
    words = [m[0] for m in WORD.finditer(before)]
    part = not _PARTS.isdisjoint(word.lower() for word in words)
    said = _last(before)
    told = [m[0] for m in WORD.finditer(said)]
    if not told or told[-1].lower() in _UNNAMED - {"himself", "herself", "itself", "themselves"}:
        return Decider(frozenset(), named=False, whose=False, part=part)
    head = _head(said)
    return Decider(_nouns(head), _has_name(head), head[0].lower() in _WHOSE, part)


def _last(before: str) -> str:
    """What stands behind the last break."""
    ends = [match.end() for match in _BREAK.finditer(before)]
    return before[ends[-1] :] if ends else before


def _head(said: str) -> list[str]:
    """The words for who decides: up to what more is told of him, or behind what is told first: "On Monday the club"."""
    parts = [part for part in _BEHIND.split(said) if WORD.search(part)]
    return [m[0] for m in WORD.finditer(parts[0] if parts else said)]


def _nouns(head: list[str]) -> frozenset[str]:
    small = (word.lower() for n, word in enumerate(head) if n == 0 or word.islower())
    return frozenset(stem(word, "en") for word in small if word not in STOP_WORDS["en"] | _UNNAMED | _WHOSE)


def _has_name(head: list[str]) -> bool:
    return any(not word.islower() for word in head[1:]) or (len(head) == 1 and not head[0].islower())


_END = re.compile(r"[,;:.!?“”\"—–]|\b(?:and|but|if|after|before|because|over|under|by|for|on)\b")
"""Where what a decision is aimed at ends: "its plant in Tarn by March"."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a decision is aimed at: the names in it, and the stems of its other words."""

    names: frozenset[str]
    nouns: frozenset[str]

    def may_be(self, other: Aim, *, nouns: bool) -> bool:
        """Return whether both may be one: their names meet, and their ``nouns`` where these tell which it is."""
        if self.names and other.names and self.names.isdisjoint(other.names):
            return False
        return not (nouns and self.nouns and other.nouns and self.nouns.isdisjoint(other.nouns))


def aim(behind: str) -> Aim:
    """Return what a decision is aimed at, by the English words behind the verb."""
    end = _END.search(behind)
    words = [m[0] for m in WORD.finditer(behind[: end.start()] if end else behind)]
    small = (word for word in words if word.islower() and word not in STOP_WORDS["en"])
    return Aim(
        frozenset(word.lower() for word in words if not word.islower() and word[0].isalpha()),
        frozenset(stem(word, "en") for word in small),
    )
