"""Marks as JSON, the same in the store and in what is handed on; read back, every field is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Annotated, Any

from compare.model import Body, ReaderMark
from compare.validation import first_wrong

_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


def encoded(mark: ReaderMark) -> dict[str, Any]:
    """Return a mark as what JSON can hold. Halves of surrogate pairs, which no file can hold, become ``\\ufffd``."""
    return {key: _writable(value) for key, value in asdict(mark).items()}


def decoded(found: object) -> ReaderMark:
    """Return the mark that JSON holds.

    Raises:
        ValueError: it is none; the message names the field and says what is wrong with it.
    """
    from pydantic import ValidationError

    try:
        read = _written().model_validate(found)
    except ValidationError as error:
        wrong = first_wrong(error)
        if wrong.kind == "union_tag_invalid":
            raise ValueError("body.kind: is none that this version knows") from None
        raise ValueError(f"{wrong.path or 'mark'}: {wrong.reason}") from None
    mark = ReaderMark(read.id, read.made, read.body, read.by)
    if not mark.id or not _is_time(mark.made):
        raise ValueError("made: is no time in UTC with microseconds" if mark.id else "id: is empty")
    if any(quote.start < 0 or not quote.exact for quote in mark.quotes) or not mark.articles:
        raise ValueError("body: quotes nothing")
    return mark


@cache
def _written() -> type[Any]:
    """Return the mark as pydantic checks it: told apart by kind, so that an error is about the kind that is meant."""
    from pydantic import BaseModel, Field

    class Mark(BaseModel):
        id: str
        made: str
        body: Annotated[Body, Field(discriminator="kind")]
        by: str = ""

    return Mark


def _is_time(made: str) -> bool:
    try:
        datetime.fromisoformat(made)
    except ValueError:
        return False
    return _MADE.fullmatch(made) is not None


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {key: _writable(inner) for key, inner in value.items()}
    return [_writable(inner) for inner in value] if isinstance(value, tuple | list) else value
