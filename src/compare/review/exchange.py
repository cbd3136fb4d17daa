"""Marks handed to others and taken from them as JSON, and the reader's codebook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from compare.errors import ReviewFileError, reason_of
from compare.model import ReaderMark, one_line
from compare.review.coding import decoded, encoded

SCHEMA: Final = "compare-review/1"
"""What the JSON says it is."""

_REPORT = "compare/"
"""What the schema of a report begins with, whatever its version: marks have one of their own."""

_COLUMNS = ("code", "label", "description")

LARGEST = 1_000_000
"""Bytes of a codebook."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the reader's own: what is written into marks, what it is called, and when it applies."""

    code: str
    label: str
    description: str


Codebook: TypeAlias = tuple[Code, ...]
"""The codes in the reader's order, each once."""


def export_marks(marks: Iterable[ReaderMark]) -> str:
    """Return marks as JSON: the same marks give the same text, in whatever order they come."""
    ordered = sorted(marks, key=lambda mark: mark.order)
    return json.dumps({"schema": SCHEMA, "marks": [encoded(m) for m in ordered]}, ensure_ascii=False, indent=1) + "\n"


def import_marks(text: str, name: str) -> tuple[ReaderMark, ...]:
    """Return the marks that JSON holds, the earliest first; each id once, the later of two versions.

    Args:
        text: what :func:`export_marks` wrote, or a JSON report with the reader's marks in it.
        name: what to call it in messages.

    Raises:
        ReviewFileError: it is no such text; the message says which mark is wrong, and why.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ReviewFileError(name, f"is not JSON ({one_line(str(error))})") from None
    if isinstance(found, dict) and str(found.get("schema", "")).startswith(_REPORT):
        if "review" not in found:
            raise ReviewFileError(name, "is a report without marks (it was written without --review)")
        found = found["review"]
    if isinstance(found, dict) and _is_newer(found.get("schema")):
        raise ReviewFileError(name, "was written by a newer version of compare", "install that version")
    if not isinstance(found, dict) or found.get("schema") != SCHEMA or not isinstance(found.get("marks"), list):
        raise ReviewFileError(name, f'holds no marks of compare (its "schema" is not "{SCHEMA}")')
    latest = {mark.id: mark for mark in sorted(_decoded(found["marks"], name), key=lambda mark: mark.order)}
    return tuple(sorted(latest.values(), key=lambda mark: mark.order))


def read_marks(path: Path) -> tuple[ReaderMark, ...]:
    """Return the marks that a file holds, as :func:`import_marks` does.

    Raises:
        ReviewFileError: it cannot be read, or holds no marks.
    """
    return import_marks(_text_of(path), str(path))


def read_codebook(path: Path) -> Codebook:
    """Return the codes that a file holds, as :func:`import_codebook` does.

    Raises:
        ReviewFileError: it cannot be read, or is none.
    """
    return import_codebook(_text_of(path, LARGEST), str(path))


def import_codebook(text: str, name: str) -> Codebook:
    """Return the codes of a CSV file with the columns code, label and description, of which code must be there.

    Args:
        text: the file; commas or semicolons part its columns.
        name: what to call it in messages.

    Raises:
        ReviewFileError: a column or a code is missing, or a code stands twice.
    """
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    first = text.partition("\n")[0]
    rows = csv.DictReader(lines, delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    codes: dict[str, Code] = {}
    try:
        names = {heading.strip().casefold(): heading for heading in rows.fieldnames or ()}
        if "code" not in names:
            raise ReviewFileError(name, "has no column named code in its first line")
        for row in rows:
            code = Code(*(one_line(row.get(names.get(column, ""), "") or "") for column in _COLUMNS))
            if not code.code or code.code in codes:
                what = f"gives the code {code.code} twice" if code.code else "has no code"
                raise ReviewFileError(name, f"line {rows.line_num} {what}")
            codes[code.code] = code
    except csv.Error as error:
        raise ReviewFileError(name, f"line {rows.line_num} is not CSV ({error})") from None
    return tuple(codes.values())


def _text_of(path: Path, most: int = -1) -> str:
    """Return the text of a file, or of so many of its bytes."""
    try:
        with path.open("rb") as file:
            return file.read(most).decode()
    except UnicodeDecodeError:
        raise ReviewFileError(str(path), "is not UTF-8") from None
    except (OSError, ValueError) as error:
        raise ReviewFileError(str(path), f"cannot be read ({reason_of(error)})") from None


def _is_newer(schema: object) -> bool:
    family, _, version = str(schema).partition("/")
    ours, _, known = SCHEMA.partition("/")
    return family == ours and version.isdecimal() and int(version) > int(known)


def _decoded(found: list[object], name: str) -> Iterator[ReaderMark]:
    for n, each in enumerate(found, 1):
        try:
            yield decoded(each)
        except ValueError as error:
            raise ReviewFileError(name, f"mark {n} is none ({one_line(str(error))})") from None
