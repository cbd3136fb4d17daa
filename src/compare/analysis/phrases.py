"""A sentence as tokens, and the noun phrases in it that can be a source: before a verb of saying, or behind it.

A phrase before a verb is read backwards ("Moss, the mayor, said"), one behind it forwards ("said the mayor, Ada Moss").
What is neither a name nor a noun for those who can speak is no source, but for a short phrase that opens its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from compare.analysis.people import PEOPLE
from compare.analysis.speech import (
    BESIDE_NAMES,
    CONJUNCTIONS,
    LIKE_PLURALS,
    SCHEDULES,
    THINGS,
    Speech,
)

LONGEST = 12
"""Tokens of the longest phrase that is read as a source; on news text longer ones were clauses, not phrases."""

REACH = 24
"""Tokens that may stand between a subject and its verb: "Moss, who has been the mayor of Lund since 2017, said"."""

_ABOUT = frozenset({"about", "against", "over"})
_ACTING = frozenset({"acting", "defending", "managing", "representing", "speaking", "suing", "supporting"})
"""What stands between a noun for who speaks and those whom that one speaks for or against."""

_TOKEN = re.compile(r"\"+|\w+(?:(?:[-'’]|\.['’]?)\w+)*|[^\w\s]")
_LETTER = re.compile(r"[^\W\d_]")

Name: TypeAlias = tuple[int, int, str]
"""A name in a text: its half-open span in code points, and whom it names."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source: the numbers of its first and last token, and who it is: a name, a phrase as written, empty for a
    pronoun and for a thing."""

    first: int
    last: int
    who: str
    named: bool


class Phrases:
    """One sentence as tokens: ``words`` as written and ``low`` in small letters, with their ``spans``.

    A quotation is masked as a run of straight marks and is one token. ``begins`` and ``ends`` map the first and last
    tokens of names to their other end and whom they name.
    """

    def __init__(self, text: str, speech: Speech) -> None:
        self.text, self.speech = text, speech
        found = list(_TOKEN.finditer(text))
        self.spans = [m.span() for m in found]
        self.words = [m[0] for m in found]
        self.low = [word.lower() for word in self.words]
        self.begins: dict[int, tuple[int, str]] = {}
        self.ends: dict[int, tuple[int, str]] = {}

    def place(self, names: Iterable[Name]) -> None:
        """Tell it the names of the sentence, in order."""
        starts = {start: n for n, (start, _) in enumerate(self.spans)}
        for start, end, who in names:
            first = last = starts.get(start, -1)
            while last >= 0 and last + 1 < len(self.spans) and self.spans[last + 1][0] < end:
                last += 1
            if first >= 0:
                self.begins[first] = (last, who)
                self.ends[last] = (first, who)

    # -- phrases before a verb

    def subjects(self, i: int, *, strict: bool) -> list[Phrase]:
        """The phrases that end at token i and are the subject of the verb behind it; two where "and" joins them."""
        phrase = self._before(i, strict=strict)
        if phrase is None:
            return []
        if phrase.first > 1 and self.low[phrase.first - 1] == "and" and phrase.named:
            other = self._before(phrase.first - 2, strict=True)
            if other and other.who:
                return [other, phrase]
        return [phrase]

    def _before(self, i: int, *, strict: bool = False) -> Phrase | None:
        i = self._before_brackets(i)
        if i < 0:
            return None
        if self.low[i] in ("who", "quien", "qui"):
            i -= 1
            return self._before(i - 1 if i > 0 and self.words[i] == "," else i, strict=True)
        if self.words[i] == ",":
            return self._apposed(i)
        if self.words[i] == "." and i > 0 and self.low[i - 1] in BESIDE_NAMES:
            i -= 1
        return self._ending(i, strict=strict)

    def _before_brackets(self, i: int) -> int:
        """The token before brackets that end at token i, which tell a party or an age: "Ada Moss (R-Texas) said"."""
        if i < 0 or self.words[i] != ")":
            return i
        return next((k - 1 for k in range(i, max(-1, i - LONGEST), -1) if self.words[k] == "("), i)

    def _apposed(self, i: int) -> Phrase | None:
        """The subject before an apposition that ends with the comma at token i: "Moss, 52, the mayor, said"."""
        found = None
        for j in range(i - 1, max(-1, i - REACH), -1):
            if self.words[j] in ";:" or self.words[j][0] == '"':
                break
            if self.words[j] != ",":
                continue
            end = self._before_brackets(j - 1)
            phrase = self._ending(end, strict=True) if end >= 0 else None
            if phrase and phrase.who and self._opens_clause(phrase.first):
                found = phrase
                if phrase.first == 0 or self.words[phrase.first - 1] != ",":
                    break
        return found if found and found.named else self._named_behind(i) or found

    def _named_behind(self, i: int) -> Phrase | None:
        """The name, if it is all that stands between a comma and that at token i, but for an age: "the mayor, Moss, 52,
        said"."""
        last = i - 3 if self.words[i - 1].isdecimal() and self.words[i - 2] == "," else i - 1
        first, who = self.ends.get(last, (0, ""))
        return Phrase(first, last, who, named=True) if first > 1 and self.words[first - 1] == "," else None

    def _opens_clause(self, first: int) -> bool:
        """Whether a phrase stands where a subject does: at the start of a clause, titles before it left aside."""
        low = self.low
        while first > 0 and (low[first - 1] in PEOPLE or low[first - 1] in BESIDE_NAMES or self.capital(first - 1)):
            first -= 1
        if first > 0 and self.low[first - 1] in self.speech.articles:
            first -= 1
        if first == 0:
            return True
        before = self.words[first - 1]
        return not before[0].isalnum() or self.low[first - 1] in CONJUNCTIONS

    def _ending(self, i: int, *, strict: bool) -> Phrase | None:
        """The noun phrase that ends at token i."""
        word = self.words[i]
        if self.low[i] in self.speech.he:
            return Phrase(i, i, "", named=False)
        if not (_LETTER.match(word) or self._is_aged(i)) or self.low[i] in self.speech.joins:
            return None  # "the number of confirmed deaths" is nobody's saying
        if self.low[i] in THINGS:
            # "the report said" is a saying, but nobody's
            return self._people(i) or (None if strict else Phrase(i, i, "", named=False))
        if (name := self.ends.get(i)) or (name := self._unknown_name(i)):
            first, who = name
            if first > 0 and (self._hangs(first) or self._is_object(first)):
                return self._people(i)
            return Phrase(first, i, who, named=True)
        return self._people(i) or (None if strict else self._anybody(i))

    def _hangs(self, first: int) -> bool:
        """Whether the name from a token on hangs on a preposition: "a rider of Moss", "two of the lads in the Alps"."""
        before = first - 1
        if before > 1 and self.low[before] in self.speech.articles and self.low[before - 2] not in THINGS:
            before -= 1  # "a report from the Gazette" is the Gazette's
        return self.low[before] in self.speech.joins

    def _is_object(self, first: int) -> bool:
        """Whether the name from a token on is only part of who speaks: "a lawyer representing Moss said", "the man who
        shot Moss said", "a book about Moss said"."""
        before = self.words[max(0, first - 4) : first]
        if before[-1] in _ABOUT or (before[-1].endswith("ing") and before[:-1] and before[-2] in PEOPLE):
            return True
        relative = max((n for n, word in enumerate(before) if word in ("who", "which")), default=len(before))
        behind = before[relative + 1 :]
        if before[-1] == "as" or not all(word[0].isalnum() for word in behind):
            return False
        # "which Transport Minister Moss said"
        return any(word.islower() and word not in PEOPLE and word not in self.speech.articles for word in behind)

    def _unknown_name(self, i: int) -> tuple[int, str] | None:
        """A run of capitals that no other text confirms as a name: "Westerby said"."""
        first = i
        while first >= 0 and self.capital(first) and i - first < 5:
            first -= 1
        first += 1
        while first <= i and self.low[first] in self.speech.articles:
            first += 1
        run = self.low[first : i + 1]
        if not run or any(w in PEOPLE or w in THINGS or w in self.speech.he or w in self.speech.stops for w in run):
            return None
        if (
            len(run) == 1
            and first == 0
            and run[0].endswith("s")
            and len(run[0]) > 4
            and run[0] not in LIKE_PLURALS
            and self.speech.stops
            and not self.begins
        ):
            return None  # "Dockers said": a plural that opens the sentence is as likely a common noun
        return first, self.text[self.spans[first][0] : self.spans[i][1]]

    def _people(self, i: int) -> Phrase | None:
        """A phrase whose head is a noun for those who can speak: "a spokesman for the operator"."""
        low, speech = self.low, self.speech
        head = None
        for k in range(i, max(-1, i - LONGEST), -1):
            if not self._word(k) or (low[k] in speech.stops and low[k] not in speech.joins) or low[k] in speech.says:
                break
            if (low[k] in PEOPLE or self._is_aged(k)) and (
                k == i or low[k + 1] in speech.joins or low[k + 1] in _ACTING
            ):
                head = k
        if head is None:
            return None
        first = head
        while first > 0 and head - first < 5 and self._modifies(first - 1):
            first -= 1
            if low[first] in speech.articles:
                break
        return Phrase(first, i, self._spelled(first, i), named=False)

    def _is_aged(self, k: int) -> bool:
        """Whether somebody is called by an age: "the 34-year-old"."""
        return self.low[k].endswith(("-year-old", "-year-olds"))

    def _modifies(self, k: int) -> bool:
        low = self.low[k]
        if not self._word(k) or low in self.speech.never:
            return False
        return low in self.speech.articles or not (
            low in THINGS
            or low in self.speech.stops
            or low in self.speech.joins
            or low in CONJUNCTIONS
            or low in self.speech.he
        )

    def _anybody(self, i: int) -> Phrase | None:
        """A short phrase with an article, or a bare plural, that opens its clause: "the operator", "dockers"."""
        first = i
        while first > 0 and i - first < 3 and self.low[first] not in self.speech.articles and self._word(first - 1):
            first -= 1
        words = self.low[first : i + 1]
        if words[-1] in THINGS or words[-1] in self.speech.never or any(w in self.speech.stops for w in words):
            return None
        article = len(words) > 1 and words[0] in self.speech.articles
        plural = len(words) == 1 and first == 0 and len(words[0]) > 4 and words[0].endswith("s")
        if not (article or plural) or not self._opens_clause(first):
            return None
        return Phrase(first, i, self._spelled(first, i), named=False)

    # -- phrases behind a verb or preposition

    def behind(self, k: int, *, anything: bool = False) -> list[Phrase]:
        """The phrase that begins at token k; two where "and" joins names. ``anything`` lets records be a source."""
        if k < len(self.low) and self.low[k] in self.speech.he:
            return [Phrase(k, k, "", named=False)]
        end = self._end_of_phrase(k)
        opens = end > k and self._may_open(k)
        if end <= k or not (opens or anything) or self.low[k] in self.speech.never:
            return []
        if name := self._name_within(k, end):
            first, last, who = name
            return [Phrase(first, last, who, named=True), *self._and_name(last)]
        if any(w in PEOPLE for w in self.low[k:end]):
            return [self._by_name(end) or Phrase(k, end - 1, self._spelled(k, end - 1), named=False)]
        if self.capital(k) and (run := self._capitals(k, end)):
            return [Phrase(k, run, self.text[self.spans[k][0] : self.spans[run][1]], named=True)]
        return self._thing(k, end) if anything else []

    def _may_open(self, k: int) -> bool:
        """Whether a phrase for who speaks may begin at token k: "Moss", "the", "police", "Mr", "52-year-old"."""
        low = self.low[k]
        known = low in self.speech.articles or low in PEOPLE or low in BESIDE_NAMES
        return known or self.capital(k) or self._is_aged(k)

    def _and_name(self, last: int) -> list[Phrase]:
        n = last + 2
        if n not in self.begins or self.low[n - 1] != "and":
            return []
        return [Phrase(n, self.begins[n][0], self.begins[n][1], named=True)]

    def _by_name(self, end: int) -> Phrase | None:
        """The name that a comma sets behind a phrase: "its director, Ada Moss"."""
        if end + 1 not in self.begins or self.words[end] != ",":
            return None
        last, who = self.begins[end + 1]
        alone = last + 1 >= len(self.words) or not self._word(last + 1)
        return Phrase(end + 1, last, who, named=True) if alone else None

    def _thing(self, k: int, end: int) -> list[Phrase]:
        """What is no person, up to its noun: "records" of "records held by the harbour office"."""
        if all(word in self.speech.articles for word in self.low[k:end]):
            return []  # "according to the “plain or simple” standard"
        end = next((n + 1 for n in range(k, end) if self.low[n] in THINGS), end)
        end = next((n for n in range(k + 1, end) if self.words[n].endswith("ed")), end)
        if self.low[end - 1] in SCHEDULES:
            return []
        return [Phrase(k, end - 1, self._spelled(k, end - 1), named=False)]

    def _end_of_phrase(self, k: int) -> int:
        low, speech = self.low, self.speech
        n = k
        while n < len(low) and n - k < LONGEST:
            if n in self.begins:
                n = self.begins[n][0] + 1
                continue
            if not self._word(n):
                if self.words[n] == "." and n > k and low[n - 1] in BESIDE_NAMES:
                    n += 1
                    continue
                break
            if low[n] in ("familiar", "close", "briefed") and n + 1 < len(low) and n > k:
                n += 2
                continue
            if low[n] in speech.stops or low[n] in speech.says or low[n] in CONJUNCTIONS:
                break
            n += 1
        return min(n, len(low))

    def _name_within(self, k: int, end: int) -> tuple[int, int, str] | None:
        """The name that heads a phrase: the first that hangs on no preposition and is no possessive."""
        for n in range(k, end):
            if n not in self.begins:
                if self.low[n] in self.speech.joins:
                    return None
                continue
            last, who = self.begins[n]
            rest = self.low[last + 1 : end]
            if n > k and self.is_possessive(n - 1) and all(w in PEOPLE for w in self.low[n : last + 1]):
                return None  # "the Lund Sheriff's Office"
            if not self.is_possessive(last) and not (rest and rest[0] not in self.speech.joins):
                return n, last, who
        return None

    def _capitals(self, k: int, end: int) -> int | None:
        last = k
        while last + 1 < end and self.capital(last + 1):
            last += 1
        run = self.low[k : last + 1]
        return None if any(w in PEOPLE or w in THINGS or w in self.speech.articles for w in run) else last

    # -- tokens

    def _word(self, n: int) -> bool:
        return self.words[n][0].isalnum()

    def is_possessive(self, n: int) -> bool:
        """Return whether token n is a possessive."""
        return self.low[n].endswith(("'s", "’s"))

    def capital(self, n: int) -> bool:
        """Return whether token n has the capital of a name."""
        return n < len(self.words) and self.words[n][0].isupper() and self.low[n] not in self.speech.never

    def _spelled(self, first: int, last: int) -> str:
        """A phrase as it is written, its first letter small unless a name has it."""
        text = " ".join(self.text[self.spans[first][0] : self.spans[last][1]].split())
        return (
            text
            if first in self.begins or (self.words[first].isupper() and len(self.words[first]) > 1)
            else text[:1].lower() + text[1:]
        )
