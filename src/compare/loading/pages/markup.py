"""What the markup around a text says about it, as data: elements, and the words of their classes, ids and roles.

A class says what its maker called a part, in any of a thousand ways; the words below are those that mean one thing on
most news sites. They give furniture its reason. Whether a block is reporting is decided in
:mod:`~compare.loading.pages.reporting`, where a word is only one witness.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.html import HtmlElement

from compare.loading.reasons import (
    ADVERTISEMENT,
    AUTHOR,
    BYLINE,
    COMMENTS,
    COOKIES,
    COPYRIGHT,
    CORRECTION,
    CREDIT,
    DATE_LINE,
    MAILING,
    NAVIGATION,
    PAYWALL,
    SHARING,
    TAGS,
)

RELATED = "related links"
CAPTION = "caption"
FORM = "form"

MENUS = (NAVIGATION, SHARING, TAGS, FORM)
"""What is made of entries of a word or two."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BY_ELEMENT = {"nav": NAVIGATION, "menu": NAVIGATION, "button": NAVIGATION, "form": FORM}
_BY_ROLE = {
    "navigation": NAVIGATION,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "toolbar": NAVIGATION,
    "search": NAVIGATION,
    "dialog": "dialog",
    "alertdialog": "dialog",
}

_BY_WORD: tuple[tuple[str, str], ...] = (
    (COOKIES, "cookie cookies consent gdpr onetrust cookiebar cookiebanner cmp"),
    (PAYWALL, "paywall regwall subwall piano meter metered barrier subscriberonly"),
    (MAILING, "newsletter newsletters signup subscribe subscription mailchimp nlsignup optin"),
    (COMMENTS, "comment comments commentlist disqus respond livefyre coral spotim viafoura"),
    (
        ADVERTISEMENT,
        "ad ads advert adverts advertisement advertising adslot adunit adbox adsense dfp gpt sponsor sponsored "
        "outbrain taboola promoted revcontent",
    ),
    (
        SHARING,
        "share sharing sharebar sharetools sharedaddy social socialshare addthis addtoany sharethis",
    ),
    (
        RELATED,
        "related relatedposts recommended recommendations recirc recirculation readmore readnext trending popular "
        "mostread mostpopular morefrom moreon suggested jp-relatedposts seealso upnext",
    ),
    (AUTHOR, "authorbox authorbio authorinfo bio aboutauthor"),
    (CORRECTION, "correction corrections clarification erratum"),
    (CREDIT, "credit credits photocredit imagecredit copyrightholder photographer"),
    (CAPTION, "caption captions figcaption imagecaption wp-caption-text photocaption"),
    (BYLINE, "byline bylines author authors"),
    (DATE_LINE, "dateline timestamp pubdate publishdate datepublished date"),
    (TAGS, "tag tags taglist keywords topics"),
    (COPYRIGHT, "copyright legal disclaimer"),
    (
        NAVIGATION,
        "nav navbar navigation menu breadcrumb breadcrumbs pagination pager masthead topbar toolbar sidenav sitemap "
        "skiplink skip hamburger megamenu submenu footer siteheader",
    ),
)
"""Tried in this order: what a part is for says more than where it stands."""

_REASONS = {
    word: (rank, reason) for rank, (reason, words) in reversed([*enumerate(_BY_WORD)]) for word in words.split()
}

_STATES = _set("no not without has have with is enable enabled disable disabled hide show js")
"""Words of a class that tells how a part looks, such as ``has-sidebar`` or ``no-ads``, and not what it is."""

_UNSEEN = _set(
    "sr-only visually-hidden visuallyhidden screen-reader-text off-screen offscreen u-hidden assistive-text "
    "screen-reader-only element-invisible a11y-hidden u-visually-hidden"
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[^A-Za-z0-9]+")

LONGEST = 500
"""Code points of a class or an id that are looked at."""


def name_of(element: HtmlElement) -> str:
    """Return the name of an element; what is none, such as an entity that is not known, has an empty one."""
    return element.tag if isinstance(element.tag, str) else ""


def is_report(element: HtmlElement) -> bool:
    """Tell whether an element says that it holds the article."""
    return element.tag in ("article", "main") or "articlebody" in (element.get("itemprop") or "")[:LONGEST].casefold()


def is_unseen(element: HtmlElement) -> bool:
    """Tell whether an element is there for screen readers alone."""
    return not _UNSEEN.isdisjoint(element.get("class", "")[:LONGEST].split())


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element says itself that it is not shown."""
    style = element.get("style")
    return element.get("hidden") is not None or (
        style is not None and _HIDDEN_STYLE.search(style[:LONGEST]) is not None
    )


def reason_of(element: HtmlElement) -> str | None:
    """Return why the content of an element would be furniture, ``None`` if nothing says that it is."""
    if found := _BY_ELEMENT.get(name_of(element)) or _BY_ROLE.get(element.get("role", "")):
        return found
    best = min((_REASONS[word] for word in names_of(element) if word in _REASONS), default=None)
    return best[1] if best else None


def names_of(element: HtmlElement) -> set[str]:
    """Return the words that the maker of a page calls an element by."""
    named = [element.get(name, "") for name in ("class", "id", "data-component", "data-area")]
    return set().union(*(_words(name[:LONGEST]) for name in named if name))


def _words(names: str) -> set[str]:
    """Return the words of the names in an attribute, and each name of two or three words written as one."""
    found: set[str] = set()
    for name in names.split():
        parts = [part.lower() for part in _PARTS.split(_CAMEL.sub("-", name)) if part]
        if _STATES.isdisjoint(parts):
            found.update(parts)
            found.add("".join(parts))
            found.update(map("".join, pairwise(parts)))
    return found
