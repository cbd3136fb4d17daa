"""The manifest: a ``coverage.toml`` that names the articles of a set and says who published each, and when.

:mod:`compare.export.collecting` writes one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from compare.errors import ManifestError
from compare.loading.blocks import Block
from compare.loading.kept import Kept, blocks_in
from compare.loading.metadata import Metadata
from compare.loading.timestamps import iso
from compare.model import one_line
from compare.toml import Toml, TomlError, toml_at, toml_of
from compare.validation import first_wrong

PLACE = "manifest"

LIMIT = 5_000_000
"""Bytes of a manifest. Where it keeps the paragraphs of pages, an article takes some thousand."""


def _iso(value: object) -> object:
    """Turn a date of TOML, or a string that holds one, into ISO 8601."""
    if found := iso(value):
        return found
    raise ValueError(f"{str(value)!r} is not a date such as 2025-10-15")


def _blocks(value: object) -> object:
    return blocks_in(value) if isinstance(value, str) else value


LANGUAGE = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""An ISO 639 code, perhaps with a script or a region."""

LONGEST = 10_000
"""Code points of a value."""

Text = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class Entry(BaseModel):
    """One ``[[article]]``. ``source`` is relative to the manifest; ``published`` is its key ``date`` in ISO 8601.

    ``origins`` says where each of these was found before; without it, it was found here.
    ``extractor``, ``sha256`` and ``blocks`` are written by the program: see :class:`~compare.loading.kept.Kept`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    source: Text
    outlet: Text | None = None
    label: Text | None = None
    title: Text | None = None
    published: Annotated[str, BeforeValidator(_iso)] | None = Field(default=None, alias="date")
    modified: Annotated[str, BeforeValidator(_iso)] | None = None
    retrieved: Annotated[str, BeforeValidator(_iso)] | None = None
    url: Text | None = None
    author: Text | None = None
    language: Annotated[str, Field(pattern=LANGUAGE)] | None = None
    complete: bool | None = None
    notes: str | None = None
    origins: dict[str, str] | None = None
    extractor: Text | None = None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    blocks: Annotated[tuple[Block, ...], BeforeValidator(_blocks)] | None = None

    @model_validator(mode="after")
    def _whole(self) -> Entry:
        if len({self.extractor is None, self.sha256 is None, self.blocks is None}) > 1:
            raise ValueError("extractor, sha256 and blocks belong together")
        return self

    def metadata(self) -> Metadata:
        """Return what the entry says of its article."""
        known = {
            "outlet": self.outlet,
            "title": self.title,
            "published": self.published,
            "url": self.url,
            "author": self.author,
            "modified": self.modified,
            "language": self.language,
            "complete": self.complete,
            "label": self.label,
        }
        said = (field for field, value in known.items() if value is not None)
        origins = tuple(sorted((self.origins or dict.fromkeys(said, PLACE)).items()))
        return Metadata(**known, retrieved=self.retrieved, notes=self.notes, origins=origins)  # type: ignore[arg-type]

    def kept(self) -> Kept | None:
        """Return the paragraphs that the entry keeps of its article, if it keeps any."""
        if self.extractor is None or self.sha256 is None or self.blocks is None:
            return None
        return Kept(self.extractor, self.sha256, self.blocks)


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
        found = toml_at(path, LIMIT)
    except TomlError as error:
        raise ManifestError(name, one_line(str(error))) from None
    if found is None:
        raise ManifestError(name, "cannot be read (it is gone)")
    return _checked(found, name)


def manifest_in(data: bytes, name: str) -> Manifest:
    """Check a manifest that was read; raises as :func:`read_manifest` does."""
    try:
        return _checked(toml_of(data, LIMIT), name)
    except TomlError as error:
        raise ManifestError(name, one_line(str(error))) from None


def _checked(found: Toml, name: str) -> Manifest:
    try:
        return Manifest.model_validate(found.values)
    except ValidationError as error:
        raise ManifestError(name, _first(error)) from None


def _first(error: ValidationError) -> str:
    """Say the first thing that is wrong, with the key it is wrong at: ``article 2: unknown key 'sorce'``."""
    wrong = first_wrong(error)
    where, place = "", wrong.place
    if place == ("article",):
        return "names no article; each needs an [[article]] with its source"
    if len(place) > 1 and place[0] == "article" and isinstance(place[1], int):
        where, place = f"article {place[1] + 1}", place[2:]
    key = str(place[0]) if place else ""
    if wrong.kind == "extra_forbidden":
        return one_line(f"{where}: unknown key {key!r}" if where else f"unknown key {key!r}")
    if wrong.kind == "missing":
        return f"{where}: has no {key}"
    return one_line(": ".join(filter(None, (where, key, wrong.reason))))
