"""Stories that people aligned: the set file, checked and numbered."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class SetError(Exception):
    """The set cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Story:
    """One event's articles with their labelled sentences.

    Sentences are numbered through the story, in the order of the articles. ``spans`` are code points of the article's
    text, ``article`` says by sentence where it stands, ``stated`` the claims that a labelled sentence states. A
    sentence without an entry in ``stated`` is unlabelled: a candidate, never a query.
    """

    name: str
    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    article: NDArray[np.int64]
    stated: Mapping[int, frozenset[str]]

    @property
    def sentences(self) -> list[str]:
        """The words of each sentence."""
        return [self.texts[n][start:end] for n, (start, end) in zip(self.article, self.spans, strict=True)]

    @property
    def labelled(self) -> list[int]:
        """The numbers of the sentences that annotators labelled."""
        return sorted(self.stated)

    def same(self) -> NDArray[np.bool_]:
        """Say of each two sentences whether they stand in different articles and state a claim in common."""
        claims = sorted({claim for stated in self.stated.values() for claim in stated})
        column = {claim: n for n, claim in enumerate(claims)}
        states = np.zeros((len(self.spans), len(claims)), dtype=np.float32)
        for sentence, stated in self.stated.items():
            states[sentence, [column[claim] for claim in stated]] = 1
        common = states @ states.T > 0
        return np.asarray(common & (self.article[:, None] != self.article))


def read(path: Path) -> list[Story]:
    """Read a set.

    Raises:
        SetError: there is no such file, or it is not a set.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SetError(f"{path}: {error.strerror}; name a set file, see benchmarks/README.md") from error
    except ValueError as error:
        raise SetError(f"{path}: not JSON ({error}); see benchmarks/README.md for the format") from error
    try:
        stories = [_story(story) for story in data["stories"]]
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise SetError(f"{path}: not a set ({error!r}); see benchmarks/README.md for the format") from error
    if not stories:
        raise SetError(f"{path}: holds no story")
    return stories


def _story(story: Mapping[str, Any]) -> Story:
    articles = story["articles"]
    rows = [(n, k, (int(start), int(end))) for n, a in enumerate(articles) for k, (start, end) in _spans(a)]
    number = {(n, k): at for at, (n, k, _) in enumerate(rows)}
    stated: defaultdict[int, set[str]] = defaultdict(set)
    for claim in story["claims"]:
        for n, k in claim["sentences"]:
            stated[number[n, k]].add(str(claim["id"]))
    keep = {number[n, k] for n, k in story["annotated"]} if "annotated" in story else set(stated)
    return Story(
        name=str(story["story"]),
        texts=tuple(str(a["text"]) for a in articles),
        spans=tuple(span for _, _, span in rows),
        article=np.array([n for n, _, _ in rows], dtype=np.int64),
        stated={sentence: frozenset(claims) for sentence, claims in stated.items() if sentence in keep},
    )


def _spans(article: Mapping[str, Any]) -> Iterator[tuple[int, tuple[int, int]]]:
    for k, (start, end) in enumerate(article["sentences"]):
        if not 0 <= start < end <= len(article["text"]):
            raise ValueError(f"article {article.get('id')}: sentence {k} lies outside the text")
        yield k, (start, end)
