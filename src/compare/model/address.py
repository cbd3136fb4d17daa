"""Web addresses: which word is one, and the one of each page, whichever of its many was copied."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://(?:www\.)?([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_TRACKED = re.compile(r"(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|cmpid|ref_src|smid)(?:=|$)", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Tell whether what names a source is an address (``scheme://``), of whatever scheme, and no path."""
    return _SCHEME.match(source) is not None


def one_address(url: str) -> str:
    """Return what is the same for all addresses of a page: without scheme, ``www.``, fragment, and how it was reached.

    >>> one_address("http://www.Ledger.example/ferry/?utm_source=mail&id=7#top")
    'ledger.example/ferry?id=7'
    """
    found = _ADDRESS.match(url.strip())
    if not found:
        return url.strip()
    host, path, query = found[1].lower(), found[2].rstrip("/"), found[3] or ""
    asked = "&".join(sorted(part for part in query.split("&") if part and not _TRACKED.match(part)))
    return f"{host}{path}{'?' + asked if asked else ''}"
