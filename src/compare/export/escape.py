"""Foreign text in Markdown: every character that could be markup is escaped, so that text stays text.

Reports go to GitHub, to editors and to mail, so what is escaped is the sum of what CommonMark and GitHub's own
additions would act on: emphasis, links, HTML, tables, formulas, footnotes, bare addresses, emoji names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from compare.export.inlines import web_address
from compare.model import one_line, visible

_ACTIVE = re.compile(
    r"[\\`*_\[\]<>#|~$&^{}@]"  # markup wherever it stands, in CriticMarkup and for pandoc too
    r"|:(?=//|[\w+-]+:)"  # an address, or the name of an emoji
    r"|(?<=www)\."
)

_OPENS = re.compile(
    r"(?:[-+]|\d{1,9}[.)])(?=\s|$)"  # an item of a list: "4.2" is none, and neither is "-5"
    r"|-(?=[-\s]*$)|=(?=[=\s]*$)"  # a rule, or what makes a heading of the line above
)

_BREAKS = re.compile(r"\r?\n")


def escape(text: str) -> str:
    """Return text as one line of Markdown that shows it, control characters made visible; not reversible."""
    return _opening(_ACTIVE.sub(r"\\\g<0>", one_line(text)))


def code(text: str) -> str:
    """Return text as a code span, for file names; one that holds a back-tick or a bar is written as HTML."""
    line = one_line(text)
    return f"<code>{escape(line)}</code>" if re.search(r"[`|]", line) or not line else f"`{line}`"


@lru_cache(maxsize=1024)
def own(text: str) -> str:
    """Return words of ours as Markdown that shows them; blanks at their ends join them to what stands beside."""
    return _ACTIVE.sub(r"\\\g<0>", text)


def address(url: str) -> str:
    """Return an address as a link, if it is one of the web; whatever in it could be markup is encoded."""
    line = one_line(url)
    if not (link := web_address(line)):
        return escape(line)
    return f"<{quote(link, safe=':/?#@!$&()*+,;=%~-._', errors='replace')}>"


def encode(text: str, *, opens: bool = False) -> str:
    """Return a stretch of an article as Markdown that :func:`compare.export.strip` turns back into the same text.

    Line breaks become ``<br>``, those of two characters ``<br/>``; a control character, which must reach neither a
    terminal nor a browser, becomes ``<kbd>U+001B</kbd>``. The result is one line. ``opens`` says that it begins one.
    """
    escaped = _ACTIVE.sub(r"\\\g<0>", text)
    broken = _BREAKS.sub(lambda m: "<br>" if m[0] == "\n" else "<br/>", _opening(escaped) if opens else escaped)
    shown = visible(broken)
    # half a surrogate pair cannot be written to a file at all
    if shown == broken and not re.search("[\ud800-\udfff]", broken):
        return broken
    return "".join(
        c if c == safe and not "\ud800" <= c <= "\udfff" else f"<kbd>U+{ord(c):04X}</kbd>"
        for c, safe in zip(broken, shown, strict=True)
    )


def _opening(line: str) -> str:
    """Escape what would make a list, a rule or a heading of the line."""
    marker = _OPENS.match(line)
    return line if marker is None else f"{line[: marker.end() - 1]}\\{line[marker.end() - 1 :]}"
