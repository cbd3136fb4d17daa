"""JSON-LD: what a page says about its article in the vocabulary of schema.org. Read forgivingly, in bounded time."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml.html import HtmlElement

Node: TypeAlias = dict[str, Any]

NODES = 2_000
"""Nodes that are looked at; a page with all its lists of links has some hundred."""

_ARTICLE = re.compile(r"\w*(?:Article|Posting|Report|Page)")
"""Types of nodes that can be the article; a page is taken where nothing better is there."""

_PAGE = re.compile(r"\w*Page")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author")
"""What of a node may be nodes that say something of the article."""

_WRAPPED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*+;?\s*+$")


@dataclass(frozen=True, slots=True)
class Described:
    """What the JSON-LD of a page says: the node of the article, all nodes by their ``@id``, and of a live page what its
    entries say, the headline of each before its text."""

    article: Node = field(default_factory=dict)
    named: dict[str, Node] = field(default_factory=dict)
    live: bool = False
    entries: tuple[str, ...] = ()

    def text(self, *keys: str) -> str | None:
        """Return the first of these properties that the article has as words."""
        return next((text for key in keys if (text := words(self.article.get(key)))), None)

    def names(self, key: str) -> list[str]:
        """Return the names of the persons or organisations that a property lists; references are followed."""
        return list(dict.fromkeys(name for node in _listed(self.article.get(key)) if (name := self._name(node))))

    def address(self, *keys: str) -> str | None:
        """Return the first of these properties that the article has as an address or as a node that has one."""
        for key in keys:
            for value in _listed(self.article.get(key)):
                address = value.get("url") or value.get("@id") if isinstance(value, dict) else value
                if isinstance(address, str) and address.strip():
                    return address.strip()
        return None

    def _name(self, value: object) -> str | None:
        if isinstance(value, dict):
            own = words(value.get("name"))
            return own or words(self.named.get(str(value.get("@id")), {}).get("name"))
        return words(value)


def described(tree: HtmlElement) -> Described:
    """Read all JSON-LD of a page. Of several articles the one that says most is taken; the first of equals."""
    found = [node for script in tree.iter("script") if _is_data(script) for node in _nodes(_parsed(script.text or ""))]
    named = {str(node["@id"]): node for node in reversed(found[:NODES]) if "@id" in node and len(node) > 1}
    articles = [node for node in found[:NODES] if any(map(_ARTICLE.fullmatch, _types(node)))]
    best = max(articles, key=_weight, default={})
    live = [node for node in articles if "LiveBlogPosting" in _types(node)]
    entries = [
        entry for node in live for entry in _listed(node.get("liveBlogUpdate"))[:NODES] if isinstance(entry, dict)
    ]
    told = (words(entry.get(key)) for entry in entries for key in ("headline", "articleBody"))
    return Described(best, named, bool(live), tuple(filter(None, told)))


def words(value: object) -> str | None:
    """Return a value as words: JSON-LD escapes characters as HTML does, and lists where it has one."""
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, str)), None)
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    return html.unescape(value).strip() or None


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").casefold()


def _parsed(text: str) -> object:
    try:
        return json.loads(_WRAPPED.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: object) -> Iterator[Node]:
    """Yield the nodes at the top of a document: list, ``@graph`` and what a page is about are gone into."""
    waiting, seen = [data], 0  # the next one last
    while waiting and seen < NODES:
        seen += 1
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value[:NODES])
        elif isinstance(value, dict):
            yield value
            inner = (value.get(key) for key in reversed(_WITHIN))
            waiting += (each for each in inner if isinstance(each, (list, dict)))


def _types(node: Node) -> list[str]:
    return [str(each).rsplit("/", 1)[-1] for each in _listed(node.get("@type"))]


def _weight(node: Node) -> tuple[bool, int]:
    known = ("headline", "datePublished", "dateModified", "author", "publisher", "articleBody", "isAccessibleForFree")
    return not all(map(_PAGE.fullmatch, _types(node))), sum(key in node for key in known)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
