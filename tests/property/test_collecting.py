"""Whatever a text holds and whatever it was read from, what was collected opens the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import SourceError
from compare.export.collecting import collect
from compare.loading import Source, expand, gather, read
from compare.model import Article

from .test_loading import TEXTS

NAMES = st.sampled_from(["x.txt", "x.md", "x.json"])
VALUES = st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["Ledger", "https://l.example/1", "2025-10-15"]))
SAID = st.fixed_dictionaries(dict.fromkeys(("outlet", "title", "date", "url"), VALUES))


@settings(max_examples=80)
@given(texts=st.lists(st.tuples(TEXTS, NAMES, SAID), min_size=1, max_size=2))
def test_a_collected_set_opens_the_same(texts: list[tuple[str, str, dict[str, str | None]]]) -> None:
    articles: list[Article] = []
    for n, (text, name, said) in enumerate(texts):
        data = json.dumps({**said, "text": text}) if name == "x.json" else text
        try:
            articles.extend(read(Source(f"{n}{name}", None, data.encode())).articles)
        except SourceError:
            continue
    coverage = gather(articles)
    with TemporaryDirectory() as folder:
        collect(coverage, f"{folder}/set/coverage.toml")
        if not articles:
            return
        plan = expand([f"{folder}/set"])
        again = gather([a for source in plan.sources for a in read(source).articles])
        assert not plan.refused
        assert len(list(Path(folder, "set").iterdir())) == len(coverage.articles) + 1
    assert [replace(a, source="") for a in again.articles] == [replace(a, source="") for a in coverage.articles]
