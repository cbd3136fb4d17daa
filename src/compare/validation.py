"""What pydantic says is wrong with data from outside, for a message of ours: the first thing, where it is and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.errors import continued

if TYPE_CHECKING:
    from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong.

    Attributes:
        place: the keys and numbers that lead to it, from the outside in.
        kind: pydantic's own name of the error, such as ``missing``.
        reason: what is wrong, as it stands behind a colon.
    """

    place: tuple[str | int, ...]
    kind: str
    reason: str

    @property
    def path(self) -> str:
        """The place in one word, as in ``body.kind``; empty for the whole."""
        return ".".join(map(str, self.place))


def first_wrong(error: ValidationError) -> Wrong:
    """Return the first thing that is wrong."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return Wrong(first["loc"], first["type"], continued(first["msg"].removeprefix("Value error, ")))
