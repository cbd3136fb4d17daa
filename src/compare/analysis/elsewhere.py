"""Whether a fact stands anywhere in the other articles' whole texts, headings and furniture included.

Before an outlet is said to be the only one with a fact, every other text is searched for it, whatever is aligned. What
each word and figure stands in is gathered once, so that a fact is looked up and no text is read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache, partial

from compare.analysis.bounds import Bounds, bounds, compatible
from compare.analysis.calendar_words import tells_age, tells_day, tells_year
from compare.analysis.dates import date_of, same_date
from compare.analysis.figure import RANGE, Figure, ends
from compare.analysis.figures import figures
from compare.analysis.fractions import tells_part, tells_share
from compare.analysis.hours import CLOCK, may_be, tells_time
from compare.analysis.named import Named
from compare.analysis.rough import Count, Place, count_at, is_count, may_be_one, sizes
from compare.analysis.written import WrittenIn
from compare.analysis.zones import may_be_there, other_zone, tells_there
from compare.model import Article, Fact, FactKind, ParagraphKind

_COUNTS = (FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENTAGE)

LOOSELY = "about"
"""What any hedge comes to here: of "more than 40%" and "41%" nobody is alone with either, though "more than 40%" may be
90% as well."""

DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD"})
"""Sums in these may be the same ones: at home each of them is written with a bare sign."""

LARGE = 1000
"""Bare numbers from here on are written rounded as often as not; below, two that differ are two."""

_bounds = lru_cache(maxsize=4096)(bounds)


@dataclass(slots=True)
class _Told:
    """What an article tells of days and figures: dates by value, the numbers of figures as they are written, what
    may be written more or less finely: unit, dollars as one, value, words, whether hedged; and where it counts
    something."""

    dates: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    amounts: set[tuple[str, str, str, bool]] = field(default_factory=set)
    counts: set[Place] = field(default_factory=set)

    @classmethod
    def of(cls, article: Article) -> _Told:
        """Read the furniture of an article."""
        told = cls()
        for paragraph in article.paragraphs:
            if paragraph.kind is ParagraphKind.FURNITURE:
                text = article.cut(paragraph)
                for f in figures(text, article.language, date_of(article.published)):
                    told.note(f, text[f.start : f.end], f.hedge, paragraph.start + f.start)
        return told

    def note(self, fact: Fact | Figure, words: str, hedge: str | None, start: int) -> None:
        """Note that the article tells a fact in these words, which begin there."""
        if fact.kind is FactKind.DATE:
            self.dates.add(fact.value)
        elif fact.kind in _COUNTS:
            self.values.update(_plain_ends(fact.value))
            if fact.unit or ends(fact.value)[0] >= LARGE:
                self.amounts.add((_comparable(fact.unit), fact.value, words, bool(hedge)))
            if is_count(fact):
                self.counts.add(Place(fact.value, start, start + len(words), hedge))

    def add(self, other: _Told) -> None:
        """Take in what another one tells."""
        self.dates.update(other.dates)
        self.values.update(other.values)
        self.amounts.update(other.amounts)
        self.counts.update(other.counts)


def _hangs_on(fact: Fact, moved: _Told, *, dated: bool) -> bool:
    """Whether other articles may have a fact now, after some tell other days and figures, and be it by their day."""
    if fact.kind is FactKind.NAME:  # where one stands hangs on the texts alone
        return False
    if dated and fact.unit in ("age", "year"):
        return True
    if fact.kind is FactKind.DATE:
        return any(
            same_date(fact.unit, fact.value, value) or (fact.unit == CLOCK and ":" in value) for value in moved.dates
        )
    if not moved.values.isdisjoint(_plain_ends(fact.value)) or (moved.counts and is_count(fact)):
        return True
    unit = _comparable(fact.unit)
    return any(other == unit for other, *_ in moved.amounts)


class Elsewhere:
    """The words and figures of all texts, and the articles that have a fact, kept: :meth:`turn` to other figures.

    Args:
        articles: the articles.
        facts: the facts of what is no furniture in them.
    """

    def __init__(self, articles: Sequence[Article], facts: Sequence[Fact]) -> None:
        self._language = {a.id: a.language for a in articles}
        self._articles = {a.id: a.text for a in articles}
        self._digits = WrittenIn(articles)
        self._named = Named(self._articles)
        self._told: dict[str, _Told] = {}
        self._dates: defaultdict[str, set[str]] = defaultdict(set)  # articles by value
        self._values: defaultdict[str, set[str]] = defaultdict(set)
        # by unit, dollars as one: article, value, words, whether hedged
        self._open: defaultdict[str, set[tuple[str, str, str, bool]]] = defaultdict(set)
        self._counts: defaultdict[int, set[tuple[str, Place]]] = defaultdict(set)  # by size
        self._counted: dict[tuple[str, Place], Count] = {}
        self._year: dict[str, int] = {}
        self._holding: dict[int, tuple[Fact, frozenset[str]]] = {}
        self.turn(articles, facts, self._articles.keys())

    def turn(self, articles: Sequence[Article], facts: Sequence[Fact], others: Set[str]) -> None:
        """Look for figures in other facts of the same texts, and in other furniture, from now on.

        Args:
            articles: the articles, as they are now.
            facts: all facts that there are now.
            others: the articles that have others, or another day.
        """
        now = {article.id: _Told.of(article) for article in articles if article.id in others}
        for fact in facts:
            for mention in fact.mentions:
                if mention.article in now:
                    now[mention.article].note(fact, mention.text, mention.hedge, mention.start)
        moved = _Told()
        for article, told in now.items():
            moved.add(self._turn(article, self._told.get(article, _Told()), told))
        self._told |= now
        days = {article.id: date_of(article.published) for article in articles}
        year, self._year = self._year, {article: day.year for article, day in days.items() if day}
        dated = bool(moved.dates) or year != self._year
        there = {id(fact) for fact in facts}
        self._holding = {
            key: (fact, holders)
            for key, (fact, holders) in self._holding.items()
            if key in there and not _hangs_on(fact, moved, dated=dated)
        }

    def _turn(self, article: str, before: _Told, now: _Told) -> _Told:
        """Tell of an article what it tells now; return what it has told or tells, and not both."""
        moved = _Told(
            before.dates ^ now.dates,
            before.values ^ now.values,
            before.amounts ^ now.amounts,
            before.counts ^ now.counts,
        )
        for value in moved.dates:
            self._dates[value] ^= {article}
            if not self._dates[value]:
                del self._dates[value]
        for value in moved.values:
            self._values[value] ^= {article}
        for unit, value, words, hedged in moved.amounts:
            self._open[unit] ^= {(article, value, words, hedged)}
        for place in moved.counts:
            self._counts[next(sizes(place.value))] ^= {(article, place)}
        return moved

    def holders(self, fact: Fact) -> frozenset[str]:
        """Return the articles that have a fact in a form that the rules see, whether or not they mention it."""
        if id(fact) not in self._holding:
            self._holding[id(fact)] = fact, frozenset(self._holders(fact))
        return self._holding[id(fact)][1]

    def _holders(self, fact: Fact) -> Iterator[str]:
        """The articles that have a fact; some more than once."""
        if fact.kind is FactKind.NAME:
            yield from self._named.holders(fact)
        elif fact.kind is FactKind.DATE:
            yield from self._dating(fact)
        else:
            yield from self._figured(fact)

    def _figured(self, fact: Fact) -> Iterator[str]:
        """The articles that have a sum, a share or a number."""
        # "€4 million" and "4 million" are one figure here: whether both mean money is not for this to say
        for end in _plain_ends(fact.value):
            yield from self._values.get(end, ())
        for article, words, hedged in {(m.article, m.text, bool(m.hedge)) for m in fact.mentions}:
            yield from self._agreeing(fact, article, words, hedged)
            if fact.unit and " " in words:
                yield from self._named.naming(words)  # "71 seconds after" says when, and not how long
        if fact.kind is FactKind.NUMBER:
            yield from self._writing(fact)
        if fact.unit == "age":
            yield from self._since(fact)
        elif ends(fact.value)[1] >= LARGE:
            yield from self._telling(partial(tells_part, amount=ends(fact.value)[1]))
        if fact.kind is FactKind.PERCENTAGE:
            low, high = ends(fact.value)
            yield from self._telling(partial(tells_share, low=low, high=high))

    def _dating(self, fact: Fact) -> Iterator[str]:
        """The articles that have a day, a year or a time."""
        for value, articles in self._dates.items():
            if same_date(fact.unit, fact.value, value):
                yield from articles
        if fact.unit == CLOCK:
            yield from self._clocking(fact)
        if fact.unit == "day":
            yield from self._telling(partial(tells_day, value=fact.value))
        if fact.unit == "year":
            yield from self._named.having(fact.value)  # "1994,1996,1999"
            for article, year in self._year.items():
                if self._language[article] == "en" and tells_year(self._articles[article], int(fact.value), year):
                    yield article
        if fact.unit == "weekday":  # "Sunday, Nov. 19" is a day, and tells that of "Sunday" as well
            for mention in fact.mentions:
                yield from self._named.having(mention.text.casefold())

    def _clocking(self, fact: Fact) -> Iterator[str]:
        """The articles that have a time in words, in another zone, or loosely."""
        yield from self._telling(partial(tells_time, value=fact.value))
        yield from self._telling(partial(tells_there, value=fact.value))
        times = [value for value in self._dates if ":" in value]
        for m in fact.mentions:
            text = self._articles[m.article]
            yield from self._dates.get(other_zone(text, m.end) or "", ())
            if ":" in m.text:
                yield from self._named.naming(m.text)  # "with 7:41 left in the half"
            for value in times:
                if may_be(value, fact.value, text, m.start) or may_be_there(text, m.end, fact.value, value):
                    yield from self._dates[value]

    def _since(self, fact: Fact) -> Iterator[str]:
        """The articles that give the year instead of an age: that a bridge opened in 1967, a helmet is of 1300 B.C."""
        age = int(ends(fact.value)[1])
        for year in {self._year[m.article] for m in fact.mentions if m.article in self._year}:
            for since in (year - age, year - age - 1):
                yield from self._dates.get(str(since), ())
            if age > year:
                yield from self._telling(partial(tells_age, age=age, published=year))

    def _telling(self, tells: Callable[[str], bool]) -> Iterator[str]:
        """The English articles whose words tell what is no figure in them: four fifths, "shortly before nine"."""
        for article, text in self._articles.items():
            if self._language[article] == "en" and tells(text):
                yield article

    def _agreeing(self, fact: Fact, article: str, words: str, hedged: bool) -> Iterator[str]:
        """The articles that have an amount of the same unit that may be this one, written more or less finely."""
        if not fact.unit and ends(fact.value)[0] < LARGE:
            return
        own = self._bounds(article, fact.value, fact.unit, words, hedged)
        for other, value, written, loosely in self._open[_comparable(fact.unit)]:
            if compatible(own, self._bounds(other, value, fact.unit, written, loosely)):
                yield other

    def _writing(self, fact: Fact) -> Iterator[str]:
        """The articles that have a number by its digits, or rounded."""
        for m in fact.mentions:
            yield from self._digits.holders(m.article, self._articles[m.article], m.start)
        if is_count(fact):
            yield from self._counting(fact)

    def _counting(self, fact: Fact) -> Iterator[str]:
        """The articles that have a number which may be this one, rounded here or there."""
        near = [each for size in sizes(fact.value) for each in self._counts.get(size, ())]
        for m in fact.mentions:
            own = self._count_at(m.article, Place(fact.value, m.start, m.end, m.hedge))
            for article, place in near:
                if (m.hedge or place.hedge) and may_be_one(own, self._count_at(article, place)):
                    yield article

    def _count_at(self, article: str, place: Place) -> Count:
        if (article, place) not in self._counted:
            self._counted[article, place] = count_at(self._articles[article], place, self._language[article])
        return self._counted[article, place]

    def _bounds(self, article: str, value: str, unit: str, words: str, hedged: bool) -> Bounds:
        hedge = LOOSELY if hedged else None
        return _bounds(value, hedge, unit=unit, text=words, language=self._language[article])


def _comparable(unit: str) -> str:
    return "dollar" if unit in DOLLARS else "GBP" if unit == "pound" else unit


def _plain_ends(value: str) -> tuple[str, ...]:
    """The numbers of a value as they are written in it."""
    return tuple(value.split(RANGE))
