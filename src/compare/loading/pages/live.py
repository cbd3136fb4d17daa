"""The entries of a live page: each is marked up as an article, of which whoever looks for one article finds one.

What of them nobody took for the report would be lost, and a text that lacks nine of its ten entries would seem to leave
out what it tells. So they are a witness of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml.html import HtmlElement

from compare.loading.pages import markup

FEWEST = 3
"""Entries that make a live page."""

TIMES = 1_000
"""Elements with a time that are looked at; a page of entries has one or two each."""

HEIGHT = 6
"""Elements between an entry and its time."""

_SAYS_LIVE = frozenset(
    ("live", "liveblog", "liveblogs", "livepage", "liveposts", "liveupdates", "livefeed", "liveticker", "livereport")
)
_ENTRIES = r"(?:posts?|updates?|entries|events)"
_MORE = re.compile(
    rf"load (?:\d+ )?more(?: {_ENTRIES})?|(?:show|see|view) (?:\d+ )?(?:more|older|earlier|previous) {_ENTRIES}"
    rf"|(?:older|earlier|previous) {_ENTRIES}"
    r"|(?:mehr|weitere|ältere) (?:beiträge|einträge)(?: laden| anzeigen)?|mehr laden|charger plus(?: d['’]actualités)?"
    r"|cargar más(?: entradas)?|carica altri(?: aggiornamenti)?|carregar mais|(?:laad|toon) meer berichten|laad meer",
    re.IGNORECASE,
)
_TOLD_IN = ("p", "li", "blockquote", "h2", "h3", "h4", "h5", "h6")


def entries(tree: HtmlElement, *, live: bool) -> str:
    """Return the paragraphs of the entries of a live page, a line each; nothing if the page is none.

    Entries are siblings of one element and class that hold a time and paragraphs, in a part of the page that calls
    itself live.

    Args:
        tree: of the page.
        live: the page's own data say that it is one.
    """
    found = (group for group in _alike(tree) if len(group) >= FEWEST and not _is_furniture(group[0]))
    told = [
        (sum(map(len, lines)), lines) for group in found if (lines := _lines(group)) and (live or _is_live(group[0]))
    ]
    return "\n".join(max(told, default=(0, ()))[1])


def goes_on(line: str) -> bool:
    """Tell whether a line of a live page leads to more of its entries, which are not in the text then.

    >>> goes_on("Load 12 more updates"), goes_on("Older posts"), goes_on("Show more")
    (True, True, False)
    """
    return _MORE.fullmatch(line) is not None


def _alike(tree: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield siblings of one element and class that hold a time."""
    groups: defaultdict[tuple[HtmlElement, str, str], dict[HtmlElement, None]] = defaultdict(dict)
    for _, time in zip(range(TIMES), tree.iter("time"), strict=False):
        held = time
        for _ in range(HEIGHT):
            holder = held.getparent()
            if holder is None:
                break
            groups[holder, markup.name_of(held), held.get("class", "").split(" ", 1)[0]][held] = None
            held = holder
    yield from map(list, groups.values())


def _is_furniture(element: HtmlElement) -> bool:
    """Tell whether an element stands in what says that it is no report, such as comments."""
    return any(markup.reason_of(each) for each in (element, *element.iterancestors()) if each.tag != "body")


def _is_live(element: HtmlElement) -> bool:
    return any(not _SAYS_LIVE.isdisjoint(markup.names_of(each)) for each in (element, *element.iterancestors()))


def _lines(group: list[HtmlElement]) -> tuple[str, ...]:
    """Return what entries tell, paragraph by paragraph; nothing if too few of them tell anything."""
    told = [tuple(_paragraphs(entry)) for entry in group]
    return tuple(line for lines in told for line in lines) if sum(map(bool, told)) >= FEWEST else ()


def _paragraphs(entry: HtmlElement) -> Iterator[str]:
    for element in entry.iter(*_TOLD_IN):
        if next(element.iterancestors("figure"), None) is None:
            yield " ".join("".join(element.itertext()).split())
