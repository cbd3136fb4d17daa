"""Whatever a text holds and whatever it was read from, what was collected opens the same."""

from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.errors import SourceError
from compare.export.collecting import collect
from compare.loading import Source, expand, gather, read
from compare.model import Article

from .test_loading import TEXTS

NAMES = st.sampled_from(["x.json", "x.txt", "x.md", "x.html"])
ODD = st.none() | st.text(max_size=20)
SAID = st.fixed_dictionaries(
    {
        "outlet": ODD | st.sampled_from(["Ledger", 'The "Ledger"\\', "l.example"]),
        "title": ODD,
        "author": ODD,
        "date": ODD | st.sampled_from(["2025-10-15", "2025-10-15T08:00:00+02:00", "15 October 2025"]),
        "url": ODD | st.sampled_from(["https://l.example/1", "https://l.example/\x85"]),
        "language": ODD | st.sampled_from(["en", "pt-BR"]),
    }
)
"""What a source of JSON says of its article: what is fit for it, and anything."""


@settings(max_examples=60)
@given(texts=st.lists(st.tuples(TEXTS.filter(str.strip), NAMES, SAID), min_size=1, max_size=2))
def test_a_collected_set_opens_the_same(texts: list[tuple[str, str, dict[str, str | None]]]) -> None:
    articles: list[Article] = []
    for n, (text, name, said) in enumerate(texts):
        data = {
            "x.json": json.dumps({**said, "text": text}),
            "x.html": f"<article><h1>Ferry</h1>{''.join(f'<p>{escape(line)}</p>' for line in text.splitlines())}",
        }
        try:
            articles.extend(read(Source(f"{n}{name}", None, data.get(name, text).encode())).articles)
        except SourceError:
            continue
    assume(articles)
    coverage = gather(articles)
    with TemporaryDirectory() as folder:
        collect(coverage, f"{folder}/set/coverage.toml")
        plan = expand([f"{folder}/set"])
        again = gather([a for source in plan.sources for a in read(source).articles])
        assert not plan.refused
        assert len(list(Path(folder, "set").iterdir())) == len(coverage.articles) + 1
    assert [replace(a, source="") for a in again.articles] == [replace(a, source="") for a in coverage.articles]
