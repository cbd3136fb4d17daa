"""What the sentences, lists and tables of a report are made of: words, each with what they are.

A plain ``str`` is ours. Whatever comes from outside, or may quote what does, has a type: by it a renderer keeps it from
becoming markup and shows what it is, and :mod:`~compare.export.quoting` finds all that has to be cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from compare.export.evidence import Evidence

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def web_address(text: str) -> str:
    """Return a text as an address that may be led to, if it is one of the web, else nothing, whatever scheme it names.

    >>> web_address("https://ledger.example/?<7>"), web_address("file:///etc/passwd")
    ('https://ledger.example/?%3C7%3E', '')
    """
    return re.sub('["<>]', lambda sign: f"%{ord(sign[0]):X}", text) if _WEB.fullmatch(text) else ""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of ours that names outlets and may quote them."""

    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of an article, by its id if it is in the set; in quotation marks unless they are ``bare``."""

    text: str
    article: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What a set is called, or an article, by its id: the name of a work, and no quotation from it."""

    text: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What an outlet is called, or an article of it, by its id if it is in the set."""

    text: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Datum:
    """What is known of an article or a mark in a word or two: an author, a date, a language, initials, a reason."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """What is typed or compared letter by letter: a command, a source, a place, a digest."""

    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """The address of an article."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of the reader."""

    text: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What the reader bases a verdict on: an address, or a few words."""

    text: str


Leaf: TypeAlias = Words | Quotation | Title | Name | Datum | Code | Address | Remark | Basis
"""Whatever is not ours."""


@dataclass(frozen=True, slots=True)
class Strong:
    """What is to catch the eye."""

    parts: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is said about the words beside it."""

    parts: Inlines


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph that marks what follows, and what it means to those who cannot see it; without a meaning it is named in a
    legend."""

    glyph: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The name of an outlet where its article is to be found from."""

    name: Name


@dataclass(frozen=True, slots=True)
class FileLink:
    """Words that lead to a file beside the report."""

    words: str
    file: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A place, after its outlet if that is to be ``named``, before its words if they are to be ``quoted``."""

    evidence: Evidence
    named: bool = True
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """The mark of a footnote to places; those whose words are ``known`` from what it stands behind are not quoted."""

    evidence: tuple[Evidence, ...]
    known: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of an article in the list of references."""

    name: Name
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """The line on which a place is."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to a claim: a sign, where it states it, and why that is unknown."""

    sign: Sign
    evidence: Evidence | None
    reason: str


Inline: TypeAlias = str | Leaf | Strong | Emphasis | Sign | Lead | FileLink | Cited | Note | Reference | Line | Standing
Inlines: TypeAlias = tuple[Inline, ...]


def bare(quotation: Quotation) -> Quotation:
    """Return a quotation without its quotation marks."""
    return replace(quotation, bare=True)


def joined(separator: str, groups: Iterable[Iterable[Inline]]) -> Inlines:
    """Return groups of inlines as one, with a separator between them.

    >>> joined(", ", [("a",), (Code("b"), "c")])
    ('a', ', ', Code(text='b'), 'c')
    """
    parts = [(separator, *group) for group in groups]
    return tuple(chain.from_iterable(parts))[1:]


def listed(groups: Iterable[Iterable[Inline]]) -> Inlines:
    """Return groups of inlines as a sentence lists them.

    >>> listed([("a",), ("b",), ("c",)])
    ('a', ', ', 'b', ' and ', 'c')
    """
    *before, last = [tuple(group) for group in groups] or [()]
    return (*joined(", ", before), " and ", *last) if before else last


def plain(parts: Iterable[Inline]) -> str:
    """Return inlines as plain text, as they are read, without the marks of footnotes."""
    return "".join(map(_plain, parts))


def _plain(part: Inline) -> str:
    return part if isinstance(part, str) else _PLAIN.get(type(part), _text)(part)


def _text(leaf: Leaf) -> str:
    return leaf.text


def _cited(cited: Cited) -> str:
    evidence = cited.evidence
    who = f"{evidence.outlet.text} " if cited.named else ""
    return f"{who}{evidence.place}{f': “{evidence.quote.text}”' if cited.quoted else ''}"


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    Quotation: lambda quotation: quotation.text if quotation.bare else f"“{quotation.text}”",
    Strong: lambda strong: plain(strong.parts),
    Emphasis: lambda emphasis: plain(emphasis.parts),
    Sign: lambda sign: sign.glyph,
    Lead: lambda lead: lead.name.text,
    FileLink: lambda link: link.words,
    Cited: _cited,
    Note: lambda _: "",
    Reference: lambda reference: f"[{reference.number}]",
    Line: lambda line: str(line.evidence.line),
    Standing: lambda standing: standing.sign.glyph,
}
"""How what is more than its text reads as plain text."""
