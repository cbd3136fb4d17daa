"""What to call an article: its outlet where that is known, else a guess, which ends in ``?``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from compare.loading.outlets import short_of
from compare.model import Article, one_line

LONGEST = 40
"""Code points of a guessed label; more does not fit above a pane."""

_HASH = re.compile(r"[-_. ]*(?<![0-9a-zA-Z])(?=[0-9a-f]*\d)[0-9a-f]{8,}(?![0-9a-zA-Z])", re.IGNORECASE)


def label_of(outlet: str | None, masthead: str | None, name: str) -> str:
    """Return the label of an article.

    Args:
        outlet: who published it, if that is known.
        masthead: what seems to name the outlet, such as a host, a sender or a line of the text, if there is anything.
        name: the source as the user named it, ``-`` for standard input.
    """
    if outlet:
        return one_line(short_of(outlet))
    return f"{_short(masthead or '') or _stem(name)}?"


def distinct(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give articles of one label a number each, by date and then by id, so that no two are called the same."""
    taken = {article.label.casefold() for article in articles}
    groups: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda a: (a.published or "", a.id)):
        groups.setdefault(article.label.casefold(), []).append(article)
    labels: dict[str, str] = {}
    for _, group in sorted(groups.items()):
        number = 0
        for article in group if len(group) > 1 else ():
            stem, mark = (article.label[:-1], "?") if article.label.endswith("?") else (article.label, "")
            while (label := f"{stem} {(number := number + 1)}{mark}").casefold() in taken:
                pass
            taken.add(label.casefold())
            labels[article.id] = label
    return tuple(replace(a, label=labels.get(a.id, a.label)) for a in articles)


def _stem(name: str) -> str:
    if name == "-":
        return "stdin"
    stem = PurePosixPath(name).stem
    return _short(_HASH.sub("", stem).strip(" -_.")) or _short(stem) or "text"


def _short(label: str) -> str:
    label = one_line(label).strip("?|·•*#<>-–— ")
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"
