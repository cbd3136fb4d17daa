"""Web addresses: which are fetched, what they are called, which a source may have, and which lead into the machine or
its own network."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import urlsplit, urlunsplit

from compare.errors import AddressRefused
from compare.model import one_line

_WEB = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""What stands for all addresses of the older kind in a network that has none (RFC 6052)."""

LONGEST = 8_000
"""Code points of an address; servers take no longer ones either."""


def stated_address(value: object) -> str | None:
    """Return the web address that a source says is its own, or ``None`` where what it says is none.

    It is not fetched but shown, cited and asked for its host, so it stays as it is written, and need not be one that
    :func:`address_of` would take.

    Args:
        value: of whatever type; white space in it, which many a program forgets to escape, is written ``%20``.
    """
    found = one_line(value).replace(" ", "%20") if isinstance(value, str) else ""
    return found if len(found) <= LONGEST and _WEB.fullmatch(found) else None


def address_of(source: str) -> str:
    """Return an address as it is fetched, shown and remembered: host in small letters, no fragment.

    Raises:
        AddressRefused: it is not http(s), names no host, or carries a password.
    """
    source = source.strip()
    try:
        parts = urlsplit(source)
        host, _ = parts.hostname, parts.port  # the port is read for its complaint about one that is no number
    except ValueError:
        raise AddressRefused(one_line(source), "is no web address", "check the spelling") from None
    if parts.scheme not in ("http", "https"):
        advice = "name the file by its path" if parts.scheme == "file" else "save the article and name the file"
        raise AddressRefused(one_line(source), f"{parts.scheme}:// is not fetched, only http and https", advice)
    if not host or _UNSAFE.search(source) or len(source) > LONGEST:
        raise AddressRefused(one_line(source)[:200], "is no web address", "check the spelling")
    if "@" in parts.netloc:
        bare = one_line(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}")
        raise AddressRefused(
            bare, "holds a name or password, which every report would show", "save the page and name the file"
        )
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", parts.query, ""))


def host_of(address: str) -> str:
    """Return the host of an address without ``www.``, empty if it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_local(address: str) -> bool:
    """Tell whether the host of an address is this machine or one of its own network, by its name alone."""
    host = host_of(address).rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        return leads_inside(host)
    except ValueError:
        pass
    try:  # the system also takes 127.1 and 0x7f000001 for an address
        return not ipaddress.ip_address(socket.inet_aton(host)).is_global
    except OSError:
        return False


def leads_inside(number: str) -> bool:
    """Tell whether an IP address is this machine's or one of its own network.

    Raises:
        ValueError: it is none.
    """
    found = ipaddress.ip_address(number)
    if isinstance(found, ipaddress.IPv6Address):
        if found.is_site_local:  # which Python takes for public, since nobody should use it any more
            return True
        found = _within(found) or found
    return not found.is_global


def _within(found: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the address of the older kind that one stands for, where a gateway translates, if it is such a one."""
    if found in _TRANSLATED:
        return ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.ipv4_mapped or found.sixtofour
