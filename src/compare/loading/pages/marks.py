"""Look-ups in a page's own marks: meta elements, microdata, links and what is shown. Bounded, and in page order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

MOST = 2_000
"""Elements that are looked at for one kind of mark."""

NAMED = 20
"""Elements that are looked at for one microdata property: the authors of a report, and what else there is."""


class Marks:
    """The marks of one page."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._meta: dict[str, list[str]] = {}
        for element in islice(tree.iter("meta"), MOST):
            key = element.get("property") or element.get("name") or element.get("http-equiv") or ""
            if content := (element.get("content") or "").strip():
                self._meta.setdefault(key.strip().casefold(), []).append(content)

    def meta(self, name: str) -> str | None:
        """Return the content of the first meta element of this name that has any."""
        return next(iter(self._meta.get(name, ())), None)

    def all_meta(self, name: str) -> list[str]:
        """Return the contents of all meta elements of this name."""
        return self._meta.get(name, [])

    def property(self, name: str) -> Iterator[HtmlElement]:
        """Yield the elements of this microdata property."""
        yield from self._tree.xpath("//*[@itemprop=$name]", name=name)[:NAMED]

    def property_text(self, name: str) -> Iterator[str]:
        """Yield the values of this microdata property, those of an inner name where it is a person or organisation."""
        for element in self.property(name):
            inner = element.xpath(".//*[@itemprop='name']")
            yield value_of(inner[0] if inner else element)

    def link(self, relation: str) -> str | None:
        """Return the address of the first link of this relation."""
        for element in islice(self._tree.iter("link"), MOST):
            if relation in (element.get("rel") or "").casefold().split() and (address := element.get("href")):
                return address.strip()
        return None

    def authors(self) -> Iterator[str]:
        """Yield what links to authors say."""
        for element in islice(self._tree.iter("a"), MOST):
            if "author" in (element.get("rel") or "").casefold().split():
                yield value_of(element)

    def times(self) -> Iterator[str]:
        """Yield the time elements of the article: those in its own header, or those that say they are its date."""
        for element in islice(self._tree.iter("time"), MOST):
            names = " ".join((element.get("class") or "", element.get("itemprop") or "", element.get("id") or ""))
            if element.get("pubdate") is not None or "publi" in names[:200].casefold() or _in_header(element):
                yield element.get("datetime") or value_of(element)

    def first(self, tag: str) -> str | None:
        """Return the words of the first element of this tag that has any."""
        return next((text for element in islice(self._tree.iter(tag), 20) if (text := value_of(element))), None)

    def language(self) -> str | None:
        """Return the language of the html element."""
        return self._tree.get("lang") or self._tree.get("{http://www.w3.org/XML/1998/namespace}lang")


def value_of(element: HtmlElement) -> str:
    """Return what a microdata element says: its attribute for programs, or its words."""
    stated = element.get("content") or element.get("datetime")
    return " ".join((stated or "".join(element.itertext())).split())


def _in_header(element: HtmlElement) -> bool:
    """Whether an element stands in an article before its text, and in no other article within."""
    holder = next(element.iterancestors("article", "header", "main"), None)
    return (
        holder is not None and next(holder.iter("time"), None) is element and next(holder.iter("h1"), None) is not None
    )
