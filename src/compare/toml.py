"""TOML that users write or have others write: read within a bound, and what is wrong with it said in words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import continued, reason_of


class TomlError(Exception):
    """A file is not read. ``reason`` says why, ``line``, from 1, where; it is ``None`` where there is no such place."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(f"line {line}: {reason}" if line else reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Toml:
    """A file that was understood: its text and the values in it."""

    text: str
    values: dict[str, Any]


def toml_at(path: Path, limit: int) -> Toml | None:
    """Read a file; ``None`` if there is none.

    Args:
        path: the file.
        limit: bytes that it may have.

    Raises:
        TomlError: it cannot be read, is larger, or is no TOML.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise TomlError(f"cannot be read ({reason_of(error)})") from None
    return toml_of(data, limit)


def toml_of(data: bytes, limit: int) -> Toml:
    """Understand the bytes of a file; raises as :func:`toml_at` does."""
    if len(data) > limit:
        raise TomlError(f"is larger than the {limit / 1e6:.0f} MB that are read")
    try:
        text = data.decode("utf-8-sig")
        return Toml(text, tomllib.loads(text))
    except UnicodeDecodeError:
        raise TomlError("is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        named = re.search(r"line (\d+)", str(error))
        line = int(named[1]) if named else text.count("\n") + 1  # "at end of document"
        what = re.sub(r"\s*\(at .*\)", "", str(error))
        raise TomlError(f"is not TOML: {continued(what)}", line) from None
    except RecursionError:
        raise TomlError("is nested too deeply") from None
