"""Front matter: what a Markdown file says of itself above its text, in YAML between ``---`` or TOML between ``+++``.

Of YAML, what front matter of articles is made of: keys with a word, a quoted text or a list of such, or of things that
have a name. Anything deeper is passed over, so that no parser that builds objects of foreign files is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.loading.blocks import Line
from compare.loading.fields import Said, said_by
from compare.loading.metadata import UNKNOWN

PLACE = "front matter"
FENCES = ("---", "+++")

_NAME = r"([\w-]+|\"[^\"]+\"|'[^']+')"
_KEY = re.compile(rf"{_NAME}\s*[:=]")
_GOES_ON = re.compile(r"(?<=[ \t]).|[-#\]}]")
"""How a line of YAML begins that goes on with the key above: set in, an item of its list, or a comment."""

_PAIR = re.compile(rf"{_NAME}\s*:(?:\s+(.*))?$", re.DOTALL)
_ITEM = re.compile(r"(?P<margin>\s*)-\s+(?P<words>.*)$", re.DOTALL)
_COMMENT = re.compile(r"(?<!\s)\s+#.*$", re.DOTALL)
_BLOCK = re.compile(r"[|>][+-]?\d?")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_IN_LIST = re.compile(rf"\s*+(?P<item>{_QUOTED.pattern}|[^,\s\"'\]][^,\]]*|)\s*+(?:(?P<more>,)|\]|$)", re.DOTALL)
"""An item of a list in brackets. What stands behind its end, as a comment does, is no part of it."""


def front_lines(text: str, lines: Sequence[Line]) -> int:
    """Return how many lines the front matter of a text takes, fences included; 0 if there is none."""
    if not lines or text[: lines[0].start].strip("\r\n"):
        return 0
    fence = text[lines[0].start : lines[0].end]
    if fence not in FENCES:
        return 0
    for n, line in enumerate(lines[1:], 1):
        if text[line.start : line.end] == fence:
            return n + 1
        goes_on = n > 1 and (fence == "+++" or _GOES_ON.match(text, line.start))
        if not goes_on and not _KEY.match(text, line.start, min(line.end, line.start + 100)):
            return 0  # a dividing line and then text, and not keys throughout
    return 0


def read_front(text: str, lines: Sequence[Line]) -> Said:
    """Read front matter.

    Args:
        text: the whole text.
        lines: those of the front matter, fences included.
    """
    inside = text[lines[0].end : lines[-1].start]
    if text[lines[0].start : lines[0].end] == "+++":
        import tomllib

        try:
            return said_by(tomllib.loads(inside.replace("\r\n", "\n").replace("\r", "\n")), PLACE)
        except (tomllib.TOMLDecodeError, RecursionError):
            return Said(UNKNOWN, ("the front matter, no TOML,",))
    return said_by(_yaml(inside), PLACE)


def _yaml(inside: str) -> dict[str, object]:
    pairs: dict[str, object] = {}
    items: list[object] | None = None
    margin = ""
    for line in inside.splitlines():
        item = _ITEM.match(line)
        if item and items is not None and (not items or item["margin"] == margin):
            margin = item["margin"]
            items.append(_item(item["words"]))
        elif line[:1].strip() and (pair := _PAIR.match(line)):
            value = (pair[2] or "").strip()
            key, items = pair[1].strip("\"'"), None
            if not value:
                pairs[key] = items = []
            elif value.startswith("["):
                pairs[key] = [*_listed(value)]
            elif not _BLOCK.fullmatch(value):
                pairs[key] = _scalar(value)
        elif line[:1].strip() or (line.strip() and not items):
            items = None  # a comment, or keys of keys
    return pairs


def _item(words: str) -> object:
    pair = _PAIR.match(words)
    return {pair[1].strip("\"'"): _scalar(pair[2] or "")} if pair else _scalar(words)


def _scalar(value: str) -> str:
    if quoted := _QUOTED.match(value.strip()):
        double, single = quoted.groups()
        if double is None:
            return str(single).replace("''", "'")
        return _ESCAPED.sub(lambda escaped: {"n": "\n", "t": "\t"}.get(escaped[1], escaped[1]), double)
    bare = _COMMENT.sub("", value.strip())
    return "" if bare in ("null", "~") or bare.startswith("#") else bare


def _listed(value: str) -> Iterator[str]:
    """Yield the items of a list in brackets; an empty one, as behind a last comma, is none."""
    at: int | None = 1
    while at is not None and (found := _IN_LIST.match(value, at)):
        if found["item"]:
            yield _scalar(found["item"])
        at = found.end() if found["more"] else None
