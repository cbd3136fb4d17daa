"""Settings of the user: ``config.toml`` in the user's configuration folder. Without one, everything is as it comes.

What may stand in it is listed in :mod:`compare.settings`, and checked here; whether a theme or an action of that name
exists, the screen knows, and says it with :meth:`Config.error`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from compare import folders
from compare.errors import ConfigError
from compare.toml import TomlError, toml_at
from compare.validation import first_wrong

LIMIT = 1_000_000
"""Bytes of a configuration file."""

_HEADING = re.compile(r"\s*\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has set.

    Attributes:
        theme: name of the theme, ``None`` for the usual one.
        keys: the keys of actions, by the action's id.
        initials: what stands on the reader's marks, empty for nothing.
        codebook: the reader's codebook, empty for none.
        cache: whether comparisons are kept from one run to the next.
        path: the file, whether it is there or not.
    """

    theme: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    initials: str = ""
    codebook: str = ""
    cache: bool = True
    path: Path = Path()
    _text: str = field(default="", repr=False, compare=False)

    def error(self, place: tuple[str, ...], reason: str) -> ConfigError:
        """Return the error that something is wrong at a key, with its line."""
        return ConfigError(str(self.path), _line_of(self._text, place), ".".join(place), reason)


def load() -> Config:
    """Read the settings.

    Raises:
        ConfigError: the file cannot be read or says something that is not understood; the message names file, line
            and key.
    """
    path = config_path()
    try:
        found = toml_at(path, LIMIT)
    except TomlError as error:
        raise ConfigError(str(path), error.line, "", error.reason) from None
    return _checked(found.values, Config(path=path, _text=found.text)) if found else Config(path=path)


def config_path() -> Path:
    """Return where the file is looked for."""
    return folders.settings() / "config.toml"


def _checked(found: dict[str, object], config: Config) -> Config:
    from pydantic import ValidationError

    from compare.settings import Settings

    try:
        settings = Settings.model_validate(found)
    except ValidationError as error:
        wrong = first_wrong(error)
        *most, last = Settings.model_fields
        unknown = f"no such setting; there are {', '.join(most)} and {last}"
        reason = unknown if wrong.kind == "extra_forbidden" else wrong.reason
        raise config.error(tuple(map(str, wrong.place[:2])), reason) from None
    return replace(config, **{name: getattr(settings, name) for name in Settings.model_fields})


def _line_of(text: str, place: tuple[str, ...]) -> int | None:
    """Return the line on which a key stands; of an unknown place, that of what is around it."""
    table, found = "", None
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _HEADING.match(line):
            table = heading[1].strip("\"' \t")
            if place == (table,):
                return number
            continue
        key, equals, _ = line.partition("=")
        if not equals:
            continue
        names = tuple(part.strip("\"' \t") for part in key.split("."))
        if ((table, *names) if table else names) == place:
            return number
        if not table and names == place[:1]:
            found = number  # an inline table
    return found
