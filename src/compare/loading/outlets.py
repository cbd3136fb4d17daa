"""Outlets: who publishes where and under which names. A table that comes with the program, and the reader's own.

The reader's table, ``outlets.toml`` in the user's configuration folder, has the same form and goes before::

    [[outlet]]
    name = "The Harbour Gazette"
    short = "Gazette"                       # what the screen calls it
    hosts = ["harbourgazette.example"]      # subdomains are included
    aliases = ["Harbour Gazette Online"]    # other names that pages give
    texts = ["9f86d0…"]                     # SHA-256 of texts that neither say of an outlet nor have a host of one

Two articles of one outlet count as one voice, so only what is certain stands in the table: hosts of one outlet each, no
portals that carry texts of many.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare import folders
from compare.errors import OutletsError, reason_of
from compare.loading.addresses import host_of
from compare.model import one_line
from compare.stored import write_beside
from compare.toml import TomlError, toml_at

FILE = "outlets.toml"
LIMIT = 1_000_000
"""Bytes of the reader's table; one of this size would name some thousand outlets."""

_KEYS = frozenset({"name", "short", "hosts", "aliases", "texts"})
_ARTICLE = "the "


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: its ``name``, a ``short`` one, the ``hosts`` it publishes at, ``aliases`` that pages give it, and the
    ``texts`` that nothing but the reader knows to be its own, as SHA-256 of each."""

    name: str
    short: str = ""
    hosts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets by host, by name and by text; ``own`` are those of the reader's table by name."""

    hosts: dict[str, Outlet]
    names: dict[str, Outlet]
    texts: dict[str, Outlet]
    own: dict[str, Outlet]

    def at(self, host: str) -> Outlet | None:
        """Return the outlet at a host or, failing that, at the domain it belongs to; a last part alone is no domain."""
        parts = host.casefold().rstrip(".").split(".")
        domains = (".".join(parts[n:]) for n in range(max(1, len(parts) - 1)))
        return next((self.hosts[domain] for domain in domains if domain in self.hosts), None)

    def called(self, name: str) -> Outlet | None:
        """Return the outlet of a name or alias; capitals and a leading "The" make no difference."""
        return self.names.get(_key(name))


def known() -> Outlets:
    """Return the outlets of both tables; the reader's go before.

    Raises:
        OutletsError: the reader's table cannot be read or understood.
    """
    path = own_file()
    try:
        status = path.stat()
    except OSError:
        return _merged(None, 0, 0)
    return _merged(path, status.st_mtime_ns, status.st_size)


def of_address(url: str | None) -> Outlet | None:
    """Return the outlet that publishes at an address, ``None`` if no table has its host."""
    host = host_of(url or "")
    return known().at(host) if host else None


def own_host(url: str | None) -> str:
    """Return the host of an address if it is that of one outlet, as far as is known; empty for a portal, which carries
    the texts of many, and where there is no host."""
    host = host_of(url or "")
    return "" if host in _portals() else host


def of_text(sha256: str) -> Outlet | None:
    """Return the outlet that the reader has said a text is of."""
    return known().texts.get(sha256)


def by_reader(name: str) -> str:
    """Return what the reader calls an outlet of a name, which is the name itself where the reader has no other."""
    found = known().own.get(_key(name))
    return found.name if found else name


def named(name: str) -> str:
    """Return a name as the tables have it, or else as it is."""
    found = known().called(name)
    return found.name if found else name


def short_of(name: str) -> str:
    """Return what to call an outlet where there is little room: its short name if a table has one, else its name."""
    found = known().called(name)
    return (found.short if found else "") or name


def same(name: str, other: str | None) -> bool:
    """Tell whether two names are those of one outlet."""
    return other is not None and _key(named(name)) == _key(named(other))


def remember(
    name: str,
    *,
    short: str = "",
    hosts: Sequence[str] = (),
    aliases: Sequence[str] = (),
    texts: Sequence[str] = (),
) -> Path:
    """Keep the reader's name of an outlet for later sets, and return the file that holds it.

    What the file holds stays as it is, comments and all; of two entries for one host or alias the later one counts.

    Args:
        name: what the reader calls the outlet.
        short: what the screen is to call it.
        hosts: where it publishes, such as :func:`~compare.loading.addresses.host_of` gives.
        aliases: names that its pages give.
        texts: SHA-256 of texts of it that neither say of an outlet nor have a host of one.

    Raises:
        OutletsError: the file cannot be written, or was not understood before.
    """
    known()
    path = own_file()
    outlet = Outlet(
        one_line(name), one_line(short), tuple(map(one_line, hosts)), tuple(map(one_line, aliases)), tuple(texts)
    )
    try:
        before = path.read_bytes() if path.exists() else b""
        gap = b"\n" if before.endswith(b"\n") else b"\n\n" if before else b""
        write_beside(path.resolve(), before + gap + "".join(f"{line}\n" for line in _lines(outlet)).encode())
    except OSError as error:
        raise OutletsError(str(path), f"cannot be written ({reason_of(error)})") from None
    _merged.cache_clear()
    return path


def own_file() -> Path:
    """Return where the reader's table is, whether there is one or not."""
    return folders.settings() / FILE


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("compare.loading").joinpath(FILE).read_text("utf-8"))


@cache
def _portals() -> frozenset[str]:
    return frozenset(_table()["portals"])


@lru_cache(maxsize=2)
def _merged(path: Path | None, _changed: int, _size: int) -> Outlets:
    entries = [_outlet(entry) for entry in _table()["outlet"]]
    own = list(_own(path)) if path is not None else []
    hosts: dict[str, Outlet] = {}
    names: dict[str, Outlet] = {}
    for outlet in (*entries, *own):
        hosts.update(dict.fromkeys((host.casefold() for host in outlet.hosts), outlet))
        names.update(dict.fromkeys(_names(outlet), outlet))
    texts = {text: outlet for outlet in own for text in outlet.texts}
    return Outlets(hosts, names, texts, {name: outlet for outlet in own for name in _names(outlet)})


def _names(outlet: Outlet) -> Iterator[str]:
    return map(_key, filter(None, (outlet.name, outlet.short, *outlet.aliases)))


def _own(path: Path) -> Iterator[Outlet]:
    try:
        found = toml_at(path, LIMIT)
    except TomlError as error:
        raise OutletsError(str(path), one_line(str(error))) from None
    entries = found.values.get("outlet", []) if found else []
    if not isinstance(entries, list):
        raise OutletsError(str(path), "has no list of [[outlet]]")
    for number, entry in enumerate(entries, 1):
        if wrong := _wrong(entry):
            raise OutletsError(str(path), f"outlet {number}: {wrong}")
        yield _outlet(entry)


def _wrong(entry: object) -> str | None:
    if not isinstance(entry, dict):
        return "is no table"
    if unknown := sorted(entry.keys() - _KEYS):
        return one_line(f"unknown key {unknown[0]!r}")
    if not (isinstance(entry.get("name"), str) and entry["name"].strip() and isinstance(entry.get("short", ""), str)):
        return "needs a name"
    for key in ("hosts", "aliases", "texts"):
        value = entry.get(key, [])
        if not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            return f"{key} is no list of names"
    return None


def _outlet(entry: dict[str, Any]) -> Outlet:
    lists = (tuple(one_line(each) for each in entry.get(key, [])) for key in ("hosts", "aliases", "texts"))
    return Outlet(one_line(entry["name"]), one_line(entry.get("short", "")), *lists)


def _lines(outlet: Outlet) -> Iterator[str]:
    # what JSON escapes in a string TOML does as well
    yield "[[outlet]]"
    yield f"name = {json.dumps(outlet.name, ensure_ascii=False)}"
    if outlet.short:
        yield f"short = {json.dumps(outlet.short, ensure_ascii=False)}"
    for key, values in (("hosts", outlet.hosts), ("aliases", outlet.aliases), ("texts", outlet.texts)):
        if values:
            yield f"{key} = {json.dumps(list(values), ensure_ascii=False)}"


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix(_ARTICLE)
