"""Writes the settings in docs/desk.md from what may stand in ``config.toml``: part of ``make screenshots``."""

from __future__ import annotations

import json
from typing import Any

from compare.settings import Settings
from screenshots.written import DOCS, between, rewrite

MANUAL = DOCS / "desk.md"

BEGIN, END = "<!-- settings: written by make screenshots -->", "<!-- end of settings -->"

_TYPES = {"string": "text", "boolean": "`true` or `false`", "integer": "whole number", "number": "number"}


def settings() -> str:
    """Return a file with every setting, and a table that tells what each is."""
    fields = Settings.model_json_schema()["properties"]
    lines = ["```toml", *(_line(name, field["examples"][0]) for name, field in fields.items() if not _is_table(field))]
    for name, field in fields.items():
        if _is_table(field):
            lines += ["", f"[{name}]", *(_line(key, value) for key, value in field["examples"][0].items())]
    lines += ["```", "", "| setting | value | default | means |", "|---|---|---|---|"]
    for name, field in fields.items():
        default = f"`{json.dumps(field['default'])}`" if field["default"] not in (None, "", {}) else "none"
        shown = f"[{name}]" if _is_table(field) else name
        lines.append(f"| `{shown}` | {_type(field)} | {default} | {field['description']} |")
    return "\n".join(lines)


def _line(key: str, value: object) -> str:
    return f"{key} = {json.dumps(value)}"  # a text or a list of texts is written in TOML as in JSON


def _is_table(field: dict[str, Any]) -> bool:
    return field.get("type") == "object"


def _type(field: dict[str, Any]) -> str:
    if _is_table(field):
        return "table of texts, or of lists of texts"
    kinds = [field, *field.get("anyOf", ())]
    return next(_TYPES[kind["type"]] for kind in kinds if kind.get("type") in _TYPES)


def with_settings(text: str) -> str:
    """Return the manual with the settings as they are now."""
    return between(text, BEGIN, END, settings())


def main() -> None:
    """Write them."""
    rewrite(MANUAL, with_settings)


if __name__ == "__main__":
    main()
