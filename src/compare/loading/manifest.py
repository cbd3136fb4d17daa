"""The manifest: a ``coverage.toml`` that names the articles of a set and says who published each, and when."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from compare.errors import ManifestError

LIMIT = 1_000_000
"""Bytes of a manifest; one of this size would name some thousand articles."""


def _iso(value: object) -> object:
    """Turn a TOML date, or a string that holds one, into ISO 8601."""
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(str(value).strip()).isoformat()
        except ValueError:
            continue
    raise ValueError(f"{str(value)!r} is not a date such as 2025-10-15")


Text = Annotated[str, Field(min_length=1, max_length=2_000)]


class Entry(BaseModel):
    """One ``[[article]]``. ``source`` is relative to the manifest; ``published`` is its key ``date`` in ISO 8601."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    source: Text
    outlet: Text | None = None
    title: Text | None = None
    published: Annotated[str, BeforeValidator(_iso)] | None = Field(default=None, alias="date")
    url: Text | None = None
    notes: str | None = None


class Manifest(BaseModel):
    """A whole manifest: the title of the set and its articles in the order of display."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    title: str = ""
    article: tuple[Entry, ...] = Field(min_length=1, strict=False)


def read_manifest(path: Path, name: str) -> Manifest:
    """Read and check a manifest.

    Args:
        path: the file.
        name: what the user called it, for the messages.

    Raises:
        ManifestError: it cannot be read, is no TOML, or says something that is not understood; the message names
            the line or the key.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise ManifestError(name, f"cannot be read ({error.strerror})") from None
    if len(data) > LIMIT:
        raise ManifestError(name, f"is larger than the {LIMIT / 1e6:.0f} MB a manifest may have")
    try:
        return Manifest.model_validate(tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise ManifestError(name, "is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(name, f"is not TOML: {_one_line(str(error))}") from None
    except RecursionError:
        raise ManifestError(name, "is nested too deeply") from None
    except ValidationError as error:
        raise ManifestError(name, _first(error)) from None


def _first(error: ValidationError) -> str:
    """Say the first thing that is wrong, with the key it is wrong at: ``article 2: unknown key 'sorce'``."""
    detail = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = list(detail["loc"])
    where = ""
    if place == ["article"]:
        return "names no article; each needs an [[article]] with its source"
    if len(place) > 1 and place[0] == "article" and isinstance(place[1], int):
        where, place = f"article {place[1] + 1}", place[2:]
    key = str(place[0]) if place else ""
    if detail["type"] == "extra_forbidden":
        return _one_line(f"{where}: unknown key {key!r}" if where else f"unknown key {key!r}")
    if detail["type"] == "missing":
        return f"{where}: has no {key}"
    what = detail["msg"].removeprefix("Value error, ")
    return _one_line(": ".join(part for part in (where, key, what[:1].lower() + what[1:]) if part))


def _one_line(text: str) -> str:
    return " ".join(text.split())
