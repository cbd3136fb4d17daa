"""Which texts name in other words what a name names: spelled otherwise, joined, cut short, or turned round.

:mod:`~compare.analysis.elsewhere` asks before an outlet is said to be the only one with a name. Nothing here makes two
names one: that "Calder" is "Calder Asset Management" is likely enough to say nothing, and not to say that they agree.
What has a capital in each text is gathered once, so that a name is looked up and no text is read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from compare.analysis.dates import WEEKDAY_OF
from compare.analysis.name_forms import (
    CALLINGS,
    INITIALS,
    SHORTEST,
    Word,
    are_alike,
    forms,
    is_same_first,
    joined,
    may_be_person,
    plain,
    rows,
    untitled,
    words_of,
)
from compare.analysis.name_words import CALLED, KINDS, NO_FIRST_NAMES, OPENERS, PLACED_BY, WELL_KNOWN_WITHOUT
from compare.analysis.people import NEVER_NAMED, PERSONS, TITLES
from compare.analysis.words import stop_words
from compare.model.calendar import MONTH_OF

FIRST = 3
"""Words before a surname among which a first name is looked for: "Frederick Cheney LaRue"."""

LONGEST = 6
"""Words of the longest name that is looked up joined."""

SURELY = 6
"""Letters from which on a word that is alike, and no person's, may be the same."""

OF_BODIES = 9
"""Letters from which on two of it may be other ones: "Minister" is no "Ministry"."""


class Namings:
    """The words with a capital of all texts.

    Args:
        texts: the texts by article.
        written: all words of them, as they are written.
    """

    def __init__(self, texts: Mapping[str, str], written: Set[str]) -> None:
        self._written = written
        self._joined: defaultdict[str, set[str]] = defaultdict(set)  # articles by some words of a row, joined
        self._rows: defaultdict[str, list[tuple[str, Sequence[Word], int]]] = defaultdict(list)  # by each word of them
        for article, text in texts.items():
            for row in rows(text):
                if len(row) > 1:
                    self._gather(article, row)
                elif not _is_beside(row[0].written):
                    self._rows[row[0].plain].append((article, row, 0))

    def _gather(self, article: str, row: Sequence[Word]) -> None:
        parts = [word.plain for word in row]
        for start, part in enumerate(parts):
            self._rows[part].append((article, row, start))
            for end in range(start + 2, min(len(parts), start + LONGEST) + 1):
                self._joined["".join(parts[start:end])].add(article)

    def holders(self, name: str) -> Iterator[str]:
        """Yield the articles that name what a name names; some more than once."""
        words = words_of(name)
        if not words:
            return
        for form in forms(words):
            if len(form) >= SHORTEST or name.isupper():
                yield from self._joined.get(form, ())
                yield from (article for article, *_ in self._rows.get(form, ()))
        yield from self._spelling_out(words)
        yield from self._shorter(words)
        if len(words) > 1:
            yield from self._alike(words)
        person = may_be_person(words)
        if person:
            yield from self._in_full(words)
        if person or (len(words) > 1 and len(untitled(words)) == 1):
            yield from self._by_last(words)

    def _spelling_out(self, words: Sequence[Word]) -> Iterator[str]:
        """The articles that write in full what begins with initials: "New South Wales Ambulance" of "NSW Ambulance"."""
        letters = words[0].written.replace(".", "")
        if len(words) < 2 or not (letters.isupper() and letters.isalpha() and 2 <= len(letters) <= INITIALS):
            return
        rest, size = [word.plain for word in words[1:]], len(letters)
        for article, row, n in self._rows.get(rest[0], ()):
            before = row[n - size : n] if n >= size else ()
            same = [word.plain for word in row[n : n + len(rest)]] == rest
            if same and before and "".join(word.written[0] for word in before) == letters:
                yield article

    def _shorter(self, words: Sequence[Word]) -> Iterator[str]:
        """The articles that have a name without the kind of body or the place at its end: "Calder" of "Calder Asset
        Management", "Orkney" of "Orkney Islands", "Reserve Bank" of that "of Australia", "Moss" of "Moss of Lund"; or
        without whose it is at its beginning: "Court of Auditors" of the "French Court of Auditors"."""
        size = len(words)
        while size > 1 and words[size - 1].written.lower() in _KINDS and not words[size - 1].behind:
            size -= 1
        if size < len(words):
            yield from self._standing_whole(words[:size], words)
        if len(words) > 2 and not words[1].behind and _is_peoples(words[0].written):
            yield from self._standing_whole(words[1:], words)
        of = next((n for n, word in enumerate(words) if word.behind.startswith("of")), 0)
        if of > 1:
            yield from self._standing_whole(words[:of], words)
        elif of and self._may_be_called(words[0]) and not _is_of_many(words[0].written):
            yield from self._called(words[0])

    def _standing_whole(self, head: Sequence[Word], words: Sequence[Word]) -> Iterator[str]:
        """The articles in which the head of a name is a whole one; a single word, if it never has another before it."""
        first = head[0]
        small = first.written.lower() in self._written
        if len(head) == 1 and (small or len(first.plain) < SHORTEST or _is_of_many(first.written)):
            return
        for article, _ in self._whole(head):
            if len(head) > 1 or not self._is_called_otherwise(article, first.plain, words):
                yield article

    def _whole(self, head: Sequence[Word]) -> Iterator[tuple[str, str]]:
        """The articles in which words are a whole name, each time with the small word before it."""
        name = joined(head)
        for article, row, _ in self._rows.get(head[0].plain, ()):
            for piece in _pieces(row):
                if joined(piece) == name:
                    yield article, piece[0].behind

    def _is_called_otherwise(self, article: str, last: str, words: Sequence[Word]) -> bool:
        """Whether a text has a word with another capitalised one before it, and that is no title: "Ada Moss"."""
        own = {word.plain for word in words}
        return any(
            a == article
            and n
            and not row[n].behind
            and row[n - 1].plain not in own
            and not _is_beside(row[n - 1].written)
            for a, row, n in self._rows.get(last, ())
        )

    def _alike(self, words: Sequence[Word]) -> Iterator[str]:
        """The articles that have a name of as many words of which one is spelled otherwise."""
        person, found = may_be_person(words), set[str]()
        for anchor, word in enumerate(words):
            for article, row, n in self._rows.get(word.plain, ()):
                start = n - anchor
                there = row[start : start + len(words)] if start >= 0 and article not in found else ()
                if len(there) == len(words) and _is_respelled(words, there, person=person):
                    found.add(article)
        yield from found

    def _in_full(self, words: Sequence[Word]) -> Iterator[str]:
        """The articles that have a person's surname with what may be the same first name somewhere before it."""
        for article, row, n in self._rows.get(words[-1].plain, ()):
            before = n
            while before and n - before < FIRST and row[before].behind not in _PARTING:
                before -= 1
                if row[before].written != "A" and _is_first_of(words, row[before]):
                    yield article
                    break

    def _by_last(self, words: Sequence[Word]) -> Iterator[str]:
        """The articles that have a person's surname alone, if no text has anybody else of that name."""
        last = words[-1]
        if not self._may_be_called(last) or _is_of_many(last.written) or not self._may_come_first(words[0]):
            return
        own = {word.plain for word in words}
        before = (row[n - 1] for _, row, n in self._rows[last.plain] if n and not row[n].behind)
        others = (word for word in before if word.plain not in own and not _is_beside(word.written))
        if all(_is_first_of(words, word) for word in others):
            yield from self._called(last)

    def _called(self, word: Word) -> Iterator[str]:
        """The articles in which a word is a whole name and has no article, as no person has."""
        return (article for article, before in self._whole([word]) if before != "the")

    def _may_come_first(self, word: Word) -> bool:
        """Whether a word may be a person's first name, or what somebody is: it is no country's, and no acronym."""
        if word.written.isupper() or _is_of_many(word.written):
            return False
        return word.written.lower() not in self._written or word.plain in CALLINGS

    def _may_be_called(self, word: Word) -> bool:
        """Whether a word may be a person's name in these texts: it is never small, and nothing is in it."""
        if len(word.plain) < SHORTEST or word.written.lower() in self._written:
            return False
        return not any(before in PLACED_BY for _, before in self._whole([word]))


def _is_first_of(words: Sequence[Word], first: Word) -> bool:
    """Whether a word may be the first name of a person, or the one right before the surname: "Prefect Ada Moss"."""
    return is_same_first(words[0].plain, first.plain) or (
        len(words) > 2 and is_same_first(words[-2].plain, first.plain)
    )


def _is_respelled(words: Sequence[Word], there: Sequence[Word], *, person: bool) -> bool:
    """Whether all words of two names but one are the same, and that one may be the same."""
    both = enumerate(zip(words, there, strict=True))
    others = [(n, one.plain, two.plain) for n, (one, two) in both if one.plain != two.plain]
    if len(others) != 1:
        return not others
    ((n, one, two),) = others
    if person and n == 0:
        return is_same_first(one, two)
    if person:
        return are_alike(one, two)
    return min(len(one), len(two)) >= SURELY and are_alike(one, two, OF_BODIES)


def _pieces(row: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The names in a row, without what stands beside them: the parts that no small word but that of a name joins."""
    start = 0
    for n in range(1, len(row) + 1):
        if n == len(row) or row[n].behind in _PARTING:
            first, last = start, n
            while first < last and _is_beside(row[first].written):
                first += 1
            while first < last and row[last - 1].written.lower() in _BEHIND:
                last -= 1
            if first < last:
                yield row[first:last]
            start = n


@lru_cache(maxsize=32768)
def _is_beside(written: str) -> bool:
    return written.lower() in _BESIDE


@lru_cache(maxsize=8192)
def _is_of_many(first: str) -> bool:
    """Whether a word says little by itself: it is that of a country or its people, of many bodies or places."""
    small = first.lower()
    return small in NO_FIRST_NAMES or small in _OF_MANY or _is_peoples(first)


def _is_peoples(word: str) -> bool:
    """Whether a word is that of a country or of its people: "French", "Norwegian"."""
    name = plain(word)
    return name in _PEOPLES or name.removesuffix("n") in _PEOPLES or word.endswith(("ian", "ish", "ese"))


_OF_MANY = NEVER_NAMED - PERSONS


_PARTING = frozenset({"and", "for", "for the", "and the", "&"})
"""What stands between two names as often as within one."""

_BEHIND = (stop_words("en") | WEEKDAY_OF.keys() | MONTH_OF.keys()) - {"will"}
_BESIDE = _BEHIND | OPENERS | TITLES | PERSONS
"""What has a capital behind or before a name and is no part of it."""

_PEOPLES = frozenset(plain(form) for called in CALLED for form in called)
"""Names of countries and what is theirs: of "Greek Media" the first word says little."""

_KINDS = KINDS | WELL_KNOWN_WITHOUT
