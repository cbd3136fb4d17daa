"""Every format is told by its suffix or its first bytes, and what was read of it can be handed on."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from compare.errors import ExtraMissing, SourceEmpty
from compare.export.collecting import collect
from compare.loading import Source, expand, gather, read, reading
from compare.loading.formats import HEAD, format_of

from .making import zip_of
from .one_report import ADDRESS, FILES, REPORT


def test_the_first_bytes_tell_what_no_suffix_does() -> None:
    for suffix in (".txt", ".html", ".mhtml", ".eml", ".rss", ".pdf", ".docx", ".json"):
        head = FILES[suffix][:HEAD]
        assert format_of("-", head) is format_of(f"x{suffix}", head), suffix
    for suffix, kind in ((".odt", b"vnd.oasis.opendocument.text"), (".epub", b"epub+zip")):
        told = format_of("-", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/" + kind)
        assert told is not None
        assert told.suffixes == (suffix,)
    (source,) = expand(["-"], stdin=io.BytesIO(FILES[".docx"])).sources
    assert read(source).articles[0].title == REPORT[0][1]
    assert read(Source("wrong.txt", None, FILES[".pdf"])).articles[0].title == REPORT[0][1]


def test_an_archive_holds_any_of_them_and_one_report_is_opened_once() -> None:
    files = {f"x{suffix}": data for suffix, data in FILES.items() if suffix != ".rss"}  # which tells an outlet
    opened = read(Source("s.zip", None, zip_of(files)))
    assert {a.source for a in opened.articles} == {f"s.zip/{name}" for name in files}
    (kept,) = gather(opened.articles).articles
    assert kept.url == ADDRESS, "of one report the source is opened that says most of it"


@pytest.mark.parametrize("suffix", FILES)
def test_what_was_collected_of_it_opens_the_same(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    coverage = gather(read(Source(f"x{suffix}", None, FILES[suffix])).articles)
    collect(coverage, "set/coverage.toml")
    again = gather([a for source in expand(["set"]).sources for a in read(source).articles])
    assert [replace(a, source="") for a in again.articles] == [replace(a, source="") for a in coverage.articles]


def test_an_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError(f"No module named {module}", name="pypdf")

    monkeypatch.setattr(reading, "import_module", missing)
    with pytest.raises(ExtraMissing, match=r"x\.pdf: .*pypdf.*pip install 'compare-news\[docs\]'"):
        read(Source("x.pdf", None, FILES[".pdf"]))
    with pytest.raises(ModuleNotFoundError):  # a text needs none, so that would be a fault of ours
        read(Source("x.txt", None, FILES[".txt"]))


def test_a_saved_page_without_the_page() -> None:
    with pytest.raises(SourceEmpty, match="is a saved page without the page"):
        read(Source("x.mhtml", None, b"MIME-Version: 1.0\nContent-Type: text/css\n\nx"))
