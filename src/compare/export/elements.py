"""Building an HTML page as a tree, so that no text can become markup: the serializer escapes whatever is text.

Every string that goes in is made safe to show on the way. The words of an article go in by :func:`own_words`, which
loses nothing: what a browser must not get, or would change, stands there as an element with ``data-char``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

from compare.model import visible

Child: TypeAlias = Element | str

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which cannot be written to a file at all."""

_BLOCKS = frozenset(
    {
        *("html", "head", "meta", "link", "title", "style", "header", "nav", "main", "section", "article", "footer"),
        *("h1", "h2", "h3", "h4", "p", "div", "details", "summary", "ul", "ol", "li", "dl", "dt", "dd"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
)


def element(tag: str, *children: Child, **attributes: str | None) -> Element:
    """Return an element.

    Args:
        tag: its name.
        children: elements, and strings, which are text.
        attributes: ``class_`` is ``class``, ``aria_label`` is ``aria-label``; one that is ``None`` is left out.
    """
    made = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.rstrip("_").replace("_", "-"), _safe(value))
    extend(made, children)
    return made


def extend(parent: Element, children: Iterable[Child]) -> None:
    """Put children behind those that an element has."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + _safe(child)
        else:
            parent.text = (parent.text or "") + _safe(child)


def own_words(text: str) -> Iterator[Child]:
    """Yield words of an article so that they can be had back, character for character.

    A control character becomes its name, ``<kbd data-char="1B">U+001B</kbd>``; a carriage return, which a parser of
    HTML would drop, ``<span data-char="D"></span>``.
    """
    safe = _safe(text)
    at = 0
    for n, (given, shown) in enumerate(zip(text, safe, strict=True)):
        if given != shown:
            yield text[at:n]
            code = f"{ord(given):X}"
            yield element("span", data_char=code) if given == "\r" else _key(code)
            at = n + 1
    yield text[at:]


def glyph(sign: str, meaning: str) -> Sequence[Child]:
    """Return a sign for the eye, and what it means for those who have the page read out."""
    return element("span", sign, aria_hidden="true"), element("span", f"{meaning} ", class_="said")


def items(entries: Iterable[Sequence[Child]]) -> Element:
    """Return a list."""
    return element("ul", *(element("li", *entry) for entry in entries))


def table(label: str, head: Sequence[str], rows: Iterable[Sequence[Sequence[Child]]]) -> Element:
    """Return a table that scrolls by itself where the page is narrow. The first cell of each row is its heading."""
    titles = element("tr", *(element("th", title, scope="col") for title in head))
    body = (
        element("tr", element("th", *first, scope="row"), *(element("td", *cell) for cell in rest))
        for first, *rest in rows
    )
    made = element("table", element("thead", titles), element("tbody", *body))
    # whoever has no mouse must be able to scroll it too
    return element("div", made, class_="scroll", role="region", aria_label=f"Table: {label}", tabindex="0")


def folded(summary: str, *children: Child, **attributes: str | None) -> Element:
    """Return content that opens on demand, without a script."""
    return element("details", element("summary", summary), *children, **attributes)


def written(root: Element) -> str:
    """Return a tree as HTML, with line breaks where they mean nothing, for those who compare two reports by line."""
    _break_lines(root)
    return tostring(root, encoding="unicode", method="html")


def _key(code: str) -> Element:
    return element("kbd", f"U+{code:0>4}", data_char=code)


def _break_lines(parent: Element) -> None:
    if parent.get("data-text") is not None:  # white space between its blocks is the article's own
        return
    for child in parent:
        if child.tag in _BLOCKS:
            child.tail = (child.tail or "") + "\n"
        _break_lines(child)


def _safe(text: str) -> str:
    return _HALVES.sub("\ufffd", visible(text))
