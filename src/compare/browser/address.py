"""Where to listen: reading an address, and taking it."""

from __future__ import annotations

import ipaddress
import re
import socket
import sys
from dataclasses import dataclass

from compare.errors import AddressError, UsageError

HOST = "127.0.0.1"
"""Loopback: nobody but this computer reaches it."""

PORT = 8000
"""The port where none is named, if it is free."""

_FORM = re.compile(r"(?:(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]*):)?(?P<port>[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Address:
    """A host, without brackets, and a port; ``None`` is :data:`PORT`, or any that is free."""

    host: str = HOST
    port: int | None = None

    @property
    def loopback(self) -> bool:
        """Whether only this computer reaches it."""
        return self.host == "localhost" or is_ip(self.host, loopback=True)

    @property
    def said(self) -> str:
        """The address as a user writes it."""
        return f"{bracketed(self.host)}:{PORT if self.port is None else self.port}"


def parse(text: str) -> Address:
    """Read ``HOST:PORT``, ``:PORT`` or ``PORT``; nothing is the usual address.

    Raises:
        UsageError: it is none of these.
    """
    if not text:
        return Address()
    found = _FORM.fullmatch(text)
    if found is None or int(found["port"]) > 65535:
        raise UsageError(f"--serve {text}: not HOST:PORT; name the sources before --serve, or write --serve=HOST:PORT")
    return Address((found["host"] or HOST).strip("[]"), int(found["port"]))


def listener(address: Address) -> socket.socket:
    """Return a socket that is bound to an address, so that from now on nobody else gets it.

    Raises:
        AddressError: it is in use, or not one of this computer's.
    """
    try:
        return _bound(address.host, PORT if address.port is None else address.port)
    except UnicodeError:  # a part of it is empty, or longer than names are
        raise AddressError(address.said, "is no name of a computer") from None
    except OSError as error:
        if address.port is not None:
            raise AddressError(address.said, error.strerror or str(error)) from error
    return listener(Address(address.host, 0))


def is_ip(host: str, *, loopback: bool = False) -> bool:
    """Whether a host is a number and not a name; with ``loopback``, one that only this computer reaches."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or not loopback


def bracketed(host: str) -> str:
    """Return a host as it stands before a port."""
    return f"[{host}]" if ":" in host else host


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # there it would let another program take the same port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(where)
        made.listen()
    except OSError:
        made.close()
        raise
    return made
