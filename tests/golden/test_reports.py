"""The reports of the sample set, whole, against those checked in.

After a change that is meant, write them anew with ``pytest tests/golden/test_reports.py --snapshot-update`` and read
the difference: it is what users will see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from compare.export import FORMATS, Options, render, strip_all

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from compare.export.options import Format, Profile
    from compare.model import Comparison


class _Report(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT


class _Markdown(_Report):
    file_extension = "md"


class _Html(_Report):
    file_extension = "html"


class _Csv(_Report):
    _write_mode = WriteMode.BINARY  # lines end as RFC 4180 wants them
    file_extension = "csv"


class _Json(_Report):
    file_extension = "json"


class _Text(_Report):
    file_extension = "txt"


_EXTENSIONS = {"md": _Markdown, "html": _Html, "json": _Json, "csv": _Csv, "txt": _Text}


@pytest.mark.parametrize("format", FORMATS)
def test_report_of_the_sample_set(seeds: Comparison, snapshot: SnapshotAssertion, format: Format) -> None:
    report = render(seeds, format)
    assert (report.encode() if format == "csv" else report) == snapshot(extension_class=_EXTENSIONS[format])


@pytest.mark.parametrize("profile", ["memo", "pr", "paper"])
def test_profile_of_the_sample_set(seeds: Comparison, snapshot: SnapshotAssertion, profile: Profile) -> None:
    assert render(seeds, "md", options=Options(profile)) == snapshot(extension_class=_Markdown)


def test_the_sample_articles_can_be_had_back(seeds: Comparison) -> None:
    assert strip_all(render(seeds, "md")) == {a.id: a.text for a in seeds.coverage.articles}
