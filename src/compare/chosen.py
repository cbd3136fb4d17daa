"""What was chosen for the last report, so that it is offered again. A few words in the user's state folder."""

from __future__ import annotations

from collections.abc import Mapping

from compare import stored

_NAME = "report.json"


def chosen() -> Mapping[str, str]:
    """Return the choices of the last report by their names; none where nothing readable is remembered."""
    found = stored.read(_NAME)
    if not isinstance(found, dict):
        return {}
    return {str(name): value for name, value in found.items() if isinstance(value, str)}


def keep(choices: Mapping[str, str]) -> None:
    """Remember choices in the place of those before."""
    stored.write(_NAME, dict(choices))
