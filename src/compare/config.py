"""Settings of the user: ``config.toml`` in the user's configuration folder. Without one, everything is as it comes.

    theme = "compare-light"
    initials = "ab"
    codebook = "~/codes.csv"
    cache = false

    [keys]
    next_finding = ["n", "ctrl+n"]

What may stand in it is checked here; whether a theme or an action of that name exists, the screen knows, and says it
with :meth:`Config.error`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from compare.errors import ConfigError

LIMIT = 1_000_000
"""Bytes of a configuration file."""


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
        with path.open("rb") as file:
            data = file.read(LIMIT)
    except (FileNotFoundError, NotADirectoryError):
        return Config(path=path)
    except OSError as error:
        raise ConfigError(str(path), None, "", f"cannot be read ({(error.strerror or str(error)).lower()})") from None
    try:
        text = data.decode("utf-8-sig")
        found = tomllib.loads(text)
    except UnicodeDecodeError:
        raise ConfigError(str(path), None, "", "is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        named = re.search(r"line (\d+)", str(error))
        line = int(named[1]) if named else text.count("\n") + 1  # "at end of document"
        what = re.sub(r"\s*\(at .*\)", "", str(error))
        raise ConfigError(str(path), line, "", f"is not TOML: {what.lower()}") from None
    except RecursionError:
        raise ConfigError(str(path), None, "", "is nested too deeply") from None
    return _checked(found, Config(path=path, _text=text))


def config_path() -> Path:
    """Return where the file is looked for."""
    from platformdirs import user_config_path

    return user_config_path("compare") / "config.toml"


def _checked(found: dict[str, object], config: Config) -> Config:
    from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

    class Settings(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True)

        theme: str | None = None
        initials: str = ""
        codebook: str = ""
        cache: bool = True
        keys: dict[str, Annotated[tuple[str, ...], BeforeValidator(_keys), Field(strict=False)]] = {}

    try:
        settings = Settings.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = tuple(str(part) for part in first["loc"][:2])
        unknown = first["type"] == "extra_forbidden"
        reason = first["msg"].removeprefix("Value error, ")
        what = (
            "no such setting; there are theme, initials, codebook, cache and keys"
            if unknown
            else f"{reason[:1].lower()}{reason[1:]}"
        )
        raise config.error(place, what) from None
    return replace(
        config,
        theme=settings.theme,
        keys=settings.keys,
        initials=settings.initials,
        codebook=settings.codebook,
        cache=settings.cache,
    )


def _keys(value: object) -> object:
    """Turn ``"n, ctrl+n"`` or a list of keys into a tuple."""
    if isinstance(value, str):
        value = [","] if value.strip() == "," else value.split(",")
    if not isinstance(value, list) or not all(isinstance(key, str) and key.strip() for key in value):
        raise ValueError('is no key such as "n" or list of keys such as ["n", "ctrl+n"]')
    return tuple(key.strip() for key in value)


def _line_of(text: str, place: tuple[str, ...]) -> int | None:
    """Return the line on which a key stands; of an unknown place, that of what is around it."""
    table, found = "", None
    for number, line in enumerate(text.splitlines(), 1):
        if heading := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            table = heading[1].strip("\"' ")
            if place == (table,):
                return number
            continue
        key = re.match(r"\s*[\"']?([^=\"']+?)[\"']?\s*=", line)
        if key is None:
            continue
        names = tuple(part.strip(" \"'") for part in key[1].split("."))
        if ((table, *names) if table else names) == place:
            return number
        if not table and names == place[:1]:
            found = number  # an inline table
    return found
