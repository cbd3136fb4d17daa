"""Where the reader left each set, so that it opens there again. Kept by the set's texts, in the user's state folder."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from compare import stored
from compare.model.digest import set_digest

if TYPE_CHECKING:
    from compare.model import CoverageSet

LENGTH = 200
"""How many sets a place is kept for."""

_NAME = "places.json"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: the ids of the cursor's sentence and claim, and how the articles were arranged.

    All of it comes from a file and may name what is not there any more; whoever goes there has to look.
    """

    cursor: str
    claim: str
    view: str
    base: str
    articles: tuple[str, ...]
    hidden: tuple[str, ...]
    filter: str
    commentary: bool
    folded: bool


def place_in(coverage: CoverageSet) -> Place | None:
    """Return where the reader left a set; ``None`` if it is not known."""
    found = _kept().get(set_digest(coverage))
    names = {field.name for field in fields(Place)}
    if not isinstance(found, dict) or set(found) != names:
        return None
    lists = {name: tuple(map(str, found[name])) for name in ("articles", "hidden") if isinstance(found[name], list)}
    place = Place(**{**found, **lists})
    return place if all(isinstance(getattr(place, f.name), _TYPES[str(f.type)]) for f in fields(Place)) else None


def keep_place(coverage: CoverageSet, place: Place) -> None:
    """Remember where the reader leaves a set."""
    key = set_digest(coverage)
    others = {other: where for other, where in _kept().items() if other != key}
    newest = list(others.items())[-(LENGTH - 1) :]
    stored.write(_NAME, {**dict(newest), key: asdict(place)})


_TYPES = {"str": str, "bool": bool, "tuple[str, ...]": tuple}


def _kept() -> dict[str, object]:
    kept = stored.read(_NAME)
    return kept if isinstance(kept, dict) else {}
