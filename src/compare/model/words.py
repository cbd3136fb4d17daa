"""What a word is, for all who read words in a text: each answer once, with the reason why it is another one.

At the core of all stands a run of letters and digits. An underscore is neither: Markdown sets words in italics by it.
The answers differ in what joins two runs to one word, and so in what makes two words the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = r"[^\W_]+"

RUN = re.compile(_RUN)
"""Nothing joins: "O'Neill-Moss" is three. By these a word is looked up that another text may well write otherwise."""

LETTERS = re.compile(r"[^\W\d_]+")
"""The same without digits, where a figure is read apart or says nothing: figures are in no language."""

SPOKEN = re.compile(rf"{_RUN}(?:['’]{_RUN}|[\u0300-\u036f]+[^\W_]*)*")
"""An apostrophe joins, as it does in speech: "don't"; so does an accent that some texts write behind its
letter. Parts of a compound and of a figure count each, so that a run of the same words goes on where a reprint joins or
groups them otherwise."""

WORD = re.compile(rf"\d+(?:[.,]\d+)*|{SPOKEN.pattern}")
"""The same, but a figure with its separators is one: "1,200" says another thing than "1" and "200"."""

HYPHENED = re.compile(rf"{_RUN}(?:['’-]{_RUN})*")
"""A hyphen joins as well: the words of a name, and those that a clause is made of."""

SOLID = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Chinese characters
)
"""For a class of a pattern: letters of scripts that put no space between words."""

COUNTED: re.Pattern[str]
"""A word as an editor counts them: a compound is one, and so is a figure with its separators. In scripts without spaces
each letter is one, or else a whole sentence would be."""

MEASURED: re.Pattern[str]
"""A word by which loading measures lines and sentences: as :data:`SPOKEN`, and a letter where it is one in
:data:`COUNTED`, or a sentence in those scripts would be too short to compare."""

_OF_ALL_SCRIPTS = {
    "COUNTED": rf"[{SOLID}]|[^\W_{SOLID}]+(?:[.,'’\-][^\W_{SOLID}]+)*",
    "MEASURED": rf"[{SOLID}]|[^\W_{SOLID}]+(?:['’][^\W_{SOLID}]+)*",
}
"""These take 7 ms each to compile, so that only who imports one pays for it."""

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x180) if chr(code).isupper())
"""Capitals of the languages of Europe with Latin letters, for a class of a pattern: those of "Éva", "Łódź", "Şahin"."""


def listed(*lines: str) -> frozenset[str]:
    """Return the words of a list that is written as text, a space between two."""
    return frozenset(word for line in lines for word in line.split())


def either(words: Iterable[str]) -> str:
    """Return the part of a pattern that matches any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def __getattr__(name: str) -> re.Pattern[str]:
    """Compile a pattern for all scripts when it is first imported."""
    if name not in _OF_ALL_SCRIPTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    pattern = globals()[name] = re.compile(_OF_ALL_SCRIPTS[name])
    return pattern
