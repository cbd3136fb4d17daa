"""What may stand in ``config.toml``: each setting with its type, its default and what it means.

The manual's table is made of this (``python -m screenshots.settings``). Importing it imports pydantic, so it is
imported only where there is a file to check.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _keys(value: object) -> object:
    """Turn ``"n, ctrl+n"`` or a list of keys into a tuple."""
    if isinstance(value, str):
        value = [","] if value.strip() == "," else value.split(",")
    if not isinstance(value, list) or not all(isinstance(key, str) and key.strip() for key in value):
        raise ValueError('is no key such as "n" or list of keys such as ["n", "ctrl+n"]')
    return tuple(key.strip() for key in value)


Keys = Annotated[tuple[str, ...], BeforeValidator(_keys), Field(strict=False)]
"""The keys of an action."""


class Settings(BaseModel):
    """All of the file. Fields have the names of those of :class:`~compare.config.Config`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    theme: str | None = Field(
        default=None, description="name of a theme; without it `compare-dark`", examples=["compare-light"]
    )
    initials: str = Field(default="", description="stand on your marks", examples=["ab"])
    codebook: str = Field(default="", description="path of the file with your codes", examples=["~/codes.csv"])
    cache: bool = Field(
        default=True,
        description="whether comparisons are kept for the next time that a set is opened",
        examples=[False],
    )
    keys: dict[str, Keys] = Field(
        default={},
        description="the id of an action, and its key or keys: they replace those it has",
        examples=[{"next_finding": ["n", "ctrl+n"], "theme": "f4"}],
    )
