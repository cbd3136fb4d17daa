"""Taking the annotation out again: an annotated article gives its text back, character for character.

The grammar of an annotated article, which :mod:`compare.export.annotated` writes. In the article's own characters
``<``, ``>``, ``{``, ``\\`` and every other active mark are escaped, so whatever stands unescaped is ours:

===============================  ==================================================================
``<!-- article ID gap "…" -->``  the article begins; ``gap`` is the white space between its blocks
a blank line                     that white space
``<!-- gap "…" -->``             other white space, after the block at whose end it stands
``<br>``, ``<br/>``              a line break within a block: LF, CR LF
``<kbd>U+001B</kbd>``            a control character
``\\*``                           the escaped character
``<ins> <strong> <sub>``         words only here, words of both or a headline, furniture: the tag goes, the words stay
``<del> <sup> <em>``             the counterpart's words, marks, why it is furniture: all goes with what is in it
a block of lines with ``>``      notes: all of it goes
``{++ ++}``, ``{== ==}``         CriticMarkup of words only here, or of both: the marks go, the words stay
``{-- --}``, ``{>> <<}``         CriticMarkup of the counterpart's words, and comments: all goes with what is in it
``<!-- /article ID -->``         the article ends
===============================  ==================================================================
"""

from __future__ import annotations

import json
import re

_ARTICLE = re.compile(
    r'^<!-- article (?P<id>\S+) gap (?P<gap>"[^\n]*") -->\n\n(?P<body>.*?)\n\n<!-- /article (?P=id) -->$',
    re.MULTILINE | re.DOTALL,
)

_PIECE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r'|<!-- gap (?P<gap>"[^\n]*?") -->(?:\n\n)?'
    r"|<br(?P<crlf>/?)>"
    r"|<kbd>U\+(?P<control>[0-9A-F]+)</kbd>"
    r"|<(?P<gone>del|em|sup)>.*?</(?P=gone)>"
    r"|</?(?:ins|strong|sub)>"
    r"|\{--.*?--\}|\{>>.*?<<\}"
    r"|\{(?:\+\+|==)|(?:\+\+|==)\}"
    r"|>[^\n]*(?:\n>[^\n]*)*(?:\n\n|\Z)"
    r"|(?P<blank>\n\n)"
    r"|(?P<plain>[^\\<>\n{+=]+|[{+=])",
    re.DOTALL,
)


def strip(markdown: str, article: str | None = None) -> str:
    """Return the text of an annotated article.

    Args:
        markdown: a Markdown report, or a part of one that holds the annotated article.
        article: the article's id; it may be left out where only one article is annotated.

    Raises:
        KeyError: the article is not annotated there, or none is named and there is not exactly one.
    """
    texts = strip_all(markdown)
    if article is None and len(texts) == 1:
        return next(iter(texts.values()))
    if article not in texts:
        raise KeyError(article or f"name one of {len(texts)} annotated articles")
    return texts[article]


def strip_all(markdown: str) -> dict[str, str]:
    """Return the texts of all annotated articles of a Markdown report, by the articles' ids."""
    # a report holds no carriage return, so one that is there came from an editor that turned all line ends
    found = _ARTICLE.finditer(markdown.replace("\r\n", "\n"))
    return {match["id"]: _text(match["body"], json.loads(match["gap"])) for match in found}


def _text(body: str, gap: str) -> str:
    return "".join(_given_back(piece, gap) for piece in _PIECE.finditer(body))


def _given_back(piece: re.Match[str], gap: str) -> str:
    if (plain := piece["plain"] or piece["escaped"]) is not None:
        return plain
    if piece["blank"]:
        return gap
    if piece["gap"]:
        return str(json.loads(piece["gap"]))
    if piece["crlf"] is not None:
        return "\r\n" if piece["crlf"] else "\n"
    return chr(int(piece["control"], 16)) if piece["control"] else ""
