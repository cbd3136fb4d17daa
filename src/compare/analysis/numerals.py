"""Numbers as written, in digits and in words, with how exactly they are meant to be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from compare.analysis.hours import clock_spans
from compare.analysis.number_words import (
    AND_A_HALF,
    AND_MORE,
    ARTICLES,
    DOZEN,
    HALF,
    HUNDRED,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    SHORTENED,
    spoken,
)
from compare.analysis.units import CODES, SIGNS, UNITS
from compare.analysis.words import small_words
from compare.model.words import LETTERS, either

_SPACED = frozenset({"fr", "es", "pt", "it", "de", "nl"})
"""Where a plain space may group thousands: "75 000"."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: ``base`` times ten to the ``power``.

    Attributes:
        base: what the digits or words before the scale say.
        power: of ten, from the scale word; 0 without one.
        step: the distance to the next number that would be written like this one: 100,000 for "1.2 million".
        start: where it begins, with a currency sign.
        end: where it ends, with the scale word.
        sign: the currency sign or code before it, as the tables of :mod:`~compare.analysis.units` have it; empty
            without one.
        scale: the scale as written, lower-case: "million", "m".
        digits: whether it is written in digits.
    """

    base: Decimal
    power: int
    step: Decimal
    start: int
    end: int
    sign: str = ""
    scale: str = ""
    digits: bool = True

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.base * Decimal(10) ** self.power


def numerals(text: str, language: str) -> list[Numeral]:
    """Find the numbers of a text in order and without overlap; ordinals, fractions and codes like "A24" are none."""
    found = [*_in_digits(text, language), *_in_words(text, language), *_in_articles(text, language)]
    if found and language == "en" and (clock := clock_spans(text)):
        found = [n for n in found if not any(start <= n.start < end for start, end in clock)]
    if len(found) < 2:
        return found
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def read_digits(digits: str, language: str) -> Decimal | None:
    """Read a number as written; ``None`` if its separators make no number, as those of a version or an address, or it
    is longer than :data:`LONGEST`.

    Of two kinds of separator the last is the point. One kind, more than once, groups thousands. A single one is the
    point where fewer or more than three digits follow or a lone 0 stands before it; before three digits it is what the
    language has it for.
    """
    digits = _SPACE.sub("", digits)
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return Decimal(digits)
    kinds = set(digits) & {".", ","}
    last = max(digits.rfind("."), digits.rfind(","))
    if len(kinds) == 2:
        whole, point = re.sub("[.,]", " ", digits[:last]).split(" "), digits[last + 1 :]
        return _grouped(whole, point)
    (mark,) = kinds
    if digits.count(mark) > 1:
        return _grouped(digits.split(mark), "")
    groups = mark == ("," if language == "en" else ".")
    if len(digits) - last != 4 or digits.startswith("0") or last > 3 or not groups:
        return Decimal(digits.replace(mark, "."))
    return Decimal(digits.replace(mark, ""))


LONGEST = 28
"""Digits and separators of a number that is a figure: as many digits as decimal arithmetic keeps, by its default."""

_SPACE = re.compile(r"\s")


def _grouped(groups: list[str], point: str) -> Decimal | None:
    if len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]):
        return None
    return Decimal("".join(groups) + "." + (point or "0"))


@lru_cache
def _digits_pattern(language: str) -> re.Pattern[str]:
    """Digits with their scale. The pattern begins with the digit, so that the engine can skip to one."""
    space = "[ \u00a0\u2009\u202f]" if language in _SPACED else "[\u00a0\u2009\u202f]"
    number = rf"\d(?<![\w.,:/#+’'].)(?>\d{{0,2}}(?:{space}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d*(?:[.,]\d+)*)"
    scales, shorts = either(SCALES.get(language, SCALES["en"])), either(SHORT_SCALES)
    return re.compile(
        rf"(?P<n>{number})(?:[\s -]?(?P<long>{scales})\b{_FULL_STOP}|(?P<short>{shorts})\b)?"
        r"(?![:/]\w|\s[:/]\s\d|[½¼¾])(?!\s[1-9]/[1-9])",
        re.IGNORECASE,
    )


_FULL_STOP = rf"(?:(?<={'|'.join(SHORTENED)})\.(?=\s?(?:[€$£]|euro|us-dollar|dollar|franken)))?"
"""That of a shortened scale, which only the currency behind it tells from that of the sentence."""


def _in_digits(text: str, language: str) -> Iterator[Numeral]:
    for m in _digits_pattern(language).finditer(text):
        before = text[max(0, m.start() - 4) : m.start()]
        base = read_digits(m["n"], language)
        if base is None or (before[-1:].isspace() and _HALVED.search(before)):
            continue
        near = before.rstrip()[-1:] in _SIGN_ENDS
        sign = _SIGN.search(text, m.start() - len(before), m.start()) if near else None
        scale = (m["long"] or m["short"] or "").lower()
        end = m.end()
        if sign and not scale and (millions := _MILLIONS.match(text, end)):
            scale, end = "mn", millions.end()
        power = SCALES.get(language, SCALES["en"]).get(scale, SHORT_SCALES.get(scale, 0))
        start = sign.start() if sign else m.start()
        if m["short"] == "B" and not sign:
            continue  # "1B" is a place on a field as often as a billion
        signed = (sign["code"] or sign["sign"].lower()) if sign else ""
        numeral = Numeral(base, power, _step(base, power), start, end, signed, scale)
        if whole := _with_more(text, numeral, language):
            yield whole


_MILLIONS = re.compile(r"MM|\sm(?![\w.’'])")
"""What stands behind a sum of millions: "$5MM", in the language of contracts, and "£5 m", which are no metres."""

_HALVED = re.compile(r"(?:[\w)]\s[/:]|[(\s]\.)\s$")
"""Before the second part of "12 / 25" or ". 464", as some texts are spaced."""


def _step(base: Decimal, power: int) -> Decimal:
    """How finely a number is written.

    Decimals and scale words tell it. From 1,000 on so do zeros at the end, those of the first group excepted: "1,200"
    is one of the hundreds, "180,000" one of the thousands, as "180 thousand" would be.
    """
    if base != base.to_integral_value():
        return Decimal(10) ** (-len(str(base).partition(".")[2].rstrip("0")) + power)
    step = Decimal(10) ** power
    if power or base < 1000:
        return step
    groups = f"{int(base):,}".split(",")
    while groups[-1] == "000":
        groups.pop()
        step *= 1000
    last = groups[-1]
    return step * 10 ** (len(last) - len(last.rstrip("0"))) if groups[1:] else step


@lru_cache
def _words_pattern(language: str) -> re.Pattern[str]:
    words = either(_every_word(language))
    first = "|".join(filter(None, (either(HALF.get(language, ())), either(ARTICLES.get(language, ())))))
    joined = rf"(?:{words})\b(?:(?:-|\s(?:and\s)?)(?:{words})\b)*"
    return re.compile(rf"(?:(?P<first>{first or '(?!)'})[\s-])?(?P<run>{joined})", re.IGNORECASE)


def _every_word(language: str) -> list[str]:
    return [*spoken(language), *HUNDRED.get(language, ()), *SCALES[language], *DOZEN.get(language, ())]


@lru_cache
def _single_words(language: str) -> frozenset[str]:
    """The words without one of which a text has no number in words."""
    return frozenset(part for word in _every_word(language) for part in LETTERS.findall(word)) - {"y", "e", "et"}


@lru_cache
def _openers(language: str) -> frozenset[str]:
    """The words that may begin a number: a look-up for each word is many times faster than a search for all."""
    begin = [*spoken(language), *ARTICLES.get(language, ()), *HALF.get(language, ())]
    return frozenset(re.split(r"[\s-]", word)[0] for word in begin)


def _in_words(text: str, language: str) -> Iterator[Numeral]:
    if language not in SCALES or _single_words(language).isdisjoint(small_words(text)):
        return
    openers, pattern, after, place = _openers(language), _words_pattern(language), _after(language), 0
    for word in LETTERS.finditer(text):
        if word.start() < place or word[0].lower() not in openers or text[max(0, word.start() - 1)] in _JOINTS:
            continue
        run = pattern.match(text, word.start())
        if run is None:
            continue
        place = run.end()
        for spoken_there in _spoken(run, language):
            numeral = _with_more(text, spoken_there, language)
            if numeral is None or numeral.value <= 1:  # a lone "one" is an article more often than a figure
                continue
            if not (after.match(text, numeral.end) or _in_name(text, numeral) or _in_fraction(text, numeral)):
                yield numeral


def _in_articles(text: str, language: str) -> Iterator[Numeral]:
    """The articles that are a one before a unit of which there is a half more: "a foot and a half"."""
    if language == "en" and "half" in small_words(text):
        for match in _ONE_AND_A_HALF.finditer(text):
            if match["unit"].lower() in UNITS:
                yield Numeral(Decimal(1), 0, Decimal(1), match.start(), match.end("one"), digits=False)


_ONE_AND_A_HALF = re.compile(rf"\b(?P<one>an?|one)\s(?P<unit>[a-z]+){AND_A_HALF}", re.IGNORECASE)


def _in_fraction(text: str, numeral: Numeral) -> bool:
    """Whether a number in words is a part of another, or of a time: "a quarter of a million", "half past five"."""
    before = text[max(0, numeral.start - 14) : numeral.start].lower()
    return _FRACTION.search(before) is not None or (
        before.endswith("and a ") and text.startswith("half", numeral.start)
    )


_FRACTION = re.compile(r"\b(?:(?:half|quarters?|thirds?|fifths?|tenths?)\sof|(?:half|quarter)\s(?:past|to|after))\s$")


def _in_name(text: str, numeral: Numeral) -> bool:
    """Whether a number word is part of a name: "Back Forty Brewing", "the Big Ten"."""
    if not text[numeral.start].isupper() or numeral.start == 0:
        return False
    before, behind = text[max(0, numeral.start - 2) : numeral.start], text[numeral.end + 1 : numeral.end + 2]
    return behind.isupper() or before[:1].isalnum()


_JOINTS = frozenset("$€£.,’'-")
"""Right before a word these make it a part of another: "mid-twenty"."""


@lru_cache
def _token(language: str) -> re.Pattern[str]:
    """A number word, or the "and" between two."""
    return re.compile(rf"(?:{either(_every_word(language))}|and)\b", re.IGNORECASE)


@lru_cache
def _after(language: str) -> re.Pattern[str]:
    """What makes of the number before it an ordinal or a fraction."""
    ordinals = ORDINALS.get(language, "(?!)")
    return re.compile(rf"[\s-](?:{ordinals})\b|-by-", re.IGNORECASE)


@lru_cache
def _more(language: str) -> re.Pattern[str]:
    """What adds a part of one to the number before it."""
    return re.compile(rf"[\s-](?:{AND_MORE.get(language, '(?!)')})\b", re.IGNORECASE)


def _with_more(text: str, numeral: Numeral, language: str) -> Numeral | None:
    """A number with the part of one behind it, "two and a half million"; ``None`` if that is not known, for the number
    alone would be too low."""
    if not _more(language).match(text, numeral.end):
        return numeral
    more = _MORE.match(text, numeral.end) if language == "en" else None
    scale = (more["scale"] or "").lower() if more else ""
    if more is None or (scale and numeral.power):
        return None
    step = _PARTS[more["part"].lower()]
    power = numeral.power + SCALES["en"].get(scale, 0)
    base = numeral.base + step * _FEW[more["few"].lower()]
    return replace(numeral, base=base, power=power, step=step.scaleb(power), end=more.end())


_FEW = {"a": 1, "one": 1, "two": 2, "three": 3}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_MORE = re.compile(
    rf"[\s-]and[\s-](?P<few>{'|'.join(_FEW)})[\s-](?P<part>{'|'.join(_PARTS)})s?\b(?!\sof\s(?:it|the|them)\b)"
    r"(?:[\s-](?P<scale>thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)


def _spoken(run: re.Match[str], language: str) -> Iterator[Numeral]:
    """Cut a run of number words into numbers: "two hundred and three" is one, "nine eleven" are two."""
    tokens = list(_token(language).finditer(run["run"]))
    offset, place = run.start("run"), 0
    apart = _BETWEEN.search(run.string, max(0, run.start() - len("between ")), run.start()) is not None
    while place < len(tokens):
        read = _Reading(language, apart=apart)
        opened = place == 0 and read.open((run["first"] or "").lower(), tokens[0][0].lower())
        end = place
        while end < len(tokens) and read.take([t[0].lower() for t in tokens[end : end + 3]]):
            end += 1
        if end > place:
            start = run.start() if opened else offset + tokens[place].start()
            base = read.value.scaleb(-read.power)
            yield Numeral(base, read.power, read.step, start, offset + tokens[end - 1].end(), digits=False)
        place = max(end, place + 1)


_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
"""Before two numbers: "between two hundred and three thousand"."""

_DOZENS = Decimal(4)
"""As finely as dozens are counted: "a dozen" is said of ten to fourteen."""


class _Reading:
    """Reads one number, word by word, until a word no longer fits. Where two numbers are ``apart``, none goes on behind
    "and" to a scale."""

    def __init__(self, language: str, *, apart: bool = False) -> None:
        self._language = language
        self._apart = apart
        self._small = spoken(language)
        self._total, self._part, self._last = Decimal(0), Decimal(0), Decimal(0)
        self._room = Decimal(10) ** 15
        self._scaled, self._half, self.step, self.power = False, False, Decimal(1), 0

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self._total + self._part

    def open(self, first: str, word: str) -> bool:
        """Begin with "a" or "half a", if the word after it is one that multiplies."""
        if not first or self._factor(word) is None:
            return False
        self._half = first in HALF.get(self._language, ())
        self._part = Decimal("0.5") if self._half else Decimal(1)
        return True

    def take(self, words: list[str]) -> bool:
        """Take the first word if it continues the number, and say so."""
        word = words[0]
        if word == "and":
            small = len(words) > 1 and words[1] in self._small
            factor = self._factor(words[2]) if len(words) > 2 else None
            # "two hundred and three hundred" are two, "two hundred and fifty thousand" is one
            one = not self._apart and self._part and factor is not None and 1000 <= factor < self._room
            again = factor is not None and not one
            return self._scaled and small and not again and not self._last
        if word in self._small:
            return self._add(Decimal(self._small[word]))
        factor = self._factor(word)
        return factor is not None and self._multiply(factor)

    def _factor(self, word: str) -> Decimal | None:
        if word in HUNDRED.get(self._language, ()):
            return Decimal(100)
        if word in DOZEN.get(self._language, ()):
            return Decimal(12)
        power = SCALES[self._language].get(word)
        return None if power is None else Decimal(10) ** power

    def _add(self, number: Decimal) -> bool:
        after_tens = self._last >= 20 and self._last % 10 == 0 and number < 10
        if self._last and not after_tens:
            return False
        self._part, self._last, self.step, self.power = self._part + number, number, Decimal(1), 0
        return True

    def _multiply(self, by: Decimal) -> bool:
        if by >= 1000:
            if not self._part or by >= self._room:
                return False
            self._total, self._part, self._room = self._total + self._part * by, Decimal(0), by
        elif 0 < self._part < 100:
            self._part *= by
        else:
            return False
        self.step = _DOZENS if by == 12 else Decimal(1) if by < 1000 else by / (10 if self._half else 1)
        self.power = by.adjusted() if by >= 1000 else 0
        self._scaled, self._last = True, Decimal(0)
        return True


_SIGN_ENDS = frozenset(sign[-1] for sign in (*SIGNS, *CODES))
_SIGN = re.compile(rf"(?<![^\W\d])(?:(?P<sign>(?i:{either(SIGNS)}))|(?P<code>{either(CODES)}))\s?$")
