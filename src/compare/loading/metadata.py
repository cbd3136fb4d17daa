"""What a source says about itself, and which saying counts where two differ."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a manifest, a page or a file says about an article; ``None`` is what it does not say.

    Attributes:
        outlet: who published it.
        title: its headline.
        published: ISO 8601 date or date-time of publication.
        url: its public address.
        author: who wrote it, as the source puts it.
        modified: ISO 8601 date or date-time of the last change.
        language: ISO 639-1 code.
        complete: false if the source says that it is cut or behind a paywall.
        label: a guess at who published it, where no outlet is known, such as the sender of a mail.
        retrieved: ISO 8601 date-time of fetching, as a manifest keeps it.
        notes: what the reader wrote of it; for the reader alone.
        origins: where each of these was found: pairs of a name above and a place such as ``JSON-LD``.
    """

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    modified: str | None = None
    language: str | None = None
    complete: bool | None = None
    label: str | None = None
    retrieved: str | None = None
    notes: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


UNKNOWN = Metadata()


def found_at(place: str, **values: str | bool | None) -> Metadata:
    """Return metadata that were all found at one place, such as ``front matter``; what is empty was not found."""
    known = {name: value for name, value in values.items() if value not in (None, "")}
    return Metadata(**known, origins=tuple((name, place) for name in sorted(known)))  # type: ignore[arg-type]


def without(metadata: Metadata, *names: str) -> Metadata:
    """Return metadata that do not say these, which other places show to be otherwise."""
    origins = tuple(origin for origin in metadata.origins if origin[0] not in names)
    return replace(metadata, origins=origins, **dict.fromkeys(names))


def over(upper: Metadata, lower: Metadata) -> Metadata:
    """Lay what one source says over what another says: the upper one counts where both know."""
    known = {f.name: value for f in fields(upper) if (value := getattr(upper, f.name)) is not None}
    origins = {**dict(lower.origins), **dict(upper.origins)}
    return replace(lower, **{**known, "origins": tuple(sorted(origins.items()))})
