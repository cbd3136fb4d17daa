"""Writes the JSON schema of the report, and the fields in docs/json.md from it: part of ``make screenshots``."""

from __future__ import annotations

import json
import re
from typing import Any, TypeAlias

from compare.model.schema import json_schema
from screenshots.written import DOCS, between, rewrite

SCHEMA = DOCS / "schema" / "compare-1.json"
PAGE = DOCS / "json.md"

BEGIN, END = "<!-- fields: written by make screenshots -->", "<!-- end of fields -->"

Part: TypeAlias = dict[str, Any]
Parts: TypeAlias = dict[str, Part]

SAYS = "What a mark says"
"""What tells of the bodies of marks, in one table."""

NAMES = {
    "ArticlePart": "An article", "ParagraphPart": "A paragraph", "SentencePart": "A sentence",
    "NearestPart": "A nearest sentence", "LinkPart": "A link", "ClaimPart": "A claim", "SharedRun": "A shared run",
    "FactPart": "A fact", "MentionPart": "A mention", "ConflictPart": "A conflict", "ReusePart": "A reused run",
    "RunPart": "A stretch", "FindingPart": "A finding", "ReviewPart": "Your marks", "PlacedPart": "Where a mark is",
    "ReaderMark": "A mark", "QuoteSelector": "A quotation", "ArticleSelector": "Which article",
}  # fmt: skip
"""What the parts are called, in the order in which they are told; the bodies of marks are told together."""


def schema_text() -> str:
    """Return the schema as it is checked in."""
    return json.dumps(json_schema(), indent=2) + "\n"


def fields() -> str:
    """Return the fields of the report and of its parts as Markdown."""
    schema = json_schema()
    parts = schema["$defs"]
    sections = [_section("The report", schema, parts)]
    for name, title in NAMES.items():
        sections.append(_section(title, parts[name], parts))
        if name == "ReaderMark":
            sections.append(_bodies(parts))
    return "\n\n".join(sections)


def _section(title: str, part: Part, parts: Parts) -> str:
    about, _, attributes = part["description"].partition("Attributes:")
    told = dict(re.findall(r"^ +(\w+): ((?:.+)(?:\n {8,}.+)*)", attributes, re.MULTILINE))
    lines = [f"## {title}", "", _prose(about), "", "| field | value | is |", "|---|---|---|"]
    for name, field in part["properties"].items():
        said = _prose(field.get("description") or told[name]).removesuffix(".")
        lines.append(f"| `{name}` | {_value(field, parts)} | {said} |")
    return "\n".join(lines)


def _bodies(parts: Parts) -> str:
    """Tell in one table what a mark may say, by ``kind``; each has a docstring that names its other fields."""
    lines = [f"## {SAYS}", "", "| `kind` | other fields | says |", "|---|---|---|"]
    for name, part in parts.items():
        if name not in NAMES and "properties" in part:
            rest = ", ".join(f"`{field}`" for field in part["properties"] if field != "kind")
            kind = _value(part["properties"]["kind"], parts)
            lines.append(f"| {kind} | {rest} | {_prose(part['description'])} |")
    return "\n".join(lines)


def _prose(text: str) -> str:
    """Text of a docstring as Markdown: on one line, code as Markdown has it."""
    return " ".join(text.replace("``", "`").split())


def _value(field: Part, parts: Parts) -> str:  # noqa: PLR0911 - a kind of value each
    """Tell what a field may hold."""
    match field:
        case {"$ref": path}:
            return _named(path.rpartition("/")[2], parts)
        case {"const": value}:
            return f"`{value}`"
        case {"enum": values}:
            return " ".join(f"`{value}`" for value in values)
        case {"anyOf": kinds}:
            return " or ".join(dict.fromkeys(_value(kind, parts) for kind in kinds))
        case {"type": "array", "items": items}:
            return f"list of {_value(items, parts)}"
        case {"type": "object", "additionalProperties": dict() as values}:
            return f"object of {_value(values, parts)}"
        case _:
            return str(field["type"])


def _named(name: str, parts: Parts) -> str:
    if "enum" in parts[name]:
        return _value(parts[name], parts)
    title = NAMES.get(name, SAYS)
    return f"[{title[0].lower()}{title[1:]}](#{title.lower().replace(' ', '-')})"


def with_fields(text: str) -> str:
    """Return the page with the fields as they are now."""
    return between(text, BEGIN, END, fields())


def main() -> None:
    """Write schema and page."""
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    rewrite(PAGE, with_fields)


if __name__ == "__main__":
    main()
