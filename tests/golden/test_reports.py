"""The reports of the sample set, whole, against those checked in.

After a change that is meant, write them anew with ``pytest tests/golden/test_reports.py --snapshot-update`` and read
the difference: it is what users will see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from compare.export import FORMATS, Options, render, strip_all
from compare.session import analyse, load
from project import ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from compare.export.options import Profile
    from compare.export.write import Format
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


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The sample set, named as a user in the project's folder would name it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return analyse(load(["seeds/"]))


@pytest.mark.parametrize("format", FORMATS)
def test_report_of_the_sample_set(comparison: Comparison, snapshot: SnapshotAssertion, format: Format) -> None:
    report = render(comparison, format)
    assert (report.encode() if format == "csv" else report) == snapshot(extension_class=_EXTENSIONS[format])


@pytest.mark.parametrize("profile", ["memo", "pr", "paper"])
def test_profile_of_the_sample_set(comparison: Comparison, snapshot: SnapshotAssertion, profile: Profile) -> None:
    assert render(comparison, "md", options=Options(profile)) == snapshot(extension_class=_Markdown)


def test_the_sample_articles_can_be_had_back(comparison: Comparison) -> None:
    assert strip_all(render(comparison, "md")) == {a.id: a.text for a in comparison.coverage.articles}
