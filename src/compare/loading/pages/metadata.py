"""What a page says about its article: JSON-LD first, then OpenGraph and meta elements, microdata, and what is shown.

Each datum is taken from the first place that has it, and :attr:`~compare.loading.metadata.Metadata.origins` says which.
Nothing is worked out that no place says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from compare.loading import outlets
from compare.loading.addresses import host_of, stated_address
from compare.loading.language import primary
from compare.loading.metadata import Metadata
from compare.loading.pages.dates import iso_of
from compare.loading.pages.jsonld import Described, described
from compare.loading.pages.marks import Marks
from compare.model import one_line

Found: TypeAlias = Iterator[tuple[str | None, str]]
"""What one place after another says, each with the name of the place."""

LONGEST = 300
"""Code points of a title, a name or a list of authors; more is something else that got there."""

BODY_WORDS = 80
"""Words of an ``articleBody`` that can be the article; fewer are a teaser."""

JSON_LD = "JSON-LD"
MICRODATA = "microdata"
FETCHED = "address"

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "article:published", "datepublished", "dc.date.issued", "dc.date"),
    *("dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date"),
    *("publication_date", "date"),
)
_MODIFIED = (
    *("article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified"),
    "last-modified",
)
_BY = re.compile(r"^(?:(?:written|reported|posted) )?(?:by|por|par|von|di|door)[:\s]\s*", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:https?:)?//|^www\.|^@|^(?:admin|author|staff|none|null|n/a)$", re.IGNORECASE)
_PLATFORM = re.compile(
    r"(?:blogger|blogspot|wordpress|medium|substack|tumblr|wix|squarespace|ghost|facebook|twitter|youtube|google amp"
    r"(?: cache)?|amp project|internet archive|wayback machine)(?:\.com|\.org)?",
    re.IGNORECASE,
)
"""Where texts of many outlets stand: no outlet, or all that publish there would be one voice."""

_CLOSED = ("false", "http://schema.org/false", "https://schema.org/false", "locked")
_TAIL = re.compile(r"(?<!\s)\s+[|–—·•«»-]\s+[^|–—·•«»]{1,60}$")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says: the metadata, and the text of the article where it states that for programs; whether it is a
    live page, and what its entries are stated to be."""

    metadata: Metadata
    body: str = ""
    live: bool = False
    entries: str = ""


def stated(tree: HtmlElement, fetched: str | None) -> Stated:
    """Return what a page says about its article.

    Args:
        tree: of the page.
        fetched: the address it was fetched from, if it was.
    """
    data, marks = described(tree), Marks(tree)
    origins: dict[str, str] = {}

    def take(key: str, found: Found, clean: Callable[[str | None], str | None]) -> str | None:
        for value, origin in found:
            if cleaned := clean(value):
                origins[key] = origin
                return cleaned
        return None

    url = take("url", _addresses(data, marks, fetched), lambda value: _address(value, fetched))
    outlet = take("outlet", _outlets(data, marks, url), _name)
    title = take("title", _titles(data, marks), _words)
    metadata = Metadata(
        outlet=outlet,
        title=_without_outlet(title, outlet, marks) if title else None,
        published=take("published", _published(data, marks), iso_of),
        url=url,
        author=take("author", _authors(data, marks), _author),
        modified=take("modified", _modified(data, marks), iso_of),
        language=take("language", _languages(data, marks), primary),
        complete=False if take("complete", _walls(data, marks), _closed) else None,
        origins=tuple(sorted(origins.items())),
    )
    body = _TAGS.sub("\n", data.text("articleBody") or "")
    entries = _TAGS.sub("\n", "\n".join(data.entries))
    return Stated(metadata, body if len(body.split()) >= BODY_WORDS else "", data.live, entries)


def _titles(data: Described, marks: Marks) -> Found:
    yield data.text("headline"), f"{JSON_LD} headline"
    yield from ((marks.meta(name), f"meta {name}") for name in _TITLES)
    yield from ((text, f"{MICRODATA} headline") for text in marks.property_text("headline"))
    yield data.text("name"), f"{JSON_LD} name"
    yield marks.first("h1"), "h1"
    yield marks.first("title"), "title element"


def _outlets(data: Described, marks: Marks, url: str | None) -> Found:
    known = outlets.of_address(url)
    yield (known.name if known else None), "outlet table"
    # the site's own name before its publisher's, which may be a holding, an agency or the maker of the software
    yield marks.meta("og:site_name"), "meta og:site_name"
    for name in data.names("publisher"):
        yield name, f"{JSON_LD} publisher"
    yield from ((marks.meta(name), f"meta {name}") for name in ("dc.publisher", "publisher"))
    yield from ((text, f"{MICRODATA} publisher") for text in marks.property_text("publisher"))


def _authors(data: Described, marks: Marks) -> Found:
    yield ", ".join(data.names("author")), f"{JSON_LD} author"
    yield from ((", ".join(dict.fromkeys(marks.all_meta(name))), f"meta {name}") for name in _AUTHORS)
    yield ", ".join(dict.fromkeys(marks.property_text("author"))), f"{MICRODATA} author"
    yield ", ".join(dict.fromkeys(marks.authors())), "link to the author"


def _published(data: Described, marks: Marks) -> Found:
    yield data.text("datePublished"), f"{JSON_LD} datePublished"
    yield from ((marks.meta(name), f"meta {name}") for name in _PUBLISHED)
    yield from ((text, f"{MICRODATA} datePublished") for text in marks.property_text("datePublished"))
    yield from ((text, "time element") for text in marks.times())


def _modified(data: Described, marks: Marks) -> Found:
    yield data.text("dateModified"), f"{JSON_LD} dateModified"
    yield from ((marks.meta(name), f"meta {name}") for name in _MODIFIED)
    yield from ((text, f"{MICRODATA} dateModified") for text in marks.property_text("dateModified"))


def _addresses(data: Described, marks: Marks, fetched: str | None) -> Found:
    for address, place in ((marks.link("canonical"), "link canonical"), (marks.meta("og:url"), "meta og:url")):
        # one of the front page is a mistake that many a template makes
        yield (address if _leads_on(address) else None), place
    yield data.address("url", "mainEntityOfPage", "@id"), f"{JSON_LD} url"
    yield fetched, FETCHED


def _languages(data: Described, marks: Marks) -> Found:
    yield data.text("inLanguage"), f"{JSON_LD} inLanguage"
    yield marks.language(), "html lang"
    yield marks.meta("og:locale"), "meta og:locale"
    yield marks.meta("content-language"), "meta content-language"


def _walls(data: Described, marks: Marks) -> Found:
    free = data.article.get("isAccessibleForFree")
    yield (str(free) if free is not None else None), f"{JSON_LD} isAccessibleForFree"
    yield from ((text, f"{MICRODATA} isAccessibleForFree") for text in marks.property_text("isAccessibleForFree"))
    yield marks.meta("article:content_tier"), "meta article:content_tier"


def _closed(value: str | None) -> str | None:
    return value if (value or "").strip().casefold() in _CLOSED else None


def _words(value: str | None) -> str | None:
    return one_line(_TAGS.sub("", value or ""))[:LONGEST].strip() or None


def _name(value: str | None) -> str | None:
    """Clean the name of an outlet, and write it as the table has it."""
    name = _words(value)
    return outlets.named(name) if name and not (_NO_NAME.search(name) or _PLATFORM.fullmatch(name)) else None


def _author(value: str | None) -> str | None:
    names = (_BY.sub("", name.strip()) for name in re.split(r",\s+", _words(value) or ""))
    return ", ".join(dict.fromkeys(name for name in names if name and not _NO_NAME.search(name))) or None


def _address(value: str | None, fetched: str | None) -> str | None:
    try:
        address = stated_address(urljoin(fetched or "", value.strip())) if value else None
    except ValueError:
        return None
    # many a template names the machine that it was made on, whose name has no dot; nor has many a host of one's own
    host = host_of(address or "")
    return address if "." in host or (host and host == host_of(fetched or "")) else None


def _without_outlet(title: str, outlet: str | None, marks: Marks) -> str:
    """Cut the outlet off the end of a title, where it is the outlet and not half of the headline."""
    tail = _TAIL.search(title)
    if tail is None:
        return title
    bare = title[: tail.start()]
    h1 = _words(marks.first("h1"))
    named = outlets.same(tail[0].strip(" |–—·•«»-"), outlet)
    return bare if named or (h1 is not None and h1.casefold() == bare.casefold()) else title


def _leads_on(address: str | None) -> bool:
    """Tell whether an address leads further than to a front page."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)
